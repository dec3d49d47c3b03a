"""KaTeX's spans, when its MathML was taken out, are read by their classes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.article.reader import read
from feedtui.article.writing import to_text


def pile(*entries: str, deep: bool = False) -> str:
    inner = "".join(
        f'<span style="top:-3em;"><span class="pstrut"></span>{entry}</span>' for entry in entries
    )
    kind = "vlist-t vlist-t2" if deep else "vlist-t"
    return (
        f'<span class="{kind}"><span class="vlist-r"><span class="vlist">{inner}</span>'
        '<span class="vlist-s">\u200b</span></span></span>'
    )


def letter(text: str) -> str:
    return f'<span class="mord mathnormal">{text}</span>'


def small(text: str) -> str:
    inner = f'<span class="mord mtight">{text}</span>'
    return f'<span class="sizing reset-size6 size3 mtight">{inner}</span>'


def scripted(base: str, *scripts: str, deep: bool = False) -> str:
    return (
        f'<span class="mord">{base}<span class="msupsub">{pile(*scripts, deep=deep)}</span></span>'
    )


def name(text: str) -> str:
    return (
        f'<span class="mop">{text[:-1]}<span style="margin-right:0.01em;">{text[-1]}</span></span>'
    )


LINE = '<span class="frac-line"></span>'
ROOT = '<span class="hide-tail"><svg></svg></span>'
SUM = '<span><span class="mop op-symbol large-op">∑</span></span>'
HAT = '<span class="accent-body"><span class="mord">^</span></span>'
SPACE = '<span class="mspace" style="margin-right:0.2778em;"></span>'
COLUMNS = (
    f'<span class="col-align-c">{pile(letter("1"), letter("0"))}</span>'
    '<span class="arraycolsep"></span>'
    f'<span class="col-align-c">{pile(letter("0"), letter("1"))}</span>'
)


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (f'{letter("E")}{SPACE}<span class="mrel">=</span>{SPACE}{letter("m")}', "E = m"),
        (scripted(letter("c"), small("2")), "c²"),
        (scripted(letter("x"), small("i"), deep=True), "xᵢ"),
        (scripted(letter("x"), small("i"), small("2"), deep=True), "xᵢ²"),
        (
            f'<span class="mfrac">{pile(letter("b"), LINE, letter("a"))}</span>{letter("x")}',
            "(a/b)x",
        ),
        (f'<span class="mord sqrt">{pile(letter("x"), ROOT, deep=True)}</span>', "√x"),
        (
            (
                '<span class="mord sqrt"><span class="root">'
                f"{pile(small('3'))}</span>{pile(letter('x'), ROOT)}</span>"
            ),
            "∛x",
        ),
        (
            (
                f'<span class="mop op-limits">{pile(small("i=1"), SUM, small("n"))}</span>'
                f"{letter('i')}"
            ),
            "∑ᵢ₌₁ⁿ i",
        ),
        (f'<span class="mord accent">{pile(letter("x"), HAT)}</span>', "x\u0302"),
        (
            (
                '<span class="mopen"><span class="delimsizing size3">(</span></span>'
                f'<span class="mord"><span class="mtable">{COLUMNS}</span></span>'
                '<span class="mclose"><span class="delimsizing size3">)</span></span>'
            ),
            "[1 0; 0 1]",
        ),
        (f"{letter('n')}{name('log')}{SPACE}{letter('n')}", "n log n"),
        (
            (
                f'<span class="mop">{name("log")}<span class="msupsub">'
                f"{pile(small('2'), deep=True)}</span></span>{letter('n')}"
            ),
            "log₂ n",
        ),
    ],
)
def test_piles_of_spans_are_written_in_one_line(inner: str, expected: str) -> None:
    base = f'<span class="base"><span class="strut"></span>{inner}</span>'
    html = f'<p><span class="katex"><span class="katex-html">{base}</span></span></p>'
    assert to_text(read(html), 80) == expected


def test_deep_spans_are_read_to_the_end() -> None:
    html = f'<span class="katex"><span class="katex-html">{"<span class=mord>" * 500}x'
    assert to_text(read(f"<p>{html}</p>"), 80) == "x"


CLASSES = "mfrac sqrt root accent mtable col-align-c mop op-limits msupsub vlist vlist-t2 mord"


@given(st.lists(st.sampled_from([*CLASSES.split(), "x", "</"]), max_size=40))
def test_any_spans_are_one_line(parts: list[str]) -> None:
    tags = {"x": "x", "</": "</span>"}
    inner = "".join(tags.get(part, f"<span class={part}>") for part in parts)
    html = f'<span class="katex"><span class="katex-html">{inner}'
    assert "\n" not in to_text(read(html), 10_000)
