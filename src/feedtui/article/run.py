"""The text of one paragraph while it is read: white space collapses across the borders of spans.

A blank counts once, however many elements it is spread over, and belongs to the style that both of
its neighbours have: a link never begins or ends with one. At both ends blanks and breaks vanish.
"""

import re
from collections.abc import Callable
from itertools import groupby

from feedtui.article.document import Span, Spans, Style
from feedtui.clean import SafeText

_BLANKS = re.compile(r"[ \t\n\r\f]+")
_CJK = "[\u2e80-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]"
_BREAK_IN_CJK = re.compile(rf"(?<={_CJK})[ \t]*\n[ \t\n]*(?={_CJK})")
"""Scripts without blanks: a new line in the source is no blank in the text."""

Lead = int | str | None
"""Where text leads: a number into the document's links, or the name of a place in the article."""

_Part = tuple[str, Style, Lead]


class Run:
    """Collects text in styles; `spans` hands it out and starts anew."""

    def __init__(self) -> None:
        self._parts: list[_Part] = []
        self._blank: _Part | None = None

    @property
    def ends_with_break(self) -> bool:
        """Whether nothing stands behind the last line break."""
        return bool(self._parts) and self._parts[-1][0].endswith("\n")

    def add(self, text: SafeText, style: Style, link: Lead) -> None:
        """Add running text; white space in it becomes single blanks."""
        if "\n" in text and not text.isascii():
            text = SafeText(_BREAK_IN_CJK.sub("", text))
        shown = _BLANKS.sub(" ", text)
        core = shown.strip(" ")
        if shown[:1] == " ":
            self._hold_blank(style, link)
        if not core:
            return
        self._write_blank(style, link)
        self._parts.append((core, style, link))
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

    def spans(self) -> Spans:
        """The paragraph; empty when there was nothing but white space."""
        return _merged(_trimmed_end(_trimmed(self._taken(), str.lstrip)))

    def verbatim_spans(self) -> Spans:
        """The lines as they came, without empty ones at either end."""
        return _merged(_trimmed_end(_trimmed(self._taken(), _without_first_lines)))

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


def _trimmed(parts: list[_Part], strip: Callable[[str], str]) -> list[_Part]:
    """The parts from the first one on of which `strip` leaves something, that one stripped."""
    for place, (text, style, link) in enumerate(parts):
        left = strip(text)
        if left:
            return [(left, style, link), *parts[place + 1 :]]
    return []


def _trimmed_end(parts: list[_Part]) -> list[_Part]:
    return _trimmed(parts[::-1], str.rstrip)[::-1]


def _without_first_lines(text: str) -> str:
    blanks = len(text) - len(text.lstrip())
    return text[text.rfind("\n", 0, blanks) + 1 :]


def _merged(parts: list[_Part]) -> Spans:
    together = groupby(parts, key=lambda part: (part[1], part[2]))
    return tuple(
        _span(SafeText("".join(text for text, _, _ in group)), style, link)
        for (style, link), group in together
    )


def _span(text: SafeText, style: Style, lead: Lead) -> Span:
    if isinstance(lead, str):
        return Span(text, style, target=lead)
    return Span(text, style, lead)
