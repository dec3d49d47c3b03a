"""File systems that fill up: a small tmpfs, or, where nothing may be mounted, a limit on files."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

SIZE = 32 * 1024 * 1024
_BLOCK = 512
"""Bytes in which a shell counts the limit of a file."""


class Volume(Protocol):
    """Where a sandbox lies. `how` says in words how it gets full."""

    how: str
    folder: Path

    def fill(self, free: int) -> None:
        """Leave room for so many bytes."""

    def clear(self) -> None:
        """Make room again."""

    def command(self, words: list[str]) -> list[str]:
        """The command that runs `words` under the conditions of this volume."""


class Tmpfs:
    """A file system in memory, filled by a file that is in nobody's way."""

    def __init__(self, folder: Path) -> None:
        self.how = f"a tmpfs of {SIZE // 1024**2} MiB"
        self.folder = folder / "sandbox"
        self._ballast = folder / "ballast"
        self.folder.mkdir()

    def fill(self, free: int) -> None:
        state = os.statvfs(self.folder)
        size = max(state.f_bavail * state.f_frsize - free, 0)
        descriptor = os.open(self._ballast, os.O_WRONLY | os.O_CREAT)
        os.posix_fallocate(descriptor, 0, size)
        os.close(descriptor)

    def clear(self) -> None:
        self._ballast.unlink()

    def command(self, words: list[str]) -> list[str]:
        return words


class Limited:
    """An ordinary folder, and a program that may make no file larger than so much."""

    def __init__(self, folder: Path) -> None:
        self.how = "a limit on the size of a file"
        self.folder = folder
        self._blocks: int | None = None

    def fill(self, free: int) -> None:
        self._blocks = free // _BLOCK

    def clear(self) -> None:
        self._blocks = None

    def command(self, words: list[str]) -> list[str]:
        if self._blocks is None:
            return words
        return ["sh", "-c", 'ulimit -f "$0" && exec "$@"', str(self._blocks), *words]


@contextmanager
def open_volume() -> Iterator[Volume]:
    """A volume that is gone after the block."""
    with TemporaryDirectory(prefix="feedtui-bench-") as folder:
        if not _mounted(folder):
            yield Limited(Path(folder))
            return
        try:
            yield Tmpfs(Path(folder))
        finally:
            subprocess.run([_program("umount"), folder], check=True)


def _mounted(folder: str) -> bool:
    words = ["-t", "tmpfs", "-o", f"size={SIZE},mode=700", "feedtui-bench", folder]
    ended = subprocess.run([_program("mount"), *words], check=False, capture_output=True)
    return ended.returncode == 0


def _program(name: str) -> str:
    return shutil.which(name) or "false"
