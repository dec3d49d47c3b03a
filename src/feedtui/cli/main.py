"""From the words on the command line to a command and its exit code."""

import os
import sys
import time
from argparse import SUPPRESS, ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Sequence
from importlib import import_module

from feedtui import __version__
from feedtui.clean import clean
from feedtui.cli.context import Context
from feedtui.cli.curtain import Curtain
from feedtui.cli.signals import endings
from feedtui.errors import FeedtuiError
from feedtui.library.home import Home
from feedtui.store.paths import find_places

COMMANDS = {
    "add": "subscribe to a feed, by its address or a page's",
    "remove": "unsubscribe; entries and marks are kept",
    "change": "change what feeds.toml says of a feed: title, folder, tags, interval",
    "move": "give a feed another address; entries and marks are kept",
    "feeds": "list the subscriptions, with counts and health",
    "health": "say how the feeds fare: what fails, what is silent, what you never read",
    "refresh": "ask the feeds that are due",
    "entries": "list entries, newest first, or those that a query finds",
    "search": "find entries by what they say, the best hits first",
    "show": "print an article as text",
    "fulltext": "fetch the full texts of entries from their web pages",
    "mark": "mark entries read, unread, starred, or tag them",
    "undo": "take back what was done last, or a step of the list",
    "redo": "do again what was taken back last",
    "purge": "let go of entries beyond the bounds that you have set",
    "import": "take over subscriptions from OPML or from newsboat's urls file",
    "export": "write the subscriptions as OPML",
    "render": "print any HTML as feedtui would show it",
    "keys": "print the keys of the screen, as your config.toml has them",
    "edit": "open feeds.toml in your editor, and check it afterwards",
    "doctor": "say where the files are, and what is wrong with them",
}


def run(words: Sequence[str], curtain: Curtain | None = None) -> int:
    """Run the command that `words` say; the exit code, as the README explains it.

    `curtain` is what is on the terminal until the screen is there.
    """
    with endings() as told:
        try:
            return _run(words, curtain or Curtain())
        except KeyboardInterrupt:
            return told.exit_code


def _run(words: Sequence[str], curtain: Curtain) -> int:
    try:
        home = Home(find_places(os.environ), os.environ, _milliseconds, _warn)
        return _dispatch(words, Context(home, sys.stdin.buffer, sys.stdout), curtain)
    except FeedtuiError as error:
        curtain.take_away()
        _warn(str(error))
        return error.exit_code
    except BrokenPipeError:
        # Whoever read us has seen enough (`| head`); Python must not flush into the closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _dispatch(words: Sequence[str], context: Context, curtain: Curtain) -> int:
    parser = _parser()
    chosen = parser.parse_args(words[:1])
    if chosen.command is None:
        return _screen(context, curtain, linear=chosen.linear)
    if chosen.command not in _READING:
        context.home.warn_without_locks()
    command = import_module(f"feedtui.cli.{_MODULES.get(chosen.command, chosen.command)}")
    own = ArgumentParser(prog=f"feedtui {chosen.command}", description=command.__doc__)
    command.arguments(own)
    code: int = command.run(own.parse_args(words[1:]), context)
    context.out.flush()
    return code


_READING = {"feeds", "entries", "search", "show", "export", "render", "doctor", "health", "keys"}
"""Commands that write nothing unless they are told to, and say themselves where locks lack."""

_MODULES = {"import": "import_"}
"""Commands whose name Python keeps for itself."""


def _milliseconds() -> int:
    return time.time_ns() // 1_000_000


def _warn(message: str) -> None:
    sys.stderr.write(f"feedtui: {clean(message)}\n")


def _screen(context: Context, curtain: Curtain, *, linear: bool) -> int:
    if not (sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty()):
        context.home.warn("the screen needs a terminal; `feedtui --help` lists commands that don't")
        return 2
    settings = context.home.settings()
    if linear or settings.screen.linear or context.home.environment.get("TERM") == "dumb":
        from feedtui.ui.linear import start as linear_start

        curtain.take_away()
        return linear_start.run(context.home, settings)
    from feedtui.ui import start

    return start.run(context.home, curtain.lift)


def _parser() -> ArgumentParser:
    width = max(map(len, COMMANDS))
    listing = "\n".join(f"  {name:<{width}}  {line}" for name, line in COMMANDS.items())
    parser = ArgumentParser(
        prog="feedtui",
        description="A terminal reader for web feeds. Without a command it opens the screen.",
        epilog=f"commands:\n{listing}\n\n`feedtui COMMAND --help` explains one.",
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"feedtui {__version__}")
    parser.add_argument(
        "--linear",
        action="store_true",
        help="open the linear mode: plain lines, for screen readers and slow connections",
    )
    parser.add_argument("command", nargs="?", choices=COMMANDS, metavar="COMMAND", help=SUPPRESS)
    return parser
