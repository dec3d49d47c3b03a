"""Print an article as text. ENTRY is the id that `feedtui entries` prints, or its beginning.

Where the text of the entry's web page is kept, too, a line below the title says which text it is.
What it said before its feed changed it is kept for a while: `--versions` lists that, and
`--version N` prints one of them, `--change N` what became of it.
"""

import shlex
import subprocess
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import dataclass

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
from feedtui.library.texts import Which
from feedtui.library.versions import change_of, changed
from feedtui.model import Body, Item, Version


def arguments(parser: ArgumentParser) -> None:
    """What may be said to `feedtui show`."""
    parser.add_argument("entry", metavar="ENTRY")
    parser.add_argument("--width", type=int, metavar="N", help="columns; the terminal's without")
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--text",
        choices=("feed", "full"),
        help="the feed's own text, or that of the entry's web page; without, the better one",
    )
    which.add_argument("--versions", action="store_true", help="list what it said before")
    which.add_argument("--version", type=int, metavar="N", help="print version N of that list")
    which.add_argument("--change", type=int, metavar="N", help="print what became of version N")
    parser.add_argument("--json", action="store_true", help="the entry as an object, with `text`")


def run(said: Namespace, context: Context) -> int:
    """Print the article, through the pager where there is a terminal and one is set."""
    library = context.home.library()
    item = library.find(said.entry)
    if said.versions:
        _list_versions(library.earlier(item), said, context)
        return 0
    settings = context.home.settings()
    width = said.width or article_width(context, settings)
    if said.change is not None:
        text = _change(library, item, said.change, settings, width)
        _print_change(text, entry_record(item, library.status(item)), said, context)
        return 0
    shown = _shown(library, item, said)
    text = _article(shown.body, item, width, settings)
    if said.json:
        record = entry_record(item, library.status(item)) | shown.facts
        context.say(as_json(record | {"text": text}))
        return 0
    _print(f"{_heading(shown, item)}\n\n{text}", context)
    return 0


def article_width(context: Context, settings: Settings) -> int:
    """The columns that an article gets: the terminal's, but no more than the setting says."""
    columns = terminal_width(context.out)
    return min(columns, settings.reading.width) if settings.reading.width else columns


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is printed: a title, a text, what is to be said of it, and its fields of JSON."""

    title: str
    body: Body
    remark: str
    facts: dict[str, str]


def _shown(library: Library, item: Item, said: Namespace) -> _Shown:
    if said.version is not None:
        return _then(library, item, said.version)
    return _now(library, item, said.text)


def _now(library: Library, item: Item, asked: Which | None) -> _Shown:
    chosen = library.text(item, asked)
    if asked == "full" and chosen.which != "full":
        raise UsageError(f"no full text is kept; `feedtui fulltext {item.head.id}` fetches it")
    body = chosen.body or Body("")
    return _Shown(item.head.label, body, chosen.remark, {"text_of": chosen.which})


def _then(library: Library, item: Item, number: int) -> _Shown:
    version = _version(library.earlier(item), number)
    span = f"as it was from {day(version.since)} to {day(version.until)}"
    return _Shown(version.title, version.body, span, {"title": version.title, "text_of": "feed"})


def _version(versions: Sequence[Version], number: int) -> Version:
    if not 0 < number <= len(versions):
        raise UsageError(f"there is no earlier version {number}; {_how_many(versions)} kept")
    return versions[number - 1]


def _change(library: Library, item: Item, number: int, settings: Settings, width: int) -> str:
    versions = library.earlier(item)
    _version(versions, number)
    change = change_of(item, versions, library.body(item), len(versions) - number + 1)
    document = changed(change, item.head.link, settings.reading.trackers)
    return to_text(document, max(width, 1))


def _print_change(text: str, record: dict[str, object], said: Namespace, context: Context) -> None:
    if said.json:
        context.say(as_json(record | {"text_of": "feed", "text": text}))
    else:
        _print(text, context)


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


def _article(body: Body, item: Item, width: int, settings: Settings) -> str:
    base = body.base or item.head.link
    return to_text(read(body.html, base, settings.reading.trackers), max(width, 1))


def _heading(shown: _Shown, item: Item) -> str:
    head = item.head
    source = " · ".join(filter(None, (item.source.title, head.author, day(item.date))))
    return "\n".join(filter(None, (shown.title, source, head.link, shown.remark)))


def _print(text: str, context: Context) -> None:
    pager = shlex.split(context.home.environment.get("PAGER", ""))
    if not pager or not context.out.isatty():
        context.say(text)
        return
    subprocess.run(pager, input=text.encode(), check=False)
