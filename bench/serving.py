"""A web server on the loopback interface that answers with whatever `pages` holds at the moment."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(slots=True)
class Pages:
    """Documents by path; `address` ends without a slash."""

    address: str = ""
    pages: dict[str, str] = field(default_factory=dict)


@contextmanager
def serve_pages() -> Iterator[Pages]:
    """A server for as long as the block lasts."""
    pages = Pages()
    with _Server(("127.0.0.1", 0), _handler(pages)) as server:
        pages.address = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield pages
        finally:
            server.shutdown()
            thread.join()


def rss(name: str, entries: dict[str, str]) -> str:
    """An RSS document with an entry for each title and its HTML; the title is the guid, too."""
    items = "".join(
        f"<item><title>{each}</title><guid isPermaLink='false'>{each}</guid>"
        f"<description>{escape(html)}</description></item>"
        for each, html in entries.items()
    )
    return f"<rss version='2.0'><channel><title>{name}</title>{items}</channel></rss>"


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A reader that was killed hangs up; that is no news here."""


def _handler(pages: Pages) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = pages.pages.get(self.path, "").encode()
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "application/rss+xml")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *values: object) -> None:  # noqa: A002 - the library's
            """Say nothing; a killed reader is no news here."""

    return Handler
