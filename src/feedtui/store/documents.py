"""JSON files of the program's own: read with care, because disks, crashes and people touch them.

A file that can't be understood is moved aside, so that it is neither lost nor in the way; one that
a newer feedtui wrote is refused and left alone. One that an older feedtui wrote is understood by
way of steps, each a pure function from one format to the next; reading writes nothing, and before
the file is first written in the new format, a copy of the old one is put beside it.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import msgspec

from feedtui.store import atomic
from feedtui.store.versions import refuse_newer, version_at


class Versioned(Protocol):
    """What every such file begins with."""

    @property
    def version(self) -> int:
        """The format that the file has."""
        ...


@dataclass(frozen=True, slots=True)
class _Version:
    version: int


_Document = TypeVar("_Document", bound=Versioned)
Json = dict[str, object]

NOT_UNDERSTOOD = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What decoding raises for bytes that are no such document; the last for very deep ones."""

_VERSION = msgspec.json.Decoder(_Version)
_JSON = msgspec.json.Decoder(Json)
_ENCODER = msgspec.json.Encoder()


@dataclass(frozen=True, slots=True)
class Upgraded:
    """A document in the next format, and other files, by name, that were made out of parts of it.

    The latter are kept before the document itself, and only if there are none of those names yet.
    """

    document: Json
    beside: Mapping[str, Json] = field(default_factory=dict)


Step = Callable[[Json], Upgraded]


@dataclass(frozen=True, slots=True)
class Format(Generic[_Document]):
    """The format that is written, and for each older one the step to the one after it."""

    version: int
    decoder: msgspec.json.Decoder[_Document]
    steps: Mapping[int, Step] = field(default_factory=dict)


Alone = Callable[[], AbstractContextManager[bool]]
"""Opens a block in which nobody else writes the file, or says that there can be none now."""


def read_document(
    path: Path, decoder: msgspec.json.Decoder[_Document], known: int, lost: Callable[[str], None]
) -> _Document | None:
    """`read_file` for a file that has had one format only, written under its folder's lock."""

    def alone() -> AbstractContextManager[bool]:
        return atomic.try_locked_folder(path.parent)

    return read_file(path, Format(known, decoder), lost, alone)


def read_file(
    path: Path, known: Format[_Document], lost: Callable[[str], None], alone: Alone
) -> _Document | None:
    """What `path` holds, or None when it isn't there or was damaged.

    A damaged file is moved aside, unless somebody is just writing it, and `lost` is told so, in the
    beginning of a sentence. Raises NewerVersionError, and StoreError when the file can't be read.
    """
    content = _content_of(path)
    if content is None:
        return None
    found = _understood(path, content, known)
    if found is None:
        with alone() as is_alone:
            if is_alone and _content_of(path) == content:
                lost(_move_aside(path))
    return found


def upgraded(path: Path, known: Format[_Document]) -> Upgraded | None:
    """A file of an older format in the present one; None when it is none, or isn't there."""
    if not 0 < version_at(path) < known.version:
        return None
    content = _content_of(path)
    return _lifted(content, known) if content else None


def upgrade_file(path: Path, known: Format[_Document]) -> None:
    """Write a file of an older format in the present one, with a copy of the old beside it.

    Whoever calls this holds the lock under which the file is written. Being stopped at any moment
    costs nothing: it is done again from the start. Raises StoreError.
    """
    version, found = version_at(path), upgraded(path, known)
    content = _content_of(path)
    if found is None or content is None:
        return
    atomic.write(path.with_name(f"{path.name}.v{version}"), content)
    for name, document in found.beside.items():
        if not atomic.is_there(path.with_name(name)):
            atomic.write(path.with_name(name), _ENCODER.encode(document))
    atomic.write(path, _ENCODER.encode(found.document))


def copy_aside(path: Path, content: bytes) -> Path:
    """Keep what a damaged file holds under a name of its own beside it. Raises StoreError."""
    aside = _free_name(path)
    atomic.write(aside, content)
    return aside


def move_aside(path: Path) -> Path | None:
    """Give a damaged file a name that is in nobody's way; None where that can't be done."""
    aside = _free_name(path)
    try:
        path.replace(aside)
    except OSError:
        return None
    return aside


def _move_aside(path: Path) -> str:
    aside = move_aside(path)
    if aside is None:
        return f"{path} is damaged, and can't be moved aside"
    return f"{path} was damaged. It is now {aside.name}"


def _content_of(path: Path) -> bytes | None:
    """The bytes of a file, None without one; a folder in its place is as good as an empty file."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except IsADirectoryError:
        return b""
    except OSError as error:
        raise atomic.unreadable(path, error) from error


def _understood(path: Path, content: bytes, known: Format[_Document]) -> _Document | None:
    try:
        found = known.decoder.decode(content)
    except NOT_UNDERSTOOD:
        version = _version_of(content)
    else:
        version = found.version
        if version == known.version:
            return found
    refuse_newer(path, version, known.version)
    lifted = _lifted(content, known)
    return None if lifted is None else _converted(lifted.document, known)


def _lifted(content: bytes, known: Format[_Document]) -> Upgraded | None:
    """The document by way of all steps from its format to the present one."""
    version = _version_of(content)
    if version not in known.steps:
        return None
    try:
        lifted = Upgraded(_JSON.decode(content))
    except NOT_UNDERSTOOD:
        return None
    for each in range(version, known.version):
        step = known.steps[each](lifted.document)
        lifted = Upgraded(step.document, {**lifted.beside, **step.beside})
    return lifted


def _converted(document: Json, known: Format[_Document]) -> _Document | None:
    try:
        return known.decoder.decode(_ENCODER.encode(document))
    except NOT_UNDERSTOOD:
        return None


def _version_of(content: bytes) -> int:
    """The version that a file says it has, whatever else is in it; 0 where it says none."""
    try:
        return _VERSION.decode(content).version
    except NOT_UNDERSTOOD:
        return 0


def _free_name(path: Path) -> Path:
    number = 1
    while atomic.is_there(aside := path.with_name(f"{path.name}.damaged-{number}")):
        number += 1
    return aside
