import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.config.subscriptions import add, read_subscriptions
from feedtui.exchange.imported import web_address
from feedtui.model import Subscription


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.org/feed", "https://example.org/feed"),
        (" http://example.org ", "http://example.org"),
        ("feed://example.org/rss", "http://example.org/rss"),
        ("feed:https://example.org/rss", "https://example.org/rss"),
        ("feed://https://example.org/rss", "https://example.org/rss"),
        ("https://münchen.example/ü", "https://münchen.example/ü"),
    ],
)
def test_addresses_of_the_web_are_taken(text: str, address: str) -> None:
    assert web_address(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "example.org",
        "feed:example.org",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "exec:rm",
        "|cat",
        "https://",
        "https://[",
        "https://a b",
        "https://example.org/\u202egpj.exe",
        "https://example.org/\x1b]0;x\x07",
    ],
)
def test_anything_else_is_not(text: str) -> None:
    assert web_address(text) is None


@given(st.text("htps:/[]@%. \tfeda\x1b\u200bé1", max_size=20).map("https://e{}".format))
def test_what_is_taken_here_can_be_written_to_the_list(text: str) -> None:
    address = web_address(text)
    if address is not None:
        wanted = Subscription(address)
        assert read_subscriptions(add("", wanted), "feeds.toml") == (wanted,)
