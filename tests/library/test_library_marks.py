from hypothesis import given
from hypothesis import strategies as st

from feedtui.library.marks import Marks
from feedtui.model import Mark, Status

marks = st.builds(
    Mark,
    entry=st.sampled_from(["a", "b"]),
    field=st.sampled_from(["read", "starred", "tag:x"]),
    value=st.booleans(),
    time=st.integers(0, 5),
    device=st.sampled_from(["laptop", "phone"]),
)


def result(of: list[Mark]) -> dict[str, Status]:
    sum_of_all = Marks()
    sum_of_all.apply(of)
    return {entry: sum_of_all.status(entry) for entry in "ab"}


def one_per_moment(of: list[Mark]) -> list[Mark]:
    """A device says one thing about a field at a time."""
    return list({(each.entry, each.field, each.time, each.device): each for each in of}.values())


@given(st.lists(marks, max_size=20).map(one_per_moment), st.randoms())
def test_the_order_in_which_marks_arrive_does_not_matter(of: list[Mark], random: object) -> None:
    shuffled = list(of)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert result(shuffled) == result(of)


@given(st.lists(marks, max_size=20))
def test_marks_that_arrive_twice_count_once(of: list[Mark]) -> None:
    assert result(of + of) == result(of)


def test_the_latest_word_counts() -> None:
    sum_of_all = Marks()
    sum_of_all.apply([Mark("a", "read", False, 2, "phone"), Mark("a", "read", True, 1, "laptop")])
    assert not sum_of_all.is_read("a")


def test_of_equal_times_the_larger_device_name_counts() -> None:
    sum_of_all = Marks()
    sum_of_all.apply([Mark("a", "read", True, 1, "phone"), Mark("a", "read", False, 1, "laptop")])
    assert sum_of_all.is_read("a")


def test_fields_do_not_touch_each_other() -> None:
    sum_of_all = Marks()
    sum_of_all.apply(
        [
            Mark("a", "starred", True, 1, "laptop"),
            Mark("a", "tag:later", True, 2, "laptop"),
            Mark("a", "tag:work", True, 3, "laptop"),
            Mark("a", "tag:later", False, 4, "laptop"),
        ]
    )
    assert sum_of_all.status("a") == Status(starred=True, tags=("work",))


def test_a_field_of_a_later_version_is_kept_and_changes_nothing_shown() -> None:
    sum_of_all = Marks()
    sum_of_all.apply([Mark("a", "position", True, 1, "laptop")])
    assert sum_of_all.status("a") == Status()


def test_whether_marks_changed_something_is_known() -> None:
    sum_of_all = Marks()
    mark = Mark("a", "read", True, 1, "laptop")
    assert sum_of_all.apply([mark])
    assert not sum_of_all.apply([mark])
    assert not sum_of_all.apply([Mark("a", "read", True, 2, "laptop")])
