"""What counts as an address, and how one is shown: rules that all rooms share.

An address may carry a user name and a password (RFC 3986 3.2.1). They are for the host that they
were given for: whatever a person reads goes through `shown_address`, and what others get through
`without_credentials`.
"""

import re
import shlex
from urllib.parse import unquote, urlsplit

from feedtui.clean import SafeText, clean_line

_BLANK = re.compile(r"\s")
_CREDENTIALS = re.compile(r"(?<=://)[^/?#\s]*@")
# A password with a slash or a blank in it, say: no host can be read from that, so all is hidden.
_MISTYPED = re.compile(r"(?<=://)[^/?#@\s]*:(?![0-9]*(?:[/?#\s]|\Z)).{0,2000}@")
_OWN = re.compile(r"\A([A-Za-z]+://)([^/?#\s]*@)")
_HIDDEN = "•••@"


def is_web_address(text: str) -> bool:
    """Whether this is an http or https address with a host, in whatever state the rest is."""
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(host) and not _BLANK.search(host or "")


def is_plain_web_address(text: str) -> bool:
    """Whether it is one that looks like what it is: nothing blank or invisible in it."""
    return clean_line(text) == text and not _BLANK.search(text) and is_web_address(text)


def is_local_address(text: str) -> bool:
    """Whether a feed is on this machine by its address: a file, or what a program prints.

    Only a person's own words may lead there, never a server's, a page's or another reader's file.
    """
    return text.startswith(("file:", "exec:"))


def is_plain_local_address(text: str) -> bool:
    """Whether it is one that can be used: `file:///path`, or `exec:` and a program."""
    if clean_line(text) != text or not is_local_address(text):
        return False
    return bool(program_of(text) if text.startswith("exec:") else path_of(text))


def path_of(address: str) -> str:
    """The absolute path that `file:///path` means (RFC 8089); empty when it means none."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    path = unquote(parts.path)
    is_path = parts.scheme == "file" and parts.netloc in {"", "localhost"} and path.startswith("/")
    return path if is_path and "\0" not in path and not (parts.query or parts.fragment) else ""


def program_of(address: str) -> tuple[str, ...]:
    """The program and the arguments behind `exec:`, split as a shell would but run by none."""
    try:
        return tuple(shlex.split(address.removeprefix("exec:")))
    except ValueError:
        return ()


def shown_address(text: str) -> SafeText:
    """An address, or a line with addresses in it, as a person may read it: without credentials."""
    return clean_line(veiled(text))


def veiled(text: str) -> str:
    """Any text, with what stands in it as credentials hidden.

    The user name is hidden as well, because some hosts take a secret in its place.
    """
    return _MISTYPED.sub(_HIDDEN, _CREDENTIALS.sub(_HIDDEN, text))


def without_credentials(address: str) -> str:
    """The address without user name and password."""
    return _OWN.sub(r"\1", address)


def with_credentials_of(address: str, other: str) -> str:
    """`address` with the credentials of `other`, if it has none and both are of one origin."""
    given = _OWN.match(other)
    if given is None or _OWN.match(address) or _origin(address) != _origin(other):
        return address
    return address.replace("://", f"://{given[2]}", 1)


def _origin(address: str) -> tuple[str, str] | None:
    if not is_web_address(address):
        return None
    parts = urlsplit(without_credentials(address))
    return parts.scheme, parts.netloc.lower()
