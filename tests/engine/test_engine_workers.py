from pathlib import Path

import pytest

from feedtui.engine.worker import Job, Result
from feedtui.engine.workers import open_workers

LONG = "".join(f"<item><guid>{n}</guid>{'<category>a</category>' * 60}</item>" for n in range(9000))
"""Entries that take some ten seconds to read."""


def job(folder: Path, body: str) -> Job:
    return Job(
        folder=str(folder),
        feed="https://example.org/feed.xml",
        address="https://example.org/feed.xml",
        body=body.encode(),
        body_hash="0",
        content_type="application/rss+xml",
        etag="",
        last_modified="",
        now=1_790_000_000,
        interval=3600,
        chance=0,
    )


def feed(inside: str) -> str:
    return f"<rss version='2.0'><channel><title>T</title>{inside}</channel></rss>"


async def test_a_worker_reads_one_body_after_the_other(tmp_path: Path) -> None:
    async with open_workers(1) as workers:
        first = await workers.digest(job(tmp_path, feed("<item><title>A</title></item>")))
        second = await workers.digest(job(tmp_path, feed("<item><title>B</title></item>")))
    assert (first.new, second.new) == (1, 1)


async def test_a_document_that_makes_the_parser_run_away_costs_itself_only(tmp_path: Path) -> None:
    async with open_workers(1, patience=3) as workers:
        result = await workers.digest(job(tmp_path, feed(LONG)))
        assert result == Result(error="reading it took longer than 3 s")  # type: ignore[arg-type]
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
