"""What the engine tells while it refreshes, counted, and said in a sentence."""

from dataclasses import dataclass, replace
from typing import Literal

import msgspec

from feedtui.library.wording import counted


@dataclass(frozen=True, slots=True)
class Line:
    """One line of `feedtui refresh --json`."""

    feed: str
    outcome: Literal["updated", "unchanged", "skipped", "failed"]
    new: int = 0
    changed: int = 0
    texts: int = 0
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Awaited:
    """The other kind of line: how many requests are under way, and which hosts take long."""

    awaited: int
    slow: tuple[str, ...] = ()


_AWAITED = msgspec.json.Decoder(Awaited)
_LINE = msgspec.json.Decoder(Line)


@dataclass(frozen=True, slots=True)
class News:
    """A refresh so far: how many feeds had each outcome, and how much that brought."""

    expected: int
    updated: int = 0
    unchanged: int = 0
    skipped: int = 0
    failed: int = 0
    entries: int = 0
    texts: int = 0
    slow: tuple[str, ...] = ()

    def with_line(self, line: Line) -> "News":
        """With one more feed done."""
        counted = {line.outcome: getattr(self, line.outcome) + 1}
        entries, texts = self.entries + line.new, self.texts + line.texts
        return replace(self, entries=entries, texts=texts, **counted)

    @property
    def done(self) -> int:
        """How many feeds are done."""
        return self.updated + self.unchanged + self.skipped + self.failed

    def progress(self) -> str:
        """How far it is, while it is under way."""
        return f"refreshing {self.done}/{self.expected} · {self.entries} new{self._slow()}"

    def summary(self) -> str:
        """How it ended."""
        said = [counted(self.entries, "new entry", "new entries")]
        if self.texts:
            said.append(counted(self.texts, "full text"))
        if self.failed:
            said.append(f"{counted(self.failed, 'feed')} failed")
        if self.skipped:
            said.append(f"{self.skipped} not due yet")
        return ", ".join(said)

    def _slow(self) -> str:
        if not self.slow:
            return ""
        others = f" and {len(self.slow) - 1} more" if len(self.slow) > 1 else ""
        return f" · waiting for {self.slow[0]}{others}"


def read_awaited(line: bytes) -> Awaited | None:
    """What a line says of hosts that are waited for, or None when it is none of those."""
    try:
        return _AWAITED.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def read_line(line: bytes) -> Line | None:
    """One line of the engine's, or None when it is none."""
    try:
        return _LINE.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
