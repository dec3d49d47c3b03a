import json
import threading
from pathlib import Path

import pytest

from feedtui.errors import NewerVersionError, StoreError
from feedtui.model import Marking
from feedtui.store.marks import MarkJournal
from journals import READ, STAR, each
from world import Complaints

BOTH = each([READ, STAR])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "marks"


@pytest.fixture
def journal(folder: Path, complaints: Complaints) -> MarkJournal:
    return MarkJournal(folder, "laptop", complaints)


@pytest.fixture
def reader(folder: Path, complaints: Complaints) -> MarkJournal:
    """Another process of the same device."""
    return MarkJournal(folder, "laptop", complaints)


def test_marks_are_there_for_the_next_process(journal: MarkJournal, reader: MarkJournal) -> None:
    journal.append([READ])
    journal.append([STAR])
    journal.settle()
    assert each(reader.read_new()) == BOTH


def test_one_mark_is_one_line_and_the_first_line_says_the_version(journal: MarkJournal) -> None:
    journal.append([READ])
    first, second = journal.path.read_text().splitlines()
    assert json.loads(first) == {"version": 2, "lines": 1}
    assert json.loads(second) == {"e": "00000000000000aa", "f": "read", "v": True, "t": 5}


def test_a_place_is_kept_as_text(journal: MarkJournal, reader: MarkJournal) -> None:
    place = Marking("position", "3:120", ["00000000000000aa"], [7], "laptop")
    journal.append([place])
    assert each(reader.read_new()) == each([place])


def test_marks_are_handed_out_once(journal: MarkJournal, reader: MarkJournal) -> None:
    journal.append([READ])
    assert each(reader.read_new()) == each([READ])
    assert reader.read_new() == ()
    journal.append([STAR])
    assert each(reader.read_new()) == each([STAR])


def test_ones_own_marks_do_not_come_back(journal: MarkJournal) -> None:
    journal.append([READ])
    journal.append([STAR])
    assert journal.read_new() == ()


def test_marks_that_another_wrote_before_ones_own_are_not_missed(
    journal: MarkJournal, reader: MarkJournal
) -> None:
    reader.append([READ])
    journal.append([STAR])
    assert each(journal.read_new()) == BOTH
    assert each(reader.read_new()) == each([STAR])


def test_marks_of_other_devices_are_read(
    journal: MarkJournal, folder: Path, complaints: Complaints
) -> None:
    MarkJournal(folder, "phone", complaints).append([READ])
    assert each(journal.read_new()) == each([READ._replace(device="phone")])


def test_a_torn_line_costs_itself_only(
    journal: MarkJournal, reader: MarkJournal, complaints: Complaints
) -> None:
    journal.append([READ])
    with journal.path.open("ab") as file:
        file.write(b'{"e":"00000000000000')
    journal.append([STAR])
    assert each(reader.read_new()) == BOTH
    assert complaints.said == [
        f"{journal.path}: 1 damaged line(s) were skipped (line 3); the others count"
    ]


def test_a_line_that_is_still_being_written_waits(
    journal: MarkJournal, reader: MarkJournal
) -> None:
    journal.append([READ])
    with journal.path.open("ab") as file:
        file.write(b'{"e":"00000000000000ab","f":"starred",')
        file.flush()
        assert each(reader.read_new()) == each([READ])
        file.write(b'"v":false,"t":6}\n')
    assert each(reader.read_new()) == each([STAR])


