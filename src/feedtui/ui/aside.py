"""Work that would hold the screen: done step by step in a thread; the newest work wins.

A step may be anything: reading half a megabyte, one hostile table. What is quick is waited for, so
that a short article is there at once; what isn't comes later, and keys go on being answered. A
step that is under way when newer work comes runs to its end, and nobody hears of it.

Two things in the interpreter would hold the screen from within a thread. Its lock is handed over
more often than usual while the screen runs (`app`). And the collector of cycles goes through all of
an article again and again while it grows, for nothing: an article is a tree. So it rests while a
step is under way, and what a monstrous one made is put where it doesn't look. With that goes what
the screen threw away meanwhile, for good; so it is done for monsters only.
"""

import gc
from asyncio import wrap_future
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import Generic, TypeVar

from textual.widget import Widget
from textual.worker import Worker

AT_ONCE = 0.015
"""Seconds for which a first step is waited for."""

_THREADS = 2
"""One for what is wanted now, one for what was wanted before and can't be stopped."""

_MONSTROUS = 50_000
"""Objects from which on the collector should not go through what a step made."""

Step = TypeVar("Step")


class Work(Generic[Step]):
    """Steps and the result of the last one, both let go of as soon as nobody wants them any more.

    What the toolkit and asyncio keep of a finished task is a cycle, and cycles live long here; so
    nothing large may hang on it.
    """

    def __init__(self, steps: Iterator[Step]) -> None:
        self._steps: Iterator[Step] | None = steps
        self._result: Step | None = None

    def do_next(self) -> None:
        """Do the next step."""
        steps = self._steps
        if steps is not None:
            self._result = next(steps, None)
        if self._steps is None:
            self._result = None

    def taken(self) -> Step | None:
        """The result of the last step, which is kept no longer; None when there was none."""
        result, self._result = self._result, None
        return result

    def forget(self) -> None:
        """Keep nothing, also of a step that is under way."""
        self._steps = self._result = None


class Threads:
    """The threads for such work, and the collector's rest."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(_THREADS, "aside")
        self._lock = Lock()
        self._busy = 0

    def start(self, step: Callable[[], None]) -> "Future[None]":
        """Do a step in a thread."""
        return self._pool.submit(self._do, step)

    def _do(self, step: Callable[[], None]) -> None:
        self._begin()
        try:
            step()
        finally:
            self._end()

    def _begin(self) -> None:
        with self._lock:
            self._busy += 1
            gc.disable()

    def _end(self) -> None:
        with self._lock:
            self._busy -= 1
            if self._busy:
                return
            if gc.get_count()[0] > _MONSTROUS:
                gc.freeze()
            gc.enable()


class Aside(Generic[Step]):
    """Work of one kind, on behalf of a `widget`; `take` gets the results in the screen's loop."""

    def __init__(
        self, threads: Threads, widget: Widget, kind: str, take: Callable[[Step], None]
    ) -> None:
        self._threads = threads
        self._widget = widget
        self._kind = kind
        self._take = take
        self._work = Work[Step](iter(()))

    def start(self, steps: Iterator[Step], patience: float = AT_ONCE) -> bool:
        """Begin new work and forget the old; whether the first step was quick, and is taken.

        It is waited for so many seconds.
        """
        self.stop()
        work = self._work = Work(steps)
        first = self._threads.start(work.do_next)
        try:
            first.result(patience)
        except TimeoutError:
            self._go_on(work, first)
            return False
        if self._hand_on(work):
            self._go_on(work, self._threads.start(work.do_next))
        return True

    def stop(self) -> None:
        """Forget the work that is under way."""
        self._work.forget()
        self._widget.workers.cancel_group(self._widget, self._kind)

    def _go_on(self, work: Work[Step], following: "Future[None]") -> Worker[None]:
        async def finish() -> None:
            await self._finish(work, following)

        return self._widget.run_worker(finish, group=self._kind)

    async def _finish(self, work: Work[Step], following: "Future[None]") -> None:
        await wrap_future(following)
        while self._hand_on(work):
            await wrap_future(self._threads.start(work.do_next))

    def _hand_on(self, work: Work[Step]) -> bool:
        """Whether there was a result to hand on."""
        result = work.taken()
        if result is not None:
            self._take(result)
        return result is not None
