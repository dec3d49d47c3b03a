import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.feeds.links import base_of_body, web_address

BASE = "https://example.org/blog/feed.xml"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://example.net/a?b=1&c=2#d", "https://example.net/a?b=1&c=2#d"),
        ("/a", "https://example.org/a"),
        ("a", "https://example.org/blog/a"),
        ("//example.net/a", "https://example.net/a"),
        ("?p=1", "https://example.org/blog/feed.xml?p=1"),
        ("www.example.net/a", "https://www.example.net/a"),
        ("example.org/a", "https://example.org/a"),
        ("https://example.net/two\n   lines", "https://example.net/twolines"),
        ("https://example.net/a b", "https://example.net/a%20b"),
        ("https://example.net/é", "https://example.net/é"),
    ],
)
def test_an_address_is_what_a_browser_would_open(written: str, meant: str) -> None:
    assert web_address(written, BASE) == meant


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        "tag:example.org,2024:1",
        "urn:uuid:1",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "mailto:a@example.org",
        "http://",
        "http://[",
        "https://example.org/" + "a" * 10_000,
    ],
)
def test_what_is_no_web_address_is_no_link(written: str) -> None:
    assert web_address(written, BASE) == ""


def test_a_relative_address_without_a_base_is_no_link() -> None:
    assert web_address("/a", "") == ""


def test_an_address_carries_nothing_that_acts_on_a_terminal() -> None:
    assert web_address("https://example.net/\x1b]0;a\x07b\u202ec", BASE) == "https://example.net/bc"


@pytest.mark.parametrize(
    ("link", "site", "base"),
    [
        ("https://example.org/a/1", "https://example.org/", "https://example.org/a/1"),
        ("https://example.net/a/1", "https://example.org/", "https://example.org/"),
        ("https://example.org/a/1", "", "https://example.org/a/1"),
        ("", "https://example.org/", "https://example.org/"),
        ("", "", BASE),
    ],
)
def test_links_in_a_text_start_from_its_own_site(link: str, site: str, base: str) -> None:
    assert base_of_body(link, site, BASE) == base


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_address_breaks_the_reader(written: str, base: str) -> None:
    link = web_address(written, base)
    assert not link or link.lower().startswith(("http://", "https://"))
