"""Bodies of real feeds, at two widths: no exception, no control character, no line too wide."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import feedparser
import pytest

from feedtui.article.cells import cells
from feedtui.article.layout import lay_out
from feedtui.article.reader import read

CORPUS = os.environ.get("FEEDTUI_CORPUS", "")
MOST_BYTES = 300_000
EVERY = 4


def bodies(folder: Path) -> Iterator[tuple[str, str]]:
    rows = (json.loads(row) for row in (folder / "manifest.jsonl").read_text("utf-8").splitlines())
    feeds = [row for row in rows if row["kind"] == "feed" and row["bytes"] < MOST_BYTES]
    for row in feeds[::EVERY]:
        document = (folder / row["path"]).read_bytes()
        feed = feedparser.parse(document, sanitize_html=False, resolve_relative_uris=False)
        for entry in feed.entries:
            for content in (*entry.get("content", ()), {"value": entry.get("summary", "")}):
                yield content.get("value", ""), entry.get("link", "")


@pytest.mark.skipif(not CORPUS, reason="FEEDTUI_CORPUS is not set")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_bodies_of_real_feeds_become_clean_lines_within_the_width() -> None:
    count = 0
    for body, base in bodies(Path(CORPUS)):
        document = read(body, base)
        count += 1
        for width in (40, 100):
            for line in lay_out(document, width):
                assert cells(line.text) <= width
                assert line.text.isascii() <= line.text.isprintable()
    assert count > 500
