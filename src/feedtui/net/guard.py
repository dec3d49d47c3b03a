"""What may be asked: http and https, never from https back to http, never anything else.

The person's own words are trusted further than a server's: an address in feeds.toml may be plain
http, and may lie in a private network. A redirect may not lead from https to http, nor to any other
scheme, nor from the public network into a private one: else a stranger's feed could ask this
machine's own services, or a cloud's for its secrets, in the person's name (CWE-918). An entry's
link is a stranger's word, too: it may lead into a private network only if the feed is in one.
"""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urljoin, urlsplit

from feedtui.address import is_web_address
from feedtui.net.addresses import as_sent, taken_apart


@dataclass(frozen=True, slots=True)
class Forbidden:
    """An address that won't be asked, and why."""

    reason: str


class PrivateHostError(OSError):
    """An address that a stranger named turned out to be in a private network."""

    def __init__(self) -> None:
        super().__init__("its host is in a private network")


def first_hop(url: str) -> str | Forbidden:
    """The address that a person subscribed to, if it can be asked."""
    if not _can_be_asked(url):
        return Forbidden("its address is not a web address (http or https)")
    return url


def next_hop(here: str, location: str) -> str | Forbidden:
    """Where a redirect leads from `here`, if it may be followed; never with credentials.

    A Location may be relative (RFC 9110 10.2.2), and may have bytes that need encoding.
    """
    try:
        target = taken_apart(as_sent(urljoin(here, location))).url
    except ValueError:
        target = ""
    if not _can_be_asked(target):
        return Forbidden("it redirects to something that is not a web address")
    if urlsplit(here).scheme == "https" and urlsplit(target).scheme == "http":
        return Forbidden("it redirects from https to plain http")
    return target


def same_origin(one: str, other: str) -> bool:
    """Whether two addresses have the same scheme, host and port (RFC 6454)."""
    return _origin(one) == _origin(other)


def same_host(one: str, other: str) -> bool:
    """Whether two addresses have the same host, on whatever port."""
    return urlsplit(one).hostname == urlsplit(other).hostname


def is_private(url: str) -> bool:
    """Whether an address by its own words leads into this machine or its network, not the web.

    Names that stand for nothing in the public DNS: RFC 6761, 6762, 8375, those that routers hand
    out, and single words. A file or a program of this machine is no network: it may well say what
    somebody on the web has written.
    """
    host = (urlsplit(url).hostname or "").rstrip(".")
    if not host:
        return False
    if ":" in host or host.replace(".", "").isdigit():
        return not is_public(host)
    return "." not in host or host.endswith(_PRIVATE_NAMES)


def is_public(address: str) -> bool:
    """Whether an IP address, as numbers, is one that the whole internet can reach.

    Not those of this host, of links, of private networks, of carriers (RFC 6890), nor groups; an
    IPv6 address that stands for an IPv4 one (RFC 4291 2.5.5, 3056, 4380, 6052) is as public as it.
    """
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = _embedded(found) if isinstance(found, IPv6Address) else None
    return all(each.is_global and not each.is_multicast for each in inner or (found,))


_PRIVATE_NAMES = (".localhost", ".local", ".internal", ".lan", ".home", ".home.arpa")
_NAT64 = (ip_network("64:ff9b::/96"), ip_network("64:ff9b:1::/48"))
_IPV4_COMPATIBLE = ip_network("::/96")


def _embedded(address: IPv6Address) -> tuple[IPv4Address, ...]:
    """The IPv4 addresses that an IPv6 address leads to by a gateway or a tunnel."""
    if address.ipv4_mapped:
        return (address.ipv4_mapped,)
    if address.sixtofour:
        return (address.sixtofour,)
    if address.teredo:
        return address.teredo
    if address in _IPV4_COMPATIBLE or any(address in network for network in _NAT64):
        return (IPv4Address(int(address) & 0xFFFFFFFF),)
    return ()


def _can_be_asked(url: str) -> bool:
    try:
        url.encode()
        return is_web_address(url) and urlsplit(url).port != 0
    except ValueError:
        return False


def _origin(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    standard = 443 if parts.scheme == "https" else 80
    return parts.scheme, parts.hostname, parts.port or standard
