"""Disks that refuse, as this process sees them: read-only ones and full ones, without a mount."""

import errno
import os
import stat
from collections.abc import Callable

import pytest

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_NAMING = ("replace", "rename", "unlink", "mkdir", "link", "rmdir")


class Disk:
    """The disk under a test, which can become read-only or full, and well again."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._patch = monkeypatch
        self._real: dict[str, Callable[..., int]] = {}

    def become_read_only(self) -> None:
        """From now on nothing can be made, opened for writing, renamed or deleted."""
        for deed in _NAMING:
            self._replace(deed, _refuse)
        self._replace("open", self._open)

    def become_full(self) -> None:
        """From now on half of what is written arrives, then nothing; nothing new is flushed."""
        self._replace("write", self._write)
        self._replace("fsync", self._fsync)

    def recover(self) -> None:
        """All is well again."""
        for deed, real in self._real.items():
            self._patch.setattr(os, deed, real)
        self._real.clear()

    def _replace(self, deed: str, other: Callable[..., object]) -> None:
        self._real[deed] = getattr(os, deed)
        self._patch.setattr(os, deed, other)

    def _open(self, path: str, flags: int, *mode: int, **more: int) -> int:
        if flags & _WRITING:
            _refuse()
        return self._real["open"](path, flags, *mode, **more)

    def _write(self, descriptor: int, content: bytes) -> int:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return self._real["write"](descriptor, content)
        half = bytes(content[: len(content) // 2])
        if not half:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return self._real["write"](descriptor, half)

    def _fsync(self, descriptor: int) -> None:
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _refuse(*_names: object, **_how: object) -> None:
    raise OSError(errno.EROFS, os.strerror(errno.EROFS))
