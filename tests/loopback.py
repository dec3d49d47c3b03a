"""A web server on the loopback interface, with a route for every behaviour, that keeps a log."""

import asyncio
import gzip
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from aiohttp import web

Handler = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]


@dataclass(frozen=True)
class Logged:
    """A request as the host saw it."""

    path: str
    headers: dict[str, str]


@dataclass(frozen=True)
class Page:
    """What a path answers with."""

    body: str | bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    status: int = 200
    reason: str | None = None

    def response(self) -> web.Response:
        body = self.body if isinstance(self.body, bytes) else self.body.encode()
        headers = {"Content-Type": "application/xml"} | self.headers
        return web.Response(body=body, headers=headers, status=self.status, reason=self.reason)


@dataclass
class Loopback:
    """Serves what `pages` hold and what the behaviours below do. `address` ends without a slash."""

    address: str = ""
    pages: dict[str, Page | bytes | str] = field(default_factory=dict)
    log: list[Logged] = field(default_factory=list)
    _came: threading.Condition = field(default_factory=threading.Condition)

    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [each.path for each in self.log]

    def url(self, path: str) -> str:
        """The address of a path."""
        return self.address + path

    def wait_for(self, requests: int) -> None:
        """Wait until so many requests have come in."""
        with self._came:
            self._came.wait_for(lambda: len(self.log) >= requests)

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        with self._came:
            self.log.append(Logged(request.path_qs, dict(request.headers)))
            self._came.notify_all()
        behaviour = BEHAVIOURS.get(request.path)
        if behaviour is not None:
            return await behaviour(request)
        page = self.pages.get(request.path)
        if page is None:
            return web.Response(status=404, reason="Not Found")
        return (page if isinstance(page, Page) else Page(page)).response()


@contextmanager
def serve() -> Iterator[Loopback]:
    """A server in a thread of its own, for as long as the block lasts."""
    server = Loopback()
    loop = asyncio.new_event_loop()
    ready = threading.Event()
    stop = asyncio.Event()

    async def main() -> None:
        runner = web.ServerRunner(web.Server(server.answer), shutdown_timeout=0)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        server.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
        ready.set()
        await stop.wait()
        await site.stop()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()
        await runner.cleanup()

    thread = threading.Thread(target=loop.run_until_complete, args=(main(),))
    thread.start()
    ready.wait()
    try:
        yield server
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()
        loop.close()


_BOMB = gzip.compress(b"\0" * (8 * 1024 * 1024))


async def _never(_request: web.BaseRequest) -> web.StreamResponse:
    await asyncio.Event().wait()
    raise AssertionError


async def _stalls(request: web.BaseRequest) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    await response.write(b"<rss>")
    await asyncio.Event().wait()
    return response


async def _endless(request: web.BaseRequest) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    while True:
        await response.write(b" " * 65536)


async def _bomb(_request: web.BaseRequest) -> web.StreamResponse:
    return web.Response(body=_BOMB, headers={"Content-Encoding": "gzip"})


async def _loop(request: web.BaseRequest) -> web.StreamResponse:
    step = int(request.query.get("step", "0"))
    return web.Response(status=302, headers={"Location": f"/loop?step={step + 1}"})


async def _breaks_off(request: web.BaseRequest) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "1000"})
    await response.prepare(request)
    await response.write(b"<rss>")
    if request.transport is not None:
        request.transport.close()
    return response


def _redirect(location: str, status: int = 302) -> Handler:
    async def answer(_request: web.BaseRequest) -> web.StreamResponse:
        return web.Response(status=status, headers={"Location": location})

    return answer


def _status(status: int, **headers: str) -> Handler:
    async def answer(_request: web.BaseRequest) -> web.StreamResponse:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return web.Response(status=status, headers=named)

    return answer


BEHAVIOURS: dict[str, Handler] = {
    "/never": _never,
    "/stalls": _stalls,
    "/endless": _endless,
    "/bomb": _bomb,
    "/loop": _loop,
    "/breaks-off": _breaks_off,
    "/moved": _redirect("/feed.xml", 301),
    "/to-file": _redirect("file:///etc/passwd"),
    "/to-javascript": _redirect("javascript:alert(1)"),
    "/gone": _status(410),
    "/busy": _status(429, Retry_After="7200"),
    "/overloaded": _status(503),
    "/broken": _status(500),
    "/forbidden": _status(403),
}


def rss(*titles: str, title: str = "Example") -> str:
    """An RSS document with an entry for each title."""
    items = "".join(
        f"<item><title>{each}</title><link>https://example.org/{number}</link>"
        f"<guid>https://example.org/{number}</guid><description>About {each}.</description></item>"
        for number, each in enumerate(titles)
    )
    return f"<rss version='2.0'><channel><title>{title}</title>{items}</channel></rss>"
