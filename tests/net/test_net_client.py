import pytest

from feedtui.clean import clean_line
from feedtui.net.client import (
    ACCEPT_PAGES,
    PAGES,
    Answer,
    Fetched,
    Limits,
    NotModified,
    Refused,
    Request,
    open_client,
    open_page_client,
)
from loopback import Loopback, Page, rss

NOW = 1_790_000_000
PATIENT = Limits(total=20, connect=10, silence=10, body=1024 * 1024, redirects=3)


async def get(request: Request, limits: Limits = PATIENT) -> Answer:
    async with open_client(limits, "feedtui/test", 4) as client:
        return await client.get(request, NOW)


async def refusal(url: str, limits: Limits = PATIENT) -> str:
    answer = await get(Request(url), limits)
    assert isinstance(answer, Refused)
    return answer.reason


async def test_a_body_comes_with_what_to_ask_for_it_next_time(loopback: Loopback) -> None:
    headers = {"ETag": 'W/"a b"', "Last-Modified": "yesterday, about noon"}
    loopback.pages["/feed.xml"] = Page("<rss/>", headers=headers)
    answer = await get(Request(loopback.url("/feed.xml")))
    assert answer == Fetched(
        address=loopback.url("/feed.xml"),
        body=b"<rss/>",
        content_type="application/xml",
        etag='W/"a b"',
        last_modified="yesterday, about noon",
    )


async def test_validators_go_back_byte_for_byte(loopback: Loopback) -> None:
    loopback.pages["/feed.xml"] = Page(status=304, headers={"ETag": '"new"'})
    url = loopback.url("/feed.xml")
    answer = await get(Request(url, 'W/"a b"', "yesterday, about noon", validators_from=url))
    assert answer == NotModified('"new"', "")
    sent = loopback.log[0].headers
    assert sent["If-None-Match"] == 'W/"a b"'
    assert sent["If-Modified-Since"] == "yesterday, about noon"


async def test_validators_do_not_go_to_another_origin(loopback: Loopback) -> None:
    loopback.pages["/feed.xml"] = "<rss/>"
    url = loopback.url("/feed.xml")
    await get(Request(url, '"x"', validators_from="https://example.org/feed.xml"))
    assert "If-None-Match" not in loopback.log[0].headers


async def test_a_request_says_who_asks_for_what_and_nothing_else(loopback: Loopback) -> None:
    loopback.pages["/feed.xml"] = Page("x", headers={"Set-Cookie": "id=1"})
    async with open_client(PATIENT, "feedtui/test", 4) as client:
        for _ in range(2):
            await client.get(Request(loopback.url("/feed.xml")), NOW)
    sent = loopback.log[1].headers
    assert set(sent) == {"Host", "User-Agent", "Accept", "Accept-Encoding"}
    assert sent["User-Agent"] == "feedtui/test"
    assert sent["Accept"].startswith("application/atom+xml")


async def test_the_address_goes_out_as_it_was_typed(loopback: Loopback) -> None:
    await get(Request(loopback.url("/a%2fb%20c?x=%7E~&y=[1]")))
    assert loopback.log[0].path == "/a%2fb%20c?x=%7E~&y=[1]"


async def test_a_redirect_is_followed_and_the_address_known(loopback: Loopback) -> None:
    loopback.pages["/feed.xml"] = rss("one")
    answer = await get(Request(loopback.url("/moved")))
    assert isinstance(answer, Fetched)
    assert answer.address == loopback.url("/feed.xml")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/endless", "it is larger than 1 MiB"),
        ("/bomb", "it is larger than 1 MiB"),
        ("/loop", "it redirects more than 3 times"),
        ("/breaks-off", "it broke off in the middle"),
        ("/to-file", "it redirects to something that is not a web address"),
        ("/to-javascript", "it redirects to something that is not a web address"),
        ("/nothing-there", "it is not there any more (HTTP 404)"),
        ("/gone", "its host says that it is gone for good (HTTP 410)"),
        ("/busy", "its host asks for a pause (HTTP 429)"),
        ("/overloaded", "its host is overloaded (HTTP 503)"),
        ("/broken", "Internal Server Error (HTTP 500)"),
        ("/forbidden", "its host forbids it (HTTP 403)"),
    ],
)
async def test_whatever_goes_wrong_is_a_sentence(loopback: Loopback, path: str, words: str) -> None:
    assert await refusal(loopback.url(path)) == words


@pytest.mark.parametrize("path", ["/never", "/stalls"])
async def test_silence_is_borne_for_a_while(loopback: Loopback, path: str) -> None:
    limits = Limits(total=20, connect=10, silence=0.2)
    assert await refusal(loopback.url(path), limits) == "it went silent"


async def test_a_trickling_server_costs_its_time_and_no_more(loopback: Loopback) -> None:
    limits = Limits(total=0.2, connect=1, silence=1)
    assert await refusal(loopback.url("/never"), limits) == "it took longer than 0.2 seconds"


async def test_a_pause_that_was_asked_for_is_handed_on(loopback: Loopback) -> None:
    answer = await get(Request(loopback.url("/busy")))
    assert isinstance(answer, Refused)
    assert answer.wait == 7200


async def test_nobody_listening_is_a_sentence() -> None:
    assert await refusal("http://127.0.0.1:9/") == "no connection: Connection refused"


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://127.0.0.1/", "http://a b/", "x"])
async def test_other_addresses_are_not_asked(url: str) -> None:
    assert "address" in await refusal(url)


async def test_what_a_server_says_is_cleaned_before_it_is_shown(loopback: Loopback) -> None:
    loopback.pages["/odd"] = Page(status=418, reason="\x9b31m teapot \u202e" * 50)
    words = await refusal(loopback.url("/odd"))
    assert "\x9b" not in words
    assert len(words) <= 200


async def test_a_page_is_asked_for_as_a_page(loopback: Loopback) -> None:
    loopback.pages["/a"] = Page("<p>x", {"Content-Type": "text/html; charset=koi8-r"})
    answer = await get(Request(loopback.url("/a"), accept=ACCEPT_PAGES, types=PAGES))
    assert isinstance(answer, Fetched)
    assert answer.content_type == "text/html; charset=koi8-r"
    assert loopback.log[0].headers["Accept"].startswith("text/html")


async def test_what_is_no_page_is_not_waited_for(loopback: Loopback) -> None:
    loopback.pages["/a.pdf"] = Page("%PDF" * 1000, {"Content-Type": "application/pdf"})
    answer = await get(Request(loopback.url("/a.pdf"), types=PAGES))
    assert answer == Refused(clean_line("it is application/pdf, not a web page"))
    assert isinstance(await get(Request(loopback.url("/a.pdf"))), Fetched)


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]"])
async def test_a_strangers_link_does_not_reach_this_machine(loopback: Loopback, name: str) -> None:
    loopback.pages["/a"] = "x"
    url = loopback.url("/a").replace("127.0.0.1", name)
    async with open_page_client(PATIENT, "feedtui/test", 4) as client:
        answer = await client.get(Request(url), NOW)
    assert answer == Refused(clean_line("no connection: its host is in a private network"))
    assert loopback.log == []


async def test_behind_a_proxy_the_proxy_decides_what_can_be_reached(
    loopback: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", loopback.address)
    loopback.pages["http://pages.example/a"] = "x"
    async with open_page_client(PATIENT, "feedtui/test", 4) as client:
        await client.get(Request("http://pages.example/a"), NOW)
    assert len(loopback.log) == 1
