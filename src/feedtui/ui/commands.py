"""All that a key can do, as rows of one table.

The keymap, the footer, the help screen, the palette, the command line's completion and the
documentation derive from it. What a command does is the method of its name in one of the classes of
`actions`. No toolkit is needed to read the table: `feedtui keys` prints it, too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Pane = Literal["feeds", "entries", "article"]

State = Literal["hits", "foot"]
"""Of the article: words were looked for, or something is shown below it. Keys then mean more."""

Where = Pane | State

PANE_OF: Mapping[Where, Pane] = {
    "feeds": "feeds",
    "entries": "entries",
    "article": "article",
    "hits": "article",
    "foot": "article",
}
"""The pane that a place is, or is a state of."""

Takes = Literal["nothing", "count", "words"]
"""What a command can be given: how often or how far (`5j`), or words (`:filter is:starred`).

The method of one that takes a count or words has a parameter for it, with a default.
"""

ANYWHERE: tuple[Pane, ...] = ("feeds", "entries", "article")
LISTS: tuple[Pane, ...] = ("feeds", "entries")
ENTRY: tuple[Pane, ...] = ("entries", "article")
ARTICLE: tuple[Pane, ...] = ("article",)


@dataclass(frozen=True, slots=True)
class Command:
    """A row. `keys` are the default ones: sequences, with blanks between the keys of one.

    Keys are written as people write them, and as config.toml has them: `j`, `/`, `ctrl+r`, `g g`.
    `label` is for the footer, which shows the `prominent` ones; `help` is a sentence.
    """

    name: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: str
    where: tuple[Where, ...] = ANYWHERE
    prominent: bool = False
    takes: Takes = "nothing"

    @property
    def panes(self) -> frozenset[Pane]:
        """Panes where it can be done, if need be in one of their states."""
        return frozenset(PANE_OF[each] for each in self.where)


COMMANDS = (
    Command("down", ("j", "down"), "down", "Move down, or scroll a line.", "Moving", takes="count"),
    Command("up", ("k", "up"), "up", "Move up, or scroll a line.", "Moving", takes="count"),
    Command(
        "top",
        ("g g", "home"),
        "top",
        "Go to the beginning, or with a number before it to that row or line.",
        "Moving",
        takes="count",
    ),
    Command(
        "bottom",
        ("G", "end"),
        "end",
        "Go to the end, or with a number before it to that row or line.",
        "Moving",
        takes="count",
    ),
    Command("page_down", ("pagedown", "ctrl+f"), "page", "A page down.", "Moving", takes="count"),
    Command("page_up", ("pageup", "ctrl+b"), "page up", "A page up.", "Moving", takes="count"),
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
        ENTRY,
        prominent=True,
    ),
    Command(
        "full_text",
        ("x",),
        "full text",
        "Show the full text from the entry's web page, or the feed's own again.",
        "Reading",
        ENTRY,
    ),
    Command(
        "follow",
        ("f",),
        "follow",
        "Show letters for links, footnotes and jumps; type them, or a link's number and Enter.",
        "In the article",
        ARTICLE,
        prominent=True,
    ),
    Command(
        "take",
        ("enter",),
        "go there",
        "Open the link, or go to the footnote, that is shown below the article.",
        "In the article",
        ("foot",),
        prominent=True,
    ),
    Command(
        "back",
        ("backspace",),
        "back",
        "Go back to where the last jump began.",
        "In the article",
        ARTICLE,
    ),
    Command(
        "outline",
        ("T",),
        "outline",
        "Choose a heading to go to.",
        "In the article",
        ARTICLE,
        prominent=True,
    ),
    Command(
        "next_heading",
        ("}",),
        "next heading",
        "Go to the next heading.",
        "In the article",
        ARTICLE,
    ),
    Command(
        "previous_heading",
        ("{",),
        "previous heading",
        "Go to the heading before.",
        "In the article",
        ARTICLE,
    ),
    Command(
        "find",
        ("/",),
        "find",
        "Look for words in the article as you type; Escape ends it.",
        "In the article",
        ARTICLE,
        prominent=True,
    ),
    Command(
        "next_hit",
        ("n",),
        "next hit",
        "While words are looked for: go to the next hit.",
        "In the article",
        ("hits",),
        prominent=True,
    ),
    Command(
        "previous_hit",
        ("N",),
        "previous hit",
        "While words are looked for: go to the hit before.",
        "In the article",
        ("hits",),
        prominent=True,
    ),
    Command(
        "toggle_read",
        ("m",),
        "read/unread",
        "Mark the entry read, or unread again.",
        "Marking",
        ENTRY,
        prominent=True,
    ),
    Command(
        "toggle_star",
        ("s",),
        "star",
        "Star the entry, or take the star away.",
        "Marking",
        ENTRY,
        prominent=True,
    ),
    Command("mark_all", ("A",), "all read", "Mark every entry of the list read.", "Marking"),
    Command(
        "undo",
        ("u",),
        "undo",
        "Take back what was done last: marking, subscribing, unsubscribing, purging.",
        "Marking",
    ),
    Command("redo", ("ctrl+r",), "redo", "Do again what was taken back last.", "Marking"),
    Command(
        "filter",
        ("/",),
        "filter",
        "Narrow the list as you type: words, is:unread, feed:NAME, tag:NAME; Escape ends it.",
        "Finding",
        LISTS,
        prominent=True,
        takes="words",
    ),
    Command(
        "escape",
        ("escape",),
        "back",
        "Close what is shown below the article, end the search or the filter, or go back a pane.",
        "Finding",
    ),
    Command(
        "copy",
        ("ctrl+c", "y y"),
        "copy",
        "Copy what the mouse has selected, or else the entry's link.",
        "Copying",
        ENTRY,
    ),
    Command("copy_link", ("y l",), "copy link", "Copy the entry's link.", "Copying", ENTRY),
    Command("copy_title", ("y t",), "copy title", "Copy the entry's title.", "Copying", ENTRY),
    Command(
        "copy_paragraph",
        ("y p",),
        "copy paragraph",
        "Copy the paragraph at the top of the article pane.",
        "Copying",
        ARTICLE,
    ),
    Command(
        "copy_article", ("y a",), "copy article", "Copy the whole article.", "Copying", ARTICLE
    ),
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
    Command(
        "macros",
        (",",),
        "macros",
        "Run one of your own macros, which config.toml lists, by its key.",
        "Program",
        takes="words",
    ),
    Command("help", ("?",), "help", "Show this help.", "Program", prominent=True),
    Command("quit", ("q",), "quit", "Leave feedtui.", "Program", prominent=True),
)
