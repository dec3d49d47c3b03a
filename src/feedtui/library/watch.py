"""Which feeds somebody else has written meanwhile: a refresh from cron, another screen.

A look costs one question to the file system per feed, so it can be taken every other second.
"""

import os
from collections.abc import Mapping
from pathlib import Path


class Watch:
    """Files by the name of their feed, and when each was last written as far as we know."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        self._files = {name: os.fspath(path) for name, path in files.items()}
        self._seen = {name: _written(path) for name, path in self._files.items()}

    def changed(self) -> list[str]:
        """The feeds that were written since the last look, or since they were first watched."""
        now = {name: _written(path) for name, path in self._files.items()}
        seen, self._seen = self._seen, now
        return [name for name, stamp in now.items() if stamp != seen[name]]

    def knows(self, name: str) -> None:
        """Somebody is about to read this feed as it is now."""
        if name in self._files:
            self._seen[name] = _written(self._files[name])


def _written(path: str) -> tuple[int, int]:
    """The time and number of a file, which a replaced one has others of; zeros for none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - a thousand times every other second
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_ino
