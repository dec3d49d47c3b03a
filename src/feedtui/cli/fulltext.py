"""Fetch the full texts of entries from their web pages, now, and keep them.

ENTRY is the id that `feedtui entries` prints, or its beginning. A page is asked even if it was
asked in vain before, unless its host said when to come back. To have it done at every refresh, set
`full_text` in feeds.toml. It needs the extra: pip install 'feedtui[fulltext]'.
"""

import asyncio
from argparse import ArgumentParser, Namespace

from feedtui.cli.context import Context
from feedtui.cli.printing import as_json
from feedtui.cli.refresh import surroundings
from feedtui.engine.pages import Taken, Wanted, wanted_by_person
from feedtui.engine.refresh import take_full_texts
from feedtui.engine.surroundings import Stores
from feedtui.errors import UsageError
from feedtui.library.wording import counted
from feedtui.model import Item, NoFullText
from feedtui.pages.extra import missing_extra
from feedtui.store.cache import FeedCache


def arguments(parser: ArgumentParser) -> None:
    """What may be said to `feedtui fulltext`."""
    parser.add_argument("entries", nargs="+", metavar="ENTRY")
    parser.add_argument("--json", action="store_true", help="one object per entry")


def run(said: Namespace, context: Context) -> int:
    """Fetch and keep, and tell what came of each; 1 when there is no text of one of them."""
    if missing := missing_extra():
        raise UsageError(missing)
    cache, library = context.home.cache(), context.home.library()
    items = dict.fromkeys(library.find(each) for each in said.entries)
    wanted = [_wanted(cache, item) for item in items]
    results: list[Taken | NoFullText] = []

    def tell(entry: Wanted, result: Taken | NoFullText) -> None:
        results.append(result)
        told = as_json(text_record(entry, result)) if said.json else _sentence(entry, result)
        context.say(told)
        context.out.flush()

    settings, world = context.home.settings(), surroundings(context)
    stores = Stores(cache, context.home.hosts())
    asyncio.run(take_full_texts(wanted, stores, settings, world, tell))
    return 1 if any(isinstance(each, NoFullText) for each in results) else 0


def _wanted(cache: FeedCache, item: Item) -> Wanted:
    source = item.source
    return wanted_by_person(cache, source.key, item.head, source.url if source.formerly else "")


def text_record(entry: Wanted, result: Taken | NoFullText) -> dict[str, object]:
    """What came of an entry's page under the field names of the JSON output."""
    taken = result if isinstance(result, Taken) else None
    return {
        "feed": entry.feed_address,
        "id": entry.head.id,
        "outcome": "fetched" if taken else "failed",
        "words": taken.words if taken else None,
        "own_words": entry.words,
        "by": taken.by if taken else None,
        "error": result.reason if isinstance(result, NoFullText) else None,
    }


def _sentence(entry: Wanted, result: Taken | NoFullText) -> str:
    match result:
        case NoFullText(reason):
            return f"failed\t{entry.head.id}\t{reason}"
        case Taken(words, by):
            than = f", shorter than the feed's own {entry.words:,}" if words < entry.words else ""
            return f"fetched\t{entry.head.id}\t{counted(words, 'word')} ({by}){than}"
