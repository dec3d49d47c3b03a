"""Files are replaced whole or not at all, and by one process at a time.

Written to a temporary file in the same folder, flushed to the disk, moved over the old one, and the
folder flushed: after a crash either the old file or the new one is there. Locks are the kernel's
(`flock`), so that a dead process holds none.
"""

import fcntl
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from feedtui.errors import StoreError

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
"""Addresses of feeds may carry passwords and tokens."""


def write(path: Path, content: bytes) -> None:
    """Put `content` in the place of `path`, keeping its mode and following a symbolic link.

    Raises StoreError, with the old file untouched, when that can't be done.
    """
    target = path.resolve()
    try:
        make_folder(target.parent)
        _replace(target, content)
    except OSError as error:
        raise unwritable(path, error) from error


def edit(path: Path, lock: Path, change: Callable[[str], str], otherwise: str) -> None:
    """Apply `change` to the text of `path` as it is at that moment, under `lock`.

    A person's editor knows no lock, so the text is compared once more right before it is replaced,
    and the change made again on the newer text. `otherwise` is the text of a file that isn't there.
    """
    with locked(lock):
        before = read_text(path, otherwise)
        while True:
            after = change(before)
            now = read_text(path, otherwise)
            if now == before:
                break
            before = now
        if after != before or not path.exists():
            write(path, after.encode())


def read_text(path: Path, otherwise: str) -> str:
    """The text of `path` with its own line ends, or `otherwise` when there is no such file.

    Raises StoreError when it can't be read or isn't UTF-8.
    """
    try:
        return path.read_bytes().decode()
    except FileNotFoundError:
        return otherwise
    except UnicodeDecodeError as error:
        raise StoreError(f"{path} is not UTF-8 text (byte {error.start}); nothing done") from error
    except OSError as error:
        raise unreadable(path, error) from error


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of `path`, waiting for whoever has it."""
    with _open_lock(path) as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def locked_folder(path: Path) -> Iterator[None]:
    """Hold the lock of a folder itself, which is made if need be; no file is made for it.

    Raises StoreError when there can't be such a folder.
    """
    try:
        make_folder(path)
        folder = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError as error:
        raise unwritable(path, error) from error
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def is_locked(path: Path) -> bool:
    """Whether somebody else holds the lock of `path` at this moment."""
    with _open_lock(path) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        return False


def make_folder(path: Path) -> None:
    """Make the folder and those above it, readable by the person alone."""
    path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)


def flush(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk. Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def unwritable(path: Path, error: OSError) -> StoreError:
    """What to tell when writing failed."""
    return StoreError(f"{path} can't be written: {error.strerror}. What was there is unchanged")


def unreadable(path: Path, error: OSError) -> StoreError:
    """What to tell when reading failed."""
    return StoreError(f"{path} can't be read: {error.strerror}")


@contextmanager
def _open_lock(path: Path) -> Iterator[int]:
    try:
        make_folder(path.parent)
        file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, PRIVATE_FILE)
    except OSError as error:
        raise unwritable(path, error) from error
    try:
        yield file
    finally:
        os.close(file)


def _replace(target: Path, content: bytes) -> None:
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fchmod(file.fileno(), _mode(target))
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    flush(target.parent)


def _mode(target: Path) -> int:
    try:
        return target.stat().st_mode & 0o777
    except FileNotFoundError:
        return PRIVATE_FILE
