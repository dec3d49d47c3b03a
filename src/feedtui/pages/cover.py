"""How an article gets through a library that was written for newspapers.

Readability judges by names and lengths: what is called a footnote, is short, or is a link in a
heading is thrown away, and so is every script, also one that holds a formula. So what belongs to
an article whatever it is called goes through it under cover. Its `class` and `id` wait in other
attributes, and its tag gets a prefix, until it is `restored`.
"""

import re
from collections.abc import Iterator
from copy import deepcopy

from lxml.html import Element, HtmlElement

from feedtui.pages.trees import FORMULAS, drop, fragment

_KEPT = "kept-"
_HIDDEN_ID = "data-kept-id"
_HIDDEN = (("class", "data-kept-class"), ("id", _HIDDEN_ID))

_NEVER_READ = (
    "//script[not(starts-with(@type, 'math/'))] | //style | //template | //nav | //base | //link"
    " | //*[@role='navigation' or @role='dialog' or @role='search' or @role='alertdialog']"
    " | //*[contains(@class, 'mw-editsection')]"
    " | //img[@width='0' or @width='1' or @height='0' or @height='1']"
)
_ARTICLES_OWN = (
    "//h1 | //h2 | //h3 | //h4 | //h5 | //h6 | //pre | //code | //blockquote | //figure | //sup"
    " | //math | //mjx-container | //table[.//th or .//caption]"
    " | //*[contains(@class, 'katex') or contains(@class, 'MathJax')"
    " or contains(@class, 'mwe-math')"
    " or contains(@class, 'footnote') or contains(@class, 'endnote') or contains(@id, 'footnote')"
    " or contains(@role, 'doc-endnote') or contains(@role, 'doc-footnote')"
    " or starts-with(@id, 'fn') or starts-with(@id, 'cite_')]"
)
_INLINED = "//img[starts-with(@src, 'data:') and string-length(@src) > 1000]"
_MEDIA = "//video | //audio | //iframe | //noscript[.//img]"
_PLAYERS = re.compile(
    r"(?:https?:)?//(?:[\w-]{1,60}\.){0,3}(?:youtube|youtube-nocookie|vimeo|dailymotion|soundcloud"
    r"|spotify|bandcamp|archive)\.(?:com|org)/"
)
_WEIGHED = frozenset({"table", "ul", "div", "aside", "header", "footer", "section"})
"""Elements that readability throws away when they are short, full of links or badly named."""

_DEEPEST_WRAPPING = 4
_ENOUGH_PROSE = 80
"""Characters of a paragraph that make the heading above it one of the text's own."""

_REFERENCE = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3})[\])]?", re.IGNORECASE)
_MOST_NOTES = 300
_LONGEST_NOTE = 5000


def covered(page: HtmlElement) -> HtmlElement:
    """A copy of the page without what is never read, with what an article needs under cover."""
    tree = deepcopy(page)
    for element in tree.xpath(FORMULAS):
        element.tag = f"{_KEPT}script"
    for element in tree.xpath(_NEVER_READ):
        drop(element)
    for element in tree.xpath(_INLINED):
        element.attrib.pop("src")
    _show_formulas(tree)
    _keep_headings(tree)
    for element in tree.xpath(_ARTICLES_OWN):
        _cover(_wrapping(element))
    for element in tree.xpath(_MEDIA):
        _keep_medium(element)
    return tree


def restored(html: str, page: HtmlElement) -> HtmlElement | None:
    """What was cut out of a page, with the footnotes of that page and under its own names again."""
    article = fragment(html)
    if article is None:
        return None
    _bring_notes(article, page)
    for element in article.iter():
        if isinstance(element.tag, str):
            _uncover(element)
    return article


def _cover(root: HtmlElement) -> None:
    """Give everything in an element names that mean nothing to readability."""
    for element in root.iter():
        for name, hidden in _HIDDEN:
            if name in element.attrib:
                element.set(hidden, element.attrib.pop(name))
        if element.tag in _WEIGHED:
            element.tag = _KEPT + element.tag


def _uncover(element: HtmlElement) -> None:
    element.tag = element.tag.removeprefix(_KEPT)
    for name, hidden in _HIDDEN:
        if hidden in element.attrib:
            element.set(name, element.attrib.pop(hidden))


def _show_formulas(tree: HtmlElement) -> None:
    """Formulas for those who hear a page are hidden from the eye, and readability minds that."""
    for formula in tree.xpath("//math"):
        for above in formula.xpath("ancestor::*[@style or @hidden][position() <= 3]"):
            above.attrib.pop("style", None)
            above.attrib.pop("hidden", None)


def _keep_headings(tree: HtmlElement) -> None:
    """A heading that is a link is thrown away, but many writers link theirs to themselves."""
    for link in tree.xpath("//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5]//a"):
        if link.get("href", "#").startswith("#"):
            link.drop_tag()
        elif _heads_prose(link):
            link.tag = f"{_KEPT}a"


def _heads_prose(link: HtmlElement) -> bool:
    heading = next(link.iterancestors("h1", "h2", "h3", "h4", "h5"))
    following = heading.getnext()
    if following is None or following.tag not in {"p", "pre", "blockquote"}:
        return False
    return len(following.text_content()) >= _ENOUGH_PROSE


def _keep_medium(element: HtmlElement) -> None:
    """Keep a medium; frames of other hosts than players are advertisements."""
    if element.tag == "iframe" and not _PLAYERS.match(element.get("src", "")):
        return
    if element.tag in {"iframe", "noscript"}:
        element.tag = _KEPT + element.tag
    _cover(_wrapping(element))


def _wrapping(element: HtmlElement) -> HtmlElement:
    """What was put around an element and around nothing else."""
    for _ in range(_DEEPEST_WRAPPING):
        around = element.getparent()
        if around is None or around.tag not in {"div", "section"} or len(around) > 1:
            break
        if (around.text or "").strip() or (element.tail or "").strip():
            break
        element = around
    return element


def _bring_notes(article: HtmlElement, page: HtmlElement) -> None:
    """Add the footnotes that the text refers to and that were left behind on the page."""
    here, there = _places(article), _places(page)
    wanted = [name for name in _references(article) if name not in here and name in there]
    said = article.text_content() if wanted else ""
    section = Element("section", {"class": "footnotes"})
    for note in dict.fromkeys(_note(there[name]) for name in wanted[:_MOST_NOTES]):
        text = note.text_content().strip()
        if len(text) <= _LONGEST_NOTE and text not in said:
            _append_note(section, deepcopy(note))
    if len(section):
        article.append(section)


def _append_note(section: HtmlElement, note: HtmlElement) -> None:
    note.tail = None
    if note.tag != "li":
        section.append(note)
        return
    if len(section) == 0 or section[-1].tag != "ol":
        section.append(Element("ol"))
    section[-1].append(note)


def _places(tree: HtmlElement) -> dict[str, HtmlElement]:
    """Every element that has a name, by that name, whether it is covered or not."""
    found = tree.xpath(f"//*[@id or @{_HIDDEN_ID}]")
    return {element.get("id") or element.get(_HIDDEN_ID): element for element in found}


def _references(article: HtmlElement) -> Iterator[str]:
    for link in article.iter("a"):
        target = link.get("href", "")
        if target.startswith("#") and _REFERENCE.fullmatch(link.text_content().strip()):
            yield target[1:]


def _note(place: HtmlElement) -> HtmlElement:
    """The block that a place is in: a note's name may stand at its first word only."""
    blocks = place.xpath("ancestor-or-self::*[self::li or self::p or self::div or self::dd][1]")
    return blocks[0] if blocks else place
