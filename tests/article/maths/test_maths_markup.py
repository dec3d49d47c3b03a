"""MathML, MathJax's glyphs and its SVG become the same line as the TeX that they were made from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.article.reader import read
from feedtui.article.tags import names
from feedtui.article.writing import to_text

VARIABLES = {"a": "1D44E", "b": "1D44F", "i": "1D456", "k": "1D458", "n": "1D45B", "x": "1D465"}


def shown(html: str) -> str:
    return to_text(read(f"<p>{html}</p>"), 100)


def mi(letter: str) -> str:
    return f'<mjx-mi class="mjx-i">{glyph(VARIABLES[letter])}</mjx-mi>'


def mo(sign: str, name: str = "mjx-n") -> str:
    return f'<mjx-mo class="{name}">{glyph(f"{ord(sign):X}")}</mjx-mo>'


def mn(digits: str) -> str:
    return f'<mjx-mn class="mjx-n">{"".join(glyph(f"{ord(digit):X}") for digit in digits)}</mjx-mn>'


def glyph(code: str) -> str:
    return f'<mjx-c class="mjx-c{code} TEX-I"></mjx-c>'


def script(*parts: str) -> str:
    inner = '<mjx-spacer style="margin-top: 0.18em;"></mjx-spacer>'.join(parts)
    return f'<mjx-script style="vertical-align: -0.247em;">{inner}</mjx-script>'


def chtml(inner: str) -> str:
    return (
        '<mjx-container class="MathJax CtxtMenu_Attached_0" jax="CHTML" tabindex="0">'
        f'<mjx-math class="MJX-TEX" aria-hidden="true">{inner}</mjx-math></mjx-container>'
    )


def math(inner: str) -> str:
    return f'<math xmlns="http://www.w3.org/1998/Math/MathML">{inner}</math>'


MATHML = [
    ("<mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup>", "E = mc²"),
    ("<mi>a</mi><mo>+</mo><mi>b</mi>", "a + b"),
    ("<mo>-</mo><mi>b</mi>", "−b"),
    ("<mi>n</mi><mi>log</mi><mo>&#x2061;</mo><mi>n</mi>", "n log n"),
    ("<mi mathvariant='normal'>∥</mi><mi>x</mi><mi mathvariant='normal'>∥</mi>", "∥x∥"),
    ("<mi>ReLU</mi><mo>&#x2061;</mo><mi>x</mi>", "ReLU x"),
    ("<mn>2</mn><mo>&#x2062;</mo><mi>x</mi>", "2x"),
    ("<mi>𝑥</mi><mo>∈</mo><mi mathvariant='double-struck'>R</mi>", "x ∈ ℝ"),
    ("<mfrac><mn>2</mn><mn>5</mn></mfrac><mi>π</mi>", "(2/5)π"),
    ("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac>", "(a + b)/c"),
    (
        "<mrow><mo>(</mo><mfrac linethickness='0'><mi>n</mi><mi>k</mi></mfrac><mo>)</mo></mrow>",
        "C(n, k)",
    ),
    ("<msqrt><mi>x</mi><mo>+</mo><mn>1</mn></msqrt>", "√(x + 1)"),
    ("<mroot><mi>x</mi><mn>3</mn></mroot>", "∛x"),
    ("<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>", "xᵢ²"),
    (
        (
            "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>"
            "<msup><mi>i</mi><mn>2</mn></msup>"
        ),
        "∑ᵢ₌₁ⁿ i²",
    ),
    (
        "<munder><mi>lim</mi><mrow><mi>n</mi><mo>→</mo><mi>∞</mi></mrow></munder><mi>x</mi>",
        "lim_(n→∞) x",
    ),
    ("<mover accent='true'><mi>x</mi><mo>^</mo></mover>", "x\u0302"),
    ("<mover><mi>x</mi><mo stretchy='false'>→</mo></mover>", "x\u20d7"),
    ("<mi>a</mi><mover><mo>→</mo><mi>f</mi></mover><mi>b</mi>", "a →ᶠ b"),
    (
        (
            "<mo>[</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr>"
            "<mtr><mtd><mn>0</mn></mtd><mtd><mn>1</mn></mtd></mtr></mtable><mo>]</mo>"
        ),
        "[1 0; 0 1]",
    ),
    (
        (
            "<mtable columnalign='right left'><mtr>"
            "<mtd><mi>a</mi></mtd><mtd><mo>=</mo><mi>b</mi></mtd>"
            "</mtr><mtr><mtd><mi>c</mi></mtd><mtd><mo>=</mo><mi>d</mi></mtd></mtr></mtable>"
        ),
        "a = b; c = d",
    ),
    ("<mfenced open='(' close=')'><mi>a</mi><mi>b</mi></mfenced>", "(a, b)"),
    (
        "<mmultiscripts><mi>C</mi><none/><none/><mprescripts/><none/><mn>14</mn></mmultiscripts>",
        "¹⁴C",
    ),
    ("<mi>x</mi><mtext>&nbsp;if&nbsp;</mtext><mi>y</mi>", "x if y"),
    ("<mi>x</mi><mphantom><mi>y</mi></mphantom>", "x"),
    ("<mi>x</mi><mspace width='1em'></mspace><mi>y</mi>", "x y"),
    ("<mi>x</mi><mtext>a <b>b</b></mtext>", "xa b"),
]

CHTML = [
    (f"<mjx-msup>{mi('x')}{script(mn('2'))}</mjx-msup>", "x²"),
    (f"<mjx-msub>{mi('x')}{script(mi('i'))}</mjx-msub>", "xᵢ"),
    (f"<mjx-msubsup>{mi('x')}{script(mn('2'), mi('i'))}</mjx-msubsup>", "xᵢ²"),
    (
        (
            f"<mjx-msup>{mi('x')}<mjx-script>"
            "<mjx-mn><mjx-utext variant='normal'>²</mjx-utext></mjx-mn>"
            "</mjx-script></mjx-msup>"
        ),
        "x²",
    ),
    (f"{mi('a')}{mo('=')}{mi('b')}{mo('−')}{mn('12')}", "a = b − 12"),
    (
        (
            f"<mjx-mfrac><mjx-frac type='d'><mjx-num><mjx-nstrut></mjx-nstrut>{mi('a')}</mjx-num>"
            "<mjx-dbox><mjx-dtable><mjx-line></mjx-line><mjx-row><mjx-den><mjx-dstrut></mjx-dstrut>"
            f"{mi('b')}</mjx-den></mjx-row></mjx-dtable></mjx-dbox></mjx-frac></mjx-mfrac>{mi('x')}"
        ),
        "(a/b)x",
    ),
    (
        (
            f"{mo('(')}<mjx-mfrac><mjx-frac atop='true'>"
            f"<mjx-num>{mi('n')}</mjx-num><mjx-den>{mi('k')}"
            f"</mjx-den></mjx-frac></mjx-mfrac>{mo(')')}"
        ),
        "C(n, k)",
    ),
    (
        (
            f"<mjx-msqrt><mjx-sqrt><mjx-surd>{mo('√')}</mjx-surd><mjx-box>{mi('x')}{mo('+')}{mn('1')}"
            "</mjx-box></mjx-sqrt></mjx-msqrt>"
        ),
        "√(x + 1)",
    ),
    (
        (
            f"<mjx-mroot><mjx-root>{mn('3')}</mjx-root><mjx-sqrt><mjx-surd>{mo('√')}</mjx-surd>"
            f"<mjx-box>{mi('x')}</mjx-box></mjx-sqrt></mjx-mroot>"
        ),
        "∛x",
    ),
    (
        (
            f"<mjx-munderover><mjx-over>{mi('n')}</mjx-over><mjx-box><mjx-munder><mjx-row><mjx-base>"
            f"{mo('∑')}</mjx-base></mjx-row><mjx-row><mjx-under><mjx-TeXAtom>{mi('i')}{mo('=')}"
            f"{mn('1')}</mjx-TeXAtom></mjx-under></mjx-row></mjx-munder></mjx-box></mjx-munderover>"
            f"{mi('x')}"
        ),
        "∑ᵢ₌₁ⁿ x",
    ),
    (
        (
            f"<mjx-munderover limits='false'>{mo('∑')}{script(mi('n'), mi('i'))}</mjx-munderover>"
            f"{mi('x')}"
        ),
        "∑ᵢⁿ x",
    ),
    (
        f"<mjx-mover><mjx-over>{mo('^')}</mjx-over><mjx-base>{mi('x')}</mjx-base></mjx-mover>",
        "x\u0302",
    ),
    (
        (
            f"{mo('(')}<mjx-mtable><mjx-table><mjx-itable><mjx-mtr><mjx-mtd>{mn('1')}<mjx-tstrut>"
            f"</mjx-tstrut></mjx-mtd><mjx-mtd>{mn('0')}</mjx-mtd></mjx-mtr><mjx-mtr><mjx-mtd>{mn('0')}"
            f"</mjx-mtd><mjx-mtd>{mn('1')}</mjx-mtd></mjx-mtr></mjx-itable></mjx-table></mjx-mtable>"
            f"{mo(')')}"
        ),
        "[1 0; 0 1]",
    ),
    (
        (
            "<mjx-mo><mjx-stretchy-v class='mjx-c28' style='height: 3em;'><mjx-beg><mjx-c></mjx-c>"
            "</mjx-beg><mjx-ext><mjx-c></mjx-c></mjx-ext><mjx-end><mjx-c></mjx-c></mjx-end>"
            f"</mjx-stretchy-v></mjx-mo>{mi('x')}{mo(')')}"
        ),
        "(x)",
    ),
    (f"<mjx-mtext>{glyph('69')}{glyph('66')}{glyph('A0')}</mjx-mtext>{mi('x')}", "if x"),
    ("<mjx-mi><mjx-c class='mjx-c1D465 NCM-I'>𝑥</mjx-c></mjx-mi>", "x"),
    ("<mjx-mi><mjx-c class='mjx-cFFFFFF'></mjx-c></mjx-mi>", "[formula]"),
]


@pytest.mark.parametrize(("inner", "expected"), MATHML)
def test_mathml_is_written_in_one_line(inner: str, expected: str) -> None:
    assert shown(math(inner)) == expected


@pytest.mark.parametrize(("inner", "expected"), CHTML)
def test_glyphs_are_read_from_their_class_names(inner: str, expected: str) -> None:
    assert shown(chtml(inner)) == expected


def test_svg_is_read_from_its_codes_and_heights() -> None:
    html = (
        '<mjx-container class="MathJax" jax="SVG"><svg><defs></defs><g><g data-mml-node="math">'
        '<g data-mml-node="msubsup"><g data-mml-node="mi"><path data-c="1D465"></path></g>'
        '<g data-mml-node="mn" transform="translate(605,363) scale(0.707)"><path data-c="32"></g>'
        '<g data-mml-node="mi" transform="translate(605,-247) scale(0.707)"><path data-c="1D456">'
        '</g></g><g data-mml-node="mo"><path data-c="3D"></path></g><g data-mml-node="mfrac">'
        '<g data-mml-node="mi"><path data-c="1D44E"></path></g><g data-mml-node="mi">'
        '<path data-c="1D44F"></path></g><rect></rect></g><g data-mml-node="msqrt"><g>'
        '<g data-mml-node="mi"><path data-c="1D465"></path></g></g><g data-mml-node="mo">'
        '<path data-c="221A"></path></g><rect></rect></g></g></g></svg></mjx-container>'
    )
    assert shown(html) == "xᵢ² = (a/b)√x"


NAMES = st.sampled_from(
    sorted(
        names(
            "math mi mo mn mtext mrow msup msub msubsup munder mover munderover mfrac msqrt mroot"
            " mtable mtr mtd mfenced mmultiscripts mprescripts none semantics annotation mspace"
        )
    )
)
TREES = st.recursive(
    st.text("ax1+=([∑^→\u2061\U0001d465", max_size=3),
    lambda inner: st.builds(
        lambda name, parts, prefix: f"<{prefix}{name}>{''.join(parts)}</{prefix}{name}>",
        NAMES,
        st.lists(inner, max_size=4),
        st.sampled_from(["", "mjx-"]),
    ),
    max_leaves=20,
)


@given(TREES)
def test_every_tree_of_elements_is_one_line(inner: str) -> None:
    for html in (math(inner), chtml(inner)):
        assert "\n" not in to_text(read(html), 10_000)


@pytest.mark.parametrize("name", ["mrow", "msup", "mfrac", "msqrt", "mtable><mtr><mtd"])
def test_what_is_too_deep_is_shown_as_text(name: str) -> None:
    assert shown(math(f"<{name}>" * 300 + "<mi>x</mi>")).count("x") == 1


@pytest.mark.parametrize("name", ["mover", "munder", "munderover", "mfrac", "msup", "mfenced"])
def test_elements_in_each_other_are_read_once_each(name: str) -> None:
    assert shown(math(f"<{name}><mi>x</mi>" * 60)).count("x") >= 1  # twice at each level never ends
