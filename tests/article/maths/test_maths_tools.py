"""What platforms and tools leave of a formula in a feed, one by one."""

import pytest

from feedtui.article.reader import read
from feedtui.article.writing import to_text


def shown(html: str) -> str:
    return to_text(read(html, "https://example.org/"), 100)


def commonhtml(name: str, inner: str) -> str:
    return f'<span class="mjx-{name}">{inner}</span>'


def char(letter: str) -> str:
    return commonhtml("mi", f'<span class="mjx-char MJXc-TeX-math-I">{letter}</span>')


def page(inner: str) -> str:
    math = commonhtml("math", commonhtml("mrow", inner))
    return f'<span class="mjpage"><span class="mjx-chtml">{math}</span></span>'


@pytest.mark.parametrize(
    "html",
    [
        '<math-renderer class="js-inline-math">$x^2$</math-renderer>',
        '<span class="math">x^2</span>',
        '<span class="math inline">\\(x^2\\)</span>',
        '<span class="math inline"><em>x</em><sup>2</sup></span>',
        '<span class="math-container">$x^2$</span>',
        '<span class="arithmatex">\\(x^2\\)</span>',
        '<span class="math-tex">\\(x^2\\)</span>',
        '<span class="tex2jax_process">$x^2$</span>',
        '<code class="language-math math-inline">x^2</code>',
        "<d-math>x^2</d-math>",
        '<code data-math-style="inline" class="code math js-render-math">x^2</code>',
        '<span data-math-style="inline">x^2</span>',
        '<img src="/eq1.png" alt="$x^2$">',
        '<img src="/eq1.png" alt="\\(x^2\\)">',
        ("<tex-math>\\documentclass{a}\\begin{document}$$x^2$$\\end{document}</tex-math>"),
        '<span class="ql-formula" data-value="x^2"></span>',
        '<span data-tex="x^2"><i>x</i></span>',
        '<img class="latex" alt="x^2">',
        '<img class="latex" src="//latex.artofproblemsolving.com/1.png" alt="$x^2$">',
        '<img src="https://s0.wp.com/latex.php?latex=x%5E2&amp;bg=fff">',
        '<img src="https://latex.codecogs.com/svg.image?\\bg_white&amp;space;x^2">',
        '<img src="https://latex.codecogs.com/png.latex?\\dpi{300}x%5E2" alt="equation">',
        '<img src="https://chart.googleapis.com/chart?cht=tx&amp;chl=x%5E2" alt="formula">',
        '<img src="https://mathurl.com/1.png" alt="x^2">',
        '<img src="http://www.texify.com/img/1.gif" alt="x^2">',
        '<img src="https://quicklatex.com/cache3/1.png" alt="&#120;&#94;&#50;">',
        '<img src="https://i.upmath.me/svg/x%5E2">',
        '<img src="https://math.now.sh?from=x%5E2">',
        '<img src="https://render.githubusercontent.com/render/math?math=x%5E2">',
        '<img eeimg="1" src="https://www.zhihu.com/equation?tex=x%5E2" alt="[公式]">',
        '<img src="https://example.org/cgi-bin/mimetex.cgi?x^2">',
        '<img class="math" src="/_images/math/1.png" alt="x^2">',
        (
            '<span class="mwe-math-element"><img alt="x^2"'
            ' src="https://wikimedia.org/api/rest_v1/media/math/render/svg/1"></span>'
        ),
        '<img src="https://wikimedia.org/api/rest_v1/media/math/render/svg/1" alt="x^2">',
        page(commonhtml("msubsup", commonhtml("base", char("x")) + commonhtml("sup", char("2")))),
        "<m:math><m:msup><m:mi>x</m:mi><m:mn>2</m:mn></m:msup></m:math>",
        (
            '<span class="MathJax_Preview"></span><span class="MathJax"><nobr>x2</nobr></span>\n'
            '<script type="math/tex">x^2</script>'
        ),
        '<span class="MathJax_Preview">x²</span>',
        '<script type="math/tex">x^2</script>',
        (
            "<math><semantics><mrow></mrow>"
            '<annotation encoding="application/x-tex">x^2</annotation></semantics></math>'
        ),
    ],
)
def test_a_formula_within_a_line_is_shown_once(html: str) -> None:
    assert shown(f"<p>So {html} holds.</p>") == "So x² holds."


