import logging
from pathlib import Path

import pytest

from feedtui.pages.cover import restored
from feedtui.pages.extract import Extracted, NotExtracted, Page, extract
from feedtui.pages.trees import parsed
from feedtui.pages.words import plain

DOCUMENTS = Path(__file__).parent / "documents"
PROSE = (
    "<p>It rained on the day of the fair, as it had rained the year before, and nobody minded.</p>"
)
BLOG = "How far can a kettle be heard?"


def document(name: str) -> bytes:
    return (DOCUMENTS / name).read_bytes()


def take(body: str | bytes, title: str = "", words: int = 0) -> Extracted | NotExtracted:
    data = body if isinstance(body, bytes) else body.encode()
    return extract(Page(data, "https://blog.example/2026/post.html", "text/html", title, words))


def article(body: str | bytes, title: str = "") -> Extracted:
    found = take(body, title)
    assert isinstance(found, Extracted)
    return found


def words(found: Extracted) -> str:
    return " ".join(plain(found.html).split())


def refusal(body: str | bytes) -> str:
    found = take(body)
    assert isinstance(found, NotExtracted)
    return found.reason


def around(inside: str) -> str:
    return f"<html><body><article>{PROSE * 3}{inside}{PROSE * 3}</article></body></html>"


@pytest.mark.parametrize(
    "kept",
    [
        "with a cheap microphone, a tape measure",
        "<h2",
        "What theory says",
        '<script type="math/tex">I = \\frac{P}{4\\pi r^2}</script>',
        '<script type="math/tex; mode=display">L(r) = L_0',
        "<msqrt><mfrac><mi>V</mi><mi>T</mi></mfrac></msqrt>",
        'data-src="/images/kitchen.png"',
        "<noscript><img",
        "Figure 1. Nine places at which the kettle was measured.</figcaption>",
        '<pre class="language-python">',
        "\n        return None\n\n    return 10 * log10",
        "<caption>Table 1. Level by distance.</caption>",
        "<th>Distance</th>",
        "<td>78 dB</td>",
        '<a href="../doors/">what doors do</a>',
        "Anyone who has lived above a tea shop",
        "A towel on the lid takes away nine decibels.",
        "which is the whistle.",
        'href="#fn1"',
        '<li id="fn1">',
        "The tape measure was borrowed",
    ],
)
def test_what_belongs_to_an_article_is_kept(kept: str) -> None:
    found = article(document("blog.html"), BLOG)
    assert found.by == "readability"
    assert kept in found.html


@pytest.mark.parametrize(
    "noise",
    [
        "Skip to content",
        "Archive",
        BLOG,
        "Social",
        "3 comments",
        "My kettle is electric",
        "Related posts",
        "Why the refrigerator hums",
        "Get new posts by mail",
        "all rights reserved",
        "analytics",
    ],
)
def test_what_stands_around_an_article_is_not(noise: str) -> None:
    assert noise not in words(article(document("blog.html"), BLOG))


def test_nothing_of_our_own_names_is_left_in_an_article() -> None:
    assert "kept-" not in article(document("blog.html"), BLOG).html


def test_a_heading_that_is_not_the_title_stays() -> None:
    assert "<h1>A note</h1>" in article(document("short.html"), "The swifts").html
    assert "A note" not in words(article(document("short.html"), "A Note."))


def test_links_start_from_the_page_or_from_where_it_says() -> None:
    assert article(around("")).base == "https://blog.example/2026/post.html"
    head = '<html><head><base href="/files/"></head>'
    assert article(head + around("")).base == "https://blog.example/files/"
    head = '<html><head><base href="javascript:alert(1)"></head>'
    assert article(head + around("")).base == "https://blog.example/2026/post.html"
    head = '<html><head><base href="http://["></head>'
    assert article(head + around("")).base == "https://blog.example/2026/post.html"


