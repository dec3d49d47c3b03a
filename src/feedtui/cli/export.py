"""Write the subscriptions as OPML 2.0, folders nested, to a file or standard output."""

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path

from feedtui.cli.context import Context
from feedtui.cli.titles import titles
from feedtui.exchange.opml import write_opml
from feedtui.library.wording import counted
from feedtui.model import WELCOME
from feedtui.store import atomic


def arguments(parser: ArgumentParser) -> None:
    """What may be said to `feedtui export`."""
    parser.add_argument("file", nargs="?", metavar="FILE", type=Path)


def run(said: Namespace, context: Context) -> int:
    """Write all subscriptions that other readers can use."""
    known = context.home.subscriptions()
    shown = titles(context, known)
    feeds = [replace(feed, title=shown[feed.url]) for feed in known if feed.url != WELCOME]
    text = write_opml(feeds)
    if said.file is None:
        context.out.write(text)
        return 0
    atomic.write(said.file, text.encode())
    context.say(f"{counted(len(feeds), 'feed')} written to {said.file}")
    return 0
