"""`feeds.parse` over documents that were damaged at random, for some minutes.

Documents of FEEDTUI_CORPUS are cut, joined, repeated, stripped of tags and mixed with what breaks
parsers. Counts the exceptions, prints how to make each again, and names the slowest document. The
exit code is 1 if there was any exception.
"""

import argparse
import json
import os
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from feedtui.feeds.parse import parse
from feedtui.model import Feed

ADDRESS = "https://feed.example/x/feed.xml"

_PIECES = (
    *(b"<item>", b"</item>", b"<entry>", b"</entry>", b"</channel>", b"</rss>", b"<channel>"),
    *(b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<?xml version='1.0'?>", b"<!DOCTYPE x [<!ENTITY"),
    *(b"&#xD800;", b"&#0;", b"&nbsp;", b"&", b"<", b">", b'"', b"'", b"\x00", b"\x1b]0;", b"\xff"),
    *(
        b"<image>",
        b"<textInput>",
        b"<source>",
        b"<author>",
        b"<tags>a,b</tags>",
        b"<width>x</width>",
    ),
    *(
        b"<media:group>",
        b"<itunes:explicit>",
        b"<link rel='enclosure'/>",
        b"<a:b c:d='e'>",
        b"{",
        b"]",
    ),
    *(
        b"<category/>",
        b"<media:rating/>",
        b"<media:restriction/>",
        b"<dcterms:valid>=;=</dcterms:valid>",
    ),
    *(b"<content type='xhtml'>", b"<content type='image/png'>!</content>", b"<svg>", b"<title>"),
)
_LARGEST = 200_000
"""Bytes of a document that is damaged; larger ones are cut, so that there are many rounds."""

Damage = Callable[[random.Random, bytes], bytes]


def main() -> int:
    """Damage and read until the time is up."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--minutes", type=float, default=1.0)
    words.add_argument("--seed", type=int, default=0)
    given = words.parse_args()
    corpus = Path(os.environ.get("FEEDTUI_CORPUS", ""))
    if not (corpus / "manifest.jsonl").is_file():
        sys.stderr.write("set FEEDTUI_CORPUS to a folder of feeds with a manifest.jsonl\n")
        return 2
    return _fuzz(_documents(corpus), given.seed, given.minutes * 60)


def _documents(corpus: Path) -> list[bytes]:
    lines = (corpus / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    return [(corpus / json.loads(line)["path"]).read_bytes()[:_LARGEST] for line in lines]


def _fuzz(documents: list[bytes], seed: int, seconds: float) -> int:
    began = time.perf_counter()
    failures: Counter[str] = Counter()
    feeds, rounds, slowest = 0, 0, (0.0, 0)
    while time.perf_counter() - began < seconds:
        rounds += 1
        chance = random.Random(f"{seed}:{rounds}")
        body = _damaged(chance, chance.choice(documents), documents)
        start = time.perf_counter()
        try:
            feeds += isinstance(parse(body, ADDRESS), Feed)
        except Exception:  # noqa: BLE001 - counting them is what this is for
            _note(failures, traceback.format_exc(), f"--seed {seed}, round {rounds}")
        slowest = max(slowest, (time.perf_counter() - start, rounds))
    print(f"{rounds} documents, {feeds} feeds, {failures.total()} exceptions")
    print(f"slowest: {slowest[0]:.2f} s, round {slowest[1]} of --seed {seed}")
    return 1 if failures else 0


def _note(failures: Counter[str], trace: str, where: str) -> None:
    """Print each kind of exception once, by the line that raised it."""
    kind = "".join(trace.splitlines()[-3:])
    if not failures[kind]:
        print(f"{where}\n{trace}")
    failures[kind] += 1


def _damaged(chance: random.Random, body: bytes, documents: list[bytes]) -> bytes:
    for _ in range(chance.randint(1, 6)):
        body = chance.choice(_DAMAGES)(chance, body)
    return body if chance.random() < 0.9 else _joined(chance, body, chance.choice(documents))


def _place(chance: random.Random, body: bytes) -> int:
    return chance.randint(0, len(body))


def _without_a_piece(chance: random.Random, body: bytes) -> bytes:
    start = _place(chance, body)
    return body[:start] + body[start + chance.choice((1, 10, 1000)) :]


def _cut_off(chance: random.Random, body: bytes) -> bytes:
    return body[: _place(chance, body)] if chance.random() < 0.3 else body


def _with_a_piece(chance: random.Random, body: bytes) -> bytes:
    start = _place(chance, body)
    return body[:start] + chance.choice(_PIECES) * chance.choice((1, 1, 1, 50)) + body[start:]


def _with_another_byte(chance: random.Random, body: bytes) -> bytes:
    start = _place(chance, body)
    return body[:start] + chance.randbytes(1) + body[start + 1 :]


def _moved(chance: random.Random, body: bytes) -> bytes:
    """A piece of it stands somewhere else."""
    start, length = _place(chance, body), chance.choice((20, 500, 5000))
    piece, rest = body[start : start + length], body[:start] + body[start + length :]
    target = _place(chance, rest)
    return rest[:target] + piece + rest[target:]


def _doubled(chance: random.Random, body: bytes) -> bytes:
    start, length = _place(chance, body), chance.choice((20, 500, 5000))
    return body[: start + length] + body[start:]


def _joined(chance: random.Random, body: bytes, other: bytes) -> bytes:
    return body[: _place(chance, body)] + other[_place(chance, other) :]


_DAMAGES: tuple[Damage, ...] = (
    _without_a_piece,
    _cut_off,
    _with_a_piece,
    _with_another_byte,
    _moved,
    _doubled,
)


if __name__ == "__main__":
    sys.exit(main())
