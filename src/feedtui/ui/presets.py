"""Keys for people who come from elsewhere: what a preset has that the default keys don't.

Each table has the keys that the other program gives to what this one does as well, as that program
documents them. Commands that a table doesn't name keep their default keys, as far as the table
doesn't need those for something else.

The sources: newsboat, doc/keycmds.dsv; Miniflux, internal/ui/static/js/bootstrap.js; NetNewsWire,
the KeyboardShortcuts.plist files of its main window; elfeed, elfeed-search.el and elfeed-show.el;
vim, its quickref.
"""

from collections.abc import Mapping

Preset = Mapping[str, tuple[str, ...]]
"""Keys as people write them, by the names of commands."""

DEFAULT = "default"

PRESETS: Mapping[str, Preset] = {
    DEFAULT: {},
    "vim": {
        "page_down": ("ctrl+f", "pagedown"),
        "page_up": ("ctrl+b", "pageup"),
        "left": ("h", "left", "ctrl+w h"),
        "right": ("l", "right", "ctrl+w l"),
        "next_pane": ("tab", "ctrl+w w", "ctrl+w ctrl+w"),
        "previous_pane": ("shift+tab", "ctrl+w W"),
        "browse": ("o", "g x"),
        "back": ("ctrl+o", "backspace"),
        "next_heading": ("] ]", "}"),
        "previous_heading": ("[ [", "{"),
        "quit": ("q", "Z Z", "Z Q"),
    },
    "newsboat": {
        "refresh_feed": ("r",),
        "refresh_all": ("R",),
        "mark_all": ("A",),
        "toggle_read": ("N", "m"),
        "toggle_star": ("ctrl+e", "s"),
        "follow": ("u", "f"),
        "undo": ("ctrl+z",),
        "edit": ("E",),
        "quit": ("q", "Q"),
    },
    "miniflux": {
        "page_down": ("l", "pagedown", "ctrl+f"),
        "page_up": ("h", "pageup", "ctrl+b"),
        "left": ("left", "g f"),
        "right": ("right",),
        "enter": ("enter", "o"),
        "browse": ("v",),
        "toggle_star": ("f",),
        "follow": ("L",),
        "full_text": ("d",),
        "add": ("+",),
    },
    "netnewswire": {
        "down": ("down",),
        "up": ("up",),
        "left": ("left",),
        "right": ("right",),
        "next_unread": ("n", "+"),
        "previous_unread": ("-", "p"),
        "toggle_read": ("r", "u"),
        "mark_all": ("k",),
        "browse": ("b",),
        "refresh_feed": ("ctrl+r",),
        "undo": ("ctrl+z",),
        "redo": ("ctrl+y",),
        "add": ("ctrl+n",),
    },
    "elfeed": {
        "down": ("n", "down", "j"),
        "up": ("p", "up", "k"),
        "top": ("<", "home"),
        "bottom": (">", "end"),
        "next_unread": ("N",),
        "previous_unread": ("P",),
        "page_up": ("pageup", "ctrl+b", "backspace"),
        "back": ("L",),
        "left": ("left",),
        "filter": ("s", "/"),
        "browse": ("b",),
        "copy_link": ("y",),
        "copy": ("ctrl+c",),
        "copy_title": ("w t",),
        "copy_paragraph": ("w p",),
        "copy_article": ("w a",),
        "toggle_read": ("u", "r"),
        "toggle_star": ("*",),
        "undo": ("ctrl+z",),
        "redo": ("ctrl+r",),
        "refresh_feed": ("g",),
        "refresh_all": ("G",),
        "help": ("h", "?"),
    },
}