@pytest.mark.parametrize(
    "line",
    [
        b"\x00\x00\x00\x00",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"{}",
        b"<<<<<<< HEAD",
        b'{"e":"00000000000000ac"}',
        b'{"e":"","f":"read","v":true,"t":1}',
        b'{"e":"00000000000000ac","f":"read","v":true,"t":-1}',
        b'{"e":"00000000000000ac","f":"read","v":true,"t":1e30}',
        b'{"e":"00000000000000ac","f":"read","v":true,"t":1.5}',
        b'{"e":"00000000000000ac","f":"read","v":true,"t":true}',
        b'{"e":"00000000000000ac","f":"read","v":true,"t":9007199254740992}',
        b'{"e":"00000000000000ac","f":"read","v":1,"t":1}',
        b'{"e":"00000000000000ac","f":"read","v":null,"t":1}',
        b'{"e":"\\ud800","f":"read","v":true,"t":1}',
        b'{"e":["00000000000000ac"],"f":"read","v":true,"t":[1,2]}',
        b'{"e":["00000000000000ac"],"f":"read","v":true,"t":1}',
        b'{"x":' + b"[" * 100_000,
    ],
)
def test_garbage_is_skipped_and_its_line_is_named(
    line: bytes, journal: MarkJournal, reader: MarkJournal, complaints: Complaints
) -> None:
    journal.append([READ])
    assert each(reader.read_new()) == each([READ])
    with journal.path.open("ab") as file:
        file.write(line + b"\n")
    journal.append([STAR])
    assert each(reader.read_new()) == each([STAR])
    assert complaints.said == [
        f"{journal.path}: 1 damaged line(s) were skipped (line 3); the others count"
    ]


def test_damage_is_told_once_although_the_journal_is_read_anew(
    journal: MarkJournal, reader: MarkJournal, complaints: Complaints
) -> None:
    journal.append([READ, STAR])
    whole = journal.path.read_bytes()
    journal.path.write_bytes(b"garbage\n" + whole)
    reader.read_new()
    journal.path.write_bytes(b"garbage\n" + whole[: whole.rindex(b"{")])
    reader.read_new()
    assert len(complaints.said) == 1


def test_a_journal_of_a_newer_version_is_left_alone_and_the_others_count(
    journal: MarkJournal, folder: Path, complaints: Complaints
) -> None:
    journal.append([READ])
    newer = '{"version":3}\n{"e":"00000000000000ab","f":"read","v":true,"t":9}\n'
    (folder / "phone.jsonl").write_text(newer)
    reader = MarkJournal(folder, "tablet", complaints)
    assert each(reader.read_new()) == each([READ])
    assert reader.read_new() == ()
    assert len(complaints.said) == 1
    assert "phone.jsonl was written by a newer feedtui" in complaints.said[0]
    assert (folder / "phone.jsonl").read_text() == newer


def test_nothing_is_added_to_a_journal_of_a_newer_version(journal: MarkJournal) -> None:
    journal.path.parent.mkdir()
    journal.path.write_text('{"version":3}\n')
    with pytest.raises(NewerVersionError, match="newer feedtui"):
        journal.append([READ])
    assert journal.path.read_text() == '{"version":3}\n'


def test_a_journal_of_the_first_version_is_read_and_added_to(
    journal: MarkJournal, reader: MarkJournal
) -> None:
    journal.path.parent.mkdir()
    journal.path.write_text('{"version":1}\n{"e":"00000000000000aa","f":"read","v":true,"t":5}\n')
    journal.append([STAR])
    assert each(reader.read_new()) == BOTH
    assert journal.path.read_text().startswith('{"version":1}\n')


def test_a_journal_that_grew_on_another_device_is_read_where_it_stopped(
    journal: MarkJournal, folder: Path, complaints: Complaints
) -> None:
    phone = folder / "phone.jsonl"
    MarkJournal(folder, "phone", complaints).append([READ])
    short = phone.read_bytes()
    assert each(journal.read_new()) == each([READ._replace(device="phone")])
    MarkJournal(folder, "phone", complaints).append([STAR])
    grown = phone.read_bytes()
    phone.unlink()
    phone.write_bytes(grown)
    assert each(journal.read_new()) == each([STAR._replace(device="phone")])
    phone.write_bytes(short)
    assert each(journal.read_new()) == each([READ._replace(device="phone")])


