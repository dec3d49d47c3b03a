import tomllib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.config.layout import Path, lines_of, parts

EVERYTHING = '''\
# a comment with a [table] and a key = "value"
title = "one # two"  # beside
"quoted key" = 1
'literal.key' = 2
dotted . "in\\tner" . x = 3
text = """
looks = "like a key"
[looks.like.a.table]
\\""" # no comment
two quotes, then three: """""
raw = \'\'\'
# no comment
raw = 1\'\'\'
list = [  # first
  "]", # second
  [1, 2], { a = "}" },
] # after

  [ table . sub ] # header
  key = 'C:\\'
[[many]]
[[many]]
name = "second"
[[many.inner]]
deep = 1
[many.side]
deep = 2
'''

LINES = {
    ("title",): 2,
    ("quoted key",): 3,
    ("literal.key",): 4,
    ("dotted", "in\tner", "x"): 5,
    ("text",): 6,
    ("raw",): 11,
    ("list",): 14,
    ("table", "sub"): 19,
    ("table", "sub", "key"): 20,
    ("many", 0): 21,
    ("many", 1): 22,
    ("many", 1, "name"): 23,
    ("many", 1, "inner", 0): 24,
    ("many", 1, "inner", 0, "deep"): 25,
    ("many", 1, "side"): 26,
    ("many", 1, "side", "deep"): 27,
}


def values_of(text: str) -> dict[Path, object]:
    return {part.path: text[part.value_start : part.value_end] for part in parts(text)}


def test_every_key_and_header_is_found_on_its_line() -> None:
    assert {part.path: part.line for part in parts(EVERYTHING)} == LINES


def test_line_ends_of_windows_change_nothing() -> None:
    windows = EVERYTHING.replace("\n", "\r\n")
    assert {part.path: part.line for part in parts(windows)} == LINES


def test_a_value_is_found_without_its_comment() -> None:
    values = values_of(EVERYTHING)
    assert values["title",] == '"one # two"'
    assert values["table", "sub", "key"] == "'C:\\'"
    assert tomllib.loads(f"x = {values['text',]}")["x"].endswith('three: ""')
    assert tomllib.loads(f"x = {values['list',]}")["x"] == ["]", [1, 2], {"a": "}"}]


def test_comments_inside_and_beside_a_value_are_told_apart() -> None:
    found = {part.path: (part.inside, part.beside) for part in parts(EVERYTHING)}
    assert found["list",] == (("# first", "# second"), "# after")
    assert found["title",] == ((), "# beside")
    assert found["table", "sub"] == ((), "# header")
    assert found["text",] == ((), "")


@pytest.mark.parametrize("text", [EVERYTHING, EVERYTHING.replace("\n", "\r\n"), EVERYTHING[:-1]])
def test_parts_are_whole_lines_that_do_not_overlap(text: str) -> None:
    found = list(parts(text))
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(part.start == 0 or text[part.start - 1] == "\n" for part in found)
    assert all(part.end == len(text) or text[part.end - 1] == "\n" for part in found)


def test_a_byte_order_mark_hides_no_key() -> None:
    assert lines_of("\ufeffa = 1\nb = 2") == {("a",): 1, ("b",): 2}


def test_a_table_that_is_only_implied_has_the_line_that_implies_it() -> None:
    assert lines_of("\n[a.b]\nc.d = 1\n")["a",] == 2
    assert lines_of("\n[a.b]\nc.d = 1\n")["a", "b", "c"] == 3


@pytest.mark.parametrize("text", ["", "\n", "# only a comment", " \t\n\n"])
def test_a_text_without_keys_has_no_parts(text: str) -> None:
    assert list(parts(text)) == []


KEYS = ["a{}", '"b {}"', "'c.{}'", "d{}.e", 'f{} . "g # h"']
VALUES = [
    "1",
    '"# [x] \\" = {"',
    "'\\'",
    '""""""',
    '"""\n[a]\nb = 1\n"""',
    '"""\\\n  " "" \\""" """""',
    "'''\n# x\\'''",
    "[[1, 2], ['# ]', { x = ']' }], # ]\n]",
    "[ # [\n  'a', # }\n  # alone\n]",
    "{ x = '}', y = [1] }",
    "1979-05-27 07:32:00Z",
    "true # \u2028 [",
]


@given(st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(VALUES)), max_size=6))
def test_every_value_is_found_whole(pairs: list[tuple[str, str]]) -> None:
    lines = [f"{key.format(number)} = {value}" for number, (key, value) in enumerate(pairs)]
    text = "\n".join(lines)
    found = list(parts(text))
    assert [tomllib.loads(f"x = {text[part.value_start : part.value_end]}") for part in found] == [
        tomllib.loads(f"x = {value}") for _, value in pairs
    ]
    assert [text[: part.start].count("\n") + 1 for part in found] == [part.line for part in found]
