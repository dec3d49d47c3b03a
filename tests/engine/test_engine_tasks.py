import asyncio
from collections.abc import Callable, Coroutine, Sequence
from contextlib import aclosing

import pytest

from feedtui.engine.tasks import as_they_end


async def give(value: int, after: asyncio.Event | None = None) -> int:
    if after is not None:
        await after.wait()
    return value


async def fail() -> int:
    raise ValueError("a bug")


async def take(work: Sequence[Coroutine[object, None, int]], taker: Callable[[int], None]) -> None:
    async with aclosing(as_they_end(work)) as results:
        async for result in results:
            taker(result)


async def test_results_come_in_the_order_in_which_they_are_ready() -> None:
    late = asyncio.Event()
    came = []
    async with aclosing(as_they_end([give(1, late), give(2), give(3)])) as results:
        async for result in results:
            came.append(result)
            if len(came) == 2:
                late.set()
    assert came == [2, 3, 1]


async def test_a_bug_costs_nobody_else_their_result_and_is_raised_at_the_end() -> None:
    came: list[int] = []
    with pytest.raises(ExceptionGroup) as raised:
        await take([fail(), give(1), fail(), give(2)], came.append)
    assert sorted(came) == [1, 2]
    assert [str(bug) for bug in raised.value.exceptions] == ["a bug", "a bug"]


async def test_what_is_left_is_cancelled_when_nobody_takes_the_results_any_more() -> None:
    def refuse(_result: int) -> None:
        raise BrokenPipeError

    never = asyncio.Event()
    with pytest.raises(BrokenPipeError):
        await take([give(1), give(2, never)], refuse)
    assert [task for task in asyncio.all_tasks() if task is not asyncio.current_task()] == []
