"""What is not the article is gone; what only sounds like it stays."""

import pytest

from feedtui.article.reader import read
from feedtui.article.writing import to_text

HOME = "https://example.org/here/"
PROSE = "They put placards on every wall of the town, and nobody read a single one of them. " * 8


def text(html: str) -> str:
    return to_text(read(html, HOME), 80)


@pytest.mark.parametrize(
    "html",
    [
        '<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="/s">X</a></li></ul></div>',
        '<div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3></div>',
        '<div class="sd-like"><h3>Like this:</h3><span>Like</span> Loading...</div>',
        '<div class="addtoany_share_save_container"><a class="a2a_dd" href="/x">Share</a></div>',
        '<div class="feedflare"><a href="https://feeds.example/~ff/x">x</a></div>',
        '<div class="mc4wp-form"><p>Join us</p><form><input></form></div>',
        '<div class="subscription-widget-wrap-editor"><p>Thanks for reading!</p></div>',
        '<p class="button-wrapper"><a class="button" href="/p?action=share"><span>Share</span></a>',
        '<p class="button-wrapper"><a href="/subscribe"><span>Subscribe now</span></a></p>',
        '<div class="captioned-button-wrap"><p>This post is public.</p><p><a>Share</a></p></div>',
        '<div class="kg-card kg-signup-card"><h2>Sign up</h2></div>',
        '<ul class="social-icons"><li><a href="https://social.example/@a"><i></i></a></li></ul>',
        '<div class="share">Share this: <a href="/x">a</a> <a href="/y">b</a></div>',
        '<div class="share-buttons"><button>Tweet</button></div>',
        '<aside class="newsletter-signup"><p>Every Friday.</p><form><input></form></aside>',
        '<div class="related-posts"><a href="/1">One more</a> <a href="/2">And another</a></div>',
        '<div class="cookie-notice"><p>We use cookies.</p></div>',
        '<div class="ad-slot"><p>Advertisement</p><a href="/buy">Buy</a></div>',
        '<div id="div-gpt-ad-1234-0"><a href="/buy">Buy</a></div>',
        '<div class="sponsored"><a href="/buy">Buy a boat</a></div>',
        '<ins class="adsbygoogle"></ins>',
        "<amp-ad>Buy</amp-ad>",
        "<p>ADVERTISEMENT</p>",
        "<p>Advertisement - Continue Reading Below</p>",
        "<p>Anzeige</p>",
        (
            '<p>Share: <a href="https://twitter.com/intent/tweet?text=x">Tweet</a> |'
            ' <a href="https://www.facebook.com/sharer/sharer.php?u=x">Facebook</a></p>'
        ),
        '<p><a href="https://www.reddit.com/submit?url=x"><i class="icon"></i></a></p>',
        '<a href="https://www.addtoany.com/share"><img src="/s.gif" alt="Share" width="90"></a>',
        "<button>Copy code</button><select><option>1</option></select><input>",
        '<label for="mail">Your address</label><input id="mail">',
        '<p><a href="#" onclick="return more()">Show more</a></p>',
        '<span class="visually-hidden">(opens in a new window)</span>',
        '<p style="position:absolute;left:-9999px">cheap pills</p>',
        '<p style="visibility: hidden">cheap pills</p>',
        "<p><o:p>&nbsp;</o:p></p><xml><w:View>Normal</w:View></xml>",
        '<p style="mso-hide:all">hidden</p>',
        "<dialog><p>Accept all</p></dialog>",
        "<template><p>x</p></template>",
    ],
)
def test_what_a_program_put_in_is_left_out(html: str) -> None:
    assert text(f"<p>One.</p>{html}<p>Two.</p>") == "One.\n\nTwo."


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ('<p class="shareholder">The shareholder spoke.</p>', "The shareholder spoke."),
        (f'<div class="advertisement"><p>{PROSE}</p></div>', "They put placards"),
        (f'<div class="share"><p>{PROSE}</p></div>', "They put placards"),
        ('<p class="sponsored">The mill paid for this trip.</p>', "The mill paid for this trip."),
        ('<div class="newsletter"><p>Issue seven.</p></div>', "Issue seven."),
        ('<p class="social">A social history of ferries.</p>', "A social history"),
        ("<h2>Advertisement</h2><p>The word is old.</p>", "Advertisement"),
        ("<ul><li>Advertisement</li><li>Print</li></ul>", "• Advertisement"),
        ("<p>Share this with nobody.</p>", "Share this with nobody."),
        ('<p class="line-numbers">Lines and numbers</p>', "Lines and numbers"),
        (f'<div style="visibility:hidden"><p>{PROSE}</p></div>', "They put placards"),
        (
            (
                '<p>You can <a href="https://twitter.com/intent/tweet?text=x">tell them</a> that'
                " the bridge is closed until the spring.</p>"
            ),
            "You can tell them [1] that the bridge",
        ),
        ("<h3><button>When it opens</button></h3>", "### When it opens"),
        ('<p class="button-wrapper"><a href="/book">Read my shared notes</a></p>', "Read my"),
        ("<p>This post was originally published on a board.</p>", "originally published"),
        ("<p><label>Tide</label> is a word.</p>", "Tide is a word."),
        (f"<form><p>{PROSE}</p></form>", "They put placards"),
    ],
)
def test_what_only_sounds_like_noise_stays(html: str, words: str) -> None:
    assert words in text(f"<p>One.</p>{html}<p>Two.</p>")


