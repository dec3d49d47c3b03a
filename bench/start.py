"""Measures the screen over libraries of several sizes: start, keys, memory, and doing nothing.

Each library is made anew in a temporary folder. Nothing is judged here; the figures are printed.
"""

import os
import re
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from figures import megabytes, print_columns, print_times
from generate import mark_read, write_library
from sandbox import Sandbox, open_sandbox
from terminal import LINES, Answer, Screen, Silent, Terminal

STARTS, TIMES, COMMANDS = 7, 7, 5
"""How often each thing is measured."""

REST = 0.15
"""Seconds of silence after which a key has had all its effects."""

IDLE, STALLS, PATIENCE = 30.0, 5.0, 120.0

_TITLE = re.compile(rb"#\d{6} ")
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Gesture:
    """Keys to press and to measure.

    `first` is pressed once, `before` and `after` each time, one after the other, unmeasured. Where
    there is a `done`, it is on the line below the lists when the whole answer is there: for keys
    that are answered in several pieces.
    """

    name: str
    keys: str
    first: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    done: str = ""
    times: int = TIMES


GESTURES = (
    Gesture("j", "j"),
    Gesture("j at the lower edge (scrolls)", "j", first=("j" * LINES,)),
    Gesture("G", "G", after=("gg",)),
    Gesture("g g", "gg", before=("G",)),
    Gesture("n", "n", after=("h",)),
    Gesture("n, right after the last", "n"),
    Gesture("s", "s"),
    Gesture("/ and a first letter", "r", before=("/",), after=("\x1b",), done="filter: r"),
    Gesture("/ and a second letter", "i", before=("/", "r"), after=("\x1b",), done="filter: ri"),
    Gesture("g d (by day)", "gd", after=("gn",)),
    Gesture("g f (by feed)", "gf", after=("gn",)),
    Gesture("O t (by title)", "Ot", after=("On",)),
    Gesture("O u (unread first)", "Ou", after=("On",)),
    Gesture("v G (a range of all)", "vG", after=("\x1b", "gg")),
    Gesture("j, in a range of all", "j", first=("vG", "gg")),
    Gesture("] (the next feed)", "]"),
    Gesture("2 (unread)", "2", before=("1",)),
    Gesture("Enter (an article)", "\r", after=("h", "j")),
    Gesture("? (help)", "?", after=("\x1b",)),
    Gesture("Ctrl+P (palette)", "\x10", after=("\x1b",)),
    Gesture(": (command line)", ":", after=("\x1b",)),
    Gesture("A", "A", after=("u",), done="(u takes it back)", times=3),
    Gesture("u, after A", "u", before=("A",), done="took back: ", times=3),
)


def main() -> int:
    """Measure at each size."""
    said = _arguments()
    for size in said.sizes:
        with open_sandbox() as sandbox:
            write_library(sandbox.places, size)
            mark_read(sandbox.places, size, said.read)
            print(f"\n{size:,} entries, {said.read} % of them read", flush=True)
            _print_all(sandbox)
    return 0


def _arguments() -> Namespace:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[100, 10_000, 100_000], metavar="N")
    parser.add_argument("--read", type=int, choices=range(100), default=50, metavar="PERCENT")
    return parser.parse_args()


def _print_all(sandbox: Sandbox) -> None:
    for line in _at_rest(sandbox):
        print(line, flush=True)
    print_columns()
    print_times("feedtui entries --limit 1", [_command(sandbox) for _ in range(COMMANDS)])
    _print_starts(sandbox)
    for gesture in GESTURES:
        answers = _measure(sandbox, gesture)
        print_times(gesture.name, [answer.seconds for answer in answers])
    print_times("j, in the 5 s after A", _stalls(sandbox))
    print_times("start, after all these marks", [_key(sandbox) for _ in range(STARTS)])
    print(f"  the journals have {_lines(sandbox):,} lines by now")


