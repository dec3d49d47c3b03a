"""How the screen comes up: the last frame first, then itself, and no key lost on the way."""

from pathlib import Path

from feedtui.library.home import Home
from feedtui.query.views import STARRED
from terminals import LEFT, Terminal, terminal

PICTURE = b"as it was"


def open_and_leave() -> None:
    with terminal() as program:
        program.wait_for(b"Sonnet")
        program.type(b"q")
        program.end()


def retouched(frame: Path) -> None:
    """Put something into the kept frame that the screen itself never says."""
    rows = frame.read_bytes().split(b"\n")
    frame.write_bytes(b"\n".join([rows[0], PICTURE, *rows[2:]]))


def shows_picture(program: Terminal) -> bool:
    return PICTURE in program.sent


def test_what_was_on_the_screen_last_is_there_at_once_and_then_the_screen(stocked: Home) -> None:
    open_and_leave()
    retouched(stocked.places.frame)
    with terminal() as program:
        program.wait_for(b"Sonnet", after=len(PICTURE))
        program.wait_for(b"\x1b[?1049h", after=program.sent.index(PICTURE))
        program.type(b"q")
        assert program.end() == 0
        assert program.sent.index(PICTURE) < program.sent.index(b"\x1b[?1049h", 10)
    assert PICTURE not in stocked.places.frame.read_bytes()


def test_the_last_frame_of_another_size_is_not_shown(stocked: Home) -> None:
    open_and_leave()
    retouched(stocked.places.frame)
    with terminal(100, 30) as program:
        program.wait_for(b"Sonnet")
        program.type(b"q")
        assert program.end() == 0
        assert not shows_picture(program)


def test_when_the_screen_cant_come_the_terminal_is_given_back_before_it_is_said(
    stocked: Home,
) -> None:
    open_and_leave()
    stocked.places.settings.write_text('[screen]\ntheme = "none"\n')
    with terminal() as program:
        assert program.end() == 2
        left, said = program.sent.rindex(LEFT), program.sent.index(b"there is no theme")
        assert left < said


def test_keys_that_are_typed_before_the_screen_is_there_are_done(stocked: Home) -> None:
    with terminal() as program:
        program.type(b"sjsq")
        assert program.end() == 0
    assert stocked.library().counts(STARRED).starred == 2


def test_the_frame_is_for_the_persons_eyes(stocked: Home) -> None:
    open_and_leave()
    assert stocked.places.frame.stat().st_mode & 0o777 == 0o600
