"""Addresses with passwords, of files and of programs, from the list to what others can see."""

import io
import json
import sys
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pytest

from feedtui.cli.main import run
from feedtui.library.home import Home
from loopback import Loopback, rss

Feedtui = Callable[..., tuple[int, str, str]]


@pytest.fixture
def feedtui(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str, str]]:
    def call(*words: str, told: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(told.encode())))
        code = run(words)
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture
def secret(feedtui: Feedtui, loopback: Loopback) -> str:
    """The address of a feed with a password, subscribed to."""
    loopback.pages["/feed.xml"] = rss("Red", "Green", title="Colours")
    url = loopback.url("/feed.xml").replace("//", "//me:s3cret@")
    assert feedtui("add", "-", told=f"{url}\n")[0] == 0
    return url


def test_a_password_goes_to_its_host_and_stands_in_no_line_for_people(
    feedtui: Feedtui, secret: str, loopback: Loopback, home: Home
) -> None:
    expected = f"Basic {b64encode(b'me:s3cret').decode()}"
    assert loopback.log[0].headers["Authorization"] == expected
    shown = secret.replace("me:s3cret", "•••")
    assert [feed.url for feed in home.subscriptions()] == [secret]
    assert f"  {shown}" in feedtui("feeds")[1]
    assert f"unchanged\t{shown}\n" in feedtui("refresh", "--force")[1]
    loopback.pages["/feed.xml"] = "<!doctype html><html><title>Log in</title></html>"
    outputs = [
        feedtui("refresh", "Colours"),
        feedtui("refresh", "--plan"),
        feedtui("add", "-", told=secret),
        feedtui("add", f"{secret}/none"),
        feedtui("feeds"),
        feedtui("doctor"),
        feedtui("entries"),
        feedtui("entries", "--json"),
        feedtui("move", "Colours", "https://a.example/"),
        feedtui("move", "Colours", secret),
        feedtui("remove", "https://me:s3cret@b.example/"),
        feedtui("remove", secret),
    ]
    told = [out + err for _, out, err in outputs]
    assert [each for each in told[:7] + told[8:] if "s3cret" in each] == []
    assert {json.loads(line)["feed"] for line in told[7].splitlines()} == {secret}
    assert [json.loads(line)["link"] for line in told[7].splitlines()] == [
        "https://example.org/0",
        "https://example.org/1",
    ]


def test_nothing_that_a_feed_links_to_gets_its_password(
    feedtui: Feedtui, loopback: Loopback
) -> None:
    item = "<item><title>A</title><link>/page</link><description>&lt;a href='/b'>b&lt;/a>"
    feed = (
        f"<rss version='2.0'><channel><title>C</title>{item}</description></item></channel></rss>"
    )
    loopback.pages["/feed.xml"] = feed
    url = loopback.url("/feed.xml").replace("//", "//me:s3cret@")
    assert feedtui("add", url)[0] == 0
    [record] = map(json.loads, feedtui("entries", "--json")[1].splitlines())
    assert record["link"] == loopback.url("/page")
    assert loopback.url("/b") in feedtui("show", record["id"])[1]


def test_a_page_behind_a_password_leads_to_a_feed_behind_it(
    feedtui: Feedtui, loopback: Loopback, home: Home
) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/feed.xml" title="x">'
    loopback.pages["/"] = f"<!doctype html><html><head>{link}</head><body>Hi</body></html>"
    loopback.pages["/feed.xml"] = rss("Red", title="Colours")
    page = loopback.url("/").replace("//", "//me:s3cret@")
    assert feedtui("add", "-", told=page)[0] == 0
    assert [feed.url for feed in home.subscriptions()] == [f"{page}feed.xml"]
    assert all("Authorization" in each.headers for each in loopback.log)


def test_an_export_has_passwords_only_when_that_is_said(feedtui: Feedtui, secret: str) -> None:
    code, out, err = feedtui("export")
    assert (code, "s3cret" in out) == (0, False)
    assert secret.replace("me:s3cret@", "") in out
    assert err == (
        "feedtui: user name and password of 1 feed left out; --with-passwords writes them\n"
    )
    code, out, err = feedtui("export", "--with-passwords")
    assert (code, secret in out, err) == (0, True, "")


def test_names_on_standard_input_are_those_to_be_refreshed(
    feedtui: Feedtui, secret: str, loopback: Loopback
) -> None:
    loopback.pages["/other.xml"] = rss("Blue", title="Others")
    assert feedtui("add", loopback.url("/other.xml"))[0] == 0
    _, out, _ = feedtui("refresh", "--json", "-", told=f"{secret}\n\n")
    assert [json.loads(line)["feed"] for line in out.splitlines()] == [secret]
    code, out, err = feedtui("refresh", "-", told="\n")
    assert (code, out) == (2, "")
    assert "standard input names nothing" in err


