"""Files are replaced whole or not at all, and by one process at a time.

Written to a temporary file in the same folder, flushed to the disk, moved over the old one, and the
folder flushed: after a crash either the old file or the new one is there. A writer that was killed
leaves its temporary file; whoever next holds the lock under which that file is written may `sweep`
it away, because then nobody alive can be writing it. Its age is not asked: clocks jump.

A file that has several hard links is no longer the same one afterwards: the other names keep what
they had.
"""

import errno
import os
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from feedtui.errors import StoreError
from feedtui.store import locks

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
"""Addresses of feeds may carry passwords and tokens."""

PART = ".part"
_TEMPORARY = re.compile(r"\..+\.[a-z0-9_]{8}\.part")
_CANT_FLUSH_FOLDERS = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})


def write(path: Path, content: bytes) -> None:
    """Put `content` in the place of `path`, keeping its mode and following a symbolic link.

    Raises StoreError, with the old file untouched, when that can't be done.
    """
    _write_if(path, content, _always)


def edit(path: Path, lock: Path, change: Callable[[str], str], otherwise: str) -> None:
    """Apply `change` to the text of `path` as it is at that moment, under `lock`.

    A person's editor knows no lock, so the text is compared once more when the new one is on the
    disk and only its name is missing; if it differs, the change is made again on the newer text.
    `otherwise` is the text of a file that isn't there.
    """
    with locked(lock) as alone:
        if alone:
            sweep(_target(path).parent, _target(path).name)
        while not _edited(path, change, otherwise):
            pass


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
def locked(path: Path) -> Iterator[bool]:
    """Hold the lock of `path`, waiting for whoever has it; False where there are no locks."""
    with _open_lock(path) as file:
        yield _hold(path, file)


@contextmanager
def locked_folder(path: Path) -> Iterator[bool]:
    """Hold the lock of a folder itself, which is made if need be; no file is made for it.

    False where there are no locks. Raises StoreError when there can't be such a folder.
    """
    try:
        make_folder(path)
        folder = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError as error:
        raise unwritable(path, error) from error
    try:
        yield _hold(path, folder)
    finally:
        os.close(folder)


@contextmanager
def try_locked_folder(path: Path) -> Iterator[bool]:
    """Hold the lock of a folder if it is there and free; whether nobody else writes in it now."""
    try:
        folder = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        yield False
        return
    try:
        yield locks.attempt(folder) != "busy"
    finally:
        os.close(folder)


def is_locked(path: Path) -> bool:
    """Whether somebody else holds the lock of `path` at this moment."""
    with _open_lock(path) as file:
        return locks.attempt(file) == "busy"


def make_folder(path: Path) -> None:
    """Make the folder and those above it, readable by the person alone, and on the disk at once.

    Raises OSError.
    """
    if path.is_dir():
        return
    make_folder(path.parent)
    try:
        path.mkdir(mode=PRIVATE_FOLDER)
    except FileExistsError as error:
        if not path.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), path) from error
    flush_folder(path.parent)


def flush(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk. Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def flush_folder(path: Path) -> None:
    """Wait until the names in a folder are on the disk, where one can wait for that at all.

    Raises OSError.
    """
    try:
        flush(path)
    except OSError as error:
        if error.errno not in _CANT_FLUSH_FOLDERS:
            raise


def is_there(path: Path) -> bool:
    """Whether there is a file or folder of that name, as far as one may know."""
    try:
        path.stat()
    except OSError:
        return False
    return True


def leftovers(folder: Path) -> list[Path]:
    """The temporary files in a folder: of dead writers, or of one who is writing just now."""
    try:
        return sorted(path for path in folder.iterdir() if is_temporary(path))
    except OSError:
        return []


def is_temporary(path: Path) -> bool:
    """Whether a file, by its name, was to replace another."""
    return _TEMPORARY.fullmatch(path.name) is not None


def delete(path: Path) -> None:
    """Delete a file, if it is there. Raises StoreError when that can't be done.

    A disk that can't be written refuses to delete even what isn't there; that is no failure.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        if is_there(path):
            raise StoreError(f"{path} can't be deleted: {error.strerror}") from error


def sweep(folder: Path, name: str = "") -> None:
    """Remove what dead writers left of a file called `name`, or of any file in a folder.

    Whoever calls this holds the lock under which those files are written.
    """
    for path in leftovers(folder):
        if not name or path.name.startswith(f".{name}."):
            with suppress(OSError):
                path.unlink()


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


def _hold(path: Path, descriptor: int) -> bool:
    try:
        return locks.hold(descriptor)
    except OSError as error:
        raise StoreError(f"{path} can't be locked: {error.strerror}. Nothing was done") from error


def _edited(path: Path, change: Callable[[str], str], otherwise: str) -> bool:
    before = read_text(path, otherwise)
    after = change(before)
    if after == before and is_there(path):
        return True
    return _write_if(path, after.encode(), lambda: read_text(path, otherwise) == before)


def _write_if(path: Path, content: bytes, still: Callable[[], bool]) -> bool:
    """Write unless, when only the name is missing, `still` says no; whether it was written."""
    target = _target(path)
    if is_there(target) and not target.is_file():
        raise StoreError(f"{path} can't be written: it is not a file. Nothing was done")
    try:
        make_folder(target.parent)
        written = _replace(target, content, still)
    except OSError as error:
        raise unwritable(path if path == target else target, error) from error
    _flush_names(target)
    return written


def _target(path: Path) -> Path:
    """The file that a path leads to. Links above it need no following: files replace each other."""
    try:
        return path.resolve() if path.is_symlink() else path
    except (OSError, RuntimeError) as error:  # a RuntimeError before Python 3.13
        raise StoreError(f"{path} is a symbolic link that leads nowhere") from error


def _replace(target: Path, content: bytes, still: Callable[[], bool]) -> bool:
    prefix = f".{target.name}."
    descriptor, name = tempfile.mkstemp(prefix=prefix, suffix=PART, dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            _set_mode(file.fileno(), _mode(target))
            os.fsync(file.fileno())
        if still():
            temporary.replace(target)
            return True
        temporary.unlink()
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    return False


def _flush_names(target: Path) -> None:
    try:
        flush_folder(target.parent)
    except OSError as error:
        message = f"{target} is written, but a power cut may undo that: {error.strerror}"
        raise StoreError(message) from error


def _set_mode(descriptor: int, mode: int) -> None:
    """Give a file its mode, and ask nothing of a file system that knows one mode only."""
    if os.fstat(descriptor).st_mode & 0o777 != mode:
        os.fchmod(descriptor, mode)


def _mode(target: Path) -> int:
    try:
        return target.stat().st_mode & 0o777
    except FileNotFoundError:
        return PRIVATE_FILE


def _always() -> bool:
    return True
