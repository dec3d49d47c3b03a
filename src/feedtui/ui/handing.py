"""Handing something over to another program beside the screen: never a shell, never for long."""

import asyncio
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Sequence
from contextlib import suppress

from feedtui.clean import clean_line

PATIENCE = 3.0
"""Seconds that a program has to take what it is given."""


async def hand_over(
    command: Sequence[str], content: bytes = b"", patience: float = PATIENCE
) -> str:
    """Run a program with `content` on its standard input; why it failed, in words, or nothing.

    Its output is nobody's: programs that keep a clipboard stay in the background and hold it open.
    """
    name = clean_line(command[0])
    try:
        process = await asyncio.create_subprocess_exec(
            *command, stdin=PIPE, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True
        )
    except OSError as error:
        return f"{name} can't be started: {error.strerror}"
    try:
        await asyncio.wait_for(process.communicate(content), patience)
    except TimeoutError:
        return f"{name} took longer than {patience:g} seconds"
    finally:
        await _ended(process)
    return f"{name} ended with {process.returncode}" if process.returncode else ""


async def _ended(process: Process) -> None:
    if process.returncode is None:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
