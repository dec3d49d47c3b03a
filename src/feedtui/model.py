"""The nouns of the program, frozen.

Two worlds that never mix. What a feed said: `Feed` with its `Entry`s as a document gave them,
`StoredFeed` with its `Head`s and `Body`s as they are kept. What a person did: `Subscription`
(wants this feed), `Marking` (did this to those entries), and `Status`, the sum of an entry's marks.
A mark names its entry by id and outlives it.

Times are whole seconds since 1970 in UTC, marks' times milliseconds. `SafeText` came through
`clean`; a plain `str` from a feed (`Body.html`, `Body.base`) is hostile, only `article` reads it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from feedtui.clean import SafeText

EMPTY = SafeText("")
_UNTITLED = SafeText("untitled")

WELCOME = "feedtui:welcome"
"""Address of the feed that is built in, so that a first start has something to read."""

FullTextWish = Literal["always", "short", "never"]
"""Whether the pages of a feed's entries are to be asked for their text: of all, of those whose own
text is short, or of none but those that a person names."""


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed that a person wants, as one `[[feed]]` table of feeds.toml says it.

    `folder` is a path with `/` between its parts, empty for none. `interval` is in seconds; None
    means the setting's. `title` is shown instead of the feed's own. `full_text` says for which
    entries their pages are asked. `formerly` is the address that the feed had when it was
    subscribed to, if it has moved since; `certificate` the SHA-256 fingerprint of the one that its
    host may show although nobody vouches for it. `keep` and `keep_for` bound how many entries are
    kept, and for how many seconds; `notify` is whether its new entries are told of outside the
    screen. None means the setting's.
    """

    url: str
    title: str = ""
    folder: str = ""
    tags: tuple[str, ...] = ()
    hidden: bool = False
    interval: int | None = None
    full_text: FullTextWish = "never"
    notify: bool | None = None
    formerly: str = ""
    certificate: str = ""
    keep: int | None = None
    keep_for: int | None = None

    @property
    def key(self) -> str:
        """What the store knows the feed by: its address, and its first one once it has moved."""
        return self.formerly or self.url


