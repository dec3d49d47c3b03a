import errno
import fcntl
import json
import multiprocessing
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.errors import NewerVersionError, StoreError
from feedtui.model import Marking
from feedtui.store import atomic
from feedtui.store.appending import locked_journal
from feedtui.store.compaction import is_due
from feedtui.store.lines import compacted, first_line, read_lines
from feedtui.store.marks import MarkJournal
from feedtui.store.words import Words
from journals import READ, STAR, Mark, append_often, compact_often, each, many
from world import Complaints

UNREAD = READ._replace(value=False, times=[9])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "marks"


@pytest.fixture
def opened(folder: Path, complaints: Complaints) -> Callable[[], MarkJournal]:
    """Opens the journal, as another process of the device does."""
    return lambda: MarkJournal(folder, "laptop", complaints)


@pytest.fixture
def journal(opened: Callable[[], MarkJournal]) -> MarkJournal:
    return opened()


def test_compaction_keeps_the_latest_word_of_each_field(
    journal: MarkJournal, opened: Callable[[], MarkJournal]
) -> None:
    place = Marking("position", "3:120", ["00000000000000aa"], [7], "laptop")
    journal.append([READ, STAR, place])
    journal.append([place._replace(value="4:0", times=[8]), UNREAD])
    assert journal.compact()
    assert each(opened().read_new()) == each([UNREAD, STAR, place._replace(value="4:0", times=[8])])


def test_a_compacted_journal_has_a_hundred_marks_in_a_line(journal: MarkJournal) -> None:
    journal.append([many(250)])
    journal.compact()
    first, *lines = journal.path.read_text().splitlines()
    assert json.loads(first) == {"version": 2, "lines": 4}
    assert [len(json.loads(line)["e"]) for line in lines] == [100, 100, 50]


def test_compacting_again_changes_nothing(journal: MarkJournal) -> None:
    journal.append([READ, STAR])
    journal.compact()
    before = journal.path.read_bytes()
    assert journal.compact()
    assert journal.path.read_bytes() == before


def test_a_reader_goes_on_in_the_new_journal(
    journal: MarkJournal, opened: Callable[[], MarkJournal]
) -> None:
    reader = opened()
    journal.append([many(300)])
    reader.read_new()
    journal.compact()
    journal.append([STAR])
    assert each(reader.read_new()) == each([many(300), STAR])
    assert reader.read_new() == ()


def test_a_process_goes_on_adding_to_the_new_journal(
    journal: MarkJournal, opened: Callable[[], MarkJournal]
) -> None:
    screen = opened()
    screen.append([READ])
    journal.compact()
    screen.append([STAR])
    assert each(opened().read_new()) == each([READ, STAR])


def test_a_writer_that_waited_for_the_lock_writes_to_the_journal_that_is_there_then(
    journal: MarkJournal, opened: Callable[[], MarkJournal]
) -> None:
    journal.append([READ])
    waiting = threading.Thread(target=opened().append, args=([STAR],))
    with locked_journal(journal.path):
        waiting.start()
        copy = journal.path.with_name("copy")
        copy.write_bytes(journal.path.read_bytes())
        copy.replace(journal.path)
    waiting.join()
    assert each(opened().read_new()) == each([READ, STAR])


def test_nothing_is_lost_between_processes_that_mark_and_one_that_compacts(
    journal: MarkJournal, folder: Path, opened: Callable[[], MarkJournal]
) -> None:
    world = multiprocessing.get_context("spawn")
    work = [
        world.Process(target=append_often, args=(folder, 1, 500)),
        world.Process(target=append_often, args=(folder, 2, 500)),
        world.Process(target=compact_often, args=(folder, 20)),
    ]
    journal.append([STAR])
    for process in work:
        process.start()
    for process in work:
        process.join()
    assert [process.exitcode for process in work] == [0, 0, 0]
    found = {(entry, field) for entry, field, *_ in each(opened().read_new())}
    wanted = {(f"{number:08x}{step:08x}", "read") for number in (1, 2) for step in range(500)}
    assert found == wanted | {("00000000000000ab", "starred")}


