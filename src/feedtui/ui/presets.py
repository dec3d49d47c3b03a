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

_VIM: Preset = {
    "left": ("h", "left", "ctrl+w h"),
    "right": ("l", "right", "ctrl+w l"),
    "next_pane": ("tab", "ctrl+w w", "ctrl+w ctrl+w"),
    "previous_pane": ("shift+tab", "ctrl+w W"),
    "wider": (">", "ctrl+w >"),
    "narrower": ("<", "ctrl+w <"),
    "zen": ("ctrl+w o", "z"),
    "next_feed": ("] f",),
    "previous_feed": ("[ f",),
    "next_unread": ("n", "] u"),
    "previous_unread": ("p", "[ u"),
    "next_heading": ("] ]", "}"),
    "previous_heading": ("[ [", "{"),
    "show_all": ("g a",),
    "show_unread": ("g u",),
    "show_starred": ("g s",),
    "fold": ("z a", "-"),
    "fold_all": ("z M", "_"),
    "browse": ("o", "g x"),
    "back": ("ctrl+o", "backspace"),
    "quit": ("q", "Z Z", "Z Q"),
}
"""Without 1, 2 and 3 as commands, so that every count can be typed."""

_NEWSBOAT: Preset = {
    "down": ("down",),
    "up": ("up",),
    "top": ("home",),
    "bottom": ("end",),
    "left": ("left", "h"),
    "right": ("right",),
    "next_feed": ("j", "]"),
    "previous_feed": ("k", "["),
    "toggle_read": ("N", "m"),
    "toggle_star": ("ctrl+e", "s"),
    "toggle_hidden": ("D",),
    "unsubscribe": ("X",),
    "differences": ("d",),
    "follow": ("u",),
    "undo": ("U",),
    "share": ("ctrl+b", "S"),
    "filter": ("F", "/"),
    "find": ("/",),
    "escape": ("escape", "ctrl+f"),
    "hide_read": ("l", "H"),
    "newest_first": ("g d", "O n"),
    "oldest_first": ("G d", "O o"),
    "sort_by_title": ("g t", "O t"),
    "group_by_day": ("g D",),
    "close": ("q",),
    "quit": ("Q",),
}

_MINIFLUX: Preset = {
    "page_down": ("l", "pagedown", "ctrl+f"),
    "page_up": ("h", "pageup", "ctrl+b"),
    "left": ("left", "g f"),
    "right": ("right",),
    "enter": ("enter", "o"),
    "browse": ("v", "V"),
    "select": ("ctrl+v",),
    "select_all": ("ctrl+a",),
    "toggle_star": ("f",),
    "share": ("s", "S"),
    "follow": ("L",),
    "full_text": ("d", "x"),
    "enclosure": ("e",),
    "add": ("+", "a"),
    "unsubscribe": ("#", "D"),
    "show_unread": ("g u", "2"),
    "show_starred": ("g b", "3"),
    "continue_reading": ("g h", "g c"),
    "group_by_feed": ("g F",),
}

_NETNEWSWIRE: Preset = {
    "down": ("down",),
    "up": ("up",),
    "left": ("left",),
    "right": ("right",),
    "next_unread": ("n", "+"),
    "previous_unread": ("-", "p"),
    "next_feed": ("z", "]"),
    "previous_feed": ("a", "["),
    "toggle_read": ("r", "u"),
    "mark_all": ("k", "A"),
    "mark_older": ("o", "M o"),
    "browse": ("b",),
    "fold": (",", "."),
    "fold_all": (";", "'"),
    "macros": ("\\",),
    "zen": ("Z",),
    "undo": ("U",),
    "redo": ("ctrl+y",),
    "refresh_feed": ("f5",),
    "refresh_all": ("ctrl+r", "R"),
    "add": ("ctrl+n",),
}

_ELFEED: Preset = {
    "down": ("n", "down", "j"),
    "up": ("p", "up", "k"),
    "top": ("<", "home"),
    "bottom": (">", "end"),
    "left": ("left",),
    "right": ("right",),
    "next_unread": ("N",),
    "previous_unread": ("P",),
    "page_up": ("pageup", "ctrl+b", "backspace"),
    "back": ("l",),
    "filter": ("s", "/"),
    "find": ("/",),
    "escape": ("escape", "c"),
    "browse": ("b",),
    "copy": ("ctrl+c", "w w"),
    "copy_link": ("y",),
    "copy_title": ("w t",),
    "copy_paragraph": ("w p",),
    "copy_article": ("w a",),
    "toggle_read": ("u", "r"),
    "toggle_star": ("*",),
    "tag": ("+", "-", "t"),
    "fold": (".",),
    "enclosure": ("d",),
    "change": ("e",),
    "undo": ("U",),
    "refresh_feed": ("g",),
    "refresh_all": ("G",),
    "continue_reading": ("o c",),
    "group_by_day": ("o d",),
    "group_by_feed": ("o f",),
    "ungroup": ("o n",),
    "help": ("h", "?"),
    "close": ("q",),
    "quit": ("Q",),
}

PRESETS: Mapping[str, Preset] = {
    DEFAULT: {},
    "vim": _VIM,
    "newsboat": _NEWSBOAT,
    "miniflux": _MINIFLUX,
    "netnewswire": _NETNEWSWIRE,
    "elfeed": _ELFEED,
}
"""By the names that config.toml has."""
