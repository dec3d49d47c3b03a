"""The heads of all feeds with the person's marks over them."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from feedtui.errors import StoreError, UsageError
from feedtui.library.half_way import HalfWay
from feedtui.library.marks import POSITION, Change, Marks
from feedtui.library.past import Hand, Past, Turned
from feedtui.library.positions import Position, read_position
from feedtui.library.shelf import Shelf
from feedtui.library.sources import source_of
from feedtui.library.tagged import Tagged, has_tag
from feedtui.library.texts import Text, Which, choose_text
from feedtui.library.undo import changes, settings
from feedtui.library.watch import Watch
from feedtui.library.wording import counted
from feedtui.model import (
    Body,
    Item,
    MarkValue,
    Source,
    Status,
    StoredFeed,
    Subscription,
    Version,
)
from feedtui.query.views import STARTED, View, among, ids_of, shows_source, without
from feedtui.store.cache import FeedCache
from feedtui.store.marks import MarkJournal
from feedtui.store.steps import Step, WordName

Milliseconds = Callable[[], int]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many entries a feed or a view has, and how many of them are unread and starred.

    `hidden` ones are not among those.
    """

    total: int = 0
    unread: int = 0
    starred: int = 0
    hidden: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.total + other.total,
            self.unread + other.unread,
            self.starred + other.starred,
            self.hidden + other.hidden,
        )


