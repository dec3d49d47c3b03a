"""Measures the linear mode beside the screen: bytes for a key, and how long a slow line takes.

A line of 9,600 baud carries 960 bytes a second. Nothing is judged here; the figures are printed.
"""

import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import closing, contextmanager
from statistics import median

from figures import megabytes
from generate import write_library
from sandbox import Sandbox, open_sandbox
from terminal import Answer, Terminal

TIMES = 9
REST = 0.3
"""Seconds of silence after which a key has had all its effects."""

BYTES_A_SECOND = 9600 / 10
PATIENCE = 60.0

GESTURES = (
    ("j", "j", ""),
    ("G", "G", "gg"),
    ("Enter, an article's first page", "\r", "h"),
    ("Space, the next page", " ", ""),
    ("s", "s", ""),
)
"""What a key is called, the key, and what is typed after it, unmeasured."""

_ROW = "  {:<34} {:>9} {:>12} {:>9}"


def main() -> int:
    """Measure both ways at each size."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 100_000], metavar="N")
    for size in parser.parse_args().sizes:
        with open_sandbox() as sandbox:
            write_library(sandbox.places, size)
            for words in (("--linear",), ()):
                name = "the linear mode" if words else "the screen"
                print(f"\n{size:,} entries, {name}", flush=True)
                _measure_all(sandbox, words)
    return 0


def _measure_all(sandbox: Sandbox, words: tuple[str, ...]) -> None:
    print(_ROW.format("", "bytes", "9,600 baud", "ms"))
    _print("start", [_start(sandbox, words) for _ in range(5)])
    with _running(sandbox, words) as terminal:
        _settle(terminal)
        for name, keys, after in GESTURES:
            _print(name, [_press(terminal, keys, after) for _ in range(TIMES)])
        print(f"  memory: {megabytes(terminal.process.pid, 'VmRSS')} MB")


def _start(sandbox: Sandbox, words: tuple[str, ...]) -> Answer:
    with _running(sandbox, words) as terminal:
        size = last = 0.0
        while output := terminal.read(1 if size else PATIENCE):
            size, last = size + len(output), time.perf_counter()
        return Answer(last - terminal.started, int(size))


def _press(terminal: Terminal, keys: str, after: str) -> Answer:
    answer = terminal.answer(keys, quiet=REST)
    if after:
        terminal.press(after)
        _settle(terminal)
    return answer


def _settle(terminal: Terminal) -> None:
    terminal.read(PATIENCE)
    while terminal.silence(REST):
        pass


@contextmanager
def _running(sandbox: Sandbox, words: tuple[str, ...]) -> Iterator[Terminal]:
    terminal = Terminal(sandbox.command(*words), sandbox.environment)
    with closing(terminal):
        yield terminal


def _print(name: str, answers: list[Answer]) -> None:
    size = median(answer.bytes for answer in answers)
    slow, quick = size / BYTES_A_SECOND, 1000 * median(answer.seconds for answer in answers)
    print(_ROW.format(name, f"{size:,.0f}", f"{slow:.2f} s", f"{quick:.1f}"), flush=True)


if __name__ == "__main__":
    sys.exit(main())
