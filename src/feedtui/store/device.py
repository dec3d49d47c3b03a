"""This device's name: readable, and of its own even where a whole home folder was copied."""

import re
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

from feedtui.errors import StoreError
from feedtui.store import atomic
from feedtui.store.documents import move_aside

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
"""What a name may be, for it names a file, too."""


def device_name(
    path: Path, host: str, random: Callable[[], str], warn: Callable[[str], None]
) -> str:
    """The name kept at `path`; at first use, `host` and a random suffix, which are kept there.

    Where it can't be kept, the suffix is made of the host and the place, so that each start there
    has the same name and adds to the same journal; `warn` is told why.
    """
    name = _kept(path)
    if name:
        return name
    try:
        with atomic.locked_folder(path.parent) as alone:
            if alone:
                atomic.sweep(path.parent, path.name)
            return _kept(path) or _keep_new(path, _new(host, random), warn)
    except StoreError as error:
        name = _new(host, lambda: _digits(host, path))
        warn(f"{error}. Until this device's name can be kept, it is called {name} in what it marks")
        return name


def _kept(path: Path) -> str:
    """The name in the file, if there is one that can be a name."""
    try:
        name = atomic.read_text(path, "").strip()
    except StoreError:
        return ""
    return name if _NAME.fullmatch(name) else ""


def _keep_new(path: Path, name: str, warn: Callable[[str], None]) -> str:
    aside = move_aside(path) if atomic.is_there(path) else None
    if aside is not None:
        warn(f"{path} held no name. It is now {aside.name}, and this device is called {name}")
    atomic.write(path, f"{name}\n".encode())
    return name


def _digits(host: str, path: Path) -> str:
    return blake2b(f"{host} {path}".encode("utf-8", "surrogateescape"), digest_size=2).hexdigest()


def _new(host: str, random: Callable[[], str]) -> str:
    readable = "".join(letter for letter in host.lower() if letter.isascii() and letter.isalnum())
    return f"{readable[:20] or 'device'}-{random()}"
