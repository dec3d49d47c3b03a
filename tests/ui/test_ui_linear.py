"""The linear mode, on a terminal of its own: what it says, what it never sends, how it ends."""

import inspect
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from feedtui.article.reader import read
from feedtui.clean import SafeText, clean_line
from feedtui.library.home import Home
from feedtui.library.library import Counts
from feedtui.library.subscribing import subscribe
from feedtui.model import Head, Item, Source, Subscription
from feedtui.query.places import Place
from feedtui.query.views import STARRED, UNREAD, View
from feedtui.store.leaving import read_left
from feedtui.ui.commands import COMMANDS
from feedtui.ui.linear.article import Article
from feedtui.ui.linear.marking import Marking
from feedtui.ui.linear.moving import Moving
from feedtui.ui.linear.paper import paper_of
from feedtui.ui.linear.program import Program
from feedtui.ui.linear.session import Session
from feedtui.ui.linear.typed import is_unfinished, keys_in
from feedtui.ui.linear.views import Views
from feedtui.ui.linear.wording import age_said, entry_said, list_said, place_said
from feedtui.ui.linear.work import Work
from loopback import Loopback
from screens import configure, publish
from stock import NEWS, Keep
from terminals import FEEDTUI, PATIENCE, Terminal, terminal
from world import NOON

PARTS = (Moving, Views, Marking, Work, Article, Program, Session)


@contextmanager
def linear(columns: int = 80, rows: int = 24, *, controlling: bool = False) -> Iterator[Terminal]:
    command = (*FEEDTUI, "--linear")
    with terminal(columns, rows, command, controlling=controlling) as program:
        program.wait_for(b"1 of ")
        yield program


def answer(program: Terminal, keys: bytes, expected: str) -> str:
    """What is said in answer to keys, up to what is expected."""
    before = program.type(keys)
    program.wait_for(expected.encode(), before)
    return program.sent[before:].decode().replace("\r", "")


def test_one_is_told_where_one_is_and_what_moving_leads_to(stocked: Home) -> None:
    with linear() as program:
        said = program.sent.decode().replace("\r", "")
        assert said.startswith("feedtui, linear mode; ? for help\nUnread, 5 entries, 5 unread\n")
        assert answer(program, b"j", "2 of 5").startswith("\nOde, unread, Poems, ")
        assert answer(program, b"G", "5 of 5").startswith("\nGamma, unread, News, ")
        assert answer(program, b"j", "end") == "\nthe end"
        assert answer(program, b"02k", "3 of 5").startswith("\nBeta, unread, News, ")


def test_an_entry_is_read_page_by_page_and_on_into_the_next(stocked: Home) -> None:
    with linear(rows=12) as program:
        first = answer(program, b"\r", "More.")
        assert first.startswith("\nAlpha\nNews · ")
        assert "The text of Alpha." in first
        assert answer(program, b" ", "\r\nMore." * 10).count("More.") == 10
        assert "end of the article" in answer(program, b"G", "next unread entry")
        assert "Ode" in answer(program, b" ", "The text of Ode.")
        assert "Ode, Poems" in answer(program, b"h", "2 of 5")
        program.type(b"q")
        assert program.end() == 0
    assert stocked.library().counts(UNREAD).unread == 3


def test_reading_goes_on_where_it_stopped(stocked: Home) -> None:
    with linear(rows=12) as program:
        answer(program, b"\r  ", "\r\nMore." * 25)
        assert "1 of 5" in answer(program, b"h", "1 of 5")
        said = answer(program, b"\r", "\r\nMore." * 10)
        assert said.startswith("\nAlpha\nyou stopped at 47 %, and go on there\nMore.")
        assert "The text of" not in said


def test_an_entry_that_is_read_to_its_end_is_read_where_that_is_the_setting(stocked: Home) -> None:
    configure(stocked, '[reading]\nmark_read = "end"\n')
    with linear(rows=12) as program:
        answer(program, b"\r", "The text of Alpha.")
        answer(program, b"hj\rG", "next unread entry")
        program.type(b"q")
        program.end()
    assert stocked.library().counts(UNREAD).unread == 4


def test_marking_is_said_and_taken_back(stocked: Home) -> None:
    with linear() as program:
        assert answer(program, b"s", "starred") == "\nstarred"
        assert "Alpha, unread, starred, News" in answer(program, b".", "1 of 5")
        assert "marked 5 read in Unread" in answer(program, b"A", "takes it back")
        assert "took back" in answer(program, b"u", "took back")
        program.type(b"q")
        assert program.end() == 0
    library = stocked.library()
    assert (library.counts(STARRED).starred, library.counts(UNREAD).unread) == (1, 5)


