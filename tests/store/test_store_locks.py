import errno
import fcntl
import multiprocessing
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from feedtui.errors import StoreError
from feedtui.store import atomic, locks


def without_locks(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_descriptor: int, _how: int) -> None:
        raise OSError(number, "no locks")

    monkeypatch.setattr(fcntl, "flock", refuse)


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS])
def test_without_locks_the_work_goes_on_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    without_locks(number, monkeypatch)
    path = tmp_path / "feeds.toml"
    atomic.edit(path, tmp_path / "lock", lambda text: text + "a\n", "")
    assert path.read_text() == "a\n"
    with atomic.locked_folder(tmp_path) as alone:
        assert not alone
    assert not atomic.is_locked(tmp_path / "lock")
    said = locks.told_of_missing([tmp_path, tmp_path / "not there"])
    assert said.startswith(f"{tmp_path}: this file system has no locks")


def test_where_there_are_locks_nothing_is_said(tmp_path: Path) -> None:
    assert locks.told_of_missing([tmp_path]) == ""
    with atomic.locked_folder(tmp_path):
        assert locks.told_of_missing([tmp_path]) == ""


def test_a_lock_that_fails_otherwise_stops_with_the_name_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_locks(errno.EIO, monkeypatch)
    with pytest.raises(StoreError, match=r"lock can't be locked: .*Nothing was done"):
        atomic.edit(tmp_path / "file", tmp_path / "lock", str, "")


def hold(path: Path, told: Connection) -> None:
    with atomic.locked(path):
        told.send("held")
        told.recv()


def test_a_dead_holder_of_a_lock_blocks_nobody(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    holder = context.Process(target=hold, args=(lock, there))
    holder.start()
    assert here.recv() == "held"
    assert atomic.is_locked(lock)
    holder.kill()
    holder.join()
    assert not atomic.is_locked(lock)
    with atomic.locked(lock) as alone:
        assert alone


def test_a_folder_that_is_busy_is_not_waited_for(tmp_path: Path) -> None:
    with atomic.locked_folder(tmp_path), atomic.try_locked_folder(tmp_path) as alone:
        assert not alone
    with atomic.try_locked_folder(tmp_path / "not there") as alone:
        assert not alone
    with atomic.try_locked_folder(tmp_path) as alone:
        assert alone
