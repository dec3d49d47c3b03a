"""What we need of the toolkit beyond its public face, and the filter at its edge, in one file."""

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


class Scrub(LineFilter):
    """Deletes control characters from every line that is painted.

    The second layer: text is cleaned when it comes in; this catches what a mistake let through.
    They are no cells wide, so the layout stays as it is.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - the toolkit's signature
        """The segments without control characters."""
        if not any(_CONTROL.search(segment.text) for segment in segments):
            return segments
        return [
            Segment(_CONTROL.sub("", text), style, control) for text, style, control in segments
        ]
