"""Feeds and pages that nobody in this project wrote, and what is right about them."""

import json
import os
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from feedtui.feeds.discover import discover
from feedtui.feeds.identity import said_of
from feedtui.feeds.merge import merge
from feedtui.feeds.naming import ids_of
from feedtui.feeds.parse import parse
from feedtui.model import Feed, NotAFeed, StoredFeed

CORPUS = Path(os.environ.get("FEEDTUI_CORPUS", "/nonexistent"))
ADDRESS = "https://feed.example/x/feed.xml"

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="FEEDTUI_CORPUS is not set")

NOT_FEEDS = 13
"""OpenSearch descriptions, pieces of HTML, an RSS 1.1 fragment: listed as feeds, but none."""

OTHER_COUNTS = {
    "danmactough+node-feedparser/test/feeds/illegally-nested.xml": "ten of its items are empty",
    "miniflux+v2/internal/reader/parser/testdata/no_encoding_ISO-8859-1.xml": "one item is empty",
}
"""Documents from which fewer entries are taken than have been counted, and why."""

WRONG_DATES = {
    "kagisearch+fastfeedparser/benchmark_data/4059f23db954f1b5": "year 1 was read as 2001",
    "kagisearch+fastfeedparser/benchmark_data/995fa12531de4aa0": "year 1 was read as 2001",
    "kagisearch+fastfeedparser/benchmark_data/b38787f0a7eb3696": "year 1 was read as 2001",
    "kagisearch+fastfeedparser/benchmark_data/d597083ccac7f99a": "year 1 was read as 2001",
    "nicolus+picoFeed/_history/tests/fixtures/dailymail.co.uk.xml": "BST is +0100",
    "prof18+RSS-Parser/_history/rssparser/src/test/resources/feed-test-xsl.xml": "BST is +0100",
    "prof18+RSS-Parser/rssparser/src/commonTest/resources/feed-test-xsl.xml": "BST is +0100",
    "rometools+rome/rome-modules/src/test/resources/xml/yweather.xml": "8:19 pm was read as am",
}
"""Documents whose expected dates are wrong, and why."""

Row = dict[str, Any]


def rows(name: str) -> list[Row]:
    if not CORPUS.is_dir():
        return []
    return [json.loads(line) for line in (CORPUS / name).read_text("utf-8").splitlines()]


def read(path: str, address: str = ADDRESS) -> Feed | NotAFeed:
    return parse((CORPUS / path).read_bytes(), address)


def in_words(seconds: int | None) -> str | None:
    if seconds is None:
        return None
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@pytest.fixture(scope="module")
def answers() -> dict[str, Feed | NotAFeed]:
    feeds = (row for row in rows("manifest.jsonl") if row["kind"] == "feed")
    return {row["path"]: read(row["path"], row.get("source_url") or ADDRESS) for row in feeds}


def literal_rows(answers: dict[str, Feed | NotAFeed]) -> list[tuple[Feed, Row]]:
    """Documents whose fields are known literally, and of which as many entries were read."""
    found = ((answers.get(row["path"]), row) for row in rows("expected_dev.jsonl"))
    return [
        (feed, row)
        for feed, row in found
        if isinstance(feed, Feed)
        and row["source"] in {"feed-rs", "etree-literal", "jsonfeed-literal"}
        and len(row["entries"]) == len(feed.entries)
    ]


def test_every_document_is_a_feed_or_said_to_be_none(answers: dict[str, Feed | NotAFeed]) -> None:
    refused = [answer for answer in answers.values() if isinstance(answer, NotAFeed)]
    assert len(answers) > 600
    assert len(refused) == NOT_FEEDS


def test_all_entries_are_read(answers: dict[str, Feed | NotAFeed]) -> None:
    differing = {
        row["path"]
        for row in rows("expected_dev.jsonl")
        if "n_entries" in row
        and isinstance(feed := answers.get(row["path"]), Feed)
        and row["source"] != "feedparser"
        and len(feed.entries) != row["n_entries"]
    }
    assert differing <= OTHER_COUNTS.keys()


