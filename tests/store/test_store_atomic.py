import errno
import os
import stat
import subprocess
import sys
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


def test_every_new_folder_above_a_file_is_the_persons_alone_and_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[Path] = []
    monkeypatch.setattr(atomic, "flush", flushed.append)
    deep = tmp_path / "a" / "b" / "c"
    atomic.make_folder(deep)
    assert flushed == [tmp_path, tmp_path / "a", tmp_path / "a" / "b"]
    assert [stat.S_IMODE(path.stat().st_mode) for path in (deep, *deep.parents[:2])] == [0o700] * 3
    atomic.make_folder(deep)
    assert len(flushed) == 3


def test_a_link_to_where_nothing_is_yet_leads_there(tmp_path: Path) -> None:
    link = tmp_path / "feeds.toml"
    link.symlink_to(tmp_path / "dotfiles" / "feeds.toml")
    atomic.edit(link, tmp_path / "lock", lambda text: text + "new\n", "first\n")
    assert link.is_symlink()
    assert (tmp_path / "dotfiles" / "feeds.toml").read_text() == "first\nnew\n"


def test_what_a_killed_writer_left_where_a_link_of_another_name_leads_is_swept_away(
    tmp_path: Path,
) -> None:
    link = tmp_path / "feeds.toml"
    (tmp_path / "dotfiles").mkdir()
    link.symlink_to(tmp_path / "dotfiles" / "my-feeds.toml")
    left = tmp_path / "dotfiles" / ".my-feeds.toml.abcd1234.part"
    left.write_text("half")
    atomic.edit(link, tmp_path / "lock", lambda text: text + "new\n", "first\n")
    assert not left.exists()


def test_a_link_to_itself_is_said_in_a_sentence(tmp_path: Path) -> None:
    link = tmp_path / "feeds.toml"
    link.symlink_to(link)
    with pytest.raises(StoreError, match=r"feeds.toml"):
        atomic.edit(link, tmp_path / "lock", str, "")


def test_where_a_link_leads_is_named_when_it_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = tmp_path / "dotfiles" / "feeds.toml"
    real.parent.mkdir()
    real.write_text("old")
    link = tmp_path / "feeds.toml"
    link.symlink_to(real)

    def refuse(**_how: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    with pytest.raises(StoreError, match=r"dotfiles/feeds.toml can't be written: Permission"):
        atomic.write(link, b"new")
    assert link.is_symlink()
    assert real.read_text() == "old"


def test_another_name_of_the_same_file_keeps_what_it_had(tmp_path: Path) -> None:
    path, other = tmp_path / "file", tmp_path / "other"
    path.write_text("old")
    other.hardlink_to(path)
    atomic.write(path, b"new")
    assert (path.read_text(), other.read_text()) == ("new", "old")


def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(StoreError, match="pipe can't be written: it is not a file"):
        atomic.write(pipe, b"new")
    assert stat.S_ISFIFO(pipe.stat().st_mode)


CUT_SHORT = """
import resource, sys
from pathlib import Path
from feedtui.errors import StoreError
from feedtui.store import atomic

path = Path(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
atomic.write(path, b"old")
try:
    atomic.write(path, b"x" * 5000)
except StoreError as error:
    print(error)
"""


def test_a_write_that_the_kernel_cuts_short_leaves_the_old_file(tmp_path: Path) -> None:
    """In a process of its own, because the kernel's limit holds for all files of a process."""
    path = tmp_path / "file"
    words = [sys.executable, "-c", CUT_SHORT, str(path)]
    said = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    assert said.startswith(f"{path} can't be written: File too large")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EMFILE])
@pytest.mark.parametrize("deed", ["open", "fsync", "replace"])
def test_whatever_refuses_the_file_is_named_and_the_old_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deed: str, number: int
) -> None:
    path = tmp_path / "file"
    path.write_text("old")

    def refuse(*_given: object, **_more: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr(os, deed, refuse)
        with pytest.raises(StoreError, match=f"file can't be written: {os.strerror(number)}"):
            atomic.write(path, b"new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
    atomic.write(path, b"new")
    assert path.read_text() == "new"


def test_a_folder_that_cannot_be_flushed_at_all_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    atomic.write(tmp_path / "new" / "file", b"content")
    assert (tmp_path / "new" / "file").read_bytes() == b"content"


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


def test_twenty_edits_between_a_persons_own_lose_neither(tmp_path: Path) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text("start\n")
    for number in range(20):
        pending = [f"person {number}\n"]

        def change(text: str, number: int = number, pending: list[str] = pending) -> str:
            if pending:
                path.write_text(path.read_text() + pending.pop())
            return text + f"program {number}\n"

        atomic.edit(path, tmp_path / "lock", change, "")
    expected = [f"{who} {number}" for number in range(20) for who in ("person", "program")]
    assert path.read_text().splitlines() == ["start", *expected]


def test_a_person_who_saves_while_the_new_text_is_flushed_is_not_overtaken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text("a\n")
    real, pending = os.fsync, ["the person's line\n"]

    def fsync(descriptor: int) -> None:
        if pending:
            path.write_text(path.read_text() + pending.pop())
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    atomic.edit(path, tmp_path / "lock", lambda text: text + "the program's line\n", "")
    assert path.read_text() == "a\nthe person's line\nthe program's line\n"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["feeds.toml", "lock"]


@pytest.mark.parametrize(
    "content", [b"\xef\xbb\xbfa\n", b"a", b"a\r\nb\rc\n", b"", b"\n\n\n", b"a\x00b\n"]
)
def test_an_edit_leaves_every_byte_that_is_not_its_own(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "feeds.toml"
    path.write_bytes(content)
    path.chmod(0o640)
    atomic.edit(path, tmp_path / "lock", lambda text: text + "new", "")
    assert path.read_bytes() == content + b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_an_edit_sweeps_what_a_killed_one_left_and_nothing_else(tmp_path: Path) -> None:
    left = tmp_path / ".feeds.toml.abcd1234.part"
    others = [tmp_path / name for name in (".feeds.toml.swp", ".notes.abcd1234.part", "x.part")]
    for path in (left, *others):
        path.write_text("text")
    atomic.edit(tmp_path / "feeds.toml", tmp_path / "lock", lambda text: text + "a\n", "")
    assert not left.exists()
    assert all(path.exists() for path in others)


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
