"""From a page to the article in it, or to a sentence that says why there is none.

Readability is asked first. Its answer is poor when it is shorter than what the feed said, leaves
most of the page's prose behind, or is mostly links; then trafilatura is asked as well, and taken
where it found half as much again.
"""

from dataclasses import dataclass

from lxml.html import HtmlElement

from feedtui.clean import SafeText
from feedtui.pages import trees
from feedtui.pages.cover import covered, restored
from feedtui.pages.decoding import decoded
from feedtui.pages.extractors import by_readability, by_trafilatura
from feedtui.pages.walls import SCRIPT, wall, wall_at
from feedtui.pages.words import count_words, plain

LONGEST = 1_000_000
"""Characters of an article that are kept."""

_LEAST = 20
"""Words below which there is no article."""

_SHARE_OF_PROSE = 0.4
"""How much of the prose of a page an article has at least; the rest may be comments."""

_LEAST_UNLINKED = 0.5
_FAR_MORE = 1.5
_EMPTY_SHELL = 50
"""Words below which a page that brings programs along is nothing but their shell."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it came, and what is known of the entry that links to it.

    `address` is where it came from in the end. `words` is how long the feed's own text is.
    """

    body: bytes
    address: str
    content_type: str = ""
    title: str = ""
    words: int = 0


@dataclass(frozen=True, slots=True)
class Extracted:
    """The article of a page: hostile HTML, what its links start from, and who found it."""

    html: str
    base: str
    by: str
    words: int


@dataclass(frozen=True, slots=True)
class NotExtracted:
    """Why a page has no article, in a sentence."""

    reason: SafeText


@dataclass(frozen=True, slots=True)
class _Found:
    """What an extractor took for the article. `unlinked` is how many words are no link's."""

    html: str
    by: str
    words: int
    unlinked: int


def extract(page: Page) -> Extracted | NotExtracted:
    """The article of a page. Time and memory are bounded by the process that calls it only."""
    if at_wall := wall_at(page.address):
        return NotExtracted(at_wall)
    tree = trees.parsed(decoded(page.body, page.content_type))
    if tree is None:
        return NotExtracted(SafeText("the page is empty"))
    found = _best(tree, page)
    reason = _reason_against(found, tree)
    if found is None or reason:
        return NotExtracted(reason)
    if len(found.html) > LONGEST:
        return NotExtracted(SafeText("its text is longer than an article may be"))
    return Extracted(found.html, trees.base_of(tree, page.address), found.by, found.words)


def _best(tree: HtmlElement, page: Page) -> _Found | None:
    first = _by_readability(tree, page.title)
    if first is not None and not _is_poor(first, tree, page.words):
        return first
    second = _by_trafilatura(tree, page.title)
    if first is None or second is None:
        return first or second
    return second if second.unlinked > _FAR_MORE * first.unlinked else first


def _by_readability(tree: HtmlElement, title: str) -> _Found | None:
    page = covered(tree)
    html = by_readability(page)
    return _found(restored(html, page) if html else None, tree, "readability", title)


def _by_trafilatura(tree: HtmlElement, title: str) -> _Found | None:
    html = by_trafilatura(trees.plainer(tree))
    return _found(restored(html, tree) if html else None, tree, "trafilatura", title)


def _found(article: HtmlElement | None, page: HtmlElement, by: str, title: str) -> _Found | None:
    if article is None:
        return None
    trees.without_title(article, title)
    # An extractor may take links for text; no more of that can be no link's than on the page.
    unlinked = min(trees.unlinked_words(article), trees.unlinked_words(page.find("body")))
    html = trees.html_of(article)
    return _Found(html, by, count_words(html), unlinked)


def _is_poor(found: _Found, tree: HtmlElement, words: int) -> bool:
    least = max(_LEAST, words, round(trees.prose_words(tree) * _SHARE_OF_PROSE))
    return found.words < least or _is_linked(found)


def _is_linked(found: _Found) -> bool:
    return found.unlinked < found.words * _LEAST_UNLINKED


def _is_scrap(found: _Found, tree: HtmlElement) -> bool:
    """Whether it is a few words that stand in no paragraph: a footer, the names of buttons."""
    return found.words < _EMPTY_SHELL and trees.prose_words(tree) * 2 < found.words


def _reason_against(found: _Found | None, tree: HtmlElement) -> SafeText:
    """Why nothing of the page should be kept; empty when there is an article."""
    if found is not None and found.words >= _LEAST and not _is_scrap(found, tree):
        if _is_linked(found):
            return SafeText("the page is mostly links")
        return wall(plain(found.html))
    said = trees.text_of(tree)
    if reason := wall(said):
        return reason
    if len(said.split()) < _EMPTY_SHELL and tree.find(".//script") is not None:
        return SCRIPT
    return SafeText("no article was found on the page")
