"""List entries, newest first: all of them, or those that a query finds.

A query is words and "phrases", is:unread, is:read, is:starred, is:hidden, feed:NAME, folder:NAME,
tag:NAME, and any of them with a minus before it (after `--`, or not at the beginning). Hidden
entries are listed only if the query speaks of them.
"""

from argparse import ArgumentParser, Namespace

from feedtui.cli.context import Context
from feedtui.cli.printing import as_json, columns, day, entry_record, print_table
from feedtui.library.library import Library
from feedtui.model import Item, Status
from feedtui.query.parse import parse_query


def arguments(parser: ArgumentParser) -> None:
    """What may be said to `feedtui entries`."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help="which entries; all without one")
    parser.add_argument("--limit", type=int, metavar="N", help="at most so many")
    parser.add_argument("--json", action="store_true", help="one object per line")


def run(said: Namespace, context: Context) -> int:
    """Print a line for each entry."""
    found = find_entries(context.home.library(), " ".join(said.query))[: said.limit]
    if said.json:
        for item, status in found:
            context.say(as_json(entry_record(item, status)))
    else:
        print_table(context.out, _table(found))
    return 0


def find_entries(library: Library, text: str) -> list[tuple[Item, Status]]:
    """The entries that a query finds, newest first; hidden ones only if it asks for them.

    Raises UsageError for a query that is none.
    """
    query = parse_query(text)
    items = library.every_item()
    meant = items if query.asks_for_hidden else library.without_hidden(items)
    found = query.select(meant, library.status)
    return [(item, library.status(item)) for item in found]


def _table(found: list[tuple[Item, Status]]) -> list[str]:
    return columns(
        [
            (item.head.id, _flags(status), day(item.date), item.source.title, item.head.label)
            for item, status in found
        ]
    )


def _flags(status: Status) -> str:
    hidden = "h" if status.hidden else ""
    return ("-" if status.read else "N") + ("*" if status.starred else "-") + hidden
