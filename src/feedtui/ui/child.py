"""The command line as a child of the screen: whatever takes network or time runs there."""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Sequence
from contextlib import suppress

LOWER_PRIORITY = 10


async def run_feedtui(
    words: Sequence[str], on_line: Callable[[bytes], None], told: Sequence[str] = ()
) -> tuple[int, str]:
    """Run `feedtui WORDS`, hand on each line that it prints; its exit code and its complaints.

    It is told the lines of `told` on its standard input: addresses, whose passwords all users of
    this machine could read among its words. When this is cancelled the child is ended; it writes
    nothing by halves.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-P", "-m", "feedtui", *words, stdin=PIPE, stdout=PIPE, stderr=PIPE
    )
    os.setpriority(os.PRIO_PROCESS, process.pid, LOWER_PRIORITY)
    try:
        complaints, _, _ = await asyncio.gather(
            _complaints(process), _lines(process, on_line), _tell(process, told)
        )
        return await process.wait(), complaints
    finally:
        if process.returncode is None:
            process.terminate()
            await process.wait()


async def _tell(process: Process, told: Sequence[str]) -> None:
    if process.stdin is None:
        return
    with suppress(ConnectionError):  # A child that ends at once has no need of it.
        process.stdin.writelines(f"{line}\n".encode() for line in told)
        await process.stdin.drain()
    process.stdin.close()


async def _lines(process: Process, on_line: Callable[[bytes], None]) -> None:
    if process.stdout is not None:
        async for line in process.stdout:
            on_line(line)


async def _complaints(process: Process) -> str:
    content = b"" if process.stderr is None else await process.stderr.read()
    return content.decode(errors="replace").strip()
