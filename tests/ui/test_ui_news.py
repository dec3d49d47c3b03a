"""What a refresh brings, in sentences."""

from dataclasses import replace

import pytest

from feedtui.ui.news import Line, News, read_awaited, read_line

A, B = "https://a.example/", "https://b.example/"
TITLES = {A: "Apples", B: "Beans"}


def after(*lines: Line, expected: int = 4) -> News:
    news = News(expected)
    for line in lines:
        news = news.with_line(line)
    return news


def test_how_far_a_refresh_is_is_said_while_it_is_under_way() -> None:
    news = after(Line(A, "updated", 3), Line(B, "failed"))
    assert news.progress() == "refreshing 2/4 · 3 new"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([], "0 new entries"),
        ([Line(A, "updated", 1)], "1 new entry in Apples"),
        ([Line(A, "updated", 8), Line(B, "updated", 4)], "12 new entries in 2 feeds"),
        (
            [Line(A, "updated", 2, texts=1), Line(B, "skipped")],
            "2 new entries in Apples, 1 full text, 1 not due yet",
        ),
        (
            [Line(A, "failed", error="no \x07answer")],
            "0 new entries; 1 feed failed: Apples (no answer)",
        ),
        (
            [Line(A, "failed", error="x"), Line(B, "failed", error="y")],
            "0 new entries; 2 feeds failed: Apples, Beans",
        ),
        (
            [Line(A, "failed"), Line(B, "failed"), Line(A, "failed"), Line(B, "failed")],
            "0 new entries; 4 feeds failed: Apples, Beans, Apples and 1 more",
        ),
    ],
)
def test_the_end_of_a_refresh_is_a_sentence(lines: list[Line], said: str) -> None:
    assert after(*lines).summary(TITLES.__getitem__) == said


def test_a_host_that_takes_long_is_named_while_it_is_waited_for() -> None:
    awaited = read_awaited(b'{"awaited": 3, "slow": ["slow.example", "late.example"]}')
    assert awaited is not None
    news = replace(News(4), slow=awaited.slow)
    said = "refreshing 0/4 · 0 new · waiting for slow.example and 1 more"
    assert news.progress() == said
    assert replace(news, slow=()).progress() == "refreshing 0/4 · 0 new"


@pytest.mark.parametrize("line", [b"", b"Traceback", b"[]", b'{"feed":"x","outcome":"pwned"}'])
def test_a_line_that_is_no_news_is_none(line: bytes) -> None:
    assert read_line(line) is None
    assert read_awaited(line) is None
