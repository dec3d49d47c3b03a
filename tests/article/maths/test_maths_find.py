"""A formula is found in what each tool leaves in a page, and shown once."""

import pytest

from feedtui.article.document import Paragraph, Span, Style
from feedtui.article.reader import read
from feedtui.article.writing import to_text
from feedtui.clean import SafeText

MATH = "<math><mfrac><mn>1</mn><mi>x</mi></mfrac></math>"
TEX = '<annotation encoding="application/x-tex">\\frac{1}{x}</annotation>'


def shown(html: str) -> str:
    return to_text(read(f"<p>{html}</p>", "https://example.org/"), 100)


KATEX_HTML = '<span class="katex-html" aria-hidden="true"><span class="base">1x</span></span>'


@pytest.mark.parametrize(
    "html",
    [
        MATH,
        '<math alttext="\\frac{1}{x}"></math>',
        f"<math><semantics><mfrac><mn>1</mn><mi>x</mi></mfrac>{TEX}</semantics></math>",
        f'<span class="katex"><span class="katex-mathml">{MATH}</span>{KATEX_HTML}</span>',
        f'<span class="katex"><span class="katex-mathml">{TEX}</span>{KATEX_HTML}</span>',
        (
            '<mjx-container jax="CHTML"><mjx-math><mjx-c class="mjx-c31"></mjx-c>'
            f"</mjx-math><mjx-assistive-mml>{MATH}</mjx-assistive-mml></mjx-container>"
        ),
        (
            '<span class="MathJax_Preview">1/x</span><span class="MathJax"><nobr>1x</nobr>'
            f'<span class="MJX_Assistive_MathML">{MATH}</span></span>'
            '<script type="math/tex">\\frac{1}{x}</script>'
        ),
        f"<span class='MathJax' data-mathml='{MATH}'><nobr>1x</nobr></span>",
        '<span class="MathJax_SVG"><svg></svg></span><script type="math/tex">1/x</script>',
        '<script type="math/tex">\\frac{1}{x}</script>',
        (
            '<span class="mjpage"><span class="mjx-chtml"><span class="mjx-math" '
            'aria-label="\\frac{1}{x}"><span class="mjx-char">1x</span></span></span></span>'
        ),
        (
            f'<span class="mwe-math-element"><span style="display: none">{MATH}</span>'
            '<img class="mwe-math-fallback-image-inline" alt="{\\displaystyle 1/x}"></span>'
        ),
        '<span class="mwe-math-element"><img alt="{\\displaystyle {\\frac {1}{x}}}"></span>',
        '<img class="latex" src="https://s0.wp.com/latex.php?latex=x" alt="\\frac{1}{x}">',
        '<img src="https://latex.codecogs.com/png.latex?%5Cfrac%7B1%7D%7Bx%7D">',
        (
            '<div class="latex-rendered" data-attrs="{&quot;persistentExpression&quot;:'
            '&quot;\\\\frac{1}{x}&quot;,&quot;id&quot;:&quot;A&quot;}"></div>'
        ),
        "\\(\\frac{1}{x}\\)",
        "\\[\\frac{1}{x}\\]",
        "$$\\frac{1}{x}$$",
        "$\\frac{1}{x}$",
        "$latex \\frac{1}{x}$",
        "\\begin{equation*}\\frac{1}{x}\\end{equation*}",
    ],
)
def test_a_formula_is_shown_once_whatever_made_it(html: str) -> None:
    assert shown(html) == "1/x"


@pytest.mark.parametrize(
    "text",
    [
        "From $5 to $10.",
        "It cost $120 billion, not $1.5 million.",
        "US$5 and A$10",
        "$5-$10, or $3,000-$4,000",
        "$PATH and $HOME",
        "${HOME}/${PATH}",
        "$x and $y",
        "I paid $5 for x_1 and $6 for x_2.",
        "a $$ b $$ c",
        "$$$",
        "https://example.org/?a=$x$",
        "\\(",
        "a \\[ b",
        "$ x $",
    ],
)
def test_money_and_names_stay_as_they_are(text: str) -> None:
    (block,) = read(f"<p>{text}</p>").blocks
    assert isinstance(block, Paragraph)
    assert "".join(span.text for span in block.spans) == text
    assert not any(Style.FORMULA in span.style for span in block.spans)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("for $n$ items", "for n items"),
        ("in $O(n)$ time", "in O(n) time"),
        ("$a + b$", "a + b"),
        ("$x=1$", "x = 1"),
        ("$2^n$ costs $5", "2ⁿ costs $5"),
        ("$5 or $x_1$", "$5 or x₁"),
        ("($x_1, x_2$)", "(x₁, x₂)"),
    ],
)
def test_a_dollar_that_is_not_money_begins_a_formula(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<code>$x_1$ \\(y\\)</code>",
        "<pre>$$x_1$$ \\(y\\)</pre>",
        "<pre><code>$x_1$</code></pre>",
    ],
)
def test_code_is_not_searched_for_tex(html: str) -> None:
    assert "x_1" in shown(html)


def test_a_formula_on_its_own_line_is_a_paragraph_with_its_full_stop() -> None:
    blocks = read("<p>So \\[a^2 = b\\]. And \\(c\\).</p>").blocks
    assert len(blocks) == 3
    assert blocks[1] == Paragraph((Span(SafeText("a² = b."), Style.FORMULA),))


@pytest.mark.parametrize(
    "html",
    [
        f'a <span class="katex-display"><span class="katex">{MATH}</span></span> b',
        'a <math display="block"><mi>x</mi></math> b',
        'a <mjx-container display="true"><math><mi>x</mi></math></mjx-container> b',
        'a <div class="MathJax_Display"><math><mi>x</mi></math></div> b',
        'a <script type="math/tex; mode=display">x</script> b',
        'a <span class="mwe-math-element"><math display="block"><mi>x</mi></math></span> b',
        'a <span class="mjpage mjpage__block"><span aria-label="x"></span></span> b',
        "a $$x$$ b",
    ],
)
def test_a_display_formula_stands_alone(html: str) -> None:
    assert len(read(f"<p>{html}</p>").blocks) == 3


def test_plain_text_may_hold_tex() -> None:
    assert to_text(read("We show $\\alpha$ in $O(n \\log n)$ time."), 60) == (
        "We show α in O(n log n) time."
    )


def test_a_formula_brings_no_control_characters_in() -> None:
    assert shown('<img class="latex" alt="a&#27;[2J&#8238;b">') == "ab"


@pytest.mark.parametrize(
    "part",
    ["x^2+", "{", "\\frac", "x^{", "\\left(", "\\begin{array}", "\\text{$", "&\\\\", "|", "\\ce{"],
)
def test_a_hundred_kilobytes_of_tex_are_read_to_the_end(part: str) -> None:
    for size in (29_000, 100_000):
        html = f'<script type="math/tex">{part * (size // len(part))}</script><p>The end</p>'
        assert to_text(read(html), 80).endswith("The end")


@pytest.mark.parametrize("part", ["\\(", "\\[", "$$a ", "$a ", "\\begin{align}", "$latex a "])
def test_delimiters_without_end_are_text(part: str) -> None:
    text = part * (500_000 // len(part))
    assert "".join(to_text(read(f"<p>{text}"), 80).split()) == "".join(text.split())
