"""Opening an address outside: only what a browser is for, as an argument list, without a shell."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

SCHEMES = ("http", "https", "mailto")


def opener(url: str, chosen: Sequence[str], environment: Mapping[str, str]) -> list[str] | str:
    """The command that opens `url`, or why there is none, in words.

    `chosen` is the setting; then comes BROWSER, whose first program counts and may have a `%s`;
    then what the system uses.
    """
    if not is_opened(url):
        return "its address is not one that a browser should be given"
    if chosen:
        return [*chosen, url]
    named = shlex.split(environment.get("BROWSER", "").partition(os.pathsep)[0])
    if any("%s" in word for word in named):
        return [word.replace("%s", url) for word in named]
    if named:
        return [*named, url]
    system = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    return [system, url] if system else "no browser was found; set programs.browser or BROWSER"


def is_opened(url: str) -> bool:
    """Whether a browser is given an address like this."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in SCHEMES and bool(parts.netloc or parts.scheme == "mailto")


def needs_terminal(environment: Mapping[str, str]) -> bool:
    """Whether a browser would have to draw in our terminal, because there is no other screen."""
    graphical = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    return sys.platform != "darwin" and not graphical


def start(command: Sequence[str]) -> str:
    """Start a program that has a window of its own; why not, in words, or nothing."""
    try:
        subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        return f"{command[0]} can't be started: {error.strerror}"
    return ""
