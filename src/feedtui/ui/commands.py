"""All that a key can do, as rows of one table.

The footer, the help screen, the documentation and the sequences of keys derive from it. The action
of a command is the method `action_NAME` of the main screen.
"""

from dataclasses import dataclass
from typing import Literal

Pane = Literal["feeds", "entries", "article"]

ANYWHERE: tuple[Pane, ...] = ("feeds", "entries", "article")
LISTS: tuple[Pane, ...] = ("feeds", "entries")


@dataclass(frozen=True, slots=True)
class Command:
    """A row. `keys` are sequences, as the toolkit names keys, with blanks between the keys of one.

    `label` is for the footer, which shows the `prominent` ones; `help` is a sentence.
    """

    name: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: str
    where: tuple[Pane, ...] = ANYWHERE
    prominent: bool = False


COMMANDS = (
    Command("down", ("j", "down"), "down", "Move down, or scroll a line.", "Moving"),
    Command("up", ("k", "up"), "up", "Move up, or scroll a line.", "Moving"),
    Command("top", ("g g", "home"), "top", "Go to the beginning.", "Moving"),
    Command("bottom", ("G", "end"), "end", "Go to the end.", "Moving"),
    Command("page_down", ("pagedown", "ctrl+f"), "page", "A page down.", "Moving"),
    Command("page_up", ("pageup", "ctrl+b"), "page up", "A page up.", "Moving"),
    Command("left", ("h", "left"), "left", "Go to the pane on the left.", "Moving"),
    Command("right", ("l", "right"), "right", "Go to the pane on the right.", "Moving"),
    Command("next_pane", ("tab",), "next pane", "Go to the next pane.", "Moving"),
    Command("previous_pane", ("shift+tab",), "previous pane", "Go to the pane before.", "Moving"),
    Command(
        "enter",
        ("enter",),
        "open",
        "Open what the cursor is on: a feed's entries, or an entry.",
        "Reading",
        LISTS,
        prominent=True,
    ),
    Command(
        "space",
        ("space",),
        "read on",
        "Scroll the article; at its end, open the next unread entry.",
        "Reading",
        prominent=True,
    ),
    Command(
        "next_unread",
        ("n",),
        "next unread",
        "Open the next unread entry, in the next feed if this one has none.",
        "Reading",
        prominent=True,
    ),
    Command(
        "previous_unread",
        ("p",),
        "previous unread",
        "Open the unread entry before, in another feed if this one has none.",
        "Reading",
    ),
    Command(
        "browse",
        ("o",),
        "browser",
        "Open the entry's page in the browser.",
        "Reading",
        ("entries", "article"),
        prominent=True,
    ),
    Command(
        "toggle_read",
        ("m",),
        "read/unread",
        "Mark the entry read, or unread again.",
        "Marking",
        ("entries", "article"),
        prominent=True,
    ),
    Command(
        "toggle_star",
        ("s",),
        "star",
        "Star the entry, or take the star away.",
        "Marking",
        ("entries", "article"),
        prominent=True,
    ),
    Command("mark_all", ("A",), "all read", "Mark every entry of the list read.", "Marking"),
    Command("undo", ("u",), "undo", "Take back the last marking.", "Marking"),
    Command(
        "filter",
        ("slash",),
        "filter",
        "Narrow the list as you type: words, is:unread, feed:NAME, tag:NAME; Escape ends it.",
        "Finding",
        prominent=True,
    ),
    Command("escape", ("escape",), "back", "End the filter, or go back a pane.", "Finding"),
    Command("refresh_feed", ("r",), "refresh feed", "Ask this feed for news.", "Feeds"),
    Command(
        "refresh_all",
        ("R",),
        "refresh",
        "Ask all feeds that are due for news.",
        "Feeds",
        prominent=True,
    ),
    Command(
        "add",
        ("a",),
        "add",
        "Subscribe to a feed, by its address or a page's.",
        "Feeds",
        LISTS,
        prominent=True,
    ),
    Command("edit", ("E",), "edit", "Edit feeds.toml in your editor.", "Feeds"),
    Command("help", ("question_mark",), "help", "Show this help.", "Program", prominent=True),
    Command("quit", ("q",), "quit", "Leave feedtui.", "Program", prominent=True),
)

_SHOWN = {"slash": "/", "question_mark": "?", "pagedown": "PgDn", "pageup": "PgUp"}


def sequences(pane: Pane) -> dict[str, str]:
    """Sequences of keys that mean something in a pane, and the commands that they mean."""
    return {
        keys: command.name for command in COMMANDS if pane in command.where for keys in command.keys
    }


def shown_keys(keys: str) -> str:
    """A sequence of keys as people write it: `g g`, `/`, `Enter`, `Ctrl+F`."""
    return " ".join(_shown_key(key) for key in keys.split())


def footer(pane: Pane) -> tuple[tuple[str, str], ...]:
    """Keys and labels that matter in a pane."""
    return tuple(
        (shown_keys(command.keys[0]), command.label)
        for command in COMMANDS
        if command.prominent and pane in command.where
    )


def _shown_key(key: str) -> str:
    if len(key) == 1:
        return key
    return _SHOWN.get(key) or "+".join(part.capitalize() for part in key.split("+"))