def test_no_two_different_entries_of_a_document_have_one_id(
    answers: dict[str, Feed | NotAFeed],
) -> None:
    for path, feed in answers.items():
        if isinstance(feed, Feed):
            ids = ids_of(StoredFeed(ADDRESS), feed.entries, (), 2**40)
            different = {(entry.identity, *said_of(entry)) for entry in feed.entries}
            assert len(set(ids)) == len(different), path


def test_a_document_that_comes_again_brings_nothing(answers: dict[str, Feed | NotAFeed]) -> None:
    for path, feed in answers.items():
        if isinstance(feed, Feed):
            first = merge(StoredFeed(ADDRESS), feed, 2**40)
            again = merge(first.feed, feed, 2**40 + 86400)
            assert (again.feed, again.new, again.changed) == (first.feed, (), ()), path


def test_links_are_those_of_the_documents(answers: dict[str, Feed | NotAFeed]) -> None:
    """Absolute ones, but for the letters of a host; others can't be compared literally."""
    for feed, row in literal_rows(answers):
        for entry, expected in zip(feed.entries, row["entries"], strict=True):
            if (expected["link"] or "").startswith("http"):
                assert entry.link.lower() == expected["link"].lower(), row["path"]


def test_titles_are_those_of_the_documents(answers: dict[str, Feed | NotAFeed]) -> None:
    """But for blanks, entities, and characters that were encoded twice."""
    compared = [
        (" ".join(unescape(expected["title"]).split()), entry.title)
        for feed, row in literal_rows(answers)
        for entry, expected in zip(feed.entries, row["entries"], strict=True)
        if expected["title"]
    ]
    same = sum(one == other for one, other in compared)
    assert same / len(compared) > 0.975


def test_dates_are_those_of_the_documents(answers: dict[str, Feed | NotAFeed]) -> None:
    compared = [
        (expected["published"], in_words(entry.published), row["path"])
        for feed, row in literal_rows(answers)
        for entry, expected in zip(feed.entries, row["entries"], strict=True)
        if expected["published"]
    ]
    differing = {path for one, other, path in compared if one != other}
    assert differing == WRONG_DATES.keys()


@pytest.mark.parametrize("trap", rows("traps_dev.jsonl"), ids=lambda trap: trap["trap"][:40])
def test_a_document_that_feedparser_alone_misreads_is_read_right(trap: Row) -> None:
    address = "https://www.alexblackie.com/index.xml" if trap["field"] == "link" else ADDRESS
    feed = read(trap["path"], address)
    assert isinstance(feed, Feed)
    if trap["field"] == "n_entries":
        assert len(feed.entries) == trap["right"]
    elif trap["field"] == "link":
        assert (feed.entries[trap["entry"]].link or None) == trap["right"]
    else:
        assert in_words(feed.entries[trap["entry"]].published) == trap["right"]


def test_links_and_bodies_start_where_xml_base_says() -> None:
    """Sixteen entries, each of which names the address that its link or body must lead to."""
    feed = read("rometools+rome/rome/src/test/data/atom_1.0_b.xml")
    assert isinstance(feed, Feed)
    assert {entry.link for entry in feed.entries} == {"http://example.org/tests/base/result.html"}
    bases = {entry.base for entry in feed.entries if entry.body}
    assert bases == {
        f"http://example.org/tests/{folder}" for folder in ("", "entrybase/", "contentbase/")
    }


@pytest.mark.parametrize(
    "page",
    sorted((CORPUS / "w3c+feedvalidator/feedfinder-tests").glob("html4-*.html")),
    ids=lambda page: page.stem,
)
def test_a_page_of_the_autodiscovery_suite_leads_to_its_one_feed(page: Path) -> None:
    (link,) = discover(page.read_bytes(), f"https://suite.example/autodiscovery/{page.name}")
    assert link.address.endswith(f"/{page.stem}.xml")
    assert link.kind == "Atom"
