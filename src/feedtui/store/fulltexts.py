"""What the web pages of a feed's entries said: `fulltext.json`, beside the feed's own texts.

The two never mix: a page's text may be worse than the feed's, and can be fetched again. Pages that
were asked in vain are kept as well, so that nobody is asked for them at every refresh.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from feedtui.model import FullText, NoFullText
from feedtui.store import atomic
from feedtui.store.documents import read_document

VERSION = 1
FILE = "fulltext.json"


@dataclass(frozen=True, slots=True)
class _File:
    version: int = VERSION
    texts: dict[str, msgspec.Raw] = field(default_factory=dict)
    failures: dict[str, NoFullText] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Known:
    """Of which entries, by id, there is a full text, and of which the page was asked in vain."""

    texts: frozenset[str] = frozenset()
    failures: Mapping[str, NoFullText] = field(default_factory=dict)


_FILE = msgspec.json.Decoder(_File)
_TEXT = msgspec.json.Decoder(FullText)
_ENCODER = msgspec.json.Encoder()


class FullTexts:
    """The full texts of one feed, in its `folder`. `warn` is told when they were damaged."""

    def __init__(self, folder: Path, warn: Callable[[str], None]) -> None:
        self._folder = folder
        self._path = folder / FILE
        self._warn = warn

    def of(self, entry: str) -> FullText | NoFullText | None:
        """The full text of an entry, or why there is none; None when nobody asked for it yet.

        Raises NewerVersionError, and StoreError when the file can't be read.
        """
        file = self._read()
        return _text(file.texts.get(entry)) or file.failures.get(entry)

    def known(self) -> Known:
        """Which entries need not be asked for, or not yet. Raises as `of` does."""
        file = self._read()
        return Known(frozenset(file.texts), file.failures)

    def keep(self, entry: str, found: FullText | NoFullText) -> None:
        """Keep what came of asking for an entry's page; a text that is there outlives a failure.

        Raises as `of` does, and StoreError when the disk refuses; what was there is unchanged then.
        """
        with atomic.locked_folder(self._folder):
            file = self._read()
            texts, failures = dict(file.texts), dict(file.failures)
            if isinstance(found, FullText):
                texts[entry] = msgspec.Raw(_ENCODER.encode(found))
                failures.pop(entry, None)
            else:
                failures[entry] = found
            atomic.write(self._path, _ENCODER.encode(_File(VERSION, texts, failures)))

    def _read(self) -> _File:
        return read_document(self._path, _FILE, VERSION, self._lost) or _File()

    def _lost(self, what: str) -> None:
        self._warn(f"{what}; the full texts of its feed will be fetched again")


def _text(raw: msgspec.Raw | None) -> FullText | None:
    """A kept text. One that can't be understood is as good as none: its page can be asked again."""
    if raw is None:
        return None
    try:
        return _TEXT.decode(raw)
    except msgspec.DecodeError:
        return None
