import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.library.home import Home
from feedtui.library.library import Counts
from feedtui.library.marks import A_DAY, HIDDEN, READ, STARRED, Marks, moment
from feedtui.library.positions import Position, after_visit, read_position
from feedtui.model import Marking, Status
from feedtui.query.views import ALL, STARTED, UNREAD, View
from feedtui.query.views import HIDDEN as HIDDEN_VIEW
from feedtui.query.views import STARRED as STARRED_VIEW
from feedtui.store.marks import MarkJournal
from feedtui.store.words import LATEST_TIME
from stock import NEWS
from world import NOON, Clock, Complaints

marks = st.builds(
    Marking,
    field=st.sampled_from(["read", "starred", "hidden", "tag:x", "position"]),
    value=st.booleans() | st.sampled_from(["1:2 3", "4:5 6"]),
    entries=st.just(["a", "b"]),
    times=st.tuples(st.integers(0, 5), st.integers(0, 5)),
    device=st.sampled_from(["laptop", "phone"]),
)


def said(entry: str, field: str, value: bool | str, time: int, device: str = "laptop") -> Marking:
    return Marking(field, value, [entry], [time], device)


def result(of: list[Marking]) -> dict[str, Status]:
    sum_of_all = Marks()
    sum_of_all.apply(of)
    return {entry: sum_of_all.status(entry) for entry in "ab"}


@given(st.lists(marks, max_size=20), st.randoms())
def test_the_order_in_which_marks_arrive_does_not_matter(of: list[Marking], random: object) -> None:
    shuffled = list(of)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert result(shuffled) == result(of)


@given(st.lists(marks, max_size=20))
def test_marks_that_arrive_twice_count_once(of: list[Marking]) -> None:
    assert result(of + of) == result(of)


@given(st.lists(marks, max_size=20))
def test_the_name_of_a_device_decides_nothing(of: list[Marking]) -> None:
    assert result([each._replace(device="copy") for each in of]) == result(of)


def test_the_latest_word_counts() -> None:
    sum_of_all = Marks()
    sum_of_all.apply([said("a", "read", False, 2, "phone"), said("a", "read", True, 1)])
    assert not sum_of_all.is_read("a")


def test_of_equal_times_true_counts() -> None:
    sum_of_all = Marks()
    sum_of_all.apply([said("a", "read", True, 1, "phone"), said("a", "read", False, 1, "tablet")])
    assert sum_of_all.is_read("a")


def test_what_is_said_of_an_entry_is_true_or_false() -> None:
    sum_of_all = Marks()
    sum_of_all.apply([said("a", "read", True, 1)])
    assert repr(sum_of_all.status("a")) == repr(Status(read=True))
    assert repr(sum_of_all.status("b")) == repr(Status())


def test_fields_do_not_touch_each_other() -> None:
    sum_of_all = Marks()
    sum_of_all.apply(
        [
            said("a", "starred", True, 1),
            said("a", "tag:later", True, 2),
            said("a", "tag:work", True, 3),
            said("a", "tag:later", False, 4),
            said("a", "hidden", True, 5),
            said("a", "position", "3:120 57", 6),
        ]
    )
    assert sum_of_all.status("a") == Status(
        starred=True, tags=("work",), hidden=True, position="3:120 57", started=True
    )


@pytest.mark.parametrize(
    "mark",
    [
        said("a", "a field of a later version", True, 1),
        said("a", "read", "a text", 1),
        said("a", "position", True, 1),
        said("a", "tag:", True, 1),
        said("a", "tag:\x1b[31mred", True, 1),
    ],
)
def test_marks_that_mean_nothing_here_change_nothing_shown(mark: Marking) -> None:
    sum_of_all = Marks()
    assert not sum_of_all.apply([mark])
    assert sum_of_all.status("a") == Status()


def test_whether_marks_changed_something_is_known() -> None:
    sum_of_all = Marks()
    mark = said("a", "read", True, 1)
    assert sum_of_all.apply([mark])
    assert not sum_of_all.apply([mark])
    assert not sum_of_all.apply([said("a", "read", True, 2)])
    assert sum_of_all.apply([said("a", "tag:x", True, 1)])
    assert not sum_of_all.apply([said("a", "tag:x", True, 2)])
    assert not sum_of_all.apply([said("a", "position", "1:2 3", 3)])


