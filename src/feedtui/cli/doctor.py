"""Say where the files are, how large, and what is wrong with them.

Everything that is kept is read. Nothing is changed, but damaged files are moved aside, as they are
whenever one is met.
"""

import platform
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path

from feedtui import __version__
from feedtui.address import shown_address
from feedtui.cli.context import Context
from feedtui.cli.printing import columns
from feedtui.errors import ConfigError, FeedtuiError, StoreError
from feedtui.library.exposure import exposure
from feedtui.library.home import Home
from feedtui.library.library import Library
from feedtui.library.retention import binned
from feedtui.library.wording import counted
from feedtui.model import Subscription
from feedtui.query.views import STARRED
from feedtui.store.cache import FeedCache
from feedtui.store.condition import condition, free_bytes, obstacles
from feedtui.store.marks import JournalState
from feedtui.store.search.reading import SearchIndex
from feedtui.ui.owned import owned_keymap


def arguments(parser: ArgumentParser) -> None:
    """`feedtui doctor` needs no more words."""


def run(said: Namespace, context: Context) -> int:  # noqa: ARG001 - every command takes both
    """Print the findings; 1 when something is wrong."""
    context.say(f"feedtui {__version__}, Python {platform.python_version()}, {platform.system()}")
    for line in columns(_files(context)):
        context.say(line)
    for line in columns(_devices(context)):
        context.say(line)
    looks = (
        _config_problems,
        _key_problems,
        _disk_problems,
        _found_aside,
        _past_problems,
        _store_problems,
    )
    problems = dict.fromkeys(problem for look in looks for problem in look(context))
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
        ("search index", places.search),
        ("state", places.state),
    )
    return [(name, str(path), _size(path)) for name, path in named]


def _size(path: Path) -> str:
    if path.is_dir():
        files = [each for each in path.rglob("*") if each.is_file()]
        size = sum(each.stat().st_size for each in files)
        return f"{counted(len(files), 'file')}, {counted(size, 'byte')}"
    return counted(path.stat().st_size, "byte") if path.exists() else "not there"


def _devices(context: Context) -> list[tuple[str, str, str, str]]:
    """The journals of marks; what is damaged in them is told where they are all read."""
    home = replace(context.home, warn=_say_nothing)
    own = home.device()
    return [
        (
            f"marks of {each.device}",
            each.path.name,
            f"{counted(each.marks, 'mark')}, {counted(each.size, 'byte')}",
            _remark(each, own),
        )
        for each in home.mark_journal().states()
    ]


def _remark(journal: JournalState, own: str) -> str:
    remarks = [
        "this device" if journal.device == own else "",
        "a copy" if journal.is_copy else "",
        f"{counted(len(journal.damaged), 'damaged line')}" if journal.damaged else "",
        "long; its device shortens it at the end of a refresh" if journal.is_due else "",
    ]
    return ", ".join(filter(None, remarks))


def _say_nothing(_message: str) -> None:
    """For what is told elsewhere."""


def _config_problems(context: Context) -> list[str]:
    problems: list[str] = []
    for read in (context.home.settings, context.home.subscriptions):
        try:
            read()
        except ConfigError as error:
            problems.extend(str(problem) for problem in error.problems)
        except FeedtuiError as error:
            problems.append(str(error))
    exposed = exposure(context.home.places.subscriptions, _subscriptions(context))
    return [*problems, exposed] if exposed else problems


def _key_problems(context: Context) -> list[str]:
    """What is wrong with keys, if the rest of config.toml can be read."""
    home = context.home
    try:
        bound = home.settings().keys
    except FeedtuiError:
        return []
    try:
        owned_keymap(bound, str(home.places.settings))
    except ConfigError as error:
        return [str(problem) for problem in error.problems]
    return []


def _disk_problems(context: Context) -> list[str]:
    places = context.home.places
    free = free_bytes(places.data)
    if free is not None:
        context.say(f"{free // 1024**2:,} MiB of free space")
    return obstacles(places)


def _found_aside(context: Context) -> list[str]:
    """What was moved aside before; other things that lie about are told."""
    found = condition(context.home.places)
    if found.leftovers:
        left = counted(len(found.leftovers), "temporary file")
        context.say(f"{left} of interrupted writing; the next writing there removes them")
    if found.older:
        kept = counted(len(found.older), "file")
        context.say(f"{kept} from before an upgrade, such as {found.older[0]}; delete at will")
    if found.carried:
        two = counted(len(found.carried), "copy", "copies")
        context.say(f"{two} of which nothing is read, left by syncing, such as {found.carried[0]}")
    return [
        f"{path} was damaged and moved aside; delete it when you don't need it"
        for path in found.damaged
    ]


def _store_problems(context: Context) -> list[str]:
    problems: list[str] = []
    home = replace(context.home, warn=problems.append)
    library, cache = home.empty_library(), home.cache()
    try:
        library.load(_subscriptions(context))
    except FeedtuiError as error:
        return [*problems, str(error)]
    for each in library.sources:
        problems.extend(_feed_problems(cache, each.key))
    context.say(_sum(library))
    for each in library.sources:
        if each.notice:
            context.say(f"{shown_address(each.url)}: {each.notice}")
    failing = (each for each in library.sources if each.error)
    problems += [f"{shown_address(each.url)}: {each.error}" for each in failing]
    return list(dict.fromkeys(problems))


def _past_problems(context: Context) -> list[str]:
    """What can be taken back, and searched; why not, where that is so."""
    problems: list[str] = []
    home = replace(context.home, warn=problems.append)
    for look in (_sum_of_past, _look_at_index):
        try:
            look(home, context)
        except StoreError as error:
            problems.append(str(error))
    return list(dict.fromkeys(problems))


def _sum_of_past(home: Home, context: Context) -> None:
    steps = counted(len(home.past().steps()), "step")
    try:
        purged = counted(binned(home), "purged entry", "purged entries")
    except ConfigError:
        return
    context.say(f"{steps} can be taken back; {purged} kept in bins")


def _look_at_index(home: Home, _context: Context) -> None:
    if home.places.search.exists():
        index = SearchIndex(home.places.search)
        index.stamps()
        index.close()


def _feed_problems(cache: FeedCache, feed: str) -> list[str]:
    """Why a feed's files can't all be read; what is damaged in them is told by the way."""
    try:
        cache.check(feed)
    except StoreError as error:
        return [str(error)]
    return []


def _subscriptions(context: Context) -> tuple[Subscription, ...]:
    try:
        return context.home.subscriptions()
    except FeedtuiError:
        return ()


def _sum(library: Library) -> str:
    entries = counted(len(library.every_item()), "entry", "entries")
    starred = library.counts(STARRED).starred
    return f"{counted(len(library.sources), 'feed')}, {entries}, {starred} starred"
