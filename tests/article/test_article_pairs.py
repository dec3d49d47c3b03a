"""Pairs of files: `name.html` and the text that it must become at a width, `name.60.txt`."""

from pathlib import Path

import pytest

from feedtui.article.cells import cells
from feedtui.article.layout import lay_out
from feedtui.article.reader import read
from feedtui.article.writing import to_text

PAIRS = sorted((Path(__file__).parent / "pairs").glob("*.txt"))
BASE = "https://example.org/here/"


@pytest.mark.parametrize("expected", PAIRS, ids=lambda path: path.stem)
def test_an_article_is_written_as_its_pair_says(expected: Path) -> None:
    name, width = expected.stem.split(".")
    html = expected.with_name(f"{name}.html").read_text("utf-8")
    assert to_text(read(html, BASE), int(width)) + "\n" == expected.read_text("utf-8")


@pytest.mark.parametrize("expected", PAIRS, ids=lambda path: path.stem)
def test_no_line_of_a_pair_is_too_wide(expected: Path) -> None:
    name, width = expected.stem.split(".")
    html = expected.with_name(f"{name}.html").read_text("utf-8")
    assert max(cells(line.text) for line in lay_out(read(html, BASE), int(width))) <= int(width)
