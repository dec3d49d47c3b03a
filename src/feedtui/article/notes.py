"""Footnotes and places within an article: who points where, found before the tree is walked.

The search itself is in `footnotes`; this is its door.
"""

from selectolax.lexbor import LexborNode

from feedtui.article.footnotes.assembly import assembled
from feedtui.article.footnotes.found import Footnote, Notes
from feedtui.article.footnotes.places import place_of

__all__ = ["Footnote", "Notes", "find_notes", "place_of"]

_WANTED = (
    "a[href*='#'],x-a[href*='#'],[onclick*='footnote'],[class*='note'],[class*='mfn']"
    ",d-footnote,dt-fn"
)
"""What an article has that has notes, or places to jump to."""


def find_notes(body: LexborNode, base: str) -> Notes:
    """The footnotes below `body`, an article whose own address is `base`."""
    if body.css_first(_WANTED) is None:
        return Notes()
    return assembled(body, base)
