"""A page as a tree: read as a browser would, measured, and written again."""

import re
from copy import deepcopy
from urllib.parse import urljoin

from lxml.etree import LxmlError
from lxml.html import HtmlElement, HTMLParser, document_fromstring, fromstring, tostring

from feedtui.address import is_web_address
from feedtui.pages.words import words_of_text

FORMULAS = "//script[starts-with(@type, 'math/')]"
"""Formulas as TeX, which MathJax would show."""

_TEXT = ".//text()[not(ancestor::script or ancestor::style or ancestor::template)]"
_UNLINKED = ".//text()[not(ancestor::a or ancestor::script or ancestor::style)]"
_NOT_SAID = re.compile(r"[\W_]+")


def parsed(text: str) -> HtmlElement | None:
    """The tree of a page; None for one that is empty or can't be read at all."""
    try:
        tree = document_fromstring(text.encode("utf-8", "replace"), parser=_parser())
    except (LxmlError, ValueError):
        return None
    return tree if tree.find("body") is not None else None


def fragment(html: str) -> HtmlElement | None:
    """The tree of a piece of a page; None for one that can't be read at all."""
    try:
        return fromstring(f"<div>{html}</div>".encode("utf-8", "replace"), parser=_parser())
    except (LxmlError, ValueError):
        return None


def html_of(tree: HtmlElement) -> str:
    """The tree as HTML."""
    html: str = tostring(tree, encoding="unicode")
    return html


def base_of(page: HtmlElement, address: str) -> str:
    """What the links of a page start from: what it says itself, if it may, or its address."""
    for element in page.iter("base"):
        try:
            base = urljoin(address, element.get("href", ""))
        except ValueError:
            return address
        return base if is_web_address(base) else address
    return address


def drop(element: HtmlElement) -> None:
    """Take an element away, with all that is in it."""
    if element.getparent() is not None:
        element.drop_tree()


def plainer(page: HtmlElement) -> HtmlElement:
    """A copy of the page for an extractor that knows neither formulas nor captions.

    Formulas become the TeX that they are, between its delimiters, and captions paragraphs.
    """
    tree = deepcopy(page)
    for element in tree.xpath(FORMULAS):
        display = "display" in element.get("type", "")
        tex = (element.text or "").strip()
        element.tag, element.text = "span", rf"\[{tex}\]" if display else rf"\({tex}\)"
    for element in tree.xpath("//figcaption"):
        element.tag = "p"
    return tree


def without_title(article: HtmlElement, title: str) -> None:
    """Take away a heading at the beginning that only says the entry's title again."""
    said = _letters(title)
    first = next(article.iter("h1", "h2", "h3", "p", "pre", "li", "td"), None)
    if first is not None and first.tag[0] == "h" and said and _letters(_text(first)) == said:
        drop(first)


def text_of(page: HtmlElement) -> str:
    """All that a page says, what it says to browsers without JavaScript, too."""
    return " ".join(page.xpath(_TEXT))


def unlinked_words(tree: HtmlElement) -> int:
    """How many words are no link's."""
    return words_of_text(" ".join(tree.xpath(_UNLINKED)))


def prose_words(page: HtmlElement) -> int:
    """How many words of a page stand in paragraphs and code, in whatever part of it."""
    blocks = page.xpath("//p | //pre | //blockquote[not(.//p)]")
    return sum(words_of_text(_text(block)) for block in blocks)


def _parser() -> HTMLParser:
    return HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)


def _text(element: HtmlElement) -> str:
    text: str = element.text_content()
    return text


def _letters(text: str) -> str:
    return _NOT_SAID.sub("", text).casefold()