def _command(sandbox: Sandbox) -> float:
    started = time.perf_counter()
    sandbox.run("entries", "--limit", "1")
    return time.perf_counter() - started


def _print_starts(sandbox: Sandbox) -> None:
    without = [_start(sandbox) for _ in range(STARTS)]
    print_times("start to the first rows, anew", without)
    with _opened(sandbox) as terminal:
        terminal.press("q")
        terminal.process.wait(PATIENCE)
    print_times("start to the last frame's rows", [_start(sandbox) for _ in range(STARTS)])
    print_times("start to a key that was waiting", [_key(sandbox) for _ in range(STARTS)])


def _key(sandbox: Sandbox) -> float:
    """Seconds from exec, with `j` typed at once, to the frame in which the cursor has moved."""
    with _running(sandbox) as terminal:
        terminal.press("j")
        if not terminal.read_until(_shows(" · 2/"), PATIENCE):
            raise Silent("the key was lost")
        return time.perf_counter() - terminal.started


def _start(sandbox: Sandbox) -> float:
    """Seconds from exec to the first rows of entries."""
    with _running(sandbox) as terminal:
        output = b""
        while not _TITLE.search(output):
            heard = terminal.read(PATIENCE)
            if not heard:
                raise Silent("no rows were painted")
            output += heard
        return time.perf_counter() - terminal.started


@contextmanager
def _running(sandbox: Sandbox) -> Iterator[Terminal]:
    terminal = Terminal(sandbox.command(), sandbox.environment)
    with closing(terminal):
        yield terminal


@contextmanager
def _opened(sandbox: Sandbox) -> Iterator[Terminal]:
    """The screen with its rows painted, and its timers at rest."""
    with _running(sandbox) as terminal:
        if not terminal.read_until(_shows("unread"), PATIENCE):
            raise Silent("no rows were painted")
        terminal.silence(1)
        yield terminal


def _measure(sandbox: Sandbox, gesture: Gesture) -> list[Answer]:
    with _opened(sandbox) as terminal:
        _press(terminal, gesture.first)
        return [_measure_once(terminal, gesture) for _ in range(gesture.times)]


def _measure_once(terminal: Terminal, gesture: Gesture) -> Answer:
    _press(terminal, gesture.before)
    answer = terminal.answer(gesture.keys, _shows(gesture.done))
    _press(terminal, gesture.after)
    return answer


def _press(terminal: Terminal, keys: tuple[str, ...]) -> None:
    """Press keys one by one, waiting for what each has put off, such as the preview."""
    for key in keys:
        terminal.answer(key, quiet=REST)
    while terminal.silence(REST):
        pass


def _stalls(sandbox: Sandbox) -> list[float]:
    """What `j` takes again and again, while the screen comes to terms with a large change."""
    with _opened(sandbox) as terminal:
        terminal.answer("A", _shows("(u takes it back)"))
        end = time.perf_counter() + STALLS
        answers = []
        while time.perf_counter() < end:
            answers.append(terminal.answer("j").seconds)
        terminal.answer("u", _shows("took back: "))
        return answers


def _at_rest(sandbox: Sandbox) -> Iterator[str]:
    with _opened(sandbox) as terminal:
        terminal.silence(3)
        pid = terminal.process.pid
        before = _seconds_used(pid)
        written = terminal.silence(IDLE)
        used = (_seconds_used(pid) - before) / IDLE
        yield f"  memory: {megabytes(pid, 'VmRSS')} MB, at most {megabytes(pid, 'VmHWM')} MB"
        yield f"  idle for {IDLE:g} s: {used:.2%} of a core, {written} bytes written"


def _lines(sandbox: Sandbox) -> int:
    return sum(path.read_bytes().count(b"\n") for path in sandbox.places.marks.iterdir())


def _seconds_used(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _shows(text: str) -> Callable[[Screen], bool]:
    return lambda screen: text in screen.line(LINES - 2)


if __name__ == "__main__":
    sys.exit(main())
