"""The full stop behind a displayed formula stands in the text; a reader expects it in its line."""

import re
from dataclasses import replace

from feedtui.article.document import Block, Paragraph, Span, Spans, Style
from feedtui.clean import SafeText

_STOP = re.compile(r"[.,;:](?=\s|\Z)")


def with_stop(before: Block, block: Block) -> tuple[Block, Block | None]:
    """The two blocks, after a stop that began the second has gone to the formula in the first.

    None in the place of the second when nothing else was in it.
    """
    if not isinstance(before, Paragraph) or not isinstance(block, Paragraph):
        return before, block
    if not _is_formula(before.spans):
        return before, block
    stop = _STOP.match("".join(span.text for span in block.spans[:2]))
    if stop is None:
        return before, block
    last = before.spans[-1]
    ended = (*before.spans[:-1], replace(last, text=SafeText(last.text + stop[0])))
    rest = _without_first(block.spans)
    return Paragraph(ended), Paragraph(rest) if rest else None


def _is_formula(spans: Spans) -> bool:
    if spans[-1].text.endswith((".", ",", ";", ":")):
        return False
    return all(Style.FORMULA in span.style or not span.text.strip() for span in spans)


def _without_first(spans: Spans) -> tuple[Span, ...]:
    """The spans without their first sign and the blanks behind it."""
    first, *others = spans
    left = (replace(first, text=SafeText(first.text[1:])), *others)
    shown = [span for span in left if span.text.strip()]
    if not shown:
        return ()
    begin = left.index(shown[0])
    return (replace(shown[0], text=SafeText(shown[0].text.lstrip())), *left[begin + 1 :])
