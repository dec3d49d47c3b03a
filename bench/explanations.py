"""Why a document is read otherwise than somebody expected: rules, each with its reason.

The sources of the expected results are programs, too. `feed-rs` is a parser of its own,
`etree-literal` and `jsonfeed-literal` are the bare fields as they stand in the document, and
`feedparser` is what that library says. A rule here must see from the two values alone, or from the
address of the document, that ours is the right one, or right in its own way.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from urllib.parse import urljoin


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one entry (or of the feed: entry None) that was expected otherwise.

    `read` and `wanted` are all fields of the entry as they were read (with its body) and expected;
    `base` is the address that the document was said to come from.
    """

    source: str
    path: str
    field: str
    entry: int | None
    want: str | None
    got: str | None
    wanted: dict[str, str | None]
    read: dict[str, str | None]
    base: str


Rule = Callable[[Difference], bool]

_TAG = re.compile(r"<[^<>]*>")
_UNSEEN = re.compile("[\u200b\u2060\ufeff\u00ad\x80-\x9f]")

_DATES = {
    "Ranchero-Software+NetNewsWire/Modules/RSParser/Tests/RSParserTests/Resources/kc0011.rss": (
        "YYYY/M/D was not read, or as YYYY/D/M"
    ),
    "prof18+RSS-Parser/rssparser/src/commonTest/resources/feed-image-enclosure.xml": (
        "D.M.YYYY was not read"
    ),
    "kagisearch+fastfeedparser/benchmark_data/4059f23db954f1b5": "year 1 is no date",
    "kagisearch+fastfeedparser/benchmark_data/995fa12531de4aa0": "year 1 is no date",
    "kagisearch+fastfeedparser/benchmark_data/b38787f0a7eb3696": "year 1 is no date",
    "kagisearch+fastfeedparser/benchmark_data/d597083ccac7f99a": "year 1 is no date",
    "nicolus+picoFeed/_history/tests/fixtures/dailymail.co.uk.xml": "+01:00 was not subtracted",
    "prof18+RSS-Parser/_history/rssparser/src/test/resources/feed-test-xsl.xml": "BST is +01:00",
    "prof18+RSS-Parser/rssparser/src/commonTest/resources/feed-test-xsl.xml": "BST is +01:00",
    "rometools+rome/rome-modules/src/test/resources/xml/yweather.xml": "8:19 pm was read as am",
}
"""Documents whose expected dates are wrong throughout, and why."""


_TITLES = {
    "nicolus+picoFeed/_history/tests/fixtures/grotte_barbu.xml": (
        "one bad byte and all was read as Windows-1252"
    ),
}

_COUNTS = {
    "danmactough+node-feedparser/test/feeds/illegally-nested.xml": "empty items are left out",
    "miniflux+v2/internal/reader/parser/testdata/no_encoding_ISO-8859-1.xml": (
        "empty items are left out"
    ),
}


_HAVE_ATOM = frozenset(
    {
        "Ranchero-Software+NetNewsWire/Modules/RSParser/Tests/RSParserTests/Resources/489.rss",
        "newsboat+newsboat/test/data/rss.xml",
        "w3c+feedvalidator/testcases/rss/should/rss20_with_atom_elements.xml",
    }
)
"""Documents of RSS whose items have an `atom:updated`."""

_HAVE_ABOUT = frozenset({"feed-rs+feed-rs/feed-rs/fixture/rss1/rss_1.0_example_2.xml"})
"""Documents of RSS 1.0 whose items have an `rdf:about` that is not their link."""


def explained(difference: Difference) -> str:
    """The reason for a difference, empty if there is none."""
    if difference.field in {"published", "updated"} and difference.path in _DATES:
        return _DATES[difference.path]
    if difference.field == "count":
        return _COUNTS.get(difference.path, "")
    rules = _RULES[difference.field]
    reason = next((reason for reason, rule in rules if rule(difference)), "")
    return reason or (_TITLES.get(difference.path, "") if difference.field == "title" else "")


def _begins_its_text(difference: Difference) -> bool:
    words = _as_text((difference.got or "").removesuffix("…"))
    body = _as_text(difference.read["body"])
    return difference.want is None and bool(words) and body.startswith(words)


def _is_its_link(difference: Difference) -> bool:
    links = (difference.wanted["link"], difference.read["link"])
    return difference.want is None and difference.got in links


def _has_no_link(difference: Difference) -> bool:
    link = difference.wanted["link"] or difference.read["link"]
    hashed = re.fullmatch(r"text:[0-9a-f]{16}", difference.got or "")
    return difference.want is None and link is None and bool(hashed)


