"""Feeds of the kinds and lengths that hosts serve, the same at every run.

Of a hundred feeds 55 are RSS, 33 Atom, 8 RSS 1.0 and 4 podcasts. Each has 20 to 50 entries with
headlines only, with summaries, or with whole articles of 2 to 40 KB. Each `version` of a feed has
one entry more than the one before it.
"""

from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape
from random import Random

_NEWEST = 1_750_000_000
"""Date of the newest entry of version 0, in seconds since 1970."""

_HOUR = 3600
_KINDS = (("rss", 55), ("atom", 33), ("rdf", 8), ("podcast", 4))
_LENGTHS = (("headlines", 20), ("summaries", 55), ("articles", 25))
_WORDS = [
    "river",
    "lamp",
    "quiet",
    "engine",
    "paper",
    "letter",
    "harbour",
    "winter",
    "garden",
    "signal",
    "copper",
    "window",
    "method",
    "table",
    "naïve",
    "façade",
    "measure",
    "kernel",
    "bridge",
    "orchard",
    "theory",
    "market",
    "cloud",
    "stone",
    "северный",
    "ветер",
    "日本",
    "記事",
]
_NAMESPACES = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "atom": "http://www.w3.org/2005/Atom",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
_DECLARED = " ".join(f'xmlns:{name}="{address}"' for name, address in _NAMESPACES.items())


class Source:
    """Feed number so-and-so, in all its versions."""

    def __init__(self, number: int) -> None:
        chance = Random(number)
        self._name = f"Feed {number} {_words(chance, 2)}"
        self._site = f"https://site{number}.example"
        self._kind = _dealt(chance, _KINDS)
        self._length = "articles" if self._kind == "podcast" else _dealt(chance, _LENGTHS)
        self._paragraphs = [_paragraph(chance) for _ in range(12)]
        self._entries = chance.randint(20, 50)
        self._seed = number

    def entries(self, version: int) -> int:
        """How many entries the document of a version has."""
        return self._entries + version

    def document(self, version: int) -> bytes:
        """The document of a version."""
        numbers = range(-version, self._entries)
        return self._framed("".join(map(self._entry, numbers))).encode()

    def _framed(self, entries: str) -> str:
        head = f"<title>{self._name}</title>"
        if self._kind == "atom":
            head += f'<link rel="alternate" href="{self._site}/"/><id>{self._site}/</id>'
            return f'{_FIRST}<feed xmlns="http://www.w3.org/2005/Atom">{head}{entries}</feed>'
        head += f"<link>{self._site}/</link><description>{self._name}</description>"
        if self._kind == "rdf":
            root = f'<rdf:RDF xmlns="http://purl.org/rss/1.0/" {_DECLARED}>'
            about = f'<channel rdf:about="{self._site}/">{head}</channel>'
            return f"{_FIRST}{root}{about}{entries}</rdf:RDF>"
        own = f'<atom:link href="{self._site}/feed" rel="self" type="application/rss+xml"/>'
        more = f"{own}<language>en</language><sy:updatePeriod>hourly</sy:updatePeriod>"
        channel = f"<channel>{head}{more}{entries}</channel>"
        return f'{_FIRST}<rss version="2.0" {_DECLARED}>{channel}</rss>'

    def _entry(self, number: int) -> str:
        chance = Random(f"{self._seed} {number}")
        title, link = _words(chance, 7).capitalize(), f"{self._site}/{number}/"
        date, html = datetime.fromtimestamp(_NEWEST - number * _HOUR, UTC), self._html(chance)
        if self._kind == "atom":
            return _atom_entry(title, link, date, html)
        if self._kind == "rdf":
            text = f"<description>{escape(html)}</description>"
            about = (
                f"<title>{title}</title><link>{link}</link><dc:date>{date.isoformat()}</dc:date>"
            )
            return f'<item rdf:about="{link}">{about}{text}</item>'
        return self._item(title, link, date, html)

    def _item(self, title: str, link: str, date: datetime, html: str) -> str:
        parts = (
            f"<title>{title}</title><link>{link}</link><pubDate>{format_datetime(date)}</pubDate>"
            f"<dc:creator><![CDATA[{title[:5]} writer]]></dc:creator>"
            f'<category>{title[:6]}</category><guid isPermaLink="false">{link}?p=1</guid>'
        )
        if self._length == "articles":
            parts += f"<description>{escape(html[:200])}</description>"
            parts += f"<content:encoded><![CDATA[{html}]]></content:encoded>"
        else:
            parts += f"<description><![CDATA[{html}]]></description>"
        if self._kind == "podcast":
            parts += f'<enclosure url="{link}episode.mp3" length="1000" type="audio/mpeg"/>'
            parts += "<itunes:duration>1:02:03</itunes:duration>"
        return f"<item>{parts}</item>\n"

    def _html(self, chance: Random) -> str:
        if self._length == "headlines":
            return ""
        if self._length == "summaries":
            return chance.choice(self._paragraphs)
        length, html = chance.triangular(2000, 40_000, 4000), ""
        while len(html) < length:
            html += chance.choice(self._paragraphs)
        return html


_FIRST = '<?xml version="1.0" encoding="UTF-8"?>\n'


def _atom_entry(title: str, link: str, date: datetime, html: str) -> str:
    times = f"<published>{date.isoformat()}</published><updated>{date.isoformat()}</updated>"
    text = f'<content type="html">{escape(html)}</content>' if html else ""
    return (
        f'<entry><title>{title}</title><link href="{link}"/><id>{link}</id>{times}'
        f"<author><name>{title[:5]} writer</name></author>{text}</entry>\n"
    )


def _dealt(chance: Random, kinds: tuple[tuple[str, int], ...]) -> str:
    names, weights = zip(*kinds, strict=True)
    return str(chance.choices(names, weights)[0])


def _paragraph(chance: Random) -> str:
    link = f'<a href="https://example.org/{chance.randrange(1000)}">{_words(chance, 2)}</a>'
    words = (_words(chance, 30), _words(chance, 40))
    return f"<p><b>{words[0]}</b> {link} {words[1]}, <code>{_words(chance, 1)}</code>.</p>\n"


def _words(chance: Random, count: int) -> str:
    return " ".join(chance.choices(_WORDS, k=count))
