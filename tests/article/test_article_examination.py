"""The examiner is examined: each check passes what it must, and fails what it must."""

import pytest
from examination import CHECKS, met
from page import always, see

PAGE = see(
    """\
## How it began

> Two is one
> and one is
>
> > none.

See the docs [1] and x² + y.[^1]

  if x:
      y()

Name   Size
North     7
South   112

Plum red
Fig  blue

• fruit
  ◦ apple

Speed: 12 ms

   שלום עולם

[^1]: A note.

[1] https://docs.example/
""",
    12,
)

TRUE = [
    ("contains", "Two is one and one is none."),
    ("contains", "See the docs and x²"),
    ("any", "nothing", "none."),
    ("joined", "Twoisone"),
    ("formula", "x^2+y", "x²+y"),
    ("formula_once", "x²+y", "x^2+y"),
    ("absent", "Three"),
    ("count", "is", "2"),
    ("once", "none."),
    ("order", "How", "Two", "fruit"),
    ("lines", "• fruit"),
    ("starts", "1. fruit", "• fruit"),
    ("verbatim", "if x:\n    y()"),
    ("verbatim", "Two is one\nand one is"),
    ("apart", "How it began", "Two is"),
    ("parted", "How it began", "Two is"),
    ("headings", "How it began"),
    ("quoted", "Two is one and one is"),
    ("requoted", "none."),
    ("unquoted", "See the docs"),
    ("notes", "+ y.", "A note."),
    ("linked", "the docs", "https://docs.example/"),
    ("addresses", "https://docs.example/", "https://other.example/"),
    ("unlisted", "other.example"),
    ("matches", "^  ◦"),
    ("unlike", "^  •"),
    ("rows", "North", "7"),
    ("aligned_left", "Plum | red", "Fig | blue"),
    ("aligned_right", "North | 7", "South | 112"),
    ("cells", "fruit", "Speed", "12 ms"),
    ("cells", "South", "Size", "112"),
    ("flush_right", "שלום עולם"),
]
FALSE = [
    ("contains", "Two is three"),
    ("any", "nothing", "nobody"),
    ("joined", "Twoisthree"),
    ("formula", "x+y"),
    ("formula_once", "o"),
    ("absent", "none."),
    ("count", "one", "1"),
    ("once", "is"),
    ("order", "fruit", "Two"),
    ("lines", "fruit"),
    ("starts", "fruit", "apple"),
    ("verbatim", "if x:\n  y()"),
    ("apart", "See the", "docs"),
    ("parted", "Two is", "and one"),
    ("headings", "How it"),
    ("deeper", "How it began", "How it began"),
    ("quoted", "See the docs"),
    ("requoted", "Two is one"),
    ("unquoted", "Two is one"),
    ("notes", "See the docs", "A note."),
    ("linked", "the docs", "https://other.example/"),
    ("addresses", "https://other.example/"),
    ("unlisted", "docs.example"),
    ("matches", "^  •"),
    ("unlike", "^  ◦"),
    ("rows", "7", "North"),
    ("aligned_left", "North | 7", "South | 112"),
    ("aligned_right", "• | fruit", "◦ | apple"),
    ("cells", "South", "Size", "7"),
    ("flush_right", "fruit"),
]


@pytest.mark.parametrize("claim", TRUE, ids=" ".join)
def test_a_want_that_the_page_meets_is_met(claim: tuple[str, ...]) -> None:
    assert met(PAGE, claim[0], claim[1:])


@pytest.mark.parametrize("claim", FALSE, ids=" ".join)
def test_a_want_that_the_page_does_not_meet_is_not_met(claim: tuple[str, ...]) -> None:
    assert not met(PAGE, claim[0], claim[1:])


def test_a_heading_below_another_is_deeper() -> None:
    page = see("# One\n\n## Two\n", 40)
    assert met(page, "deeper", ("One", "Two"))
    assert not met(page, "deeper", ("Two", "One"))


def test_every_check_is_shown_to_pass_and_to_fail() -> None:
    assert {claim[0] for claim in TRUE} | {"deeper"} == set(CHECKS)
    assert {claim[0] for claim in FALSE} == set(CHECKS)


@pytest.mark.parametrize(
    "text",
    ["word word word word", "a\x1b[31mb", "a\u202eb", "a\u200bb", "a\n\n[1] https://a.example/"],
)
def test_what_is_too_wide_acts_or_has_no_reference_is_always_a_fault(text: str) -> None:
    assert list(always(see(text, 12)))


def test_the_list_of_addresses_may_be_wide() -> None:
    assert not list(always(see("short [1]\n\n[1] https://long.example/path", 12)))
