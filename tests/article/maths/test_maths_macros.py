"""Definitions are applied and not shown, and none of them takes the program down."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.article.maths.macros import Macros, expanded
from feedtui.article.maths.tokens import tokens
from feedtui.article.reader import read
from feedtui.article.writing import to_text


def apply(*formulas: str) -> str:
    """The last of the formulas, after the definitions of those before it."""
    macros: Macros = {}
    shown = ""
    for formula in formulas:
        found = expanded(tokens(formula), macros)
        macros, shown = found.macros, "".join(found.tokens).strip()
    return shown


def laughs(levels: int) -> str:
    """Definitions each of which stands for ten of the one before."""
    names = [rf"\q{letter}" for letter in "abcdefghijkl"[:levels]]
    definitions = rf"\def{names[0]}{{lol}}"
    for before, name in pairwise(names):
        definitions += rf"\def{name}{{{before * 10}}}"
    return definitions + names[-1]


@pytest.mark.parametrize(
    ("formulas", "expected"),
    [
        ([r"\newcommand{\R}{\mathbb{R}}", r"\R^n"], r"\mathbb{R}^n"),
        ([r"\newcommand\R{\mathbb R} \R"], r"\mathbb R"),
        ([r"\newcommand{\n}[1]{|#1|}", r"\n{a+b} \n x \n 12"], "|a+b| |x| |1|2"),
        ([r"\newcommand{\p}[2][x]{#1_#2}", r"\p3 \p[y]{4}"], "x_3 y_4"),
        ([r"\def\f#1#2{(#1,#2)}", r"\f ab \f{c}{d}"], "(a,b) (c,d)"),
        ([r"\DeclareMathOperator*{\am}{arg\,max}", r"\am_x"], r"\operatorname{arg\,max}_x"),
        ([r"\DeclarePairedDelimiter\abs{|}{|}", r"\abs*{x}"], r"\left|{x}\right|"),
        ([r"\let\old\phi \renewcommand\phi{\varphi}", r"\phi \old"], r"\varphi \phi"),
        ([r"\newcommand{\x}{1}", r"\renewcommand{\x}{2} \x"], "2"),
        ([r"\newcommand{\x}{\y}\newcommand{\y}{z} \x"], "z"),
        ([r"\newenvironment{e}[1]{a}{b} x"], "x"),
        ([r"\x \y"], r"\x \y"),
        ([r"\def\a{\a\a} \a x"], r"\a x"),
        ([r"\newcommand{\x"], ""),
        ([r"\newcommand"], ""),
        ([r"\let\x"], ""),
        ([r"\newcommand{\x}{#2#} \x"], "#"),
    ],
)
def test_definitions_are_applied_as_tex_would(formulas: list[str], expected: str) -> None:
    assert apply(*formulas) == expected


def test_definitions_that_would_blow_a_formula_up_leave_it_as_it_was() -> None:
    assert apply(laughs(10)) == r"\qj"
    assert apply(r"\def\a#1{\a{#1#1}} \a x") == r"\a x"
    assert apply(rf"\def\a#1{{{'#1' * 5000}}}", rf"\a{{{'x' * 5000}}}").startswith(r"\a")


def test_an_article_of_formulas_that_blow_up_is_read_to_its_end() -> None:
    often = r"$\qi$ " * 3000
    shown = to_text(read(f"<p>$${laughs(9)}$$ for $x^2$ {often} the end</p>"), 80)
    assert shown.startswith("qi\n\nfor x² qi qi")
    assert shown.endswith("the end")


@pytest.mark.parametrize(
    "html",
    [
        r"<p>$$\newcommand{\R}{\mathbb{R}}$$</p><p>In $\R^n$.</p>",
        r"<p>\newcommand{\R}{\mathbb{R}}</p><p>In $\R^n$.</p>",
        r"<p>\def\R{\mathbb R} In \(\R^n\).</p>",
        r'<div style="display:none">\(\newcommand\R{\mathbb R}\)</div><p>In \(\R^n\).</p>',
        (
            r'<script type="math/tex">\newcommand\R{\mathbb R}</script><p>In '
            r'<script type="math/tex">\R^n</script>.</p>'
        ),
        r"<p>In $\newcommand{\R}{\mathbb{R}}\R^n$.</p>",
    ],
)
def test_definitions_hold_for_the_whole_article_and_are_not_shown(html: str) -> None:
    assert to_text(read(html), 60) == "In ℝⁿ."


def test_definitions_in_code_are_text() -> None:
    html = r"<p><code>\newcommand{\R}{R}</code> and $\R$</p>"
    assert to_text(read(html), 60) == r"`\newcommand{\R}{R}` and ℝ"


SIGNS = st.sampled_from(
    [r"\newcommand", r"\def", r"\let", r"\a", r"\b", "{", "}", "[", "]", "#", "1", "2", "x", " "]
)


@given(st.lists(SIGNS, max_size=40).map("".join))
def test_any_definitions_end(tex: str) -> None:
    assert isinstance(apply(tex, r"\a{x}\b"), str)