def test_a_page_in_an_old_encoding_is_read() -> None:
    found = article(document("bridge-windows-1251.html"), "Старый мост")
    assert words(found).startswith("Старый мост стоит у самого края города")
    assert "Архив" not in words(found)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("cookie-wall.html", "the page shows nothing but a question about cookies"),
        ("script-only.html", "the page shows its text to nobody without JavaScript"),
        ("login.html", "the page asks for a login or a subscription"),
        ("links.html", "no article was found on the page"),
    ],
)
def test_what_stands_in_an_articles_place_is_named(name: str, reason: str) -> None:
    assert refusal(document(name)) == reason


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("", "the page is empty"),
        ("<html><frameset><frame src='/menu'></frameset></html>", "the page is empty"),
        ("<html><body></body></html>", "no article was found on the page"),
        ("<html><body><p>Soon.</p></body></html>", "no article was found on the page"),
        (
            "<html><body>" + "<p><a href='/x'>One of the many stories</a> that</p>" * 30,
            "the page is mostly links",
        ),
        (
            "<html><body><div id='app'></div><script src='/app.js'></script></body></html>",
            "the page shows its text to nobody without JavaScript",
        ),
    ],
)
def test_a_page_without_an_article_says_so(page: str, reason: str) -> None:
    assert refusal(page) == reason


def test_a_page_that_sent_us_to_a_question_says_so() -> None:
    page = Page(around("").encode(), "https://consent.blog.example/?to=post")
    found = extract(page)
    assert isinstance(found, NotExtracted)
    assert found.reason == "the page shows nothing but a question about cookies"


def test_a_footer_is_no_article() -> None:
    footer = "<div>About Press Copyright Contact us Creators Advertise Developers Terms Privacy "
    page = f"<html><body><script></script>{footer} Policy Safety How it works Test new features"
    assert isinstance(
        take(f"{page} and many other things besides</div></body></html>"), NotExtracted
    )


def test_trafilatura_is_taken_where_readability_finds_too_little() -> None:
    entry = "<section class='sponsor'><div><p>{}</p></div></section>"
    page = "".join(entry.format(f"Number {each}. " + PROSE[3:-4] * 2) for each in range(12))
    found = article(f"<html><body><main>{page}</main></body></html>")
    assert found.by == "trafilatura"
    assert "Number 11." in words(found)


def test_trafilatura_is_asked_where_the_feed_itself_said_more() -> None:
    first, second = "<p>{}</p>", "<section class='sponsor'><div><p>{}</p></div></section>"
    parts = [first] * 9 + [second] * 11
    said = [part.format(f"Number {each}. " + PROSE[3:-4] * 2) for each, part in enumerate(parts)]
    html = f"<html><body><main>{''.join(said)}</main></body></html>"
    assert article(html).by == "readability"
    found = take(html, words=600)
    assert isinstance(found, Extracted)
    assert found.by == "trafilatura"


def test_a_footnote_that_lost_its_name_is_not_brought_twice() -> None:
    page = parsed("<p>As said.<a href='#n'>[1]</a></p><p id='n'>By whom, nobody knows.</p>")
    cut = "<p>As said.<a href='#n'>[1]</a></p>"
    for html in (cut, cut + "<p>By whom, nobody knows.</p>"):
        found = restored(html, page)
        assert found is not None
        assert found.text_content().count("By whom") == 1


def test_formulas_and_captions_survive_trafilatura_as_text() -> None:
    formula = '<p>So <script type="math/tex">a^2</script> it is, and that is all there is.</p>'
    figure = "<figure><img src='/a.png'><figcaption>What was seen that day.</figcaption></figure>"
    entry = "<section class='sponsor'><div><p>{}</p></div>{}</section>"
    page = "".join(
        entry.format(f"Number {each}. " + PROSE[3:-4] * 2, formula + figure) for each in range(12)
    )
    found = article(f"<html><body><main>{page}</main></body></html>")
    assert found.by == "trafilatura"
    assert r"\(a^2\)" in found.html
    assert "What was seen that day." in words(found)