@pytest.mark.parametrize(
    "html",
    [
        '<div class="newsletter"><p>Only this. <a href="/x">More</a></p></div>',
        '<div class="share"><a href="/x">The one link</a></div>',
        "<p>Advertisement</p>",
        '<div style="display:none"><p>Only this.</p></div>',
        "<div hidden>Only this.</div>",
    ],
)
def test_an_article_is_never_emptied_by_what_it_is_called(html: str) -> None:
    assert read(html, HOME).blocks != ()


@pytest.mark.parametrize(
    "link",
    [
        '<a class="headerlink" href="#t">¶</a>',
        '<a class="anchor" href="#t"><svg></svg></a>',
        '<a class="hash-link" href="#t" title="Direct link">&#8203;</a>',
        '<a href="#t">#</a>',
        '<a href="#t">§</a>',
        '<a href="#t">🔗</a>',
        '<a href="#t">Permalink</a>',
        '<a href="#t">Copy link</a>',
        '<a href="https://example.org/here/#t">#</a>',
        '<a href="https://example.org/other"><i class="icon-link"></i></a>',
    ],
)
def test_the_sign_by_which_a_heading_is_linked_to_is_left_out(link: str) -> None:
    assert text(f'<h2 id="t">The tide {link}</h2><p>It rose.</p>') == "## The tide\n\nIt rose."


@pytest.mark.parametrize(
    "heading",
    [
        '<h2 id="t"><a href="#t">The tide</a></h2>',
        '<h2><a class="header-anchor" href="#t"><span>The tide</span></a></h2>',
        '<h2 id="t"><a class="anchor" href="#t">The tide</a></h2>',
    ],
)
def test_a_heading_that_links_to_itself_is_a_heading(heading: str) -> None:
    assert text(heading) == "## The tide"


