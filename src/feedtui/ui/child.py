"""The command line as a child of the screen: whatever takes network or time runs there."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Callable, Sequence

LOWER_PRIORITY = 10


async def run_feedtui(words: Sequence[str], on_line: Callable[[bytes], None]) -> tuple[int, str]:
    """Run `feedtui WORDS`, hand on each line that it prints; its exit code and its complaints.

    When this is cancelled the child is ended; it writes nothing by halves.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-P", "-m", "feedtui", *words, stdin=DEVNULL, stdout=PIPE, stderr=PIPE
    )
    os.setpriority(os.PRIO_PROCESS, process.pid, LOWER_PRIORITY)
    try:
        complaints, _ = await asyncio.gather(_complaints(process), _lines(process, on_line))
        return await process.wait(), complaints
    finally:
        if process.returncode is None:
            process.terminate()
            await process.wait()


async def _lines(process: Process, on_line: Callable[[bytes], None]) -> None:
    if process.stdout is not None:
        async for line in process.stdout:
            on_line(line)


async def _complaints(process: Process) -> str:
    content = b"" if process.stderr is None else await process.stderr.read()
    return content.decode(errors="replace").strip()
