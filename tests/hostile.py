"""A host that says anything: bytes as they are, over TCP or TLS, where a server would make HTTP.

`loopback` behaves; this one need not. Each path has the bytes that answer it, after which the
connection is closed, or a behaviour of its own.
"""

import asyncio
import ssl
import threading
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

Behaviour = Callable[[asyncio.StreamWriter], Awaitable[None]]
"""Writes what it wants; the connection is closed when it returns."""

CERTIFICATES = Path(__file__).parent / "net" / "certificates"
SELF_SIGNED = CERTIFICATES / "self-signed.pem"
OTHER = CERTIFICATES / "other.pem"


@dataclass
class Hostile:
    """`address` ends without a slash; `heads` are the requests as they came in."""

    address: str = ""
    answers: Mapping[str, bytes | Behaviour] = field(default_factory=dict)
    heads: list[bytes] = field(default_factory=list)
    connections: int = 0
    open_writers: set[asyncio.StreamWriter] = field(default_factory=set)

    def url(self, path: str) -> str:
        """The address of a path."""
        return self.address + path

    async def serve_one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self.open_writers.add(writer)
        with suppress(OSError, asyncio.IncompleteReadError):
            head = await reader.readuntil(b"\r\n\r\n")
            self.heads.append(head)
            answer = self.answers.get(head.split(b" ")[1].decode("latin-1"), NOT_FOUND)
            if isinstance(answer, bytes):
                writer.write(answer)
                await writer.drain()
            else:
                await answer(writer)
        self.open_writers.discard(writer)
        writer.close()


@contextmanager
def serve_hostile(
    answers: Mapping[str, bytes | Behaviour], certificate: Path | None = None
) -> Iterator[Hostile]:
    """A server in a thread of its own; with a certificate it speaks TLS."""
    hostile = Hostile(answers=answers)
    loop = asyncio.new_event_loop()
    ready = threading.Event()
    stop = asyncio.Event()

    async def main() -> None:
        server = await asyncio.start_server(
            hostile.serve_one, "127.0.0.1", 0, ssl=_context(certificate)
        )
        scheme = "https" if certificate else "http"
        hostile.address = f"{scheme}://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        ready.set()
        await stop.wait()
        server.close()
        for writer in hostile.open_writers:
            writer.transport.abort()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        await asyncio.gather(*others, return_exceptions=True)

    thread = threading.Thread(target=loop.run_until_complete, args=(main(),))
    thread.start()
    ready.wait()
    try:
        yield hostile
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()
        loop.close()


def _context(certificate: Path | None) -> ssl.SSLContext | None:
    if certificate is None:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def fingerprint(certificate: Path) -> str:
    """The SHA-256 fingerprint of a certificate in a PEM file."""
    text = certificate.read_text(encoding="ascii")
    begin = text.index("-----BEGIN CERTIFICATE")
    return sha256(ssl.PEM_cert_to_DER_cert(text[begin:])).hexdigest()


def http(status: str = "200 OK", *headers: str | bytes, body: bytes = b"<rss/>") -> bytes:
    """An answer whose headers are sent as they are; it has the length of its body by itself."""
    lines = [f"HTTP/1.1 {status}".encode("latin-1"), f"Content-Length: {len(body)}".encode()]
    lines += [each.encode("latin-1") if isinstance(each, str) else each for each in headers]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def bare(status: str, *headers: str | bytes, body: bytes = b"") -> bytes:
    """An answer without a length: it ends with the connection."""
    whole = http(status, *headers, body=body)
    return whole.replace(f"Content-Length: {len(body)}\r\n".encode(), b"", 1)


NOT_FOUND = http("404 Not Found")


async def says_nothing(writer: asyncio.StreamWriter) -> None:
    """Takes the request, and then nothing comes."""
    await writer.wait_closed()


async def stops_in_a_header(writer: asyncio.StreamWriter) -> None:
    """Half of a header, and then nothing comes."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Ty")
    await writer.wait_closed()


async def trickles(writer: asyncio.StreamWriter) -> None:
    """A byte, a rest, a byte, for ever."""
    writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        writer.write(b" ")
        await writer.drain()
        await asyncio.sleep(0.01)


async def trickles_headers(writer: asyncio.StreamWriter) -> None:
    """A header that never ends, byte by byte."""
    writer.write(b"HTTP/1.1 200 OK\r\nX: ")
    while True:
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.01)


async def promises_for_ever(writer: asyncio.StreamWriter) -> None:
    """Says that an answer will come, again and again (RFC 9110 15.2)."""
    while True:
        writer.write(b"HTTP/1.1 102 Processing\r\n\r\n")
        await writer.drain()
        await asyncio.sleep(0.001)


async def never_ends(writer: asyncio.StreamWriter) -> None:
    """A body without an end, as fast as it is taken."""
    writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        writer.write(b" " * 65536)
        await writer.drain()


async def never_ends_in_chunks(writer: asyncio.StreamWriter) -> None:
    """The same in chunks of one byte."""
    writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        writer.write(b"1\r\nx\r\n" * 8192)
        await writer.drain()


async def resets(writer: asyncio.StreamWriter) -> None:
    """Breaks the connection off, as a machine that crashed."""
    writer.transport.abort()
