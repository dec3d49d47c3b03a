"""MathML by itself, each with the line that a mathematician would type for it.

The lines were decided before the program was asked.
"""

import pytest

from feedtui.article.reader import read
from feedtui.article.writing import to_text


def mi(name: str) -> str:
    return f"<mi>{name}</mi>"


def mo(sign: str, **attributes: str) -> str:
    written = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<mo{written}>{sign}</mo>"


def row(*parts: str) -> str:
    return f"<mrow>{''.join(parts)}</mrow>"


def table(*rows: str, **attributes: str) -> str:
    written = "".join(f' {name}="{value}"' for name, value in attributes.items())
    lines = "".join(
        f"<mtr>{''.join(f'<mtd>{cell}</mtd>' for cell in line.split('|'))}</mtr>" for line in rows
    )
    return f"<mtable{written}>{lines}</mtable>"


MATHML = [
    (f"<mfrac bevelled='true'>{mi('a')}{mi('b')}</mfrac>", "a/b"),
    (f"<mfrac><mfrac>{mi('a')}{mi('b')}</mfrac>{mi('c')}</mfrac>", "(a/b)/c"),
    (f"<mfrac>{row(mi('d'), mi('y'))}{row(mi('d'), mi('x'))}</mfrac>", "dy/dx"),
    (f"<msqrt>{mi('x')}</msqrt>{mi('y')}", "√x y"),
    (f"<msqrt>{mi('b')}{mo('-')}{mi('c')}</msqrt>", "√(b − c)"),
    (f"<mroot>{row(mi('x'), mo('+'), '<mn>1</mn>')}{mi('n')}</mroot>", "ⁿ√(x + 1)"),
    (f"<msub>{mi('W')}{mi('Q')}</msub>{mi('x')}", "W_Q x"),
    (f"<msup>{mi('e')}{row(mo('-'), mi('x'))}</msup>", "e⁻ˣ"),
    (f"<msup>{row(mo('('), mi('a'), mo('+'), mi('b'), mo(')'))}<mn>2</mn></msup>", "(a + b)²"),
    (
        (
            f"<msubsup>{mo('∫')}<mn>0</mn>{mi('∞')}</msubsup>{mi('f')}<mspace width='.2em'/>"
            f"{mi('d')}{mi('x')}"
        ),
        "∫₀^∞ f dx",
    ),
    (f"<munder>{mo('max')}{mi('θ')}</munder>{mi('f')}", "max_θ f"),
    (f"<munder>{mi('lim')}{row(mi('x'), mo('→'), '<mn>0</mn>')}</munder>{mi('f')}", "lim_(x→0) f"),
    (f"<mover accent='true'>{mi('β')}{mo('^')}</mover>", "β\u0302"),
    (f"<mover accent='true'>{row(mi('A'), mi('B'))}{mo('→')}</mover>", "vec(AB)"),
    (f"<mover>{row(mi('A'), mi('B'))}{mo('¯')}</mover>", "A\u0305B\u0305"),
    (
        (
            f"<munder><munder>{row(mi('a'), mo('+'), mi('b'))}{mo('⏟')}</munder><mtext>sum</mtext>"
            "</munder>"
        ),
        "(a + b) [sum]",
    ),
    (f"{mo('|', fence='true')}{mo('-')}{mi('x')}{mo('|', fence='true')}", "|−x|"),
    (f"{mo('|')}{mi('x')}{mo('|')}{mo('+')}{mi('y')}", "|x| + y"),
    (f"{mi('P')}{mo('(')}{mi('A')}{mo('|')}{mi('B')}{mo(')')}", "P(A|B)"),
    (f"{mo('{')}{mi('x')}{mo('∣')}{mi('x')}{mo('&gt;')}<mn>0</mn>{mo('}')}", "{x | x > 0}"),
    (f"{mo('(')}{table('<mn>1</mn>|<mn>0</mn>', '<mn>0</mn>|<mn>1</mn>')}{mo(')')}", "[1 0; 0 1]"),
    (f"{mo('(')}{table(mi('a'), mi('b'))}{mo(')')}", "[a; b]"),
    (
        row(
            mo("{", fence="true"),
            table(f"{mi('x')}|<mtext>if </mtext>{mi('y')}", "<mn>0</mn>|<mtext>otherwise</mtext>"),
        ),
        "{x if y; 0 otherwise}",
    ),
    (
        table(f"{mi('a')}|{mo('=')}{mi('b')}", f"|{mo('=')}{mi('c')}", displaystyle="true"),
        "a = b; = c",
    ),
    (f"<mfenced open='[' close=')' separators=';'>{mi('a')}{mi('b')}</mfenced>", "[a; b)"),
    (f"<mfenced>{row(mi('a'), mo('+'), mi('b'))}</mfenced>", "(a + b)"),
    (f"<menclose notation='radical'>{mi('x')}</menclose>", "√x"),
    (f"<menclose notation='updiagonalstrike'>{mi('x')}</menclose>", "x\u0336"),
    (f"<menclose notation='box'>{mi('x')}</menclose>", "x"),
    (
        f"<mmultiscripts>{mi('C')}<none/><none/><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts>",
        "¹⁴₆C",
    ),
    (f"<mstyle displaystyle='true'><mpadded>{mi('x')}</mpadded></mstyle>", "x"),
    (f"<maction>{mi('x')}{mi('y')}</maction>", "x"),
    (f"{mi('sin')}{mo('⁡')}{mi('x')}", "sin x"),
    (f"{mi('sin')}{mi('x')}{mi('cos')}{mi('y')}", "sin x cos y"),
    (f"<mn>2</mn>{mo('⁢')}{mi('x')}{mi('y')}", "2xy"),
    (f"{mi('n')}{mo('!')}", "n!"),
    (f"{mi('x')}{mo('′')}", "x′"),
    (f"<msup>{mi('f')}{mo('′')}</msup>{mo('(')}{mi('x')}{mo(')')}", "f′(x)"),
    (f"{mi('f')}{mo(':')}{mi('X')}{mo('→')}{mi('Y')}", "f : X → Y"),
    (f"<mi mathvariant='double-struck'>R</mi>{mo('∋')}<mi mathvariant='bold'>x</mi>", "ℝ ∋ x"),
    (f"{mi('x')}<mtext>&nbsp;and&nbsp;</mtext>{mi('y')}", "x and y"),
    (f"{mi('x')}<mspace width='2em'/>{mi('y')}<mspace width='-1em'/>{mi('z')}", "x yz"),
    (f"<mphantom>{mi('x')}</mphantom>{mi('y')}", "y"),
    (f"<merror><mtext>bad</mtext></merror>{mi('y')}", "bady"),
    (f"<mn>3</mn>{mo('×')}<msup><mn>10</mn><mn>8</mn></msup>", "3 × 10⁸"),
    (f"{mi('a')}{mo('≠')}{mi('b')}{mo(',')}{mi('c')}", "a ≠ b, c"),
]


@pytest.mark.parametrize("prefix", ["", "m:", "mml:"])
@pytest.mark.parametrize(("inner", "expected"), MATHML)
def test_mathml_reads_as_one_would_type_it(inner: str, expected: str, prefix: str) -> None:
    named = inner.replace("</", f"<%{prefix}").replace("<", f"<{prefix}")
    html = named.replace(f"<{prefix}%{prefix}", f"</{prefix}")
    shown = to_text(read(f"<p>So <{prefix}math>{html}</{prefix}math></p>"), 100)
    assert shown == f"So {expected}"
