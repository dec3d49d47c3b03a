"""Say where the files are, how large, and what is wrong with them. Changes nothing."""

import platform
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path

from feedtui import __version__
from feedtui.address import shown_address
from feedtui.cli.context import Context
from feedtui.cli.printing import columns
from feedtui.errors import ConfigError, FeedtuiError
from feedtui.library.library import Library
from feedtui.library.wording import counted
from feedtui.model import Subscription
from feedtui.query.views import STARRED


def arguments(parser: ArgumentParser) -> None:
    """`feedtui doctor` needs no more words."""


def run(said: Namespace, context: Context) -> int:  # noqa: ARG001 - every command takes both
    """Print the findings; 1 when something is wrong."""
    context.say(f"feedtui {__version__}, Python {platform.python_version()}, {platform.system()}")
    for line in columns(_files(context)):
        context.say(line)
    problems = [*_config_problems(context), *_leftovers(context), *_store_problems(context)]
    for problem in problems:
        context.say(f"! {problem}")
    context.say(counted(len(problems), "problem") if problems else "all is well")
    return 1 if problems else 0


def _files(context: Context) -> list[tuple[str, str, str]]:
    places = context.home.places
    named = (
        ("settings", places.settings),
        ("subscriptions", places.subscriptions),
        ("feeds", places.feeds),
        ("marks", places.marks),
        ("cache", places.cache),
        ("state", places.state),
    )
    return [(name, str(path), _size(path)) for name, path in named]


def _size(path: Path) -> str:
    if path.is_dir():
        files = [each for each in path.rglob("*") if each.is_file()]
        size = sum(each.stat().st_size for each in files)
        return f"{counted(len(files), 'file')}, {counted(size, 'byte')}"
    return counted(path.stat().st_size, "byte") if path.exists() else "not there"


def _config_problems(context: Context) -> list[str]:
    problems: list[str] = []
    for read in (context.home.settings, context.home.subscriptions):
        try:
            read()
        except ConfigError as error:
            problems.extend(str(problem) for problem in error.problems)
        except FeedtuiError as error:
            problems.append(str(error))
    return problems


def _leftovers(context: Context) -> list[str]:
    if not context.home.places.feeds.is_dir():
        return []
    damaged = sorted(context.home.places.feeds.glob("*/*.damaged-*"))
    return [
        f"{path} was damaged and moved aside; delete it when you don't need it" for path in damaged
    ]


def _store_problems(context: Context) -> list[str]:
    problems: list[str] = []
    library = replace(context.home, warn=problems.append).empty_library()
    try:
        library.load(_subscriptions(context))
    except FeedtuiError as error:
        return [*problems, str(error)]
    context.say(_sum(library))
    for each in library.sources:
        if each.notice:
            context.say(f"{shown_address(each.url)}: {each.notice}")
    failing = (each for each in library.sources if each.error)
    return problems + [f"{shown_address(each.url)}: {each.error}" for each in failing]


def _subscriptions(context: Context) -> tuple[Subscription, ...]:
    try:
        return context.home.subscriptions()
    except ConfigError:
        return ()


def _sum(library: Library) -> str:
    entries = counted(len(library.every_item()), "entry", "entries")
    starred = library.counts(STARRED).starred
    return f"{counted(len(library.sources), 'feed')}, {entries}, {starred} starred"
