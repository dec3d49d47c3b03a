"""Giving the terminal away and taking it back: editors, stops, signals, resizing meanwhile."""

import signal
from pathlib import Path

import pytest

from feedtui.library.home import Home
from terminals import terminal

AT_WORK = b"At work"


def editor(folder: Path, text: str) -> str:
    """An editor that does as the script says."""
    file = folder / "editor"
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(0o755)
    return str(file)


def test_an_editor_has_the_terminal_as_the_shell_had_it(stocked: Home, tmp_path: Path) -> None:
    waits = editor(tmp_path, 'echo "At work"; read line')
    with terminal(variables={"EDITOR": waits}) as program:
        program.wait_for(b"Sonnet")
        program.type(b"E")
        program.wait_for(AT_WORK)
        assert program.is_usable()
        before = program.type(b"\n")
        program.wait_for(b"Sonnet", before)
        program.type(b"q")
        assert program.end() == 0
        assert program.is_usable()


def test_an_editor_that_is_killed_leaves_nothing_of_its_own_behind(
    stocked: Home, tmp_path: Path
) -> None:
    dies = editor(tmp_path, "stty raw -echo; printf '\\033[?1049h\\033[?1h'; kill -9 $$")
    with terminal(variables={"EDITOR": dies}) as program:
        program.wait_for(b"Sonnet")
        program.type(b"E")
        program.wait_for(b"was ended: Killed")
        program.type(b"q")
        assert program.end() == 0
        assert program.is_usable()


def test_an_editor_that_isnt_there_is_told_of(stocked: Home) -> None:
    with terminal(variables={"EDITOR": "/nowhere/editor"}) as program:
        program.wait_for(b"Sonnet")
        program.type(b"E")
        program.wait_for(b"/nowhere/editor can't be started")
        program.type(b"q")
        assert program.end() == 0


def test_what_was_resized_meanwhile_is_painted_in_its_new_size(
    stocked: Home, tmp_path: Path
) -> None:
    waits = editor(tmp_path, 'echo "At work"; read line')
    with terminal(100, 30, variables={"EDITOR": waits}) as program:
        program.wait_for(b"Sonnet")
        program.type(b"E")
        program.wait_for(AT_WORK)
        program.resize(140, 50)
        before = program.type(b"\n")
        program.wait_for(b"\x1b[50;1H", before)
        program.type(b"q")
        assert program.end() == 0


def test_ctrl_c_in_an_editor_is_for_the_editor(stocked: Home, tmp_path: Path) -> None:
    waits = editor(tmp_path, "trap 'echo Heard; exit 0' INT; echo 'At work'; read line")
    with terminal(variables={"EDITOR": waits}, controlling=True) as program:
        program.wait_for(b"Sonnet")
        program.type(b"E")
        program.wait_for(AT_WORK)
        before = program.type(b"\x03")
        program.wait_for(b"Heard", before)
        program.wait_for(b"Sonnet", before)
        program.type(b"q")
        assert program.end() == 0


@pytest.mark.parametrize("stop", [signal.SIGTSTP, signal.SIGSTOP])
def test_a_stopped_program_comes_back_whole_and_leaves_a_usable_terminal(
    stocked: Home, stop: signal.Signals
) -> None:
    with terminal() as program:
        program.wait_for(b"Sonnet")
        program.process.send_signal(stop)
        program.wait_for_stop()
        assert stop == signal.SIGSTOP or program.is_usable()
        before = len(program.sent)
        program.process.send_signal(signal.SIGCONT)
        program.wait_for(b"Sonnet", before)
        before = program.type(b"s")
        program.wait_for(b"starred", before)
        program.type(b"q")
        assert program.end() == 0
        assert program.is_usable()


def test_ctrl_z_stops_and_the_shell_can_go_on(stocked: Home) -> None:
    with terminal() as program:
        program.wait_for(b"Sonnet")
        program.type(b"\x1a")
        program.wait_for_stop()
        assert program.is_usable()
        before = len(program.sent)
        program.process.send_signal(signal.SIGCONT)
        program.wait_for(b"Sonnet", before)
        program.type(b"q")
        assert program.end() == 0


@pytest.mark.parametrize(
    "ending", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP]
)
def test_however_it_is_told_to_end_the_shell_has_its_terminal_again(
    stocked: Home, ending: signal.Signals
) -> None:
    with terminal() as program:
        program.wait_for(b"Sonnet")
        program.process.send_signal(ending)
        if ending == signal.SIGTSTP:
            program.wait_for_stop()
        else:
            program.end()
        assert program.wrong_for_a_shell() == {}
        assert program.is_usable()


def test_bytes_that_are_no_letters_do_not_end_the_program(stocked: Home) -> None:
    with terminal() as program:
        program.wait_for(b"Sonnet")
        program.type(b"\xff\xe1\x80")
        program.type_until(b"s", b"starred")
        program.type(b"q")
        assert program.end() == 0
