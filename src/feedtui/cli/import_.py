"""Take over subscriptions from other readers: OPML files, newsboat's `urls`.

The format is recognised. Feeds that are subscribed to already stay as they are. Nothing is asked of
the network; `feedtui refresh` does that. What newsboat runs or reads as a feed (exec:, file:) is
taken over from newsboat's own list only, never from a file that somebody else may have written.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from feedtui.clean import clean_line
from feedtui.cli.context import Context
from feedtui.errors import ExchangeError, UsageError
from feedtui.exchange.imported import own_address, web_address
from feedtui.exchange.newsboat import Taking
from feedtui.exchange.recognise import recognise
from feedtui.library.first_run import newsboat_lists
from feedtui.library.subscribing import subscribe_all
from feedtui.library.wording import counted


def arguments(parser: ArgumentParser) -> None:
    """What may be said to `feedtui import`."""
    parser.add_argument("files", nargs="+", metavar="FILE", type=Path)


def run(said: Namespace, context: Context) -> int:
    """Import each file; one that can't be understood is told of and the others are imported."""
    return max([_import(file, context) for file in said.files])


def _import(file: Path, context: Context) -> int:
    try:
        found = recognise(_content(file), _taking(file, context))
    except ExchangeError as error:
        context.home.warn(f"{file}: {error}")
        return 1
    past = context.home.past()
    record = past.edited(f"imported {clean_line(file.name)}")
    added = subscribe_all(context.home.places, found.subscriptions, record)
    known = len(found.subscriptions) - added
    context.say(f"{file}: {counted(added, 'feed')} added, {known} known already")
    for line in found.skipped:
        context.home.warn(f"{file}: skipped {clean_line(line, most=200)}")
    return 0


def _taking(file: Path, context: Context) -> Taking:
    own = newsboat_lists(context.home.environment)
    return own_address if file.absolute() in own else web_address


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file} can't be read: {error.strerror}") from error
