"""Bytes from the web: one GET per feed or page, bounded in time and size, conditional for feeds.

aiohttp follows redirects by itself, but it keeps the validators of one origin on the way to another
and goes from https to http, so the loop is ours, and headers are decided for each hop. It bounds no
body, so ours is counted while it comes, after decompression.
"""

import asyncio
import os
import re
import socket
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.request import getproxies

import aiohttp
from yarl import URL

from feedtui.clean import SafeText, clean_line
from feedtui.net.guard import Forbidden, first_hop, is_public, next_hop, same_origin
from feedtui.net.manners import retry_after, validator

ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
    "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.5, */*;q=0.3"
)
ACCEPT_PAGES = "text/html, application/xhtml+xml, */*;q=0.1"
PAGES = ("text/html", "application/xhtml+xml")
"""Media types of web pages."""

_REDIRECTS = (301, 302, 303, 307, 308)
_CHUNK = 64 * 1024

# Such an address goes out byte for byte as it was typed; aiohttp would requote it. Others need it.
_PLAIN = re.compile("[!-~]+")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may cost: seconds in all, to connect, in silence; bytes; redirects."""

    total: float = 30
    connect: float = 10
    silence: float = 15
    body: int = 16 * 1024 * 1024
    redirects: int = 10


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask for, with the validators of `validators_from`, which get nowhere else.

    A body of another media type than `types` isn't waited for; without any, all are taken.
    """

    url: str
    etag: str = ""
    last_modified: str = ""
    validators_from: str = ""
    accept: str = ACCEPT
    types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fetched:
    """A body, the address that it came from after redirects, and what to ask it with next time."""

    address: str
    body: bytes
    content_type: str
    etag: str
    last_modified: str


@dataclass(frozen=True, slots=True)
class NotModified:
    """The host has nothing new. Empty validators mean that the old ones stay."""

    etag: str
    last_modified: str


@dataclass(frozen=True, slots=True)
class Refused:
    """No body, why in a sentence, and the pause in seconds that the host asked for, if it did."""

    reason: SafeText
    wait: int | None = None


Answer = Fetched | NotModified | Refused


class _TooLargeError(Exception):
    pass


class Client:
    """Asks for feeds and pages. Made by `open_client` or `open_page_client`."""

    def __init__(self, session: aiohttp.ClientSession, limits: Limits) -> None:
        self._session = session
        self._limits = limits

    async def get(self, request: Request, now: int) -> Answer:
        """Ask once. Whatever goes wrong on the way is a Refused."""
        try:
            async with asyncio.timeout(self._limits.total):
                return await self._follow(request, now)
        except aiohttp.ClientError as error:
            return _refused(_in_words(error))
        except TimeoutError:
            return _refused(f"it took longer than {self._limits.total:g} seconds")
        except _TooLargeError:
            return _refused(f"it is larger than {self._limits.body // 1024**2} MiB")
        except (ValueError, UnicodeError) as error:
            return _refused(f"its address can't be asked: {error}")

    async def _follow(self, request: Request, now: int) -> Answer:
        here = first_hop(request.url)
        for _ in range(self._limits.redirects + 1):
            if isinstance(here, Forbidden):
                return _refused(here.reason)
            answer = await self._hop(here, request, now)
            if not isinstance(answer, _Elsewhere):
                return answer
            here = next_hop(here, answer.location)
        return _refused(f"it redirects more than {self._limits.redirects} times")

    async def _hop(self, url: str, request: Request, now: int) -> "Answer | _Elsewhere":
        headers = {"Accept": request.accept} | _conditions(url, request)
        address = URL(url, encoded=_PLAIN.fullmatch(url) is not None)
        async with self._session.get(address, headers=headers, allow_redirects=False) as response:
            return await self._answer(url, response, request, now)

    async def _answer(
        self, url: str, response: aiohttp.ClientResponse, request: Request, now: int
    ) -> "Answer | _Elsewhere":
        given = response.headers
        etag = validator(given.get("ETag", ""))
        last_modified = validator(given.get("Last-Modified", ""))
        if response.status == 304:
            return NotModified(etag, last_modified)
        if response.status in _REDIRECTS and "Location" in given:
            return _Elsewhere(given["Location"])
        if response.status != 200:
            wait = retry_after(response.status, given.get("Retry-After", ""), now)
            return Refused(_status_in_words(response), wait)
        if request.types and response.content_type not in request.types and "Content-Type" in given:
            return _refused(f"it is {response.content_type}, not a web page")
        body = await self._body(response)
        return Fetched(url, body, given.get("Content-Type", ""), etag, last_modified)

    async def _body(self, response: aiohttp.ClientResponse) -> bytes:
        body = bytearray()
        async for chunk in response.content.iter_chunked(_CHUNK):
            body += chunk
            if len(body) > self._limits.body:
                raise _TooLargeError
        return bytes(body)


