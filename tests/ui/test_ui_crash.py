"""A crash: the shell has its terminal again, and the report tells nobody's secrets."""

import sys
from collections.abc import Mapping

from feedtui.library.home import Home
from feedtui.query.views import ALL
from feedtui.ui.crash import Crash, place_of, report_of
from terminals import terminal

SECRET = "https://reader:hunter2@feeds.example/private"
TEXT = "a sentence of an article"
TOKEN = {"API_TOKEN": "hunter3"}

FAULTY = f"""
from feedtui.ui.desk import Desk
def fails(*_):
    address, text = {SECRET!r}, {TEXT!r}
    raise KeyError(address + text)
Desk.undo = fails
from feedtui.__main__ import main
main()
"""
"""feedtui with a fault behind the key `u`."""

IN_A_THREAD = f"""
from feedtui.ui import showing
def fails(*_):
    raise ValueError({SECRET!r})
showing._article = fails
from feedtui.__main__ import main
main()
"""


def crashed(script: str, keys: bytes, variables: Mapping[str, str] = {}) -> bytes:
    """What a crash leaves on the terminal, which the shell has again."""
    with terminal(command=(sys.executable, "-c", script), variables=variables) as program:
        program.wait_for(b"Sonnet")
        before = program.type(keys)
        assert program.end() == 1
        assert program.wrong_for_a_shell() == {}
        assert program.is_usable()
        return program.sent[before:]


def test_a_crash_gives_the_terminal_back_and_says_where_its_report_is(stocked: Home) -> None:
    said = crashed(FAULTY, b"u", TOKEN)
    report = stocked.places.crash
    assert f"its report, without any text of a feed, is in {report}".encode() in said
    assert b"KeyError" in said
    assert report.stat().st_mode & 0o777 == 0o600


def test_neither_the_terminal_nor_the_report_has_secrets_or_feed_text(stocked: Home) -> None:
    said = crashed(FAULTY, b"u", TOKEN)
    report = stocked.places.crash.read_text()
    kept = said.decode() + report
    for secret in ("hunter", "feeds.example", TEXT, str(stocked.places.config), "API_TOKEN"):
        assert secret not in report
        assert secret not in kept or secret == str(stocked.places.config)
    assert "TERM=xterm-256color" in report
    assert "\nKeyError\n" in report
    assert "feedtui/ui/screen.py:" in report
    assert sys.prefix not in report


def test_a_crash_in_a_thread_is_one_too(stocked: Home) -> None:
    said = crashed(IN_A_THREAD, b"\r")
    assert b"ValueError" in said
    assert b"hunter2" not in said + stocked.places.crash.read_bytes()


def test_a_report_that_cant_be_kept_is_printed(stocked: Home) -> None:
    stocked.places.crash.mkdir(parents=True)
    said = crashed(FAULTY, b"u").replace(b"\r\n", b"\n")
    assert b"can't be written" in said
    assert b"\nKeyError\n" in said


def test_marks_made_before_a_crash_are_kept(stocked: Home) -> None:
    crashed(FAULTY, b"su")
    assert [stocked.library().is_starred(item) for item in stocked.library().items(ALL)].count(
        True
    ) == 1


def raised(error: BaseException, cause: BaseException | None = None) -> BaseException:
    try:
        raise error from cause
    except type(error) as caught:
        return caught


def test_a_report_has_the_errors_behind_an_error_without_what_they_say() -> None:
    error = raised(RuntimeError(SECRET), raised(OSError(SECRET)))
    report = report_of(Crash(error, 0, 80, 24), {"TERM": "x" * 99, "HOME": "/home/reader"})
    assert "1970-01-01T00:00:00+00:00" in report
    assert "terminal of 80x24" in report
    assert report.index("RuntimeError") < report.index("OSError")
    assert "hunter2" not in report
    assert "/home" not in report
    assert "x" * 41 not in report


def test_a_report_names_what_was_missing_in_the_program() -> None:
    error = raised(AttributeError("no", name="show_all", obj=SECRET))
    said = place_of(error)
    assert said.startswith("AttributeError (show_all) in test_ui_crash.py:")


def test_the_linear_mode_reports_a_crash_as_well(stocked: Home) -> None:
    with terminal(command=(sys.executable, "-c", FAULTY, "--linear"), variables=TOKEN) as program:
        program.wait_for(b"1 of ")
        before = program.type(b"u")
        assert program.end() == 1
        assert program.is_usable()
        said = program.sent[before:]
    report = stocked.places.crash
    assert f"its report, without any text of a feed, is in {report}".encode() in said
    assert b"hunter2" not in said + report.read_bytes()
