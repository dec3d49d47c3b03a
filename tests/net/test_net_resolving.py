import asyncio
import socket
import threading
from collections.abc import Sequence

import pytest

from feedtui.net.resolving import Info, Resolver

STREAM = (socket.SOCK_STREAM, socket.IPPROTO_TCP, "")


class Names:
    """A name server of which some names are never told, until the test is over."""

    def __init__(self) -> None:
        self.over = threading.Event()

    def __call__(self, host: str, port: int, family: int) -> Sequence[Info]:
        assert family in (socket.AF_INET, socket.AF_UNSPEC)
        if host.startswith("dead"):
            self.over.wait()
            raise socket.gaierror(socket.EAI_AGAIN, "no answer")
        return [
            (socket.AF_INET6, *STREAM, ("fe80::1", port, 0, 3)),
            (socket.AF_INET6, *STREAM, ("2001:db8::1", port, 0, 0)),
            (socket.AF_INET, *STREAM, ("192.0.2.1", port)),
        ]


async def test_a_hundred_dead_names_hold_up_no_other() -> None:
    names = Names()
    resolver = Resolver(names)
    dead = [asyncio.ensure_future(resolver.resolve(f"dead{n}.example")) for n in range(100)]
    await asyncio.sleep(0)
    found = await resolver.resolve("feeds.example", 443, socket.AF_UNSPEC)
    assert [each["host"] for each in found] == ["fe80::1%3", "2001:db8::1", "192.0.2.1"]
    assert {each["port"] for each in found} == {443}
    assert not any(each.done() for each in dead)
    names.over.set()
    told = await asyncio.gather(*dead, return_exceptions=True)
    assert {type(each) for each in told} == {socket.gaierror}


def test_nobody_waits_for_a_dead_name_to_end_the_program() -> None:
    names = Names()

    async def give_up() -> None:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await Resolver(names).resolve("dead.example")

    asyncio.run(give_up())
    assert not names.over.is_set()
    names.over.set()


async def test_what_cannot_be_a_name_is_an_error_and_no_thread_that_dies() -> None:
    with pytest.raises(UnicodeError):
        await Resolver().resolve("a" * 70 + ".example")


async def test_this_machine_is_found() -> None:
    found = await Resolver().resolve("127.0.0.1", 80, socket.AF_UNSPEC)
    assert [each["host"] for each in found] == ["127.0.0.1"]
