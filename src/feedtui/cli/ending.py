"""Ending work that goes on in a loop, when the system or the terminal says so.

Ctrl+C is asyncio's own: it cancels the work and raises KeyboardInterrupt. SIGTERM (another program
wants us to end) and SIGHUP (the terminal has gone) would end the process where it stands; here they
cancel the work like Ctrl+C does, so that workers end and nothing is left half written.
"""

import asyncio
import signal
from collections.abc import Coroutine

_SIGNALS = (signal.SIGTERM, signal.SIGHUP)


def run_until_told(work: Coroutine[object, None, None]) -> int:
    """Run to the end, or until a signal comes: 0, or the exit code that names the signal.

    A signal that our parent had us ignore (`nohup`) stays ignored.
    """
    return asyncio.run(_until_told(work))


async def _until_told(work: Coroutine[object, None, None]) -> int:
    task, told = asyncio.ensure_future(work), list[int]()

    def end(number: int) -> None:
        told.append(number)
        task.cancel()

    for number in _SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            asyncio.get_running_loop().add_signal_handler(number, end, number)
    try:
        await task
    except asyncio.CancelledError:
        if not told:
            raise
    return 128 + told[0] if told else 0
