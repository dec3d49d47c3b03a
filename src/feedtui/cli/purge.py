"""Let go of entries that are beyond the bounds of config.toml's [keep] or of their feed.

Also of those whose feed was removed more than 30 days ago. Starred, tagged and half-read entries
always stay, unread ones unless a setting says otherwise. What goes can be brought back with
`feedtui undo` for 30 days; a purge after that deletes it for good.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from feedtui.cli.context import Context
from feedtui.cli.printing import as_json, columns, day, moment, print_table
from feedtui.library.retention import Surplus, outdated, purge, surpluses
from feedtui.library.wording import counted


def arguments(parser: ArgumentParser) -> None:
    """What may be said to `feedtui purge`."""
    parser.add_argument("--dry-run", action="store_true", help="say what would go, and keep it")
    parser.add_argument("--list", action="store_true", help="name each entry, not just each feed")
    parser.add_argument("--json", action="store_true", help="an object for each feed")


def run(said: Namespace, context: Context) -> int:
    """Say what goes, and unless it is a rehearsal, let it go."""
    found = surpluses(context.home, context.home.library())
    if said.json:
        for each in found:
            context.say(as_json(surplus_record(each)))
    else:
        print_table(context.out, _entries(found) if said.list else _feeds(found))
    if said.dry_run:
        told = _sum(found, "would go", outdated(context.home), "would be deleted")
    else:
        done = purge(context.home, found)
        told = _sum(found, "purged; `feedtui undo` brings them back", done.emptied, "deleted")
    if not said.json:
        context.say(told)
    return 0


def surplus_record(surplus: Surplus) -> dict[str, object]:
    """What goes of a feed under the field names of the JSON output."""
    return {
        "feed": surplus.feed,
        "feed_title": surplus.title,
        "entries": len(surplus.heads),
        "bytes": surplus.size,
        "oldest": moment(surplus.oldest),
        "newest": moment(surplus.newest),
    }


def _feeds(found: Sequence[Surplus]) -> list[str]:
    rows = [
        (
            str(len(each.heads)),
            str(each.size),
            day(each.oldest),
            day(each.newest),
            each.title,
        )
        for each in found
    ]
    header = ("ENTRIES", "BYTES", "OLDEST", "NEWEST", "FEED")
    return columns([header, *rows], right=frozenset({0, 1})) if rows else []


def _entries(found: Sequence[Surplus]) -> list[str]:
    return columns(
        [(head.id, day(head.date), each.title, head.label) for each in found for head in each.heads]
    )


def _sum(found: Sequence[Surplus], going: str, old: int, deleted: str) -> str:
    number = sum(len(each.heads) for each in found)
    entries, feeds = counted(number, "entry", "entries"), counted(len(found), "feed")
    told = f"{entries} of {feeds} {going}" if found else "nothing is beyond the bounds"
    earlier = counted(old, "entry", "entries")
    return f"{told}; {earlier} purged 30 days ago {deleted} for good" if old else told
