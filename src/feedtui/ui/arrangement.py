"""Which panes there is room for, as a pure function of the width."""

from feedtui.ui.commands import Pane

WIDE, MEDIUM = 110, 60
"""From so many columns on there are three panes, or two."""


def shown_panes(width: int, at: Pane) -> tuple[Pane, ...]:
    """The panes to show, from left to right, when the person is at one of them.

    Three where they fit; else the two lists, and the article in their place while it is read; in
    the narrowest, one.
    """
    if width >= WIDE:
        return ("feeds", "entries", "article")
    if width >= MEDIUM and at != "article":
        return ("feeds", "entries")
    return (at,)


def neighbour(at: Pane, by: int) -> Pane:
    """The pane to the left (-1) or the right (1); at the edge, the same."""
    order: tuple[Pane, ...] = ("feeds", "entries", "article")
    return order[max(0, min(len(order) - 1, order.index(at) + by))]


def round_trip(at: Pane, by: int) -> Pane:
    """The next pane (1) or the one before (-1), around the edge."""
    order: tuple[Pane, ...] = ("feeds", "entries", "article")
    return order[(order.index(at) + by) % len(order)]
