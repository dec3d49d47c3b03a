"""Compacts a journal again and again, killed at its first step, its second, its third …

Run as a program of one thread, which can fork. Prints at how many lines it was killed; an assertion
fails where that did harm.
"""

import os
import sys
from pathlib import Path
from shutil import copytree
from types import FrameType

from feedtui.model import Marking
from feedtui.store.marks import MarkJournal
from journals import READ, STAR, each

OLD = """{"version":1}
{"e":"00000000000000aa","f":"read","v":false,"t":3}
{"e":"00000000000000aa","f":"read","v":true,"t":5}
damaged
"""
DOERS = ("compaction.py", "appending.py", "atomic.py", "documents.py", "following.py")
"""The files whose lines are counted: the others compute."""


def compact_and_die(folder: Path, after: int) -> None:
    """Compact, until so many lines of the program have been run."""
    left = after

    def count(frame: FrameType, event: str, _argument: object) -> object:
        nonlocal left
        if not frame.f_code.co_filename.endswith(DOERS):
            return None
        left -= event == "line"
        if left < 0:
            os._exit(9)
        return count

    journal = MarkJournal(folder, "laptop", print)
    sys.settrace(count)  # type: ignore[arg-type]
    journal.compact()
    sys.settrace(None)
    os._exit(0)


def killed(folder: Path, after: int) -> bool:
    """Do it in a child; whether it was killed."""
    child = os.fork()
    if child == 0:
        compact_and_die(folder, after)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def look(folder: Path) -> None:
    """All is there, and the next who comes can go on."""
    said: list[str] = []
    place = Marking("position", "1:2", ["00000000000000aa"], [7], "laptop")
    journal = MarkJournal(folder, "laptop", said.append)
    found = each(journal.read_new())
    assert set(found) - {("00000000000000aa", "read", False, 3, "laptop")} == set(
        each([READ, STAR])
    )
    assert len(found) == len(set(found))
    journal.append([place])
    journal.compact()
    assert each(MarkJournal(folder, "laptop", said.append).read_new()) == each([READ, STAR, place])
    kept = {path.name for path in folder.iterdir()}
    assert {"laptop.jsonl", "laptop.jsonl.v1", "laptop.jsonl.damaged-1"} <= kept
    assert not [name for name in kept if name.startswith(".")]


def no_wait(_descriptor: int) -> None:
    """What the kernel has outlives a kill without being waited for."""


def main(folder: Path) -> None:
    os.fsync = no_wait  # type: ignore[assignment]
    template = folder / "template"
    template.mkdir()
    (template / "laptop.jsonl").write_text(OLD, encoding="utf-8")
    MarkJournal(template, "laptop", print).append([STAR])
    after = 0
    while killed(copytree(template, folder / str(after)), after):
        look(folder / str(after))
        after += 1
    look(folder / str(after))
    print(after)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