class Library:
    """What is known of the subscribed feeds. `clock` gives milliseconds since 1970."""

    def __init__(
        self,
        cache: FeedCache,
        journal: MarkJournal,
        device: str,
        past: Past,
        clock: Milliseconds,
        warn: Callable[[str], None],
    ) -> None:
        self._cache = cache
        self._journal = journal
        self._device = device
        self._clock = clock
        self._warn = warn
        self._marks = Marks()
        self._half_way = HalfWay(self._marks)
        self._past = past
        self._hand = Hand(self._word, self._write, self.catch_up)
        self._subscriptions: dict[str, Subscription] = {}
        self._sources: dict[str, Source] = {}
        self._shelf = Shelf()
        self._tagged = Tagged(self._marks, self._shelf)
        self._counts: dict[str, Counts] = {}
        self._sums: dict[View, Counts] = {}
        self._watch = Watch({})

    def load(self, subscriptions: Sequence[Subscription]) -> None:
        """Have these feeds from now on: read what is kept of them, and all marks.

        A feed is not read again that is known already, unless somebody has written it meanwhile or
        the person says something else of it. One whose file can't be read is told of and stands
        there without entries.
        """
        self.catch_up()
        known, rewritten = self._subscriptions, set(self._watch.changed())
        new = [each for each in subscriptions if known.get(each.url) != each]
        new += [each for each in subscriptions if each.url in rewritten and each not in new]
        self._watch = Watch({each.url: self._cache.heads_file(each.key) for each in subscriptions})
        self._tell([refusal for each in new if (refusal := self._load_feed(each))])
        self._keep([each.url for each in subscriptions])
        self._count(each.url for each in new)

    def reread(self, subscription: Subscription) -> None:
        """Read one feed again, after the engine wrote it."""
        self._watch.knows(subscription.url)
        refusal = self._load_feed(subscription)
        self._tell([refusal] if refusal else [])
        self._count([subscription.url])

    def rewritten(self) -> list[str]:
        """The feeds that were written since they were read, by their addresses."""
        return self._watch.changed()

    def catch_up(self) -> bool:
        """Take in marks that other processes and devices made; whether any changed something."""
        new = self._journal.read_new()
        self._half_way.heard(new)
        changed = self._marks.apply(new)
        if changed:
            self._count(self._sources)
        return changed

    @property
    def sources(self) -> tuple[Source, ...]:
        """The feeds, in the order of feeds.toml."""
        return tuple(self._sources.values())

    @property
    def tags(self) -> tuple[str, ...]:
        """All tags that entries have, by themselves or by their feeds."""
        return self._tagged.names(self._sources.values())

    def items(self, view: View, keep: Collection[str] = frozenset()) -> list[Item]:
        """The entries of a view, newest first, without hidden ones.

        Of those that were left half-way, the one that was read last is the first. `keep` are ids
        of entries that stay although their marks no longer fit the view.
        """
        if view == STARTED:
            return self._left(keep)
        return self._marked(view, self._shelf.of_feeds(self._shown(view)), keep)

    def hidden_items(self, view: View) -> list[Item]:
        """The entries of a view that the person hid, newest first."""
        items = among(self._shelf.of_feeds(self._shown(view)), self._marks.hidden)
        match view.kind:
            case "unread":
                return without(items, self._marks.read)
            case "starred":
                return among(items, self._marks.starred)
            case _:
                return items

    def every_item(self) -> list[Item]:
        """The entries of all feeds, hidden ones too, newest first."""
        return self._shelf.river()

    def without_hidden(self, items: list[Item], keep: Collection[str] = frozenset()) -> list[Item]:
        """These entries but for the ones that the person hid; those of `keep` stay."""
        gone = self._marks.hidden.difference(keep)
        return without(items, gone) if gone else items

    def counts(self, view: View) -> Counts:
        """How many entries a view has, without hidden ones."""
        if view == STARTED:
            return self._counted(self.items(view))
        if view not in self._sums:
            counts = (self._counts[url] for url in self._wholly_in(view))
            self._sums[view] = sum(counts, self._counted_apart(view))
        return self._sums[view]

    def read_among(self, items: Iterable[Item]) -> frozenset[str]:
        """The ids of those of the entries that the person has read."""
        return ids_of(items).intersection(self._marks.read)

    def status(self, item: Item) -> Status:
        """What the person did to an entry."""
        return self._marks.status(item.head.id)

    def is_read(self, item: Item) -> bool:
        """Whether the person has read the entry; the cheap part of `status`."""
        return self._marks.is_read(item.head.id)

    def is_hidden(self, item: Item) -> bool:
        """Whether the person hid the entry."""
        return item.id in self._marks.hidden

    def is_starred(self, item: Item) -> bool:
        """Whether the person starred the entry; the cheap part of `status`."""
        return self._marks.is_starred(item.head.id)

    def position(self, item: Item) -> Position | None:
        """Where reading the entry stopped, on any device; None when nobody knows."""
        return read_position(self._marks.position(item.head.id))

    def set_position(self, item: Item, position: Position) -> None:
        """Remember where reading the entry stopped; this is no step. Raises as `mark`."""
        if position != self.position(item):
            self._write([(item.head.id, POSITION, str(position))])
            self._half_way.forget()

    def body(self, item: Item) -> Body | None:
        """The entry's text, or None when it isn't kept. Raises StoreError when it can't be read."""
        return self._cache.body(item.source.key, item.head.id)

    def text(self, item: Item, asked: Which | None = None) -> Text:
        """The text of an entry that is to be shown, the feed's own or its page's; and which it is.

        `asked` is the one that the person asked for. Raises StoreError when it can't be read.
        """
        feed, entry = item.source.key, item.head.id
        own = self._cache.body(feed, entry)
        return choose_text(item, own, self._cache.full_texts(feed).of(entry), asked)

    def earlier(self, item: Item) -> tuple[Version, ...]:
        """What the entry said before it was changed, the oldest first. Raises StoreError."""
        return self._cache.earlier(item.source.key, item.head.id)

    def find(self, beginning: str) -> Item:
        """The entry whose id begins like this. Raises UsageError unless there is just one."""
        found = [item for item in self.every_item() if item.head.id.startswith(beginning)]
        if len(found) == 1:
            return found[0]
        if not found:
            raise UsageError(f"no entry has an id that begins with “{beginning}”")
        raise UsageError(f"{len(found)} entries have an id that begins with “{beginning}”")

    def mark(self, items: Iterable[Item], field: str, name: str, *, value: MarkValue) -> int:
        """Set a field of entries, as one step called `name`; how many it changed.

        The marks are with the operating system when this returns, so a crash of the program loses
        none; `settle` waits for the disk. Raises StoreError, with nothing changed, when they can't
        be written.
        """
        return self.mark_fields(items, {field: value}, name)

    def mark_fields(self, items: Iterable[Item], values: Mapping[str, MarkValue], name: str) -> int:
        """Set several fields of entries, as one step; how many marks that took. As `mark` else."""
        keys = {item.head.id: item.source.key for item in items}
        changed = changes(keys, values, self._word)
        if not changed:
            return 0
        written = self._write(settings(changed))
        feeds = {keys[entry] for change in changed for entry in change.entries}
        self._count_feeds(feeds)
        self._past.did(Step("", name, self._clock(), written, tuple(sorted(feeds)), changed))
        return sum(len(change.entries) for change in changed)

    def undo(self, which: int = 1) -> str | None:
        """Take back the latest step, or that many before it; what it was, None if there is none.

        What another device or a later action has changed since stays, and the sentence says so.
        Raises UsageError when nothing of it can be taken back, and StoreError.
        """
        return self._turned(self._past.undo(which, self._hand))

    def redo(self) -> str | None:
        """Do again what was taken back last. Answers and raises as `undo`."""
        return self._turned(self._past.redo(self._hand))

    def steps(self) -> tuple[Step, ...]:
        """What can be taken back, the latest first. Raises StoreError."""
        return self._past.steps()

    def status_of(self, entry: str) -> Status:
        """What the person did to an entry that may be in no list any more."""
        return self._marks.status(entry)

    def settle(self) -> None:
        """Wait until all marks and steps are on the disk."""
        self._journal.settle()
        self._past.settle()

    def _write(self, wanted: Sequence[Change]) -> int:
        """Make marks; the time that they got, in milliseconds."""
        marks = self._marks.new(wanted, self._clock(), self._device)
        self._journal.append(marks)
        self._marks.apply(marks)
        return marks[0].times[0]

    def _word(self, entry: str, field: str) -> tuple[WordName, MarkValue] | None:
        """The latest mark of an entry's field, by a name that tells other devices' from ours."""
        word = self._marks.word(entry, field)
        if word is None:
            return None
        time, device, value = word
        return time if device == self._device else f"{time} {device}", value

    def _turned(self, turned: Turned | None) -> str | None:
        if turned is None:
            return None
        if turned.step.binned:
            for subscription in self._of_keys(turned.step.feeds):
                self.reread(subscription)
        self._count_feeds(turned.step.feeds)
        return turned.sentence

    def _count_feeds(self, keys: Collection[str]) -> None:
        self._count(each.url for each in self._of_keys(keys))

    def _of_keys(self, keys: Collection[str]) -> list[Subscription]:
        return [each for each in self._subscriptions.values() if each.key in keys]

    def _shown(self, view: View) -> list[str]:
        if view.kind == "feed":
            return [view.name] if view.name in self._sources else []
        return [url for url, source in self._sources.items() if shows_source(view, source)]

    def _marked(self, view: View, items: list[Item], keep: Collection[str]) -> list[Item]:
        match view.kind:
            case "unread":
                return without(items, self._marks.read.union(self._marks.hidden).difference(keep))
            case "starred":
                wanted = self._marks.starred.difference(self._marks.hidden)
                return among(items, wanted.union(keep))
            case "hidden":
                return among(items, self._marks.hidden.union(keep))
            case "tag" | "tags":
                tagged = self._tagged.ids(view, self._sources.values())
                return among(items, tagged.difference(self._marks.hidden).union(keep))
            case _:
                return self.without_hidden(items, keep)

    def _wholly_in(self, view: View) -> list[str]:
        """The feeds whose entries are all in a view, but for their marks."""
        feeds = self._shown(view)
        if view.kind not in {"tag", "tags"}:
            return feeds
        return [url for url in feeds if has_tag(view, self._sources[url].tags)]

    def _counted_apart(self, view: View) -> Counts:
        """What a view has besides the entries of the feeds that are wholly in it."""
        if view.kind not in {"tag", "tags"}:
            return Counts()
        ids = self._tagged.apart(view).difference(self._marks.hidden)
        read, starred = self._marks.read.intersection(ids), self._marks.starred.intersection(ids)
        return Counts(len(ids), len(ids) - len(read), len(starred))

    def _left(self, keep: Collection[str]) -> list[Item]:
        river = partial(self._shelf.of_feeds, self._shown(STARTED))
        return self.without_hidden(self._half_way.among(river, keep), keep)

    def _tell(self, refusals: Sequence[str]) -> None:
        """Tell why feeds can't be read: once, because what stops one often stops them all."""
        if refusals:
            more = counted(len(refusals) - 1, "more feed")
            likewise = f" (and {more} can't be read either)" if len(refusals) > 1 else ""
            self._warn(f"{refusals[0]}{likewise}")

    def _keep(self, urls: Sequence[str]) -> None:
        """Have these of the feeds only, in this order."""
        self._subscriptions = {url: self._subscriptions[url] for url in urls}
        self._sources = {url: self._sources[url] for url in urls}
        self._counts = {url: self._counts[url] for url in urls if url in self._counts}
        self._shelf.keep(urls)
        self._half_way.forget()

    def _load_feed(self, subscription: Subscription) -> str:
        """Take in a feed as it is kept; why that can't be read, if it can't."""
        refusal = ""
        try:
            feed = self._cache.feed(subscription.key)
        except StoreError as error:
            refusal, feed = str(error), StoredFeed(subscription.key)
        source = source_of(subscription, feed)
        self._subscriptions[subscription.url] = subscription
        self._sources[subscription.url] = source
        self._shelf.put(source, feed.heads)
        self._half_way.forget()
        return refusal

    def _counted(self, items: Sequence[Item]) -> Counts:
        unread = sum(not self.is_read(item) for item in items)
        return Counts(len(items), unread, sum(map(self.is_starred, items)))

    def _count(self, urls: Iterable[str]) -> None:
        self._sums.clear()
        for url in urls:
            every = ids_of(self._shelf.of(url))
            ids = every.difference(self._marks.hidden)
            read = len(self._marks.read.intersection(ids))
            starred = len(self._marks.starred.intersection(ids))
            hidden = len(every) - len(ids)
            self._counts[url] = Counts(len(ids), len(ids) - read, starred, hidden)
