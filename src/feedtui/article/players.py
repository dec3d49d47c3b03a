"""Players that pages put into themselves, and the addresses at which a person finds the same.

A player's address serves a frame only; what it plays has a page of its own, whose address follows
from the player's. One row per service.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from feedtui.address import is_plain_web_address
from feedtui.article.document import Kind
from feedtui.article.links import absolute
from feedtui.clean import SafeText, clean

_LONGEST = 2000
"""Characters of an address in which a player is looked for."""

_SIGNS = r"[\w.:~%@+-]"


@dataclass(frozen=True, slots=True)
class Page:
    """What a player plays: what it is called, and where it is at home."""

    kind: Kind
    name: str
    address: SafeText


@dataclass(frozen=True, slots=True)
class _Service:
    """`page` has the names of the pattern's groups; one named `whole` is an encoded address."""

    player: re.Pattern[str]
    kind: Kind
    name: str
    page: str


def page_of(address: str) -> Page | None:
    """The page of what the player at `address` plays, or None when the player isn't known."""
    player = address[:_LONGEST]
    for service in _SERVICES:
        match = service.player.match(player)
        found = None if match is None else _page(service, match)
        if found is not None:
            return found
    return None


def _page(service: _Service, match: re.Match[str]) -> Page | None:
    groups = {name: value or "" for name, value in match.groupdict().items()}
    if "whole" in groups:
        groups["whole"] = unquote(groups["whole"])
        if not is_plain_web_address(groups["whole"]):
            return None
    address = absolute(service.page.format(**groups), "")
    return None if address is None else Page(service.kind, service.name, clean(address))


def _rows(kind: Kind, rows: dict[str, tuple[str, str]]) -> Iterator[_Service]:
    for player, (name, page) in rows.items():
        above = "" if player.startswith("(?P<host>") else r"(?:[a-z0-9-]{1,63}\.){0,4}"
        pattern = f"https?://{above}{player}".replace("ID", f"{_SIGNS}+")
        yield _Service(re.compile(pattern, re.IGNORECASE | re.ASCII), kind, name, page)


_YOUTUBE = r"youtube(?:-nocookie)?\.com"
_WATCH = "https://www.youtube.com/watch?v={id}"

