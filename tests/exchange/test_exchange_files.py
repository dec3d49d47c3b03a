"""Pairs of files: another reader's file, and beside it, as JSON, what has to come out of it."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from feedtui.exchange import recognise
from feedtui.model import Subscription

FILES = Path(__file__).parent / "files"
PAIRS = sorted(path for path in FILES.iterdir() if path.suffix != ".json")


@pytest.mark.parametrize("file", PAIRS, ids=lambda path: path.name)
def test_a_file_is_read_as_the_file_beside_it_says(file: Path) -> None:
    expected = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
    found = recognise(file.read_bytes())
    assert [_said(feed) for feed in found.subscriptions] == expected["subscriptions"]
    assert list(found.skipped) == expected["skipped"]


def _said(feed: Subscription) -> dict[str, object]:
    """What differs from a subscription of which nothing is known, as JSON has it."""
    default = asdict(Subscription(""))
    said = {key: value for key, value in asdict(feed).items() if value != default[key]}
    return said | ({"tags": list(feed.tags)} if feed.tags else {})
