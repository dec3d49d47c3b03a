"""Pictures and players: one line each, what it is, what it is called, where it is at home."""

import pytest

from feedtui.article.document import Caption, Kind, Media
from feedtui.article.reader import read
from feedtui.article.walking import every_block
from feedtui.article.writing import to_text

BASE = "https://example.org/"


def media(html: str) -> list[tuple[str, str | None]]:
    """Label and address of each line that stands for something to open."""
    document = read(html, BASE)
    found = [block for top in document.blocks for block in every_block(top)]
    return [
        (block.label, document.links[block.link - 1] if block.link else None)
        for block in found
        if isinstance(block, Media)
    ]


def address(html: str) -> str | None:
    ((_, found),) = media(html)
    return found


def label(html: str) -> str:
    ((found, _),) = media(html)
    return found


@pytest.mark.parametrize(
    "attributes",
    [
        'src="data:image/gif;base64,R0lG" data-src="/real.jpg"',
        'src="/img/blank.gif" data-lazy-src="/real.jpg"',
        'src="/spacer.gif" width="1" height="1" data-original="/real.jpg"',
        'src="/loading.svg" data-srcset="/small.jpg 320w, /real.jpg 1280w"',
        'src="/1x1.png" data-lazy-srcset="/real.jpg 2x, /small.jpg 1x"',
        'data-src="/small.jpg" srcset="/small.jpg 320w, /real.jpg 640w"',
        'src="/small.jpg" data-orig-file="/real.jpg" srcset="/middle.jpg 900w"',
        'src="/small.jpg" data-full-url="/real.jpg"',
        'data-image="/real.jpg" data-src="/small.jpg"',
        'src="/small.jpg" srcset="/real.jpg 2x"',
        'srcset="/small.jpg 320w,/real.jpg 640w"',
        'src="/real.jpg" loading="lazy" srcset="data:image/gif;base64,R 1000w"',
        'style="visibility: hidden" data-src="/real.jpg"',
    ],
)
def test_the_largest_real_picture_is_shown(attributes: str) -> None:
    assert media(f'<p>a</p><img alt="A boat" {attributes}>') == [("A boat", f"{BASE}real.jpg")]


def test_addresses_in_a_set_may_hold_commas() -> None:
    first = "https://i.example/w_400,c_fill/a.jpg"
    second = "https://i.example/w_800,c_fill/a.jpg"
    assert address(f'<img alt="A" srcset="{first} 400w, {second} 800w">') == second


def test_a_picture_with_sources_is_the_largest_of_them() -> None:
    html = (
        '<picture><source srcset="/wide.webp 2000w, /small.webp 500w"><source srcset="/b.webp">'
        '<img src="/small.jpg" alt="The bay"></picture>'
    )
    assert media(html) == [("The bay", f"{BASE}wide.webp")]


@pytest.mark.parametrize(
    "html",
    [
        '<img src="data:image/gif;base64,R" alt="Pier"><noscript><img src="/p.jpg"></noscript>',
        '<img data-src="/p-300x200.jpg" alt="Pier"><noscript><img src="/p.jpg"></noscript>',
        '<noscript><img src="/p.jpg" alt="Pier"></noscript><img class="lazy" data-src="/p.jpg">',
        (
            '<span><img src="/x.gif" data-src="/p.jpg" alt="Pier"></span>'
            '<noscript><img src="/p.jpg" alt="Pier"></noscript>'
        ),
        '<noscript><img src="/p.jpg" alt="Pier"></noscript>',
    ],
)
def test_a_picture_and_its_copy_for_readers_without_scripts_are_one(html: str) -> None:
    ((name, found),) = media(f"<figure>{html}</figure>")
    assert name == "Pier"
    assert found in {f"{BASE}p.jpg", f"{BASE}p-300x200.jpg"}


def test_a_copy_of_another_picture_is_none() -> None:
    html = '<figure><img src="/1.jpg" alt="One"></figure><noscript><img src="/2.jpg" alt="Two">'
    assert [name for name, _ in media(html)] == ["One", "Two"]


def test_what_readers_without_scripts_are_told_about_scripts_is_left_out() -> None:
    assert read("<noscript>Please switch on scripts.</noscript>").blocks == ()


def test_an_article_in_an_element_that_was_never_closed_is_read() -> None:
    html = "<p>The tag<noscript> is for those</p>" + "<p>who have no scripts at all.</p>" * 20
    assert "no scripts at all" in to_text(read(html), 80)