@dataclass(frozen=True, slots=True)
class _Elsewhere:
    location: str


@asynccontextmanager
async def open_client(limits: Limits, agent: str, at_once: int) -> AsyncIterator[Client]:
    """A client for as long as the block lasts. `agent` is the User-Agent, `at_once` its sockets."""
    async with _session(limits, agent, aiohttp.TCPConnector(limit=at_once)) as session:
        yield Client(session, limits)


@asynccontextmanager
async def open_page_client(limits: Limits, agent: str, at_once: int) -> AsyncIterator[Client]:
    """A client for addresses that a stranger named: it connects to public ones only.

    A feed may link to anything, also to what only this machine or its network can reach. Whatever
    the name in the link, the socket's own address decides. Behind a proxy, the proxy does.
    """
    factory = None if getproxies() else _public_socket
    connector = aiohttp.TCPConnector(limit=at_once, socket_factory=factory)
    async with _session(limits, agent, connector) as session:
        yield Client(session, limits)


def _session(limits: Limits, agent: str, connector: aiohttp.TCPConnector) -> aiohttp.ClientSession:
    timeout = aiohttp.ClientTimeout(
        total=None, sock_connect=limits.connect, sock_read=limits.silence
    )
    return aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={"User-Agent": agent, "Accept-Encoding": "gzip, deflate"},
        timeout=timeout,
        trust_env=True,
    )


def _public_socket(target: aiohttp.AddrInfoType) -> socket.socket:
    family, kind, protocol, _, address = target
    if not is_public(str(address[0])):
        raise OSError("its host is in a private network")
    return socket.socket(family, kind, protocol)


def _conditions(url: str, request: Request) -> dict[str, str]:
    if not request.validators_from or not same_origin(url, request.validators_from):
        return {}
    conditions = {"If-None-Match": request.etag, "If-Modified-Since": request.last_modified}
    return {name: value for name, value in conditions.items() if value}


def _refused(reason: str) -> Refused:
    return Refused(clean_line(reason, most=300))


def _status_in_words(response: aiohttp.ClientResponse) -> SafeText:
    known = {
        401: "it wants a user name and a password",
        403: "its host forbids it",
        404: "it is not there any more",
        410: "its host says that it is gone for good",
        429: "its host asks for a pause",
        503: "its host is overloaded",
    }
    words = known.get(response.status, response.reason or "no reason given")
    return clean_line(f"{words} (HTTP {response.status})", most=200)


def _in_words(error: aiohttp.ClientError) -> str:
    match error:
        case aiohttp.ClientConnectorCertificateError():
            return f"its certificate can't be trusted: {_innermost(error)}"
        case aiohttp.ClientConnectorDNSError():
            return "its host name is unknown, or there is no network"
        case aiohttp.ClientSSLError():
            return f"no safe connection: {_innermost(error)}"
        case aiohttp.ClientConnectorError():
            return f"no connection: {_system_error(error.os_error)}"
        case aiohttp.ServerTimeoutError():
            return "it went silent"
        case aiohttp.ServerDisconnectedError():
            return "its host hung up"
        case aiohttp.ClientPayloadError():
            return "it broke off in the middle"
        case aiohttp.InvalidURL():
            return "its address is not a web address"
        case _:
            return f"its host gave an answer that can't be understood ({type(error).__name__})"


def _system_error(error: OSError) -> str:
    return os.strerror(error.errno) if error.errno else str(error)


def _innermost(
    error: aiohttp.ClientConnectorError | aiohttp.ClientConnectorCertificateError,
) -> str:
    cause = error.__cause__ or error.__context__
    if isinstance(cause, ssl.SSLCertVerificationError):
        return cause.verify_message
    return str(cause or error)
