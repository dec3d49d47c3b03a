"""The command line as a child of the screen: whatever takes network or time runs there."""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Sequence
from contextlib import suppress

from feedtui.clean import clean

LOWER_PRIORITY = 10

_LONGEST_LINE = 1024 * 1024
"""Bytes; longer lines are a bug of ours."""


_NAME = "feedtui: "


def unheard(_line: bytes) -> None:
    """For lines that nobody waits for."""


async def run_feedtui(
    words: Sequence[str],
    on_line: Callable[[bytes], None],
    told: Sequence[str] = (),
    on_complaint: Callable[[bytes], None] = unheard,
) -> tuple[int, str]:
    """Run `feedtui WORDS`, hand on each line that it prints; its exit code and its complaints.

    It is told the lines of `told` on its standard input: addresses, whose passwords all users of
    this machine could read among its words. What it complains of is handed on line by line, too, as
    it comes. When this is cancelled the child is ended; it writes nothing by halves.
    """
    command = (sys.executable, "-P", "-m", "feedtui", *words)
    process = await asyncio.create_subprocess_exec(
        *command, stdin=PIPE, stdout=PIPE, stderr=PIPE, limit=_LONGEST_LINE
    )
    os.setpriority(os.PRIO_PROCESS, process.pid, LOWER_PRIORITY)
    complaints: list[bytes] = []

    def complain(line: bytes) -> None:
        complaints.append(line)
        on_complaint(line)

    try:
        await asyncio.gather(
            _lines(process.stderr, complain), _lines(process.stdout, on_line), _tell(process, told)
        )
        return await process.wait(), b"".join(complaints).decode(errors="replace").strip()
    finally:
        if process.returncode is None:
            process.terminate()
            await process.wait()


def reason_of(complaints: str) -> str:
    """What a child complained of, for a person who sees no child; of a bug, its last line."""
    lines = [line.removeprefix(_NAME) for line in clean(complaints).strip().splitlines()]
    if not lines:
        return "feedtui ended without saying why"
    return lines[-1] if lines[0].startswith("Traceback") else "\n".join(lines)


async def _tell(process: Process, told: Sequence[str]) -> None:
    if process.stdin is None:
        return
    with suppress(ConnectionError):  # A child that ends at once has no need of it.
        process.stdin.writelines(f"{line}\n".encode() for line in told)
        await process.stdin.drain()
    process.stdin.close()


async def _lines(stream: asyncio.StreamReader | None, on_line: Callable[[bytes], None]) -> None:
    if stream is not None:
        async for line in stream:
            on_line(line)
