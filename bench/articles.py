"""Measures articles: reading and laying out, memory, and the real screen while it shows them.

The articles are made here (`essays`), 3, 60 and 500 KB of HTML; with FEEDTUI_CORPUS, real bodies
joined to the same sizes are read and laid out, too. Nothing is judged; the figures are printed.
"""

import asyncio
import gc
import os
import sys
import time
import tracemalloc
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path

from essays import essay
from figures import megabytes, print_columns, print_times
from generate import write_feed
from holding import measure_holds
from sandbox import Sandbox, open_sandbox
from terminal import LINES, Screen, Silent, Terminal
from words import bodies

from feedtui.article.layout import lay_out
from feedtui.article.reader import read
from feedtui.model import Body

SIZES = (3, 60, 500)
WIDTH = 80
BASE = "https://example.org/essay"
FEED = "http://127.0.0.1:9/essays"
TIMES = 7
PAGES = 30
WIDTHS = (100, 120, 90, 120, 80, 120)
_BYTES = 1_000_000
_USUAL = 60_000
_BODIES = 400


def main() -> int:
    """Measure each size by itself, then on the screen."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--no-screen", action="store_true", help="only reading and laying out")
    said = parser.parse_args()
    print_columns()
    for size in SIZES:
        _measure_room(f"{size} KB", essay(size * 1000))
    for size, html in _real_bodies(os.environ.get("FEEDTUI_CORPUS", "")):
        _measure_room(f"{size} KB, real", html)
    if not said.no_screen:
        with open_sandbox() as sandbox:
            _write_essays(sandbox)
            _measure_screen(sandbox)
        with open_sandbox() as sandbox:
            _write_essays(sandbox)
            _measure_holds(sandbox)
    return 0


def _real_bodies(corpus: str) -> Iterator[tuple[int, str]]:
    """Bodies of real feeds, of at most 60 KB each, put together in the order of the corpus."""
    joined = ""
    if corpus:
        texts = (html for _, html, _ in bodies(Path(corpus)) if len(html) < _USUAL)
        joined = "".join(islice(texts, _BODIES))
    for size in SIZES if corpus else ():
        yield size, joined[: size * 1000]


def _measure_room(name: str, html: str) -> None:
    document = read(html, BASE)
    print_times(f"{name}: read", [_time(lambda: read(html, BASE)) for _ in range(TIMES)])
    print_times(f"{name}: lay out", [_time(lambda: lay_out(document, WIDTH)) for _ in range(TIMES)])
    print_times(f"{name}: both", [_time(lambda: _both(html)) for _ in range(TIMES)])
    kept, most = _memory(html)
    print(f"  {name}: keeps {kept:.1f} MB, at most {most:.1f} MB while it is read")


def _time(act: Callable[[], object]) -> float:
    gc.collect()
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _both(html: str) -> object:
    document = read(html, BASE)
    return document, lay_out(document, WIDTH)


def _memory(html: str) -> tuple[float, float]:
    tracemalloc.start()
    kept = _both(html)
    now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del kept
    return now / _BYTES, most / _BYTES


def _write_essays(sandbox: Sandbox) -> None:
    """A feed of TIMES essays of each size, the smaller ones newer."""
    each = [(size, number) for size in SIZES for number in range(TIMES)]
    entries = [(_name(*which), _body(*which)) for which in each]
    write_feed(sandbox.places, FEED, "Essays", entries)


def _body(size: int, number: int) -> Body:
    return Body(f"<p>Here begins {_name(size, number)}.</p>{essay(size * 1000, number)}", BASE)


def _name(size: int, number: int) -> str:
    return f"{size}-{number}"


def _measure_screen(sandbox: Sandbox) -> None:
    with _opened(sandbox) as terminal:
        pid = terminal.process.pid
        print(f"  at rest: {megabytes(pid, 'VmRSS')} MB")
        for size in SIZES:
            shown = [_show(terminal, _name(size, number)) for number in range(TIMES)]
            print_times(f"{size} KB: n to painted", shown)
            print(
                f"  {size} KB: {megabytes(pid, 'VmRSS')} MB, at most {megabytes(pid, 'VmHWM')} MB"
            )
        terminal.silence(1)
        pages = [terminal.answer(" ").seconds for _ in range(PAGES)]
        print_times("500 KB: a page down", pages)
        print_times("500 KB: resize", list(_resizes(terminal)))


def _measure_holds(sandbox: Sandbox) -> None:
    keys = ["n"] * TIMES * len(SIZES)
    pressed, resized = asyncio.run(measure_holds(sandbox, keys, list(WIDTHS)))
    for place, size in enumerate(SIZES):
        held = pressed[place * TIMES : (place + 1) * TIMES]
        print_times(f"{size} KB: longest hold after n", held)
    print_times("500 KB: longest hold after resize", resized)


def _show(terminal: Terminal, name: str) -> float:
    seconds = terminal.answer("n", _shows(f"Here begins {name}.")).seconds
    terminal.silence(1)
    return seconds


def _resizes(terminal: Terminal) -> Iterator[float]:
    for columns in WIDTHS:
        yield terminal.resize(columns, quiet=0.5).seconds


@contextmanager
def _opened(sandbox: Sandbox) -> Iterator[Terminal]:
    with closing(Terminal(sandbox.command(), sandbox.environment)) as terminal:
        if not terminal.read_until(_shows("unread"), 60):
            raise Silent("no rows were painted")
        terminal.answer("gg")
        terminal.silence(1)
        yield terminal


def _shows(text: str) -> Callable[[Screen], bool]:
    return lambda screen: any(text in screen.line(number) for number in range(LINES))


if __name__ == "__main__":
    sys.exit(main())
