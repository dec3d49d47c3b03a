"""Where links lead: trackers taken off, dangers refused, deceits made visible."""

import pytest

from feedtui.article.links import absolute, shown_address
from feedtui.article.reader import read
from feedtui.article.trackers import NO_TRACKERS, TRACKERS, Trackers, without_trackers
from feedtui.article.writing import to_text


@pytest.mark.parametrize(
    ("address", "clean"),
    [
        ("https://a.example/?utm_source=rss", "https://a.example/"),
        ("https://a.example/p?utm_source=rss&id=7&fbclid=x", "https://a.example/p?id=7"),
        ("https://a.example/p?id=7&UTM_Medium=feed#part", "https://a.example/p?id=7#part"),
        ("https://a.example/p?b=%2F+%20&a=&mc_eid=1&&c", "https://a.example/p?b=%2F+%20&a=&&c"),
        ("https://a.example/p?a=1&amp;utm_source=x", "https://a.example/p?a=1"),
        ("https://a.example/p#xtor=RSS-12", "https://a.example/p"),
        ("https://a.example/p#utm_source=a&utm_medium=b", "https://a.example/p"),
        ("https://medium.com/p?source=rss----1", "https://medium.com/p"),
        ("https://blog.medium.com/p?source=rss-1", "https://blog.medium.com/p"),
        ("https://youtu.be/abcdefghijk?si=x&t=9", "https://youtu.be/abcdefghijk?t=9"),
        ("https://x.com/a/status/1?ref_src=twsrc", "https://x.com/a/status/1"),
        ("https://a.example/?at_campaign=x&at_custom1=y", "https://a.example/"),
    ],
)
def test_what_tells_where_a_reader_came_from_is_taken_off(address: str, clean: str) -> None:
    assert without_trackers(address, TRACKERS) == clean


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example/?id=7&source=menu&ref=x&si=2",
        "https://a.example/?q=utm_source",
        "https://a.example/?xutm_source=1",
        "https://a.example/utm_source=1",
        "https://a.example/?a=1&b=2#c=3",
        "https://a.example/?",
        "https://a.example/#",
        "https://a.example/#:~:text=utm_source=x",
        "https://a.example/?utm_source=x&Signature=abc",
        "mailto:a@a.example?utm_source=x",
        "magnet:?xt=urn:x&utm_source=x",
    ],
)
def test_everything_else_of_an_address_stays_byte_for_byte(address: str) -> None:
    assert without_trackers(address, TRACKERS) == address


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://www.google.com/url?q=https%3A%2F%2Fb.example%2F%3Fx%3D1&sa=D", "b.example/?x=1"),
        ("https://google.co.uk/url?sa=t&url=https://b.example/a", "b.example/a"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fb.example%2Fa&h=x", "b.example/a"),
        ("https://out.reddit.com/t3_x?url=https%3A%2F%2Fb.example%2Fa&token=1", "b.example/a"),
        ("https://out.reddit.com?url=https%3A%2F%2Fb.example%2Fa", "b.example/a"),
        ("https://t.umblr.com/redirect?z=https%3A%2F%2Fb.example%2Fa%20b&t=1", "b.example/a%20b"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fb.example%2F%3Ffbclid%3D1", "b.example/"),
        (
            (
                "https://l.facebook.com/l.php?u=https%3A%2F%2Fout.reddit.com%2F%3Furl%3D"
                "https%253A%252F%252Fb.example%252F"
            ),
            "b.example/",
        ),
        ("https://www.youtube.com/redirect?q=https%3A%2F%2Fb.example%2Fa#part", "b.example/a#part"),
    ],
)
def test_an_address_that_only_counts_clicks_is_left_out_of_the_way(
    address: str, target: str
) -> None:
    assert without_trackers(address, TRACKERS) == f"https://{target}"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.google.com/url?q=javascript%3Aalert(1)",
        "https://www.google.com/url?q=https%3A%2F%2Fb.example%2F%1B%5B2J",
        "https://www.google.com/url?q=//b.example/",
        "https://www.google.com/url?q=https://b.example/?a=1&b=2",
        "https://www.google.com/search?q=https%3A%2F%2Fb.example",
        "https://google.com.evil.example/url?q=https%3A%2F%2Fb.example",
    ],
)
def test_a_redirect_whose_target_is_not_plain_stays(address: str) -> None:
    assert without_trackers(address, TRACKERS) == address


