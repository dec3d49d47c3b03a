"""What became of a text: its words, with what was taken away and what came between signs.

Signs tell the two apart without colours: `[-so-]` was taken away, `{+so+}` came, as wdiff has it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from feedtui.article.alignment import Budget, Run, runs
from feedtui.article.document import Span, Spans, Style
from feedtui.clean import SafeText

_SIGNS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
WORD = re.compile(rf"(?:[{_SIGNS}]|[^\W{_SIGNS}]+|[^\w\s])\s*|\s+")
"""A word, a sign of Chinese, Japanese or Korean, or a mark, with the blanks behind it."""

LINE = re.compile(r"[^\n]*\n|[^\n]+")

_FEW = 1
"""Words that stayed between two changes; they read better as a part of one change."""


class Word(NamedTuple):
    """A word of a span, with the span's style and where it leads."""

    text: str
    span: Span


class _Mark(NamedTuple):
    """How a change is shown: a style, and signs around it."""

    style: Style
    opens: SafeText
    closes: SafeText


_TAKEN = _Mark(Style.DELETED, SafeText("[-"), SafeText("-]"))
_NEW = _Mark(Style.INSERTED, SafeText("{+"), SafeText("+}"))


def reworded(before: Spans, after: Spans, unit: re.Pattern[str], budget: Budget) -> Spans:
    """The spans of `after` with those of `before` in their places; `unit` is what is compared."""
    old, new = _cut(before, unit), _cut(after, unit)
    found = runs(_compared(old, unit), _compared(new, unit), budget)
    words: list[Span] = []
    for run in _smoothed(found):
        words.extend(_run(old[run.before], new[run.after], same=run.same))
    return tuple(words)


def taken(spans: Spans) -> Spans:
    """Spans that were taken away, between signs. They lead nowhere any more."""
    return tuple(_marked([Word(each.text, _leading_nowhere(each)) for each in spans], _TAKEN))


def came(spans: Spans) -> Spans:
    """Spans that came, between signs."""
    return tuple(_marked([Word(each.text, each) for each in spans], _NEW))


def _cut(spans: Spans, unit: re.Pattern[str]) -> list[Word]:
    return [Word(each, span) for span in spans for each in unit.findall(span.text)]


def _compared(words: Sequence[Word], unit: re.Pattern[str]) -> list[str]:
    """What is compared of words: not the blanks behind them, unless these count, as in code."""
    return [each.text if unit is LINE else each.text.rstrip() for each in words]


def _smoothed(found: Sequence[Run]) -> list[Run]:
    """The runs, with a word or two that stayed between two changes taken as a part of them."""
    smooth: list[Run] = []
    for number, run in enumerate(found):
        few = run.same and run.after.stop - run.after.start <= _FEW
        inside = few and 0 < number < len(found) - 1
        joins = bool(smooth) and not smooth[-1].same and (inside or not run.same)
        smooth.append(smooth.pop().up_to(run) if joins else run)
    return smooth


def _run(before: Sequence[Word], after: Sequence[Word], *, same: bool) -> Iterator[Span]:
    if same:
        yield from _spelled(after)
        return
    yield from _marked([Word(each.text, _leading_nowhere(each.span)) for each in before], _TAKEN)
    if before and after and before[-1].text == before[-1].text.rstrip():
        yield Span(SafeText(" "))
    yield from _marked(after, _NEW)


def _marked(words: Sequence[Word], mark: _Mark) -> Iterator[Span]:
    """The words as taken away or new; the blanks behind the last one stay outside of the signs."""
    if not words:
        return
    last = words[-1]
    text = last.text.rstrip()
    inside = [*words[:-1], Word(text, last.span)] if text else words[:-1]
    if inside:
        yield Span(mark.opens, mark.style)
        yield from (replace(span, style=span.style | mark.style) for span in _spelled(inside))
        yield Span(mark.closes, mark.style)
    if text != last.text:
        yield Span(SafeText(last.text[len(text) :]))


def _spelled(words: Sequence[Word]) -> Iterator[Span]:
    """The words as spans, those of one span together."""
    for _, together in groupby(words, key=lambda word: id(word.span)):
        same = list(together)
        text = SafeText("".join(word.text for word in same))
        yield replace(same[0].span, text=text)


def _leading_nowhere(span: Span) -> Span:
    return replace(span, link=None, target=None, style=span.style & ~Style.LINK)
