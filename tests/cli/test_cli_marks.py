import json
from collections.abc import Callable

import pytest

from feedtui.cli.main import run
from feedtui.library.home import Home
from feedtui.library.positions import Position
from feedtui.model import Marking
from feedtui.query.views import ALL
from feedtui.store.marks import MarkJournal

Feedtui = Callable[..., tuple[int, str, str]]


@pytest.fixture
def feedtui(stocked: Home, capsys: pytest.CaptureFixture[str]) -> Feedtui:
    """Runs the program with two feeds and five entries; its exit code, output and complaints."""

    def command(*words: str) -> tuple[int, str, str]:
        code = run(words)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


def titles(out: str) -> list[str]:
    return [json.loads(line)["title"] for line in out.splitlines()]


def test_a_hidden_entry_is_listed_only_where_it_is_asked_for(feedtui: Feedtui) -> None:
    assert feedtui("mark", "alpha", "--hide")[1] == "1 entry found, 1 mark set\n"
    assert titles(feedtui("entries", "--json")[1]) == ["Ode", "Beta", "Sonnet", "Gamma"]
    assert titles(feedtui("entries", "is:hidden", "--json")[1]) == ["Alpha"]
    assert feedtui("entries", "is:hidden")[1].split()[1] == "N-h"
    feedtui("mark", "is:hidden", "--unhide")
    assert feedtui("entries", "is:hidden")[1] == ""


def test_what_was_left_half_way_is_found(feedtui: Feedtui, stocked: Home) -> None:
    library = stocked.library()
    library.set_position(library.items(ALL)[1], Position(3, 120, 57))
    left = library.items(ALL)[1].head.title
    assert titles(feedtui("entries", "is:started", "--json")[1]) == [left]
    assert left not in titles(feedtui("entries", "--json", "--", "-is:started")[1])


def test_a_hidden_entry_says_so_as_an_object(feedtui: Feedtui) -> None:
    feedtui("mark", "alpha", "--hide")
    (line,) = feedtui("entries", "is:hidden", "--json")[1].splitlines()
    assert json.loads(line)["hidden"] is True


def test_a_hidden_entry_is_not_marked_by_a_query_that_does_not_speak_of_it(
    feedtui: Feedtui,
) -> None:
    feedtui("mark", "alpha", "--hide")
    assert feedtui("mark", "feed:news", "--read")[1] == "2 entries found, 2 marks set\n"


def test_a_tag_is_kept_as_it_can_be_shown(feedtui: Feedtui) -> None:
    feedtui("mark", "alpha", "--tag", "\x1b[31mred \udc80")
    (line,) = feedtui("entries", "alpha", "--json")[1].splitlines()
    (tag,) = json.loads(line)["tags"]
    assert tag.startswith("red")
    assert "\x1b" not in tag


def test_a_tag_of_nothing_is_refused(feedtui: Feedtui) -> None:
    code, _, err = feedtui("mark", "alpha", "--tag", "\x1b[31m")
    assert (code, err) == (2, "feedtui: a tag has to have a letter at least\n")


def test_the_doctor_names_devices_with_their_sizes_and_marks(
    feedtui: Feedtui, stocked: Home
) -> None:
    feedtui("mark", "alpha", "--read")
    feedtui("mark", "alpha", "--unread")
    phone = MarkJournal(stocked.places.marks, "phone", stocked.warn)
    phone.append([Marking("read", True, ["a" * 16] * 20_001, range(20_001))])
    copy = "phone.sync-conflict-20261121-120000-ABCDEFG"
    MarkJournal(stocked.places.marks, copy, stocked.warn).append(
        [Marking("read", True, ["a" * 16], [1])]
    )
    own = stocked.device()
    own_size = (stocked.places.marks / f"{own}.jsonl").stat().st_size
    size = phone.path.stat().st_size
    long = "long; its device shortens it at the end of a refresh"
    code, out, _ = feedtui("doctor")
    lines = [" ".join(line.split()) for line in out.splitlines() if line.startswith("marks of")]
    assert sorted(lines) == sorted(
        [
            f"marks of {own} {own}.jsonl 1 mark, {own_size} bytes this device",
            f"marks of phone {copy}.jsonl 1 mark, 75 bytes a copy",
            f"marks of phone phone.jsonl 1 mark, {size:,} bytes {long}",
        ]
    )
    assert code == 0


def test_the_doctor_names_damaged_lines(feedtui: Feedtui, stocked: Home) -> None:
    feedtui("mark", "alpha", "--read")
    (path,) = stocked.places.marks.iterdir()
    with path.open("a") as file:
        file.write("rubbish\n" * 7)
    code, out, _ = feedtui("doctor")
    assert code == 1
    assert "this device, 7 damaged lines" in out
    assert (
        f"! {path}: 7 damaged line(s) were skipped (line 3, 4, 5, 6, 7, …); the others count\n"
        in out
    )
