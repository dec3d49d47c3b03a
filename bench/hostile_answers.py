"""Answers that are made to hurt whoever asks, below the document: bytes, headers and silences.

Each is the bytes that are sent before the connection is closed, or a behaviour that writes them.
"""

import asyncio
import gzip
import zlib
from collections.abc import Awaitable, Callable

from hostile_documents import page, rss

Behaviour = Callable[[asyncio.StreamWriter], Awaitable[None]]
"""Writes what it wants; the connection is closed when it returns."""

Answer = bytes | Behaviour

_MEGABYTE = 1024**2
_NINES = "9" * 40


def http(status: str = "200 OK", *headers: str | bytes, body: bytes = b"") -> bytes:
    """An answer whose headers are sent as they are; it has the length of its body by itself."""
    lines = [f"HTTP/1.1 {status}".encode("latin-1"), f"Content-Length: {len(body)}".encode()]
    lines += [each.encode("latin-1") if isinstance(each, str) else each for each in headers]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def bombs() -> dict[str, Answer]:
    """Little that becomes much."""
    member = gzip.compress(b" " * (10 * _MEGABYTE), 9)
    twice = gzip.compress(gzip.compress(b" " * (256 * _MEGABYTE), 6))
    deflated = zlib.compress(b" " * (256 * _MEGABYTE), 6)
    return {
        "gzip of 256 MB": _packed("gzip", gzip.compress(b" " * (256 * _MEGABYTE), 6)),
        "gzip of 2 GB in 200 members": _packed("gzip", member * 200),
        "gzip of 400,000 empty members": _packed("gzip", gzip.compress(b"") * 400_000),
        "gzip in gzip of 256 MB": _packed("gzip, gzip", twice),
        "deflate of 256 MB": _packed("deflate", deflated),
        "brotli, which nobody offered": _packed("br", b"\x1b" + bytes(1000)),
        "zstd, which nobody offered": _packed("zstd", b"\x28\xb5\x2f\xfd" + bytes(1000)),
        "gzip that is none": _packed("gzip", rss()),
        "gzip that breaks off": _packed("gzip", gzip.compress(rss() * 50)[:-40]),
        "a length of 10 GB": http(body=b"").replace(
            b"Content-Length: 0", b"Content-Length: 10737418240"
        ),
        "a body without an end": _endless,
        "chunks of one byte without an end": _endless_chunks,
    }


def slow_ones() -> dict[str, Answer]:
    """Hosts that take their time."""
    return {
        "silence": _silent,
        "half a header, then silence": _stops_in_a_header,
        "half a document, then silence": _stops_in_the_document,
        "a body, a byte at a time": _trickles,
        "a header, a byte at a time": _trickles_a_header,
        "102 Processing for ever": _promises,
        "a reset": _resets,
        "a connection that is closed at once": b"",
        "a document that breaks off": http(body=rss() * 9)[:-100],
    }


def odd_protocols() -> dict[str, Answer]:
    """What is no HTTP, or hardly."""
    feed = rss()
    return {
        "the greeting of an SSH server": b"SSH-2.0-OpenSSH_9.9\r\n",
        "HTTP/0.9: a document without a header": feed,
        "random bytes for an answer": bytes(range(256)) * 40,
        "a header line of 1 MB": http("200 OK", f"X: {'x' * _MEGABYTE}", body=feed),
        "100,000 headers": http("200 OK", *(f"X-{n}: y" for n in range(100_000)), body=feed),
        "headers without an end": _endless_headers,
        "two lengths that differ": http("200 OK", "Content-Length: 3", body=feed),
        "a length and chunks": http("200 OK", "Transfer-Encoding: chunked", body=feed),
        "a chunk of minus one": _chunked(b"-1\r\n"),
        "a chunk's size of 1 MB": _chunked(b"0" * _MEGABYTE + b"\r\n"),
        "a status of 999": http("999 Out of range", body=feed),
        "a reason with escape sequences": http("500 \x1b]0;owned\x07\x9b31m red"),
        "a reason of 1 MB": http(f"500 {'no ' * 300_000}"),
        "not modified, although nothing was asked": http("304 Not Modified"),
        "a part, which nobody asked for": http("206 Partial Content", body=feed),
    }


