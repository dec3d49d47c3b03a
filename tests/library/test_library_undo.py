import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from time import time_ns

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.errors import UsageError
from feedtui.library.home import Home
from feedtui.library.library import Library
from feedtui.library.marks import READ, STARRED, TAG
from feedtui.library.undo import NEVER, History, changes, history
from feedtui.model import MarkValue, Status
from feedtui.query.views import ALL, View
from feedtui.store.steps import Change, Did, Redone, Step, StepJournal, Undone, WordName
from stock import NEWS, POEMS
from world import NOON, Clock, Complaints


def unread(library: Library) -> int:
    return library.counts(ALL).unread


def names(library: Library) -> list[str]:
    return [step.name for step in library.steps()]


def other_device(home: Home, tmp_path: Path) -> Library:
    """The same data folder, as another machine sees it."""
    places = home.places
    other = type(places)(places.config, places.data, places.cache, tmp_path / "other-state")
    return Home(other, home.environment, home.clock, home.warn).library()


def test_a_step_has_a_name_and_a_time_and_the_latest_comes_first(
    stocked: Home, clock: Clock
) -> None:
    library = stocked.library()
    items = library.items(ALL)
    library.mark(items, READ, "marked 5 read in All", value=True)
    clock.advance(60)
    library.mark(items[:1], STARRED, "starred “Alpha”", value=True)
    assert [(step.name, step.time) for step in library.steps()] == [
        ("starred “Alpha”", (NOON + 60) * 1000),
        ("marked 5 read in All", NOON * 1000),
    ]


def test_undo_and_redo_survive_a_restart(stocked: Home) -> None:
    library = stocked.library()
    library.mark(library.items(ALL), READ, "marked 5 read", value=True)
    assert stocked.library().undo() == "marked 5 read"
    assert unread(stocked.library()) == 5
    assert stocked.library().redo() == "marked 5 read"
    assert unread(stocked.library()) == 0
    assert stocked.library().undo() == "marked 5 read"
    assert unread(stocked.library()) == 5


def test_several_fields_are_one_step(stocked: Home) -> None:
    library = stocked.library()
    first = library.items(ALL)[0]
    wishes: dict[str, MarkValue] = {READ: True, STARRED: True, f"{TAG}later": True}
    assert library.mark_fields([first], wishes, "kept “Alpha”") == 3
    assert library.status(first) == Status(read=True, starred=True, tags=("later",))
    assert library.undo() == "kept “Alpha”"
    assert library.status(first) == Status()
    assert library.redo() == "kept “Alpha”"
    assert library.status(first) == Status(read=True, starred=True, tags=("later",))


def test_undoing_goes_back_step_by_step_over_the_same_entry(stocked: Home) -> None:
    library = stocked.library()
    first = library.items(ALL)[:1]
    library.mark(first, READ, "read", value=True)
    library.mark(first, READ, "unread", value=False)
    library.mark(first, READ, "read again", value=True)
    states = [library.is_read(first[0])]
    while library.undo():
        states.append(library.is_read(first[0]))
    assert states == [True, False, True, False]
    while library.redo():
        states.append(library.is_read(first[0]))
    assert states == [True, False, True, False, True, False, True]
    assert names(library) == ["read again", "unread", "read"]


def test_a_new_action_clears_what_could_be_done_again(stocked: Home) -> None:
    library = stocked.library()
    items = library.items(ALL)
    library.mark(items[:1], READ, "one", value=True)
    library.undo()
    library.mark(items[1:2], READ, "two", value=True)
    assert library.redo() is None
    assert names(library) == ["two"]


def test_what_another_device_changed_since_stays_and_is_counted(
    stocked: Home, tmp_path: Path, clock: Clock
) -> None:
    library = stocked.library()
    library.mark(library.items(ALL), READ, "marked 5 read", value=True)
    clock.advance(1)
    phone = other_device(stocked, tmp_path)
    phone.mark(phone.items(ALL)[:2], READ, "unread", value=False)
    phone.mark(phone.items(ALL)[:1], READ, "read", value=True)
    assert library.undo() == "marked 5 read; 2 entries were changed since and stay"
    assert [library.is_read(item) for item in library.items(ALL)] == [
        True,
        False,
        False,
        False,
        False,
    ]


def test_another_device_has_steps_of_its_own(stocked: Home, tmp_path: Path) -> None:
    library = stocked.library()
    library.mark(library.items(ALL), READ, "marked 5 read", value=True)
    phone = other_device(stocked, tmp_path)
    assert phone.steps() == ()
    assert phone.undo() is None


def test_another_device_sees_what_was_taken_back(stocked: Home, tmp_path: Path) -> None:
    library = stocked.library()
    phone = other_device(stocked, tmp_path)
    library.mark(library.items(ALL), READ, "marked 5 read", value=True)
    assert phone.catch_up()
    library.undo()
    assert phone.catch_up()
    assert unread(phone) == 5


