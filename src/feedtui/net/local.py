"""Feeds of this machine, as only feeds.toml itself names them: a file, or what a program prints.

They have the limits of any other feed: bytes and time. A program is started from a list of
arguments, with no shell, in a session of its own, so that it can be ended together with whatever it
has started. `~` stands for the home folder at the beginning of the program's own name and nowhere
else. What the document is, `feeds` finds out; where it lies says nothing about it.
"""

import asyncio
import os
import signal
import stat
import time
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from feedtui.address import path_of, program_of, shown_address
from feedtui.clean import clean_line
from feedtui.net.answers import Answer, Fetched, NotModified, Refused, Request
from feedtui.net.sessions import Limits

_CHUNK = 64 * 1024
_LONGEST_COMPLAINT = 4096
_LONGEST_REASON = 300
_FAREWELL = 1
"""Seconds that a program which was ended gets to be gone."""


class _RefusedError(Exception):
    """Why there is no document, in words for a person."""


async def read(request: Request, limits: Limits, environment: Mapping[str, str]) -> Answer:
    """The document at a `file:` or `exec:` address. Whatever goes wrong on the way is a Refused.

    A file that was not written since `request.etag` is NotModified. A program gets `environment`.
    """
    started = time.monotonic()
    answer = await _read(request, limits, environment)
    return replace(answer, took=round((time.monotonic() - started) * 1000))


async def _read(request: Request, limits: Limits, environment: Mapping[str, str]) -> Answer:
    try:
        async with asyncio.timeout(limits.total):
            if program := _program(request.url, environment):
                body = await _output(program, limits, environment)
                return Fetched(request.url, body, "", "", "")
            return await asyncio.to_thread(_file, request, limits)
    except TimeoutError:
        return _refused(f"it took longer than {limits.total:g} seconds")
    except _RefusedError as error:
        return _refused(str(error))
    except (OSError, ValueError) as error:
        return _refused(_in_words(error))


def _file(request: Request, limits: Limits) -> Fetched | NotModified:
    path = path_of(request.url)
    if not path:
        raise _RefusedError("its address is none that can be read here")
    status = Path(path).stat()
    if not stat.S_ISREG(status.st_mode):
        raise _RefusedError("it is not an ordinary file")
    etag = f"{status.st_mtime_ns}-{status.st_size}-{status.st_ino}"
    if request.validators_from == request.url and request.etag == etag:
        return NotModified(etag, "")
    with Path(path).open("rb") as file:
        body = file.read(limits.body + 1)
    if len(body) > limits.body:
        raise _too_large(limits)
    return Fetched(request.url, body, "", etag, "")


def _program(address: str, environment: Mapping[str, str]) -> tuple[str, ...]:
    """The arguments of an `exec:` address, its program found; none for another address."""
    if not address.startswith("exec:") or not (words := program_of(address)):
        return ()
    program, *arguments = words
    home = environment.get("HOME", "")
    if program.startswith("~/") and home:
        program = str(Path(home, program[2:]))
    return (program, *arguments)


async def _output(
    program: tuple[str, ...], limits: Limits, environment: Mapping[str, str]
) -> bytes:
    process = await asyncio.create_subprocess_exec(
        *program,
        stdin=DEVNULL,
        stdout=PIPE,
        stderr=PIPE,
        env=environment,
        start_new_session=True,
    )
    try:
        body, complaint, code = await asyncio.gather(
            _bounded(process, limits), _last_complaint(process), process.wait()
        )
    except BaseException:
        await _end(process)
        raise
    if code:
        raise _RefusedError(_ending(code) + (f": {complaint}" if complaint else ""))
    return body


async def _bounded(process: Process, limits: Limits) -> bytes:
    body = bytearray()
    while process.stdout and (chunk := await process.stdout.read(_CHUNK)):
        body += chunk
        if len(body) > limits.body:
            raise _too_large(limits)
    return bytes(body)


async def _last_complaint(process: Process) -> str:
    """The last line that the program wrote to its standard error, whose end alone is kept."""
    kept = b""
    while process.stderr and (chunk := await process.stderr.read(_CHUNK)):
        kept = (kept + chunk)[-_LONGEST_COMPLAINT:]
    lines = kept.decode(errors="replace").split("\n")
    return next(filter(None, map(shown_address, reversed(lines))), "")


async def _end(process: Process) -> None:
    """End the program and all that it has started, unless that has left its session."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    with suppress(TimeoutError):
        await asyncio.wait_for(process.wait(), _FAREWELL)


def _ending(code: int) -> str:
    if code > 0:
        return f"its program ended with exit code {code}"
    return f"its program was ended by signal {-code}"


def _too_large(limits: Limits) -> _RefusedError:
    return _RefusedError(f"it is larger than {limits.body // 1024**2} MiB")


def _in_words(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError():
            return f"there is no {error.filename}"
        case PermissionError():
            return f"{error.filename} may not be used: {error.strerror}"
        case OSError():
            return error.strerror or str(error)
        case _:
            return str(error)


def _refused(reason: str) -> Refused:
    return Refused(clean_line(reason, most=_LONGEST_REASON))