def test_an_extractor_that_breaks_leaves_the_page_to_the_other(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> str:
        logging.getLogger("readability").error("what a page")
        raise ZeroDivisionError

    monkeypatch.setattr("readability.Document.summary", broken)
    assert article(document("short.html")).by == "trafilatura"
    assert capfd.readouterr() == ("", "")


def test_a_page_that_says_less_than_the_feed_is_measured() -> None:
    found = take(document("short.html"), "A note", words=500)
    assert isinstance(found, Extracted)
    assert found.words == 36


@pytest.mark.parametrize(
    ("inside", "kept"),
    [
        ('<h2 class="section-header">The second part</h2>', "The second part</h2>"),
        (
            f'<h3><a href="https://other.example/">Elsewhere</a></h3><p>{"Prose. " * 20}</p>',
            '<h3><a href="https://other.example/">Elsewhere</a></h3>',
        ),
        ('<div class="math"><script type="math/tex">x</script></div>', '"math/tex">x</script>'),
        ('<blockquote class="twitter-tweet"><p>A short one.</p></blockquote>', "A short one."),
        ('<div class="footnotes"><p id="fn:1">Ibid.</p></div>', '<p id="fn:1">Ibid.</p>'),
        ('<div class="extra"><pre>x = 1</pre></div>', "<pre>x = 1</pre>"),
        (
            '<div><iframe src="https://www.youtube-nocookie.com/embed/x"></iframe></div>',
            '<iframe src="https://www.youtube-nocookie.com/embed/x">',
        ),
        ('<div class="player"><video src="/a.mp4"></video></div>', '<video src="/a.mp4">'),
        ("<table class='widget'><tr><th>a</th></tr><tr><td>b</td></tr></table>", "<td>b</td>"),
        (
            '<span style="display: none"><math><mi>x</mi></math></span>',
            "<math><mi>x</mi></math>",
        ),
    ],
)
def test_what_readability_takes_for_noise_and_is_none_is_kept(inside: str, kept: str) -> None:
    found = article(around(inside))
    assert found.by == "readability"
    assert kept in found.html


@pytest.mark.parametrize(
    "inside",
    [
        '<iframe src="https://ads.example/banner"></iframe>',
        '<img src="/pixel.gif" width="1" height="1">',
        "<nav><a href='/a'>Before</a></nav>",
        "<h2>Part<span class='mw-editsection'>[<a href='/edit'>edit</a>]</span></h2>",
        f'<img alt="x" src="data:image/png;base64,{"A" * 5000}">',
        "<script>document.write('x')</script>",
    ],
)
def test_what_is_nothing_to_read_is_left_out(inside: str) -> None:
    html = article(around(inside)).html
    for left_out in ("ads.example", "pixel.gif", "Before", "edit", "AAAA", "document"):
        assert left_out not in html


def test_footnotes_that_stand_elsewhere_on_the_page_are_brought() -> None:
    reference = '<p>As was said.<sup><a href="#note-7">[7]</a></sup> And <a href="#top">up</a>.</p>'
    note = f'<div class="sidebar" id="top"><ol><li id="note-7">{"By whom? " * 3}</li></ol></div>'
    found = article(around(reference).replace("</body>", f"{note}</body>"))
    assert found.html.count("By whom?") == 3
    assert '<section class="footnotes"><ol><li id="note-7">' in found.html


def test_a_large_page_is_read_in_full_or_refused_in_words() -> None:
    scripts = "<script>" + "var a = 1;" * 500_000 + "</script>"
    assert article(scripts + around("")).words > 100
    assert refusal(around(PROSE * 50_000)) == "its text is longer than an article may be"


def test_deep_nesting_loses_nothing_of_a_page_that_people_made() -> None:
    found = article("<div>" * 1500 + PROSE * 3 + "</div>" * 1500)
    assert words(found).count("It rained") == 3


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 50_000 + PROSE,
        "<b>" * 20_000 + PROSE,
        "<" * 50_000,
        "\0" * 1000 + PROSE * 3,
        "<p>&#xD800;&#0;&#x110000;</p>" + PROSE * 3,
        "<table><tr><td>" * 100 + PROSE * 3,
        f"<div {' width=1' * 5000}>{PROSE * 3}",
        '<p class="footnote">' * 1000 + PROSE,
        "<a href='#fn'>1</a>" * 2000 + PROSE * 3 + "<p id=fn>x</p>",
        "<base href='//'><a href='http://[x'>y</a>" + PROSE * 3,
        "<html xmlns:a='b'><a:b a:c='d'>" + PROSE * 3,
        "<svg><style><p></style></svg><math><annotation-xml encoding='text/html'><p>" + PROSE * 3,
        "<?xml version='1.0'?><!DOCTYPE html [<!ENTITY a 'b'>]><html>&a;" + PROSE * 3,
    ],
)
def test_no_markup_raises(page: str) -> None:
    found = take(page)
    assert isinstance(found, Extracted | NotExtracted)
    if isinstance(found, Extracted):
        found.html.encode()