def test_what_was_done_on_the_command_line_is_undone_on_the_screen_and_the_other_way_round(
    stocked: Home,
) -> None:
    screen, shell = stocked.library(), stocked.library()
    items = screen.items(ALL)
    screen.mark(items[:2], READ, "on the screen", value=True)
    shell.catch_up()
    shell.mark(items[2:4], READ, "in the shell", value=True)
    assert screen.undo() == "in the shell"
    assert unread(screen) == 3
    assert shell.undo() == "on the screen"
    assert unread(shell) == 5
    assert screen.undo() is None
    assert screen.redo() == "on the screen"
    assert shell.redo() == "in the shell"
    assert unread(stocked.library()) == 1


def test_a_step_further_down_the_list_can_be_taken_back_by_itself(stocked: Home) -> None:
    library = stocked.library()
    items = library.items(ALL)
    library.mark(items[:2], READ, "first", value=True)
    library.mark(items[1:2], READ, "second", value=False)
    library.mark(items[2:3], STARRED, "third", value=True)
    assert library.undo(3) == "first; 1 entry was changed since and stays"
    assert [library.is_read(item) for item in items[:2]] == [False, False]
    assert names(library) == ["third", "second"]
    assert library.redo() == "first; 1 entry was changed since and stays"
    assert names(library) == ["first", "third", "second"]


def test_a_step_that_is_wholly_overruled_is_told_and_leaves_the_list(
    stocked: Home, clock: Clock, tmp_path: Path
) -> None:
    library = stocked.library()
    library.mark(library.items(ALL)[1:2], STARRED, "before", value=True)
    library.mark(library.items(ALL)[:1], READ, "read", value=True)
    clock.advance(1)
    phone = other_device(stocked, tmp_path)
    phone.mark(phone.items(ALL)[:1], READ, "unread", value=False)
    with pytest.raises(UsageError, match="“read” can't be taken back: what it changed"):
        library.undo()
    assert library.undo() == "before"


def test_a_number_that_is_not_in_the_list_is_refused(stocked: Home) -> None:
    library = stocked.library()
    library.mark(library.items(ALL)[:1], READ, "read", value=True)
    for number in (0, 2, -1):
        with pytest.raises(UsageError, match=f"there is no step {number}; `feedtui undo --list`"):
            library.undo(number)


def test_counts_are_right_after_taking_back_in_one_of_several_feeds(stocked: Home) -> None:
    library = stocked.library()
    library.mark(library.items(View("feed", POEMS)), READ, "poems", value=True)
    library.mark(library.items(View("feed", NEWS)), READ, "news", value=True)
    library.undo()
    assert library.counts(View("feed", NEWS)).unread == 3
    assert library.counts(View("feed", POEMS)).unread == 0


def test_a_clock_that_jumps_back_does_not_keep_anything_from_being_taken_back(
    stocked: Home, clock: Clock
) -> None:
    library = stocked.library()
    library.mark(library.items(ALL), READ, "marked 5 read", value=True)
    clock.advance(-1_000_000)
    assert stocked.library().undo() == "marked 5 read"
    assert unread(stocked.library()) == 5


def test_where_steps_cannot_be_kept_marking_goes_on_and_that_is_told(
    stocked: Home, complaints: Complaints
) -> None:
    library = stocked.library()
    stocked.places.steps.mkdir(parents=True)
    library.mark(library.items(ALL), READ, "marked 5 read", value=True)
    assert unread(stocked.library()) == 0
    assert len(complaints.said) == 1
    assert "“marked 5 read” is done, but can't be taken back" in complaints.said[0]


def test_a_name_is_clean_when_it_is_shown(stocked: Home) -> None:
    library = stocked.library()
    library.mark(library.items(ALL)[:1], READ, "read \x1b[31mred", value=True)
    assert "\x1b" not in (library.undo() or "")


def test_half_a_step_is_left_of_a_crash_between_marking_and_remembering(stocked: Home) -> None:
    """The marks are there, the step isn't: nothing that was confirmed is gone."""
    library = stocked.library()
    library.mark(library.items(ALL), READ, "marked 5 read", value=True)
    stocked.places.steps.unlink()
    assert stocked.library().undo() is None
    assert unread(stocked.library()) == 0


def test_a_crash_between_taking_back_and_noting_it_does_no_harm(stocked: Home) -> None:
    library = stocked.library()
    library.mark(library.items(ALL), READ, "marked 5 read", value=True)
    before = stocked.places.steps.read_bytes()
    library.undo()
    stocked.places.steps.write_bytes(before)
    with pytest.raises(UsageError, match="changed again since"):
        stocked.library().undo()
    assert unread(stocked.library()) == 5


# The decision alone, against a model: whatever is done, taken back and done again, a field is as it
# was whenever everything since has been taken back.

Moves = list[str]
moves = st.lists(st.sampled_from(["on", "off", "undo", "redo"]), max_size=20)


