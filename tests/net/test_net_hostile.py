"""What hosts can say that no host should, and the sentence that the person reads."""

import asyncio
import gzip
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedtui.net.client import Answer, Fetched, Limits, Refused, Request, open_client
from hostile import (
    Behaviour,
    bare,
    http,
    never_ends,
    never_ends_in_chunks,
    promises_for_ever,
    resets,
    says_nothing,
    serve_hostile,
    stops_in_a_header,
    trickles,
    trickles_headers,
)

NOW = 1_790_000_000
MIB = 1024 * 1024
PATIENT = Limits(total=20, connect=10, silence=10, body=MIB, redirects=3)
QUICK = Limits(total=0.3, connect=10, silence=10, body=MIB)
HASTY = Limits(total=20, connect=10, silence=0.2, body=MIB)

NO_HTTP = "its host's answer is not HTTP that can be understood"
HEADERS = "its host's answer has headers that are too long"
LARGE = "it is larger than 1 MiB"
BROKE_OFF = "it broke off in the middle"
PACKED = "it is packed in a way that can't be undone"
HUNG_UP = "its host hung up"
NO_ADDRESS = "it redirects to something that is not a web address"
BOMB = gzip.compress(b"\0" * 64 * MIB)


async def ask(answer: bytes | Behaviour, limits: Limits = PATIENT) -> Answer:
    with serve_hostile({"/feed": answer}) as host:
        async with open_client(limits, "feedtui/test", 4) as client:
            return await client.get(Request(host.url("/feed")), NOW)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        pytest.param(b"", HUNG_UP, id="nothing at all"),
        pytest.param(resets, HUNG_UP, id="a broken connection"),
        pytest.param(b"<rss/>\r\n", NO_HTTP, id="HTTP 0.9"),
        pytest.param(b"SSH-2.0-server\r\n", NO_HTTP, id="another protocol"),
        pytest.param(b"\x00\xff\x16\x03\x01" * 50, NO_HTTP, id="noise"),
        pytest.param(b"HTTP/1.1 abc OK\r\n\r\n", NO_HTTP, id="a status of letters"),
        pytest.param(http("99 Low"), NO_HTTP, id="a status of two digits"),
        pytest.param(http("1000 High"), NO_HTTP, id="a status of four digits"),
        pytest.param(b"HTTP/2 200 OK\r\n\r\n", NO_HTTP, id="a version from the future"),
        pytest.param(http("200 OK", b"X: a\0b"), NO_HTTP, id="NUL in a header"),
        pytest.param(http("200 OK", "X : a"), NO_HTTP, id="a blank behind a header's name"),
        pytest.param(http("200 OK", *(f"X-{n}: y" for n in range(200))), NO_HTTP, id="200 headers"),
        pytest.param(http("200 OK", "X: " + "y" * 100_000), HEADERS, id="a header of 100 KB"),
        pytest.param(http("200 OK", "ETag: " + "x" * 10_240), HEADERS, id="an ETag of 10 KB"),
        pytest.param(http("200 " + "x" * 10_000), HEADERS, id="a reason of 10 KB"),
        pytest.param(http("200 OK", "Content-Length: 7"), NO_HTTP, id="two lengths"),
        pytest.param(
            bare("200 OK", "Content-Length: -6", body=b"<rss/>"), NO_HTTP, id="a negative length"
        ),
        pytest.param(
            bare("200 OK", "Content-Length: 60", body=b"<rss/>"), BROKE_OFF, id="too long a length"
        ),
        pytest.param(
            bare("200 OK", "Content-Length: 999999999", body=b"<rss/>"), LARGE, id="a huge length"
        ),
        pytest.param(
            bare("200 OK", "Transfer-Encoding: chunked", body=b"zz\r\nabc\r\n"),
            NO_HTTP,
            id="a chunk of no size",
        ),
        pytest.param(
            bare("200 OK", "Transfer-Encoding: chunked", body=b"5\r\nabcde\r\n"),
            BROKE_OFF,
            id="chunks without an end",
        ),
        pytest.param(never_ends, LARGE, id="an endless body"),
        pytest.param(never_ends_in_chunks, LARGE, id="endless chunks of one byte"),
        pytest.param(http("200 OK", "Content-Encoding: gzip", body=BOMB), LARGE, id="a bomb"),
        pytest.param(
            http("200 OK", "Content-Encoding: deflate", body=zlib.compress(b"\0" * 64 * MIB)),
            LARGE,
            id="a bomb of another make",
        ),
        pytest.param(
            http("200 OK", "Content-Encoding: gzip", body=gzip.compress(b"\0" * MIB) * 64),
            LARGE,
            id="a bomb of many members",
        ),
        pytest.param(
            http("200 OK", "Content-Encoding: gzip", body=gzip.compress(b"") * 40_000),
            PACKED,
            id="many members of nothing",
        ),
        pytest.param(http("200 OK", "Content-Encoding: gzip"), PACKED, id="a lie about packing"),
        pytest.param(http("200 OK", "Content-Encoding: br"), PACKED, id="packed as nobody asked"),
        pytest.param(http("302 Found"), "it redirects without saying where to (HTTP 302)"),
        pytest.param(http("302 Found", "Location: "), "it redirects in a circle"),
        pytest.param(http("302 Found", "Location: #x"), "it redirects in a circle"),
        pytest.param(http("302 Found", "Location: http://[::1"), NO_ADDRESS),
        pytest.param(http("302 Found", "Location: http://127.0.0.1:99999/"), NO_ADDRESS),
        pytest.param(http("302 Found", "Location: data:text/xml,<rss/>"), NO_ADDRESS),
        pytest.param(http("418 \x9b31m\x1b[31m\x1b]0;title\x07 teapot"), "�31m teapot (HTTP 418)"),
        pytest.param(http("599 "), "no reason given (HTTP 599)"),
        pytest.param(http("999 Whatever"), "Whatever (HTTP 999)"),
        pytest.param(http("202 Accepted"), "its host has not made the document yet (HTTP 202)"),
        pytest.param(
            http("204 No Content", body=b""),
            "its host sent an answer without a document (HTTP 204)",
        ),
        pytest.param(
            http("205 Reset Content", body=b""),
            "its host sent an answer without a document (HTTP 205)",
        ),
        pytest.param(
            http("206 Partial Content"),
            "its host sent a part only, which nobody asked for (HTTP 206)",
        ),
        pytest.param(
            http("226 IM Used"),
            "its host sent a difference only, which nobody asked for (HTTP 226)",
        ),
        pytest.param(
            http("300 Multiple Choices"),
            "its host offers several documents and names none (HTTP 300)",
        ),
        pytest.param(
            http("401 Unauthorized", "WWW-Authenticate: Basic"),
            "it wants a user name and a password (HTTP 401)",
        ),
        pytest.param(http("451 Unavailable"), "it may not be shown for legal reasons (HTTP 451)"),
        pytest.param(
            http("502 Bad Gateway"),
            "what stands before its host gets no answer from it (HTTP 502)",
        ),
        pytest.param(
            http("504 Gateway Timeout"),
            "what stands before its host gets no answer from it (HTTP 504)",
        ),
        pytest.param(
            http("511 Network Authentication Required"),
            "the network wants you to log in first (HTTP 511)",
        ),
    ],
)
async def test_whatever_a_host_says_becomes_a_sentence(
    answer: bytes | Behaviour, words: str
) -> None:
    told = await ask(answer)
    assert isinstance(told, Refused)
    assert told.reason == words


