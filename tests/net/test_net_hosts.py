import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.net.hosts import HostRule, host_of, rule_for, spread

STRICT = HostRule(pause=60, at_once=1)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.Example.org:8080/feed", "www.example.org"),
        ("https://name:secret@example.org./feed", "example.org"),
        ("http://[::1]/", "::1"),
        ("http://[::1/", ""),
        ("file:///tmp/feed.xml", ""),
        ("no address", ""),
    ],
)
def test_the_host_of_an_address_is_told(url: str, host: str) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("host", "own", "rule"),
    [
        ("www.reddit.com", {}, STRICT),
        ("reddit.com", {}, STRICT),
        ("notreddit.com", {}, HostRule()),
        ("reddit.com.example", {}, HostRule()),
        ("", {}, HostRule()),
        ("reddit.com", {"reddit.com": 120}, HostRule(120, 1)),
        ("reddit.com", {"reddit.com": 0}, HostRule()),
        ("old.reddit.com", {"old.reddit.com": 5}, HostRule(5, 1)),
        ("www.reddit.com", {"com": 5}, STRICT),
        ("blog.example.org", {"example.org": 30, "blog.example.org": 10}, HostRule(10, 1)),
        ("shop.example.org", {"example.org": 30, "blog.example.org": 10}, HostRule(30, 1)),
    ],
)
def test_the_longest_name_counts_and_the_persons_before_ours(
    host: str, own: dict[str, int], rule: HostRule
) -> None:
    assert rule_for(host, own) == rule


def test_the_feeds_of_one_host_lie_evenly_over_the_whole() -> None:
    urls = [f"https://big.example/{n}" for n in range(3)]
    urls += [f"https://{n}.example/" for n in range(6)]
    order = [host_of(urls[index]).partition(".")[0] for index in spread(urls)]
    assert order == ["0", "big", "1", "2", "big", "3", "4", "big", "5"]


@given(st.lists(st.sampled_from("abcde")))
def test_spreading_loses_nothing_and_keeps_the_order_within_a_host(hosts: list[str]) -> None:
    urls = [f"https://{host}.example/{index}" for index, host in enumerate(hosts)]
    order = spread(urls)
    assert sorted(order) == list(range(len(urls)))
    for host in "abcde":
        mine = [index for index in order if hosts[index] == host]
        assert mine == sorted(mine)


def test_hosts_with_one_feed_each_keep_their_order() -> None:
    assert spread([f"https://{n}.example/" for n in range(5)]) == [0, 1, 2, 3, 4]