@pytest.mark.parametrize(
    "html",
    [
        '<div class="math">\nx^2\n</div>',
        '<div class="math display">\\[x^2\\]</div>',
        '<pre><code class="language-math math-display">x^2</code></pre>',
        '<pre lang="math"><code>x^2</code></pre>',
        '<pre data-math-style="display" class="code math js-render-math"><code>x^2</code></pre>',
        "<d-math block>x^2</d-math>",
        '<div class="kdmath">$$\nx^2\n$$</div>',
        '<div class="equation">x^2</div>',
        '<math-renderer class="js-display-math">$$x^2$$</math-renderer>',
        (
            '<span class="katex-display"><span class="katex">'
            "<math><msup><mi>x</mi><mn>2</mn></msup></math></span></span>"
        ),
    ],
)
def test_a_displayed_formula_has_a_line_to_itself(html: str) -> None:
    assert shown(f"<div>So {html} holds.</div>") == "So\n\nx²\n\nholds."


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (
            commonhtml(
                "mfrac", commonhtml("numerator", char("a")) + commonhtml("denominator", char("b"))
            ),
            "a/b",
        ),
        (
            commonhtml(
                "msubsup",
                commonhtml("base", char("x"))
                + commonhtml("stack", commonhtml("sup", char("2")) + commonhtml("sub", char("i"))),
            ),
            "xᵢ²",
        ),
        (
            commonhtml(
                "munderover",
                commonhtml("itable", commonhtml("over", char("n")))
                + commonhtml("op", commonhtml("mo", '<span class="mjx-char">∑</span>'))
                + commonhtml("under", char("i")),
            )
            + char("x"),
            "∑ᵢⁿ x",
        ),
        (commonhtml("msqrt", commonhtml("box", char("x"))), "√x"),
        (
            commonhtml(
                "mtable",
                commonhtml("mtr", commonhtml("mtd", char("a")) + commonhtml("mtd", char("b"))),
            ),
            "[a b]",
        ),
    ],
)
def test_the_spans_of_mathjax_2_are_read_by_their_classes(inner: str, expected: str) -> None:
    assert shown(f"<p>{page(inner)}</p>") == expected


def test_a_glyph_that_is_there_as_class_and_as_text_is_shown_once() -> None:
    glyphs = (
        '<mjx-mo><mjx-c class="mjx-c2192">→</mjx-c></mjx-mo>'
        '<mjx-mi><mjx-c class="mjx-c2026"><mjx-utext>…</mjx-utext></mjx-c></mjx-mi>'
    )
    html = f'<mjx-container jax="CHTML"><mjx-math>{glyphs}</mjx-math></mjx-container>'
    assert shown(f"<p>{html}</p>") == "→ …"


def test_a_raised_two_without_the_letter_below_is_not_doubled() -> None:
    sigma = '<mjx-mi><mjx-c class="mjx-c1D70E"></mjx-c></mjx-mi>'
    two = '<mjx-script><mjx-mn><mjx-utext variant="normal">²</mjx-utext></mjx-mn></mjx-script>'
    html = (
        "<mjx-container><style>mjx-c::before {display: block}</style>"
        f"<mjx-math><mjx-msup>{sigma}{two}</mjx-msup></mjx-math></mjx-container>"
    )
    assert shown(f"<p>We keep seeing {html} here.</p>") == "We keep seeing σ² here."


@pytest.mark.parametrize(
    "html",
    [
        '<div class="math"><p>Mathematics is fun.</p></div>',
        '<span class="latex">The word LaTeX</span>',
        '<p class="tex">Plain words here.</p>',
        '<span class="math">algebra</span>',
    ],
)
def test_a_class_about_maths_does_not_make_prose_a_formula(html: str) -> None:
    words = read(html).blocks
    assert "$" not in shown(html)
    assert len(words) == 1
    assert shown(html) in {
        "Mathematics is fun.",
        "The word LaTeX",
        "Plain words here.",
        "algebra",
    }


def test_what_a_tool_could_not_read_keeps_its_source() -> None:
    html = '<p>So <span class="katex-error" title="ParseError">x^^2</span>.</p>'
    assert shown(html) == "So x^^2."


def test_a_picture_that_only_looks_like_a_formula_stays_a_picture() -> None:
    assert shown('<p><img src="https://mathurl.com/1.png"></p>').startswith("▣")
