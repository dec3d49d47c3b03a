"""The text of one paragraph while it is read: white space collapses across the borders of spans.

A blank counts once, however many elements it is spread over, and belongs to the style that both of
its neighbours have: a link never begins or ends with one. At both ends blanks and breaks vanish.
"""

import re
from collections.abc import Callable
from itertools import zip_longest

from feedtui.article.document import Span, Spans, Style
from feedtui.clean import SafeText

_BLANKS = re.compile(r"[ \t\n\r\f]+")
_CJK = "[\u2e80-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]"
_BREAK_IN_CJK = re.compile(rf"(?<={_CJK})[ \t]*\n[ \t\n]*(?={_CJK})")
"""Scripts without blanks: a new line in the source is no blank in the text."""

Lead = int | str | None
"""Where text leads: a number into the document's links, or the name of a place in the article."""

_Part = tuple[str, Style, Lead]
_SEVERAL = 2


class Run:
    """Collects text in styles; `spans` hands it out and starts anew."""

    def __init__(self) -> None:
        self._parts: list[_Part] = []
        self._blank: _Part | None = None

    @property
    def ends_with_break(self) -> bool:
        """Whether nothing stands behind the last line break."""
        return bool(self._parts) and self._parts[-1][0].endswith("\n")

    @property
    def length(self) -> int:
        """How many pieces were added."""
        return len(self._parts)

    @property
    def last_letters(self) -> str:
        """The end of the text that the next one would stick to; empty behind a blank."""
        if self._blank is not None or not self._parts or self.ends_with_break:
            return ""
        return self._parts[-1][0][-1:]

    def add(self, text: SafeText, style: Style, link: Lead) -> None:
        """Add running text; white space in it becomes single blanks."""
        if "\n" in text and not text.isascii():
            text = SafeText(_BREAK_IN_CJK.sub("", text))
        shown = text
        if "  " in text or "\n" in text or "\t" in text:
            shown = SafeText(_BLANKS.sub(" ", text))
        core = shown.strip(" ")
        if shown[:1] == " ":
            self._hold_blank(style, link)
        if not core:
            return
        self._write_blank(style, link)
        self._parts.append((SafeText(core), style, link))
        if shown[-1] == " ":
            self._hold_blank(style, link)

    def add_verbatim(self, text: SafeText, style: Style, link: Lead) -> None:
        """Add text in which every blank counts."""
        if text:
            self._parts.append((text, style, link))

    def add_break(self) -> None:
        """End the line here."""
        self._blank = None
        self._parts.append(("\n", Style.PLAIN, None))

    def drop_blank(self) -> None:
        """Take back the blank that the text ends with."""
        self._blank = None

    def drop_blank_line(self) -> None:
        """Take back the fixed blanks of a line that has nothing else."""
        start = len(self._parts)
        while start and _is_blank(self._parts[start - 1][0]):
            start -= 1
        if start == 0 or self._parts[start - 1][0].endswith("\n"):
            del self._parts[start:]

    def spans(self) -> Spans:
        """The paragraph; empty when there was nothing but white space.

        Where it has several lines, the first one keeps its fixed blanks, as the others do.
        """
        if len(self._parts) < _SEVERAL:
            return _only(self._taken())
        parts = _trimmed(self._taken(), _without_first_lines)
        if any(part[0] == "\n" for part in parts):
            return _merged(parts)
        return _merged(_trimmed(parts, str.lstrip))

    def verbatim_spans(self) -> Spans:
        """The lines as they came, without empty ones at either end."""
        return _merged(_trimmed(self._taken(), _without_first_lines))

    def _taken(self) -> list[_Part]:
        parts, self._parts, self._blank = self._parts, [], None
        return parts

    def _hold_blank(self, style: Style, link: Lead) -> None:
        if self._blank is None and self._parts and not self.ends_with_break:
            self._blank = (" ", style, link)

    def _write_blank(self, style: Style, link: Lead) -> None:
        if self._blank is None:
            return
        _, before, link_before = self._blank
        shared = style if style is before else style & before
        before_link = self._parts[-1][2]
        self._parts.append((" ", shared, link if link == link_before == before_link else None))
        self._blank = None


def _only(parts: list[_Part]) -> Spans:
    """What most paragraphs and cells are: one part, or none."""
    return tuple(
        _span(SafeText(text.strip()), style, lead) for text, style, lead in parts if text.strip()
    )


def _trimmed(parts: list[_Part], strip: Callable[[str], str]) -> list[_Part]:
    """The parts without white space at the end, and without what `strip` takes off the start."""
    start, end = 0, len(parts)
    while start < end and not strip(parts[start][0]):
        start += 1
    while start < end and not parts[end - 1][0].rstrip():
        end -= 1
    kept = parts[start:end]
    if kept:
        text, style, lead = kept[-1]
        kept[-1] = (SafeText(text.rstrip()), style, lead)
        text, style, lead = kept[0]
        kept[0] = (SafeText(strip(text)), style, lead)
    return kept


def _is_blank(text: str) -> bool:
    return text.isspace() and "\n" not in text


def _without_first_lines(text: str) -> str:
    blanks = len(text) - len(text.lstrip())
    return text[text.rfind("\n", 0, blanks) + 1 :]


def _merged(parts: list[_Part]) -> Spans:
    """The parts, with those of one style and one link in one."""
    spans: list[Span] = []
    together = ""
    for part, following in zip_longest(parts, parts[1:], fillvalue=None):
        if part is None:
            break
        text, style, lead = part
        together += text
        if following is None or following[1] is not style or following[2] != lead:
            spans.append(_span(SafeText(together), style, lead))
            together = ""
    return tuple(spans)


def _span(text: SafeText, style: Style, lead: Lead) -> Span:
    if isinstance(lead, str):
        return Span(text, style, target=lead)
    return Span(text, style, lead)
