"""OPML that nobody in this project wrote: every feed is found, and feeds.toml can hold them all."""

import json
import os
import re
from pathlib import Path

import pytest

from feedtui.config.subscriptions import add_all, read_subscriptions
from feedtui.exchange import read_opml, write_opml

CORPUS = os.environ.get("FEEDTUI_CORPUS", "")
pytestmark = pytest.mark.skipif(not CORPUS, reason="FEEDTUI_CORPUS is not set")

ADDRESS = re.compile(rb"xmlUrl\s*=\s*\"(https?://[^\"]+)\"", re.IGNORECASE)


def files() -> list[Path]:
    if not CORPUS:
        return []
    rows = (Path(CORPUS) / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    found = (json.loads(row) for row in rows)
    return [Path(CORPUS) / row["path"] for row in found if row["kind"] == "opml"]


@pytest.mark.parametrize("file", files(), ids=lambda path: path.name)
def test_every_feed_of_a_list_is_found(file: Path) -> None:
    body = file.read_bytes()
    found = read_opml(body).subscriptions
    assert len(found) == len(set(ADDRESS.findall(body)))
    assert read_subscriptions(add_all("", found), "feeds.toml") == found
    again = read_opml(write_opml(found).encode()).subscriptions
    assert sorted(again, key=lambda feed: feed.url) == sorted(found, key=lambda feed: feed.url)
