"""Write the subscriptions as OPML 2.0, folders nested, to a file or standard output.

A list is made to be handed on, so user names and passwords in addresses are left out unless you say
--with-passwords. Files and programs of this machine are left out always.
"""

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path

from feedtui.address import is_web_address, without_credentials
from feedtui.cli.context import Context
from feedtui.cli.titles import titles
from feedtui.exchange.opml import write_opml
from feedtui.library.wording import counted
from feedtui.model import WELCOME, Subscription
from feedtui.store import atomic


def arguments(parser: ArgumentParser) -> None:
    """What may be said to `feedtui export`."""
    parser.add_argument("file", nargs="?", metavar="FILE", type=Path)
    parser.add_argument("--with-passwords", action="store_true", help="leave them in the addresses")


def run(said: Namespace, context: Context) -> int:
    """Write all subscriptions that other readers can use."""
    known = context.home.subscriptions()
    shown = titles(context, known)
    feeds = [replace(feed, title=shown[feed.url]) for feed in known if is_web_address(feed.url)]
    _warn_of_local(len(known) - len(feeds) - sum(feed.url == WELCOME for feed in known), context)
    text = write_opml(feeds if said.with_passwords else _without_passwords(feeds, context))
    if said.file is None:
        context.out.write(text)
        return 0
    atomic.write(said.file, text.encode())
    context.say(f"{counted(len(feeds), 'feed')} written to {said.file}")
    return 0


def _without_passwords(feeds: list[Subscription], context: Context) -> list[Subscription]:
    plain = [replace(feed, url=without_credentials(feed.url)) for feed in feeds]
    hidden = sum(feed.url != each.url for feed, each in zip(feeds, plain, strict=True))
    if hidden:
        which = f"user name and password of {counted(hidden, 'feed')}"
        context.home.warn(f"{which} left out; --with-passwords writes them")
    return plain


def _warn_of_local(number: int, context: Context) -> None:
    if number:
        which = counted(number, "feed")
        context.home.warn(f"{which} left out: other machines don't have those files and programs")