@pytest.mark.parametrize("behaviour", [says_nothing, stops_in_a_header])
async def test_a_host_that_goes_silent_costs_its_silence(behaviour: Behaviour) -> None:
    told = await ask(behaviour, HASTY)
    assert isinstance(told, Refused)
    assert told.reason == "it went silent"


@pytest.mark.parametrize("behaviour", [trickles, trickles_headers, promises_for_ever])
async def test_a_host_that_trickles_costs_its_time(behaviour: Behaviour) -> None:
    told = await ask(behaviour, QUICK)
    assert isinstance(told, Refused)
    assert told.reason == "it took longer than 0.3 seconds"


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(http(), id="plain"),
        pytest.param(http("203 Non-Authoritative Information"), id="through a changing proxy"),
        pytest.param(b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + http(), id="hints"),
        pytest.param(bare("200 OK", body=b"<rss/>"), id="without a length"),
        pytest.param(http().replace(b"\r\n", b"\n"), id="lines that end like Unix's"),
        pytest.param(http("200 OK", "Content-Encoding: banana"), id="an unknown packing"),
        pytest.param(http("200 OK", "Refresh: 0; url=http://127.0.0.1:9/"), id="Refresh"),
        pytest.param(
            http(
                "200 OK",
                "Content-Encoding: gzip",
                body=gzip.compress(b"<rs") + gzip.compress(b"s/>"),
            ),
            id="two members",
        ),
        pytest.param(
            http("200 OK", "Content-Encoding: deflate", body=zlib.compress(b"<rss/>")[2:-4]),
            id="deflate without its frame",
        ),
        pytest.param(
            http(
                "200 OK",
                b'ETag: "\xff\xe9"',
                b"Last-Modified: \xed\xa0\x80",
                b"Content-Type: \xff\x9b31m",
                "Cache-Control: max-age=-5, max-age=1e9",
                b"Cache-Control: \xff",
                "Age: -1",
                "Expires: 0",
                "Date: yesterday",
            ),
            id="odd headers",
        ),
    ],
)
async def test_what_can_be_understood_is_taken(answer: bytes) -> None:
    taken = await ask(answer)
    assert isinstance(taken, Fetched)
    assert (taken.body, taken.etag, taken.last_modified, taken.asked) == (b"<rss/>", "", "", None)
    assert taken.content_type.isprintable()
    taken.content_type.encode()


