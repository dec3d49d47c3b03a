"""The second layer of defence: what no mistake of ours may let through to the terminal.

Text is cleaned when it comes in (`feedtui.clean`). This filter at the app's edge deletes control
characters from every line that is painted, lists, dialogs, notifications and borders alike.
"""

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


class Scrub(LineFilter):
    """Deletes control characters, which are no cells wide, so the layout stays as it is."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - the toolkit's signature
        """The segments without control characters."""
        if not any(_CONTROL.search(segment.text) for segment in segments):
            return segments
        return [
            Segment(_CONTROL.sub("", text), style, control) for text, style, control in segments
        ]