@pytest.mark.parametrize(
    "html",
    [
        '<img src="/t.gif" width="1" height="1">',
        '<img src="/t.gif" width="0">',
        '<img src="/t.gif" style="height:1px; width:1px">',
        '<img src="/t.gif" style="display:none">',
        '<img src="https://feeds.feedburner.com/~r/x/~4/y" alt="x">',
        '<img src="https://feeds.blog.example/~ff/x?i=1">',
        '<img src="https://pixel.wp.com/b.gif?x">',
        '<img src="https://stats.wordpress.com/b.gif">',
        '<img src="https://b.scorecardresearch.com/p?c1=2">',
        '<img src="https://www.facebook.com/tr?id=1&ev=PageView">',
        '<img src="https://www.google-analytics.com/collect?v=1">',
        '<img src="https://x.list-manage.com/track/open.php?u=1">',
        '<img src="https://medium.com/_/stat?event=post.clientViewed">',
        '<img src="https://da.feedsportal.com/r/1/i.img">',
        '<img src="https://stats.example/matomo.php?idsite=1">',
        '<img src="/img/blank.gif">',
        '<img src="data:image/png;base64,R">',
        '<img src="/icons/pdf.gif"><img src="/favicon.png" alt="">',
        '<img src="/rovers.png" width="16" height="16" alt="">',
        '<iframe src="https://www.googletagmanager.com/ns.html?id=1" height="0"></iframe>',
        '<iframe src="https://fog.substack.com/embed"></iframe>',
        '<iframe src="about:blank"></iframe>',
        "<svg><path d='M0 0'></path></svg>",
        '<svg width="16" aria-label="Search"></svg>',
    ],
)
def test_what_only_counts_its_readers_or_shows_nothing_is_left_out(html: str) -> None:
    assert read(f"<p>a</p>{html}", BASE).blocks == read("<p>a</p>").blocks


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ('<img src="/IMG_2034.JPG" alt="IMG_2034">', "image"),
        ('<img src="/x.jpg" alt="image">', "image"),
        ('<img src="/x.jpg" alt="DSC_4550">', "image"),
        ('<img src="/x.jpg" alt="CleanShot 2025-08-15 at 11">', "image"),
        ('<img src="/x.jpg" alt="H2O">', "H2O"),
        ('<img src="/x.jpg" alt="E = mc^2 for 1000 g">', "E = mc^2 for 1000 g"),
        ('<img src="/x.jpg" alt="Photo 3" title="Low tide">', "Low tide"),
        ('<img src="/harbour-view.jpg" alt="">', "harbour-view.jpg"),
        ('<img src="/harbour-view.jpg" alt="harbour-view.jpg">', "harbour-view.jpg"),
        ('<img src="/5f3a9bc2d1e4f6a7.png">', "image"),
        ('<img src="/1*aTkSAe_3uz1xVtnszIL-Og.jpeg">', "image"),
        ('<img src="/Screenshot%202024-01-02%20at%2010.11.12.png">', "image"),
        ('<img src="/x.jpg" alt="Tom &amp;amp; Jerry">', "Tom & Jerry"),
        ('<img src="data:image/png;base64,R" alt="Sales by year">', "Sales by year"),
        ('<svg role="img" aria-label="Depth by month" viewBox="0 0 9 9"></svg>', "Depth by month"),
        ("<svg><title>Depth by month</title><path></path></svg>", "Depth by month"),
        ('<amp-img src="/x.jpg" width="1" height="1" alt="Square"></amp-img>', "Square"),
    ],
)
def test_a_picture_is_named_by_what_a_person_said_of_it(html: str, name: str) -> None:
    assert label(html) == name


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('fine <img class="wp-smiley" src="/s.png" alt="🙂"> day', "fine 🙂 day"),
        ('fine <img src="/72x72/emoji/1f600.png" alt=""> day', "fine 😀 day"),
        ('fine <img src="https://s.w.org/images/core/emoji/15/72x72/26f5.svg"> day', "fine ⛵ day"),
        ('fine <img class="Emoji" src="/x.png" alt="👩‍🚀"> day', "fine 👩‍🚀 day"),
        ('fine <g-emoji alias="boat">⛵</g-emoji> day', "fine ⛵ day"),
        ('fine <img class="emoji" src="/x.png" alt=":wave:" height="20"> day', "fine :wave: day"),
        ('a <img src="/pdf.gif" alt="PDF" width="16"> file', "a PDF file"),
        (
            'rain <img src="/x.png" alt="[sad]" style="width:1em; height:1em"> again',
            "rain [sad] again",
        ),
    ],
)
def test_a_picture_that_is_a_sign_stands_in_its_line(html: str, text: str) -> None:
    assert to_text(read(f"<p>{html}</p>", BASE), 60) == text


