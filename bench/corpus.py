"""`feedtui refresh` over real documents: the whole program against a loopback server.

Subscribes to every real feed of FEEDTUI_CORPUS, one host address for each hundredth of them, and
refreshes three times: all new, all answered by 304, nothing due. Prints the outcomes and the times.
"""

import json
import os
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from sandbox import Sandbox, open_sandbox

_HOSTS = 100
_TYPES = {"atom": "application/atom+xml", "json": "application/feed+json"}

Row = dict[str, str]


def main() -> int:
    """Run the three refreshes."""
    corpus = Path(os.environ.get("FEEDTUI_CORPUS", ""))
    if not (corpus / "manifest.jsonl").is_file():
        sys.stderr.write("set FEEDTUI_CORPUS to a folder of feeds with a manifest.jsonl\n")
        return 2
    rows = [row for row in _manifest(corpus) if row["kind"] == "feed" and "real" in row["origin"]]
    print(f"{len(rows)} real feeds:", _said(Counter(row["format"] for row in rows)))
    print("languages:", _said(Counter(row.get("lang_guess", "?") for row in rows)))
    with _serve(corpus, rows) as port, open_sandbox() as sandbox:
        _subscribe(sandbox, len(rows), port)
        for name, words in (("all new", ()), ("all known", ("--force",)), ("nothing due", ())):
            _refresh(sandbox, name, *words)
        print("doctor:", sandbox.run("doctor").stdout.splitlines()[-2:])
    return 0


def _manifest(corpus: Path) -> list[Row]:
    text = (corpus / "manifest.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def _subscribe(sandbox: Sandbox, feeds: int, port: int) -> None:
    urls = sandbox.folder / "urls"
    lines = [f"http://127.0.0.{number % _HOSTS + 1}:{port}/{number}\n" for number in range(feeds)]
    urls.write_text("".join(lines), encoding="utf-8")
    print(sandbox.run("import", str(urls)).stdout.strip().replace(str(urls), "import"))


def _refresh(sandbox: Sandbox, name: str, *words: str) -> None:
    began = time.perf_counter()
    done = sandbox.run("refresh", "--json", *words)
    seconds = time.perf_counter() - began
    outcomes = [json.loads(line) for line in done.stdout.splitlines()]
    counts = Counter(outcome["outcome"] for outcome in outcomes)
    new = sum(outcome["new"] for outcome in outcomes)
    print(f"{name}: {seconds:.2f} s, {new} new entries, {_said(counts)}, exit {done.returncode}")
    for outcome in outcomes:
        if outcome["error"]:
            print(f"  {outcome['feed']}: {outcome['error']}")


def _said(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.most_common())


@contextmanager
def _serve(corpus: Path, rows: list[Row]) -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _handler(corpus, rows)) as server:
        others = [
            ThreadingHTTPServer(
                (f"127.0.0.{host}", server.server_address[1]), server.RequestHandlerClass
            )
            for host in range(2, _HOSTS + 1)
        ]
        for each in (server, *others):
            threading.Thread(target=each.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield int(server.server_address[1])
        finally:
            for each in (server, *others):
                each.shutdown()
                each.server_close()


def _handler(corpus: Path, rows: list[Row]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            row = rows[int(self.path.strip("/"))]
            etag = f'"{row["sha256"][:16]}"'
            known = self.headers.get("If-None-Match") == etag
            body = b"" if known else (corpus / row["path"]).read_bytes()
            self.send_response(304 if known else 200)
            self.send_header("ETag", etag)
            self.send_header("Content-Type", _TYPES.get(row["format"], "text/xml"))
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words: object) -> None:
            """Keep quiet."""

    return Handler


if __name__ == "__main__":
    sys.exit(main())