@dataclass(frozen=True, slots=True)
class Pace:
    """How often a feed wants to be asked, as its own document says.

    `ttl` is the shortest time between two requests in seconds (RSS 2.0 `ttl`, RSS 1.0
    `sy:updatePeriod`); `skip_hours` are hours of the day in UTC, `skip_days` days of the week with
    Monday as 0, in which it need not be asked (RSS 2.0 `skipHours` and `skipDays`).
    """

    ttl: int | None = None
    skip_hours: tuple[int, ...] = ()
    skip_days: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that an entry carries (RSS `enclosure`, Atom `rel="enclosure"`).

    `length` is in bytes, `duration` in seconds.
    """

    url: SafeText
    type: SafeText = EMPTY
    length: int | None = None
    title: SafeText = EMPTY
    duration: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as its feed's document gave it.

    `identity` is stable from one fetch to the next: the guid or id, else the link, else a hash. It
    may be that of other entries, too; merging tells them apart. `body` is HTML; `base` is what its
    relative links are relative to. `comments` is the page where it is talked about, `comments_feed`
    the feed of that.
    """

    identity: str
    title: SafeText
    link: SafeText = EMPTY
    author: SafeText = EMPTY
    published: int | None = None
    updated: int | None = None
    body: str = ""
    base: str = ""
    categories: tuple[SafeText, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    comments: SafeText = EMPTY
    comments_feed: SafeText = EMPTY
    comment_count: int | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A document, read: the feed's own facts and its entries, in the document's order.

    `pace` is how often it wants to be asked. `notice` says in a sentence what of the document was
    not read, empty if all was.
    """

    title: SafeText
    link: SafeText = EMPTY
    description: SafeText = EMPTY
    language: SafeText = EMPTY
    entries: tuple[Entry, ...] = ()
    pace: Pace = Pace()
    notice: SafeText = EMPTY


@dataclass(frozen=True, slots=True)
class NotAFeed:
    """What came instead of a feed, in a sentence, and the feeds that it names, if it is a page."""

    reason: SafeText
    feeds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """What lists need of an entry. Kept for all entries in memory, so it is small.

    `id` is the entry's name everywhere: 16 hexadecimal digits, of the feed's address and the
    entry's identity. `seen` is when it first came, `changed` when its text last changed after that.
    `digest` is a hash of what it says.
    """

    id: str
    title: SafeText
    link: SafeText = EMPTY
    author: SafeText = EMPTY
    published: int | None = None
    updated: int | None = None
    seen: int = 0
    changed: int | None = None
    digest: str = ""
    categories: tuple[SafeText, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    comments: SafeText = EMPTY
    comments_feed: SafeText = EMPTY
    comment_count: int | None = None

    @property
    def date(self) -> int:
        """When the entry appeared, for people and for sorting."""
        return self.seen if self.published is None else self.published

    @property
    def label(self) -> SafeText:
        """What to call the entry, which may have neither a title nor words to make one of."""
        return self.title or self.link or _UNTITLED


@dataclass(frozen=True, slots=True)
class Body:
    """The text of an entry: HTML as its feed sent it, and the address that its links start from."""

    html: str
    base: str = ""


@dataclass(frozen=True, slots=True)
class FullText:
    """What an entry's web page says, cut out of it: HTML, and what its links start from.

    It stands beside the feed's own `Body` and never in its place. `by` names the extractor, `words`
    is how long it is. `asked` means that a person asked for it, not the feed's subscription.
    """

    html: str
    base: str
    by: str
    words: int
    fetched: int = 0
    asked: bool = False


@dataclass(frozen=True, slots=True)
class NoFullText:
    """An entry's web page was asked in vain: why, when, how often, and when it may be asked again.

    `next` is None once it isn't asked again unless a person says so. `asked_to_wait` says that the
    host itself named the time.
    """

    reason: SafeText
    tried: int = 0
    attempts: int = 0
    next: int | None = None
    asked_to_wait: bool = False


@dataclass(frozen=True, slots=True)
class FetchHistory:
    """What is known of asking for a feed: validators, when, with what result, and when next.

    `etag` and `last_modified` are opaque and belong to `address`, the URL that sent them.
    `body_hash` is that of the last body which was read. `next` is when the feed is due again, and
    `why` says why then. `failures` counts them in a row; `error` is the last one in words, empty
    after a success; `result` says what came of the last request, whatever it was. `asked_to_wait`
    says that the host itself named the time of `next`, `gone` that it said never to ask again.

    `news` is when an entry last came that was not known, `whole` when the feed was last asked
    without validators because none had come for long. `pace` is what the feed asks for, `rhythm`
    the seconds that usually lie between two of its entries. `moved` is where its host says that it
    has gone for good. `asked` counts all requests, `unchanged` those that brought nothing; `size`
    is that of the last body in bytes, `took` how many milliseconds the last request took.
    """

    address: str = ""
    etag: str = ""
    last_modified: str = ""
    body_hash: str = ""
    attempted: int = 0
    succeeded: int = 0
    next: int = 0
    failures: int = 0
    error: SafeText = EMPTY
    asked_to_wait: bool = False
    gone: bool = False
    why: SafeText = EMPTY
    result: SafeText = EMPTY
    news: int = 0
    whole: int = 0
    pace: Pace = Pace()
    rhythm: int | None = None
    moved: "Move | None" = None
    asked: int = 0
    unchanged: int = 0
    size: int = 0
    took: int = 0


@dataclass(frozen=True, slots=True)
class Move:
    """A host says that a feed has another address from now on: which, since when, how often.

    `declined` means that a person took the feed back from there.
    """

    target: str
    first: int
    last: int
    times: int = 1
    declined: bool = False


class SeenItem(NamedTuple):
    """What an item of a document was last time: a hash of its identity, and its entry's id."""

    name: str
    entry: str


@dataclass(frozen=True, slots=True)
class SeenItems:
    """The items of the last document of a feed, by a hash of their bytes.

    They are worth something only as long as `head` is the hash of what is around them.
    """

    head: str = ""
    items: Mapping[str, SeenItem] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Version:
    """What an entry said before it was changed; `since` when it came, `until` when it changed."""

    title: SafeText
    body: Body
    since: int
    until: int


@dataclass(frozen=True, slots=True)
class StoredFeed:
    """A feed as it is kept: the feed's facts, its heads (newest first) and its fetch history.

    `url` is the address that it was subscribed to with, which stays its name when it moves.
    `notice` says what of its last document was not read. `purged` are the heads of entries that
    aren't kept any more although its document may still list them, so that they don't come again.
    """

    url: str
    title: SafeText = EMPTY
    link: SafeText = EMPTY
    description: SafeText = EMPTY
    language: SafeText = EMPTY
    history: FetchHistory = field(default_factory=FetchHistory)
    heads: tuple[Head, ...] = ()
    notice: SafeText = EMPTY
    purged: tuple[Head, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A subscription as lists show it: named, filed, and with its state of health.

    `error` is the last failure in words, empty when all is well; `checked` is when it was last
    asked and `next` when it will be; `notice` says what of its last document was not read.
    `succeeded` is when it last answered, `latest` the date of its newest entry; 0 means never.
    """

    url: str
    title: SafeText
    folder: SafeText = EMPTY
    tags: tuple[SafeText, ...] = ()
    hidden: bool = False
    link: SafeText = EMPTY
    error: SafeText = EMPTY
    checked: int = 0
    next: int = 0
    full_text: FullTextWish = "never"
    notice: SafeText = EMPTY
    formerly: str = ""
    succeeded: int = 0
    latest: int = 0

    @property
    def key(self) -> str:
        """What the store knows the feed by, as `Subscription.key`."""
        return self.formerly or self.url


class Item(NamedTuple):
    """An entry in a list: its head, the source that it came from, its date and its id.

    A tuple, because a list has a hundred thousand of them, which are sorted and looked through.
    """

    head: Head
    source: Source
    date: int
    id: str


MarkValue = bool | str
"""What a field of an entry is set to."""


class Marking(NamedTuple):
    """A person set one field of some entries to one value, on one device.

    `field` is `read`, `starred`, `hidden` or `tag:NAME`, which are true or false, or `position`, a
    place in the article as text. `times` has a time for each of the entries, in milliseconds. Of
    two marks for one field of an entry the later one counts; of equal times, true before false.
    """

    field: str
    value: MarkValue
    entries: Sequence[str]
    times: Sequence[int]
    device: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """What a person's marks on an entry amount to.

    `position` is where reading it stopped; `started` says that this was half-way.
    """

    read: bool = False
    starred: bool = False
    tags: tuple[str, ...] = ()
    hidden: bool = False
    position: str = ""
    started: bool = False


@dataclass(frozen=True, slots=True)
class Updated:
    """The feed brought new or changed entries, and `texts` full texts came from their pages.

    `moved` is the address that the feed has from now on, if its host has said so for long enough.
    """

    feed: str
    new: int
    changed: int
    next: int
    texts: int = 0
    moved: str = ""


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The feed was asked and had nothing new; `texts` full texts came from older entries' pages.

    `moved` is as in `Updated`.
    """

    feed: str
    next: int
    texts: int = 0
    moved: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """The feed was not asked, and why."""

    feed: str
    reason: str
    next: int


@dataclass(frozen=True, slots=True)
class Failed:
    """The feed was asked in vain; `error` is a sentence for a person. What was kept stays."""

    feed: str
    error: SafeText
    next: int


Outcome = Updated | Unchanged | Skipped | Failed
