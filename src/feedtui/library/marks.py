"""The sum of all marks: for each field of each entry, the latest word of any device.

Marks may arrive in any order, twice, or from a device whose clock is off; the result is the same.

The time of a new mark is that of a hybrid logical clock: the wall clock's, but later than every
mark that is known here, so that a clock which was set back loses nothing. A device whose clock is
years ahead doesn't take the others along: their times run ahead of the wall clock by a day at most,
unless what they mark was marked in the future; then the new mark is later still. So what a person
says counts against all that was known when it was said, and of two words that were said apart, the
later one.
"""

from collections.abc import Iterable, Iterator, Sequence

from feedtui.clean import clean_line
from feedtui.library.positions import read_position
from feedtui.model import Marking, MarkValue, Status
from feedtui.store.words import LATEST_TIME, Word, Words

READ = "read"
STARRED = "starred"
HIDDEN = "hidden"
POSITION = "position"
TAG = "tag:"

A_DAY = 24 * 60 * 60 * 1000
"""Milliseconds by which marks may run ahead of the wall clock."""

Change = tuple[str, str, MarkValue]
"""An entry, one of its fields, and what that is set to."""

_NONE: frozenset[str] = frozenset()
_BOTH = (False, True)
_USUAL = {(read, starred): Status(read, starred) for read in _BOTH for starred in _BOTH}
"""Of most entries no more is known, and lists ask for a hundred thousand at once."""


class Marks:
    """Latest word per field and entry, and what it means.

    `read`, `starred` and `hidden` are the ids of the entries that are, for whoever asks of many at
    once and changes nothing. `tag_changes` counts how often tags have changed.
    """

    def __init__(self) -> None:
        self.read: set[str] = set()
        self.starred: set[str] = set()
        self.hidden: set[str] = set()
        self._shown = {READ: self.read, STARRED: self.starred, HIDDEN: self.hidden}
        self.tag_changes = 0
        self._tags: dict[str, frozenset[str]] = {}
        self._more: set[str] = set()
        self._words = Words()
        self._given = -1

    def apply(self, markings: Iterable[Marking]) -> bool:
        """Take marks in; whether any of them changed what lists show."""
        return sum(map(self._take, markings)) > 0

    def is_read(self, entry: str) -> bool:
        """Whether the entry was read."""
        return entry in self.read

    def is_starred(self, entry: str) -> bool:
        """Whether the entry was starred."""
        return entry in self.starred

    @property
    def tagged(self) -> frozenset[str]:
        """The entries that have tags."""
        return frozenset(entry for entry, tags in self._tags.items() if tags)

    @property
    def any_tags(self) -> bool:
        """Whether an entry ever had a tag."""
        return bool(self._tags)

    def tags_of(self, entry: str) -> frozenset[str]:
        """The tags that the person gave an entry."""
        return self._tags.get(entry, _NONE)

    def position(self, entry: str) -> str:
        """Where reading the entry stopped; empty when nobody knows."""
        return self._words.text(entry, POSITION)

    def positions(self) -> Iterator[tuple[str, int, str]]:
        """Entries, when reading them stopped in milliseconds since 1970, and where."""
        return self._words.texts(POSITION)

    def status(self, entry: str) -> Status:
        """All that the person did to the entry."""
        if entry not in self._more:
            return _USUAL[entry in self.read, entry in self.starred]
        position = self.position(entry)
        left = read_position(position)
        return Status(
            entry in self.read,
            entry in self.starred,
            tuple(sorted(self._tags.get(entry, _NONE))),
            entry in self.hidden,
            position,
            left is not None and left.is_half_way,
        )

    def word(self, entry: str, field: str) -> Word | None:
        """The latest mark on one field of one entry: its time, its device, its value."""
        return self._words.word(entry, field)

    def new(self, changes: Iterable[Change], wall: int, device: str) -> tuple[Marking, ...]:
        """Marks that make these changes, all of one time; `wall` is the clock's, in milliseconds.

        They are not taken in yet.
        """
        wanted: dict[tuple[str, MarkValue], list[str]] = {}
        for entry, field, value in changes:
            wanted.setdefault((field, value), []).append(entry)
        before = (self._words.latest_of(entries, field) for (field, _), entries in wanted.items())
        known = self._words.latest
        time, self._given = moment(wall, known, self._given, max(before, default=0))
        return tuple(
            Marking(field, value, entries, [time] * len(entries), device)
            for (field, value), entries in wanted.items()
        )

    def _take(self, marking: Marking) -> bool:
        taken = self._words.take(marking)
        if marking.field not in {READ, STARRED}:
            self._more.update(taken)
        if isinstance(marking.value, str):
            return False
        if marking.field.startswith(TAG):
            return self._show_tag(marking.field.removeprefix(TAG), taken, tagged=marking.value)
        shown = self._shown.get(marking.field)
        if shown is None:
            return False
        before = len(shown)
        (shown.update if marking.value else shown.difference_update)(taken)
        return len(shown) != before

    def _show_tag(self, tag: str, entries: Sequence[str], *, tagged: bool) -> bool:
        if not tag or clean_line(tag) != tag:
            return False
        name = frozenset({tag})
        changed = False
        for entry in entries:
            tags = self._tags.get(entry, _NONE)
            self._tags[entry] = tags | name if tagged else tags - name
            changed |= self._tags[entry] != tags
        self.tag_changes += changed
        return changed


def moment(wall: int, known: int, given: int, before: int) -> tuple[int, int]:
    """The time of a new mark, and what is to be `given` next; all in milliseconds.

    `known` is the newest time of all marks, `given` what the last mark here was given, `before` the
    time of the mark that this one replaces.
    """
    base = max(wall, min(known, wall + A_DAY) + 1, given + 1)
    return min(max(base, before + 1), LATEST_TIME), base
