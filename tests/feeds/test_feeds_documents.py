"""Whole documents: `name.xml` (or `.jsonfeed`) is read, `name.json` says what was meant.

A field that is absent from the expectation has its default.
"""

import json
from dataclasses import MISSING, fields
from datetime import UTC, datetime
from pathlib import Path

import pytest

from feedtui.feeds.parse import parse
from feedtui.model import Enclosure, Entry, Feed, Pace

DOCUMENTS = Path(__file__).parent / "documents"
ADDRESS = "https://example.org/feeds/feed.xml"


def said(thing: Feed | Entry | Enclosure | Pace) -> dict[str, object]:
    """What a value says beyond its defaults, in terms of JSON."""
    values = ((field, getattr(thing, field.name)) for field in fields(thing))
    return {
        field.name: in_json(field.name, value)
        for field, value in values
        if field.default is MISSING or value != field.default
    }


def in_json(name: str, value: object) -> object:
    if name in {"published", "updated"} and isinstance(value, int):
        return datetime.fromtimestamp(value, UTC).isoformat()
    if isinstance(value, Pace):
        return said(value)
    if isinstance(value, tuple):
        return [said(one) if isinstance(one, Entry | Enclosure) else one for one in value]
    return value


@pytest.mark.parametrize(
    "document",
    sorted(path.name for path in DOCUMENTS.iterdir() if path.suffix in {".xml", ".jsonfeed"}),
)
def test_a_document_says_what_was_meant(document: str) -> None:
    source = DOCUMENTS / document
    expected = json.loads(source.with_suffix(".json").read_text("utf-8"))
    feed = parse(source.read_bytes(), ADDRESS)
    assert isinstance(feed, Feed)
    assert said(feed) == expected
