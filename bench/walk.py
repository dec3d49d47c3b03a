"""Walks through the screen at several sizes and keeps what it shows as text, for the documentation.

`walk.py docs/screens` writes a file for each size. The library is that of `shelf`, the clock stands
still there, too, and nothing is asked of the network: a second run writes the same files.
"""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sandbox import Sandbox, open_sandbox
from shelf import NOON, write_shelf
from terminal import Screen, Silent, Terminal

from feedtui.ui.commands import COMMANDS

SIZES = ((40, 12), (80, 24), (120, 40), (200, 50))
_REST, _AT_LAST, _PATIENCE = 0.15, 0.4, 30.0
"""Seconds of silence after a key and before a capture. A key that comes sooner than 0.1 s after
Escape is taken for one that Alt was held with; `_PATIENCE` is for the start.
"""
_STANDING_STILL = f"import time\ntime.time_ns = lambda: {NOON * 10**9}\n"
"""What Python runs before anything else: the clock stands still, in the program's children, too."""

_ANYWHERE = ("\x1b", "\x1b", "\x1b", "1", "hhhh")
"""Out of whatever is open, to all entries, and to the left."""


_KEYS = {command.name: command.keys[0] for command in COMMANDS}
_SENT = {"enter": "\r", "escape": "\x1b", "tab": "\t", "space": " "}
_ESSAY = ("show_all", "\r", "top", "down", "\r", "top")
"""Into the second entry, and to its beginning: places in articles are remembered."""


@dataclass(frozen=True, slots=True)
class Stop:
    """What is looked at, and the way there from the list of feeds: commands' names, or letters."""

    name: str
    way: tuple[str, ...]


STOPS = (
    Stop("The list of feeds", ()),
    Stop("A folder folded", ("jjjj", "fold")),
    Stop("All entries", ("\r", "top")),
    Stop("Unread entries", ("show_unread", "\r", "top")),
    Stop("Entries grouped by day", ("\r", "group_by_day")),
    Stop("Entries sorted by the names of their feeds", ("\r", "ungroup", "sort_by_feed")),
    Stop("A filter", ("\r", "newest_first", "filter", "tides")),
    Stop("Entries selected for an action on all of them", ("\r", "top", "select", "j", "pick")),
    Stop("An article", _ESSAY),
    Stop("An article, a page further", (*_ESSAY, "page_down")),
    Stop("Letters for its links", (*_ESSAY, "bottom", "follow")),
    Stop("Where a link leads, before it is opened", (*_ESSAY, "bottom", "follow", "1\r")),
    Stop("Words looked for in the article", (*_ESSAY, "find", "envelope", "\r")),
    Stop("The article's headings", (*_ESSAY, "outline")),
    Stop("The article alone", (*_ESSAY, "zen")),
    Stop("Passing the article to a command", (*_ESSAY, "pipe")),
    Stop("Tags", ("\r", "tag")),
    Stop("Subscribing", ("add",)),
    Stop("A feed's own settings", ("\r", "change")),
    Stop("Unsubscribing", ("\r", "unsubscribe")),
    Stop("How the feeds fare", ("health",)),
    Stop("Marking everything read asks first", ("\r", "mark_everything")),
    Stop("The command line", ("command_line", "mark")),
    Stop("The palette", ("palette", "star")),
    Stop("The colours", ("themes",)),
    Stop("Help", ("help",)),
)


def main() -> int:
    """Walk at each size."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sizes", nargs="*", metavar="COLUMNSxLINES")
    said = parser.parse_args()
    folder: Path = said.folder
    sizes = [tuple(map(int, each.split("x"))) for each in said.sizes] or SIZES
    folder.mkdir(exist_ok=True)
    for columns, lines in sizes:
        captures = "\n".join(_captures((columns, lines)))
        (folder / f"{columns}x{lines}.txt").write_text(captures, encoding="utf-8")
        print(f"{columns}x{lines}: {len(STOPS)} captures", flush=True)
    return 0


def _captures(size: tuple[int, int]) -> Iterator[str]:
    with _opened(size) as terminal:
        for stop in STOPS:
            _press(terminal, _ANYWHERE)
            _press(terminal, tuple(map(_typed, stop.way)))
            _settle(terminal, _AT_LAST)
            yield f"{stop.name}\n\n{_framed(terminal.screen)}"


def _typed(step: str) -> str:
    """What is typed for a command, by its first key; letters are themselves."""
    return "".join(map(_sent, _KEYS[step].split())) if step in _KEYS else step


def _sent(key: str) -> str:
    if key.startswith("ctrl+"):
        return chr(ord(key[-1]) & 0x1F)
    return _SENT.get(key, "\x1b[6~" if key == "pagedown" else key)


def _framed(screen: Screen) -> str:
    edge = "+" + "-" * screen.columns + "+\n"
    return edge + screen.text + edge


@contextmanager
def _opened(size: tuple[int, int]) -> Iterator[Terminal]:
    with open_sandbox() as sandbox:
        write_shelf(sandbox.places)
        terminal = Terminal(sandbox.command(), _environment(sandbox), size)
        with closing(terminal):
            if not terminal.read_until(lambda screen: "unread" in screen.text, _PATIENCE):
                raise Silent("nothing was painted")
            terminal.silence(1)
            yield terminal


def _environment(sandbox: Sandbox) -> dict[str, str]:
    (sandbox.folder / "sitecustomize.py").write_text(_STANDING_STILL)
    paths = filter(None, (str(sandbox.folder), sandbox.environment.get("PYTHONPATH")))
    ours = {"PYTHONPATH": os.pathsep.join(paths), "TZ": "UTC", "ESCDELAY": "5"}
    return sandbox.environment | ours


def _press(terminal: Terminal, keys: tuple[str, ...]) -> None:
    for each in keys:
        terminal.press(each)
        _settle(terminal, _REST)


def _settle(terminal: Terminal, seconds: float) -> None:
    while terminal.read(seconds):
        pass


if __name__ == "__main__":
    sys.exit(main())
