"""A child that reads documents and pages: bytes in, files written, a short result out.

It runs apart from the engine because a document can make a parser run for ever or take all memory;
then the engine kills it and goes on. Jobs and results travel as MessagePack with a length before
each, on standard input and output; at the end of the input it ends.
"""

import os
import resource
import signal
import sys
import traceback
from dataclasses import replace
from pathlib import Path
from types import FrameType, TracebackType
from typing import BinaryIO

import msgspec

from feedtui.clean import clean_line
from feedtui.engine.jobs import (
    LENGTH,
    AnyResult,
    Job,
    LookJob,
    LookResult,
    PageJob,
    PageResult,
    Result,
    Task,
)
from feedtui.engine.results import brought
from feedtui.errors import StoreError
from feedtui.feeds.earlier import earlier_of
from feedtui.feeds.merge import Merged, merge
from feedtui.feeds.parse import parse
from feedtui.feeds.reading import Reading, read_news, remember
from feedtui.model import Feed, FetchHistory, FullText, NotAFeed
from feedtui.net import manners
from feedtui.net.rhythm import rhythm
from feedtui.store.cache import FeedCache

MEMORY = 1536 * 1024 * 1024
"""Address space of a worker in bytes. A feed at the limits of size needs a third of it."""

PROCESSOR = 60
"""Seconds of a processor that one job may use. It ends a worker whose engine has died before it."""


def digest(job: Job) -> Result:
    """Read the body, merge it with what is kept, and keep the sum."""
    cache = FeedCache(Path(job.folder), _warn)
    with cache.locked(job.feed):
        stored = cache.feed(job.feed)
        seen = cache.seen(stored)
        reading = read_news(job.body, job.history.address, job.content_type, seen, job.bounds)
        if isinstance(reading, NotAFeed):
            return Result(error=reading.reason)
        merged = merge(stored, reading.feed, job.now, reading.ids)
        history = _history(job, merged)
        _keep(cache, replace(merged, feed=replace(merged.feed, history=history)), reading, job.now)
    return Result(len(merged.new), len(merged.changed), history.next)


def _history(job: Job, merged: Merged) -> FetchHistory:
    dates = [head.date for head in merged.feed.heads]
    learned = replace(
        brought(job.history, len(merged.new), len(merged.changed), job.now),
        pace=merged.feed.history.pace,
        rhythm=rhythm(dates, job.now),
    )
    return manners.after_answer(learned, job.now, job.policy, job.asked, job.chance)


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


def look(job: LookJob) -> LookResult:
    """Say what is at an address: a feed, or a page and the feeds that it leads to."""
    from feedtui.feeds.discover import discover, kind_of
    from feedtui.feeds.platforms import feeds_of_platform, usual_places
    from feedtui.pages.carried import carried

    read = parse(job.body, job.address, job.content_type)
    if not isinstance(read, NotAFeed):
        texts = carried([entry.body for entry in read.entries])
        return LookResult(_without_texts(read), kind_of(job.body), texts)
    named = (*discover(job.body, job.address), *feeds_of_platform(job.body, job.address))
    return LookResult(
        named=tuple(dict.fromkeys(link.address for link in named)),
        usual=usual_places(job.address),
        error=read.reason,
    )


def _without_texts(feed: Feed) -> Feed:
    return replace(feed, entries=tuple(replace(entry, body="") for entry in feed.entries))


def serve(jobs: BinaryIO, results: BinaryIO) -> None:
    """Work on jobs until there are none, or until nobody waits for what comes of them."""
    while task := _next_task(jobs):
        _limit_processor()
        message = msgspec.msgpack.encode(_attempt(task))
        results.write(len(message).to_bytes(LENGTH) + message)
        results.flush()


def _next_task(jobs: BinaryIO) -> Task | None:
    length = int.from_bytes(jobs.read(LENGTH))
    message = jobs.read(length)
    if not message or len(message) < length:
        return None
    return msgspec.msgpack.decode(message, type=Task)


def _limit_processor() -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime) + PROCESSOR
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (until, most))


def _attempt(task: Task) -> AnyResult:
    failed = _failed(task)
    try:
        return _done(task)
    except StoreError as error:
        return failed(error=clean_line(str(error), most=300))
    except MemoryError:
        return failed(error=clean_line("reading it takes more memory than it may have"))
    except RecursionError:
        return failed(error=clean_line("it is nested too deeply to be read"))


def _failed(task: Task) -> type[Result] | type[PageResult] | type[LookResult]:
    if task.look is not None:
        return LookResult
    return Result if task.page is None else PageResult


def _done(task: Task) -> AnyResult:
    if task.document is not None:
        return digest(task.document)
    if task.page is not None:
        return extract(task.page)
    return look(task.look) if task.look is not None else LookResult()


def _warn(message: str) -> None:
    sys.stderr.write(f"feedtui: {clean_line(message)}\n")


def _tell_bug(
    kind: type[BaseException], _error: BaseException, place: TracebackType | None
) -> None:
    """Say where a bug is, without what the document says: that goes to a terminal."""
    where = [f"{frame.name} ({Path(frame.filename).name}:{frame.lineno})" for frame in _last(place)]
    _warn(" in ".join([f"a bug of feedtui's, which costs this feed only: {kind.__name__}", *where]))


def _last(place: TracebackType | None) -> list[traceback.FrameSummary]:
    return list(traceback.extract_tb(place))[-1:]


def _end(_signal: int, _frame: FrameType | None) -> None:
    """End, and let whatever is being written clean up after itself."""
    sys.exit(0)


def main() -> None:
    """Serve on standard input and output, within limits."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGTERM, _end)
    sys.excepthook = _tell_bug
    try:
        serve(sys.stdin.buffer, sys.stdout.buffer)
    except BrokenPipeError:
        # The engine is gone. Python must not flush into the closed pipe at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
