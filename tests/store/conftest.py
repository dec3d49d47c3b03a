"""File systems that refuse: what a full or read-only disk does, without needing one."""

import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def read_only(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From its call on, no file can be made, renamed or deleted."""

    def refuse(*_names: object, **_how: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    def begin() -> None:
        monkeypatch.setattr(tempfile, "mkstemp", refuse)
        for deed in ("replace", "unlink", "mkdir", "rename"):
            monkeypatch.setattr(Path, deed, refuse)

    return begin