def test_a_picture_that_others_were_made_from_is_taken() -> None:
    html = '<img alt="A" src="/i/lock" srcset="/i/lock/w_190 190w, /i/lock/w_800 800w">'
    assert address(html) == f"{BASE}i/lock"


def test_two_ideographs_are_a_name_and_no_sign() -> None:
    assert media('<img src="/x.jpg" alt="茶园">') == [("茶园", f"{BASE}x.jpg")]


def test_a_picture_that_links_to_its_original_has_one_number() -> None:
    document = read('<a href="/big.jpg"><img src="/small.jpg" alt="A pier"></a>', BASE)
    assert document.links == (f"{BASE}big.jpg",)


def test_what_pops_up_over_a_picture_is_told_below_it() -> None:
    html = '<img src="/c.png" alt="Two ducks" title="The second duck is the same duck.">'
    assert to_text(read(html, BASE), 60).startswith(
        "▣ Two ducks [1]\nThe second duck is the same duck."
    )


def test_a_title_that_repeats_the_name_is_told_once() -> None:
    html = '<img src="/c.png" alt="Two ducks on a pond in May" title="Two ducks on a pond in May">'
    assert media(html) == [("Two ducks on a pond in May", f"{BASE}c.png")]
    assert len(read(html, BASE).blocks) == 1


def test_a_caption_that_begins_with_the_name_says_it_once() -> None:
    html = (
        '<figure><img src="/p.jpg" alt="The pier at dawn">'
        "<figcaption>The pier at dawn. Photo: harbour office</figcaption></figure>"
    )
    text = to_text(read(html, BASE), 60)
    assert text.startswith("▣ image [1]\nThe pier at dawn. Photo: harbour office")


@pytest.mark.parametrize(
    "html",
    [
        '<div><img src="/p.jpg" alt="A"><p class="wp-caption-text">Nets</p></div>',
        (
            '<table><tr><td><img src="/p.jpg" alt="A"></td></tr>'
            '<tr><td class="tr-caption">Nets</td></tr></table>'
        ),
        '<figure><img src="/p.jpg" alt="A"><figcaption><p>Nets</p></figcaption></figure>',
    ],
)
def test_a_caption_stands_directly_below_its_picture(html: str) -> None:
    document = read(html, BASE)
    assert [type(block) for block in document.blocks] == [Media, Caption]


YOUTUBE = "https://www.youtube.com/watch?v=abcdefghijk"


