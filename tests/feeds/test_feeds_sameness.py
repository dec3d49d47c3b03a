import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.feeds import sameness
from feedtui.feeds.sameness import gist, path_of, place_of, plain_address


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>One\n  two</p>", "<p>One two</p>"),
        ("<p>It&#8217;s</p>", "<p>It’s</p>"),
        ("<p class='a' data-nonce='1'>One</p>", "<p data-nonce='2'>One</p>"),
        (
            "One <a href='/a?utm_source=x&b=1'>a</a>",
            "One <a href='/a?utm_source=x&b=1'>a</a><!--7-->",
        ),
        (
            "<a href='https://a.example/b?utm_source=x'>a</a>",
            "<a href='http://www.a.example/b/?utm_source=y'>a</a>",
        ),
        ("<img src='https://a.example/b.png?sig=1'>", "<img src='https://a.example/b.png?sig=2'>"),
        ("One<img src='https://a.example/1' width=1 height=1>", "One"),
        ("One<script>var a = 1</script>", "One<script>var a = 2</script>"),
        ("One. 12 comments", "One. 13 comments"),
        ("Points: 12 One", "Points: 345 One"),
        ("3 Kommentare", "4 Kommentare"),
    ],
)
def test_what_churns_is_no_part_of_what_a_text_says(one: str, other: str) -> None:
    assert gist(one) == gist(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>One</p>", "<p>Two</p>"),
        ("<p>One</p><p>two</p>", "<p>Onetwo</p>"),
        ("<a href='https://a.example/b'>a</a>", "<a href='https://a.example/c'>a</a>"),
        ("<a href='https://a.example/?p=1'>a</a>", "<a href='https://a.example/?p=2'>a</a>"),
        ("<img src='https://a.example/b.png'>", "<img src='https://a.example/c.png'>"),
        ("In 2012 he came", "In 2013 he came"),
        ("1 < 2", "1 < 3"),
    ],
)
def test_what_was_edited_is(one: str, other: str) -> None:
    assert gist(one) != gist(other)


def test_an_address_is_where_it_leads() -> None:
    assert plain_address("https://www.Example.org/a/?utm_medium=x&p=1#xtor=RSS-1") == (
        "example.org/a?p=1"
    )
    assert plain_address("https://example.org/a#two") == "example.org/a#two"
    assert (plain_address(""), plain_address("tag:a"), plain_address("http://[")) == (
        "",
        "tag:a",
        "http://[",
    )


def test_a_place_has_no_query_and_a_front_page_is_none() -> None:
    assert place_of("https://example.org/a/?ts=1") == "example.org/a"
    assert (place_of("https://example.org/"), place_of("")) == ("", "")


def test_a_path_has_no_host() -> None:
    assert path_of("https://example.org/a?p=1") == path_of("http://other.example/a?p=1") == "/a?p=1"
    assert (path_of("https://example.org/"), path_of("https://example.org/?p=1")) == ("", "")


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<!--",
        "<a ",
        "<a href='",
        "<script>",
        "</script ",
        "&#1",
        "1 ",
        "comments: ",
        "points (",
    ],
)
def test_a_text_of_one_thing_a_million_times_is_soon_read(piece: str) -> None:
    begin = time.process_time()
    gist(piece * (1_000_000 // len(piece)))
    assert time.process_time() - begin < 3


@given(st.text(), st.text(alphabet="<>/\"'=!- ahrefsc&#;:?0"))
def test_no_text_and_no_address_breaks_it(text: str, markup: str) -> None:
    for each in (text, markup):
        assert isinstance(gist(each) + plain_address(each) + place_of(each) + path_of(each), str)


PIECES = ["12", "3", "1234567890", "٣", " ", "\n", ":", "(", ")", ",", ".", "x", "_"]
WORDS = ["comments", "Comment", "likes", "score", "комментариев", "replies"]


@given(st.lists(st.sampled_from([*PIECES, *WORDS])).map("".join))
def test_only_numbers_beside_a_word_for_comments_are_no_news(text: str) -> None:
    """As two simple patterns say, which would take longer to find it out."""
    word = f"(?:{sameness._COUNTED})"
    before = re.sub(rf"(?<![\w.,])\d{{1,9}}(?=\s?{word}\b)", "", text, flags=re.IGNORECASE)
    after = re.sub(rf"\b({word}\s?[:(]\s?)\d{{1,9}}", r"\1", before, flags=re.IGNORECASE)
    assert gist(text) == " ".join(after.split())
