"""What stands above an article: its title, where and when it is from, what it carries."""

from feedtui.article.document import (
    Anchor,
    Block,
    Document,
    Heading,
    Kind,
    Media,
    Paragraph,
    Span,
    Style,
)
from feedtui.article.links import absolute, host
from feedtui.article.outline import reading_minutes
from feedtui.clean import SafeText, clean_line
from feedtui.library.texts import Text
from feedtui.library.wording import local_time
from feedtui.model import EMPTY, Enclosure, Item, NoFullText
from feedtui.pages.extra import missing_extra

_KINDS = {"audio": Kind.AUDIO, "video": Kind.VIDEO, "image": Kind.IMAGE}
_MEGABYTE = 1_000_000
_MINUTE = 60

_LOST = SafeText("The text of this entry is not kept; refreshing its feed (r) may bring it.")

NOT_KEPT = Document((Paragraph((Span(_LOST, Style.ITALIC),)),))
"""What stands below the heading of an entry whose text is lost."""


def headed(item: Item, document: Document, remark: SafeText = EMPTY) -> Document:
    """The article of an entry below its heading. The numbers of its own links stay as they are.

    `remark` says which text of the entry it is, where that has to be said.
    """
    minutes = 0 if document is NOT_KEPT else reading_minutes(document)
    above = _above(item, minutes, remark)
    addresses = [absolute(each.url, "") for each in item.head.enclosures]
    links = tuple(dict.fromkeys([*document.links, *filter(None, addresses)]))
    carried = [
        _media(enclosure, links.index(address) + 1)
        for enclosure, address in zip(item.head.enclosures, addresses, strict=True)
        if address is not None
    ]
    blocks = (*above, *carried)
    anchors = (Anchor(each.name, each.block + len(blocks)) for each in document.anchors)
    return Document((*blocks, *document.blocks), links, tuple(anchors), minutes)


def remark_of(text: Text, how: str = "x") -> SafeText:
    """Which text of an entry is shown, and `how` to get the other: by which key."""
    if text.other == "feed":
        return SafeText(f"{text.remark} · {how} for the feed's own")
    if text.other == "full":
        return SafeText(f"{text.remark} · {how} for the full text")
    if isinstance(text.full, NoFullText):
        return SafeText(f"{text.remark} · {how} tries again") if text.page else text.remark
    return text.remark


def short_of(text: Text, how: str) -> str:
    """What may be said of a text that is short, where the whole article can be had by a key."""
    if text.full is None and text.summary and text.page and not missing_extra():
        return f"{how}: full article"
    return ""


def described(enclosure: Enclosure) -> SafeText:
    """A file that an entry carries: what it is called, of which kind it is, how large and long."""
    name = enclosure.title or host(enclosure.url) or enclosure.url
    facts = (enclosure.type, _size(enclosure.length), _length(enclosure.duration))
    return clean_line(" · ".join(filter(None, (name, *facts))))


def _above(item: Item, minutes: int, remark: SafeText) -> tuple[Block, ...]:
    source = " · ".join(filter(None, _source(item, minutes)))
    said = SafeText("\n".join(filter(None, (source, remark))))
    return Heading(1, (Span(item.head.label),)), Paragraph((Span(said, Style.DIM),))


def _source(item: Item, minutes: int) -> tuple[str, ...]:
    date = local_time(item.date).strftime("%-d %B %Y, %H:%M")
    return (item.source.title, item.head.author, date, f"{minutes} min" if minutes else "")


def _media(enclosure: Enclosure, link: int) -> Media:
    kind = _KINDS.get(enclosure.type.partition("/")[0], Kind.FRAME)
    return Media(kind, described(enclosure), link)


def _size(length: int | None) -> str:
    return f"{length / _MEGABYTE:.1f} MB" if length and length > 0 else ""


def _length(seconds: int | None) -> str:
    return f"{max(round(seconds / _MINUTE), 1)} min" if seconds and seconds > 0 else ""
