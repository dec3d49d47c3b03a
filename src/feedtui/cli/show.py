"""Print an article as text. ENTRY is the id that `feedtui entries` prints, or its beginning.

Where the text of the entry's web page is kept, too, a line below the title says which text it is.
"""

import shlex
import subprocess
from argparse import ArgumentParser, Namespace

from feedtui.article.reader import read
from feedtui.article.writing import to_text
from feedtui.cli.context import Context
from feedtui.cli.printing import as_json, day, entry_record, terminal_width
from feedtui.config.settings import Settings
from feedtui.errors import UsageError
from feedtui.library.texts import Text
from feedtui.model import Body, Item


def arguments(parser: ArgumentParser) -> None:
    """What may be said to `feedtui show`."""
    parser.add_argument("entry", metavar="ENTRY")
    parser.add_argument("--width", type=int, metavar="N", help="columns; the terminal's without")
    parser.add_argument(
        "--text",
        choices=("feed", "full"),
        help="the feed's own text, or that of the entry's web page; without, the better one",
    )
    parser.add_argument("--json", action="store_true", help="the entry as an object, with `text`")


def run(said: Namespace, context: Context) -> int:
    """Print the article, through the pager where there is a terminal and one is set."""
    library = context.home.library()
    item = library.find(said.entry)
    settings = context.home.settings()
    width = said.width or article_width(context, settings)
    chosen = library.text(item, said.text)
    if said.text == "full" and chosen.which != "full":
        raise UsageError(f"no full text is kept; `feedtui fulltext {item.head.id}` fetches it")
    text = _article(chosen, item, width, settings)
    if said.json:
        record = entry_record(item, library.status(item))
        context.say(as_json(record | {"text": text, "text_of": chosen.which}))
        return 0
    _print(f"{_heading(item, chosen)}\n\n{text}", context)
    return 0


def article_width(context: Context, settings: Settings) -> int:
    """The columns that an article gets: the terminal's, but no more than the setting says."""
    columns = terminal_width(context.out)
    return min(columns, settings.reading.width) if settings.reading.width else columns


def _article(chosen: Text, item: Item, width: int, settings: Settings) -> str:
    body = chosen.body or Body("")
    base = body.base or item.head.link
    return to_text(read(body.html, base, settings.reading.trackers), max(width, 1))


def _heading(item: Item, chosen: Text) -> str:
    head = item.head
    source = " · ".join(filter(None, (item.source.title, head.author, day(item.date))))
    return "\n".join(filter(None, (head.label, source, head.link, chosen.remark)))


def _print(text: str, context: Context) -> None:
    pager = shlex.split(context.home.environment.get("PAGER", ""))
    if not pager or not context.out.isatty():
        context.say(text)
        return
    subprocess.run(pager, input=text.encode(), check=False)
