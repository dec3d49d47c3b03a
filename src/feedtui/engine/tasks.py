"""Many tasks at once, and each handed back as it ends.

`asyncio.TaskGroup` ends all of them when one has a bug. A bug in the way of one feed must not cost
the others their news, nor may it be hushed up: here the others run to their ends, and then the bugs
are raised. Who takes the results may give up, too (the reader of a pipe has gone): then the rest is
cancelled at once.
"""

import asyncio
from collections.abc import AsyncGenerator, Coroutine, Iterable
from typing import TypeVar

_Result = TypeVar("_Result")


async def as_they_end(
    work: Iterable[Coroutine[object, None, _Result]],
) -> AsyncGenerator[_Result, None]:
    """The results, in the order in which they come. Raises ExceptionGroup after the last one.

    Close it (`contextlib.aclosing`) when not all results are taken, so that no task is left.
    """
    ended: asyncio.Queue[asyncio.Task[_Result]] = asyncio.Queue()
    tasks = [asyncio.create_task(each) for each in work]
    for task in tasks:
        task.add_done_callback(ended.put_nowait)
    bugs: list[Exception] = []
    try:
        for _ in tasks:
            task = await ended.get()
            bug = task.exception()
            if bug is None:
                yield task.result()
            elif isinstance(bug, Exception):
                bugs.append(bug)
            else:
                raise bug
    finally:
        await _cancel(tasks)
    if bugs:
        raise ExceptionGroup("bugs, which cost their feeds only", bugs)


async def _cancel(tasks: Iterable[asyncio.Task[_Result]]) -> None:
    left = [task for task in tasks if not task.done()]
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)
