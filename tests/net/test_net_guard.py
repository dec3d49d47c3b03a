import pytest

from feedtui.net.guard import Forbidden, first_hop, next_hop, same_origin


@pytest.mark.parametrize("url", ["http://example.org/feed", "HTTPS://example.org", "http://[::1]/"])
def test_web_addresses_may_be_asked(url: str) -> None:
    assert first_hop(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.org/",
        "javascript:alert(1)",
        "example.org",
        "http://",
        "http://[::1/",
        "-o/tmp/x",
        "",
    ],
)
def test_nothing_else_may_be_asked(url: str) -> None:
    assert isinstance(first_hop(url), Forbidden)


@pytest.mark.parametrize(
    ("here", "location", "there"),
    [
        ("https://a.example/x/feed", "/new", "https://a.example/new"),
        ("https://a.example/x/feed", "new", "https://a.example/x/new"),
        ("http://a.example/", "https://a.example/", "https://a.example/"),
        ("http://a.example/", "http://b.example/", "http://b.example/"),
        ("https://a.example/", "//b.example/f", "https://b.example/f"),
    ],
)
def test_redirects_lead_to_other_web_addresses(here: str, location: str, there: str) -> None:
    assert next_hop(here, location) == there


@pytest.mark.parametrize(
    ("here", "location"),
    [
        ("https://a.example/", "http://a.example/"),
        ("http://a.example/", "file:///etc/passwd"),
        ("http://a.example/", "data:text/xml,<rss/>"),
        ("http://a.example/", "http://[::1/"),
    ],
)
def test_redirects_lead_nowhere_else(here: str, location: str) -> None:
    assert isinstance(next_hop(here, location), Forbidden)


def test_an_origin_is_scheme_host_and_port() -> None:
    assert same_origin("https://a.example/x", "https://A.example:443/y")
    assert not same_origin("https://a.example/", "http://a.example/")
    assert not same_origin("https://a.example/", "https://b.example/")
    assert not same_origin("https://a.example/", "https://a.example:444/")
