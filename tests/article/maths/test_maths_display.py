"""A formula that stands by itself keeps the lines that its writer gave it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.article.maths.display import block
from feedtui.article.maths.tex import tree_of_tex
from feedtui.article.reader import read
from feedtui.article.writing import to_text


def shown(tex: str) -> list[str]:
    return block(tree_of_tex(tex)).replace("\xa0", " ").split("\n")


DISPLAYS = [
    (r"E = mc^2.", ["E = mc²."]),
    (
        r"\begin{align} (a+b)^2 &= (a+b)(a+b) \\ &= a^2+2ab+b^2. \end{align}",
        ["(a + b)² = (a + b)(a + b)", "         = a² + 2ab + b²."],
    ),
    (
        r"\begin{aligned} x &= 1 & y &= 2 \\ xyz &= 3 & w &= 4\end{aligned},",
        ["x   = 1   y = 2", "xyz = 3   w = 4,"],
    ),
    (
        r"\begin{align} x &= 1 && \text{by (1)} \\ & \le 3 && \text{clear}\end{align}",
        ["x = 1   by (1)", "  ≤ 3   clear"],
    ),
    (r"\begin{eqnarray} a &=& b \\ &=& c \end{eqnarray}", ["a = b", "  = c"]),
    (
        r"\begin{equation}\begin{split} a &= b \\ &\quad + c \end{split}\end{equation}",
        ["a = b", "  + c"],
    ),
    (r"\begin{gather} a=b\\ c=d \tag{2} \end{gather}", ["a = b", "c = d (2)"]),
    (r"\begin{multline} a+b\\ +c \end{multline}", ["a + b", "+ c"]),
    (r"\max_x f(x) \\ \text{s.t. } x>0", ["maxₓ f(x)", "s.t. x > 0"]),
    (r"\begin{aligned} f \\ = & g \end{aligned}", ["f", "= g"]),
    (
        r"|x| = \begin{cases} x & \text{if } x \ge 0, \\ -x & \text{otherwise}. \end{cases}",
        ["|x| = ⎧ x   if x ≥ 0,", "      ⎩ −x  otherwise."],
    ),
    (
        (
            r"f(n) = \left\{ \begin{array}{ll} n/2 & n \text{ even}\\ 3n+1 & n\text{ odd}\\ 1 & n=1"
            r"\end{array}\right."
        ),
        ["f(n) = ⎧ n/2     n even", "       ⎨ 3n + 1  n odd", "       ⎩ 1       n = 1"],
    ),
    (
        r"\begin{align} f(x) &= \begin{cases} 1 & x>0\\ 0 & x<0\end{cases} \\ g &= h \end{align}",
        ["f(x) = ⎧ 1  x > 0", "       ⎩ 0  x < 0", "g    = h"],
    ),
    (r"\begin{cases} x+y=1\\x-y=2\end{cases}", ["⎧ x + y = 1", "⎩ x − y = 2"]),
    (
        r"\left\{\begin{aligned} x+y&=1\\x-y&=2\end{aligned}\right.",
        ["⎧ x + y = 1", "⎩ x − y = 2"],
    ),
    (r"\begin{pmatrix}1&2\\3&4\end{pmatrix}\begin{pmatrix}x\\y\end{pmatrix}", ["[1 2; 3 4][x; y]"]),
    (r"\begin{array}{l} a \\ b \end{array}", ["a", "b"]),
    (r"\begin{eqnarray}\substack", [""]),
    (r"a \\[2ex] b", ["a", "b"]),
    (r"a \\*b", ["a", "b"]),
]


@pytest.mark.parametrize(("tex", "expected"), DISPLAYS)
def test_a_formula_keeps_its_lines_and_what_they_are_aligned_at(
    tex: str, expected: list[str]
) -> None:
    assert shown(tex) == expected


def test_left_sides_that_would_fill_the_screen_are_not_made_equally_wide() -> None:
    tex = r"\begin{align} a+b+c+d+e+f+g+h &= 1 \\ x &= 2 \end{align}"
    assert shown(tex) == ["a + b + c + d + e + f + g + h = 1", "x = 2"]


def test_lines_stay_lines_in_the_article() -> None:
    html = r"<p>So $$\begin{align} a &amp;= b \\ &amp;= c \end{align}$$ and on.</p>"
    assert to_text(read(html), 60) == "So\n\na = b\n  = c\n\nand on."


def test_within_a_sentence_lines_are_parted_by_semicolons() -> None:
    html = r"<p>So \(\begin{aligned} a &amp;= b \\ c &amp;= d \end{aligned}\) holds.</p>"
    assert to_text(read(html), 60) == "So a = b; c = d holds."


def test_a_matrix_in_the_markup_of_mathml_stays_a_matrix_and_cases_become_lines() -> None:
    rows = "<mtr><mtd><mn>1</mn></mtd></mtr><mtr><mtd><mn>2</mn></mtd></mtr>"
    for brackets, expected in (("()", "[1; 2]"), ("{", "⎧ 1\n⎩ 2")):
        begin, *end = (f'<mo fence="true">{sign}</mo>' for sign in brackets)
        math = f'<math display="block">{begin}<mtable>{rows}</mtable>{"".join(end)}</math>'
        assert to_text(read(f"<p>{math}</p>"), 60) == expected


ROWS = st.lists(
    st.sampled_from(["a", "=", "&", "\\\\", "+", ".", "{", "}", r"\begin{cases}", r"\end{cases}"]),
    max_size=30,
)


@given(ROWS.map(" ".join))
def test_any_rows_are_printable_lines(tex: str) -> None:
    assert all(line.isprintable() for line in shown(tex))
