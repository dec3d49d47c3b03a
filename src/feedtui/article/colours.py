"""Listings in the colours of their language: this file is the door to Pygments.

Only the language that the writer declared counts: guessing is slow, and wrong where it matters. The
text stays as it is, letter for letter, so that the lines of a layout do, too; a screen shows an
article first and colours it when the colours are ready.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, groupby
from operator import itemgetter

from feedtui.article.document import Block, Code, Document, Span, Spans, Style
from feedtui.article.fill import text_of
from feedtui.article.walking import every_block, mapped
from feedtui.clean import SafeText

LONGEST = 100_000
"""Characters of all listings of an article; longer ones stay without colours."""

_OTHER_NAMES = {
    "cc": "c++",
    "cmd": "bat",
    "conf": "ini",
    "cuda": "cuda",
    "env": "bash",
    "fs": "fsharp",
    "gradle": "groovy",
    "h": "c",
    "hpp": "c++",
    "ipython": "python",
    "jinja2": "jinja",
    "jsonc": "json",
    "kt": "kotlin",
    "ml": "ocaml",
    "patch": "diff",
    "shellscript": "bash",
    "sol": "solidity",
    "sqlite": "sql",
    "svelte": "html",
    "svg": "xml",
    "terminal": "console",
    "vb": "vb.net",
    "viml": "vim",
    "wasm": "wast",
    "x86asm": "nasm",
}
"""What writers and other highlighters call languages, where Pygments doesn't know the name."""

_STYLES = {
    "Comment": Style.COMMENT,
    "Comment.Preproc": Style.KEYWORD,
    "Comment.PreprocFile": Style.STRING,
    "Generic.Deleted": Style.DELETED,
    "Generic.Heading": Style.KEYWORD,
    "Generic.Inserted": Style.INSERTED,
    "Generic.Prompt": Style.COMMENT,
    "Generic.Subheading": Style.KEYWORD,
    "Keyword": Style.KEYWORD,
    "Literal.Date": Style.STRING,
    "Literal.Number": Style.NUMBER,
    "Literal.String": Style.STRING,
    "Name.Attribute": Style.NAME,
    "Name.Builtin": Style.NAME,
    "Name.Class": Style.NAME,
    "Name.Decorator": Style.NAME,
    "Name.Exception": Style.NAME,
    "Name.Function": Style.NAME,
    "Name.Tag": Style.KEYWORD,
    "Operator.Word": Style.KEYWORD,
}
"""What a token is, by the name of its type or of one that it is a kind of."""

_FAILURES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What some lexer of hundreds raises on a text that its writer didn't think of."""


def coloured(document: Document) -> Document:
    """The document with what the words of its listings are, where a known language is declared."""
    listings = [
        block
        for top in document.blocks
        for block in every_block(top)
        if isinstance(block, Code) and block.language
    ]
    if not listings or sum(len(text_of(each.spans)) for each in listings) > LONGEST:
        return document
    blocks = tuple(mapped(block, _coloured) for block in document.blocks)
    return replace(document, blocks=blocks)


def _coloured(block: Block) -> Block:
    if not isinstance(block, Code) or not block.language:
        return block
    text = text_of(block.spans)
    tokens = _tokens(text, block.language.lower())
    return Code(tuple(_cut(block.spans, tokens)), block.language) if tokens else block


_Token = tuple[int, Style]
"""Where a token ends, and what it is."""


def _tokens(text: str, language: str) -> list[_Token]:
    """The text's tokens; none when the language is unknown, or its lexer loses a letter."""
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_by_name(
            _OTHER_NAMES.get(language, language), startinline="<?" not in text
        )
        found = [
            (".".join(kind), value) for _, kind, value in lexer.get_tokens_unprocessed(f"{text}\n")
        ]
    except (ClassNotFound, *_FAILURES):
        return []
    if "".join(value for _, value in found) != f"{text}\n":
        return []
    ends = accumulate(len(value) for _, value in found)
    return [(min(end, len(text)), _style(kind)) for end, (kind, _) in zip(ends, found, strict=True)]


@lru_cache(maxsize=256)
def _style(kind: str) -> Style:
    """What a token of this kind is, or of the nearest kind above that is known."""
    while kind and kind not in _STYLES:
        kind = kind.rpartition(".")[0]
    return _STYLES.get(kind, Style.PLAIN)


def _cut(spans: Spans, tokens: list[_Token]) -> Iterator[Span]:
    """The spans in the tokens' styles, cut where those change."""
    merged = [
        (max(end for end, _ in together), style)
        for style, together in groupby(tokens, key=itemgetter(1))
    ]
    place, number = 0, 0
    for span in spans:
        start, stop = place, place + len(span.text)
        while place < stop:
            end, style = merged[number]
            text = span.text[place - start : end - start]
            yield Span(SafeText(text), span.style | style, span.link, span.target)
            place = min(end, stop)
            number += end <= stop
