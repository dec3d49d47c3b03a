"""Where one is in a list, as a sentence."""

from collections.abc import Iterable

from feedtui.clean import SafeText, clean_line
from feedtui.library.library import Counts
from feedtui.library.wording import counted
from feedtui.model import Item
from feedtui.query.places import Place

_LONGEST = 200
"""Characters of a title that are said."""

_AGES = (
    (365 * 86400, "year"),
    (30 * 86400, "month"),
    (7 * 86400, "week"),
    (86400, "day"),
    (3600, "hour"),
    (60, "minute"),
)


def entry_said(item: Item, now: int, state: Iterable[str], feed: str) -> SafeText:
    """An entry: title, state, feed and age. `feed` is empty where it goes without saying."""
    title = clean_line(item.head.label, _LONGEST)
    return _joined(title, *state, feed, age_said(item.date, now))


def place_said(place: Place, counts: Counts) -> SafeText:
    """A row of the list of feeds: its name, what it is, what is in it, what is wrong with it."""
    kind = {"folder": "folder", "tag": "tag"}.get(place.view.kind, "")
    folded = {"shut": "closed", "open": "", "none": ""}[place.fold]
    starred = f"{counts.starred} starred" if place.view.kind == "starred" else ""
    unread = f"{counts.unread} unread" if counts.unread and not starred else starred
    failing = place.source is not None and bool(place.source.error)
    return _joined(place.title, kind, folded, unread, "failing" if failing else "")


def position_said(index: int, count: int) -> str:
    """A place among others: `3 of 50`."""
    return f"{index + 1} of {count}"


def list_said(title: str, count: int, unread: int, narrowed: str) -> SafeText:
    """What a list is, when one comes to it."""
    entries = counted(count, "entry", "entries") if count else "no entries"
    return _joined(title, narrowed, entries, f"{unread} unread" if unread else "")


def age_said(time: int, now: int) -> str:
    """How long ago, in words."""
    age = now - time
    for seconds, unit in _AGES:
        if age >= seconds:
            return f"{counted(age // seconds, unit)} ago"
    return "just now"


def _joined(*parts: str) -> SafeText:
    return clean_line(", ".join(filter(None, parts)))
