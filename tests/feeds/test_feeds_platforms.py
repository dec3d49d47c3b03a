import time

import pytest

from feedtui.feeds.platforms import feeds_of_platform, usual_places

CHANNEL = "UCabcdefghijklmnopqrstuv"


@pytest.mark.parametrize(
    ("page", "address", "feeds"),
    [
        (
            f'<script>{{"externalId":"{CHANNEL}"}}</script>',
            "https://www.youtube.com/@someone",
            [f"https://www.youtube.com/feeds/videos.xml?channel_id={CHANNEL}"],
        ),
        (
            f'<meta itemprop="channelId" content="{CHANNEL}">',
            "https://www.youtube.com/watch?v=1",
            [f"https://www.youtube.com/feeds/videos.xml?channel_id={CHANNEL}"],
        ),
        (
            '<meta property="al:ios:url" content="soundcloud://users:123">',
            "https://soundcloud.com/someone",
            ["https://feeds.soundcloud.com/users/soundcloud:users:123/sounds.rss"],
        ),
        (
            '<meta name="keywords" content="go,git,self-hosted,gitea">',
            "https://git.example/o/r/issues",
            [
                "https://git.example/o/r/releases.rss",
                "https://git.example/o/r/tags.rss",
                "https://git.example/o/r.rss",
            ],
        ),
        (
            '<meta content="GitLab" property="og:site_name">',
            "https://git.example/g/p/-/issues",
            [
                "https://git.example/g/p/-/releases.atom",
                "https://git.example/g/p/-/tags?format=atom",
                "https://git.example/g/p.atom",
            ],
        ),
        (
            "<div id='mastodon'>",
            "https://social.example/tags/cats",
            ["https://social.example/tags/cats.rss"],
        ),
        (
            '<meta name="generator" content="WordPress 6.5">',
            "https://blog.example/2024/post/",
            ["https://blog.example/feed/", "https://blog.example/comments/feed/"],
        ),
        (
            "<link href='/wp-content/themes/a.css'>",
            "https://blog.example/category/cats/",
            ["https://blog.example/category/cats/feed/", "https://blog.example/feed/"],
        ),
        (
            '<meta name="generator" content="Discourse 3.3">',
            "https://talk.example/c/cats/5?x=1",
            ["https://talk.example/c/cats/5.rss", "https://talk.example/latest.rss"],
        ),
        (
            "<meta content='blogger' name='generator'>",
            "https://blog.example/",
            [
                "https://blog.example/feeds/posts/default",
                "https://blog.example/feeds/comments/default",
            ],
        ),
        ("<p>WordPress, GitLab and Ghost</p>", "https://blog.example/", []),
    ],
)
def test_a_page_that_shows_what_made_it_leads_to_its_feeds(
    page: str, address: str, feeds: list[str]
) -> None:
    assert [link.address for link in feeds_of_platform(page.encode(), address)] == feeds


def test_the_usual_places_are_at_the_host_and_beside_the_page() -> None:
    assert usual_places("https://example.org/blog/post")[:2] == (
        "https://example.org/feed",
        "https://example.org/rss",
    )
    assert "https://example.org/blog/atom.xml" in usual_places("https://example.org/blog/post")
    assert len(usual_places("https://example.org/")) == 7


@pytest.mark.parametrize("piece", [b"<meta ", b"<meta content='", b"<meta content='a ", b"a"])
def test_a_page_of_one_thing_a_million_times_is_soon_read(piece: bytes) -> None:
    begin = time.process_time()
    feeds_of_platform(piece * (1_000_000 // len(piece)), "https://git.example/o/r")
    assert time.process_time() - begin < 5