def test_a_person_may_keep_trackers() -> None:
    html = '<a href="https://a.example/?utm_source=x">a</a>'
    assert read(html, "", NO_TRACKERS).links == ("https://a.example/?utm_source=x",)
    assert read(html, "", Trackers(frozenset({"utm_source"}))).links == ("https://a.example/",)


def test_links_that_differ_by_trackers_only_have_one_number() -> None:
    html = '<a href="https://a.example/?utm_source=x">a</a> <a href="https://a.example/">b</a>'
    assert read(html).links == ("https://a.example/",)


@pytest.mark.parametrize(
    ("reference", "address"),
    [
        ("//cdn.example/x", "https://cdn.example/x"),
        ("https:\\\\a.example\\b", "https://a.example/b"),
        ("https://evil.example\\@bank.example/", "https://evil.example/@bank.example/"),
        ("\x01 https://a.example/", "https://a.example/"),
        ("https://a.example/a b", "https://a.example/a%20b"),
    ],
)
def test_a_reference_is_read_as_browsers_read_it(reference: str, address: str) -> None:
    assert absolute(reference, "") == address


@pytest.mark.parametrize(
    "reference",
    [
        "\x01javascript:alert(1)",
        "java\x00script:alert(1)",
        "java\tscript:alert(1)",
        "JavaScript:alert(1)",
        "&#106;avascript:alert(1)",
        "intent://x#Intent;end",
        "ms-settings:privacy",
        "blob:https://a.example/1",
        "about:blank",
        "view-source:https://a.example",
    ],
)
def test_no_disguise_makes_a_dangerous_scheme_a_link(reference: str) -> None:
    document = read(f'<a href="{reference}">words</a>', "https://example.org/")
    assert [link for link in document.links if not link.startswith("https://example.org/")] == []


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://a.example/b?c=1#d", "https://a.example/b?c=1#d"),
        ("https://äpfel.example/weg", "https://xn--pfel-koa.example/weg (äpfel.example)"),
        ("https://xn--pfel-koa.example/", "https://xn--pfel-koa.example/ (äpfel.example)"),
        ("https://日本.example/", "https://xn--wgv71a.example/ (日本.example)"),
        ("mailto:a@äpfel.example", "mailto:a@xn--pfel-koa.example (äpfel.example)"),
        ("https://paypal。example/", "https://paypal.example/"),
        (
            "https://bank.example@evil.example/",
            'https://evil.example/ (as the user "bank.example")',
        ),
        ("https://a:secret@b.example/", 'https://b.example/ (as the user "a")'),
        ("https://evil.example\\@bank.example/", "https://evil.example/@bank.example/"),
        ("https://a.example/\x1b[2J\u202ecod", "https://a.example/cod"),
        ("magnet:?xt=urn:x", "magnet:?xt=urn:x"),
    ],
)
def test_an_address_is_shown_as_what_it_leads_to(address: str, shown: str) -> None:
    assert shown_address(address) == shown


@pytest.mark.parametrize(
    "host",
    [
        "аpple.example",  # one Cyrillic letter
        "аррӏе.example",  # all of them
        "xn--80ak6aa92e.example",
        "gοοgle.example",  # Greek
        "scоpe.example",
        "bank.example∕login.evil.example",
        "раураl.example",
    ],
)
def test_a_host_that_looks_like_another_is_never_shown_in_its_letters(host: str) -> None:
    shown = shown_address(f"https://{host}/")
    assert shown.isascii()
    assert shown.endswith("(letters that look like others)")


def test_a_host_of_any_length_is_shown_in_good_time() -> None:
    assert len(shown_address(f"https://{'ä' * 100_000}.example/")) < 1000


def test_a_link_that_shows_nothing_has_no_number() -> None:
    html = '<a href="/one"><img src="/t.gif" width="1" height="1"></a><a href="/two">two</a>'
    assert read(html, "https://example.org/").links == ("https://example.org/two",)


def test_a_mail_address_that_was_hidden_from_programs_is_written_out() -> None:
    html = (
        '<a href="/cdn-cgi/l/email-protection" class="__cf_email__"'
        ' data-cfemail="2a474346466a52044f524b475a464f">[email&#160;protected]</a>'
    )
    text = to_text(read(html, "https://example.org/"), 60)
    assert text == "mill@x.example [1]\n\n[1] mailto:mill@x.example"
