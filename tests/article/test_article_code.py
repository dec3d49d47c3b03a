"""Listings of every highlighter are text whose lines and blanks count, without their numbers."""

import pytest

from feedtui.article.document import Code
from feedtui.article.reader import read
from feedtui.article.walking import every_block


def listings(html: str) -> list[tuple[str, str]]:
    """Text and language of each listing."""
    blocks = [block for top in read(html).blocks for block in every_block(top)]
    return [
        ("".join(span.text for span in block.spans), block.language)
        for block in blocks
        if isinstance(block, Code)
    ]


TWO_LINES = "def tide(hour):\n    return hour"


@pytest.mark.parametrize(
    "html",
    [
        "<pre>def tide(hour):\n    return hour</pre>",
        "<pre>def tide(hour):<br>&nbsp;&nbsp;&nbsp;&nbsp;return hour</pre>",
        # Pygments: a table, and numbers in the line
        (
            '<table class="highlighttable"><tr><td class="linenos"><div class="linenodiv"><pre>1\n2'
            '</pre></div></td><td class="code"><pre>def tide(hour):\n    return hour\n</pre>'
            "</td></tr>"
        ),
        (
            '<pre><span class="linenos">1</span>def tide(hour):\n'
            '<span class="linenos">2</span>    return hour\n</pre>'
        ),
        # Chroma
        (
            '<table class="lntable"><tr><td class="lntd"><pre><code><span class="lnt">1\n</span>'
            '<span class="lnt">2\n</span></code></pre></td><td class="lntd"><pre><code>'
            '<span class="line"><span class="cl">def tide(hour):\n</span></span><span class="line">'
            '<span class="cl">    return hour\n</span></span></code></pre></td></tr></table>'
        ),
        (
            '<pre><span class="line"><span class="ln">1</span><span class="cl">def tide(hour):\n'
            '</span></span><span class="line"><span class="ln">2</span>    return hour</span></pre>'
        ),
        # Rouge
        (
            '<pre><code><table class="rouge-table"><tr><td class="rouge-gutter gl">'
            '<pre class="lineno">'
            '1\n2\n</pre></td><td class="rouge-code"><pre>def tide(hour):\n    return hour\n'
            "</pre></td>"
            "</tr></table></code></pre>"
        ),
        # highlight.js with numbers
        (
            '<pre><code><table class="hljs-ln"><tr><td class="hljs-ln-numbers">1</td>'
            '<td class="hljs-ln-code">def tide(hour):</td></tr><tr><td class="hljs-ln-numbers">'
            "</td>"
            '<td class="hljs-ln-code">    return hour</td></tr></table></code></pre>'
        ),
        # Prism with numbers
        (
            '<pre class="line-numbers"><code>def tide(hour):\n    return hour'
            '<span class="line-numbers-rows"><span></span><span></span></span></code></pre>'
        ),
        # GitHub
        (
            '<table class="highlight js-file-line-container">\n<tr>\n<td class="blob-num">1</td>\n'
            '<td class="blob-code">def tide(hour):</td>\n</tr>\n<tr>\n<td class="blob-num"></td>\n'
            '<td class="blob-code">    return hour</td>\n</tr>\n</table>'
        ),
        # Shiki, Docusaurus, Expressive Code, one element per line
        (
            '<pre><code><span class="line">def tide(hour):</span>\n'
            '<span class="line">    return hour</span></code></pre>'
        ),
        (
            '<pre><code><span class="line">def tide(hour):</span>'
            '<span class="line">    return hour</span></code></pre>'
        ),
        (
            '<pre><span class="token-line">def tide(hour):<br></span>'
            '<span class="token-line">    return hour<br></span></pre>'
        ),
        (
            '<pre><code><div class="ec-line"><div class="gutter"><div class="ln">1</div></div>'
            '<div class="code">def tide(hour):</div></div><div class="ec-line"><div class="code">'
            "    return hour</div></div></code></pre>"
        ),
        "<pre><code>def tide(hour):</code><code>    return hour</code></pre>",
        "<pre><div>def tide(hour):</div><div>    return hour</div></pre>",
        # SyntaxHighlighter, Crayon, CodeMirror, without any pre
        (
            '<div class="syntaxhighlighter"><table><tr><td class="gutter"><div class="line">1</div>'
            '</td><td class="code"><div class="container"><div class="line"><code>def</code> '
            '<code>tide(hour):</code></div><div class="line"><code>&nbsp;&nbsp;&nbsp;&nbsp;</code>'
            "<code>return hour</code></div></div></td></tr></table></div>"
        ),
        (
            '<div class="crayon-toolbar">Copy</div><textarea>def</textarea><table><tr>'
            '<td class="crayon-nums"><div class="crayon-num">1</div></td><td>'
            '<div class="crayon-pre">'
            '<div class="crayon-line">def tide(hour):</div>'
            '<div class="crayon-line">&nbsp;&nbsp;&nbsp; return hour</div></div></td></tr></table>'
        ),
        (
            '<div class="ql-code-block-container"><div class="ql-code-block">def tide(hour):</div>'
            '<div class="ql-code-block">    return hour</div></div>'
        ),
        (
            '<div style="font-family: Menlo, monospace; white-space: pre;"><div>def tide(hour):'
            "</div>"
            "<div>    return hour</div></div>"
        ),
        '<div class="code">def tide(hour):<br>    return hour</div>',
        '<d-code block language="">def tide(hour):\n    return hour</d-code>',
        # code and line breaks only
        "<p><code>def tide(hour):<br>&nbsp;&nbsp;&nbsp;&nbsp;return hour</code></p>",
        "<tt>def tide(hour):</tt><br><tt>&nbsp;&nbsp;&nbsp;&nbsp;return hour</tt>",
    ],
)
def test_a_listing_has_its_lines_and_nothing_else(html: str) -> None:
    ((text, _),) = listings(html)
    assert text.expandtabs(4) == TWO_LINES


