"""Any document, for properties that must hold for all: blocks in blocks, spans of every style."""

from hypothesis import strategies as st

from feedtui.article.document import (
    Align,
    Block,
    Caption,
    Cell,
    Code,
    Description,
    Document,
    Group,
    Heading,
    Item,
    Kind,
    List,
    Media,
    Note,
    Paragraph,
    Quote,
    Row,
    Rule,
    Span,
    Spans,
    Style,
    Table,
    Term,
)
from feedtui.clean import SafeText, clean

_LETTERS = (
    st.sampled_from("abcdefgh   \n")
    | st.sampled_from("漢字かなっー。「」—…“”한국어 ไทยเมืองน้ำ မြန်မာ ខ្មែរ שלום مرحبا \xa0-/&=.")
    | st.sampled_from(
        ["e\u0301", "👩\u200d🔬", "❤\ufe0f", "🇩🇪", "👍🏽", "क्षेत्र", "1\ufe0f\u20e3", "각"]
    )
    | st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn"])
)
_WORDS = st.lists(_LETTERS, max_size=40).map("".join).map(clean)
_STYLES = st.sampled_from(
    [Style.PLAIN, Style.PLAIN, Style.BOLD, Style.CODE, Style.STRIKE, Style.LINK | Style.ITALIC]
)
SPANS: st.SearchStrategy[Spans] = st.lists(
    st.builds(Span, _WORDS, _STYLES, st.none() | st.integers(1, 12)), max_size=4
).map(tuple)
_MARKERS = st.sampled_from([SafeText(mark) for mark in ("•", "◦", "1.", "10.", "iv.", "☐", "")])

LEAVES: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, SPANS),
    st.builds(Paragraph, SPANS),
    st.builds(Heading, st.integers(1, 6), SPANS),
    st.builds(Caption, SPANS),
    st.builds(Term, SPANS),
    st.builds(Code, SPANS, st.sampled_from([SafeText(name) for name in ("", "python", "diff")])),
    st.builds(Media, st.sampled_from(Kind), _WORDS, st.none() | st.integers(1, 12)),
    st.builds(Rule),
)


def _holding(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    """Blocks that hold others."""
    inside = st.lists(blocks, max_size=3).map(tuple)
    items = st.builds(Item, _MARKERS, inside)
    return st.one_of(
        st.builds(Quote, inside),
        st.builds(Description, inside),
        items,
        st.lists(items, max_size=3).map(tuple).map(List),
        st.builds(Note, st.sampled_from([SafeText("1"), SafeText("*")]), inside),
        tables(inside),
    )


def tables(inside: st.SearchStrategy[tuple[Block, ...]]) -> st.SearchStrategy[Table]:
    """Tables of a few rows and columns with every kind of span."""
    cells = st.builds(
        Cell,
        inside,
        header=st.booleans(),
        columns=st.integers(1, 3),
        rows=st.integers(1, 3),
        align=st.none() | st.sampled_from(Align),
    )
    rows = st.builds(Row, st.lists(cells, max_size=4).map(tuple), st.sampled_from(Group))
    return st.lists(rows, max_size=4).map(tuple).map(Table)


BLOCKS: st.SearchStrategy[Block] = st.recursive(LEAVES, _holding, max_leaves=12)
DOCUMENTS: st.SearchStrategy[Document] = st.lists(BLOCKS, max_size=4).map(
    lambda blocks: Document(tuple(blocks))
)
