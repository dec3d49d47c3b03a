"""The plan of asking: when each feed is asked next, why then, and what happened last."""

from collections.abc import Sequence

from feedtui.address import shown_address
from feedtui.clean import clean_line
from feedtui.cli.context import Context
from feedtui.cli.printing import as_json, columns, day, moment, print_table
from feedtui.engine.due import Candidate
from feedtui.engine.plan import Hosts, Planned, plan
from feedtui.errors import StoreError
from feedtui.library.wording import counted
from feedtui.model import EMPTY, Subscription
from feedtui.net.pauses import MINUTE, span
from feedtui.store.cache import FeedCache


def print_plan(context: Context, chosen: Sequence[Subscription], *, as_objects: bool) -> None:
    """Print a line or an object for each feed; nobody is asked."""
    planned, now = _planned(context, chosen), context.home.now()
    if as_objects:
        for each in planned:
            context.say(as_json(plan_record(each)))
    else:
        print_table(context.out, _table(planned, now))
        for each in planned:
            for line in _move(each):
                context.say(line)


def _planned(context: Context, chosen: Sequence[Subscription]) -> list[Planned]:
    """The plan of the feeds, and of those whose files can't be read, why they won't be asked."""
    home, now = context.home, context.home.now()
    known = [_known(home.cache(), feed) for feed in chosen]
    feeds = [each for each in known if isinstance(each, Candidate)]
    planned = iter(plan(feeds, Hosts(home.hosts().read(now), home.settings().hosts), now))
    return [next(planned) if isinstance(each, Candidate) else each for each in known]


def _known(cache: FeedCache, feed: Subscription) -> Candidate | Planned:
    try:
        return Candidate(feed, cache.history(feed.key))
    except StoreError as error:
        why = clean_line(str(error), most=300)
        return Planned(feed.url, next=None, why=why, last=EMPTY, asked=0, failures=0)


def plan_record(planned: Planned) -> dict[str, object]:
    """A feed's plan under the field names of the JSON output."""
    move = planned.moved
    return {
        "feed": planned.feed,
        "next": moment(planned.next),
        "why": planned.why or None,
        "asked": moment(planned.asked or None),
        "last": planned.last or None,
        "failures": planned.failures,
        "moved": move.target if move else None,
        "moved_seen": move.times if move else 0,
        "moved_since": moment(move.first) if move else None,
    }


def _table(planned: Sequence[Planned], now: int) -> list[str]:
    header = ("NEXT", "FEED", "WHY", "LAST")
    rows = [
        (_next(each.next, now), shown_address(each.feed), each.why, _last(each, now))
        for each in planned
    ]
    return columns([header, *rows])


def _next(time: int | None, now: int) -> str:
    if time is None:
        return "never"
    return "now" if time <= now else f"in {_span(time - now)}"


def _last(planned: Planned, now: int) -> str:
    if not planned.asked:
        return "never asked"
    words = planned.last or "asked"
    return f"{words}, {_span(max(now - planned.asked, 0))} ago"


def _span(seconds: int) -> str:
    return span(seconds) if seconds >= MINUTE else counted(seconds, "second")


def _move(planned: Planned) -> list[str]:
    move = planned.moved
    if move is None:
        return []
    feed, target = shown_address(planned.feed), shown_address(move.target)
    seen = f"seen {counted(move.times, 'time')} since {day(move.first)}"
    line = f"{feed}: its host says it has moved to {target} ({seen})"
    if planned.taken:
        return [f"{line}, which is subscribed to already; `feedtui remove` one of them"]
    return [f"{line}; `feedtui move {feed}` takes that over now"]
