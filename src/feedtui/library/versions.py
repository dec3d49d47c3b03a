"""One change of an entry, as a document: what its feed said before, and what it said then."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from feedtui.article.differences import differences, differs
from feedtui.article.document import Anchor, Document, Heading, Paragraph, Span, Style
from feedtui.article.reader import read
from feedtui.article.trackers import Trackers
from feedtui.clean import SafeText, clean_line
from feedtui.model import Body, Item, Version

_SIGNS = SafeText("[-what was taken away-] {+what came+}")
_SAME = SafeText("The words are the same: a link, a picture or the markup was changed.")
_WAIT = SafeText("The two texts are being compared.")


@dataclass(frozen=True, slots=True)
class Change:
    """The change `number` of `count`, counted from the latest: of what, to what, and when."""

    number: int
    count: int
    before: Version
    title: SafeText
    body: Body

    @property
    def remark(self) -> SafeText:
        """Which change it is, and how to read it."""
        day = datetime.fromtimestamp(self.before.until).astimezone().strftime("%-d %B %Y, %H:%M")
        which = f" · change {self.number} of {self.count}, the latest first" * (self.count > 1)
        return clean_line(f"changed {day}{which} · {_SIGNS}")


def change_of(item: Item, versions: Sequence[Version], own: Body | None, number: int) -> Change:
    """A change of an entry, from 1 for the latest; `own` is what its feed says now.

    `versions` are what it said before, the oldest first.
    """
    before = versions[-number]
    if number == 1:
        return Change(1, len(versions), before, item.head.title, own or Body(""))
    after = versions[-number + 1]
    return Change(number, len(versions), before, after.title, after.body)


def awaited(change: Change) -> Document:
    """What stands there while texts of half a megabyte are compared."""
    return Document(tuple(Paragraph((Span(each, Style.DIM),)) for each in (change.remark, _WAIT)))


def changed(change: Change, link: str, trackers: Trackers) -> Document:
    """The change as a document, below what there is to be said of it."""
    before = _read(change.before.title, change.before.body, link, trackers)
    shown = differences(before, _read(change.title, change.body, link, trackers))
    said = [change.remark] if differs(shown) else [change.remark, _SAME]
    above = tuple(Paragraph((Span(each, Style.DIM),)) for each in said)
    anchors = tuple(Anchor(each.name, each.block + len(above)) for each in shown.anchors)
    return replace(shown, blocks=(*above, *shown.blocks), anchors=anchors)


def _read(title: SafeText, body: Body, link: str, trackers: Trackers) -> Document:
    document = read(body.html, body.base or link, trackers)
    anchors = tuple(Anchor(each.name, each.block + 1) for each in document.anchors)
    blocks = (Heading(1, (Span(title),)), *document.blocks)
    return replace(document, blocks=blocks, anchors=anchors)