def odd_headers() -> dict[str, Answer]:
    """A feed behind headers that have ended other readers' runs."""
    feed = rss()
    cookies = [f"Set-Cookie: a{number}={'c' * 100}" for number in range(50)]
    return {
        "an ETag that is no ASCII": http("200 OK", b'ETag: "\xff\xfe\x9b"', body=feed),
        "an ETag of 7 KB": http("200 OK", f'ETag: "{"a" * 7000}"', body=feed),
        "a max-age of forty nines": _cached(f"max-age={_NINES}"),
        "an Age of forty nines": _cached("max-age=9", f"Age: {_NINES}"),
        "an Expires in the year 99999": http(
            "200 OK", "Expires: Fri, 31 Dec 99999 23:59:59 GMT", body=feed
        ),
        "a media type with escape sequences": http(
            "200 OK", b"Content-Type: te\xffxt/\x9bxml; charset=\x1b[2J", body=feed
        ),
        "a charset that is a bomb": http(
            "200 OK", "Content-Type: text/xml; charset=zip", body=feed
        ),
        "50 cookies": http("200 OK", *cookies, body=feed),
        "a Retry-After of forty nines": http("429 Slow down", f"Retry-After: {_NINES}"),
        "a Retry-After in the year 99999": http(
            "503 Busy", "Retry-After: Fri, 31 Dec 99999 23:59:59 GMT"
        ),
        "gone": http("410 Gone"),
        "the network's own login (511)": http("511 Log in first", body=page("Log in", "")),
    }


def redirects() -> dict[str, Answer]:
    """Ways that lead nowhere."""
    return {
        "a redirect to itself": _to(b"/again"),
        "redirects without an end": _wanders,
        "a redirect to file:": _to(b"file:///etc/passwd"),
        "a redirect to javascript:": _to(b"javascript:alert(1)"),
        "a redirect to a program": _to(b"exec:true"),
        "a redirect without an address": http("302 Found"),
        "a redirect to bytes that are no text": _to(b"http://\xff\xfe\x80/\xff"),
        "a redirect into a bracket": _to(b"http://[::1/"),
        "a redirect to a port that is none": _to(b"http://127.0.0.1:99999/"),
        "a redirect to a closed port": _to(b"http://127.0.0.1:9/"),
        "a redirect of 7 KB": _to(b"/" + b"a" * 7000),
        "300, and several to choose from": http("300 Multiple Choices"),
    }


def over_tls() -> dict[str, Answer]:
    """Answers of a host whose certificate nobody vouches for."""
    return {"a certificate that nobody vouches for": http(body=rss())}


def over_allowed_tls() -> dict[str, Answer]:
    """Answers of one whose certificate the person has allowed all the same."""
    return {"a redirect from https to http": _to(b"http://127.0.0.1:9/")}


def _cached(directive: str, *headers: str) -> bytes:
    return http("200 OK", f"Cache-Control: {directive}", *headers, body=rss())


def _packed(how: str, body: bytes) -> bytes:
    return http("200 OK", f"Content-Encoding: {how}", body=body)


def _chunked(body: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body


def _to(location: bytes) -> bytes:
    return http("301 Moved", b"Location: " + location)


async def _repeat(writer: asyncio.StreamWriter, piece: bytes, pause: float = 0) -> None:
    while True:
        writer.write(piece)
        await writer.drain()
        await asyncio.sleep(pause)


async def _endless(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
    await _repeat(writer, b" " * 65536)


async def _endless_chunks(writer: asyncio.StreamWriter) -> None:
    writer.write(_chunked(b""))
    await _repeat(writer, b"1\r\nx\r\n" * 8192)


async def _endless_headers(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n")
    await _repeat(writer, b"X: y\r\n", 0.01)


async def _silent(writer: asyncio.StreamWriter) -> None:
    await writer.wait_closed()


async def _stops_in_a_header(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Ty")
    await writer.wait_closed()


async def _stops_in_the_document(writer: asyncio.StreamWriter) -> None:
    writer.write(http(body=rss() * 9)[:-100])
    await writer.wait_closed()


async def _trickles(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
    await _repeat(writer, b" ", 0.05)


async def _trickles_a_header(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nX: ")
    await _repeat(writer, b"x", 0.05)


async def _promises(writer: asyncio.StreamWriter) -> None:
    await _repeat(writer, b"HTTP/1.1 102 Processing\r\n\r\n", 0.05)


async def _resets(writer: asyncio.StreamWriter) -> None:
    writer.transport.abort()


async def _wanders(writer: asyncio.StreamWriter) -> None:
    """Each time somewhere else: the place is the time, which never comes again."""
    writer.write(_to(f"/{asyncio.get_running_loop().time()}".encode()))
