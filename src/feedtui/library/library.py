"""The heads of all feeds with the person's marks over them."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from feedtui.address import shown_address
from feedtui.clean import clean_line
from feedtui.errors import StoreError, UsageError
from feedtui.library.marks import Marks
from feedtui.library.shelf import Shelf
from feedtui.library.texts import Text, Which, choose_text
from feedtui.library.undo import Step, Steps
from feedtui.library.watch import Watch
from feedtui.model import Body, Item, Mark, Source, Status, StoredFeed, Subscription, Version
from feedtui.query.views import View, among, ids_of, shows_source, without
from feedtui.store.cache import FeedCache
from feedtui.store.marks import MarkJournal

Milliseconds = Callable[[], int]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many entries a feed or a view has, and how many of them are unread and starred."""

    total: int = 0
    unread: int = 0
    starred: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.total + other.total, self.unread + other.unread, self.starred + other.starred
        )


class Library:
    """What is known of the subscribed feeds. `clock` gives milliseconds since 1970."""

    def __init__(
        self,
        cache: FeedCache,
        journal: MarkJournal,
        device: str,
        clock: Milliseconds,
        warn: Callable[[str], None],
    ) -> None:
        self._cache = cache
        self._journal = journal
        self._device = device
        self._clock = clock
        self._warn = warn
        self._marks = Marks()
        self._steps = Steps()
        self._sources: dict[str, Source] = {}
        self._shelf = Shelf()
        self._counts: dict[str, Counts] = {}
        self._sums: dict[View, Counts] = {}
        self._watch = Watch({})

    def load(self, subscriptions: Sequence[Subscription]) -> None:
        """Read all that is kept of these feeds, and all marks.

        A feed whose file can't be read is told of and stands there without entries.
        """
        self.catch_up()
        self._watch = Watch({each.url: self._cache.heads_file(each.key) for each in subscriptions})
        self._sources = {}
        self._shelf.clear()
        for subscription in subscriptions:
            self._load_feed(subscription)
        self._count(self._sources)

    def reread(self, subscription: Subscription) -> None:
        """Read one feed again, after the engine wrote it."""
        self._watch.knows(subscription.url)
        self._load_feed(subscription)
        self._count([subscription.url])

    def rewritten(self) -> list[str]:
        """The feeds that were written since they were read, by their addresses."""
        return self._watch.changed()

    def catch_up(self) -> bool:
        """Take in marks that other processes and devices made; whether any changed something."""
        changed = self._marks.apply(self._journal.read_new())
        if changed:
            self._count(self._sources)
        return changed

    @property
    def sources(self) -> tuple[Source, ...]:
        """The feeds, in the order of feeds.toml."""
        return tuple(self._sources.values())

    def items(self, view: View, keep: Collection[str] = frozenset()) -> list[Item]:
        """The entries of a view, newest first.

        `keep` are ids of entries that stay although their marks no longer fit the view.
        """
        return self._marked(view, self._shelf.of_feeds(self._shown(view)), keep)

    def every_item(self) -> list[Item]:
        """The entries of all feeds, hidden ones too, newest first."""
        return self._shelf.river()

    def counts(self, view: View) -> Counts:
        """How many entries a view has."""
        if view not in self._sums:
            counts = (self._counts[url] for url in self._shown(view))
            self._sums[view] = sum(counts, Counts())
        return self._sums[view]

    def status(self, item: Item) -> Status:
        """What the person did to an entry."""
        return self._marks.status(item.head.id)

    def is_read(self, item: Item) -> bool:
        """Whether the person has read the entry; the cheap part of `status`."""
        return self._marks.is_read(item.head.id)

    def is_starred(self, item: Item) -> bool:
        """Whether the person starred the entry; the cheap part of `status`."""
        return self._marks.is_starred(item.head.id)

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

    def mark(self, items: Iterable[Item], field: str, name: str, *, value: bool) -> int:
        """Set a field of entries, as one step called `name`; how many it changed.

        The marks are with the operating system when this returns, so a crash of the program loses
        none; `settle` waits for the disk. Raises StoreError, with nothing changed, when they can't
        be written.
        """
        touched = [item for item in items if self._marks.value(item.head.id, field) != value]
        self._write([(item.head.id, field, value) for item in touched])
        self._count({item.source.url for item in touched})
        self._steps.did(Step(name, tuple((item.head.id, field, not value) for item in touched)))
        return len(touched)

    def undo(self) -> str | None:
        """Take back the latest step; its name, or None when there is none."""
        step = self._steps.take()
        if step is None:
            return None
        self._write(step.before)
        self._count(self._sources)
        return step.name

    def settle(self) -> None:
        """Wait until all marks are on the disk."""
        self._journal.settle()

    def _write(self, changes: Sequence[tuple[str, str, bool]]) -> None:
        if not changes:
            return
        time = max(self._clock(), self._marks.latest + 1)
        marks = [Mark(entry, field, value, time, self._device) for entry, field, value in changes]
        self._journal.append(marks)
        self._marks.apply(marks)

    def _shown(self, view: View) -> list[str]:
        if view.kind == "feed":
            return [view.name] if view.name in self._sources else []
        return [url for url, source in self._sources.items() if shows_source(view, source)]

    def _marked(self, view: View, items: list[Item], keep: Collection[str]) -> list[Item]:
        match view.kind:
            case "unread":
                return without(items, self._marks.read.difference(keep))
            case "starred":
                return among(items, self._marks.starred.union(keep))
            case _:
                return items

    def _load_feed(self, subscription: Subscription) -> None:
        try:
            feed = self._cache.feed(subscription.key)
        except StoreError as error:
            self._warn(str(error))
            feed = StoredFeed(subscription.key)
        source = _source(subscription, feed)
        self._sources[subscription.url] = source
        self._shelf.put(source, feed.heads)

    def _count(self, urls: Iterable[str]) -> None:
        self._sums.clear()
        for url in urls:
            ids = ids_of(self._shelf.of(url))
            read = len(self._marks.read.intersection(ids))
            starred = len(self._marks.starred.intersection(ids))
            self._counts[url] = Counts(len(ids), len(ids) - read, starred)


def _source(subscription: Subscription, feed: StoredFeed) -> Source:
    history = feed.history
    title = clean_line(subscription.title) or feed.title or shown_address(subscription.url)
    return Source(
        url=subscription.url,
        formerly=subscription.formerly,
        title=title,
        folder=clean_line(subscription.folder),
        tags=tuple(clean_line(tag) for tag in subscription.tags),
        hidden=subscription.hidden,
        link=feed.link,
        notice=feed.notice,
        error=history.error,
        checked=history.attempted,
        next=history.next,
        full_text=subscription.full_text,
    )
