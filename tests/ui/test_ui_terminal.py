"""The real program on a terminal of its own: how it starts, what it sends, how it ends."""

import signal
from base64 import b64encode

import pytest

from feedtui.clean import SafeText
from feedtui.library.home import Home
from feedtui.query.views import STARRED, UNREAD
from stock import NEWS, Keep
from terminals import LEFT, PATIENCE, terminal


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_gives_the_terminal_back(stocked: Home, ending: signal.Signals) -> None:
    with terminal() as program:
        program.wait_for(b"Sonnet")
        program.process.send_signal(ending)
        assert program.end() == 0
        assert LEFT in program.sent


@pytest.mark.parametrize("keys", [b"", b"jk?q" * 200])
def test_a_terminal_that_vanishes_takes_the_program_with_it(stocked: Home, keys: bytes) -> None:
    with terminal() as program:
        program.wait_for(b"Sonnet")
        program.type(keys)
        program.hang_up()
        program.process.wait(PATIENCE)


def test_q_leaves(stocked: Home) -> None:
    with terminal() as program:
        program.wait_for(b"Sonnet")
        program.type(b"q")
        assert program.end() == 0
        assert LEFT in program.sent


@pytest.mark.parametrize("keys", [b"?qq", b"jA?qu?qGq", b"/poems\r?qq", b"l/ssmmA\r?qq"])
def test_keys_typed_ahead_are_neither_lost_nor_given_to_another_screen(
    stocked: Home, keys: bytes
) -> None:
    with terminal() as program:
        program.wait_for(b"Sonnet")
        program.type(keys)
        assert program.end() == 0
    assert stocked.library().counts(STARRED).starred == 0


def test_words_typed_ahead_are_looked_for_and_the_keys_behind_them_are_for_the_hits(
    stocked: Home,
) -> None:
    with terminal() as program:
        program.wait_for(b"Sonnet")
        program.type(b"\r/more\rnn")
        program.wait_for("“more” 3/60".encode())
        program.type(b"q")
        assert program.end() == 0
    assert stocked.library().counts(UNREAD).unread == 4


def test_what_is_copied_goes_to_the_terminals_clipboard(stocked: Home) -> None:
    with terminal() as program:
        program.wait_for(b"Sonnet")
        program.type(b"yt")
        program.wait_for(b"\x1b]52;c;" + b64encode(b"Alpha"))


def test_what_was_shown_as_done_outlives_a_kill(stocked: Home) -> None:
    with terminal() as program:
        program.wait_for(b"Sonnet")
        before = program.type(b"A")
        program.wait_for(b"marked 5 read", before)
        program.process.kill()
        program.end()
    assert stocked.library().counts(UNREAD).unread == 0


PAYLOADS = (b"]0;owned", b"]52;c;", b"[31mred", b"\x9b", b"P1;owned", b"\xe2\x80\xae")


def test_nothing_of_a_hostile_title_reaches_the_terminal(
    home: Home, keep: Keep, stocked: Home
) -> None:
    hostile = SafeText(
        "safe\x1b]0;owned\x07 \x1b]52;c;b3duZWQ=\x07\x1b[31mred\x9b31m\x1bP1;owned\x1b\\ \u202etxt"
    )
    keep(NEWS, hostile, [hostile] * 3)
    with terminal(200, 50) as program:
        program.wait_for(b"Sonnet")
        for keys in (b"j", b"\r", b"s", b"h", b"h", b"j", b"j", b"A", b"u", b"?", b"q"):
            program.type(keys)
        before = program.type(b"G")
        program.wait_for(b"Poems", before)
        program.type(b"q")
        program.end()
    escapes = [program.sent.find(b"\x1b" + payload) for payload in PAYLOADS]
    assert escapes == [-1] * len(PAYLOADS)
    assert "\x9b".encode() not in program.sent
