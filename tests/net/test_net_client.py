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


async def test_validators_do_not_go_to_another_address_on_the_way(loopback: Loopback) -> None:
    loopback.pages["/feed.xml"] = Page(status=304)
    new = loopback.url("/feed.xml")
    answer = await get(Request(loopback.url("/moved"), '"x"', validators_from=new))
    assert isinstance(answer, NotModified)
    assert ["If-None-Match" in each.headers for each in loopback.log] == [False, True]


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


async def test_behind_a_proxy_words_decide_what_a_stranger_may_name(
    loopback: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", loopback.address)
    async with open_page_client(PATIENT, "feedtui/test", 4) as client:
        for url in ("http://127.0.0.1/", "http://nas/", "http://router.home.arpa/"):
            answer = await client.get(Request(url), NOW)
            assert answer == Refused(clean_line("no connection: its host is in a private network"))
    assert loopback.log == []


async def test_hosts_that_need_no_proxy_are_asked_without(
    loopback: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    loopback.pages["/feed.xml"] = "<rss/>"
    assert isinstance(await get(Request(loopback.url("/feed.xml"))), Fetched)


async def test_the_name_and_password_of_a_proxy_go_to_it_and_nowhere_else(
    loopback: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", loopback.address.replace("//", "//name:secret@"))
    await get(Request("http://feeds.example/feed"))
    sent = loopback.log[0].headers
    assert sent["Proxy-Authorization"] == "Basic bmFtZTpzZWNyZXQ="
    assert "Authorization" not in sent


async def test_a_proxy_that_is_not_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "127.0.0.1:9")
    words = await refusal("http://feeds.example/feed")
    assert words == "no connection to the proxy: Connection refused"


@pytest.mark.parametrize(
    ("headers", "asked"),
    [
        ({"Cache-Control": "max-age=7200", "Age": "200"}, 7000),
        ({"Cache-Control": "max-age=99999999999999999999"}, 7 * 86400),
        ({"Cache-Control": "no-store", "Expires": "0"}, None),
        ({}, None),
    ],
)
async def test_what_a_host_asks_for_is_handed_on(
    loopback: Loopback, headers: dict[str, str], asked: int | None
) -> None:
    url = loopback.url("/feed.xml")
    loopback.pages["/feed.xml"] = Page("<rss/>", headers)
    answer = await get(Request(url))
    assert isinstance(answer, Fetched)
    assert answer.asked == asked
    loopback.pages["/feed.xml"] = Page(status=304, headers=headers)
    again = await get(Request(url, '"x"', validators_from=url))
    assert isinstance(again, NotModified)
    assert again.asked == asked


async def test_not_modified_is_no_answer_to_a_request_for_everything(loopback: Loopback) -> None:
    loopback.pages["/feed.xml"] = Page(status=304)
    words = await refusal(loopback.url("/feed.xml"))
    assert words == "its host said “not modified” to a request for the whole (HTTP 304)"


@pytest.mark.parametrize(
    ("statuses", "end"),
    [
        ([], 0),
        ([301], 1),
        ([308], 1),
        ([301, 308], 2),
        ([301, 302], 1),
        ([302], 0),
        ([303], 0),
        ([307], 0),
        ([302, 301], 0),
        ([308, 307, 301], 1),
    ],
)
async def test_only_permanent_redirects_from_the_first_on_are_moves(
    loopback: Loopback, statuses: list[int], end: int
) -> None:
    for hop, status in enumerate(statuses):
        loopback.pages[f"/{hop}"] = Page(status=status, headers={"Location": f"/{hop + 1}"})
    loopback.pages[f"/{len(statuses)}"] = "<rss/>"
    answer = await get(Request(loopback.url("/0")))
    assert isinstance(answer, Fetched)
    assert answer.moved == (loopback.url(f"/{end}") if end else "")
    assert answer.address == loopback.url(f"/{len(statuses)}")


async def test_a_feed_that_has_moved_may_be_unchanged(loopback: Loopback) -> None:
    new = loopback.url("/new")
    loopback.pages["/old"] = Page(status=301, headers={"Location": "/new"})
    loopback.pages["/new"] = Page(status=304)
    answer = await get(Request(loopback.url("/old"), '"x"', validators_from=new))
    assert answer == NotModified("", "", moved=new)


async def test_what_is_gone_is_told_from_a_redirect_to_what_is_gone(loopback: Loopback) -> None:
    loopback.pages["/for-good"] = Page(status=301, headers={"Location": "/gone"})
    loopback.pages["/for-now"] = Page(status=302, headers={"Location": "/gone"})
    gone = {}
    for path in ("/gone", "/for-good", "/for-now"):
        answer = await get(Request(loopback.url(path)))
        assert isinstance(answer, Refused)
        gone[path] = answer.gone
    assert gone == {"/gone": True, "/for-good": True, "/for-now": False}


async def test_too_many_requests_are_a_matter_of_the_whole_host(loopback: Loopback) -> None:
    busy = await get(Request(loopback.url("/busy")))
    overloaded = await get(Request(loopback.url("/overloaded")))
    assert isinstance(busy, Refused)
    assert isinstance(overloaded, Refused)
    assert (busy.wait, busy.closed) == (7200, loopback.url("/busy"))
    assert (overloaded.wait, overloaded.closed) == (3600, "")


async def test_a_circle_of_redirects_is_left_at_once(loopback: Loopback) -> None:
    loopback.pages["/a"] = Page(status=302, headers={"Location": "/b"})
    loopback.pages["/b"] = Page(status=302, headers={"Location": "a"})
    assert await refusal(loopback.url("/a")) == "it redirects in a circle"
    assert loopback.paths() == ["/a", "/b"]


async def test_a_fragment_is_nobodys_business(loopback: Loopback) -> None:
    loopback.pages["/feed.xml"] = "<rss/>"
    answer = await get(Request(loopback.url("/feed.xml?a=1#part")))
    assert loopback.paths() == ["/feed.xml?a=1"]
    assert isinstance(answer, Fetched)
    assert answer.address == loopback.url("/feed.xml?a=1")


async def test_what_http_cannot_carry_is_encoded_and_nothing_else(loopback: Loopback) -> None:
    await get(Request(loopback.url("/ä%2fb c?x=ü&y=%7E|")))
    assert loopback.paths() == ["/%C3%A4%2fb%20c?x=%C3%BC&y=%7E|"]


async def test_a_host_of_other_letters_is_named_as_the_dns_knows_it(
    loopback: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", loopback.address)
    await get(Request("http://bücher.example/%7e"))
    assert loopback.log[0].headers["Host"] == "xn--bcher-kva.example"
    assert loopback.paths() == ["/%7e"]


CREDENTIALS = "Basic bmFtZTpzM2NyZXQv"


def with_credentials(url: str) -> str:
    return url.replace("//", "//name:s3cret%2F@")


async def test_credentials_go_to_their_own_origin_and_are_told_to_nobody(
    loopback: Loopback,
) -> None:
    loopback.pages["/feed.xml"] = "<rss/>"
    answer = await get(Request(with_credentials(loopback.url("/moved"))))
    assert [each.headers["Authorization"] for each in loopback.log] == [CREDENTIALS] * 2
    assert isinstance(answer, Fetched)
    assert answer.address == loopback.url("/feed.xml")
    assert answer.moved == ""


async def test_credentials_go_to_no_other_origin(loopback: Loopback) -> None:
    elsewhere = loopback.url("/feed.xml").replace("127.0.0.1", "localhost")
    loopback.pages["/away"] = Page(status=302, headers={"Location": elsewhere})
    loopback.pages["/feed.xml"] = "<rss/>"
    answer = await get(Request(with_credentials(loopback.url("/away"))))
    assert isinstance(answer, Fetched)
    assert answer.address == elsewhere
    assert [each.headers.get("Authorization") for each in loopback.log] == [CREDENTIALS, None]


async def test_credentials_that_a_redirect_brings_are_dropped(loopback: Loopback) -> None:
    target = with_credentials(loopback.url("/feed.xml"))
    loopback.pages["/away"] = Page(status=301, headers={"Location": target})
    loopback.pages["/feed.xml"] = "<rss/>"
    answer = await get(Request(loopback.url("/away")))
    assert isinstance(answer, Fetched)
    assert answer.address == answer.moved == loopback.url("/feed.xml")
    assert "Authorization" not in loopback.log[1].headers


@pytest.mark.parametrize(
    "url",
    [
        "http://name:s3cret@127.0.0.1:9/",
        "http://name:s3\tcret@127.0.0.1:9/",
        "http://name:s3cret@127.0.0.1:99999/",
        "http://name:s3cret@[::1/",
        "http://name:s3cret@a..b/",
        "http://name:s3cret@" + "a" * 70 + ".example/",
        "ftp://name:s3cret@127.0.0.1/",
    ],
)
async def test_no_message_has_a_password_in_it(url: str) -> None:
    words = await refusal(url)
    assert "cret" not in words
    assert "name" not in words.replace("host name", "")


PRIVATE = "no connection: its host is in a private network"


async def followed(loopback: Loopback, target: str, *public: str) -> Answer:
    """A feed on 127.0.0.1 redirects; only some addresses count as public."""
    loopback.pages["/away"] = Page(status=302, headers={"Location": target})
    loopback.pages["/feed.xml"] = "<rss/>"
    async with open_client(PATIENT, "feedtui/test", 4, public.__contains__) as client:
        return await client.get(Request(loopback.url("/away")), NOW)


@pytest.mark.parametrize("host", ["127.0.0.2", "169.254.169.254", "[::ffff:10.0.0.1]"])
async def test_no_redirect_leads_from_the_web_into_a_private_network(
    loopback: Loopback, host: str
) -> None:
    target = loopback.url("/feed.xml").replace("127.0.0.1", host)
    assert await followed(loopback, target, "127.0.0.1") == Refused(clean_line(PRIVATE))
    assert loopback.paths() == ["/away"]


async def test_a_name_that_leads_into_a_private_network_is_no_way_around(
    loopback: Loopback,
) -> None:
    answers = iter([True, False, False, False])
    target = loopback.url("/feed.xml").replace("127.0.0.1", "localhost")
    loopback.pages["/away"] = Page(status=302, headers={"Location": target})
    async with open_client(PATIENT, "feedtui/test", 4, lambda _: next(answers)) as client:
        answer = await client.get(Request(loopback.url("/away")), NOW)
    assert answer == Refused(clean_line(PRIVATE))
    assert loopback.paths() == ["/away"]


async def test_redirects_within_the_web_and_within_a_private_network_are_followed(
    loopback: Loopback,
) -> None:
    target = loopback.url("/feed.xml")
    assert isinstance(await followed(loopback, target, "127.0.0.1"), Fetched)
    assert isinstance(await followed(loopback, target), Fetched)
