import json
import threading
from pathlib import Path

import pytest

from feedtui.errors import NewerVersionError, StoreError
from feedtui.model import Mark
from feedtui.store.marks import MarkJournal
from world import Complaints

READ = Mark("00000000000000aa", "read", True, 5, "laptop")
STAR = Mark("00000000000000ab", "starred", False, 6, "laptop")


@pytest.fixture
def journal(tmp_path: Path, complaints: Complaints) -> MarkJournal:
    return MarkJournal(tmp_path / "marks", "laptop", complaints)


def test_marks_are_there_for_the_next_process(
    journal: MarkJournal, tmp_path: Path, complaints: Complaints
) -> None:
    journal.append([READ])
    journal.append([STAR])
    journal.settle()
    assert MarkJournal(tmp_path / "marks", "laptop", complaints).read_new() == (READ, STAR)


def test_one_mark_is_one_line_and_the_first_line_says_the_version(journal: MarkJournal) -> None:
    journal.append([READ])
    first, second = journal.path.read_text().splitlines()
    assert json.loads(first) == {"version": 1}
    assert json.loads(second) == {"e": READ.entry, "f": "read", "v": True, "t": 5}


def test_marks_are_handed_out_once(journal: MarkJournal) -> None:
    journal.append([READ])
    assert journal.read_new() == (READ,)
    assert journal.read_new() == ()
    journal.append([STAR])
    assert journal.read_new() == (STAR,)


def test_marks_of_other_devices_are_read(
    journal: MarkJournal, tmp_path: Path, complaints: Complaints
) -> None:
    MarkJournal(tmp_path / "marks", "phone", complaints).append([READ])
    assert journal.read_new() == (Mark(READ.entry, "read", True, 5, "phone"),)


def test_a_torn_line_costs_itself_only(journal: MarkJournal, complaints: Complaints) -> None:
    journal.append([READ])
    with journal.path.open("ab") as file:
        file.write(b'{"e":"00000000000000')
    journal.append([STAR])
    assert journal.read_new() == (READ, STAR)
    assert complaints.said == [f"{journal.path}: 1 damaged line(s) were skipped; the others count"]


def test_a_line_that_is_still_being_written_waits(journal: MarkJournal) -> None:
    journal.append([READ])
    with journal.path.open("ab") as file:
        file.write(b'{"e":"00000000000000ab","f":"starred",')
        file.flush()
        assert journal.read_new() == (READ,)
        file.write(b'"v":false,"t":6}\n')
    assert journal.read_new() == (STAR,)


def test_garbage_is_skipped_and_counted(journal: MarkJournal, complaints: Complaints) -> None:
    journal.append([READ])
    with journal.path.open("ab") as file:
        file.write(b"\x00\xff\xfe\n[]\nnull\n")
    journal.append([STAR])
    assert journal.read_new() == (READ, STAR)
    assert complaints.said == [f"{journal.path}: 3 damaged line(s) were skipped; the others count"]


def test_a_journal_of_a_newer_version_is_refused(journal: MarkJournal) -> None:
    journal.path.parent.mkdir()
    journal.path.write_text('{"version":2}\n')
    with pytest.raises(NewerVersionError, match="newer feedtui"):
        journal.read_new()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, complaints: Complaints) -> None:
    (tmp_path / "marks").write_text("a file in its place")
    journal = MarkJournal(tmp_path / "marks", "laptop", complaints)
    with pytest.raises(StoreError, match="can't be written"):
        journal.append([READ])


def test_marks_by_several_at_once_are_all_there(tmp_path: Path, complaints: Complaints) -> None:
    def work(number: int) -> None:
        journal = MarkJournal(tmp_path / "marks", "laptop", complaints)
        for step in range(50):
            journal.append([Mark(f"{number:08x}{step:08x}", "read", True, step, "laptop")])

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    marks = MarkJournal(tmp_path / "marks", "laptop", complaints).read_new()
    assert len({mark.entry for mark in marks}) == 400
    assert complaints.said == []