@pytest.mark.parametrize(
    "tail",
    [
        'The post <a href="/here/">Tides</a> appeared first on <a href="/">The Mill</a>.',
        'The post <a href="/here/">Tides</a> first appeared on <a href="/">The Mill</a>.',
        'Der Beitrag <a href="/here/">Tides</a> erschien zuerst auf <a href="/">Mühle</a>.',
        'L’article <a href="/here/">Tides</a> est apparu en premier sur <a href="/">X</a>.',
        'La entrada <a href="/here/">Tides</a> se publicó primero en <a href="/">X</a>.',
        'La entrada <a href="/here/">Tides</a> aparece primero en <a href="/">X</a>.',
        "L'articolo <a href='/here/'>Tides</a> proviene da <a href='/'>X</a>.",
        'O post <a href="/here/">Tides</a> apareceu primeiro em <a href="/">X</a>.',
        'Het bericht <a href="/here/">Tides</a> verscheen eerst op <a href="/">X</a>.',
        'Artykuł <a href="/here/">Tides</a> pochodzi z serwisu <a href="/">X</a>.',
        (
            '<a href="/here/">Tides</a> was originally published in <a href="/">X</a> on Medium,'
            " where people are continuing the conversation by highlighting this story."
        ),
        '<a href="/here/#comments">12 Comments</a>',
        '<a href="/here/?utm_source=rss">Continue reading Tides →</a>',
        '<a href="http://www.example.org/here">Read more</a>',
        '<a href="/here/">Weiterlesen</a>',
        '<a href="/here/">Lire la suite</a>',
        '<a href="/here/">Leer más</a>',
        '<a href="/here/">Continua a leggere</a>',
        '<a href="/here/">Leia mais</a>',
        '<a href="/here/">Lees verder</a>',
        '<a href="/here/">Czytaj dalej</a>',
        '<a href="/here/">Read full topic</a>',
        'Powered by <a href="https://host.example">Host</a>',
        "Related posts:",
        '<a href="https://talk.example/p/here">Discuss...</a>',
    ],
)
def test_what_a_program_appends_is_left_out_in_all_its_languages(tail: str) -> None:
    assert text(f"<p>Text.</p><hr><p>{tail}</p>") == "Text."


@pytest.mark.parametrize(
    "tail",
    [
        '<a href="https://other.example/">Read more</a>',
        '<a href="https://other.example/">Lire la suite</a>',
        (
            'The post <b>Tides</b> appeared first on <a href="https://x.example">a</a>, and more.'
            " It was read by many people."
        ),
        "Related: the second lock.",
        "Comments are closed on Sundays.",
    ],
)
def test_what_leads_elsewhere_or_says_more_stays(tail: str) -> None:
    assert len(read(f"<p>Text.</p><p>{tail}</p>", HOME).blocks) == 2


def test_the_way_to_an_article_is_kept_when_there_is_nothing_else() -> None:
    assert "Read more [1]" in text('<p><a href="/here/">Read more</a></p>')


def test_the_links_below_a_post_of_a_forum_are_kept() -> None:
    html = (
        '<div class="md"><p>A text.</p></div> submitted by <a href="/u/a">/u/a</a> to'
        ' <a href="/r/b">r/b</a><br><a href="/x">[link]</a> <a href="/y">[comments]</a>'
    )
    assert "submitted by /u/a [1] to r/b [2]\n[link] [3] [comments] [4]" in text(html)


def test_a_gutter_is_left_out_and_what_has_its_name_is_not() -> None:
    assert text('<pre class="line-numbers"><code>a = 1</code></pre>') == "  a = 1"
    assert text('<pre><span class="linenos">1</span>a<span class="gutter">x</span></pre>') == "  ax"


def test_a_widget_of_any_size_is_judged_in_good_time() -> None:
    html = '<div class="share">' * 3000 + "<p>a</p>" * 3000
    assert text(html).count("a") == 3000


def test_a_form_without_anything_to_fill_in_is_read() -> None:
    assert text('<p>a</p><form><img alt="A shop" src="https://a.example/x.jpg"></form>') == (
        "a\n\n▣ A shop [1]\n\n[1] https://a.example/x.jpg"
    )
    page = '<form action="/"><input type="hidden" name="state"><p>The whole article.</p></form>'
    assert text(page) == "The whole article."


def test_a_form_that_is_all_there_is_is_read() -> None:
    assert text("<form><p>All there is to say.</p><input name=q></form>") == "All there is to say."
