import asyncio
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from feedtui.engine.jobs import Job, Result
from feedtui.engine.workers import WAITING, open_workers
from feedtui.model import FetchHistory
from feedtui.net.manners import Policy
from feedtui.store.cache import FeedCache
from world import NOON

FEED = "https://example.org/feed.xml"


def job(folder: Path, body: str) -> Job:
    return Job(
        folder=str(folder),
        feed=FEED,
        body=body.encode(),
        content_type="application/rss+xml",
        history=FetchHistory(address=FEED, body_hash="0"),
        now=NOON,
        policy=Policy(3600),
        asked=None,
        chance=0,
    )


def half_written(folder: Path) -> list[Path]:
    return [path for path in folder.rglob(".*") if path.is_file()]


def feed(inside: str) -> str:
    return f"<rss version='2.0'><channel><title>T</title>{inside}</channel></rss>"


async def test_a_worker_reads_one_body_after_the_other(tmp_path: Path) -> None:
    async with open_workers(1) as workers:
        first = await workers.digest(job(tmp_path, feed("<item><title>A</title></item>")))
        second = await workers.digest(job(tmp_path, feed("<item><title>B</title></item>")))
    assert (first.new, second.new) == (1, 1)


async def test_a_document_that_makes_the_parser_run_away_costs_itself_only(tmp_path: Path) -> None:
    async with open_workers(1, patience=2) as workers:
        await workers.digest(job(tmp_path, feed("")))
        os.kill(workers._idle[0].pid, signal.SIGSTOP)
        result = await workers.digest(job(tmp_path, feed("<item><title>A</title></item>")))
        assert result == Result(error="reading it took longer than 2 s")  # type: ignore[arg-type]
        assert (await workers.digest(job(tmp_path, feed("<item><title>A</title></item>")))).new == 1


async def test_a_body_that_is_no_feed_says_what_it_is(tmp_path: Path) -> None:
    async with open_workers(1) as workers:
        result = await workers.digest(job(tmp_path, "<!doctype html><title>Log in</title>"))
    assert "web page" in result.error


async def test_a_store_that_cannot_be_written_fails_the_feed_in_words(tmp_path: Path) -> None:
    (tmp_path / "feeds").write_text("a file in its place")
    async with open_workers(1) as workers:
        result = await workers.digest(
            job(tmp_path / "feeds", feed("<item><title>A</title></item>"))
        )
    assert "can't be written" in result.error


@pytest.mark.parametrize("most", [1, 3])
async def test_no_worker_is_left_when_the_block_ends(tmp_path: Path, most: int) -> None:
    async with open_workers(most) as workers:
        await workers.digest(job(tmp_path, feed("")))
        processes = list(workers._idle)
    assert [process.returncode is not None for process in processes] == [True]


async def test_a_worker_that_is_ended_in_the_middle_of_a_job_leaves_nothing_half_written(
    tmp_path: Path,
) -> None:
    async with open_workers(1) as workers:
        await workers.digest(job(tmp_path, feed("<item><title>A</title></item>")))
        (process,) = workers._idle
        working = asyncio.create_task(
            workers.digest(job(tmp_path, feed("<item><title>B</title></item>" * 5000)))
        )
        await asyncio.sleep(0)
        working.cancel()
        with pytest.raises(asyncio.CancelledError):
            await working
        assert process.returncode is not None
    assert half_written(tmp_path) == []
    assert len(FeedCache(tmp_path, print).feed(FEED).heads) == 1


async def test_a_document_that_kills_its_worker_costs_itself_only(tmp_path: Path) -> None:
    async with open_workers(1) as workers:
        await workers.digest(job(tmp_path, feed("")))
        workers._idle[0].kill()
        result = await workers.digest(job(tmp_path, feed("<item><title>A</title></item>")))
        assert result == Result(error="the parser gave up on it")  # type: ignore[arg-type]
        assert (await workers.digest(job(tmp_path, feed("<item><title>A</title></item>")))).new == 1


async def test_no_more_is_fetched_while_much_waits_to_be_read(tmp_path: Path) -> None:
    async with open_workers(1) as workers:
        await workers.ready()
        first = asyncio.create_task(workers.digest(job(tmp_path, feed(""))))
        large = replace(job(tmp_path, feed("")), body=b" " * (WAITING + 1))
        await asyncio.sleep(0)
        reading = asyncio.create_task(workers.digest(large))
        await asyncio.sleep(0)
        waiting = asyncio.create_task(workers.ready())
        await asyncio.sleep(0)
        assert not waiting.done()
        await asyncio.gather(first, reading)
        await waiting


async def test_a_document_that_is_being_read_keeps_no_other_from_being_fetched(
    tmp_path: Path,
) -> None:
    async with open_workers(1) as workers:
        await workers.digest(job(tmp_path, feed("")))
        (worker,) = workers._idle
        os.kill(worker.pid, signal.SIGSTOP)
        large = replace(job(tmp_path, feed("")), body=b" " * (WAITING + 1))
        reading = asyncio.create_task(workers.digest(large))
        await asyncio.sleep(0)
        await workers.ready()
        assert not reading.done()
        os.kill(worker.pid, signal.SIGCONT)
        await reading


def test_a_bug_is_told_without_a_word_of_the_document() -> None:
    script = (
        "import sys; from feedtui.engine import worker; sys.excepthook = worker._tell_bug\n"
        "def read(): raise ValueError('\x1b]0;pwned')\nread()"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert done.returncode == 1
    expected = b"feedtui: a bug of feedtui's, which costs this feed only: ValueError in read"
    assert done.stderr.startswith(expected)
    assert b"pwned" not in done.stderr


def test_a_worker_ends_when_its_engine_is_gone() -> None:
    words = [sys.executable, "-m", "feedtui.engine.worker"]
    cut_off = subprocess.run(words, input=b"\0\0\1\0half", capture_output=True, check=False)
    assert (cut_off.returncode, cut_off.stdout, cut_off.stderr) == (0, b"", b"")