def test_the_latest_word_on_a_field_is_known_with_its_time_and_device() -> None:
    sum_of_all = Marks()
    assert sum_of_all.word("a", "read") is None
    sum_of_all.apply([said("a", "read", True, 1), said("a", "read", False, 2, "phone")])
    sum_of_all.apply([said("a", "position", "1:2 3", 3)])
    assert sum_of_all.word("a", "read") == (2, "phone", False)
    assert sum_of_all.word("a", "position") == (3, "laptop", "1:2 3")


def test_five_thousand_devices_are_taken_in() -> None:
    sum_of_all = Marks()
    for number in range(5000):
        sum_of_all.apply([said("a", "read", number % 2 == 0, number, f"device {number}")])
    assert not sum_of_all.is_read("a")


NOW = NOON * 1000
YEARS = 10 * 365 * A_DAY


def test_a_mark_has_the_time_of_the_clock_on_the_wall() -> None:
    assert moment(NOW, NOW - 5, NOW - 5, -1) == (NOW, NOW)


def test_two_marks_of_one_moment_have_two_times() -> None:
    assert moment(NOW, NOW, NOW, NOW) == (NOW + 1, NOW + 1)


def test_a_clock_that_was_set_back_does_not_set_marks_back() -> None:
    assert moment(NOW - YEARS, NOW - YEARS + A_DAY, 0, -1)[0] == NOW - YEARS + A_DAY + 1
    assert moment(-YEARS, 0, -1, -1)[0] == 0


def test_a_mark_from_the_future_is_replaced_by_a_later_one() -> None:
    assert moment(NOW, NOW + YEARS, 0, NOW + YEARS) == (NOW + YEARS + 1, NOW + A_DAY + 1)


def test_a_device_years_ahead_takes_other_entries_along_by_a_day_at_most() -> None:
    time, given_ = moment(NOW, NOW + YEARS, 0, -1)
    assert time == NOW + A_DAY + 1
    assert moment(NOW, NOW + YEARS, given_, -1)[0] == NOW + A_DAY + 2


def test_no_mark_has_a_time_that_could_not_be_read_again() -> None:
    assert moment(NOW, LATEST_TIME, 0, LATEST_TIME)[0] == LATEST_TIME


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["laptop", "phone"]),
            st.integers(-YEARS, YEARS),
            st.booleans(),
            st.booleans(),
        ),
        max_size=20,
    )
)
def test_what_a_person_said_last_counts_whatever_the_clocks_say(
    of: list[tuple[str, int, bool, bool]],
) -> None:
    devices = {"laptop": Marks(), "phone": Marks()}
    for device, skew, value, other in of:
        marks = devices[device].new([("a", READ, value)], NOW + skew, device)
        marks += devices[device].new([("b", STARRED, other)], NOW + skew, device)
        for each in devices.values():
            each.apply(marks)
            assert each.is_read("a") is value
            assert each.is_starred("b") is other


@given(
    st.builds(Position, st.integers(0, 10**7 - 1), st.integers(0, 10**9 - 1), st.integers(0, 100))
)
def test_a_position_survives(position: Position) -> None:
    assert read_position(str(position)) == position


@given(st.text())
def test_any_text_is_a_position_or_none(text: str) -> None:
    found = read_position(text)
    assert found is None or found.hundredths <= 100


@pytest.mark.parametrize("text", ["", "3", "3:120", "-3:120 5", "3:120 5\n", "٣:1 2", "3:120 5000"])
def test_what_is_no_position_is_none(text: str) -> None:
    assert read_position(text) is None


def test_where_reading_stopped_is_remembered(stocked: Home) -> None:
    library = stocked.library()
    item = library.items(ALL)[0]
    assert library.position(item) is None
    library.set_position(item, Position(3, 120, 57))
    assert library.undo() is None
    again = stocked.library()
    assert again.position(item) == Position(3, 120, 57)
    assert again.status(item).position == "3:120 57"


def test_what_was_left_half_way_is_listed_the_last_visit_first(stocked: Home) -> None:
    library = stocked.library()
    first, second, third, *_ = library.items(ALL)
    assert library.items(STARTED) == []
    library.set_position(second, Position(3, 120, 57))
    library.set_position(first, Position(2, 0, 10))
    library.set_position(third, Position(9, 0, 100))
    assert library.items(STARTED) == [first, second]
    assert library.counts(STARTED) == Counts(2, 2, 0)
    library.set_position(second, Position(4, 0, 60))
    assert stocked.library().items(STARTED) == [second, first]
    library.set_position(second, Position(9, 0, 100))
    assert library.items(STARTED) == [first]
    assert library.items(STARTED, keep={second.id}) == [second, first]


