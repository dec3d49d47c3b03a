"""Twenty posts as a forum's feed sends them, and the text that their authors meant.

`name.html` is what stands in the feed: formulas in the markup of MathJax 2 or 3 with its style
sheet, footnotes of two editors, headings without any blank behind them, the forum's own first and
last line. `name.60.txt` is what a person should read.
"""

import re
import unicodedata
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from feedtui.article.cells import cells
from feedtui.article.document import Document, Span, Style
from feedtui.article.layout import lay_out
from feedtui.article.reader import read
from feedtui.article.writing import to_text

POSTS = sorted((Path(__file__).parent / "posts").glob("*.html"))
TEXTS = sorted((Path(__file__).parent / "posts").glob("*.txt"))
TAIL = re.compile(r'<br/><br/><a href="([^"#]+)#comments">Discuss</a>')
WORD = re.compile("[\u2e80-\u9fff]|[^\\W\\d_\u2e80-\u9fff]+")
INLINE = frozenset({"a", "b", "code", "em", "i", "img", "s", "span", "strong", "sub", "sup"})
NOT_PROSE = frozenset({"footnote-back-link", "footnote-backref", "math-tex"})
NO_PROSE = Style.FORMULA | Style.MEDIA | Style.MARKER
WIDE = 120
"""Cells; no table of the posts is wider, so that none is written as records with repeated names."""


def document(post: Path) -> Document:
    html = post.read_text("utf-8")
    return read(html, home(html))


def home(html: str) -> str:
    """The post's own address, which its last link tells."""
    tail = TAIL.search(html)
    assert tail is not None
    return tail[1]


class Prose(HTMLParser):
    """The words of a post without formulas and ways back, by a parser that isn't ours."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._skipped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        if self._skipped or not NOT_PROSE.isdisjoint(classes):
            self._skipped += tag not in {"br", "hr", "img"}
        self.text += "" if tag in INLINE and not self._skipped else " "

    def handle_endtag(self, tag: str) -> None:
        self.text += "" if tag in INLINE else " "
        self._skipped -= self._skipped > 0

    def handle_data(self, data: str) -> None:
        self.text += "" if self._skipped else data


def words(text: str) -> Counter[str]:
    return Counter(WORD.findall(unicodedata.normalize("NFKC", text)))


def written_words(html: str) -> Counter[str]:
    prose = Prose()
    prose.feed(TAIL.sub("", html.replace("<![CDATA[", "").replace("]]>", "")))
    return words(prose.text)


def shown_words(shown: Document) -> Counter[str]:
    lines = lay_out(shown, WIDE)
    return words("\n".join("".join(map(prose_of, line.spans)) for line in lines))


def prose_of(span: Span) -> str:
    return " " if span.style & NO_PROSE else span.text


def test_there_are_twenty_posts_and_two_texts_of_each() -> None:
    assert len(POSTS) == 20
    assert {path.name.split(".")[0] for path in TEXTS} == {path.stem for path in POSTS}
    assert len(TEXTS) == 40


@pytest.mark.parametrize("expected", TEXTS, ids=lambda path: path.stem)
def test_a_post_reads_as_its_author_meant_it(expected: Path) -> None:
    name, width = expected.stem.split(".")
    shown = document(expected.with_name(f"{name}.html"))
    assert to_text(shown, int(width)) + "\n" == expected.read_text("utf-8")


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120])
@pytest.mark.parametrize("post", POSTS, ids=lambda path: path.stem)
def test_no_line_of_a_post_is_too_wide(post: Path, width: int) -> None:
    assert max(cells(line.text) for line in lay_out(document(post), width)) <= width


@pytest.mark.parametrize("post", POSTS, ids=lambda path: path.stem)
def test_each_word_of_a_post_is_shown_as_often_as_it_was_written(post: Path) -> None:
    assert shown_words(document(post)) == written_words(post.read_text("utf-8"))


@pytest.mark.parametrize("post", POSTS, ids=lambda path: path.stem)
def test_nothing_is_left_of_what_programs_put_into_a_post(post: Path) -> None:
    text = to_text(document(post), 80)
    prose = re.split(r"\n\n\[1\] \w+:", text)[0]
    assert not re.search(r"Discuss(?: \[\d+\])?$", prose)
    assert "#comments" not in text
    assert not re.search(r"mjx|font-family|@font-face|\{display:", text, re.IGNORECASE)
    assert not re.search(r"(?<!\S)\^(?!\S)|↩|→→|(?<!求索)(?<!so long)……", text)
