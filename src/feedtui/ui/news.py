"""What the engine tells while it refreshes, counted, and said in a sentence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

import msgspec

from feedtui.clean import clean_line
from feedtui.library.wording import counted

_MOST_NAMED = 3


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
    """A refresh so far: how many feeds are done, how many of them weren't asked, what that brought.

    `new` counts new entries by the address of their feed, `failed` are the lines of the feeds that
    were asked in vain.
    """

    expected: int
    done: int = 0
    skipped: int = 0
    texts: int = 0
    new: Mapping[str, int] = field(default_factory=dict)
    failed: tuple[Line, ...] = ()
    slow: tuple[str, ...] = ()

    def with_line(self, line: Line) -> "News":
        """With one more feed done."""
        return replace(
            self,
            done=self.done + 1,
            skipped=self.skipped + (line.outcome == "skipped"),
            texts=self.texts + line.texts,
            new={**self.new, line.feed: line.new} if line.new else self.new,
            failed=(*self.failed, line) if line.outcome == "failed" else self.failed,
        )

    @property
    def entries(self) -> int:
        """How many entries came."""
        return sum(self.new.values())

    def progress(self) -> str:
        """How far it is, while it is under way."""
        return f"refreshing {self.done}/{self.expected} · {self.entries} new{self._slow()}"

    def summary(self, title: Callable[[str], str]) -> str:
        """How it ended; `title` says what a feed is called, by its address."""
        said = [counted(self.entries, "new entry", "new entries") + self._where(title)]
        if self.texts:
            said.append(counted(self.texts, "full text"))
        if self.skipped:
            said.append(f"{self.skipped:,} not due yet")
        return "; ".join(filter(None, (", ".join(said), self._failures(title))))

    def _where(self, title: Callable[[str], str]) -> str:
        match tuple(self.new):
            case ():
                return ""
            case (feed,):
                return f" in {title(feed)}"
            case feeds:
                return f" in {counted(len(feeds), 'feed')}"

    def _failures(self, title: Callable[[str], str]) -> str:
        """The feeds that failed, by name as far as there is room; why, if it is but one."""
        if not self.failed:
            return ""
        named = ", ".join(title(line.feed) for line in self.failed[:_MOST_NAMED])
        more = len(self.failed) - _MOST_NAMED
        others = f" and {more:,} more" if more > 0 else ""
        error = self.failed[0].error if len(self.failed) == 1 else None
        why = f" ({clean_line(error)})" if error else ""
        return f"{counted(len(self.failed), 'feed')} failed: {named}{others}{why}"

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
