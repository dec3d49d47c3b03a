"""Pages that give away what program made them, and with that where their feeds are.

A channel of YouTube is known by a number that only its page tells. Other programs run on thousands
of hosts; what they write into their pages says which one it is, and the rest follows from the
address. Each row is what a page contains, the shape of its path, and its feeds.
"""

import re

from feedtui.feeds.decoding import decoded
from feedtui.feeds.discover import Link
from feedtui.feeds.links import absolute, web_address
from feedtui.feeds.site_rules import FeedRow
from feedtui.feeds.sites import links

_LONGEST = 1_000_000
"""Bytes of a page that are looked at. YouTube's say the number of a channel late."""

_GENERATOR = r"""<meta\b[^<>]{0,200}content\s*=\s*["'](?:[^"'<>]{0,80}\b)?"""


def _row(
    marker: str, path: str, *feeds: FeedRow
) -> tuple[re.Pattern[str], re.Pattern[str], tuple[FeedRow, ...]]:
    return re.compile(marker, re.IGNORECASE), re.compile(path), feeds


_VIDEOS = "https://www.youtube.com/feeds/videos.xml?channel_id={id}"

_ROWS = (
    _row(
        r"""(?:"externalId":|"channelId":|itemprop="(?:identifier|channelId)" content=)"""
        r"""["'](?P<id>UC[\w-]{22})["']""",
        r"https?://(?:www\.|m\.)?youtube\.com/.*",
        ("Videos", "Atom", _VIDEOS),
    ),
    _row(
        r"soundcloud://users:(?P<id>\d{1,20})",
        r"https?://(?:www\.|m\.)?soundcloud\.com/.*",
        (
            "Sounds",
            "RSS",
            "https://feeds.soundcloud.com/users/soundcloud:users:{id}/sounds.rss",
        ),
    ),
    _row(
        rf"{_GENERATOR}(?:gitea|forgejo)\b",
        r"(?P<origin>https?://[^/]+)/(?P<owner>[^/?#]+)/(?P<name>[^/?#]+).*",
        ("{name}: releases", "RSS", "{origin}/{owner}/{name}/releases.rss"),
        ("{name}: tags", "RSS", "{origin}/{owner}/{name}/tags.rss"),
        ("{name}: activity", "RSS", "{origin}/{owner}/{name}.rss"),
    ),
    _row(
        rf"{_GENERATOR}GitLab\b",
        r"(?P<origin>https?://[^/]+)/(?P<name>[^/?#]+/.+?)(?:/-/.*)?",
        ("{name}: releases", "Atom", "{origin}/{name}/-/releases.atom"),
        ("{name}: tags", "Atom", "{origin}/{name}/-/tags?format=atom"),
        ("{name}: activity", "Atom", "{origin}/{name}.atom"),
    ),
    _row(
        r"""\bid=["']mastodon["']""",
        r"(?P<origin>https?://[^/]+)/tags/(?P<tag>\w+)",
        ("#{tag}", "RSS", "{origin}/tags/{tag}.rss"),
    ),
    _row(
        rf"{_GENERATOR}Lemmy\b|\bwindow\.isoData\b",
        r"(?P<origin>https?://[^/]+)/(?P<kind>[cu])/(?P<name>\w+)",
        ("{name}", "RSS", "{origin}/feeds/{kind}/{name}.xml?sort=New"),
    ),
    _row(
        rf"{_GENERATOR}Discourse\b",
        r"(?P<origin>https?://[^/]+)/(?P<path>[tc]/[^?#]+?)/?(?:[?#].*)?",
        ("{path}", "RSS", "{origin}/{path}.rss"),
        ("Latest", "RSS", "{origin}/latest.rss"),
    ),
    _row(
        rf"{_GENERATOR}Discourse\b",
        r"(?P<origin>https?://[^/]+).*",
        ("Latest", "RSS", "{origin}/latest.rss"),
    ),
    _row(
        rf"{_GENERATOR}WordPress\b|/wp-content/(?:themes|plugins)/",
        r"(?P<origin>https?://[^/]+)/(?P<path>(?:[^?#]+/)?(?:category|tag|author)/[^?#]+?)/?(?:[?#].*)?",
        ("{path}", "RSS", "{origin}/{path}/feed/"),
        ("All entries", "RSS", "{origin}/feed/"),
    ),
    _row(
        rf"{_GENERATOR}WordPress\b|/wp-content/(?:themes|plugins)/",
        r"(?P<origin>https?://[^/]+).*",
        ("Entries", "RSS", "{origin}/feed/"),
        ("Comments", "RSS", "{origin}/comments/feed/"),
    ),
    _row(
        rf"{_GENERATOR}blogger\b",
        r"(?P<origin>https?://[^/]+).*",
        ("Entries", "Atom", "{origin}/feeds/posts/default"),
        ("Comments", "Atom", "{origin}/feeds/comments/default"),
    ),
    _row(
        rf"{_GENERATOR}Ghost\b",
        r"(?P<origin>https?://[^/]+).*",
        ("Entries", "RSS", "{origin}/rss/"),
    ),
    _row(
        rf"{_GENERATOR}MediaWiki\b",
        r"(?P<page>https?://[^/]+/[^?#]+).*",
        ("Changes", "Atom", "{page}?action=history&feed=atom"),
    ),
    _row(
        r"cdn\.shopify\.com/",
        r"(?P<origin>https?://[^/]+)/blogs/(?P<name>[^/?#]+).*",
        ("{name}", "Atom", "{origin}/blogs/{name}.atom"),
    ),
    _row(
        r"substackcdn\.com/|cdn-client\.medium\.com/",
        r"(?P<origin>https?://[^/]+).*",
        ("Entries", "RSS", "{origin}/feed"),
    ),
)

_USUAL = ("feed", "rss", "feed.xml", "rss.xml", "atom.xml", "index.xml", "feed.json")
"""Where feeds are that nobody names, the commonest first."""


def feeds_of_platform(html: bytes, address: str) -> tuple[Link, ...]:
    """The feeds of a page that shows what made it, by the first row that fits."""
    page = decoded(html[:_LONGEST])
    for marker, path, feeds in _ROWS:
        place = path.fullmatch(address)
        found = marker.search(page) if place else None
        if place and found:
            groups = place.groupdict() | found.groupdict()
            return tuple(links(feeds, groups, groups))
    return ()


def usual_places(address: str) -> tuple[str, ...]:
    """Addresses to try when a page names no feed: beside it, and at its host."""
    near = (web_address(absolute(place, address), address) for place in _USUAL)
    at_host = (web_address(absolute(f"/{place}", address), address) for place in _USUAL)
    return tuple(dict.fromkeys(place for place in (*at_host, *near) if place))
