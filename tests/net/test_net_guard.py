import pytest

from feedtui.net.guard import (
    Forbidden,
    first_hop,
    is_private,
    is_public,
    next_hop,
    same_origin,
)


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
        "http://example.org:99999/",
        "http://example.org/\ud800",
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
        ("https://a.example/", "https://n:p@b.example/f#x", "https://b.example/f"),
        ("https://a.example/f?a=1", "?b=2", "https://a.example/f?b=2"),
        ("https://a.example/", "/ü \udce9", "https://a.example/%C3%BC%20%E9"),
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
        ("http://a.example/", "http://b.example:99999/"),
        ("http://a.example/", "http://b.example:0/"),
        ("http://a.example/", "/\ud800"),
    ],
)
def test_redirects_lead_nowhere_else(here: str, location: str) -> None:
    assert isinstance(next_hop(here, location), Forbidden)


def test_an_origin_is_scheme_host_and_port() -> None:
    assert same_origin("https://a.example/x", "https://A.example:443/y")
    assert not same_origin("https://a.example/", "http://a.example/")
    assert not same_origin("https://a.example/", "https://b.example/")
    assert not same_origin("https://a.example/", "https://a.example:444/")


@pytest.mark.parametrize(
    ("url", "private"),
    [
        ("http://127.0.0.1:8080/feed", True),
        ("http://192.168.1.1/feed", True),
        ("http://[fd00::1]/feed", True),
        ("http://localhost/feed", True),
        ("http://nas/feed", True),
        ("http://nas.local./feed", True),
        ("http://printer.home.arpa/feed", True),
        ("http://news.lan/feed", True),
        ("https://example.org/feed", False),
        ("https://93.184.216.34/feed", False),
        ("https://[2606:2800:220:1::1]/feed", False),
        ("https://local.example/feed", False),
    ],
)
def test_a_feed_of_the_own_network_is_told_from_one_of_the_web(url: str, private: bool) -> None:
    assert is_private(url) is private


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "169.254.169.254",
        "100.64.0.1",
        "::1",
        "fe80::1%eth0",
        "::ffff:192.168.0.1",
        "0.0.0.0",  # noqa: S104
        "255.255.255.255",
        "224.0.0.1",
        "ff02::1",
        "fc00::1",
        "2002:7f00:1::",
        "2002:c0a8:1::1",
        "64:ff9b::169.254.169.254",
        "64:ff9b:1::10.0.0.1",
        "::127.0.0.1",
        "::",
        "2001:db8::1",
        "192.0.2.1",
        "2001:0:c0a8:1::f5ff:fffe",
        "no address",
        "",
    ],
)
def test_addresses_that_the_internet_cannot_reach_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "93.184.216.34",
        "2606:2800:220:1::1",
        "::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8",
        "2002:808:808::1",
    ],
)
def test_addresses_that_the_internet_can_reach_are_public(address: str) -> None:
    assert is_public(address)
