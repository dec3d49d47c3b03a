"""Taking back, decided without touching anything.

A step may be taken back where what it did still stands. An entry's field stands as the step left it
if its latest mark is the step's own, or one that only brought the step's state back: by doing it
again, or by taking back a later one. What another device or a later action has changed since stays.
So every mark stands for a state, and taking back a step writes marks that stand for the state
before it.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from feedtui.model import MarkValue
from feedtui.store.steps import (
    MOST_STEPS,
    Change,
    Did,
    Event,
    Lapsed,
    Redone,
    Step,
    Undone,
    WordName,
)

WordOf = Callable[[str, str], tuple[WordName, MarkValue] | None]
"""The name and the value of the latest mark of an entry's field."""

NEVER = -1
"""The name of the mark that wasn't made."""

_Place = tuple[str, str]
_State = int | str
"""What a mark stands for: a step, by its id; else itself, by its name."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Marks to be made: entry, field and value; and how many entries are left as they are."""

    marks: tuple[tuple[str, str, MarkValue], ...]
    stay: int


@dataclass(slots=True)
class History:
    """What was done and can be taken back, the latest last; and what was taken back, likewise."""

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)
    _doing: dict[WordName, list[Step]] = field(default_factory=dict)
    _undoing: dict[WordName, dict[_Place, WordName]] = field(default_factory=dict)

    def backward(self, step: Step, word: WordOf) -> Setting:
        """How to take back a step's marks: where they stand, what was before."""
        return self._setting(
            [
                (entry, change.field, change.before, self._stands(entry, change, word, step.id))
                for change in step.changes
                for entry in change.entries
            ]
        )

    def forward(self, step: Step, word: WordOf) -> Setting:
        """How to make a step's marks again: where the state before it stands."""
        wanted = [
            (entry, change, self._state(change.was, (entry, change.field)))
            for change in step.changes
            for entry in change.entries
        ]
        return self._setting(
            [
                (entry, change.field, change.after, self._stands(entry, change, word, state))
                for entry, change, state in wanted
            ]
        )

    def take(self, event: Event) -> None:
        """Go on by what happened next."""
        match event:
            case Did(step):
                self.done.append(step)
                self.undone.clear()
                self._doing.setdefault(step.written, []).append(step)
            case Undone(name, written):
                self._move(name, self.done, self.undone, written)
            case Redone(name, written):
                self._move(name, self.undone, self.done, written)
            case Lapsed(name):
                self.done = [step for step in self.done if step.id != name]
                self.undone = [step for step in self.undone if step.id != name]

    def _move(self, name: str, here: list[Step], there: list[Step], written: int) -> None:
        found = next((step for step in here if step.id == name), None)
        if found is None:
            return
        here.remove(found)
        there.append(replace(found, written=written))
        if there is self.undone:
            self._undoing.setdefault(written, {}).update(_words_before(found.changes))
        else:
            self._doing.setdefault(written, []).append(found)

    def _stands(self, entry: str, change: Change, word: WordOf, wanted: _State) -> bool:
        latest = word(entry, change.field)
        return self._state(latest[0] if latest else NEVER, (entry, change.field)) == wanted

    def _state(self, name: WordName, place: _Place) -> _State:
        while isinstance(name, int):
            before = self._undoing.get(name, {}).get(place, name)
            if isinstance(before, int) and before >= name:
                break
            name = before
        steps = self._doing.get(name, [])
        about = steps if len(steps) == 1 else [step for step in steps if _is_about(step, place)]
        return about[-1].id if about else name

    @staticmethod
    def _setting(wanted: Sequence[tuple[str, str, MarkValue, bool]]) -> Setting:
        marks = tuple((entry, name, value) for entry, name, value, stands in wanted if stands)
        return Setting(marks, len({entry for entry, _, _, stands in wanted if not stands}))


def history(events: Iterable[Event], since: int = 0) -> History:
    """What can be taken back and done again after all that happened on this device.

    Not what was done before `since`, in milliseconds, and no more than the latest steps.
    """
    past = History()
    for event in events:
        past.take(event)
    past.done = [step for step in past.done if step.time >= since][-MOST_STEPS:]
    past.undone = [step for step in past.undone if step.time >= since]
    return past


def changes(
    entries: Collection[str], values: Mapping[str, MarkValue], word: WordOf
) -> tuple[Change, ...]:
    """What setting fields of entries would change, and how it was before."""
    groups: dict[tuple[str, MarkValue, MarkValue, WordName], list[str]] = {}
    for name, after in values.items():
        for entry in entries:
            was, before = word(entry, name) or (NEVER, type(after)())
            if before != after:
                groups.setdefault((name, before, after, was), []).append(entry)
    return tuple(
        Change(name, before, after, was, tuple(entries))
        for (name, before, after, was), entries in groups.items()
    )


def settings(changed: Iterable[Change]) -> tuple[tuple[str, str, MarkValue], ...]:
    """The marks that changes are made by: entry, field and value."""
    return tuple((entry, each.field, each.after) for each in changed for entry in each.entries)


def _is_about(step: Step, place: _Place) -> bool:
    """Whether a step set a field; asked where two processes did something at the same time."""
    entry, name = place
    return any(change.field == name and entry in change.entries for change in step.changes)


def _words_before(changed: Iterable[Change]) -> dict[_Place, WordName]:
    return {(entry, each.field): each.was for each in changed for entry in each.entries}
