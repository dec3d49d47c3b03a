"""List the subscriptions, with how many entries they have and how they fare."""

from argparse import ArgumentParser, Namespace

from feedtui.address import shown_address
from feedtui.cli.context import Context
from feedtui.cli.printing import as_json, columns, moment, print_table
from feedtui.library.library import Counts
from feedtui.model import Source
from feedtui.query.views import View


def arguments(parser: ArgumentParser) -> None:
    """What may be said to `feedtui feeds`."""
    parser.add_argument("--json", action="store_true", help="one object per line")


def run(said: Namespace, context: Context) -> int:
    """Print a line for each feed."""
    library = context.home.library()
    rows = [(source, library.counts(View("feed", source.url))) for source in library.sources]
    if said.json:
        for line in _objects(rows):
            context.say(line)
    else:
        print_table(context.out, _table(rows))
    return 0


def _table(rows: list[tuple[Source, Counts]]) -> list[str]:
    header = ("UNREAD", "ENTRIES", "FEED", "FOLDER", "ADDRESS", "HEALTH")
    return columns([header, *(_cells(*row) for row in rows)], right=frozenset({0, 1}))


def _cells(source: Source, counts: Counts) -> tuple[str, ...]:
    return (
        str(counts.unread),
        str(counts.total),
        source.title,
        source.folder,
        shown_address(source.url),
        _health(source),
    )


def _health(source: Source) -> str:
    if source.error:
        return source.error
    return "" if source.checked or source.url.startswith("feedtui:") else "never asked"


def _objects(rows: list[tuple[Source, Counts]]) -> list[str]:
    return [
        as_json(
            {
                "feed": source.url,
                "feed_title": source.title,
                "folder": source.folder or None,
                "tags": list(source.tags),
                "hidden": source.hidden,
                "entries": counts.total,
                "unread": counts.unread,
                "starred": counts.starred,
                "checked": moment(source.checked or None),
                "next": moment(source.next or None),
                "error": source.error or None,
                "notice": source.notice or None,
            }
        )
        for source, counts in rows
    ]