_VIDEOS = {
    rf"{_YOUTUBE}/embed(?:/videoseries)?/?\?(?:[^#]*&)?list=(?P<id>ID)": (
        "YouTube playlist",
        "https://www.youtube.com/playlist?list={id}",
    ),
    rf"{_YOUTUBE}/embed/live_stream\?(?:[^#]*&)?channel=(?P<id>ID)": (
        "YouTube stream",
        "https://www.youtube.com/channel/{id}/live",
    ),
    rf"{_YOUTUBE}/(?:embed|e)/(?P<id>[\w-]{{6,20}})[^#]*?[?&]start=(?P<at>[1-9]\d{{0,6}})\b": (
        "YouTube video",
        _WATCH + "&t={at}s",
    ),
    rf"(?:{_YOUTUBE}/(?:embed|v|e|shorts|live)/|youtu\.be/)(?P<id>[\w-]{{6,20}})": (
        "YouTube video",
        _WATCH,
    ),
    r"vimeo\.com/video/(?P<id>\d+)\?(?:[^#]*&)?h=(?P<hash>\w+)": (
        "Vimeo video",
        "https://vimeo.com/{id}/{hash}",
    ),
    r"vimeo\.com/(?:video/|moogaloop\.swf\?(?:[^#]*&)?clip_id=)(?P<id>\d+)": (
        "Vimeo video",
        "https://vimeo.com/{id}",
    ),
    r"dailymotion\.com/(?:embed/video|swf(?:/video)?)/(?P<id>\w+)": (
        "Dailymotion video",
        "https://www.dailymotion.com/video/{id}",
    ),
    r"player\.twitch\.tv/\?(?:[^#]*&)?video=v?(?P<id>\d+)": (
        "Twitch video",
        "https://www.twitch.tv/videos/{id}",
    ),
    r"player\.twitch\.tv/\?(?:[^#]*&)?channel=(?P<id>\w+)": (
        "Twitch channel",
        "https://www.twitch.tv/{id}",
    ),
    r"clips\.twitch\.tv/embed\?(?:[^#]*&)?clip=(?P<id>ID)": (
        "Twitch clip",
        "https://clips.twitch.tv/{id}",
    ),
    r"embed\.ted\.com/talks/(?P<id>ID)": ("TED talk", "https://www.ted.com/talks/{id}"),
    r"facebook\.com/plugins/video\.php\?(?:[^#]*&)?href=(?P<whole>[^&#]+)": (
        "Facebook video",
        "{whole}",
    ),
    r"(?P<host>[\w.-]+)/videos/embed/(?P<id>[\w-]{20,40})": (
        "PeerTube video",
        "https://{host}/videos/watch/{id}",
    ),
}
_SOUNDS = {
    r"open\.spotify\.com/embed(?:-podcast)?/(?P<id>\w+/\w+)": (
        "Spotify",
        "https://open.spotify.com/{id}",
    ),
    r"w\.soundcloud\.com/player/?\?(?:[^#]*&)?url=(?P<whole>[^&#]+)": ("SoundCloud", "{whole}"),
    r"embed\.podcasts\.apple\.com/(?P<id>[^#]+)": (
        "Apple podcast",
        "https://podcasts.apple.com/{id}",
    ),
    r"embed\.music\.apple\.com/(?P<id>[^#]+)": ("Apple Music", "https://music.apple.com/{id}"),
    r"mixcloud\.com/widget/iframe/?\?(?:[^#]*&)?feed=(?P<id>%2F[^&#]+|/[^&#]+)": (
        "Mixcloud",
        "https://www.mixcloud.com{id}",
    ),
    r"bandcamp\.com/EmbeddedPlayer/(?P<id>[^#]+)": (
        "Bandcamp",
        "https://bandcamp.com/EmbeddedPlayer/{id}",
    ),
}
_PAGES = {
    r"codepen\.io/(?:team/)?(?P<who>ID)/embed/(?:preview/)?(?P<id>\w+)": (
        "CodePen",
        "https://codepen.io/{who}/pen/{id}",
    ),
    r"codesandbox\.io/embed/(?P<id>ID)": ("CodeSandbox", "https://codesandbox.io/s/{id}"),
    r"gist\.github\.com/(?P<id>[\w.-]+(?:/\w+)?)\.(?:js|pibb)": (
        "gist",
        "https://gist.github.com/{id}",
    ),
    r"asciinema\.org/a/(?P<id>\w+)(?:\.js|/iframe|/embed)": (
        "asciinema recording",
        "https://asciinema.org/a/{id}",
    ),
    r"jsfiddle\.net/(?P<id>ID(?:/\w+)?(?:/\d+)?)/embedded": (
        "JSFiddle",
        "https://jsfiddle.net/{id}/",
    ),
    r"platform\.twitter\.com/embed/(?:index|Tweet)\.html\?(?:[^#]*&)?id=(?P<id>\d+)": (
        "tweet",
        "https://twitter.com/i/status/{id}",
    ),
    r"embed\.bsky\.app/embed/(?P<who>did:[\w:.%-]+)/app\.bsky\.feed\.post/(?P<id>\w+)": (
        "Bluesky post",
        "https://bsky.app/profile/{who}/post/{id}",
    ),
    r"instagram\.com/(?P<id>(?:p|reel|tv)/[\w-]+)/embed": (
        "Instagram post",
        "https://www.instagram.com/{id}/",
    ),
    r"facebook\.com/plugins/post\.php\?(?:[^#]*&)?href=(?P<whole>[^&#]+)": (
        "Facebook post",
        "{whole}",
    ),
    r"(?P<host>[\w.-]+)/(?P<id>@\w+(?:@[\w.-]+)?/\d+)/embed": (
        "Mastodon post",
        "https://{host}/{id}",
    ),
    r"redditmedia\.com/(?P<id>r/\w+/comments/[\w/]+)": (
        "Reddit post",
        "https://www.reddit.com/{id}",
    ),
    r"datawrapper\.dwcdn\.net/(?P<id>\w+)(?:/\d+)?": (
        "chart",
        "https://datawrapper.dwcdn.net/{id}/",
    ),
    r"flo\.uri\.sh/(?P<id>(?:visualisation|story)/\d+)/embed": (
        "chart",
        "https://public.flourish.studio/{id}/",
    ),
    r"archive\.org/embed/(?P<id>ID)": ("archive.org", "https://archive.org/details/{id}"),
    r"giphy\.com/embed/(?P<id>\w+)": ("GIF", "https://giphy.com/gifs/{id}"),
    r"(?:embedly\.com|iframe\.ly)/[^#?]*\?(?:[^#]*&)?url=(?P<whole>[^&#]+)": ("page", "{whole}"),
    r"google\.[a-z.]{2,6}/maps(?=[/?])(?P<id>[^#]*)": ("map", "https://www.google.com/maps{id}"),
    r"openstreetmap\.org/export/embed\.html(?P<id>[^#]*)": (
        "map",
        "https://www.openstreetmap.org/export/embed.html{id}",
    ),
}

_SERVICES = (
    *_rows(Kind.VIDEO, _VIDEOS),
    *_rows(Kind.AUDIO, _SOUNDS),
    *_rows(Kind.FRAME, _PAGES),
)
