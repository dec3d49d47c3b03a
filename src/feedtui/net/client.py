"""Bytes from the web: one GET per feed or page, bounded in time and size, conditional for feeds.

aiohttp follows redirects by itself, but it keeps the validators of one origin on the way to another
and goes from https to http, so the loop is ours, and headers are decided for each hop. It bounds no
body, so ours is counted while it comes, after decompression.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from tempfile import SpooledTemporaryFile
from typing import Literal
from urllib.parse import urlsplit

import aiohttp
from yarl import URL

from feedtui.clean import clean_line
from feedtui.net.addresses import Address, as_sent, taken_apart
from feedtui.net.answers import (
    ACCEPT,
    ACCEPT_PAGES,
    PAGES,
    Answer,
    Fetched,
    NotModified,
    Refused,
    Request,
)
from feedtui.net.failures import (
    LONGEST_REASON,
    Untrusted,
    error_in_words,
    status_in_words,
    untrusted_in_words,
)
from feedtui.net.freshness import forbids, fresh_for, retry_after, validator
from feedtui.net.guard import Forbidden, first_hop, is_public, next_hop, same_host, same_origin
from feedtui.net.places import Anywhere, Places
from feedtui.net.sessions import Limits, Sessions, Way, open_sessions

__all__ = [
    "ACCEPT",
    "ACCEPT_PAGES",
    "PAGES",
    "Answer",
    "Client",
    "Fetched",
    "Limits",
    "NotModified",
    "Refused",
    "Request",
    "open_client",
    "open_page_client",
]

NamedBy = Literal["the person", "a stranger"]
"""Whose word the addresses are that a client asks."""

_PERMANENT = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)
_WHOLE = (200, 203)
_CHUNK = 64 * 1024
_ANYWHERE = Anywhere()

# What is longer comes to a nameless file first, so that many bombs at once don't add up in memory.
_IN_MEMORY = 1024 * 1024


class _TooLargeError(Exception):
    pass


@dataclass(frozen=True, slots=True)
class _Hop:
    """A step on the way: where to, whether it is public so far, and how permanent the way was."""

    url: str
    public: bool = False
    permanent: bool = True
    moved: str = ""


@dataclass(frozen=True, slots=True)
class _Elsewhere:
    status: int
    location: str
    public: bool


class Client:
    """Asks for feeds and pages. Made by `open_client` or `open_page_client`."""

    def __init__(self, sessions: Sessions, limits: Limits, named_by: NamedBy) -> None:
        self._sessions = sessions
        self._limits = limits
        self._named_by = named_by

    async def get(self, request: Request, now: int, places: Places = _ANYWHERE) -> Answer:
        """Ask once. Whatever goes wrong on the way is a Refused."""
        begin = time.monotonic()
        try:
            answer = await self._follow(request, now, places)
        except TimeoutError as error:
            silent = isinstance(error, aiohttp.ServerTimeoutError)
            answer = _refused(error_in_words(error) if silent else self._too_long())
        except (aiohttp.ClientError, OSError) as error:
            answer = _refused(error_in_words(error))
        except _TooLargeError:
            answer = _refused(f"it is larger than {self._limits.body // 1024**2} MiB")
        except ValueError:
            answer = _refused("its address can't be asked")
        return replace(answer, took=round((time.monotonic() - begin) * 1000))

    async def _follow(self, request: Request, now: int, places: Places) -> Answer:
        """From hop to hop. Waiting for a place at a host costs nothing of the time in all."""
        first = first_hop(request.url)
        if isinstance(first, Forbidden):
            return _refused(first.reason)
        start = taken_apart(first)
        hop = _Hop(start.url, public=self._named_by == "a stranger")
        asked: set[str] = set()
        left = self._limits.total
        for _ in range(self._limits.redirects + 1):
            asked.add(hop.url)
            async with places.at(hop.url) as wait:
                if wait:
                    return _refused("the host that it redirects to wants a pause", wait)
                begin = time.monotonic()
                async with asyncio.timeout(left):
                    answer = await self._hop(hop, start, request, now)
                left -= time.monotonic() - begin
            if not isinstance(answer, _Elsewhere):
                return answer
            target = next_hop(hop.url, answer.location)
            if isinstance(target, Forbidden):
                return _refused(target.reason)
            if target in asked:
                return _refused("it redirects in a circle")
            hop = _next(hop, target, answer, start)
        return _refused(f"it redirects more than {self._limits.redirects} times")

    async def _hop(
        self, hop: _Hop, start: Address, request: Request, now: int
    ) -> "Answer | _Elsewhere":
        way = await self._way(hop, request)
        if isinstance(way, Forbidden):
            return _refused(way.reason)
        pinned = request.certificate if same_host(hop.url, start.url) else ""
        headers = _headers(hop, start, request)
        try:
            async with way.ask(_sendable(hop.url), headers, pinned) as response:
                return await self._answer(hop, way, response, request, now)
        except Untrusted as error:
            return await self._untrusted(hop, start, way, error)

    async def _way(self, hop: _Hop, request: Request) -> Way | Forbidden:
        if hop.public:
            return await self._sessions.to_public(hop.url)
        if request.again:
            return await self._sessions.to_any_again(hop.url)
        return await self._sessions.to_any(hop.url)

    async def _answer(
        self, hop: _Hop, way: Way, response: aiohttp.ClientResponse, request: Request, now: int
    ) -> "Answer | _Elsewhere":
        given = response.headers
        status = response.status
        if status in _REDIRECTS and "Location" in given:
            public = hop.public or way.reached_public(response)
            return _Elsewhere(status, given["Location"], public)
        if status == 304 and _conditions(hop.url, request):
            etag, last_modified = _validators(response)
            return NotModified(etag, last_modified, _asked(response, now), hop.moved)
        if status not in _WHOLE:
            return _refusal(hop, response, now)
        if request.types and response.content_type not in request.types and "Content-Type" in given:
            return _refused(f"it is {response.content_type}, not a web page")
        return _fetched(hop, response, await self._body(response), now)

    async def _body(self, response: aiohttp.ClientResponse) -> bytes:
        if (response.content_length or 0) > self._limits.body:
            raise _TooLargeError
        with SpooledTemporaryFile(max_size=_IN_MEMORY) as kept:
            async for chunk in response.content.iter_chunked(_CHUNK):
                kept.write(chunk)
                if kept.tell() > self._limits.body:
                    raise _TooLargeError
            kept.seek(0)
            return kept.read()

    async def _untrusted(self, hop: _Hop, start: Address, way: Way, error: Exception) -> Refused:
        """Why the host isn't believed to be itself, and how a person may believe it all the same.

        The certificate is looked at in one more handshake, which carries no request.
        """
        if self._named_by == "a stranger" or not same_host(hop.url, start.url):
            return _refused(untrusted_in_words(error, ""))
        shown = await way.certificate(_sendable(hop.url))
        return _refused(untrusted_in_words(error, shown))

    def _too_long(self) -> str:
        return f"it took longer than {self._limits.total:g} seconds"


@asynccontextmanager
async def open_client(
    limits: Limits, agent: str, at_once: int, public: Callable[[str], bool] = is_public
) -> AsyncIterator[Client]:
    """A client for the addresses that a person gave, for as long as the block lasts.

    `agent` is the User-Agent, `at_once` its sockets. Once it was answered from a `public` IP
    address, it follows redirects to public ones only.
    """
    async with open_sessions(limits, agent, at_once, public) as sessions:
        yield Client(sessions, limits, "the person")


@asynccontextmanager
async def open_page_client(
    limits: Limits, agent: str, at_once: int, public: Callable[[str], bool] = is_public
) -> AsyncIterator[Client]:
    """A client for addresses that a stranger named: it connects to public ones only.

    A feed may link to anything, also to what only this machine or its network can reach. Whatever
    the name in the link, the socket's own address decides. Behind a proxy, its words do.
    """
    async with open_sessions(limits, agent, at_once, public) as sessions:
        yield Client(sessions, limits, "a stranger")


def _sendable(url: str) -> URL:
    """The address as it goes out, byte for byte; only a host of other letters is put in IDNA."""
    sent = URL(as_sent(url), encoded=True)
    host = urlsplit(url).hostname or ""
    return sent if host.isascii() else sent.with_host(host)


def _next(hop: _Hop, target: str, answer: _Elsewhere, start: Address) -> _Hop:
    permanent = hop.permanent and answer.status in _PERMANENT
    moved = target if permanent and not start.authorization else hop.moved
    return _Hop(target, answer.public, permanent, moved)


def _headers(hop: _Hop, start: Address, request: Request) -> dict[str, str]:
    headers = {"Accept": request.accept} | _conditions(hop.url, request)
    if start.authorization and same_origin(hop.url, start.url):
        headers["Authorization"] = start.authorization
    return headers


def _conditions(url: str, request: Request) -> dict[str, str]:
    """The validators belong to one address (RFC 9110 13.1); no other is told of them."""
    if url != request.validators_from:
        return {}
    conditions = {"If-None-Match": request.etag, "If-Modified-Since": request.last_modified}
    return {name: value for name, value in conditions.items() if value}


def _validators(response: aiohttp.ClientResponse) -> tuple[str, str]:
    given = response.headers
    return validator(given.get("ETag", "")), validator(given.get("Last-Modified", ""))


def _asked(response: aiohttp.ClientResponse, now: int) -> int | None:
    given = response.headers
    cache_control = ", ".join(given.getall("Cache-Control", ()))
    age, expires, date = (given.get(name, "") for name in ("Age", "Expires", "Date"))
    return fresh_for(cache_control, age, expires, date, now)


def _fetched(hop: _Hop, response: aiohttp.ClientResponse, body: bytes, now: int) -> Fetched:
    etag, last_modified = _validators(response)
    content_type = clean_line(response.headers.get("Content-Type", ""), most=200)
    asked = _asked(response, now)
    return Fetched(hop.url, body, content_type, etag, last_modified, asked, hop.moved)


def _refusal(hop: _Hop, response: aiohttp.ClientResponse, now: int) -> Refused:
    status = response.status
    named = response.headers.get("Retry-After", "")
    return Refused(
        status_in_words(status, response.reason or ""),
        retry_after(status, named, now),
        forbids=forbids(status, named),
        gone=status == 410 and hop.permanent,
        closed=hop.url if status == 429 else "",
    )


def _refused(reason: str, wait: int | None = None) -> Refused:
    return Refused(clean_line(reason, most=LONGEST_REASON), wait, forbids=wait is not None)
