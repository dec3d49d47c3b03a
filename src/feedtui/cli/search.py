"""Find entries by what they say: in their titles, their authors and their whole texts.

A query is words and "phrases", wor* for words that begin like this, title:WORD and author:WORD,
is:unread, is:read, is:starred, feed:NAME, folder:NAME, tag:NAME, and any of them with a minus
before it (after `--`, or not at the beginning). Case and accents don't matter. The best hits come
first. `feedtui refresh` keeps the index of words up to date; without it, searching is slower.
"""

from argparse import ArgumentParser, Namespace

from feedtui.clean import SafeText
from feedtui.cli.context import Context
from feedtui.cli.printing import as_json, day, entry_record
from feedtui.errors import StoreError, UsageError
from feedtui.library.indexing import Indexed, catch_up, make_anew
from feedtui.library.search import Searcher, title_marks
from feedtui.library.wording import counted
from feedtui.model import Item, Status
from feedtui.query.excerpts import Excerpt
from feedtui.query.searching import Search, parse_search

_LIMIT = 50
_BOLD, _NOT_BOLD = "\x1b[1m", "\x1b[22m"


def arguments(parser: ArgumentParser) -> None:
    """What may be said to `feedtui search`."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help="what to look for")
    parser.add_argument("--limit", type=int, default=_LIMIT, metavar="N", help="at most so many")
    parser.add_argument("--json", action="store_true", help="one object per line")
    index = parser.add_mutually_exclusive_group()
    index.add_argument(
        "--update", action="store_true", help="bring the index up to date, and then search"
    )
    index.add_argument(
        "--rebuild", action="store_true", help="make the index anew, and then search"
    )


def run(said: Namespace, context: Context) -> int:
    """Print the hits, the best first; 1 when there are none."""
    query = " ".join(said.query).strip()
    if said.update or said.rebuild:
        indexed = _indexed(said, context)
        if not query:
            context.say(_sentence(indexed))
            return 0
    if not query:
        raise UsageError("say what to look for; `feedtui search --help` shows how")
    found = _print_hits(parse_search(query), said, context)
    return 0 if found else 1


def search_record(item: Item, status: Status, shown: Excerpt) -> dict[str, object]:
    """A hit under the field names of the JSON output."""
    marks = [list(mark) for mark in shown.marks]
    return entry_record(item, status) | {"snippet": shown.text, "marks": marks}


def _indexed(said: Namespace, context: Context) -> Indexed:
    context.home.warn_without_locks()
    feeds = tuple(each.key for each in context.home.subscriptions())
    if said.rebuild:
        return make_anew(context.home, feeds)
    return catch_up(context.home, feeds, lambda: True)


def _sentence(indexed: Indexed) -> str:
    entries = counted(indexed.entries, "entry", "entries")
    late = f"; {counted(indexed.behind, 'feed')} can't be read" if indexed.behind else ""
    return f"{entries} taken into the index{late}"


def _print_hits(search: Search, said: Namespace, context: Context) -> bool:
    library = context.home.library()
    searcher = Searcher(context.home, library)
    try:
        hits = searcher.find(search, said.limit)
        for item in hits.items:
            shown = _excerpt(searcher, item, search, context)
            if said.json:
                context.say(as_json(search_record(item, library.status(item), shown)))
            else:
                _print_hit(item, shown, search, context)
    finally:
        searcher.close()
    for remark in (hits.note, "" if hits.items else "nothing is found"):
        if remark:
            context.home.warn(remark)
    return bool(hits.items)


def _excerpt(searcher: Searcher, item: Item, search: Search, context: Context) -> Excerpt:
    try:
        return searcher.excerpt(item, search)
    except StoreError as error:
        context.home.warn(str(error))
        return Excerpt(SafeText(""))


def _print_hit(item: Item, shown: Excerpt, search: Search, context: Context) -> None:
    title = Excerpt(item.head.label, title_marks(item, search))
    facts = "  ".join((item.head.id, day(item.date), item.source.title))
    context.say(f"{facts}  {_emphasised(title, context)}")
    if shown.text:
        context.say(f"    {_emphasised(shown, context)}")


def _emphasised(shown: Excerpt, context: Context) -> str:
    """The text with its hits in bold, on a terminal that may be sent such things."""
    plain = not context.out.isatty() or "NO_COLOR" in context.home.environment
    return shown.text if plain else shown.marked(_BOLD, _NOT_BOLD)