def test_lists_are_narrowed_and_words_are_found(home: Home) -> None:
    publish(home, "<p>One whale.</p><h2>Part</h2><p>Another <b>whale</b>.</p>", "<p>No.</p>")
    with linear() as program:
        said = answer(program, b"/first\n", "1 of 1")
        assert "filter: first" in said
        assert said.endswith("1 of 1")
        answer(program, b"\r", "next unread entry")
        said = answer(program, b"/whale\n", "One whale.")
        assert "hit 1 of 2" in said
        assert "Another whale." in answer(program, b"n", "Another whale.")
        assert "Heading 2: Part" in answer(program, b"{", "Part")
        assert "1. Part" in answer(program, b"T", "heading: ")
        assert "Heading 2: Part" in answer(program, b"1\n", "Part")


def test_a_links_address_is_said_before_it_is_opened(home: Home) -> None:
    publish(home, '<p>See <a href="https://a.example/x">there</a>.</p>')
    with linear() as program:
        answer(program, b"\r", "there [1].")
        assert "link 1: " in answer(program, b"f", "link 1: ")
        said = answer(program, b"1\n", "browser")
        assert "https://a.example/x; Enter opens it in the browser" in said
        assert "stays closed" in answer(program, b"\x1b", "closed")


def test_the_feeds_are_a_list_with_what_is_unread_in_them(stocked: Home) -> None:
    with linear() as program:
        assert "Unread, 5 unread, 2 of " in answer(program, b"h", "2 of ")
        answer(program, b"jj", "News, 3 unread")
        assert "News, 3 entries, 3 unread\nAlpha, unread, " in answer(program, b"\r", "1 of 3")


def test_help_names_the_keys_that_mean_something_here(stocked: Home) -> None:
    with linear() as program:
        said = answer(program, b"?", "where you are.")
        assert "j, Down: " in said
        assert "q: Leave feedtui." in said
        assert "Ctrl+T" not in said
        assert "“colours” needs the screen" in answer(program, b"\x14", "screen")


def test_no_byte_of_a_control_sequence_is_ever_sent(home: Home, keep: Keep, stocked: Home) -> None:
    hostile = SafeText("safe\x1b]0;owned\x07 \x1b[31mred\x9b31m\u202etxt\x0b\x08")
    keep(NEWS, hostile, [hostile] * 3)
    with linear() as program:
        answer(program, b"jjj\r", "The text of")
        program.type(b"hhj?/red\n\rhq")
        program.end()
    assert b"\x1b" not in program.sent
    assert b"\x9b" not in program.sent.replace("›".encode(), b"")
    assert set(program.sent) & set(range(32)) <= {0x0A, 0x0D}