def _is_about(difference: Difference) -> bool:
    return difference.want is None and difference.path in _HAVE_ABOUT


def _is_hash(difference: Difference) -> bool:
    hashed = re.fullmatch(r"[0-9a-f]{32}|[0-9a-f-]{36}", difference.want or "")
    links = (difference.wanted["link"], difference.read["link"])
    return difference.source == "feed-rs" and bool(hashed) and difference.got in links


def _differs_in_blanks(difference: Difference) -> bool:
    return _line(difference.want) == _line(difference.got)


def _differs_in_unseen(difference: Difference) -> bool:
    return _line(_UNSEEN.sub("", difference.want or "")) == _line(difference.got)


def _differs_in_markup(difference: Difference) -> bool:
    return _as_text(difference.want) == _as_text(difference.got)


def _was_encoded_twice(difference: Difference) -> bool:
    return _as_text(_encoded_once(difference.want or "")) == _as_text(difference.got)


def _is_relative(difference: Difference) -> bool:
    want = difference.want or ""
    return bool(want) and urljoin(difference.base, want).strip() == difference.got


def _differs_in_case(difference: Difference) -> bool:
    return (difference.want or "").lower() == (difference.got or "").lower()


def _lacks_its_scheme(difference: Difference) -> bool:
    return f"https://{difference.want}" == difference.got


def _is_no_address(difference: Difference) -> bool:
    return difference.got is None and not (difference.want or "").startswith(("http:", "https:"))


def _is_file(difference: Difference) -> bool:
    want = difference.want or ""
    return difference.got is None and want == difference.wanted["id"] and want.endswith(".mp3")


def _is_its_guid(difference: Difference) -> bool:
    return difference.want is None and difference.got == difference.read["id"]


def _is_the_other_date(difference: Difference) -> bool:
    other = "updated" if difference.field == "published" else "published"
    return difference.want is None and difference.got in {
        difference.wanted[other],
        difference.read[other],
    }


def _is_of_atom(difference: Difference) -> bool:
    is_unread = difference.source == "etree-literal" and difference.want is None
    return is_unread and difference.path in _HAVE_ATOM


def _stands_for_updated(difference: Difference) -> bool:
    return difference.got is None and difference.want == difference.read["published"]


def _line(text: str | None) -> str:
    return " ".join((text or "").split())


def _as_text(markup: str | None) -> str:
    text = markup or ""
    for _ in range(2):
        text = unescape(_TAG.sub(" ", text))
    return "".join(_UNSEEN.sub("", _TAG.sub(" ", text)).split())


def _encoded_once(text: str) -> str:
    codes = bytearray()
    for character in text:
        try:
            codes += character.encode("latin-1" if ord(character) < 256 else "cp1252")
        except UnicodeEncodeError:
            return text
    return codes.decode("utf-8", "replace")


_RULES: dict[str, tuple[tuple[str, Rule], ...]] = {
    "count": (),
    "feed title": (
        ("blanks and line breaks are one blank", _differs_in_blanks),
        ("tags and entities are read", _differs_in_markup),
        ("text that was encoded twice is read once", _was_encoded_twice),
    ),
    "id": (
        ("no guid or id: the link is the name", _is_its_link),
        ("no guid, id or link: a hash is the name", _has_no_link),
        ("RSS 1.0: rdf:about is the name", _is_about),
        ("no guid or id: feed-rs makes a hash of its own", _is_hash),
        ("blanks and line breaks are one blank", _differs_in_blanks),
    ),
    "title": (
        ("no title: the first words of the text", _begins_its_text),
        ("blanks and line breaks are one blank", _differs_in_blanks),
        ("characters that nobody sees are gone", _differs_in_unseen),
        ("tags and entities are read", _differs_in_markup),
        ("text that was encoded twice is read once", _was_encoded_twice),
    ),
    "link": (
        ("a relative link is resolved", _is_relative),
        ("no link: the guid is the page", _is_its_guid),
        ("a link without scheme is one", _lacks_its_scheme),
        ("letters of a host are small", _differs_in_case),
        ("what is no web address is no link", _is_no_address),
        ("a guid that is a file to play is no page", _is_file),
    ),
    "published": (("RSS: dc:date or updated is the one date", _is_the_other_date),),
    "updated": (
        ("RSS: dc:date is both dates", _is_the_other_date),
        ("etree-literal reads no atom:updated in RSS", _is_of_atom),
        ("RSS has no date of change: feed-rs repeats the first", _stands_for_updated),
    ),
}
