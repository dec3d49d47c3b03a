"""What is said to the terminal beside what is painted: its clipboard, its title, a notification.

Every control sequence that the program makes itself is made here, of text that is cleaned first.
The toolkit has no public way to send one, so the one private name for it is here, too.
"""

from base64 import b64encode
from collections.abc import Mapping

from textual.app import App

from feedtui.clean import clean_line

LONGEST_COPY = 74_994
"""Bytes of text that OSC 52 is trusted with: terminals take sequences of up to 100,000 bytes, in
which each three bytes of text are four letters (the bound of hterm, the least of the known ones).
"""

_LONGEST_TITLE = 80
_LONGEST_NOTICE = 200
_SCREEN_PIECE = 700
"""Bytes of one string that GNU screen hands on; its buffer holds 768."""

_TITLES_REMEMBERED, _TITLE_RECALLED = "\x1b[22;2t", "\x1b[23;2t"
"""xterm's window operations 22 and 23; a terminal without them keeps the last title."""


def send(app: App[bytes], sequence: str) -> None:
    """Send a control sequence behind what was painted so far; nothing without a terminal."""
    driver = app._driver  # noqa: SLF001 - see above
    if sequence and driver is not None and not app.is_headless:
        driver.write(sequence)


def handed_on(text: str, environment: Mapping[str, str]) -> str:
    """What has to be sent beside OSC 52 itself, where something stands before the terminal.

    tmux takes the plain sequence where `set-clipboard` is on, and this one where
    `allow-passthrough` is; GNU screen hands on strings of its own, in pieces.
    """
    sequence = f"\x1b]52;c;{b64encode(text.encode()).decode()}\x07"
    if environment.get("TMUX"):
        return _through_tmux(sequence)
    return _through_screen(sequence) if environment.get("STY") else ""


def title(words: str) -> str:
    """The sequence that sets the window's title (OSC 2)."""
    return f"\x1b]2;{clean_line(words, _LONGEST_TITLE)}\x1b\\"


def first_title(words: str) -> str:
    """The same for the first time: the terminal is asked to remember the title that it has."""
    return _TITLES_REMEMBERED + title(words)


def last_title() -> str:
    """The sequence that gives the window the title back that it had."""
    return title("") + _TITLE_RECALLED


def notification(words: str, environment: Mapping[str, str]) -> str:
    """The sequence by which a terminal tells its desktop something: OSC 777 or OSC 9.

    Both are one line; OSC 777 has its parts between semicolons, so there are none in the words.
    """
    told = clean_line(words, _LONGEST_NOTICE).replace(";", ",")
    sequence = f"\x1b]777;notify;feedtui;{told}\x1b\\" if _knows_777(environment) else _osc_9(told)
    return _through_tmux(sequence) if environment.get("TMUX") else sequence


def knows_titles(environment: Mapping[str, str]) -> bool:
    """Whether the terminal is one that has a title; a console prints what it doesn't know."""
    return environment.get("TERM", "") not in {"", "dumb", "linux", "vt100", "vt220"}


def _osc_9(told: str) -> str:
    return f"\x1b]9;{told}\x1b\\"


def _knows_777(environment: Mapping[str, str]) -> bool:
    """urxvt, VTE's terminals, foot and Ghostty; the others that tell anything know OSC 9."""
    names = (environment.get("TERM", ""), environment.get("TERM_PROGRAM", ""))
    known = ("rxvt", "foot", "ghostty", "xterm-ghostty")
    return "VTE_VERSION" in environment or any(name.startswith(known) for name in names)


def _through_tmux(sequence: str) -> str:
    """tmux's pass-through: a DCS string in which each ESC is doubled."""
    return "\x1bPtmux;" + sequence.replace("\x1b", "\x1b\x1b") + "\x1b\\"


def _through_screen(sequence: str) -> str:
    pieces = range(0, len(sequence), _SCREEN_PIECE)
    return "".join(f"\x1bP{sequence[start : start + _SCREEN_PIECE]}\x1b\\" for start in pieces)