def test_of_several_addresses_one_that_fails_does_not_keep_the_others(
    feedtui: Feedtui, loopback: Loopback, home: Home
) -> None:
    loopback.pages["/a.xml"] = rss("Red", title="A")
    loopback.pages["/b.xml"] = rss("Blue", title="B")
    a, gone, b = (loopback.url(path) for path in ("/a.xml", "/gone", "/b.xml"))
    code, out, err = feedtui("add", "-", "--tag", "x", told=f"{a}\n{gone}\n{b}\n")
    assert (code, out.count("subscribed to")) == (1, 2)
    assert gone in err
    assert [(feed.url, feed.tags) for feed in home.subscriptions()] == [(a, ("x",)), (b, ("x",))]


def test_a_file_and_a_program_are_feeds(feedtui: Feedtui, home: Home, tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_text(rss("Red", "Green", title="Colours"))
    assert feedtui("add", file.as_uri())[1].startswith("subscribed to Colours")
    program = f"exec:cat {file}"
    code, _, err = feedtui("add", program)
    assert (code, err) == (0, "")
    assert [feed.url for feed in home.subscriptions()] == [file.as_uri(), program]
    assert feedtui("refresh", "--force", "--json")[0] == 0
    file.write_text(rss("Red", "Green", "Blue", title="Colours"))
    _, out, _ = feedtui("refresh", "--force", "--json")
    outcomes = [json.loads(line) for line in out.splitlines()]
    assert sorted((each["feed"], each["outcome"], each["new"]) for each in outcomes) == [
        (program, "updated", 1),
        (file.as_uri(), "updated", 1),
    ]
    file.unlink()
    code, out, _ = feedtui("refresh", "--force")
    assert code == 1
    assert f"there is no {file}" in out
    assert "its program ended with exit code 1: cat: " in out
    assert len(feedtui("entries")[1].splitlines()) == 6


def test_a_feed_of_this_machine_opens_no_file_of_it(
    feedtui: Feedtui, home: Home, tmp_path: Path
) -> None:
    file = tmp_path / "feed.xml"
    body = "&lt;a href='other.html'>near&lt;/a> &lt;a href='file:///etc/passwd'>far&lt;/a>"
    item = f"<item><title>A</title><link>page.html</link><description>{body}</description></item>"
    file.write_text(f"<rss version='2.0'><channel><title>C</title>{item}</channel></rss>")
    assert feedtui("add", file.as_uri())[0] == 0
    [record] = map(json.loads, feedtui("entries", "--json")[1].splitlines())
    assert record["link"] is None
    text = feedtui("show", record["id"])[1]
    assert "near far" in text
    assert "[1]" not in text
    assert "file:" not in text


def test_what_a_page_or_another_readers_file_names_is_never_run_or_read(
    feedtui: Feedtui, loopback: Loopback, home: Home, tmp_path: Path
) -> None:
    mine = tmp_path / "feed.xml"
    mine.write_text(rss("Red"))
    commands = (f"exec:touch {tmp_path}/run", mine.as_uri())
    links = "".join(
        f'<link rel="alternate" type="application/rss+xml" href="{each}">' for each in commands
    )
    loopback.pages["/"] = f"<!doctype html><html><head>{links}</head><body>Hi</body></html>"
    assert feedtui("add", loopback.url("/"))[0] == 1
    opml = tmp_path / "list.opml"
    outlines = "".join(f'<outline xmlUrl="{each}"/>' for each in commands)
    opml.write_text(f"<opml><body>{outlines}</body></opml>")
    urls = tmp_path / "urls"
    urls.write_text(f'"{commands[0]}"\n{commands[1]}\nhttps://a.example/\n')
    for file in (opml, urls):
        code, _, err = feedtui("import", str(file))
        assert (code, err.count("only you may name a file or a program")) == (0, 2)
    assert [feed.url for feed in home.subscriptions()] == ["https://a.example/"]
    assert not (tmp_path / "run").exists()


def test_newsboats_own_programs_are_taken_over(feedtui: Feedtui, home: Home) -> None:
    urls = Path(home.environment["HOME"], ".newsboat", "urls")
    urls.parent.mkdir(parents=True)
    urls.write_text('"exec:~/bin/make-feed --all" news\n')
    assert feedtui("import", str(urls))[0] == 0
    assert [feed.url for feed in home.subscriptions()] == ["exec:~/bin/make-feed --all"]


def test_an_export_leaves_out_what_only_this_machine_has(
    feedtui: Feedtui, write_feeds: Callable[[str], Path]
) -> None:
    write_feeds(
        '[[feed]]\nurl = "exec:make-feed"\n[[feed]]\nurl = "feedtui:welcome"\n'
        '[[feed]]\nurl = "https://a.example/"\n'
    )
    code, out, err = feedtui("export")
    assert (code, out.count("xmlUrl"), "make-feed" in out) == (0, 1, False)
    assert err == ("feedtui: 1 feed left out: other machines don't have those files and programs\n")
