"""Names to addresses, each looked up in a thread of its own that nobody has to wait for.

The system's resolver can't be interrupted and takes up to a minute for a name whose servers are
silent. In asyncio's few shared threads a handful of dead hosts would hold up all other names, the
files that are written there, and the end of the program.
"""

import asyncio
import socket
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future

from aiohttp.abc import AbstractResolver, ResolveResult

Info = tuple[int, int, int, str, tuple[str, int] | tuple[str, int, int, int] | tuple[int, bytes]]
"""A row of `socket.getaddrinfo`."""

LookUp = Callable[[str, int, int], Sequence[Info]]
"""Host, port and family of addresses to rows; raises OSError."""


class Resolver(AbstractResolver):
    """Looks names up as the system does. `look_up` blocks, in a daemon thread."""

    def __init__(self, look_up: LookUp | None = None) -> None:
        self._look_up = look_up or _ask_system

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses of a host. Raises OSError when it has none that are known."""
        found: Future[Sequence[Info]] = Future()
        look_up = self._look_up

        def work() -> None:
            if not found.set_running_or_notify_cancel():
                return
            try:
                found.set_result(look_up(host, port, family))
            except (OSError, ValueError) as error:
                found.set_exception(error)

        _start(work)
        infos = await asyncio.wrap_future(found)
        return [_result(host, port, info) for info in infos if _is_internet(info)]

    async def close(self) -> None:
        """Nothing is held: the threads end by themselves."""


def _start(work: Callable[[], None]) -> None:
    try:
        threading.Thread(target=work, name="name lookup", daemon=True).start()
    except RuntimeError as error:
        raise OSError("no thread is left to look names up") from error


def _ask_system(host: str, port: int, family: int) -> Sequence[Info]:
    return socket.getaddrinfo(
        host, port, family=family, type=socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG
    )


def _is_internet(info: Info) -> bool:
    return info[0] in (socket.AF_INET, socket.AF_INET6)


def _result(host: str, port: int, info: Info) -> ResolveResult:
    family, _, protocol, _, address = info
    number = str(address[0])
    # An address that means something on one link only has to say on which (RFC 4007).
    if len(address) == 4 and address[3] and "%" not in number:
        number = f"{number}%{address[3]}"
    return ResolveResult(
        hostname=host,
        host=number,
        port=port,
        family=family,
        proto=protocol,
        flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
    )
