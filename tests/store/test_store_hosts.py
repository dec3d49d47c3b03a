import stat
from pathlib import Path

import pytest

from feedtui.store.hosts import HostLog, HostRecord
from refusing import Disk
from world import NOON, Complaints

DAY = 86400


@pytest.fixture
def log(tmp_path: Path, complaints: Complaints) -> HostLog:
    return HostLog(tmp_path / "hosts.json", tmp_path / "hosts.lock", complaints)


def test_what_a_host_asked_for_is_known_to_the_next_reader(log: HostLog, tmp_path: Path) -> None:
    log.note("a.example", HostRecord(until=NOON + DAY), NOON)
    log.note("b.example", HostRecord(asked=NOON), NOON)
    assert log.read(NOON) == {
        "a.example": HostRecord(until=NOON + DAY),
        "b.example": HostRecord(asked=NOON),
    }
    assert stat.S_IMODE((tmp_path / "hosts.json").stat().st_mode) == 0o600


def test_the_later_word_of_a_host_counts(log: HostLog) -> None:
    log.note("a.example", HostRecord(asked=NOON, until=NOON + DAY), NOON)
    log.note("a.example", HostRecord(asked=NOON - 60, until=NOON + 60), NOON)
    assert log.read(NOON)["a.example"] == HostRecord(NOON, NOON + DAY)


def test_a_pause_that_is_over_or_absurdly_long_is_none(log: HostLog) -> None:
    log.note("over.example", HostRecord(until=NOON + 60), NOON)
    log.note("absurd.example", HostRecord(until=NOON + 8 * DAY), NOON + 7 * DAY)
    assert log.read(NOON + 60) == {}


def test_a_request_in_the_future_was_never_made(log: HostLog) -> None:
    log.note("a.example", HostRecord(asked=NOON + 60), NOON + 60)
    assert log.read(NOON) == {}


def test_nothing_is_known_before_anything_was_written(log: HostLog) -> None:
    assert log.read(NOON) == {}


def test_a_damaged_file_is_moved_aside_and_told(
    log: HostLog, tmp_path: Path, complaints: Complaints
) -> None:
    (tmp_path / "hosts.json").write_text('{"version": 1')
    assert log.read(NOON) == {}
    assert (tmp_path / "hosts.json.damaged-1").read_text() == '{"version": 1'
    assert len(complaints.said) == 1


def test_a_file_of_a_newer_feedtui_is_left_alone_and_done_without(
    log: HostLog, tmp_path: Path, complaints: Complaints
) -> None:
    (tmp_path / "hosts.json").write_text('{"version": 99}')
    assert log.read(NOON) == {}
    log.note("a.example", HostRecord(asked=NOON), NOON)
    assert (tmp_path / "hosts.json").read_text() == '{"version": 99}'
    (said,) = complaints.said
    assert "newer feedtui" in said
    assert "known to this run only" in said


def test_what_cannot_be_written_is_told_once_and_in_nobodys_way(
    log: HostLog, complaints: Complaints, disk: Disk
) -> None:
    disk.become_read_only()
    log.note("a.example", HostRecord(until=NOON + DAY), NOON)
    log.note("b.example", HostRecord(until=NOON + DAY), NOON)
    assert len(complaints.said) == 1
