"""What a feed is like, before it is subscribed to: its newest entries, how often, how much of each.

A `Preview` is a line of `feedtui add --preview --json`, too: the screen reads it from there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from feedtui.clean import clean_line
from feedtui.library.pace import HALF_A_YEAR, WEEK, how_often
from feedtui.library.wording import counted
from feedtui.model import Feed
from feedtui.pages.carried import Carried, Carries

MOST_SHOWN = 5
"""Entries that a preview names."""


@dataclass(frozen=True, slots=True)
class Newest:
    """One of the newest entries."""

    title: str
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """A feed that could be subscribed to. `weekly` is how many entries a week it had lately.

    `words` is how long the text of an entry usually is, `subscribed` whether feeds.toml has it.
    """

    feed: str
    feed_title: str | None = None
    kind: str | None = None
    entries: int = 0
    newest: datetime | None = None
    weekly: float = 0.0
    carries: Carries = "titles"
    words: int = 0
    subscribed: bool = False
    latest: tuple[Newest, ...] = ()


def preview_of(
    url: str, feed: Feed, kind: str, carried: Carried, now: int, *, subscribed: bool
) -> Preview:
    """What the feed at `url` is like at `now`, in seconds since 1970."""
    dated = sorted(feed.entries, key=lambda each: -(each.published or each.updated or 0))
    dates = [each.published or each.updated or 0 for each in dated]
    latest = zip(dated[:MOST_SHOWN], dates, strict=False)
    return Preview(
        feed=url,
        feed_title=feed.title or None,
        kind=kind or None,
        entries=len(feed.entries),
        newest=_moment(dates[0]) if dates else None,
        weekly=weekly(dates, now),
        carries=carried.kind,
        words=carried.words,
        subscribed=subscribed,
        latest=tuple(Newest(each.title or each.link, _moment(date)) for each, date in latest),
    )


def weekly(dates: Sequence[int], now: int) -> float:
    """Entries a week over the time of the last half-year that a document goes back to."""
    recent = [date for date in dates if now - HALF_A_YEAR < date <= now]
    if not recent:
        return 0.0
    return round(len(recent) / (max(now - min(recent), WEEK) / WEEK), 2)


def facts(preview: Preview) -> str:
    """How much there is, how often more comes, and what of the articles, in a line."""
    newest = f", the newest of {preview.newest:%Y-%m-%d}" if preview.newest else ""
    return " · ".join(
        (
            counted(preview.entries, "entry", "entries") + newest,
            how_often(preview.weekly),
            _TEXTS[preview.carries].format(words=f"{preview.words:,}"),
        )
    )


def name_of(preview: Preview) -> str:
    """What it is called, and in which format it is."""
    title = clean_line(preview.feed_title or "") or "a feed without a title"
    return f"{title} ({preview.kind})" if preview.kind else title


_TEXTS = {
    "articles": "whole articles ({words} words)",
    "summaries": "summaries only ({words} words)",
    "titles": "titles only",
}


def _moment(date: int) -> datetime | None:
    return datetime.fromtimestamp(date, UTC) if date else None
