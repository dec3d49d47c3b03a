import os
import stat
import threading
from pathlib import Path

import pytest

from feedtui.errors import StoreError
from feedtui.store import atomic


def test_a_written_file_has_the_content_and_is_the_persons_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "file"
    atomic.write(path, b"content")
    assert path.read_bytes() == b"content"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_replaced_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("old")
    path.chmod(0o644)
    atomic.write(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    real = tmp_path / "dotfiles" / "feeds.toml"
    real.parent.mkdir()
    real.write_text("old")
    link = tmp_path / "feeds.toml"
    link.symlink_to(real)
    atomic.write(link, b"new")
    assert link.is_symlink()
    assert real.read_text() == "new"


def test_a_full_disk_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_text("old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match=r"file can't be written: No space left on device"):
        atomic.write(path, b"new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_a_file_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(StoreError, match="can't be written"):
        atomic.write(tmp_path / "data" / "feeds", b"")


def test_an_edit_that_a_person_overtakes_is_made_again_on_their_text(tmp_path: Path) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text("a\n")
    overtaken: list[bool] = []

    def change(text: str) -> str:
        if not overtaken:
            overtaken.append(True)
            path.write_text("a\nthe person's line\n")
        return text + "the program's line\n"

    atomic.edit(path, tmp_path / "lock", change, "")
    assert path.read_text() == "a\nthe person's line\nthe program's line\n"


def test_an_edit_keeps_windows_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "feeds.toml"
    path.write_bytes(b"a\r\nb\r\n")
    atomic.edit(path, tmp_path / "lock", lambda text: text + "c\r\n", "")
    assert path.read_bytes() == b"a\r\nb\r\nc\r\n"


def test_an_edit_that_fails_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text("broken")

    def refuse(_text: str) -> str:
        raise StoreError("it is broken")

    with pytest.raises(StoreError):
        atomic.edit(path, tmp_path / "lock", refuse, "")
    assert path.read_text() == "broken"


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "feeds.toml"
    path.write_bytes(b"a\xff")
    with pytest.raises(StoreError, match=r"feeds.toml is not UTF-8 text \(byte 1\)"):
        atomic.read_text(path, "")


def test_edits_by_many_at_once_are_all_there(tmp_path: Path) -> None:
    path = tmp_path / "feeds.toml"

    def add(number: int) -> None:
        atomic.edit(path, tmp_path / "lock", lambda text: f"{text}{number}\n", "")

    threads = [threading.Thread(target=add, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(int, path.read_text().split())) == list(range(16))


def test_a_lock_is_seen_by_others_while_it_is_held(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with atomic.locked(lock):
        assert atomic.is_locked(lock)
    assert not atomic.is_locked(lock)
