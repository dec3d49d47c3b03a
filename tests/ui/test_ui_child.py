"""What the screen's children are told, and who else can read it."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from feedtui.ui.child import run_feedtui
from loopback import Loopback

PROCESSES = Path("/proc")


def arguments() -> list[bytes]:
    """The arguments of all processes, as every user of this machine may see them."""
    found = []
    for each in PROCESSES.glob("[0-9]*/cmdline"):
        try:
            found.append(each.read_bytes())
        except OSError:  # It has ended meanwhile.
            continue
    return found


@pytest.mark.skipif(not PROCESSES.is_dir(), reason="there is no /proc to look at")
@pytest.mark.parametrize("command", ["add", "refresh"])
def test_an_address_is_seen_by_no_other_user_while_it_is_asked(
    loopback: Loopback, command: str, write_feeds: Callable[[str], Path]
) -> None:
    address = loopback.url("/never").replace("//", "//me:s3cret@")
    write_feeds(f'[[feed]]\nurl = "{address}"\n' if command == "refresh" else "")
    assert [
        each for each in asyncio.run(seen(loopback, command, address)) if b"s3cret" in each
    ] == []


async def seen(loopback: Loopback, command: str, address: str) -> list[bytes]:
    """The arguments of all processes at the moment at which the address is asked."""
    child = asyncio.create_task(run_feedtui([command, "-"], lambda _line: None, [address]))
    await asyncio.to_thread(loopback.wait_for, 1)
    found = arguments()
    assert any(b"feedtui\0" + command.encode() in each for each in found)
    child.cancel()
    await asyncio.gather(child, return_exceptions=True)
    return found
