"""What may be asked: http and https, never from https back to http, never anything else.

The person's own words are trusted further than a server's: an address in feeds.toml may be plain
http, but a redirect may not lead there from https, nor to any other scheme. An entry's link is a
stranger's word: it may lead into a private network only if the feed itself is in one.
"""

from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from urllib.parse import urljoin, urlsplit

from feedtui.address import is_web_address


@dataclass(frozen=True, slots=True)
class Forbidden:
    """An address that won't be asked, and why."""

    reason: str


def first_hop(url: str) -> str | Forbidden:
    """The address that a person subscribed to, if it can be asked."""
    if not is_web_address(url):
        return Forbidden("its address is not a web address (http or https)")
    return url


def next_hop(here: str, location: str) -> str | Forbidden:
    """Where a redirect leads from `here`, if it may be followed."""
    try:
        target = urljoin(here, location)
    except ValueError:
        target = ""
    if not is_web_address(target):
        return Forbidden("it redirects to something that is not a web address")
    if urlsplit(here).scheme == "https" and urlsplit(target).scheme == "http":
        return Forbidden("it redirects from https to plain http")
    return target


def same_origin(one: str, other: str) -> bool:
    """Whether two addresses have the same scheme, host and port (RFC 6454)."""
    return _origin(one) == _origin(other)


def is_private(url: str) -> bool:
    """Whether an address by its own words leads into this machine or its network, not the web.

    Names that stand for nothing in the public DNS: RFC 6761, 6762, 8375, those that routers hand
    out, and single words.
    """
    host = (urlsplit(url).hostname or "").rstrip(".")
    if ":" in host or host.replace(".", "").isdigit():
        return not is_public(host)
    return "." not in host or host.endswith(_PRIVATE_NAMES)


def is_public(address: str) -> bool:
    """Whether an IP address, as numbers, is one that the whole internet can reach."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return (mapped or found).is_global


_PRIVATE_NAMES = (".localhost", ".local", ".internal", ".lan", ".home", ".home.arpa")


def _origin(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    standard = 443 if parts.scheme == "https" else 80
    return parts.scheme, parts.hostname, parts.port or standard
