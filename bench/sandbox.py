"""A feedtui of its own in a folder of its own: the real program, and nobody's real files."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from feedtui.store.paths import Places, find_places

_FOLDERS = {
    "HOME": "home",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
}
_PASSED_ON = ("PATH", "PYTHONPATH")
_LOOKS = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}


@dataclass(frozen=True, slots=True)
class Sandbox:
    """A home in `folder`. Of the surrounding environment, only PATH and PYTHONPATH reach it."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """What the program is told of the world."""
        own = {variable: str(self.folder / name) for variable, name in _FOLDERS.items()}
        passed_on = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
        return passed_on | own | _LOOKS

    @property
    def places(self) -> Places:
        """Where the program keeps its files here."""
        return find_places(self.environment)

    def command(self, *words: str) -> list[str]:
        """The `feedtui` beside this Python, with these words."""
        return [str(Path(sys.executable).with_name("feedtui")), *words]

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run the program to its end."""
        return subprocess.run(
            self.command(*words),
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def leftovers(self) -> int:
        """How many files lie here that were to replace another and never did."""
        return sum(path.is_file() for path in self.folder.rglob(".*"))


@contextmanager
def open_sandbox() -> Iterator[Sandbox]:
    """A sandbox that is gone after the block."""
    with TemporaryDirectory(prefix="feedtui-bench-") as folder:
        yield furnish(Path(folder))


def furnish(folder: Path) -> Sandbox:
    """A sandbox in a folder that is there and empty."""
    for name in _FOLDERS.values():
        (folder / name).mkdir()
    return Sandbox(folder)
