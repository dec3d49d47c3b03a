"""Mark entries: one by its id or the beginning of it, or all that a query finds.

Without a query that finds them, nothing is marked; `feedtui entries QUERY` shows what it would be.
"""

import re
from argparse import ArgumentParser, Namespace

from feedtui.clean import clean_line
from feedtui.cli.context import Context
from feedtui.cli.entries import find_entries
from feedtui.errors import UsageError
from feedtui.library.library import Library
from feedtui.library.marks import HIDDEN, READ, STARRED, TAG
from feedtui.library.wording import counted
from feedtui.model import Item

_WAYS = "--read, --unread, --star, --unstar, --hide, --unhide, --tag or --untag"
_ID = re.compile("[0-9a-f]{4,16}")


def arguments(parser: ArgumentParser) -> None:
    """What may be said to `feedtui mark`."""
    parser.add_argument("entries", nargs="+", metavar="ENTRY|QUERY")
    read = parser.add_mutually_exclusive_group()
    read.add_argument("--read", dest="read", action="store_true", default=None)
    read.add_argument("--unread", dest="read", action="store_false")
    star = parser.add_mutually_exclusive_group()
    star.add_argument("--star", dest="starred", action="store_true", default=None)
    star.add_argument("--unstar", dest="starred", action="store_false")
    hide = parser.add_mutually_exclusive_group()
    hide.add_argument("--hide", dest="hidden", action="store_true", default=None)
    hide.add_argument("--unhide", dest="hidden", action="store_false")
    parser.add_argument("--tag", action="append", default=[], metavar="T")
    parser.add_argument("--untag", action="append", default=[], metavar="T")


def run(said: Namespace, context: Context) -> int:
    """Write the marks, and say how many when they are on the disk."""
    wishes = _wishes(said)
    if not wishes:
        raise UsageError(f"say what to do: {_WAYS}")
    library = context.home.library()
    items = _meant(library, said.entries)
    changed = library.mark_fields(items, wishes, _name(wishes, items))
    library.settle()
    found = counted(len(items), "entry", "entries")
    context.say(f"{found} found, {counted(changed, 'mark')} set")
    return 0


def _wishes(said: Namespace) -> dict[str, bool]:
    wishes = {TAG + _tag(name): True for name in said.tag}
    wishes |= {TAG + _tag(name): False for name in said.untag}
    if said.read is not None:
        wishes[READ] = said.read
    if said.starred is not None:
        wishes[STARRED] = said.starred
    if said.hidden is not None:
        wishes[HIDDEN] = said.hidden
    return wishes


def _tag(name: str) -> str:
    """A tag as it can be shown. Raises UsageError when nothing of it can."""
    clean = clean_line(name)
    if not clean:
        raise UsageError("a tag has to have a letter at least")
    return clean


def _name(wishes: dict[str, bool], items: list[Item]) -> str:
    """What the step is called that this becomes: `marked read, starred: 3 entries`."""
    done = ", ".join(_done(field, value=value) for field, value in wishes.items())
    what = f"“{items[0].head.label}”" if len(items) == 1 else f"{len(items):,} entries"
    return f"{done}: {what}"


def _done(field: str, *, value: bool) -> str:
    if field.startswith(TAG):
        name = field.removeprefix(TAG)
        return f"tagged {name}" if value else f"untagged {name}"
    if field == STARRED:
        return "starred" if value else "unstarred"
    if field == READ:
        return "marked read" if value else "marked unread"
    return field if value else f"not {field}"


def _meant(library: Library, words: list[str]) -> list[Item]:
    if all(_ID.fullmatch(word) for word in words):
        return [library.find(word) for word in words]
    found = [item for item, _ in find_entries(library, " ".join(words))]
    if not found:
        raise UsageError(f"no entry is found by “{' '.join(words)}”")
    return found