async def test_of_two_headers_where_one_belongs_the_first_counts() -> None:
    taken = await ask(http("200 OK", 'ETag: "a"', 'ETag: "b"', "Cache-Control: max-age=60",
                           "Cache-Control: max-age=120"))  # fmt: skip
    assert isinstance(taken, Fetched)
    assert (taken.etag, taken.asked) == ('"a"', 60)


@pytest.mark.parametrize(
    ("location", "asked"),
    [
        (b"/\xe9\xff b", b"/%E9%FF%20b"),
        (b"/a\x01b", b"/a%01b"),
        (b"new?x=%2f#part", b"/new?x=%2f"),
        (b"../../up", b"/up"),
        (b"?page=2", b"/feed?page=2"),
    ],
)
async def test_redirects_are_followed_whatever_bytes_they_have(
    location: bytes, asked: bytes
) -> None:
    with serve_hostile({"/feed": http("302 Found", b"Location: " + location)}) as host:
        async with open_client(PATIENT, "feedtui/test", 4) as client:
            await client.get(Request(host.url("/feed")), NOW)
        assert [head.split(b" ")[1] for head in host.heads] == [b"/feed", asked]


PIECES = st.sampled_from(
    [
        b"Content-Length: 3",
        b"Transfer-Encoding: chunked",
        b"Content-Encoding: gzip",
        b"Connection: Upgrade\r\nUpgrade: h2c",
        b"Location: http://name:s3cret@[::1]:9/\xe9",
        b"Location: http://name:s3cret@127.0.0.1:9/",
        b"Retry-After: \xb2",
        b"Set-Cookie: a=b; Domain=..; Expires=x",
        b"Content-Type: ;;charset*=utf-8''%ff",
        b"ETag: \xf0\x9f",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.integers(100, 599),
    st.binary(max_size=20),
    st.lists(PIECES | st.binary(max_size=40), max_size=6),
    st.binary(max_size=100),
)
def test_no_answer_does_more_than_fail_in_a_sentence(
    status: int, reason: bytes, headers: list[bytes], body: bytes
) -> None:
    head = b"\r\n".join([b"HTTP/1.1 %d %b" % (status, reason), *headers])
    told = asyncio.run(ask(head + b"\r\n\r\n" + body))
    if isinstance(told, Refused):
        assert told.reason.isprintable()
        assert len(told.reason) <= 300
        assert "s3cret" not in told.reason
