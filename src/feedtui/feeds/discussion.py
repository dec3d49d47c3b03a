"""Where an entry is talked about: the page of its comments, their feed, their number.

RSS names the page in `comments`, and modules the rest (`wfw:commentRss`, `slash:comments`); Atom
has links of the relation `replies` for both (RFC 4685).
"""

from dataclasses import dataclass

from feedtui.clean import SafeText
from feedtui.feeds.fields import Fields, number, text
from feedtui.feeds.links import web_address
from feedtui.feeds.relations import is_for_programs, related
from feedtui.model import EMPTY


@dataclass(frozen=True, slots=True)
class Discussion:
    """Addresses of a page and of a feed of comments, and how many there were."""

    page: SafeText = EMPTY
    feed: SafeText = EMPTY
    comments: int | None = None


NO_DISCUSSION = Discussion()


def discussion_of(item: Fields, base: str) -> Discussion:
    """What feedparser read of an entry's comments."""
    replies = tuple(related(item, "replies"))
    pages = (text(link, "href") for link in replies if not is_for_programs(link))
    feeds = (text(link, "href") for link in replies if is_for_programs(link))
    counts = (number(link, "count") for link in replies)
    return Discussion(
        page=web_address(text(item, "comments") or next(pages, ""), base),
        feed=web_address(text(item, "wfw_commentrss") or next(feeds, ""), base),
        comments=_first_number(number(item, "slash_comments"), number(item, "thr_total"), *counts),
    )


def _first_number(*counts: int | None) -> int | None:
    return next((count for count in counts if count is not None), None)
