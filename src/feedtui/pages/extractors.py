"""The door of the two libraries that find the article on a page.

Neither is loaded before it is needed; both are an extra. What they raise on trees that they didn't
expect, and they expect newspapers, means that they found nothing. What they log and warn of is for
their own makers.
"""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from lxml.etree import LxmlError
from lxml.html import HtmlElement

_TROUBLE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    LxmlError,
    RecursionError,
    TypeError,
    ValueError,
)


def by_readability(tree: HtmlElement) -> str:
    """What readability takes for the article, as HTML; empty when it finds none."""
    with _in_silence():
        from readability import Document

        try:
            html: str = Document(tree).summary(html_partial=True)
        except _TROUBLE:
            return ""
    return html


def by_trafilatura(tree: HtmlElement) -> str:
    """What trafilatura takes for the article, as HTML; empty when it finds none."""
    with _in_silence():
        from trafilatura import extract

        try:
            html = extract(
                tree,
                output_format="html",
                include_comments=False,
                include_images=True,
                include_formatting=True,
                include_links=True,
            )
        except _TROUBLE:
            return ""
    return html or ""


@contextmanager
def _in_silence() -> Iterator[None]:
    before = logging.root.manager.disable
    logging.disable()
    try:
        with warnings.catch_warnings(action="ignore"):
            yield
    finally:
        logging.disable(before)
