"""A handful of worker processes, started when first needed, killed when they take too long.

Bodies that wait for a worker are memory that is in use, so their size is known here, and whoever
fetches more asks first (`ready`).
"""

import asyncio
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import TypeVar

import msgspec

from feedtui.clean import clean_line
from feedtui.engine.jobs import (
    LENGTH,
    Job,
    LookJob,
    LookResult,
    PageJob,
    PageResult,
    Result,
    Task,
)

PATIENCE = 30.0
"""Seconds that reading one body may take. The slowest honest feed that we know of takes five."""

WAITING = 3 * 1024 * 1024
"""Bytes of bodies that may wait to be read before no more are fetched."""

_GRACE = 1.0
"""Seconds that a worker gets to end by itself, in the middle of a job."""

_Result = TypeVar("_Result", Result, PageResult, LookResult)


class Workers:
    """At most `most` workers; a job waits for a free one. Made by `open_workers`."""

    def __init__(self, most: int, patience: float) -> None:
        self._patience = patience
        self._slots = asyncio.Semaphore(most)
        self._idle: list[asyncio.subprocess.Process] = []
        self._held = 0
        self._room = asyncio.Event()
        self._room.set()

    async def digest(self, job: Job) -> Result:
        """Have a body read and kept. A worker that runs away or dies costs this feed only."""
        return await self._work(Task(document=job), Result, len(job.body))

    async def extract(self, job: PageJob) -> PageResult:
        """Have the article of a page cut out and kept; what goes wrong costs this page only."""
        return await self._work(Task(page=job), PageResult, len(job.body))

    async def look(self, job: LookJob) -> LookResult:
        """Have a body looked at in search of a feed."""
        return await self._work(Task(look=job), LookResult, len(job.body))

    async def ready(self) -> None:
        """Wait until so few bodies wait to be read that another one may be fetched."""
        while self._held > WAITING:
            self._room.clear()
            await self._room.wait()

    async def _work(self, task: Task, kind: type[_Result], size: int) -> _Result:
        async with self._turn(size):
            process = self._idle.pop() if self._idle else await _start()
            try:
                result = await asyncio.wait_for(_ask(process, task, kind), self._patience)
            except TimeoutError:
                await _end(process)
                return kind(error=clean_line(f"reading it took longer than {self._patience:g} s"))
            except (asyncio.IncompleteReadError, ConnectionError):
                await _kill(process)
                return kind(error=clean_line("the parser gave up on it"))
            except BaseException:
                await _end(process)
                raise
            self._idle.append(process)
            return result

    @asynccontextmanager
    async def _turn(self, size: int) -> AsyncIterator[None]:
        """A free worker; what is being read waits no more, so that it holds no fetching."""
        with self._holding(size):
            await self._slots.acquire()
        try:
            yield
        finally:
            self._slots.release()

    @contextmanager
    def _holding(self, size: int) -> Iterator[None]:
        self._held += size
        try:
            yield
        finally:
            self._held -= size
            if self._held <= WAITING:
                self._room.set()

    async def close(self) -> None:
        """End the workers; they are idle."""
        for process in self._idle:
            await _kill(process)
        self._idle.clear()


@asynccontextmanager
async def open_workers(most: int, patience: float = PATIENCE) -> AsyncIterator[Workers]:
    """Workers for as long as the block lasts."""
    workers = Workers(most, patience)
    try:
        yield workers
    finally:
        await workers.close()


async def _start() -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",  # the folder that a person happens to be in is no place to import from
        "-m",
        "feedtui.engine.worker",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        start_new_session=True,  # Ctrl+C is for the engine, which then ends them
    )


async def _ask(process: asyncio.subprocess.Process, task: Task, kind: type[_Result]) -> _Result:
    jobs, results = process.stdin, process.stdout
    if jobs is None or results is None:
        raise ConnectionError("a worker was started without pipes")
    message = msgspec.msgpack.encode(task)
    jobs.writelines((len(message).to_bytes(LENGTH), message))
    await jobs.drain()
    length = int.from_bytes(await results.readexactly(LENGTH))
    return msgspec.msgpack.decode(await results.readexactly(length), type=kind)


async def _end(process: asyncio.subprocess.Process) -> None:
    """Have a worker leave what it does, with nothing half written, and soon."""
    if process.returncode is None:
        process.terminate()
    try:
        await asyncio.wait_for(process.wait(), _GRACE)
    except TimeoutError:
        await _kill(process)


async def _kill(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        process.kill()
    await process.wait()
