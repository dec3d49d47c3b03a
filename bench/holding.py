"""How long the screen's loop is held while articles are opened: nobody's key can be taken then.

The app runs in this process, without a terminal. A task asks to be woken every few milliseconds;
what it is late by, at the most, is the longest hold.
"""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sandbox import Sandbox
from textual.pilot import Pilot

from feedtui.library.home import Home
from feedtui.ui.start import make_app

_EVERY = 0.003
_AFTER = 1.0
"""Seconds for which the loop is watched after a key; colours and later lines come in them."""


@dataclass(slots=True)
class Hold:
    """The longest time, in seconds, that the loop was held."""

    seconds: float = 0.0


async def measure_holds(
    sandbox: Sandbox, keys: list[str], widths: list[int]
) -> tuple[list[float], list[float]]:
    """The longest hold after each key, and then after each resize to a width in columns."""
    home = Home(sandbox.places, sandbox.environment, lambda: time.time_ns() // 10**6, print)
    app = make_app(home, home.settings())
    async with app.run_test(size=(120, 40)) as pilot:
        await asyncio.sleep(_AFTER)
        pressed = [await _after_key(pilot, key) for key in keys]
        resized = [await _after_resize(pilot, width) for width in widths]
    return pressed, resized


async def _after_key(pilot: Pilot[None], key: str) -> float:
    with _watched() as hold:
        await pilot.press(key)
        await asyncio.sleep(_AFTER)
    return hold.seconds


async def _after_resize(pilot: Pilot[None], width: int) -> float:
    with _watched() as hold:
        await pilot.resize_terminal(width, 40)
        await asyncio.sleep(_AFTER)
    return hold.seconds


@contextmanager
def _watched() -> Iterator[Hold]:
    hold = Hold()
    watching = asyncio.create_task(_watch(hold))
    try:
        yield hold
    finally:
        watching.cancel()


async def _watch(hold: Hold) -> None:
    while True:
        began = time.perf_counter()
        await asyncio.sleep(_EVERY)
        hold.seconds = max(hold.seconds, time.perf_counter() - began - _EVERY)
