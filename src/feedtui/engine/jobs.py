"""What the engine and its workers say to each other: jobs there, results back.

The engine knows these words only. What reads documents is loaded by the workers alone, so that the
engine is small and starts soon, and no document can harm it.
"""

from dataclasses import dataclass

from feedtui.clean import SafeText
from feedtui.feeds.bounds import BOUNDS, Bounds
from feedtui.model import EMPTY, Feed, FetchHistory
from feedtui.net.manners import Policy
from feedtui.pages.carried import TITLES, Carried

LENGTH = 4
"""Bytes of the length, big-endian, that stands before each message."""


@dataclass(frozen=True, slots=True)
class Job:
    """A body to read, merge and keep. `folder` is the store's of feeds, `feed` the feed's key.

    `history` is the feed's as it will be once this is done, but for what only the document says and
    for the time of the next request; that follows from `policy`, from the seconds that the host
    `asked` for, and from `chance`.
    """

    folder: str
    feed: str
    body: bytes
    content_type: str
    history: FetchHistory
    now: int
    policy: Policy
    asked: int | None
    chance: float
    bounds: Bounds = BOUNDS


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a job; a non-empty `error` says why nothing was kept."""

    new: int = 0
    changed: int = 0
    next: int = 0
    error: SafeText = EMPTY


@dataclass(frozen=True, slots=True)
class PageJob:
    """A page to cut an entry's article out of, which is kept beside the feed's own text.

    `title` and `words` say what the feed told of the entry, and how long that is.
    """

    folder: str
    feed: str
    entry: str
    title: str
    words: int
    address: str
    body: bytes
    content_type: str
    now: int
    asked: bool


@dataclass(frozen=True, slots=True)
class PageResult:
    """What came of a page; a non-empty `error` says why nothing was kept."""

    words: int = 0
    by: str = ""
    error: SafeText = EMPTY


@dataclass(frozen=True, slots=True)
class LookJob:
    """A body that came from an address in search of a feed; nothing of it is kept."""

    address: str
    body: bytes
    content_type: str


@dataclass(frozen=True, slots=True)
class LookResult:
    """What is there: a feed of a `kind`, or `error`, which says what it is instead.

    The feed comes without its entries' texts; `carried` says what they amount to.
    `named` are the feeds that a page names or has by the program that made it, `usual` the places
    in which such pages have theirs.
    """

    feed: Feed | None = None
    kind: str = ""
    carried: Carried = TITLES
    named: tuple[str, ...] = ()
    usual: tuple[str, ...] = ()
    error: SafeText = EMPTY


AnyResult = Result | PageResult | LookResult


@dataclass(frozen=True, slots=True)
class Task:
    """One of them, as it travels."""

    document: Job | None = None
    page: PageJob | None = None
    look: LookJob | None = None