class Simulation:
    """One field of one entry, and a history of steps about it."""

    def __init__(self) -> None:
        self.past = History()
        self.time = 0
        self.word: tuple[WordName, MarkValue] | None = None
        self.states: list[MarkValue] = [False]
        self.at = 0

    def value(self) -> MarkValue:
        return self.word[1] if self.word else False

    def move(self, move: str) -> None:
        self.time += 1
        match move:
            case "undo" if self.past.done:
                step = self.past.done[-1]
                assert self.past.backward(step, self._word).stay == 0
                self._set(step.changes[0].before)
                self.past.take(Undone(step.id, self.time))
                self.at -= 1
            case "redo" if self.past.undone:
                step = self.past.undone[-1]
                assert self.past.forward(step, self._word).stay == 0
                self._set(step.changes[0].after)
                self.past.take(Redone(step.id, self.time))
                self.at += 1
            case "on" | "off":
                self._do(value=move == "on")

    def _do(self, *, value: bool) -> None:
        changed = changes(["a"], {"read": value}, self._word)
        if not changed:
            return
        self._set(value)
        self.past.take(Did(Step(f"step {self.time}", "", 0, self.time, changes=changed)))
        self.states[self.at + 1 :] = [value]
        self.at += 1

    def _set(self, value: MarkValue) -> None:
        self.word = (self.time, value)

    def _word(self, _: str, __: str) -> tuple[WordName, MarkValue] | None:
        return self.word


@given(moves)
def test_taking_back_and_doing_again_walk_along_what_was_done(of: Moves) -> None:
    simulation = Simulation()
    for move in of:
        simulation.move(move)
        assert simulation.value() == simulation.states[simulation.at]


def test_marks_that_nobody_made_have_a_name_too() -> None:
    assert changes(["a"], {"read": True}, lambda _, __: None) == (
        Change("read", False, True, NEVER, ("a",)),
    )


def test_a_history_of_nothing_has_nothing_to_take_back(tmp_path: Path) -> None:
    journal = StepJournal(tmp_path / "steps.jsonl", tmp_path / "lock", lambda: "1", print)
    with journal.held() as held:
        past = history(held.events())
    assert (past.done, past.undone) == ([], [])


def test_what_was_done_long_ago_is_not_taken_back_any_more(stocked: Home, clock: Clock) -> None:
    library = stocked.library()
    library.mark(library.items(ALL)[:1], READ, "read", value=True)
    clock.advance(30 * 24 * 3600 + 1)
    assert library.undo() is None
    assert library.steps() == ()


def test_two_processes_that_mark_in_the_same_millisecond_have_a_step_each(stocked: Home) -> None:
    one, other = stocked.library(), stocked.library()
    items = one.items(ALL)
    one.mark(items[:2], READ, "one", value=True)
    other.mark(items[2:], READ, "other", value=True)
    assert one.undo(2) == "one"
    assert [other.is_read(item) for item in other.items(ALL)] == [False, False, True, True, True]
    assert one.undo() == "other"
    assert unread(one) == 5
    assert one.redo() == "other"
    assert one.redo() == "one"
    assert unread(one) == 0


def test_of_two_marks_on_one_entry_in_one_millisecond_the_last_one_is_taken_back(
    stocked: Home,
) -> None:
    one, other = stocked.library(), stocked.library()
    item = one.items(ALL)[0]
    one.mark([item], READ, "one", value=True)
    other.mark([item], READ, "other", value=True)
    assert one.undo() == "other"
    assert not one.is_read(item)
    with pytest.raises(UsageError, match="changed again since"):
        one.undo()
    assert not stocked.library().is_read(item)


def test_steps_that_were_cut_off_anywhere_are_no_obstacle(stocked: Home) -> None:
    library = stocked.library()
    library.mark(library.items(ALL)[:1], READ, "one", value=True)
    library.mark(library.items(ALL)[1:2], READ, "two", value=True)
    library.undo()
    whole = stocked.places.steps.read_bytes()
    for length in range(len(whole)):
        stocked.places.steps.write_bytes(whole[:length])
        named = [step.name for step in stocked.past().steps()]
        assert named in ([], ["one"], ["two", "one"])


TAKE_BACK = """
import os, time
from feedtui.library.home import Home
from feedtui.store.paths import find_places

home = Home(find_places(os.environ), os.environ, lambda: time.time_ns() // 10**6, print)
library = home.library()
while library.undo():
    pass
"""


def test_two_processes_take_each_step_back_once(stocked: Home, tmp_path: Path) -> None:
    library = replace(stocked, clock=lambda: time_ns() // 10**6).library()
    items = library.items(ALL)
    for number in range(40):
        library.mark(items[number % 5 : number % 5 + 1], READ, "m", value=number < 5 or number > 9)
        library.mark(items, STARRED, "s", value=number % 2 == 0)
    number = len(library.steps())
    assert number > 40
    command = [sys.executable, "-c", TAKE_BACK]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(2)]
    assert [process.communicate()[0] for process in both] == [b"", b""]
    assert [process.returncode for process in both] == [0, 0]
    journal = StepJournal(stocked.places.steps, tmp_path / "lock", str, print)
    with journal.held() as held:
        undone = [event.step for event in held.events() if isinstance(event, Undone)]
    assert len(undone) == len(set(undone)) == number
    assert [stocked.library().status(item) for item in items] == [Status()] * 5