def test_being_killed_at_any_line_of_compaction_loses_nothing_and_doubles_nothing(
    tmp_path: Path,
) -> None:
    script = Path(__file__).with_name("killed_compaction.py")
    done = subprocess.run(
        [sys.executable, script, tmp_path],
        env=os.environ | {"PYTHONPATH": str(script.parent.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) > 50


def test_a_journal_of_the_first_version_is_upgraded_with_a_copy_beside_it(
    journal: MarkJournal, folder: Path, opened: Callable[[], MarkJournal]
) -> None:
    folder.mkdir()
    first = '{"version":1}\n{"e":"00000000000000aa","f":"read","v":true,"t":5}\n'
    journal.path.write_text(first)
    journal.append([STAR])
    old = journal.path.read_bytes()
    journal.compact()
    assert (folder / "laptop.jsonl.v1").read_bytes() == old
    assert journal.path.read_text().startswith('{"version":2,')
    assert each(opened().read_new()) == each([READ, STAR])


def test_damaged_lines_are_kept_elsewhere_and_complained_of_no_more(
    journal: MarkJournal,
    folder: Path,
    opened: Callable[[], MarkJournal],
    complaints: Complaints,
) -> None:
    journal.append([READ])
    with journal.path.open("ab") as file:
        file.write(b"half a li\n\x00\x00\n")
    journal.compact()
    assert (folder / "laptop.jsonl.damaged-1").read_bytes() == b"half a li\n\x00\x00\n"
    assert each(opened().read_new()) == each([READ])
    assert complaints.said == []


def test_a_journal_of_a_newer_version_is_not_compacted(journal: MarkJournal, folder: Path) -> None:
    folder.mkdir()
    journal.path.write_text('{"version":3}\n')
    with pytest.raises(NewerVersionError, match="newer feedtui"):
        journal.compact()
    assert [path.name for path in folder.iterdir()] == ["laptop.jsonl"]


def test_a_journal_that_another_process_compacts_just_now_is_left_to_it(
    journal: MarkJournal, folder: Path
) -> None:
    journal.append([READ, UNREAD])
    before = journal.path.read_bytes()
    with atomic.locked_folder(folder):
        assert not journal.compact()
    assert journal.path.read_bytes() == before


def test_where_there_are_no_locks_marks_are_added_and_nothing_is_replaced(
    journal: MarkJournal, opened: Callable[[], MarkJournal], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(_descriptor: int, _how: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", unknown)
    journal.append([READ, UNREAD])
    before = journal.path.read_bytes()
    assert not journal.compact()
    assert journal.path.read_bytes() == before
    assert each(opened().read_new()) == each([READ, UNREAD])


def test_a_line_that_was_never_finished_is_in_the_way_of_none(
    journal: MarkJournal, opened: Callable[[], MarkJournal], complaints: Complaints
) -> None:
    journal.append([READ])
    with journal.path.open("ab") as file:
        file.write(b'{"e":"00000000000000')
    journal.compact()
    journal.append([STAR])
    assert each(opened().read_new()) == each([READ, STAR])
    assert len(complaints.said) == 1


def test_what_dead_compactions_left_is_swept_away(journal: MarkJournal, folder: Path) -> None:
    journal.append([READ])
    (folder / ".laptop.jsonl.abcd1234.part").write_bytes(b"half")
    journal.compact()
    assert [path.name for path in folder.iterdir()] == ["laptop.jsonl"]


def test_a_disk_that_is_full_leaves_the_journal_as_it_was(
    journal: MarkJournal, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.append([READ, UNREAD])
    before = journal.path.read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="No space left on device"):
        journal.compact()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"laptop.jsonl": before}


def test_a_mark_that_only_half_fits_on_the_disk_leaves_nothing_behind(
    journal: MarkJournal, opened: Callable[[], MarkJournal], monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.append([READ])
    before = journal.path.read_bytes()
    write = os.write

    def nearly_full(descriptor: int, content: bytes) -> int:
        if len(content) <= 100:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(descriptor, content[:100])

    monkeypatch.setattr(os, "write", nearly_full)
    with pytest.raises(StoreError, match="No space left on device"):
        journal.append([many(10, time=9)])
    assert journal.path.read_bytes() == before
    monkeypatch.undo()
    journal.append([STAR])
    assert each(opened().read_new()) == each([READ, STAR])


def test_the_mode_that_a_person_gave_the_journal_stays(journal: MarkJournal) -> None:
    journal.append([READ])
    journal.path.chmod(0o640)
    journal.compact()
    assert journal.path.stat().st_mode & 0o777 == 0o640


def test_a_symbolic_link_to_the_journal_stays_one(
    journal: MarkJournal, folder: Path, tmp_path: Path
) -> None:
    folder.mkdir()
    journal.path.symlink_to(tmp_path / "elsewhere.jsonl")
    journal.append([READ, UNREAD])
    journal.compact()
    assert journal.path.is_symlink()
    assert len((tmp_path / "elsewhere.jsonl").read_text().splitlines()) == 2


@pytest.mark.parametrize(
    ("lines", "kept", "due"),
    [(20_000, 0, False), (20_001, 0, True), (60_000, 30_000, False), (60_001, 30_000, True)],
)
def test_compacting_is_worth_while_for_what_is_long_and_has_grown(
    lines: int, kept: int, due: bool
) -> None:
    assert is_due(first_line(kept) + b"\n" * (lines - 1)) is due


def test_a_long_journal_is_compacted_and_a_short_one_is_not(journal: MarkJournal) -> None:
    journal.append([READ])
    assert not journal.compact_if_due()
    journal.append([many(20_000)])
    assert journal.compact_if_due()
    assert not journal.compact_if_due()


def test_without_a_journal_there_is_nothing_to_compact(journal: MarkJournal) -> None:
    assert not journal.compact_if_due()


markings = st.builds(
    Marking,
    field=st.sampled_from(["read", "starred", "tag:ä", "position", "of the future"]),
    value=st.booleans() | st.sampled_from(["", "3:120", "4:0"]),
    entries=st.lists(st.sampled_from(["a", "b", "c"]), min_size=2, max_size=2),
    times=st.lists(st.integers(0, 2**53 - 1), min_size=2, max_size=2),
    device=st.just("laptop"),
)


@given(st.lists(markings, max_size=30), st.lists(markings, max_size=5))
def test_compaction_keeps_the_result(said: list[Marking], later: list[Marking]) -> None:
    words = summed(said)
    short = read_lines(compacted(words), "laptop")
    assert short.damaged == ()
    assert words_of(summed(short.markings)) == words_of(words)
    assert words_of(summed([*short.markings, *later])) == words_of(summed([*said, *later]))


def summed(said: Iterable[Marking]) -> Words:
    words = Words()
    for marking in said:
        words.take(marking)
    return words


def words_of(words: Words) -> list[Mark]:
    return each(marking._replace(device="") for marking in words.markings())
