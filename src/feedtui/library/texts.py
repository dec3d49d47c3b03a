"""Which text of an entry is shown: what its feed sent, or what its web page says.

The page's is shown where the subscription wants it or a person asked for it. It is never shown in
the place of a longer one unless the person asked, and then the article says so. Whichever is shown,
the article says which it is where there is a choice.
"""

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from feedtui.address import is_web_address
from feedtui.clean import SafeText, clean_line
from feedtui.model import EMPTY, Body, FullText, Item, NoFullText
from feedtui.pages.words import count_words, is_short

Which = Literal["feed", "full"]


@dataclass(frozen=True, slots=True)
class Text:
    """A text to show, and what else there is.

    `full` is what is known of the entry's page, `shorter` says that it has fewer words than the
    feed's own text. `summary` says that the feed's own is short, and `page` that there is an
    address at which more of it may be had.
    """

    body: Body | None
    which: Which = "feed"
    full: FullText | NoFullText | None = None
    shorter: bool = False
    summary: bool = False
    page: bool = False

    @property
    def remark(self) -> SafeText:
        """Which text this is, in words; empty where there is no other and never was."""
        match self.full:
            case FullText() as full if self.which == "full":
                return clean_line(f"{_origin(full)}{self._warning}")
            case FullText():
                return clean_line(f"the feed's own text{self._comparison}")
            case NoFullText(reason):
                return clean_line(f"the feed's own text · no full text: {reason}")
            case None:
                return EMPTY

    @property
    def other(self) -> Which | None:
        """The text that can be shown instead at once, if there is one."""
        if not isinstance(self.full, FullText):
            return None
        return "feed" if self.which == "full" else "full"

    @property
    def _warning(self) -> str:
        return " · shorter than the feed's own" if self.shorter else ""

    @property
    def _comparison(self) -> str:
        return " · the full text is shorter" if self.shorter else ""


def choose_text(
    item: Item, own: Body | None, full: FullText | NoFullText | None, asked: Which | None
) -> Text:
    """The text of an entry that is to be shown; `asked` is the one that the person asked for."""
    summary = is_short(own.html) if own else True
    page = is_web_address(item.head.link)
    if not isinstance(full, FullText):
        return Text(own, "feed", full, summary=summary, page=page)
    shorter = own is not None and full.words < count_words(own.html)
    wanted = full.asked or own is None or item.source.full_text != "never"
    which = asked or ("full" if wanted and not shorter else "feed")
    body = Body(full.html, full.base) if which == "full" else own
    return Text(body, which, full, shorter, summary, page)


def _origin(full: FullText) -> str:
    try:
        host = urlsplit(full.base).hostname
    except ValueError:
        host = ""
    return f"full text from {host} ({full.by})" if host else f"full text ({full.by})"