@pytest.mark.parametrize(
    ("html", "name", "page"),
    [
        ('<iframe src="//www.youtube.com/embed/abcdefghijk?rel=0">', "YouTube video", YOUTUBE),
        (
            '<iframe src="https://www.youtube-nocookie.com/embed/abcdefghijk">',
            "YouTube video",
            YOUTUBE,
        ),
        ('<iframe src="https://www.youtube.com/shorts/abcdefghijk">', "YouTube video", YOUTUBE),
        ('<embed src="https://www.youtube.com/v/abcdefghijk&hl=en">', "YouTube video", YOUTUBE),
        (
            '<iframe src="https://youtube.com/embed/abcdefghijk?start=90" title="A lock">',
            "YouTube video: A lock",
            f"{YOUTUBE}&t=90s",
        ),
        (
            '<iframe src="https://www.youtube.com/embed/videoseries?list=PLx-1">',
            "YouTube playlist",
            "https://www.youtube.com/playlist?list=PLx-1",
        ),
        (
            '<lite-youtube videoid="abcdefghijk" playlabel="A lock">',
            "YouTube video: A lock",
            YOUTUBE,
        ),
        ('<amp-youtube data-videoid="abcdefghijk" width="16">', "YouTube video", YOUTUBE),
        ('<div data-youtube-id="abcdefghijk"></div>', "YouTube video", YOUTUBE),
        (
            '<iframe data-src="https://player.vimeo.com/video/7?h=8f" src="about:blank">',
            "Vimeo video",
            "https://vimeo.com/7/8f",
        ),
        (
            '<iframe src="https://open.spotify.com/embed/episode/4r?theme=0">',
            "Spotify",
            "https://open.spotify.com/episode/4r",
        ),
        (
            '<iframe src="https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a/b&x=1">',
            "SoundCloud",
            "https://soundcloud.com/a/b",
        ),
        (
            '<iframe src="https://embed.podcasts.apple.com/us/podcast/x/id1?i=2">',
            "Apple podcast",
            "https://podcasts.apple.com/us/podcast/x/id1?i=2",
        ),
        (
            (
                '<iframe src="https://bandcamp.com/EmbeddedPlayer/album=1/">'
                '<a href="https://gulls.bandcamp.com/album/salt">Salt by Gulls</a></iframe>'
            ),
            "Bandcamp: Salt by Gulls",
            "https://gulls.bandcamp.com/album/salt",
        ),
        (
            '<iframe src="https://codepen.io/ops/embed/QwErTy?height=300" title="Waves">',
            "CodePen: Waves",
            "https://codepen.io/ops/pen/QwErTy",
        ),
        (
            '<script src="https://gist.github.com/ops/0123abcd.js"></script>',
            "gist",
            "https://gist.github.com/ops/0123abcd",
        ),
        (
            '<iframe src="https://datawrapper.dwcdn.net/abcde/3/" title="Levels">',
            "chart: Levels",
            "https://datawrapper.dwcdn.net/abcde/",
        ),
        (
            '<iframe src="https://social.example/@ops/1122/embed">',
            "Mastodon post",
            "https://social.example/@ops/1122",
        ),
        (
            '<iframe src="https://embed.bsky.app/embed/did:plc:x/app.bsky.feed.post/3k">',
            "Bluesky post",
            "https://bsky.app/profile/did:plc:x/post/3k",
        ),
        (
            '<iframe src="https://www.google.com/maps/embed?pb=!1m18">',
            "map",
            "https://www.google.com/maps/embed?pb=!1m18",
        ),
        (
            '<iframe src="https://a.example/b" title="A page">',
            "frame: A page",
            "https://a.example/b",
        ),
        ('<iframe src="https://a.example/b">', "frame: a.example", "https://a.example/b"),
        ('<embed src="/song.mp3">', "audio: song.mp3", f"{BASE}song.mp3"),
        ('<object data="/rules.pdf"><p>No.</p></object>', "frame: rules.pdf", f"{BASE}rules.pdf"),
        (
            '<video poster="/p.jpg"><track src="t.vtt"><source src="/a.webm"><source src="/a.mp4">',
            "video: a.webm",
            f"{BASE}a.webm",
        ),
        ('<audio title="A talk"><source src="/t.mp3">No.</audio>', "audio: A talk", f"{BASE}t.mp3"),
    ],
)
def test_a_player_is_one_line_that_leads_to_what_it_plays(html: str, name: str, page: str) -> None:
    assert media(html) == [(name, page)]


@pytest.mark.parametrize(
    "title", ["YouTube video player", "Vimeo Video Player", "Embedded content", "iframe", ""]
)
def test_a_title_that_every_player_has_is_none(title: str) -> None:
    html = f'<iframe src="https://player.vimeo.com/video/7" title="{title}"></iframe>'
    assert label(html) == "Vimeo video"


def test_a_host_that_only_sounds_like_a_service_is_not_taken_for_it() -> None:
    html = '<iframe src="https://evil.example/?x=youtube.com/embed/abcdefghijk"></iframe>'
    assert address(html) == "https://evil.example/?x=youtube.com/embed/abcdefghijk"


@pytest.mark.parametrize(
    ("html", "page"),
    [
        (
            '<blockquote class="twitter-tweet"><a href="https://twitter.com/a/status/1"></a>',
            "https://twitter.com/a/status/1",
        ),
        (
            '<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:x/app.bsky.feed.post/3">',
            "https://bsky.app/profile/did:plc:x/post/3",
        ),
        (
            '<div class="fb-post" data-href="https://www.facebook.com/a/posts/5"></div>',
            "https://www.facebook.com/a/posts/5",
        ),
    ],
)
def test_a_post_that_a_script_would_fill_can_still_be_opened(html: str, page: str) -> None:
    assert address(html) == page


def test_a_post_whose_words_are_there_is_a_quote() -> None:
    html = '<blockquote class="twitter-tweet"><p>Low tide.</p>— the mill</blockquote>'
    assert to_text(read(html), 60) == "> Low tide.\n>\n> — the mill"


def test_kinds_are_told_by_what_is_played() -> None:
    blocks = read('<embed src="https://a.example/film.mp4">').blocks
    assert [block.kind for block in blocks if isinstance(block, Media)] == [Kind.VIDEO]