@pytest.mark.parametrize(
    "html",
    [
        '<pre><span class="line">a</span>\n<span class="line"></span>\n<span class="line">b</span>',
        '<pre><div class="line">a</div><div class="line"></div><div class="line">b</div></pre>',
        (
            '<pre><span class="token-line">a<br></span><span class="token-line"><i></i><br></span>'
            '<span class="token-line">b<br></span></pre>'
        ),
        "<pre><div>a</div><br><div>b</div></pre>",
        "<pre>a<br><br>b</pre>",
        (
            '<table class="js-file-line-container"><tr><td class="blob-code">a</td></tr>'
            '<tr><td class="blob-code">\n</td></tr><tr><td class="blob-code">b</td></tr></table>'
        ),
    ],
)
def test_an_empty_line_of_a_listing_is_one_empty_line(html: str) -> None:
    ((text, _),) = listings(html)
    assert text == "a\n\nb"


@pytest.mark.parametrize(
    "html",
    [
        '<pre class="language-go">x</pre>',
        '<pre><code class="lang-go hljs">x</code></pre>',
        '<pre class="brush: go; gutter: false">x</pre>',
        '<div class="highlight highlight-source-go"><pre>x</pre></div>',
        '<div class="highlight-go notranslate"><div class="highlight"><pre>x</pre></div></div>',
        '<div class="language-go highlighter-rouge"><div><pre><code>x</code></pre></div></div>',
        '<pre data-lang="go">x</pre>',
        '<pre><code data-language="go">x</code></pre>',
        '<pre lang="go"><code>x</code></pre>',
        '<pre class="EnlighterJSRAW" data-enlighter-language="go">x</pre>',
        '<pre class="sourceCode go"><code>x</code></pre>',
        '<pre class="src src-go">x</pre>',
        '<pre class="lang:go decode:true">x</pre>',
        '<pre><code class="hljs go">x</code></pre>',
        '<pre><code class="go">x</code></pre>',
        '<div class="syntaxhighlighter  go"><div class="line">x</div></div>',
        '<div data-attrs="{&quot;language&quot;:&quot;go&quot;}"><pre><code>x</code></pre></div>',
        '<pre data-code-block-lang="go">x</pre>',
    ],
)
def test_the_language_is_found_wherever_a_program_declares_it(html: str) -> None:
    assert listings(html) == [("x", "go")]


@pytest.mark.parametrize(
    "html",
    [
        "<pre>x</pre>",
        '<pre class="language-none">x</pre>',
        '<pre class="language-plaintext">x</pre>',
        '<pre lang="en">x</pre>',
        '<pre class="wide go-faster">x</pre>',
        '<div class="highlight"><pre>x</pre></div>',
        '<div class="highlight-default notranslate"><pre>x</pre></div>',
    ],
)
def test_a_language_that_nobody_declared_is_not_guessed(html: str) -> None:
    assert listings(html) == [("x", "")]


def test_tabs_and_literal_signs_of_a_listing_stay() -> None:
    assert listings("<pre>\tif $a {\n\t\t&amp;amp; [b] **c**</pre>") == [
        ("\tif $a {\n\t\t&amp; [b] **c**", "")
    ]


def test_a_box_of_prose_that_is_called_code_is_prose() -> None:
    assert listings('<div class="code"><p>A word.<br>Another.</p></div>') == []
