"""Copying: which way is taken, what is said of it, and what is handed to other programs."""

import asyncio
from base64 import b64encode
from pathlib import Path

import pytest

from feedtui.library.home import Home
from feedtui.ui import wire
from feedtui.ui.clipboard import TERMINAL, ways
from feedtui.ui.handing import hand_over
from screens import configure
from terminals import terminal


def found(environment: dict[str, str], *programs: str, platform: str = "linux") -> list[str]:
    """The names of the ways, where these programs are installed."""
    installed = {name: f"/bin/{name}" for name in programs}
    return [way.name for way in ways((), environment, platform, installed.get)]


EVERYTHING = ("tmux", "wl-copy", "xclip", "xsel", "pbcopy")


def test_without_a_desktop_the_terminal_copies() -> None:
    assert found({"TERM": "xterm"}, *EVERYTHING) == ["the terminal"]


def test_under_tmux_tmux_copies_and_the_terminal_where_tmux_cannot() -> None:
    assert found({"TMUX": "socket,1,0"}, *EVERYTHING) == ["tmux", "the terminal"]
    assert found({"TMUX": "socket,1,0"}) == ["the terminal"]


@pytest.mark.parametrize(
    ("variable", "names"),
    [("WAYLAND_DISPLAY", ["wl-copy"]), ("DISPLAY", ["xclip", "xsel"])],
)
def test_a_desktops_own_program_comes_before_the_terminal(variable: str, names: list[str]) -> None:
    assert found({variable: ":0"}, *EVERYTHING) == [*names, "the terminal"]
    assert found({variable: ":0"}) == ["the terminal"]


def test_on_a_mac_pbcopy_copies() -> None:
    assert found({}, "pbcopy", platform="darwin") == ["pbcopy", "the terminal"]


@pytest.mark.parametrize("variable", ["SSH_CONNECTION", "SSH_TTY"])
def test_over_ssh_no_other_desktop_than_the_persons_own_is_reached(variable: str) -> None:
    assert found({variable: "x", "DISPLAY": "localhost:10.0"}, *EVERYTHING) == ["the terminal"]


def test_the_persons_own_program_is_the_only_way() -> None:
    chosen = ways(("/opt/bin/keep", "--all"), {"TMUX": "x"}, "linux", lambda _: None)
    assert [(way.name, way.command) for way in chosen] == [("keep", ("/opt/bin/keep", "--all"))]


def test_under_tmux_the_sequence_is_also_passed_through() -> None:
    plain = f"\x1b]52;c;{b64encode(b'word').decode()}\x07"
    assert wire.handed_on("word", {}) == ""
    assert wire.handed_on("word", {"TMUX": "x"}) == f"\x1bPtmux;\x1b{plain}\x1b\\"


def test_gnu_screen_gets_pieces_that_fit_its_buffer() -> None:
    sent = wire.handed_on("word" * 1000, {"STY": "1.pts"})
    pieces = sent.removeprefix("\x1bP").removesuffix("\x1b\\").split("\x1b\\\x1bP")
    assert max(map(len, pieces)) <= 768
    assert "".join(pieces) == f"\x1b]52;c;{b64encode(b'word' * 1000).decode()}\x07"


def test_a_text_of_the_longest_size_makes_a_sequence_that_terminals_take() -> None:
    letters = len(b64encode(b"x" * wire.LONGEST_COPY))
    assert letters + len("\x1b]52;c;\x07") <= 100_000


def script(folder: Path, name: str, text: str) -> str:
    """A program of the person's."""
    file = folder / name
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(0o755)
    return str(file)


def test_a_program_reads_the_text_and_what_it_prints_is_nobodys(tmp_path: Path) -> None:
    program = script(tmp_path, "keep", 'echo noise; cat > "$1"')
    done = asyncio.run(hand_over([program, str(tmp_path / "kept")], "Zürich\n".encode()))
    assert (done, (tmp_path / "kept").read_text()) == ("", "Zürich\n")


def test_a_program_that_stays_to_hold_the_clipboard_is_not_waited_for(tmp_path: Path) -> None:
    program = script(tmp_path, "stays", "cat > /dev/null; (read line < $1) &")
    fifo = tmp_path / "fifo"
    import os

    os.mkfifo(fifo)
    assert asyncio.run(hand_over([program, str(fifo)], b"text", patience=20)) == ""
    fifo.write_text("end\n")


def test_a_program_that_takes_for_ever_is_ended_and_told_of(tmp_path: Path) -> None:
    program = script(tmp_path, "hangs", "exec cat /dev/zero > /dev/null")
    assert (
        asyncio.run(hand_over([program], patience=0.01))
        == f"{program} took longer than 0.01 seconds"
    )


def test_a_program_that_fails_or_is_not_there_is_told_of(tmp_path: Path) -> None:
    program = script(tmp_path, "fails", "exit 3")
    assert asyncio.run(hand_over([program], b"text")) == f"{program} ended with 3"
    assert (
        asyncio.run(hand_over(["/nowhere"]))
        == "/nowhere can't be started: No such file or directory"
    )


def test_the_screen_says_by_which_way_it_copied(stocked: Home) -> None:
    with terminal() as program:
        program.wait_for(b"Sonnet")
        program.type(b"yt")
        program.wait_for(b"copied the title (by the terminal)")
        assert b"\x1b]52;c;" + b64encode(b"Alpha") in program.sent


def test_the_persons_own_program_gets_the_text_and_the_terminal_nothing(
    stocked: Home, tmp_path: Path
) -> None:
    own = script(tmp_path, "keep", f"cat > {tmp_path}/kept")
    configure(stocked, f'[programs]\ncopy = ["{own}"]\n')
    with terminal() as program:
        program.wait_for(b"Sonnet")
        program.type(b"yt")
        program.wait_for(b"copied the title (by keep)")
        assert b"\x1b]52;" not in program.sent
    assert (tmp_path / "kept").read_text() == "Alpha"


def test_where_tmux_is_too_old_the_terminal_copies(stocked: Home, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    script(tmp_path / "bin", "tmux", "exit 1")
    with terminal(variables={"TMUX": "x", "PATH": f"{tmp_path}/bin:/usr/bin:/bin"}) as program:
        program.wait_for(b"Sonnet")
        program.type(b"yt")
        program.wait_for(b"copied the title (by the terminal)")
        assert b"\x1bPtmux;\x1b\x1b]52;c;" in program.sent


def test_a_failing_program_of_the_persons_is_said(stocked: Home, tmp_path: Path) -> None:
    configure(stocked, '[programs]\ncopy = ["/nowhere/keep"]\n')
    with terminal() as program:
        program.wait_for(b"Sonnet")
        program.type(b"yt")
        program.wait_for(b"the title wasn't copied: /nowhere/keep can't be started")


def test_there_is_always_a_way() -> None:
    assert ways((), {}, "linux", lambda _: None) == (TERMINAL,)
