"""TeX becomes the line that one would type for a friend."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.article.maths import commands
from feedtui.article.maths.display import block
from feedtui.article.maths.environments import ENVIRONMENTS
from feedtui.article.maths.linear import line
from feedtui.article.maths.prose import PROSE
from feedtui.article.maths.science import SCIENCE
from feedtui.article.maths.structures import STRUCTURES
from feedtui.article.maths.tex import tree_of_tex

WRITTEN = [
    (r"E=mc^2", "E = mc²"),
    (r"x_1^2", "x₁²"),
    (r"x^2_1", "x₁²"),
    (r"x_{i+1}", "xᵢ₊₁"),
    (r"e^{i\pi}+1=0", "e^(iπ) + 1 = 0"),
    (r"W_Q", "W_Q"),
    (r"a \begin{tikzpicture}[scale=2] \draw (0,0) -- (1,1); \end{tikzpicture} b", "a[diagram]b"),
    (r"x_{max}", "xₘₐₓ"),
    (r"x_{train}^2", "x²_train"),
    (r"\sum_{i=0}^{ksize-1} i", "∑ᵢ₌₀^(ksize−1) i"),
    (r"a_{i_j}", "a_(iⱼ)"),
    (r"{x^2}^3", "(x²)³"),
    (r"e^{-x^2}", "e^(−x²)"),
    (r"\frac1n\sum x", "(1/n) ∑ x"),
    (r"(a+b)^2", "(a + b)²"),
    (r"{ab}^2", "(ab)²"),
    (r"f''(x)^2", "f″(x)²"),
    (r"90^\circ", "90°"),
    (r"A^\top", "Aᵀ"),
    (r"\theta^*", "θ*"),
    (r"{}^{14}C", "¹⁴C"),
    (r"x^12", "x¹2"),
    (r"\frac{a}{b}", "a/b"),
    (r"\frac{a+b}{c}", "(a + b)/c"),
    (r"\frac{1}{2a}", "1/(2a)"),
    (r"\frac{1}{n!}", "1/n!"),
    (r"\frac25\pi", "(2/5)π"),
    (r"\frac{1}{2}(a+b)", "(1/2)(a + b)"),
    (r"x\frac12", "x(1/2)"),
    (r"-\frac12", "−1/2"),
    (r"\frac{1}{2}.", "1/2."),
    (r"\log\frac ab", "log(a/b)"),
    (r"\frac{\frac12}{3}", "(1/2)/3"),
    (r"\left(\frac{a}{b}\right)^2", "(a/b)²"),
    (r"\frac{dy}{dx}", "dy/dx"),
    (r"\frac{\partial f}{\partial t}", "∂f/∂t"),
    (r"a \over b", "a/b"),
    (r"\frac{-b \pm \sqrt{b^2-4ac}}{2a}", "(−b ± √(b² − 4ac))/(2a)"),
    (r"\sqrt{x}", "√x"),
    (r"\sqrt[3]{2}", "∛2"),
    (r"\sqrt[n]{2}", "ⁿ√2"),
    (r"\binom{n}{k}", "C(n, k)"),
    (r"{n \choose k}", "C(n, k)"),
    (r"n\log n", "n log n"),
    (r"\exp{-x}", "exp(−x)"),
    (r"\log{ab} + \sin{x}^2", "log ab + sin x²"),
    (r"\ln{\frac{a}{b}}", "ln(a/b)"),
    (r"O(n\log(n))", "O(n log(n))"),
    (r"\sin^2 x", "sin² x"),
    (r"\operatorname{softmax}\left(\frac{QK^T}{\sqrt{d_k}}\right)V", "softmax(QKᵀ/√dₖ)V"),
    (r"\lim_{n\to\infty} a_n", "lim_(n→∞) aₙ"),
    (r"\sum_{i=1}^n i^2", "∑ᵢ₌₁ⁿ i²"),
    (r"\sum\limits_{k\in S} x_k", "∑_(k∈S) xₖ"),
    (r"\int_0^1 f(x)\,dx", "∫₀¹ f(x) dx"),
    (r"\begin{pmatrix}1&0\\0&1\end{pmatrix}", "[1 0; 0 1]"),
    (r"\begin{bmatrix}a+b&c\\d&e\end{bmatrix}", "[a+b c; d e]"),
    (r"\det\begin{vmatrix}a&b\\c&d\end{vmatrix}", "det |a b; c d|"),
    (r"\left[\begin{array}{cc}1&2\\3&4\end{array}\right]^{-1}", "[1 2; 3 4]⁻¹"),
    (r"\begin{cases}x & x>0\\ -x & \text{otherwise}\end{cases}", "{x, x > 0; −x otherwise}"),
    (r"\begin{aligned}a&=b\\c&=d\end{aligned}", "a = b; c = d"),
    (r"a=b\\c=d", "a = b; c = d"),
    (r"\sum_{\substack{i<n\\j<m}} x", "∑_(i<n, j<m) x"),
    (r"\hat{x}", "x\u0302"),
    (r"\bar y", "ȳ"),
    (r"\vec{v}\cdot\dot{u}", "v\u20d7 ⋅ u\u0307"),
    (r"\overline{AB}", "A\u0305B\u0305"),
    (r"\underbrace{a+b}_{n}", "(a + b) [n]"),
    (r"x\overset{\text{def}}{=}y", "x =ᵈᵉᶠ y"),
    (r"a\xrightarrow{f}b", "a →ᶠ b"),
    (r"a\not=b", "a ≠ b"),
    (r"P(A\mid B)", "P(A | B)"),
    (r"|x|\le\|y\|", "|x| ≤ ‖y‖"),
    (r"D(P \parallel Q)", "D(P ∥ Q)"),
    (r"\{x\in A : x>0\}", "{x ∈ A : x > 0}"),
    (r"x\to -\infty", "x → −∞"),
    (r"a+\cdots+b", "a + ⋯ + b"),
    (r"x_1,\ldots,x_n", "x₁, …, xₙ"),
    (r"a:=b", "a := b"),
    (r"2-1", "2 − 1"),
    (r"a/b", "a/b"),
    (r"1{,}000 = 1,000", "1,000 = 1,000"),
    (r"5\%", "5%"),
    (r"a\equiv b\pmod{n}", "a ≡ b (mod n)"),
    (r"\mathbb{R}^n", "ℝⁿ"),
    (r"\mathbb E[X]", "E[X]"),
    (r"\mathcal{L}(\boldsymbol\theta)", "L(θ)"),
    (r"\mathrm{KL}(p\|q)", "KL(p‖q)"),
    (r"\mathrm{Var} X", "Var X"),
    (r"\text{if $x>0$ then } y", "if x > 0 then y"),
    (r"\text{state-of-the-art}", "state-of-the-art"),
    (r"a\quad b", "a b"),
    (r"{\displaystyle \color{red} x \label{one}}", "x"),
    (r"x \tag{1}", "x (1)"),
    ("x % a comment\n+ y", "x + y"),
    ("𝑥=𝐴", "x = A"),
]


@pytest.mark.parametrize(("tex", "expected"), WRITTEN)
def test_tex_is_written_in_one_line(tex: str, expected: str) -> None:
    assert line(tree_of_tex(tex)) == expected


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        (r"\foo{x}", "foo x"),
        (r"\frac", "/"),
        (r"}}a{{", "a"),
        (r"\left(a", "(a"),
        (r"a\right)", "a)"),
        (r"\sqrt[3", "∛()"),
        (r"\begin{matrix}a&b", "[a b]"),
        ("^2", "²"),
        ("x^", "x"),
        ("\\", ""),
        ("", ""),
    ],
)
def test_what_is_broken_shows_what_is_there(tex: str, expected: str) -> None:
    assert line(tree_of_tex(tex)) == expected


@pytest.mark.parametrize("begin", ["{", "\\sqrt{", "x^{", "\\frac{1}{", "\\left("])
def test_depth_costs_no_letter(begin: str) -> None:
    assert line(tree_of_tex(begin * 3000 + "qqq")).count("qqq") == 1


PARTS = st.sampled_from(
    [
        *"{}[]()^_&$%'~| \n",
        *"ax12.,=+-",
        *[
            r"\frac",
            r"\sqrt",
            r"\left",
            r"\right",
            r"\begin{array}",
            r"\end{array}",
            r"\begin{cases}",
            r"\\",
            r"\over",
            r"\choose",
        ],
        *[
            r"\text",
            r"\operatorname",
            r"\hat",
            r"\sum",
            r"\log",
            r"\not",
            r"\mathbb",
            r"\substack{",
            r"\tag",
            r"\limits",
            r"\middle",
        ],
        "\\",
        "\x1b",
        "\u202e",
        "é",
        "\U0001d465",
    ]
)


@given(st.lists(PARTS, max_size=60).map("".join) | st.text(max_size=60))
def test_every_string_is_one_printable_line(tex: str) -> None:
    shown = line(tree_of_tex(tex))
    assert "\n" not in shown
    assert not any(letter < " " or letter in "\u202e\u2061" for letter in shown)


COMMANDS = st.sampled_from(
    [
        *(f"\\{name}" for name in (*STRUCTURES, *ENVIRONMENTS, *PROSE, *SCIENCE)),
        *(f"\\{name}" for name in (*commands.SIGNS, *commands.ACCENTS, *commands.DROPPED)),
        *(f"\\begin{{{name}}}" for name in sorted(commands.LINES | commands.FENCES.keys())),
        *(f"\\end{{{name}}}" for name in sorted(commands.LINES | commands.FENCES.keys())),
        *("{", "}", "[", "]", "&", "\\\\", "^", "_", "|", "x", "1", "+", "=", " ", "$", "⟨", "⟩"),
    ]
)


@given(st.lists(COMMANDS, max_size=30).map("".join))
def test_any_commands_are_printable_lines(tex: str) -> None:
    tree = tree_of_tex(tex)
    assert line(tree).isprintable()
    assert all(shown.isprintable() for shown in block(tree).replace("\xa0", " ").split("\n"))
