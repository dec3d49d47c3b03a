"""Copying: by a program that says whether it worked, where there is one, else by the terminal.

The terminal's own way (OSC 52) works everywhere, over SSH too, but never answers. tmux and the
desktop's programs answer, and are sure to reach the clipboard of this very desktop. So those come
first where the environment says that they can work, each that fails is followed by the next, and
the terminal is the last. What was copied, and which way, is said.
"""

import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from textual.screen import Screen

from feedtui.clean import clean_line
from feedtui.ui import wire
from feedtui.ui.handing import hand_over

Finds = Callable[[str], str | None]
"""The path of a program's name, as `shutil.which`."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way to the clipboard: a program that reads the text, or without one the terminal."""

    name: str
    command: tuple[str, ...] = ()


TERMINAL = Way("the terminal")
_TMUX = Way("tmux", ("tmux", "load-buffer", "-w", "-"))  # -w hands it on to the terminal as well
_WAYLAND = (Way("wl-copy", ("wl-copy",)),)
_X = (
    Way("xclip", ("xclip", "-selection", "clipboard")),
    Way("xsel", ("xsel", "--clipboard", "--input")),
)
_MAC = (Way("pbcopy", ("pbcopy",)),)


def ways(
    chosen: Sequence[str], environment: Mapping[str, str], platform: str, finds: Finds
) -> tuple[Way, ...]:
    """The ways to try, the best first; the person's own is the only one where they chose one.

    `platform` is `sys.platform`.
    """
    if chosen:
        return (Way(PurePath(chosen[0]).name, tuple(chosen)),)
    candidates = _candidates(environment, platform)
    return (*(way for way in candidates if finds(way.command[0])), TERMINAL)


def _candidates(environment: Mapping[str, str], platform: str) -> Iterator[Way]:
    if environment.get("TMUX"):
        yield _TMUX
    if environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"):
        return  # What a desktop's programs reach is another desktop.
    if environment.get("WAYLAND_DISPLAY"):
        yield from _WAYLAND
    if environment.get("DISPLAY"):
        yield from _X
    if platform == "darwin":
        yield from _MAC


class Clipboard:
    """Copies for a `screen`; `say` takes the sentence that says what came of it."""

    def __init__(
        self,
        screen: Screen[None],
        chosen: Sequence[str],
        environment: Mapping[str, str],
        say: Callable[[str], None],
    ) -> None:
        self._screen = screen
        self._chosen = chosen
        self._environment = environment
        self._say = say

    def copy(self, what: str, text: str) -> None:
        """Copy `text`, which messages call `what`; never waits."""
        found = ways(self._chosen, self._environment, sys.platform, shutil.which)
        if found == (TERMINAL,):
            self._say(self._by_terminal(what, text))
        else:
            copying = self._by_first(found, what, text)
            self._screen.run_worker(copying, group="copying", exclusive=True)

    async def _by_first(self, found: Sequence[Way], what: str, text: str) -> None:
        why = ""
        for way in found:
            if not way.command:
                self._say(self._by_terminal(what, text))
                return
            why = await hand_over(way.command, text.encode())
            if not why:
                self._say(f"copied {what} (by {clean_line(way.name)})")
                return
        self._say(f"{what} wasn't copied: {why}")

    def _by_terminal(self, what: str, text: str) -> str:
        size = len(text.encode())
        if size > wire.LONGEST_COPY:
            return (
                f"{what} is too long for the terminal ({size:,} bytes of at most "
                f"{wire.LONGEST_COPY:,}); name a program in [programs] copy"
            )
        self._screen.app.copy_to_clipboard(text)  # the toolkit sends OSC 52
        wire.send(self._screen.app, wire.handed_on(text, self._environment))
        return f"copied {what} (by the terminal)"
