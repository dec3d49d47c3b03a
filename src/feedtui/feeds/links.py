"""An address as a feed wrote it becomes one that a browser may be given, or nothing.

Feeds write addresses relative to themselves, put `tag:` names where a link should be, and sometimes
`javascript:`. Only http and https addresses with a host leave this room.
"""

import re
from urllib.parse import urljoin, urlsplit

from feedtui.address import is_web_address
from feedtui.clean import SafeText, clean_line
from feedtui.model import EMPTY

_LONGEST = 8192
"""Characters in an address; what browsers and servers agree to carry."""

_WHOLE = re.compile(r"https?://[a-z0-9.-]+/[\w~%@:+,./-]*", re.ASCII)
"""Most addresses: whole, and plain enough to mean the same everywhere."""

_LINE_BREAKS = re.compile(r"[\t\r\n]+\s*")


def web_address(address: str, base: str) -> SafeText:
    """The http or https address that `address` means on a page at `base`, or an empty string.

    Line breaks and tabs inside are dropped and blanks quoted, as browsers do
    (https://url.spec.whatwg.org/#concept-basic-url-parser).
    """
    address = _LINE_BREAKS.sub("", address.strip())
    if not address or len(address) > _LONGEST:
        return EMPTY
    joined = absolute(_with_scheme(address, base), base)
    return clean_line(joined.replace(" ", "%20")) if is_web_address(joined) else EMPTY


def absolute(address: str, base: str) -> str:
    """`address` seen from `base` (RFC 3986); as it is, if the two can't be joined."""
    if _WHOLE.fullmatch(address):
        return address
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def base_of_body(link: str, site: str, address: str) -> str:
    """What the links in an entry's text start from, if its feed doesn't say (RSS never does).

    The page that shows it, unless that is on somebody else's site; else the feed's own page.
    """
    site = site or address
    return link if link and _host(link) == _host(site) else site


def _host(address: str) -> str:
    return urlsplit(address).hostname or "" if is_web_address(address) else ""


def _with_scheme(address: str, base: str) -> str:
    """`www.example.org/a` is no file beside the feed, nor is `example.org/a` in example.org's."""
    host = _host(base)
    if address.startswith("www.") or (host and address.startswith(f"{host}/")):
        return f"//{address}" if host else f"http://{address}"
    return address
