"""All that a key can do, as rows of one table.

The keymap, the footer, the help screen, the palette, the command line's completion and the
documentation derive from it. What a command does is the method of its name in one of the classes of
`actions`. No toolkit is needed to read the table: `feedtui keys` prints it, too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Pane = Literal["feeds", "entries", "article"]

State = Literal["hits", "foot", "selection"]
"""Of the article: words were looked for, or something is shown below it; of the entries: some are
picked. Keys then mean more."""

Where = Pane | State

PANE_OF: Mapping[Where, Pane] = {
    "feeds": "feeds",
    "entries": "entries",
    "article": "article",
    "hits": "article",
    "foot": "article",
    "selection": "entries",
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
    Command(
        "half_page_down", ("ctrl+d",), "half page", "Half a page down.", "Moving", takes="count"
    ),
    Command(
        "half_page_up", ("ctrl+u",), "half page up", "Half a page up.", "Moving", takes="count"
    ),
    Command("left", ("h", "left"), "left", "Go to the pane on the left.", "Moving"),
    Command("right", ("l", "right"), "right", "Go to the pane on the right.", "Moving"),
    Command("next_pane", ("tab",), "next pane", "Go to the next pane.", "Moving"),
    Command("previous_pane", ("shift+tab",), "previous pane", "Go to the pane before.", "Moving"),
    Command(
        "next_entry",
        ("J",),
        "next",
        "Open the next entry of the list.",
        "Moving",
        takes="count",
    ),
    Command(
        "previous_entry",
        ("K",),
        "previous",
        "Open the entry before.",
        "Moving",
        takes="count",
    ),
    Command(
        "next_feed",
        ("]",),
        "next feed",
        "Show the next feed's entries.",
        "Moving",
        takes="count",
    ),
    Command(
        "previous_feed",
        ("[",),
        "previous feed",
        "Show the entries of the feed before.",
        "Moving",
        takes="count",
    ),
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
        takes="count",
    ),
    Command(
        "previous_unread",
        ("p",),
        "previous unread",
        "Open the unread entry before, in another feed if this one has none.",
        "Reading",
        takes="count",
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
        "continue_reading",
        ("g c",),
        "continue",
        "List the entries that were left half-way, the last one first.",
        "Reading",
    ),
    Command(
        "enclosure",
        ("e",),
        "file",
        "Open what the entry carries, such as an episode, in the player or the browser.",
        "Reading",
        ENTRY,
    ),
    Command(
        "share", ("S",), "share", "Share the entry by a command of your own.", "Reading", ENTRY
    ),
    Command(
        "zen",
        ("z",),
        "alone",
        "Show the article alone, in a column that is easy to read; Escape shows all again.",
        "In the article",
        ARTICLE,
    ),
    Command(
        "differences",
        ("D",),
        "changes",
        "Show what its feed changed in the entry, the latest change first.",
        "In the article",
        ARTICLE,
    ),
    Command(
        "pipe",
        ("|",),
        "pipe",
        "Have a command read the article as text; its output stays until Enter.",
        "In the article",
        ARTICLE,
        takes="words",
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
        "Go back to where the last jump began, and then to the entry that was read before.",
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
        takes="count",
    ),
    Command(
        "previous_heading",
        ("{",),
        "previous heading",
        "Go to the heading before.",
        "In the article",
        ARTICLE,
        takes="count",
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
        takes="count",
    ),
    Command(
        "previous_hit",
        ("N",),
        "previous hit",
        "While words are looked for: go to the hit before.",
        "In the article",
        ("hits",),
        prominent=True,
        takes="count",
    ),
    Command(
        "show_all",
        ("1",),
        "all",
        "Show all entries.",
        "Lists",
        LISTS,
    ),
    Command(
        "show_unread",
        ("2",),
        "unread",
        "Show what is unread.",
        "Lists",
        LISTS,
    ),
    Command(
        "show_starred",
        ("3",),
        "starred",
        "Show what is starred.",
        "Lists",
        LISTS,
    ),
    Command(
        "fold",
        ("-",),
        "fold",
        "Fold or unfold the folder in the list of feeds; h and l do, too.",
        "Lists",
        ("feeds",),
        prominent=True,
    ),
    Command(
        "fold_all",
        ("_",),
        "fold all",
        "Fold all folders, or unfold them.",
        "Lists",
        ("feeds",),
    ),
    Command(
        "newest_first",
        ("O n",),
        "newest first",
        "Sort lists by date, the newest entry first.",
        "Lists",
    ),
    Command(
        "oldest_first",
        ("O o",),
        "oldest first",
        "Sort lists by date, the oldest entry first.",
        "Lists",
    ),
    Command(
        "sort_by_feed",
        ("O f",),
        "by feed",
        "Sort lists by the names of feeds.",
        "Lists",
    ),
    Command(
        "sort_by_title",
        ("O t",),
        "by title",
        "Sort lists by title.",
        "Lists",
    ),
    Command(
        "unread_first",
        ("O u",),
        "unread first",
        "Sort lists with unread entries first.",
        "Lists",
    ),
    Command(
        "group_by_day",
        ("g d",),
        "by day",
        "Divide lists by day.",
        "Lists",
    ),
    Command(
        "group_by_feed",
        ("g f",),
        "feed by feed",
        "Divide lists by feed.",
        "Lists",
    ),
    Command(
        "ungroup",
        ("g n",),
        "in one piece",
        "Divide lists no more.",
        "Lists",
    ),
    Command(
        "hide_read",
        ("H",),
        "hide read",
        "Leave out of lists what is read, or show it again.",
        "Lists",
    ),
    Command(
        "select",
        ("v",),
        "select",
        "Begin to select entries, which moving extends; again to end the range.",
        "Selecting",
        ("entries",),
    ),
    Command(
        "select_all",
        ("V",),
        "select all",
        "Select all entries of the list, or none.",
        "Selecting",
        ("entries",),
    ),
    Command(
        "pick",
        ("space", "x"),
        "pick",
        "While entries are selected: select the one here, or leave it out.",
        "Selecting",
        ("selection",),
        prominent=True,
    ),
    Command(
        "end_selection",
        ("escape",),
        "select none",
        "End selecting.",
        "Selecting",
        ("selection",),
        prominent=True,
    ),
    Command(
        "toggle_read",
        ("m",),
        "read/unread",
        "Mark the entry, the selection or, among feeds, a whole list read, or unread again.",
        "Marking",
        prominent=True,
    ),
    Command(
        "toggle_star",
        ("s",),
        "star",
        "Star the entry, the selection or the whole list, or take the stars away.",
        "Marking",
        prominent=True,
    ),
    Command(
        "toggle_hidden",
        ("X",),
        "hide",
        "Hide the entry from all lists, or show it again; is:hidden finds it.",
        "Marking",
    ),
    Command(
        "tag",
        ("t",),
        "tag",
        "Give the entry a tag, or take one away.",
        "Marking",
        takes="words",
    ),
    Command(
        "mark_all",
        ("A",),
        "all read",
        "Mark every entry of the list, or of the selection, read.",
        "Marking",
    ),
    Command(
        "mark_above",
        ("M a",),
        "above",
        "Mark what stands above in the list read.",
        "Marking",
    ),
    Command(
        "mark_below",
        ("M b",),
        "below",
        "Mark what stands below in the list read.",
        "Marking",
    ),
    Command(
        "mark_older",
        ("M o",),
        "older",
        "Mark what is older than this entry read.",
        "Marking",
    ),
    Command(
        "mark_older_than_day",
        ("M d",),
        "over a day",
        "Mark what is older than a day read.",
        "Marking",
    ),
    Command(
        "mark_older_than_week",
        ("M w",),
        "over a week",
        "Mark what is older than a week read.",
        "Marking",
    ),
    Command(
        "mark_older_than_month",
        ("M m",),
        "over 30 days",
        "Mark what is older than 30 days read.",
        "Marking",
    ),
    Command(
        "mark_everything",
        ("C",),
        "everything read",
        "Mark all entries of all feeds read, after asking.",
        "Marking",
    ),
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
        ("/", "F"),
        "filter",
        "Narrow the list as you type: words, is:unread, feed:NAME, tag:NAME; Escape ends it.",
        "Finding",
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
    Command(
        "stop",
        ("ctrl+x",),
        "stop",
        "Stop refreshing; what came stays.",
        "Feeds",
    ),
    Command(
        "change",
        ("c",),
        "change",
        "Change the feed's title, folder, tags, address, or how it is asked.",
        "Feeds",
        LISTS,
    ),
    Command(
        "unsubscribe",
        ("D",),
        "unsubscribe",
        "Unsubscribe from the feed; it asks first.",
        "Feeds",
        LISTS,
    ),
    Command(
        "health",
        ("!",),
        "health",
        "Show how the feeds fare: what fails, what is silent, what you never read.",
        "Feeds",
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
    Command(
        "wider",
        (">", "ctrl+right"),
        "wider",
        "Make the pane where you are wider; the mouse can drag the borders, too.",
        "Looks",
        takes="count",
    ),
    Command(
        "narrower",
        ("<", "ctrl+left"),
        "narrower",
        "Make the pane where you are narrower.",
        "Looks",
        takes="count",
    ),
    Command(
        "themes",
        ("ctrl+t",),
        "colours",
        "Choose the colours, and see them at once.",
        "Looks",
        takes="words",
    ),
    Command(
        "command_line",
        (":",),
        "command",
        "Type a command's name, completed by Tab, and words for it: :filter is:starred, :10.",
        "Program",
    ),
    Command(
        "palette",
        ("ctrl+p",),
        "commands",
        "Choose among all commands by a few letters.",
        "Program",
        prominent=True,
    ),
    Command("help", ("?",), "help", "Show this help.", "Program", prominent=True),
    Command("suspend", ("ctrl+z",), "shell", "Go back to the shell, until its `fg`.", "Program"),
    Command(
        "close", ("Q",), "close", "Go back a pane; from the first one, leave feedtui.", "Program"
    ),
    Command("quit", ("q",), "quit", "Leave feedtui.", "Program", prominent=True),
)
