import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.address import is_web_address
from feedtui.feeds.discover import Link
from feedtui.feeds.sites import feeds_of_site

CHANNEL = "UCabcdefghijklmnopqrstuv"


def addresses(page: str) -> list[str]:
    return [link.address for link in feeds_of_site(page)]


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        (
            f"https://www.youtube.com/channel/{CHANNEL}/videos",
            f"https://www.youtube.com/feeds/videos.xml?channel_id={CHANNEL}",
        ),
        (
            "https://m.youtube.com/user/someone",
            "https://www.youtube.com/feeds/videos.xml?user=someone",
        ),
        (
            "https://www.youtube.com/playlist?list=PL1_-a&si=x",
            "https://www.youtube.com/feeds/videos.xml?playlist_id=PL1_-a",
        ),
        ("https://github.com/o/r/releases/tag/v1", "https://github.com/o/r/releases.atom"),
        ("https://github.com/o/r/tags", "https://github.com/o/r/tags.atom"),
        ("https://github.com/o/r/tree/a/b", "https://github.com/o/r/commits/a/b.atom"),
        ("https://github.com/o/r/commits/main/", "https://github.com/o/r/commits/main.atom"),
        ("https://github.com/someone", "https://github.com/someone.atom"),
        ("https://gitlab.com/g/p/-/tree/x", "https://gitlab.com/g/p/-/commits/x?format=atom"),
        ("https://reddit.com/r/a+b", "https://www.reddit.com/r/a+b/.rss"),
        ("https://old.reddit.com/r/a/top/?t=week", "https://www.reddit.com/r/a/top/.rss?t=week"),
        ("https://www.reddit.com/u/someone", "https://www.reddit.com/user/someone/.rss"),
        ("https://www.reddit.com/user/a/m/b/", "https://www.reddit.com/user/a/m/b/.rss"),
        ("https://social.example/@someone", "https://social.example/@someone.rss"),
        ("https://social.example/@someone/media", "https://social.example/@someone.rss"),
        ("https://lemmy.example/c/cats", "https://lemmy.example/feeds/c/cats.xml?sort=New"),
        ("https://bsky.app/profile/a.example", "https://bsky.app/profile/a.example/rss"),
        ("https://medium.com/@someone/a-story", "https://medium.com/feed/@someone"),
        ("https://medium.com/publication", "https://medium.com/feed/publication"),
        ("https://someone.medium.com/a-story", "https://someone.medium.com/feed"),
        ("https://medium.com/tag/cats", "https://medium.com/feed/tag/cats"),
        ("https://someone.substack.com/p/post", "https://someone.substack.com/feed"),
        (
            "https://someone.wordpress.com/category/cats/",
            "https://someone.wordpress.com/category/cats/feed/",
        ),
        (
            "https://someone.blogspot.com/search/label/cats",
            "https://someone.blogspot.com/feeds/posts/default/-/cats",
        ),
        ("https://someone.tumblr.com", "https://someone.tumblr.com/rss"),
        ("https://www.tumblr.com/someone", "https://someone.tumblr.com/rss"),
        ("https://news.ycombinator.com/", "https://news.ycombinator.com/rss"),
        (
            "https://cats.stackexchange.com/questions/tagged/fur",
            "https://cats.stackexchange.com/feeds/tag/fur",
        ),
        ("https://stackoverflow.com/questions/1/a-b", "https://stackoverflow.com/feeds/question/1"),
        (
            "https://en.wikipedia.org/wiki/Cat",
            "https://en.wikipedia.org/w/index.php?title=Cat&action=history&feed=atom",
        ),
        ("https://arxiv.org/list/cs.CL/recent", "https://rss.arxiv.org/rss/cs.CL"),
        ("https://launchpad.net/a", "https://feeds.launchpad.net/a/announcements.atom"),
        ("https://vimeo.com/someone", "https://vimeo.com/someone/videos/rss"),
        ("https://someone.itch.io/game", "https://someone.itch.io/game/devlog.rss"),
    ],
)
def test_a_page_of_a_known_site_leads_to_its_feed(page: str, feed: str) -> None:
    assert addresses(page)[0] == feed


@pytest.mark.parametrize(
    ("page", "feeds"),
    [
        ("https://github.com/o/r.git", ["releases.atom", "commits.atom", "tags.atom"]),
        ("https://gitlab.com/g/s/r", ["releases.atom", "tags?format=atom", "r.atom"]),
        ("https://codeberg.org/o/r/issues", ["releases.rss", "tags.rss", "r.rss"]),
        ("https://git.sr.ht/~o/r", ["log/rss.xml", "refs/rss.xml"]),
        ("https://someone.wordpress.com/", ["/feed/", "/comments/feed/"]),
        ("https://someone.blogspot.co.uk/2012/", ["posts/default", "comments/default"]),
        ("https://sourceforge.net/projects/a/", ["rss?path=/", "news/feed.rss"]),
    ],
)
def test_a_site_that_has_several_feeds_of_a_page_offers_them_all(
    page: str, feeds: list[str]
) -> None:
    found = addresses(page)
    assert len(found) == len(feeds)
    assert all(one.endswith(end) for one, end in zip(found, feeds, strict=True))


def test_a_feed_of_a_site_has_a_title_and_a_kind() -> None:
    links = feeds_of_site("https://github.com/o/r")
    assert [(str(link.title), link.kind) for link in links] == [
        ("r: releases", "Atom"),
        ("r: commits", "Atom"),
        ("r: tags", "Atom"),
    ]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/",
        "https://www.youtube.com/@someone",
        f"https://www.youtube.com/feeds/videos.xml?channel_id={CHANNEL}",
        "https://github.com/o/r/releases.atom",
        "https://github.com/topics/cats",
        "https://www.reddit.com/r/a/.rss",
        "https://stackoverflow.com/feeds/tag/a",
        "https://social.example/@someone.rss",
        "https://someone.substack.com/feed",
        "https://someone.tumblr.com/rss",
        "https://en.wikipedia.org/w/index.php?title=A&feed=atom",
        "https://vimeo.com/12345",
        "ftp://github.com/o/r",
        "",
    ],
)
def test_what_is_a_feed_already_or_no_page_of_a_known_site_is_left_to_be_asked(
    address: str,
) -> None:
    assert addresses(address) == []


@given(
    st.sampled_from(["github.com", "reddit.com", "youtube.com", "medium.com", "a.blogspot.com"]),
    st.text(alphabet="/ab@?=&.-{}%#:~\u202e", max_size=60),
)
def test_no_address_breaks_the_rules(host: str, rest: str) -> None:
    for link in feeds_of_site(f"https://{host}/{rest}"):
        assert isinstance(link, Link)
        assert is_web_address(link.address)
