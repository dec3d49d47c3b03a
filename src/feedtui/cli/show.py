"""Print an article as text. ENTRY is the id that `feedtui entries` prints, or its beginning.

What it said before its feed changed it is kept for a while: `--versions` lists that, and
`--version N` prints one of them.
"""

import shlex
import subprocess
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from feedtui.article.reader import read
from feedtui.article.writing import to_text
from feedtui.cli.context import Context
from feedtui.cli.printing import (
    as_json,
    columns,
    day,
    entry_record,
    moment,
    print_table,
    terminal_width,
)
from feedtui.config.settings import Settings
from feedtui.errors import UsageError
from feedtui.library.library import Library
from feedtui.model import Body, Item, Version


def arguments(parser: ArgumentParser) -> None:
    """What may be said to `feedtui show`."""
    parser.add_argument("entry", metavar="ENTRY")
    parser.add_argument("--width", type=int, metavar="N", help="columns; the terminal's without")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--versions", action="store_true", help="list what it said before")
    which.add_argument("--version", type=int, metavar="N", help="print version N of that list")
    parser.add_argument("--json", action="store_true", help="the entry as an object, with `text`")


def run(said: Namespace, context: Context) -> int:
    """Print the article, through the pager where there is a terminal and one is set."""
    library = context.home.library()
    item = library.find(said.entry)
    if said.versions:
        _list_versions(library.earlier(item), said, context)
        return 0
    shown = _now(library, item) if said.version is None else _then(library, item, said.version)
    width = said.width or article_width(context, context.home.settings())
    text = _article(shown, item, width)
    if said.json:
        record = entry_record(item, library.status(item))
        context.say(as_json(record | {"title": shown.title, "text": text}))
        return 0
    _print(f"{_heading(shown, item)}\n\n{text}", context)
    return 0


def article_width(context: Context, settings: Settings) -> int:
    """The columns that an article gets: the terminal's, but no more than the setting says."""
    columns = terminal_width(context.out)
    return min(columns, settings.reading.width) if settings.reading.width else columns


def _now(library: Library, item: Item) -> Version:
    head = item.head
    return Version(head.label, library.body(item) or Body(""), head.changed or head.seen, 0)


def _then(library: Library, item: Item, number: int) -> Version:
    versions = library.earlier(item)
    if 0 < number <= len(versions):
        return versions[number - 1]
    raise UsageError(f"there is no earlier version {number}; {_how_many(versions)} kept")


def _how_many(versions: Sequence[Version]) -> str:
    return "1 is" if len(versions) == 1 else f"{len(versions) or 'none'} are"


def _list_versions(versions: Sequence[Version], said: Namespace, context: Context) -> None:
    if said.json:
        for number, version in enumerate(versions, 1):
            context.say(as_json(_record(number, version)))
        return
    rows = [
        (str(number), day(version.since), day(version.until), version.title)
        for number, version in enumerate(versions, 1)
    ]
    print_table(context.out, columns(rows, frozenset({0})))


def _record(number: int, version: Version) -> dict[str, object]:
    return {
        "version": number,
        "title": version.title,
        "since": moment(version.since),
        "until": moment(version.until),
    }


def _article(shown: Version, item: Item, width: int) -> str:
    body = shown.body
    return to_text(read(body.html, body.base or item.head.link), max(width, 1))


def _heading(shown: Version, item: Item) -> str:
    head = item.head
    source = " · ".join(filter(None, (item.source.title, head.author, day(item.date))))
    return "\n".join(filter(None, (shown.title, source, _span(shown), head.link)))


def _span(shown: Version) -> str:
    """Says of an earlier version that it is one."""
    return f"as it was from {day(shown.since)} to {day(shown.until)}" if shown.until else ""


def _print(text: str, context: Context) -> None:
    pager = shlex.split(context.home.environment.get("PAGER", ""))
    if not pager or not context.out.isatty():
        context.say(text)
        return
    subprocess.run(pager, input=text.encode(), check=False)