def test_a_file_that_was_replaced_by_one_of_the_same_size_is_read_from_its_beginning(
    journal: MarkJournal, reader: MarkJournal
) -> None:
    journal.append([READ])
    reader.read_new()
    replaced = journal.path.read_bytes().replace(b"aa", b"ac")
    journal.path.unlink()
    journal.path.write_bytes(replaced)
    assert each(reader.read_new()) == each([READ._replace(entries=["00000000000000ac"])])


def test_line_ends_of_another_system_are_no_damage(
    journal: MarkJournal, reader: MarkJournal, complaints: Complaints
) -> None:
    journal.append([READ, STAR])
    journal.path.write_bytes(journal.path.read_bytes().replace(b"\n", b"\r\n"))
    assert each(reader.read_new()) == BOTH
    assert complaints.said == []


def test_a_journal_that_was_deleted_is_begun_anew(
    journal: MarkJournal, reader: MarkJournal
) -> None:
    journal.append([READ])
    reader.read_new()
    journal.path.unlink()
    assert reader.read_new() == ()
    journal.append([STAR])
    assert each(reader.read_new()) == each([STAR])


def test_a_copy_that_is_carried_in_pieces_is_complete_in_the_end(
    journal: MarkJournal, folder: Path, complaints: Complaints
) -> None:
    MarkJournal(folder / "elsewhere", "phone", complaints).append([READ, STAR])
    whole = (folder / "elsewhere" / "phone.jsonl").read_bytes()
    found: list[Marking] = []
    for end in range(len(whole) + 1):
        (folder / "phone.jsonl").write_bytes(whole[:end])
        found += journal.read_new()
    assert {mark[:4] for mark in each(found)} == {mark[:4] for mark in BOTH}
    assert complaints.said == []


def test_a_copy_that_was_made_of_two_versions_belongs_to_the_same_device(
    folder: Path, reader: MarkJournal, complaints: Complaints
) -> None:
    name = "laptop.sync-conflict-20261121-120000-ABCDEFG"
    MarkJournal(folder, name, complaints).append([READ])
    assert each(reader.read_new()) == each([READ])


def test_hidden_files_are_nobodys_journal(journal: MarkJournal, folder: Path) -> None:
    journal.append([READ])
    (folder / "._laptop.jsonl").write_bytes(b"\x00\x05\x16\x07\n")
    assert journal.read_new() == ()


def test_a_folder_that_cannot_be_written_is_told(folder: Path, complaints: Complaints) -> None:
    folder.write_text("a file in its place")
    journal = MarkJournal(folder, "laptop", complaints)
    with pytest.raises(StoreError, match="can't be written"):
        journal.append([READ])


def test_a_folder_that_cannot_be_read_is_told_once(folder: Path, complaints: Complaints) -> None:
    folder.write_text("a file in its place")
    journal = MarkJournal(folder, "laptop", complaints)
    assert journal.read_new() == ()
    assert journal.read_new() == ()
    assert complaints.said == [f"{folder} can't be read: Not a directory"]


def test_a_journal_that_cannot_be_read_is_told_once_and_the_others_count(
    journal: MarkJournal, folder: Path, reader: MarkJournal, complaints: Complaints
) -> None:
    journal.append([READ])
    (folder / "phone.jsonl").mkdir()
    assert each(reader.read_new()) == each([READ])
    assert reader.read_new() == ()
    assert complaints.said == [f"{folder / 'phone.jsonl'} can't be read: Is a directory"]


def test_marks_by_several_at_once_are_all_there(
    folder: Path, reader: MarkJournal, complaints: Complaints
) -> None:
    def work(number: int) -> None:
        journal = MarkJournal(folder, "laptop", complaints)
        for step in range(50):
            entry = f"{number:08x}{step:08x}"
            journal.append([Marking("read", True, [entry], [step], "laptop")])

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(each(reader.read_new()))) == 400
    assert complaints.said == []
