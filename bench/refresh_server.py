"""A server of many feeds in a process of its own, each at its own address of the loopback network.

It is told which version of the feeds to serve and how long to wait before each answer, and says
how many requests it answered how, so that a program that asks for less is found out.
"""

import asyncio
import socket
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection

from refresh_documents import Source


@dataclass(frozen=True, slots=True)
class Round:
    """What is served until the next one: a version, and seconds that each answer waits."""

    version: int
    latency: float


@dataclass(frozen=True, slots=True)
class Served:
    """How many entries the documents of a round have, all together."""

    entries: int


class Host:
    """The other end of the pipe to the server."""

    def __init__(self, pipe: Connection, urls: list[str]) -> None:
        self._pipe = pipe
        self.urls = urls

    def serve(self, what: Round) -> Served:
        """Serve this from now on."""
        self._pipe.send(what)
        served: Served = self._pipe.recv()
        return served

    def answers(self) -> Counter[int]:
        """How many requests were answered with which status since this was last asked."""
        self._pipe.send(None)
        counted: Counter[int] = self._pipe.recv()
        return counted


@contextmanager
def open_host(feeds: int) -> Iterator[Host]:
    """A server of so many feeds, for as long as the block lasts."""
    ours, theirs = get_context("spawn").Pipe()
    process = get_context("spawn").Process(target=_run, args=(theirs, feeds), daemon=True)
    process.start()
    try:
        yield Host(ours, ours.recv())
    finally:
        process.terminate()
        process.join()


def _run(pipe: Connection, feeds: int) -> None:
    asyncio.run(_serve(pipe, feeds))


async def _serve(pipe: Connection, feeds: int) -> None:
    site = _Site(feeds)
    loop = asyncio.get_running_loop()
    port = 0
    urls = []
    for number in range(feeds):
        listening = _listening(number, port)
        host, port = listening.getsockname()
        await loop.create_server(lambda: _Exchange(site), sock=listening)
        urls.append(f"http://{host}:{port}/feed{number}.xml")
    loop.add_reader(pipe.fileno(), site.hear, pipe)
    pipe.send(urls)
    await asyncio.Event().wait()


def _listening(number: int, port: int) -> socket.socket:
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind((f"127.0.{number // 250 + 1}.{number % 250 + 1}", port))
    listening.listen(16)
    return listening


class _Site:
    """All feeds as they are served now, each answer ready."""

    def __init__(self, feeds: int) -> None:
        self._sources = [Source(number) for number in range(feeds)]
        self._ready: list[bytes] = []
        self._etag = b""
        self._validators = b""
        self.latency = 0.0
        self.counts: Counter[int] = Counter()

    def hear(self, pipe: Connection) -> None:
        said = pipe.recv()
        if isinstance(said, Round):
            self._prepare(said)
            pipe.send(Served(sum(source.entries(said.version) for source in self._sources)))
        else:
            pipe.send(self.counts)
            self.counts = Counter()

    def answer(self, request: bytes) -> bytes:
        if self._etag in request:
            self.counts[304] += 1
            return b"HTTP/1.1 304 Not Modified\r\n" + self._validators + b"\r\n\r\n"
        self.counts[200] += 1
        number = request.partition(b"/feed")[2].partition(b".xml")[0]
        return self._ready[int(number)]

    def _prepare(self, wanted: Round) -> None:
        self.latency = wanted.latency
        etag = f'"version-{wanted.version}"'.encode()
        if self._etag != etag:
            date = f"Last-Modified: Tue, 10 Jun 2025 {wanted.version:02}:00:00 GMT".encode()
            self._etag, self._validators = etag, b"ETag: " + etag + b"\r\n" + date
            self._ready = [self._framed(each.document(wanted.version)) for each in self._sources]

    def _framed(self, document: bytes) -> bytes:
        size = f"Content-Type: application/xml\r\nContent-Length: {len(document)}".encode()
        return b"\r\n".join((b"HTTP/1.1 200 OK", self._validators, size, b"", document))


class _Exchange(asyncio.Protocol):
    """One connection."""

    def __init__(self, site: _Site) -> None:
        self._site = site
        self._heard = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._heard += data
        if self._heard.endswith(b"\r\n\r\n"):
            request, self._heard = self._heard, b""
            asyncio.get_running_loop().call_later(self._site.latency, self._answer, request)

    def _answer(self, request: bytes) -> None:
        if isinstance(self._transport, asyncio.Transport) and not self._transport.is_closing():
            self._transport.write(self._site.answer(request))
            if b"HTTP/1.0" in request or b"onnection: close" in request:
                self._transport.close()
