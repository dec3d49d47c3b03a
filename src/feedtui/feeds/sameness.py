"""What an entry says, without what churns.

Feeds are printed anew for every fetch, and some of it is new each time though nothing was edited:
white space, tracking parameters, signatures of pictures, nonces in attributes, the number of
comments. None of that is a change that a person wants to be told of. What is left of an address
and of a text after it is taken away is only compared, never shown.
"""

import re
from functools import lru_cache
from html import unescape
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

from feedtui.feeds.titles import read_entities

_TRACKING = re.compile(
    r"(?:utm|mtm|pk|piwik|hsa|at|xtor|vero|oly|mc|ns|wt|icid|ref|feed|rss)_\w*"
    r"|(?:gclid|fbclid|yclid|msclkid|dclid|igshid|ncid|cmpid|ocid|xtor|rss|ref|source|partner|from"
    r"|feature|guccounter|_ga|share|s?cid|traffic_source|ftag|smid|emc|at|sessionid|phpsessid"
    r"|jsessionid|nonce|cachebust(?:er)?|cb|rnd|rand(?:om)?|ts|timestamp|_)",
    re.IGNORECASE,
)
"""Parameters of addresses that say how a reader came, or when, and not where to."""

_TRACKING_FRAGMENT = re.compile(r"(?:xtor|ref|rss|utm_\w+|at_\w+|intcid)\b.*", re.IGNORECASE)

_LONGEST_QUERY = 2000

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(script|style|noscript)\b.*?(?:</\1\s*>|\Z)"
    r"|<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<attributes>[^<>]*)>",
    re.DOTALL | re.IGNORECASE,
)
_LEADS = re.compile(
    r"""(?<![\w-])(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE
)
_TINY = re.compile(r"""(?<![\w-])(?:width|height)\s*=\s*["']?[01](?:px)?["'\s/]""", re.IGNORECASE)
_INLINE = re.compile(
    r"a|abbr|b|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|su[bp]"
    r"|time|tt|u|var|wbr",
    re.IGNORECASE,
)
_SHOWN = frozenset({"img", "video", "audio", "source", "iframe", "embed", "a"})

_COUNTED = (
    r"comments?|replies|responses|reactions?|likes?|views?|votes?|shares?|points?|score"
    r"|kommentare?|antworten|commentaires?|comentarios?|comentários?|commenti|reacties?"
    r"|комментари\w{0,2}"
)
_COUNT_BEFORE = re.compile(rf"\d(?<![\w.,]\d)\d{{0,8}}(?=\s?(?:{_COUNTED})\b)", re.IGNORECASE)
_MAYBE_COUNT = re.compile(r"([:(]\s?)\d{1,9}")
_WORD_BEFORE = re.compile(rf"\b(?:{_COUNTED})\s?\Z", re.IGNORECASE)
_LONGEST_WORD = 16
"""How many have said something about an entry by now: “12 comments”, “Points: 50”. Digits and
brackets are rare, so they are looked for first, and the word before them only there."""


def plain_address(address: str) -> str:
    """An address without scheme, `www.` and tracking: what it leads to."""
    parts = _split(address)
    if parts is None:
        return address
    query = f"?{_kept(parts.query)}" if _kept(parts.query) else ""
    fragment = parts.fragment if not _TRACKING_FRAGMENT.fullmatch(parts.fragment) else ""
    path = parts.path.rstrip("/")
    return f"{_host(parts)}{path}{query}{'#' if fragment else ''}{fragment}"


def place_of(address: str) -> str:
    """Host and path of an address, empty where the path is the host's own front page."""
    parts = _split(address)
    path = parts.path.rstrip("/") if parts else ""
    return f"{_host(parts)}{path}" if parts and path else ""


def path_of(address: str) -> str:
    """Path and query of an address on whatever host, empty for a front page."""
    parts = _split(address)
    if parts is None or not parts.path.rstrip("/"):
        return ""
    return f"{parts.path.rstrip('/')}?{_kept(parts.query)}"


def gist(html: str) -> str:
    """The words of a text, and where its links and pictures lead, in one line."""
    text = _TOKEN.sub(_of_tag, html)
    if "&" in text:
        text = read_entities(text)
    uncounted = _MAYBE_COUNT.sub(_without_count, _COUNT_BEFORE.sub("", text))
    return " ".join(uncounted.split())


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return parts if parts.netloc else None


def _host(parts: SplitResult) -> str:
    return parts.netloc.lower().removeprefix("www.")


def _kept(query: str) -> str:
    if not query or len(query) > _LONGEST_QUERY:
        return query
    fields = parse_qsl(query, keep_blank_values=True)
    return urlencode([field for field in fields if not _TRACKING.fullmatch(field[0])])


def _without_count(found: re.Match[str]) -> str:
    start = found.start()
    counts = _WORD_BEFORE.search(found.string, max(start - _LONGEST_WORD, 0), start)
    return found[1] if counts else found[0]


def _of_tag(tag: re.Match[str]) -> str:
    name = tag["name"] or ""
    gap = _gap(name)
    if gap is not None:
        return gap
    return "" if tag["close"] else _lead(name.lower(), tag["attributes"])


@lru_cache(maxsize=512)
def _gap(name: str) -> str | None:
    """What parts the words around a tag; None for one that shows or leads somewhere."""
    if name.lower() in _SHOWN:
        return None
    return "" if _INLINE.fullmatch(name) else " "


def _lead(name: str, attributes: str) -> str:
    """Where a link leads, or a file that is shown; its query is a signature that expires."""
    found = _LEADS.search(attributes)
    if not found or (name == "img" and _TINY.search(attributes)):
        return ""
    address = unescape(found[1] or found[2] or found[3] or "")[:_LONGEST_QUERY]
    return f"<{plain_address(address) if name == 'a' else place_of(address) or address[:80]}>"