@pytest.mark.parametrize(
    ("before", "now", "remembered"),
    [
        (None, Position(0, 0, 0), False),
        (None, Position(0, 0, 100), False),
        (None, Position(7, 0, 100), False),
        (None, Position(3, 5, 40), True),
        (Position(3, 5, 40), Position(3, 5, 43), False),
        (Position(3, 5, 40), Position(4, 0, 50), True),
        (Position(3, 5, 40), Position(0, 0, 0), True),
        (Position(3, 5, 40), Position(3, 5, 100), True),
        (Position(9, 0, 100), Position(9, 0, 100), False),
        (Position(9, 0, 100), Position(2, 0, 20), True),
    ],
)
def test_a_visit_is_remembered_only_if_it_changed_what_is_left_half_way(
    before: Position | None, now: Position, *, remembered: bool
) -> None:
    assert after_visit(before, now) == (now if remembered else None)


def test_the_same_position_is_not_written_twice(stocked: Home) -> None:
    library = stocked.library()
    item = library.items(ALL)[0]
    library.set_position(item, Position(3, 120, 57))
    library.set_position(item, Position(3, 120, 57))
    (journal,) = stocked.places.marks.glob("*.jsonl")
    assert len(journal.read_text().splitlines()) == 2


def test_a_hidden_entry_is_in_no_list_and_in_no_count(stocked: Home) -> None:
    library = stocked.library()
    hidden = library.items(View("feed", NEWS))[0]
    library.mark([hidden], STARRED, "starred", value=True)
    library.mark([hidden], HIDDEN, "hidden", value=True)
    for view in (ALL, UNREAD, STARRED_VIEW, View("feed", NEWS)):
        assert hidden not in library.items(view)
    assert library.counts(View("feed", NEWS)) == Counts(total=2, unread=2, hidden=1)
    assert library.counts(ALL) == Counts(total=4, unread=4, hidden=1)
    assert library.items(HIDDEN_VIEW) == library.hidden_items(ALL) == [hidden]
    assert library.hidden_items(STARRED_VIEW) == [hidden]
    assert hidden in library.every_item()


def test_an_entry_that_was_just_hidden_can_stay_in_the_list(stocked: Home) -> None:
    library = stocked.library()
    item = library.items(ALL)[0]
    library.mark([item], HIDDEN, "hidden", value=True)
    for view in (ALL, UNREAD, STARRED_VIEW, View("feed", NEWS)):
        assert item in library.items(view, keep={item.head.id}) or view == STARRED_VIEW


def test_a_hidden_entry_comes_back(stocked: Home) -> None:
    library = stocked.library()
    before = library.items(ALL)
    library.mark(before[:1], HIDDEN, "hidden", value=True)
    library.mark(before[:1], HIDDEN, "shown again", value=False)
    assert library.items(ALL) == before


def test_another_process_sees_marks_and_not_its_own_again(stocked: Home, clock: Clock) -> None:
    screen, command = stocked.library(), stocked.library()
    screen.mark(screen.items(ALL), READ, "read", value=True)
    assert not screen.catch_up()
    assert command.catch_up()
    assert command.counts(UNREAD).unread == 0


def test_a_journal_that_has_become_long_is_made_short_at_the_end_of_a_refresh(
    stocked: Home,
) -> None:
    times = range(20_001)
    journal = MarkJournal(stocked.places.marks, stocked.device(), stocked.warn)
    journal.append([Marking("read", True, ["a" * 16] * len(times), times)])
    assert len(journal.path.read_text().splitlines()) == 20_002
    stocked.compact_marks()
    assert len(journal.path.read_text().splitlines()) == 2
    stocked.compact_marks()
    assert len(journal.path.read_text().splitlines()) == 2


def test_a_journal_that_cannot_be_made_short_is_told_of(
    stocked: Home, complaints: Complaints
) -> None:
    path = stocked.places.marks / f"{stocked.device()}.jsonl"
    path.parent.mkdir(parents=True)
    path.write_text('{"version":3}' + "\n" * 20_001)
    stocked.compact_marks()
    assert "newer feedtui" in complaints.said[0]
