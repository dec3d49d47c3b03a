"""TeX in running text is found however programs have cut the text, and money is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.article.document import Paragraph, Style
from feedtui.article.reader import read
from feedtui.article.writing import to_text


def shown(html: str) -> str:
    return to_text(read(html, "https://example.org/"), 100)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Let $$<br>x = y<br>$$ so.</p>", "Let\n\nx = y\n\nso."),
        ("<p>Let $$<br>\nx = y \\\\<br>\nz = w<br>\n$$ so.</p>", "Let\n\nx = y\nz = w\n\nso."),
        ("<p>Let \\[</p><p>x = y</p><p>\\] so.</p>", "Let\n\nx = y\n\nso."),
        ("<div>$$</div><div>x^2</div><div>$$</div>", "x²"),
        ("<p>\\(a\n+ b\\)</p>", "a + b"),
        ("<p>$$a &amp;= b \\\n c &amp;= d$$</p>", "a = b\nc = d"),
        ("<p>$a<em>1 + b</em>1$</p>", "a₁ + b₁"),
        ("<p>$$\\sum<em>{i=1}^n x</em>i$$</p>", "∑ᵢ₌₁ⁿ xᵢ"),
        ("<p>$x^<em>y^</em>$</p>", "x* y*"),
        ("<p>$<em>x</em>_1$</p>", "x₁"),
        ("<p>$$x<sub>1</sub> = y<sup>2</sup>$$</p>", "x₁ = y²"),
        ("<p><b>So $x_1$</b> and <i>$y$</i></p>", "So x₁ and y"),
        ("<p>$x &amp;lt; y_1$</p>", "x < y₁"),
        ("<p>So \\begin{align} a &amp;= b \\end{align} and</p>", "So\n\na = b\n\nand"),
        ("<p>See \\eqref{eq:one}.</p>", "See (eq:one)."),
        ("<p>$\\#A = 5$</p>", "#A = 5"),
        ("<h2>On $L^2$ spaces</h2>", "## On L² spaces"),
        (
            '<a href="/a">the $\\sigma$-algebra</a>',
            "the σ-algebra [1]\n\n[1] https://example.org/a",
        ),
        ("<ul><li>$x^2$</li><li>$y$</li></ul>", "• x²\n• y"),
    ],
)
def test_a_formula_is_found_across_what_a_program_put_into_it(html: str, expected: str) -> None:
    assert shown(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<ul><li>$$a</li><li>b$$</li></ul>",
        "<table><tr><td>\\[a</td><td>b\\]</td></tr></table>",
        "<p>\\(a</p><p>b\\)</p>",
        "<p>$a_1</p><p>b$</p>",
        "<p>$x_1<br>y$</p>",
        "<p>$x_<code>1</code>$</p>",
        "<blockquote>$$x^2</blockquote><p>$$</p>",
    ],
)
def test_a_formula_does_not_reach_from_one_thing_into_another(html: str) -> None:
    document = read(html)
    assert "$" in to_text(document, 80) or "\\" in to_text(document, 80)


@pytest.mark.parametrize(
    "text",
    [
        "\\[sic\\]",
        "\\[1\\]",
        "\\[citation needed\\]",
        "\\(see below\\)",
        "\\(hello\\)",
        "from $5M to $10M",
        "a $3 gain and $4 loss",
        "US$5 and NZ$6",
        "$1,000 vs. $2,000",
        "$20 and $30_000 ok $",
        "$HOME/$USER",
        "a$b$c",
        "$$ 5 $$",
        "$$ and $$ for more",
        "C:\\(new)\\x",
        "100$ or 200$",
        'for REPO in "$REPOS_DIRECTORY"/*/; do REPO="$REPO" done',
        "$MY_DIR/$x_1/$",
    ],
)
def test_what_only_looks_like_a_delimiter_stays(text: str) -> None:
    assert shown(f"<p>{text}</p>") == text


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>So $$x^2$$. And</p>", "So\n\nx².\n\nAnd"),
        ("<p>So $$x^2$$, where <i>x</i></p>", "So\n\nx²,\n\nwhere x"),
        ("<p>So $$x^2$$ <b>.</b></p>", "So\n\nx²."),
        ("<p>So $$x^2.$$ . And</p>", "So\n\nx².\n\n. And"),
        ("<p>$$x^2$$</p><p>.</p><p>And</p>", "x².\n\nAnd"),
        ("<p>$$x^2$$</p><p>.5 is half</p>", "x²\n\n.5 is half"),
        ("<p>$$x^2$$</p><p>…and</p>", "x²\n\n…and"),
        ("<blockquote>$$x^2$$; then</blockquote>", "> x²;\n>\n> then"),
        ("<p>$$x \\\\ y$$.</p>", "x\ny."),
    ],
)
def test_a_stop_behind_a_displayed_formula_stands_in_its_line(html: str, expected: str) -> None:
    assert shown(html) == expected


def test_a_stop_is_part_of_the_formula() -> None:
    first, _ = read("<p>$$x^2$$. And</p>").blocks
    assert isinstance(first, Paragraph)
    assert all(Style.FORMULA in span.style for span in first.spans)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let\n$$\nx = y\n$$\nso", "Let\n\nx = y\n\nso"),
        ("Let \\[\na^2\n\\]\n\nso $x_1$", "Let\n\na²\n\nso x₁"),
        ("costs $5 and $10", "costs $5 and $10"),
        ("$$\n\\newcommand{\\R}{\\mathbb{R}}\n$$\nIn $\\R$", "In ℝ"),
    ],
)
def test_text_without_any_tag_may_hold_formulas_of_several_lines(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "sheet",
    [
        ".mjx-chtml {display: inline-block; line-height: 0} .mjx-math {text-align: left}",
        'mjx-container[jax="CHTML"] {line-height: 0} mjx-c.mjx-c1D465::before {content: "x"}',
        "@font-face {font-family: MJXc-TeX-ams-R} .MJXc-display {display: block}",
        ".MathJax {outline: 0}",
    ],
)
def test_a_stylesheet_that_lost_its_element_is_not_shown(sheet: str) -> None:
    assert shown(f"<p>{sheet}Text</p>") == "Text"


def test_a_sentence_about_a_stylesheet_stays() -> None:
    assert shown("<p>The class .mjx-math { is } ours.</p>") == "The class .mjx-math { is } ours."


@pytest.mark.parametrize(
    "part",
    [
        *("$", "$x_1$ ", "$$x ", "\\(x\\) ", "{", "^", "$a<em>b</em>", "x<br>$$", "<p>$$"),
        *("\\newcommand{\\a}{", "\\begin{align}", "\\begin{align}x\\end{align}", "\\def\\a{{{"),
        *("<span class=math>x^2</span>", "<math><mi>x</mi></math>", "<span class=math>"),
        *("<span class=katex>", "<mjx-container>", "<span class=mjpage>", "<math><mrow>"),
    ],
)
def test_half_a_megabyte_of_it_ends(part: str) -> None:
    html = "<p>The start</p><p>" + part * (500_000 // len(part))
    assert to_text(read(html), 80).startswith("The start")


PARTS = st.sampled_from(
    [
        *("$", "$$", "\\(", "\\)", "\\[", "\\]", "x_1", "^2", " ", "5", "\n", "\\", "{", "}", "."),
        *("<p>", "</p>", "<br>", "<em>", "</em>", "<sub>", "</sub>", "<code>", "</code>", "<li>"),
        *("\\begin{align}", "\\end{align}", "\x01", "\x1d", "\x1e", "\x06", "&amp;", "\u202e"),
    ]
)


@given(st.lists(PARTS, max_size=40).map("".join))
def test_any_pieces_are_clean_text(html: str) -> None:
    for source in (html, f"<p>{html}"):
        assert all(line.isprintable() for line in shown(source).split("\n"))


def test_no_line_ends_before_an_operator_or_between_a_function_and_its_argument() -> None:
    html = "<p>Let us see $a + b$ and $\\sin x$ here.</p>"
    assert to_text(read(html), 15) == "Let us see a +\nb and sin x\nhere."
    assert to_text(read(html), 13) == "Let us see\na + b and\nsin x here."
