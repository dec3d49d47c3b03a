"""Listings in the colours of the language that they say they are in."""

import subprocess
import sys

import pytest

from feedtui.article.colours import LONGEST, coloured
from feedtui.article.document import Code, Document, Quote, Span, Style
from feedtui.article.layout import lay_out
from feedtui.article.reader import read
from feedtui.clean import SafeText

MEANINGS = (
    Style.KEYWORD
    | Style.STRING
    | Style.COMMENT
    | Style.NUMBER
    | Style.NAME
    | Style.INSERTED
    | Style.DELETED
)


def listing(text: str, language: str) -> Document:
    return Document((Code((Span(SafeText(text)),), SafeText(language)),))


def meanings(text: str, language: str) -> dict[str, Style]:
    (code,) = coloured(listing(text, language)).blocks
    assert isinstance(code, Code)
    return {span.text.strip(): span.style & MEANINGS for span in code.spans if span.text.strip()}


def test_words_are_what_they_are_in_their_language() -> None:
    found = meanings('def area(r):\n    return 3.1 * r  # "of a circle"\n', "python")
    assert found == {
        "def": Style.KEYWORD,
        "area": Style.NAME,
        "(r):": Style.PLAIN,
        "return": Style.KEYWORD,
        "3.1": Style.NUMBER,
        "* r": Style.PLAIN,
        '# "of a circle"': Style.COMMENT,
    }


def test_what_a_change_puts_in_and_takes_out_is_told_apart() -> None:
    assert meanings("-old\n+new\n same", "diff") == {
        "-old": Style.DELETED,
        "+new": Style.INSERTED,
        "same": Style.PLAIN,
    }


@pytest.mark.parametrize(
    ("language", "text", "keyword"),
    [
        ("py", "import os", "import"),
        ("Python", "import os", "import"),
        ("c++", "return 1;", "return"),
        ("cpp", "return 1;", "return"),
        ("h", "return 1;", "return"),
        ("ts", "const a = 1", "const"),
        ("tsx", "const a = 1", "const"),
        ("jsonc", '{"a": true}', "true"),
        ("rs", "fn main() {}", "fn"),
        ("golang", "func main() {}", "func"),
        ("kt", "fun main() {}", "fun"),
        ("php", "echo 1;", "echo"),
        ("php", "<?php echo 1;", "echo"),
        ("patch", "@@ -1 +1 @@", "@@ -1 +1 @@"),
        ("html", "<p>a</p>", "p"),
    ],
)
def test_languages_go_by_many_names(language: str, text: str, keyword: str) -> None:
    assert meanings(text, language)[keyword] == Style.KEYWORD


def test_a_session_has_a_prompt_and_commands() -> None:
    found = meanings("$ echo hello\nhello", "shell-session")
    assert found["$"] == Style.COMMENT


@pytest.mark.parametrize("language", ["", "nothing-known", "text", "plaintext", "none"])
def test_no_language_no_colours(language: str) -> None:
    document = listing("def area(r): return 1", language)
    assert coloured(document) == document


def test_the_text_and_where_it_leads_stay_as_they_are() -> None:
    document = read(
        '<pre class="language-python">from <a href="https://example.org/">os</a> import path\n'
        "\n\tx = '''a\n漢'''</pre>"
    )
    shown = coloured(document)
    assert [line.text for line in lay_out(shown, 16)] == [
        line.text for line in lay_out(document, 16)
    ]
    leading = [span.link for line in lay_out(shown, 40) for span in line.spans if span.text == "os"]
    assert leading == [1]
    assert (shown.links, shown.anchors) == (document.links, document.anchors)


def test_listings_within_other_blocks_have_colours_too() -> None:
    inner = listing("return", "python").blocks
    (quote,) = coloured(Document((Quote(inner),))).blocks
    assert quote == Quote((Code((Span(SafeText("return"), Style.KEYWORD),), SafeText("python")),))


def test_very_long_listings_stay_as_they_are() -> None:
    document = listing("return 1\n" * (LONGEST // 9 + 1), "python")
    assert coloured(document) is document


@pytest.mark.parametrize("language", ["python", "html", "c++", "sql", "yaml", "console", "diff"])
@pytest.mark.parametrize("text", ["", "\n\n", "'", "漢字 <<< ]]>", "\\" * 50, "a\tb\n  \n"])
def test_no_text_is_changed_by_its_colours(language: str, text: str) -> None:
    (code,) = coloured(listing(text, language)).blocks
    assert isinstance(code, Code)
    assert "".join(span.text for span in code.spans) == text


def test_pygments_is_loaded_for_a_listing_with_a_language_only() -> None:
    script = (
        "import sys; from feedtui.article.colours import coloured; "
        "from feedtui.article.reader import read; "
        "coloured(read('<p>a<pre>b</pre>')); print('pygments' in sys.modules); "
        "coloured(read('<pre class=language-python>b</pre>')); print('pygments' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "True"]
