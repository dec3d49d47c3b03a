"""Ask the feeds that are due for news, or just the feeds that are named.

On a terminal there is a bar of progress; in a pipe, a plain line for each feed; with --json, an
object for each. A second refresh at the same time waits for the first.
"""

import asyncio
import random
from argparse import ArgumentParser, Namespace
from collections import Counter

from feedtui.cli.context import Context
from feedtui.cli.printing import as_json, moment
from feedtui.cli.progress import Progress
from feedtui.cli.titles import choose_feed
from feedtui.engine.refresh import Surroundings, refresh
from feedtui.library.indexing import indexed_meanwhile
from feedtui.library.retention import purge_if_automatic
from feedtui.library.wording import counted
from feedtui.model import Failed, Outcome, Skipped, Subscription, Unchanged, Updated
from feedtui.pages.extra import missing_extra
from feedtui.store import atomic


def arguments(parser: ArgumentParser) -> None:
    """What may be said to `feedtui refresh`."""
    parser.add_argument("feeds", nargs="*", metavar="FEED", help="its address or title, or a part")
    parser.add_argument(
        "--force",
        action="store_true",
        help="ask feeds that are not due, too, unless their host forbade it",
    )
    parser.add_argument("--json", action="store_true", help="one object per feed")


def run(said: Namespace, context: Context) -> int:
    """Refresh, report each feed's outcome, and sum up; 1 when a feed failed."""
    chosen = _chosen(said.feeds, context)
    report = _Report(context, len(chosen), as_objects=said.json)
    lock = context.home.places.lock("refresh")
    if atomic.is_locked(lock):
        context.home.warn("another refresh is under way; waiting for it to end")
    cache, settings, world = context.home.cache(), context.home.settings(), surroundings(context)
    force = said.force or bool(said.feeds)
    _warn_of_missing_extra(chosen, context)
    try:
        with atomic.locked(lock), indexed_meanwhile(context.home):
            asyncio.run(refresh(chosen, cache, settings, world, report.tell, force=force))
    finally:
        report.clear()
    report.sum_up()
    purge_if_automatic(context.home)
    context.home.compact_marks()
    return 1 if report.counts["failed"] else 0


def surroundings(context: Context) -> Surroundings:
    """The clock and chance that a refresh gets."""
    return Surroundings(clock=context.home.now, chance=random.random)


def outcome_record(outcome: Outcome) -> dict[str, object]:
    """An outcome under the field names of the JSON output."""
    return {
        "feed": outcome.feed,
        "outcome": outcome_name(outcome),
        "new": outcome.new if isinstance(outcome, Updated) else 0,
        "changed": outcome.changed if isinstance(outcome, Updated) else 0,
        "error": outcome.error if isinstance(outcome, Failed) else None,
        "next": moment(outcome.next or None),
        "texts": outcome.texts if isinstance(outcome, Updated | Unchanged) else 0,
    }


def outcome_name(outcome: Outcome) -> str:
    """The outcome in a word: updated, unchanged, skipped or failed."""
    return type(outcome).__name__.lower()


def _chosen(names: list[str], context: Context) -> tuple[Subscription, ...]:
    if not names:
        return context.home.subscriptions()
    return tuple(dict.fromkeys(choose_feed(context, name) for name in names))


def _warn_of_missing_extra(chosen: tuple[Subscription, ...], context: Context) -> None:
    missing = missing_extra()
    if missing and any(feed.full_text != "never" for feed in chosen):
        context.home.warn(missing)


class _Report:
    """Tells of outcomes as they come, in the way that suits the reader."""

    def __init__(self, context: Context, total: int, *, as_objects: bool) -> None:
        self.counts: Counter[str] = Counter()
        self._new = 0
        self._texts = 0
        self._context = context
        self._as_objects = as_objects
        show = context.out.isatty() and not as_objects
        self._progress = Progress(context.out, total) if show else None

    def tell(self, outcome: Outcome) -> None:
        self.counts[outcome_name(outcome)] += 1
        self._new += outcome.new if isinstance(outcome, Updated) else 0
        self._texts += outcome.texts if isinstance(outcome, Updated | Unchanged) else 0
        if self._as_objects:
            self._line(as_json(outcome_record(outcome)))
        elif self._progress is None:
            self._line(_sentence(outcome))
        else:
            self._advance(self._progress, outcome)

    def clear(self) -> None:
        if self._progress is not None:
            self._progress.clear()

    def sum_up(self) -> None:
        if not self._as_objects:
            counts = ", ".join(f"{count} {name}" for name, count in sorted(self.counts.items()))
            new = counted(self._new, "new entry", "new entries")
            self._line(f"{new}{_texts(self._texts, ', ')}; feeds: {counts or 'none'}")

    def _advance(self, progress: Progress, outcome: Outcome) -> None:
        if isinstance(outcome, Failed):
            progress.clear()
            self._line(_sentence(outcome))
        progress.advance(f"{self._new} new")

    def _line(self, text: str) -> None:
        self._context.say(text)
        self._context.out.flush()


def _sentence(outcome: Outcome) -> str:
    match outcome:
        case Updated(feed, new, changed, _, texts):
            return f"updated\t{feed}\t{new} new, {changed} changed{_texts(texts, ', ')}"
        case Unchanged(feed, _, texts):
            return f"unchanged\t{feed}" + _texts(texts, "\t")
        case Skipped(feed, reason, _):
            return f"skipped\t{feed}\t{reason}"
        case Failed(feed, error, _):
            return f"failed\t{feed}\t{error}"


def _texts(number: int, before: str) -> str:
    return f"{before}{counted(number, 'full text')}" if number else ""
