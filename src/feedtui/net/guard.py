"""What may be asked: http and https, never from https back to http, never anything else.

The person's own words are trusted further than a server's: an address in feeds.toml may be plain
http, but a redirect may not lead there from https, nor to any other scheme.
"""

from dataclasses import dataclass
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


def _origin(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    standard = 443 if parts.scheme == "https" else 80
    return parts.scheme, parts.hostname, parts.port or standard
