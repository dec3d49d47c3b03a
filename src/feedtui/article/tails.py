"""What programs put below an article, and no writer: recognised by its whole text and its target.

Only the last paragraphs are looked at. A sentence that merely mentions comments stays, and so does
an invitation that leads anywhere but back to the article: to a feed's readers who get a summary
only, "Read more" is the article.
"""

import re
from collections.abc import Sequence
from urllib.parse import urldefrag

from feedtui.article.document import Block, Paragraph
from feedtui.article.walking import links_of, spans_of

_INVITATION = re.compile(
    r"(?:discuss|comments?|leave a comment|join the discussion|continue reading|read more"
    r"|read the (?:full|whole|rest of the) (?:article|post|story))\W{0,5}",
    re.IGNORECASE,
)
_APPEARED = re.compile(
    r"the (?:post|article|entry) .{1,500} (?:first )?appeared first on .{1,200}", re.IGNORECASE
)
_COMMENTS = re.compile(r"(?:comment|respond|disqus)", re.IGNORECASE)


def without_tail(blocks: tuple[Block, ...], links: Sequence[str], home: str) -> tuple[Block, ...]:
    """The blocks without what a program appended; something always stays.

    `links` are the article's addresses, `home` is its own.
    """
    last = len(blocks)
    while last > 1 and _is_tail(blocks[last - 1], links, home):
        last -= 1
    return blocks[:last]


def used_links(blocks: Sequence[Block], links: tuple[str, ...]) -> int:
    """How many of the links, which are numbered in reading order, the blocks still need."""
    if not links:
        return 0
    return max((number for block in blocks for number in links_of(block)), default=0)


def _is_tail(block: Block, links: Sequence[str], home: str) -> bool:
    if not isinstance(block, Paragraph):
        return False
    text = "".join(span.text for span in spans_of(block)).strip()
    targets = [links[number - 1] for number in links_of(block)]
    if _APPEARED.fullmatch(text):
        return bool(targets)
    if not targets or not _INVITATION.fullmatch(text):
        return False
    return all(_leads_home(target, home) for target in targets)


def _leads_home(target: str, home: str) -> bool:
    page, fragment = urldefrag(target)
    return page == urldefrag(home).url or _COMMENTS.match(fragment) is not None
