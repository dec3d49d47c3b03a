"""How a host is reached: connections, which are kept, and which hosts they may lead to.

Three sessions share the work, because aiohttp gives a session one kind of connection. `brief` and
`lasting` connect to any address and differ in how long an idle connection is kept: one over TLS
costs a third of a megabyte, so those of hosts that aren't asked again are closed at once. `public`
connects to public addresses only, whatever the name: the socket's own address decides, so a name
that means something else a moment later (DNS rebinding) gains nothing.

Proxies come from the environment (http_proxy, https_proxy, no_proxy). What a proxy can reach is its
own business, so there the words of the address decide what is private.
"""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
from yarl import URL

from feedtui.net.guard import Forbidden, PrivateHostError, is_private
from feedtui.net.resolving import Resolver

_BRIEF = 0.5
_LASTING = 5.0
"""Seconds for which idle connections are kept."""

_DNS_CACHE = 60
_NOBODYS = bytes(32)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may cost: seconds in all, to connect, in silence; bytes; redirects."""

    total: float = 30
    connect: float = 10
    silence: float = 15
    body: int = 16 * 1024 * 1024
    redirects: int = 10


class Response(aiohttp.ClientResponse):
    """An answer that remembers the IP address that it came from, when its connection is gone."""

    peer = ""

    async def start(self, connection: aiohttp.connector.Connection) -> aiohttp.ClientResponse:
        """As aiohttp does, while the connection is still there."""
        transport = connection.transport
        name = transport.get_extra_info("peername") if transport else None
        self.peer = str(name[0]) if name else ""
        return await super().start(connection)


@dataclass(frozen=True, slots=True)
class Way:
    """How one address is asked: over which session, by which proxy if any."""

    session: aiohttp.ClientSession
    public: Callable[[str], bool]
    proxy: str | None = None

    @asynccontextmanager
    async def ask(
        self, url: URL, headers: Mapping[str, str], pinned: str
    ) -> AsyncIterator[aiohttp.ClientResponse]:
        """One GET, redirects not followed. `pinned` is a certificate's fingerprint, or empty."""
        trust = aiohttp.Fingerprint(bytes.fromhex(pinned)) if pinned else True
        async with self.session.get(
            url, headers=headers, proxy=self.proxy, ssl=trust, allow_redirects=False
        ) as response:
            yield response

    async def certificate(self, url: URL) -> str:
        """The SHA-256 fingerprint of what a host shows, empty if it can't be had.

        No certificate has the fingerprint that is asked for, so nothing is ever sent.
        """
        try:
            async with self.ask(url, {}, _NOBODYS.hex()):
                return ""
        except aiohttp.ServerFingerprintMismatch as error:
            return error.got.hex()
        except aiohttp.ClientError:
            return ""

    def reached_public(self, response: aiohttp.ClientResponse) -> bool:
        """Whether an answer came from the public network; what can't be told did."""
        if self.proxy is not None:
            return not is_private(str(response.url))
        peer = response.peer if isinstance(response, Response) else ""
        return not peer or self.public(peer)


@dataclass(frozen=True, slots=True)
class Sessions:
    """The sessions of a client. Made by `open_sessions`."""

    brief: aiohttp.ClientSession
    lasting: aiohttp.ClientSession
    outside: aiohttp.ClientSession
    public: Callable[[str], bool]
    proxies: Mapping[str, str] = field(default_factory=dict)

    async def to_any(self, url: str) -> Way:
        """The way to an address that a person gave."""
        return Way(self.brief, self.public, await self._proxy(url))

    async def to_any_again(self, url: str) -> Way:
        """The way to one whose host will soon be asked again."""
        return Way(self.lasting, self.public, await self._proxy(url))

    async def to_public(self, url: str) -> Way | Forbidden:
        """The way to an address that a stranger gave, if it may be public."""
        proxy = await self._proxy(url)
        if proxy is None:
            return Way(self.outside, self.public)
        if is_private(url):
            return Forbidden(f"no connection: {PrivateHostError()}")
        return Way(self.brief, self.public, proxy)

    async def _proxy(self, url: str) -> str | None:
        """The proxy for an address. In a thread, because some systems ask the network for it."""
        parts = urlsplit(url)
        proxy = self.proxies.get(parts.scheme)
        if proxy is None or await asyncio.to_thread(proxy_bypass, parts.netloc):
            return None
        return proxy


@asynccontextmanager
async def open_sessions(
    limits: Limits, agent: str, at_once: int, public: Callable[[str], bool]
) -> AsyncIterator[Sessions]:
    """Sessions for as long as the block lasts; `public` tells public IP addresses."""

    def public_socket(target: aiohttp.AddrInfoType) -> socket.socket:
        family, kind, protocol, _, address = target
        if not public(str(address[0])):
            raise PrivateHostError
        return socket.socket(family, kind, protocol)

    async with AsyncExitStack() as stack:
        brief, lasting, outside = [
            await stack.enter_async_context(_session(limits, agent, at_once, kept, factory))
            for kept, factory in ((_BRIEF, None), (_LASTING, None), (_BRIEF, public_socket))
        ]
        yield Sessions(brief, lasting, outside, public, _proxies())


def _session(
    limits: Limits,
    agent: str,
    at_once: int,
    kept: float,
    factory: Callable[[aiohttp.AddrInfoType], socket.socket] | None,
) -> aiohttp.ClientSession:
    connector = aiohttp.TCPConnector(
        limit=at_once,
        resolver=Resolver(),
        ttl_dns_cache=_DNS_CACHE,
        keepalive_timeout=kept,
        socket_factory=factory,
    )
    timeout = aiohttp.ClientTimeout(total=None, connect=limits.connect, sock_read=limits.silence)
    return aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={"User-Agent": agent, "Accept-Encoding": "gzip, deflate"},
        timeout=timeout,
        response_class=Response,
    )


def _proxies() -> dict[str, str]:
    """The proxies of the environment that can be used; a bare `host:port` means http."""
    named = {
        scheme: proxy if "://" in proxy else f"http://{proxy}"
        for scheme, proxy in getproxies().items()
        if scheme in {"http", "https"}
    }
    return {scheme: proxy for scheme, proxy in named.items() if _is_proxy(proxy)}


def _is_proxy(proxy: str) -> bool:
    try:
        return URL(proxy).scheme in {"http", "https"} and bool(URL(proxy).host)
    except ValueError:
        return False
