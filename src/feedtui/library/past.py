"""What the person did on this device, and how it is taken back and done again.

`undo` decides, this does. A step is taken back under the journal's lock, so that two processes of
the device don't take back the same one. Should the program be killed in the middle, the step is
still to be taken back afterwards, and what of it was done already is then left as it is.
"""

from collections.abc import Callable
from dataclasses import dataclass

from feedtui.clean import clean_line
from feedtui.errors import StoreError, UsageError
from feedtui.library.feeds_edits import applied, difference, inverse
from feedtui.library.moving import moved_back, moved_on
from feedtui.library.undo import History, Setting, WordOf, history
from feedtui.library.wording import counted
from feedtui.model import MarkValue, Subscription
from feedtui.store import atomic
from feedtui.store.bin import Bin
from feedtui.store.cache import FeedCache
from feedtui.store.paths import Places
from feedtui.store.removed import forget_removed, note_removed
from feedtui.store.steps import (
    LONGEST,
    Binned,
    Event,
    FeedsEdit,
    HeldJournal,
    Lapsed,
    Redone,
    Step,
    StepJournal,
    Table,
    Undone,
)

Write = Callable[[tuple[tuple[str, str, MarkValue], ...]], int]
"""Makes marks, of an entry, a field and a value each; the time that they got."""


@dataclass(frozen=True, slots=True)
class Hand:
    """How marks are looked up and made; `catch_up` takes in those that others made meanwhile."""

    word: WordOf
    write: Write
    catch_up: Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Turned:
    """A step was taken back or done again; `stay` entries were changed since and stay."""

    step: Step
    stay: int = 0

    @property
    def sentence(self) -> str:
        """What it was, in words."""
        name = clean_line(self.step.name)
        if not self.stay:
            return name
        were = "was" if self.stay == 1 else "were"
        stay = "stays" if self.stay == 1 else "stay"
        entries = counted(self.stay, "entry", "entries")
        return f"{name}; {entries} {were} changed since and {stay}"


@dataclass(frozen=True, slots=True)
class _Turn:
    """All that turning a step round, or round again, takes."""

    step: Step
    how: str
    setting: Setting
    edit: FeedsEdit | None
    bins: Callable[[Step, int], None]
    addresses: Callable[[FeedCache, Subscription, Subscription, int], None]
    event: type[Undone] | type[Redone]


class Past:
    """The steps of this device. `clock` gives milliseconds since 1970."""

    def __init__(
        self,
        journal: StepJournal,
        places: Places,
        cache: FeedCache,
        clock: Callable[[], int],
        warn: Callable[[str], None],
    ) -> None:
        self._journal = journal
        self._places = places
        self._cache = cache
        self._clock = clock
        self._warn = warn

    def did(self, step: Step) -> None:
        """Remember what was done. Where that can't be written, it is told, and stays done."""
        try:
            self._journal.did(step)
        except StoreError as error:
            self._warn(f"{error}. “{clean_line(step.name)}” is done, but can't be taken back")

    def will(self, step: Step) -> None:
        """Write what is about to be done, and is not to be done without. Raises StoreError."""
        self._journal.did(step)
        self._journal.settle()

    def edited(self, name: str) -> Callable[[str, str], None]:
        """What to call with feeds.toml before and after an edit that is a step of that name."""

        def edited(before: str, after: str) -> None:
            edit = difference(before, after)
            if edit is None:
                return
            self._note(edit)
            keys = tuple(feed.key for table in edit.tables if (feed := table.before or table.after))
            self.did(Step("", name, self._clock(), feeds=keys, edit=edit))

        return edited

    def steps(self) -> tuple[Step, ...]:
        """What can be taken back, the latest first. Raises StoreError."""
        return tuple(reversed(self._history(self._journal.events()).done))

    def undo(self, which: int, hand: Hand) -> Turned | None:
        """Take back the latest step, or that many before it; None when there is none.

        Raises UsageError when it can't be taken back, and StoreError.
        """
        with self._journal.held() as held:
            hand.catch_up()
            past = self._history(held.events())
            step = _chosen(past, which)
            if step is None:
                return None
            edit = inverse(step.edit) if step.edit else None
            back = past.backward(step, hand.word)
            turn = _Turn(step, "taken back", back, edit, self._restore, moved_back, Undone)
            return self._turn(held, turn, hand)

    def redo(self, hand: Hand) -> Turned | None:
        """Do the step again that was taken back last; None when there is none. Raises likewise."""
        with self._journal.held() as held:
            hand.catch_up()
            past = self._history(held.events())
            if not past.undone:
                return None
            step = past.undone[-1]
            again = past.forward(step, hand.word)
            turn = _Turn(step, "done again", again, step.edit, self._purge, moved_on, Redone)
            return self._turn(held, turn, hand)

    def settle(self) -> None:
        """Wait until the steps are on the disk. Raises StoreError."""
        self._journal.settle()

    def _history(self, events: tuple[Event, ...]) -> History:
        return history(events, self._clock() - LONGEST)

    def _turn(self, held: HeldJournal, turn: _Turn, hand: Hand) -> Turned:
        step, now = turn.step, self._clock()
        try:
            self._edit(turn)
            _refuse_idle(turn)
            written = hand.write(turn.setting.marks) if turn.setting.marks else now
            if step.binned:
                turn.bins(step, written)
        except UsageError as error:
            held.add(Lapsed(step.id))
            raise UsageError(f"“{clean_line(step.name)}” can't be {turn.how}: {error}") from error
        held.add(turn.event(step.id, written))
        return Turned(step, turn.setting.stay)

    def _edit(self, turn: _Turn) -> None:
        edit = turn.edit
        if edit is None:
            return
        places = self._places
        atomic.edit(
            places.subscriptions, places.lock("feeds"), lambda text: applied(text, edit), ""
        )
        self._note(edit)
        self._remember(turn, edit)

    def _remember(self, turn: _Turn, edit: FeedsEdit) -> None:
        """What feeds that have another address now are asked with, and whether they stay there."""
        try:
            for table in edit.tables:
                if table.before is not None and table.after is not None:
                    now = self._clock() // 1000
                    turn.addresses(self._cache, table.before, table.after, now)
        except StoreError as error:
            self._warn(str(error))

    def _note(self, edit: FeedsEdit) -> None:
        """Note for the store which feeds left the list, and which are there again.

        Where that can't be noted, the next purge will.
        """
        try:
            for table in edit.tables:
                self._note_feed(table)
        except StoreError as error:
            self._warn(str(error))

    def _note_feed(self, table: Table) -> None:
        if table.after is not None:
            forget_removed(self._cache, table.after.key)
        elif table.before is not None:
            note_removed(self._cache, table.before.key, self._clock() // 1000)

    def _restore(self, step: Step, _: int) -> None:
        restored = [self._bin(each).restore(step.written) for each in step.binned]
        if not any(restored):
            raise UsageError("nothing of it is in the bin any more")

    def _purge(self, step: Step, written: int) -> None:
        for each in step.binned:
            self._bin(each).put(each.entries, written)

    def _bin(self, binned: Binned) -> Bin:
        return Bin(self._cache, binned.feed, self._warn)


def _chosen(past: History, which: int) -> Step | None:
    if which == 1 and not past.done:
        return None
    if not 1 <= which <= len(past.done):
        raise UsageError(f"there is no step {which}; `feedtui undo --list` names them")
    return past.done[-which]


def _refuse_idle(turn: _Turn) -> None:
    if turn.step.changes and not turn.setting.marks:
        raise UsageError("what it changed was changed again since")
