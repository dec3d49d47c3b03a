"""What became of an article: two documents as one, with what was taken away and what came.

Blocks are aligned first, then the words of those that are the same block in other words. What was
taken away stands between `[-` and `-]`, what came between `{+` and `+}` (as wdiff has it), so that
no colour is needed to tell them apart; their spans are DELETED and INSERTED.

A container is compared by what is in it. Links lead where they lead now; those of a text that was
taken away lead nowhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from feedtui.article.alignment import Budget, runs
from feedtui.article.document import (
    Anchor,
    Block,
    Caption,
    Code,
    Description,
    Document,
    Heading,
    Item,
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
from feedtui.article.rewording import LINE, WORD, came, reworded, taken
from feedtui.article.walking import every_block, mapped, spans_of
from feedtui.clean import SafeText

MOST_COMPARISONS = 1_000_000
"""For one article: a fifth of a second or two."""

_SIMILAR = 0.4
"""The share of words in common from which on a block is another one's new wording."""

_LOOKS_AHEAD = 8
"""Blocks among which the former wording of a block is looked for."""

Partner = tuple[Block | None, int | None]
"""A block as it was and the number of the one that it became; None where there is none."""


def differences(before: Document, after: Document) -> Document:
    """The document `after`, with what `before` said otherwise in its place."""
    shown: list[Block] = []
    moved: dict[int, int] = {}
    comparison = _Comparison(Budget(MOST_COMPARISONS))
    for block, number in comparison.blocks(before.blocks, after.blocks):
        if number is not None:
            moved[number] = len(shown)
        shown.append(block)
    anchors = (Anchor(each.name, moved[each.block]) for each in after.anchors)
    return replace(after, blocks=tuple(shown), anchors=tuple(anchors))


def differs(document: Document) -> bool:
    """Whether anything in a document of differences was taken away or came."""
    changed = Style.DELETED | Style.INSERTED
    blocks = (block for top in document.blocks for block in every_block(top))
    return any(span.style & changed for block in blocks for span in spans_of(block))


class _Comparison:
    """Comparing what two documents hold, with one budget for all of it."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget

    def blocks(
        self, before: Sequence[Block], after: Sequence[Block]
    ) -> Iterator[tuple[Block, int | None]]:
        """Blocks of differences, and which of `after` each is; None for one that was taken away."""
        keys = [_key(each) for each in before], [_key(each) for each in after]
        for run in runs(*keys, self._budget):
            if run.same:
                numbers = range(run.after.start, run.after.stop)
                yield from zip(after[run.after], numbers, strict=True)
            else:
                yield from self._changed(before[run.before], after[run.after], run.after.start)

    def _changed(
        self, before: Sequence[Block], after: Sequence[Block], first: int
    ) -> Iterator[tuple[Block, int | None]]:
        for old, new in _partners(before, after):
            if old is not None and (new is None or not _comparable(old, after[new])):
                yield from ((each, None) for each in _taken(old))
            if new is not None:
                yield self._became(old, after[new]), first + new

    def _became(self, old: Block | None, new: Block) -> Block:
        if old is None or not _comparable(old, new):
            return mapped(new, _all_new)
        match old, new:
            case (List(items), List(others)):
                points = self._within(items, others)
                return List(tuple(each for each in points if isinstance(each, Item)))
            case (Table(rows), Table(others)):
                pairs = zip(rows, others, strict=True)
                return Table(tuple(self._row(row, other) for row, other in pairs))
            case (
                Quote() | Description() | Item() | Note(),
                Quote() | Description() | Item() | Note(),
            ):
                return replace(new, blocks=tuple(self._within(old.blocks, new.blocks)))
            case _:
                unit = LINE if isinstance(new, Code) else WORD
                spans = reworded(spans_of(old), spans_of(new), unit, self._budget)
                return _rewritten(new, spans)

    def _within(self, before: Sequence[Block], after: Sequence[Block]) -> Iterator[Block]:
        return (block for block, _ in self.blocks(before, after))

    def _row(self, row: Row, other: Row) -> Row:
        pairs = zip(row.cells, other.cells, strict=True)
        cells = (
            replace(new, blocks=tuple(self._within(old.blocks, new.blocks))) for old, new in pairs
        )
        return replace(other, cells=tuple(cells))


def _partners(before: Sequence[Block], after: Sequence[Block]) -> Iterator[Partner]:
    """Blocks and their former wordings, in order; what was taken away comes first."""
    words = [_words_of(each) for each in before]
    start, done = 0, 0
    for number, block in enumerate(after):
        ahead = range(start, min(start + _LOOKS_AHEAD, len(before)))
        own = _words_of(block)
        found = next(
            (each for each in ahead if _is_former(before[each], words[each], block, own)), None
        )
        if found is not None:
            yield from ((each, None) for each in before[start:found])
            yield from ((None, each) for each in range(done, number))
            yield before[found], number
            start, done = found + 1, number + 1
    yield from ((each, None) for each in before[start:])
    yield from ((None, each) for each in range(done, len(after)))


def _is_former(old: Block, words: frozenset[str], new: Block, others: frozenset[str]) -> bool:
    common = 2 * len(words & others)
    return _comparable(old, new) and common >= _SIMILAR * (len(words) + len(others))


def _comparable(old: Block, new: Block) -> bool:
    """Whether the words of the two can be compared within one block."""
    if type(old) is not type(new) or isinstance(new, Media | Rule):
        return False
    if isinstance(old, Table) and isinstance(new, Table):
        return [len(row.cells) for row in old.rows] == [len(row.cells) for row in new.rows]
    return True


def _key(block: Block) -> str:
    """What has to be the same for a block to be the same."""
    parts = (f"{type(each).__name__} {_text(each)}" for each in every_block(block))
    return "\n".join(parts)


def _text(block: Block) -> str:
    if isinstance(block, Media):
        return block.label
    return "".join(span.text for span in spans_of(block))


def _words_of(block: Block) -> frozenset[str]:
    texts = (_text(each) for each in every_block(block))
    return frozenset(word.rstrip() for text in texts for word in WORD.findall(text))


def _taken(block: Block) -> tuple[Block, ...]:
    return () if isinstance(block, Rule) else (mapped(block, _all_taken),)


def _all_taken(block: Block) -> Block:
    return _rewritten(block, taken(_shown_spans(block)))


def _all_new(block: Block) -> Block:
    return _rewritten(block, came(_shown_spans(block)))


def _shown_spans(block: Block) -> Spans:
    if isinstance(block, Media):
        style = Style.MEDIA if block.link is None else Style.MEDIA | Style.LINK
        return (Span(SafeText(f"{block.kind.value} {block.label}"), style, block.link),)
    return spans_of(block)


def _rewritten(block: Block, spans: Spans) -> Block:
    """The block with these spans; one that has none of its own stays, but for media."""
    match block:
        case Media():
            return Paragraph(spans)
        case Paragraph() | Heading() | Caption() | Term() | Code():
            return replace(block, spans=spans)
        case _:
            return block
