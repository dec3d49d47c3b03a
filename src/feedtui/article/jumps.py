"""Between a reference and its note: what a screen shows at a peek, and where a jump leads.

The tree knows names only: a span's `target` is the name of a `Note`, or of any other place. Names
of notes are unique, so that all that refers to a note is found by its name.
"""

from feedtui.article.document import Document, Note
from feedtui.article.walking import every_block, spans_of


def note_at(document: Document, target: str) -> Note | None:
    """The note that a span's `target` names, wherever it stands; None for any other place."""
    if not target:
        return None
    return next(
        (
            block
            for top in document.blocks
            for block in every_block(top)
            if isinstance(block, Note) and block.name == target
        ),
        None,
    )


def references_to(document: Document, target: str) -> tuple[int, ...]:
    """The numbers of the document's blocks in which something leads to `target`, in order."""
    return tuple(
        number
        for number, top in enumerate(document.blocks)
        if any(
            span.target == target and target != ""
            for block in every_block(top)
            for span in spans_of(block)
        )
    )
