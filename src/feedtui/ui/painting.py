"""Rows as text, purely: what a row says, cut and padded to a width in cells.

A piece has a role, not a colour; the style sheet gives roles their looks.
"""

from typing import Literal, NamedTuple

from rich.cells import cell_len, set_cell_size

from feedtui.library.library import Counts
from feedtui.model import Item
from feedtui.query.views import Place

Role = Literal["plain", "strong", "dim", "star", "bad", "accent"]

MINUTE, HOUR, DAY = 60, 3600, 86400
_FEED_WIDTH = 18
_ROOM_FOR_FEED = 44


class Piece(NamedTuple):
    """Some text in a role."""

    text: str
    role: Role


def entry_row(
    item: Item, width: int, now: int, *, read: bool, starred: bool, with_feed: bool
) -> list[Piece]:
    """An entry in a list: state, title, the feed where there is room for it, and age."""
    age = f" {age_of(item.date, now):>3} "
    feed = (
        fit(f" {item.source.title}", _FEED_WIDTH) if with_feed and width >= _ROOM_FOR_FEED else ""
    )
    title = fit(item.head.label, max(width - 3 - cell_len(feed) - cell_len(age), 0))
    return [
        Piece("★" if starred else " ", "star"),
        Piece(" " if read else "●", "accent"),
        Piece(" ", "plain"),
        Piece(title, "dim" if read else "strong"),
        Piece(feed, "dim"),
        Piece(age, "dim"),
    ]


def place_row(place: Place, counts: Counts, width: int) -> list[Piece]:
    """A row of the list of feeds: indented title, a mark for a failing feed, unread entries."""
    shown = counts.starred if place.view.kind == "starred" else counts.unread
    number = f" {shown} " if shown else " "
    failing = place.source is not None and bool(place.source.error)
    indent = "  " * place.depth
    sign = {"folder": "▾ "}.get(place.view.kind, "! " if failing else "")
    title = fit(place.title, max(width - cell_len(f" {indent}{sign}{number}"), 0))
    return [
        Piece(f" {indent}", "plain"),
        Piece(sign, "bad" if failing else "dim"),
        Piece(title, "strong" if shown else "plain"),
        Piece(number, "accent"),
    ]


def age_of(time: int, now: int) -> str:
    """How long ago, in at most three characters: now, 5m, 3h, 2d, 7w, 4y."""
    age = now - time
    if age < MINUTE:
        return "now"
    for unit, letter, below in ((MINUTE, "m", HOUR), (HOUR, "h", DAY), (DAY, "d", 14 * DAY)):
        if age < below:
            return f"{age // unit}{letter}"
    weeks = age // (7 * DAY)
    return f"{weeks}w" if weeks < 100 else f"{age // (365 * DAY)}y"


def fit(text: str, width: int) -> str:
    """Text in exactly `width` cells, ended by an ellipsis where it was cut."""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(text, width - 1) + "…" if width else ""
