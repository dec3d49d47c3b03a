"""A server of hostile and honest routes in a process of its own.

Each route is a host of its own, at its own address of the loopback network, because a reader asks
one host for little at once: on one host, the slow routes would hide the others.
"""

import asyncio
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from hostile_answers import (
    Answer,
    bombs,
    http,
    odd_headers,
    odd_protocols,
    over_allowed_tls,
    over_tls,
    redirects,
    slow_ones,
)
from hostile_documents import feeds_beyond_measure, honest_large_feed, json_traps, pages, xml_traps
from refresh_documents import Source

CERTIFICATE = Path(__file__).parents[1] / "tests" / "net" / "certificates" / "self-signed.pem"
HONEST = 20
_FEED_TYPE = "Content-Type: application/xml"


@dataclass(frozen=True, slots=True)
class Route:
    """Where something is served: a hostile one by its name, an honest one with its `entries`.

    `certificate` is the fingerprint of the one that the person allows.
    """

    name: str
    url: str
    entries: int = 0
    certificate: str = ""


@contextmanager
def open_routes() -> Iterator[list[Route]]:
    """All routes, the hostile ones first, for as long as the block lasts."""
    ours, theirs = get_context("spawn").Pipe()
    process = get_context("spawn").Process(target=_run, args=(theirs,), daemon=True)
    process.start()
    try:
        yield ours.recv()
    finally:
        process.terminate()
        process.join()


def _run(pipe: Connection) -> None:
    asyncio.run(_serve(pipe))


async def _serve(pipe: Connection) -> None:
    site = _Site()
    await _add_hostile(site)
    await site.add("8 MB and 4,000 entries", http(body=honest_large_feed()), entries=4000)
    for source in map(Source, range(HONEST)):
        answer = http("200 OK", _FEED_TYPE, body=source.document(0))
        await site.add("an ordinary feed", answer, entries=source.entries(0))
    pipe.send(site.routes)
    await asyncio.Event().wait()


async def _add_hostile(site: "_Site") -> None:
    for name, answer in _hostile().items():
        await site.add(name, answer)
    for name, answer in over_tls().items():
        await site.add_over_tls(name, answer)
        await site.add_over_tls(f"{name}, another one allowed", answer, "00" * 32)
    for name, answer in over_allowed_tls().items():
        await site.add_over_tls(name, answer, _fingerprint())


def _hostile() -> dict[str, Answer]:
    documents = pages() | xml_traps() | feeds_beyond_measure() | json_traps()
    served = {name: http("200 OK", body=body) for name, body in documents.items()}
    return bombs() | slow_ones() | odd_protocols() | odd_headers() | redirects() | served


def _tls() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    return context


def _fingerprint() -> str:
    text = CERTIFICATE.read_text()
    begin = text.index("-----BEGIN CERTIFICATE")
    return sha256(ssl.PEM_cert_to_DER_cert(text[begin:])).hexdigest()


class _Site:
    """The routes that are open."""

    def __init__(self) -> None:
        self.routes: list[Route] = []

    async def add(self, name: str, answer: Answer, *, entries: int = 0) -> None:
        """Open one more."""
        self.routes.append(Route(name, await self._open(answer, "http", None), entries))

    async def add_over_tls(self, name: str, answer: Answer, certificate: str = "") -> None:
        """Open one more, by https."""
        url = await self._open(answer, "https", _tls())
        self.routes.append(Route(name, url, certificate=certificate))

    async def _open(self, answer: Answer, scheme: str, tls: ssl.SSLContext | None) -> str:
        number = len(self.routes)
        host = f"127.0.{number // 250 + 1}.{number % 250 + 1}"
        server = await asyncio.start_server(_Exchange(answer).serve, host, 0, ssl=tls)
        return f"{scheme}://{host}:{server.sockets[0].getsockname()[1]}/{number}"


@dataclass(frozen=True, slots=True)
class _Exchange:
    answer: Answer

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            await reader.readuntil(b"\r\n\r\n")
            if isinstance(self.answer, bytes):
                writer.write(self.answer)
                await writer.drain()
            else:
                await self.answer(writer)
        writer.close()
