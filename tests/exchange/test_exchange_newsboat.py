import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.errors import ExchangeError
from feedtui.exchange import read_urls, recognise
from feedtui.exchange.imported import own_address
from feedtui.model import Subscription


@pytest.mark.parametrize(
    "body",
    [
        b'\xef\xbb\xbf<opml><outline xmlUrl="https://example.org/"/></opml>',
        b'\n <?xml version="1.0"?><opml><outline xmlUrl="https://example.org/"/></opml>',
        b"# mine\r\nhttps://example.org/\r\n",
        b"\xef\xbb\xbfhttps://example.org/",
        "# Zoë\nhttps://example.org/".encode("cp1252"),
    ],
)
def test_a_format_is_recognised(body: bytes) -> None:
    assert recognise(body).subscriptions == (Subscription("https://example.org/"),)


@pytest.mark.parametrize(
    "body", [b"", b"\n# nothing\n", b"SQLite format 3\0\x10\0", b"Dear reader,\nhello", b"\0" * 99]
)
def test_what_has_no_feed_in_it_is_refused(body: bytes) -> None:
    with pytest.raises(ExchangeError, match="neither OPML nor a list of addresses"):
        recognise(body)


def test_a_web_page_is_refused_as_what_it_is() -> None:
    with pytest.raises(ExchangeError, match="it begins with <html>"):
        recognise(b"<!doctype html><html><body>https://example.org/</body></html>")


def test_opml_without_a_feed_is_opml() -> None:
    assert recognise(b"<opml><head/><body/></opml>").subscriptions == ()


def test_what_will_be_shown_is_clean() -> None:
    found = read_urls('https://example.org/ "~T\x1b[31m\u202eitle" "t\\tag"\nx\x1b]0;y\x07\n')
    assert found.subscriptions == (
        Subscription("https://example.org/", title="Title", tags=("t ag",)),
    )
    assert found.skipped == ("line 2: x: not a web address",)


def test_programs_and_files_are_taken_over_from_a_list_of_the_persons_own() -> None:
    text = """\
"exec:~/bin/make-feed --all" "~Made"
file:///home/me/feed.xml
"exec:curl https://example.org/ | tidy"
"exec:make-feed ~/notes"
exec:
https://example.org/
"""
    found = read_urls(text, own_address)
    assert found.subscriptions == (
        Subscription("exec:~/bin/make-feed --all", title="Made"),
        Subscription("file:///home/me/feed.xml"),
        Subscription("https://example.org/"),
    )
    shell = "it needs a shell, and feedtui runs programs without one"
    assert found.skipped == (
        f"line 3: exec:curl https://example.org/ | tidy: {shell}",
        f"line 4: exec:make-feed ~/notes: {shell}",
        "line 5: exec:: only you may name a file or a program of this machine, in feeds.toml",
    )


def test_what_was_skipped_is_told_without_passwords() -> None:
    found = read_urls("https://example.org/\nftp://me:secret@example.org/feed\n")
    assert found.skipped == ("line 2: ftp://•••@example.org/feed: not a web address",)


@given(st.text(max_size=80) | st.text('https:/ "\\~!#\n', max_size=80))
def test_no_text_is_too_odd(text: str) -> None:
    found = read_urls(f"https://example.org/ {text}")
    assert found.subscriptions[0].url == "https://example.org/"
