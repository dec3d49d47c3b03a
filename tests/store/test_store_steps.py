from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from feedtui.errors import NewerVersionError, StoreError
from feedtui.store.steps import (
    LONGEST,
    MOST_STEPS,
    Change,
    Did,
    Lapsed,
    Redone,
    Step,
    StepJournal,
    Undone,
)
from refusing import Disk
from world import NOON, Complaints

NOW = NOON * 1000
FEED = "https://a.example/"
DEEP = b'{"x":' + b"[" * 100_000 + b"\n"
DAMAGE = (b"\xff\xfe\n", b"[]\n", b'{"did":1}\n', b'{"did":{}}\n', b"\0" * 9, DEEP)


@pytest.fixture
def journal(tmp_path: Path, complaints: Complaints) -> StepJournal:
    names = count(1)
    path = tmp_path / "state" / "steps.jsonl"
    return StepJournal(path, tmp_path / "steps.lock", lambda: f"step-{next(names)}", complaints)


def step(name: str, time: int = NOW, entries: int = 1) -> Step:
    ids = tuple(f"{number:016x}" for number in range(entries))
    return Step("", name, time, time, (FEED,), (Change("read", False, True, -1, ids),))


def names(journal: StepJournal) -> list[str]:
    with journal.held() as held:
        return [event.step.name for event in held.events() if isinstance(event, Did)]


def test_what_happened_is_read_back_in_order(journal: StepJournal) -> None:
    journal.did(step("one"))
    with journal.held() as held:
        for event in (Undone("step-1", 5), Redone("step-1", 6), Lapsed("step-1")):
            held.add(event)
        first, *others = held.events()
    assert isinstance(first, Did)
    assert (first.step.id, first.step.name) == ("step-1", "one")
    assert others == [Undone("step-1", 5), Redone("step-1", 6), Lapsed("step-1")]


def test_it_is_for_the_person_alone(journal: StepJournal) -> None:
    journal.did(step("one"))
    assert journal.path.stat().st_mode & 0o777 == 0o600


def test_a_file_cut_off_anywhere_loses_what_was_cut_and_takes_more(
    journal: StepJournal, complaints: Complaints
) -> None:
    journal.did(step("one"))
    journal.did(step("two"))
    whole = journal.path.read_bytes()
    first = whole.index(b"\n", whole.index(b"\n") + 1)
    for length in range(len(whole)):
        journal.path.write_bytes(whole[:length])
        journal.did(step("three"))
        expected = ["one", "three"] if length >= first else ["three"]
        if length == len(whole) - 1:
            expected = ["one", "two", "three"]
        assert names(journal) == expected
    assert all("damaged line(s) were skipped" in said for said in complaints.said)


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_line_costs_itself_only(
    journal: StepJournal, complaints: Complaints, damage: bytes
) -> None:
    journal.did(step("one"))
    with journal.path.open("ab") as file:
        file.write(damage)
    journal.did(step("two"))
    assert names(journal) == ["one", "two"]
    assert complaints.said == [f"{journal.path}: 1 damaged line(s) were skipped; the others count"]


def test_a_time_that_no_clock_shows_is_damage(journal: StepJournal) -> None:
    journal.did(step("one"))
    text = journal.path.read_text()
    journal.path.write_text(text.replace(str(NOW), "9" * 18))
    assert names(journal) == []


def test_one_of_a_newer_version_is_left_alone(journal: StepJournal) -> None:
    journal.path.parent.mkdir()
    journal.path.write_text('{"version":99}\n')
    with pytest.raises(NewerVersionError, match="newer feedtui"):
        names(journal)
    with pytest.raises(NewerVersionError, match="newer feedtui"):
        journal.did(step("one"))
    assert journal.path.read_text() == '{"version":99}\n'


def test_it_stays_small_and_keeps_the_latest(journal: StepJournal) -> None:
    for number in range(MOST_STEPS + 500):
        journal.did(step(f"{number}", entries=50))
    assert journal.path.stat().st_size < 5_000_000
    left = names(journal)
    assert left[-1] == f"{MOST_STEPS + 499}"
    assert left == [f"{MOST_STEPS + 500 - place}" for place in range(len(left), 0, -1)]


def test_what_was_said_of_a_forgotten_step_is_forgotten_too(journal: StepJournal) -> None:
    journal.did(step("old"))
    with journal.held() as held:
        held.add(Undone("step-1", NOW))
        for number in range(2, MOST_STEPS + 1):
            held.add(Did(replace(step(f"{number}", entries=20), id=f"{number}")))
        held.shorten()
        assert len(held.events()) == MOST_STEPS + 1
        held.add(Did(step("young", entries=60_000)))
        held.shorten()
        assert {type(event) for event in held.events()} == {Did}


def test_a_clock_that_was_years_ahead_for_a_moment_forgets_no_step(journal: StepJournal) -> None:
    journal.did(step("now", entries=12_000))
    journal.did(step("in ten years", NOW + 120 * LONGEST, entries=12_000))
    journal.did(step("now again", entries=12_000))
    assert names(journal) == ["now", "in ten years", "now again"]


def test_what_a_killed_writer_left_is_swept_away(journal: StepJournal) -> None:
    journal.did(step("one"))
    left = journal.path.with_name(".steps.jsonl.abcd1234.part")
    left.write_text("half")
    journal.did(step("two"))
    assert not left.exists()


def test_a_full_disk_leaves_no_half_line(
    journal: StepJournal, disk: Disk, complaints: Complaints
) -> None:
    journal.did(step("one"))
    disk.become_full()
    with pytest.raises(StoreError, match="can't be written"):
        journal.did(step("two"))
    disk.recover()
    journal.did(step("three"))
    assert (names(journal), complaints.said) == (["one", "three"], [])
