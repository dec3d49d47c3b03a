"""A child that reads documents and pages: bytes in, files written, a short result out.

It runs apart from the engine because a document can make a parser run for ever or take all memory;
then the engine kills it and goes on. Jobs and results travel as MessagePack with a length before
each, on standard input and output; at the end of the input it ends.
"""

import resource
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

import msgspec

from feedtui.clean import SafeText, clean_line
from feedtui.errors import StoreError
from feedtui.feeds.earlier import earlier_of
from feedtui.feeds.merge import Merged, merge
from feedtui.feeds.reading import Reading, read_news, remember
from feedtui.model import EMPTY, FetchHistory, FullText, NotAFeed, StoredFeed
from feedtui.net import manners
from feedtui.store.cache import FeedCache

MEMORY = 1536 * 1024 * 1024
"""Address space of a worker in bytes. A feed at the limits of size needs a third of it."""

LENGTH = 4
"""Bytes of the length, big-endian, that stands before each message."""


@dataclass(frozen=True, slots=True)
class Job:
    """A body to read, merge and keep. `folder` is the store's of feeds, `feed` the feed's key."""

    folder: str
    feed: str
    address: str
    body: bytes
    body_hash: str
    content_type: str
    etag: str
    last_modified: str
    now: int
    interval: int
    chance: float


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
class Task:
    """One of the two, as it travels."""

    document: Job | None = None
    page: PageJob | None = None


def digest(job: Job) -> Result:
    """Read the body, merge it with what is kept, and keep the sum."""
    cache = FeedCache(Path(job.folder), _warn)
    with cache.locked(job.feed):
        stored = cache.feed(job.feed)
        reading = read_news(job.body, job.address, job.content_type, cache.seen(stored))
        if isinstance(reading, NotAFeed):
            return Result(error=reading.reason)
        merged = merge(stored, reading.feed, job.now, reading.ids)
        history = _history(job, merged.feed)
        _keep(cache, replace(merged, feed=replace(merged.feed, history=history)), reading, job.now)
    return Result(len(merged.new), len(merged.changed), history.next)


def _history(job: Job, feed: StoredFeed) -> FetchHistory:
    answered = manners.after_answer(feed.history, job.now, job.interval, job.chance)
    return replace(
        answered,
        address=job.address,
        etag=job.etag,
        last_modified=job.last_modified,
        body_hash=job.body_hash,
    )


def _keep(cache: FeedCache, merged: Merged, reading: Reading, now: int) -> None:
    """In this order, so that being killed between two of them loses nothing."""
    url = merged.feed.url
    texts = cache.bodies(url, merged.changed)
    cache.forget_seen(url)
    cache.keep_earlier(url, earlier_of(merged, texts, now))
    cache.write(merged.feed, merged.bodies)
    cache.write_seen(merged.feed, remember(reading, merged.ids, url))


def extract(job: PageJob) -> PageResult:
    """Cut the article out of a page, and keep it."""
    from feedtui.pages.extract import NotExtracted, Page
    from feedtui.pages.extract import extract as article_of

    page = Page(job.body, job.address, job.content_type, job.title, job.words)
    found = article_of(page)
    if isinstance(found, NotExtracted):
        return PageResult(error=found.reason)
    text = FullText(found.html, found.base, found.by, found.words, job.now, job.asked)
    FeedCache(Path(job.folder), _warn).full_texts(job.feed).keep(job.entry, text)
    return PageResult(found.words, found.by)


def serve(jobs: BinaryIO, results: BinaryIO) -> None:
    """Work on jobs until there are none."""
    while length := jobs.read(LENGTH):
        task = msgspec.msgpack.decode(jobs.read(int.from_bytes(length)), type=Task)
        message = msgspec.msgpack.encode(_attempt(task))
        results.write(len(message).to_bytes(LENGTH) + message)
        results.flush()


def _attempt(task: Task) -> Result | PageResult:
    failed = Result if task.page is None else PageResult
    try:
        return _done(task)
    except StoreError as error:
        return failed(error=clean_line(str(error), most=300))
    except MemoryError:
        return failed(error=clean_line("reading it takes more memory than it may have"))
    except RecursionError:
        return failed(error=clean_line("it is nested too deeply to be read"))


def _done(task: Task) -> Result | PageResult:
    if task.document is not None:
        return digest(task.document)
    return extract(task.page) if task.page is not None else PageResult()


def _warn(message: str) -> None:
    sys.stderr.write(f"feedtui: {clean_line(message)}\n")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    serve(sys.stdin.buffer, sys.stdout.buffer)
