"""What the web pages of a feed's entries said: `fulltext.json`, beside the feed's own texts.

The two never mix: a page's text may be worse than the feed's, and can be fetched again. Pages that
were asked in vain are kept as well, so that nobody is asked for them at every refresh.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from feedtui.model import FullText, NoFullText
from feedtui.store import atomic
from feedtui.store.documents import NOT_UNDERSTOOD, Alone, Format, read_file
from feedtui.store.folder import refuse_newer_in
from feedtui.store.formats import FORMATS_BESIDE, FULL_TEXTS

FILE = FULL_TEXTS
VERSION = FORMATS_BESIDE[FILE]


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


_FORMAT = Format(VERSION, msgspec.json.Decoder(_File))
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
            file = self._read_under(_held)
            texts, failures = dict(file.texts), dict(file.failures)
            if isinstance(found, FullText):
                texts[entry] = msgspec.Raw(_ENCODER.encode(found))
                failures.pop(entry, None)
            else:
                failures[entry] = found
            self._write(_File(VERSION, texts, failures))

    def some(self, entries: Iterable[str]) -> dict[str, FullText]:
        """The full texts of some entries, as far as there are any. Raises as `of` does."""
        texts = self._read().texts
        found = {entry: _text(texts.get(entry)) for entry in entries}
        return {entry: text for entry, text in found.items() if text}

    def put_back(self, found: Mapping[str, FullText]) -> None:
        """Keep full texts that aren't there. Raises as `keep` does; the folder's lock is held."""
        file = self._read_under(_held)
        encoded = {entry: msgspec.Raw(_ENCODER.encode(text)) for entry, text in found.items()}
        if found:
            self._write(_File(VERSION, encoded | file.texts, file.failures))

    def forget(self, entries: Collection[str]) -> None:
        """Drop what is known of some entries' pages. Raises as `put_back` does, likewise held."""
        file = self._read_under(_held)
        texts = {entry: text for entry, text in file.texts.items() if entry not in entries}
        failures = {entry: why for entry, why in file.failures.items() if entry not in entries}
        if len(texts) < len(file.texts) or len(failures) < len(file.failures):
            self._write(_File(VERSION, texts, failures))

    def _write(self, file: _File) -> None:
        refuse_newer_in(self._folder)
        atomic.write(self._path, _ENCODER.encode(file))

    def _read(self) -> _File:
        return self._read_under(lambda: atomic.try_locked_folder(self._folder))

    def _read_under(self, alone: Alone) -> _File:
        return read_file(self._path, _FORMAT, self._lost, alone) or _File()

    def _lost(self, what: str) -> None:
        self._warn(f"{what}; the full texts of its feed will be fetched again")


def _held() -> AbstractContextManager[bool]:
    """The folder's lock is ours."""
    return nullcontext(enter_result=True)


def _text(raw: msgspec.Raw | None) -> FullText | None:
    """A kept text. One that can't be understood is as good as none: its page can be asked again."""
    if raw is None:
        return None
    try:
        return _TEXT.decode(raw)
    except NOT_UNDERSTOOD:
        return None