@pytest.mark.parametrize(
    ("ending", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
def test_a_signal_gives_the_terminal_back(stocked: Home, ending: signal.Signals, code: int) -> None:
    with linear() as program:
        program.process.send_signal(ending)
        assert program.end() == code
        assert program.is_usable()


@pytest.mark.parametrize("keys", [b"\x03", b"/half a wo\x03", b"\r\x03"])
def test_ctrl_c_leaves_wherever_one_is(stocked: Home, keys: bytes) -> None:
    with linear(controlling=True) as program:
        program.type(keys)
        assert program.end() == 130
        assert program.is_usable()


def test_a_terminal_that_vanishes_takes_the_program_with_it(stocked: Home) -> None:
    with linear() as program:
        program.type(b"sj")
        program.wait_for(b"2 of 5")
        program.hang_up()
        program.process.wait(PATIENCE)
    assert stocked.library().counts(STARRED).starred == 1


def test_keys_typed_ahead_are_not_lost(stocked: Home) -> None:
    with linear() as program:
        program.type(b"jsjs\rq")
        assert program.end() == 0
    assert stocked.library().counts(STARRED).starred == 2


def test_where_one_was_is_remembered(stocked: Home) -> None:
    with linear() as program:
        answer(program, b"1jj", "3 of 5")
        program.type(b"q")
        program.end()
    assert read_left(stocked.places.left).lists.view == View("all")
    with terminal(command=(*FEEDTUI, "--linear")) as program:
        program.wait_for(b"3 of 5")


def test_a_setting_opens_the_linear_mode_and_so_does_a_dumb_terminal(stocked: Home) -> None:
    with terminal(variables={"TERM": "dumb"}) as program:
        program.wait_for(b"1 of 5")
    configure(stocked, "[screen]\nlinear = true\n")
    with terminal() as program:
        program.wait_for(b"1 of 5")
        program.type(b"q")
        program.end()
    assert b"\x1b" not in program.sent


def test_refreshing_is_said_when_it_has_ended(stocked: Home) -> None:
    with linear() as program:
        said = answer(program, b"R", "failed")
        assert said.startswith("\nrefreshing; Escape stops it\n")


def test_escape_stops_a_refresh_and_what_is_typed_meanwhile_waits(
    stocked: Home, loopback: Loopback
) -> None:
    subscribe(stocked.places, Subscription(loopback.url("/stalls")))
    with linear() as program:
        before = program.type(b"R")
        loopback.wait_for(1)
        program.type(b"j")
        program.type_until(b"\x1b", b"2 of 5")
        assert b"stopped" in program.sent[before:]


def test_ctrl_c_leaves_a_refresh_too(stocked: Home, loopback: Loopback) -> None:
    subscribe(stocked.places, Subscription(loopback.url("/stalls")))
    with linear(controlling=True) as program:
        program.type(b"R")
        loopback.wait_for(1)
        program.type(b"\x03")
        assert program.end() == 130
        assert program.is_usable()


def test_the_toolkit_is_not_imported() -> None:
    script = (
        "import sys, feedtui.ui.linear.start; print({'textual', 'rich'} & set(sys.modules) or '')"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


def test_commands_take_here_what_they_take_on_the_screen() -> None:
    given = {
        command.name: (
            command.takes,
            len(inspect.signature(getattr(part, command.name)).parameters),
        )
        for command in COMMANDS
        for part in PARTS
        if hasattr(part, command.name)
    }
    assert [
        name for name, (takes, count) in given.items() if (takes == "nothing") != (count == 1)
    ] == []
    assert len(given) > 50


def test_keys_are_called_what_the_toolkit_calls_them() -> None:
    typed = "jG/ \r\n\t\x7f\x03\x1b[A\x1bOB\x1b[5~\x1b[Z\x1b[1;5C\x1bx\x1b[99~é\x1b"
    assert list(keys_in(typed)) == [
        *("j", "G", "slash", "space", "enter", "enter", "tab", "backspace", "ctrl+c"),
        *("up", "down", "pageup", "shift+tab", "ctrl+right", "alt+x", "é", "escape"),
    ]
    assert [is_unfinished(each) for each in ("j\x1b", "\x1b[1;", "\x1bO", "j", "\x1b[A")] == [
        *(True, True, True, False, False)
    ]


def test_what_a_page_shows_by_frames_is_said_without_them() -> None:
    html = (
        "<h2>Boats</h2><blockquote><p>Slow.</p></blockquote><hr>"
        "<table><tr><th>Boat</th><th>kg</th></tr><tr><td>Anna</td><td>120</td></tr></table>"
    )
    paper = paper_of(read(html, ""), 60).page(99)
    assert paper.text == ("Heading 2: Boats", "> Slow.", "Boat; kg", "Anna; 120")
    assert paper.at_end


def test_paragraphs_go_to_and_fro() -> None:
    paper = paper_of(read("<p>One.</p><p>Two.</p><p>Three.</p>", ""), 60)
    first = paper.paragraph(1)
    assert first is not None
    second = first.paragraph(1)
    assert second is not None
    back = second.paragraph(-1)
    assert back is not None
    assert [each.text for each in (first, second, back)] == [("One.",), ("Two.",), ("One.",)]
    assert first.paragraph(-1) is None
    assert paper.page(99).paragraph(1) is None


def test_a_paragraph_that_a_page_has_cut_goes_on_where_it_was_cut() -> None:
    paper = paper_of(read(f"<p>{'word ' * 40}</p>", ""), 20).page(2)
    rest = paper.paragraph(1)
    assert rest is not None
    assert len(paper.text) + len(rest.text) == len(paper.set)


def test_an_empty_article_has_no_pages() -> None:
    paper = paper_of(read("", ""), 60)
    assert (paper.text, paper.at_end, paper.links, paper.parts) == ((), True, (), ())
    assert paper.paragraph(1) is None
    assert paper.hits("x") == ()


def test_entries_and_feeds_are_sentences() -> None:
    source = Source("https://a.example/", clean_line("A"), error=clean_line("gone"))
    item = Item(Head("0", clean_line("T" * 300)), source, NOON - 7200, "0")
    said = entry_said(item, NOON, ("unread", ""), "A")
    assert said == "T" * 199 + "…, unread, A, 2 hours ago"
    place = Place(View("feed", source.url), "A", source=source)
    assert place_said(place, Counts(3, 2, 1)) == "A, 2 unread, failing"
    folder = Place(View("folder", "Arts"), "Arts", fold="shut")
    assert place_said(folder, Counts()) == "Arts, folder, closed"
    assert list_said("Unread", 0, 0, "filter: x") == "Unread, filter: x, no entries"


@pytest.mark.parametrize(
    ("age", "said"),
    [
        (0, "just now"),
        (60, "1 minute ago"),
        (7200, "2 hours ago"),
        (3 * 86400, "3 days ago"),
        (15 * 86400, "2 weeks ago"),
        (800 * 86400, "2 years ago"),
        (-5, "just now"),
    ],
)
def test_ages_are_words(age: int, said: str) -> None:
    assert age_said(NOON - age, NOON) == said
