"""Notes whose names a platform has taken away: links to `#fn1`, and nothing of that name.

They are found by their number, in the last list that follows the references and looks like notes:
by its class, by ways back in it, or by the heading or the rule before it. Or in paragraphs that
begin with `[1]`. Without either, references stay the text that they are.
"""

import re
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import count, islice

from selectolax.lexbor import LexborNode

from feedtui.article.element import TEXT, element
from feedtui.article.footnotes.labels import is_arrow, label_of
from feedtui.article.footnotes.search import Link
from feedtui.article.footnotes.shapes import is_about_notes, text_at
from feedtui.article.footnotes.tree import Tree, texts_in

_NOTES = re.compile(
    r"(?:foot|end|side)?notes?|references?|sources?|fu(?:ß|ss)noten?|anmerkungen|endnoten"
    r"|einzelnachweise|quellen|notes de (?:bas de page|fin)|références|notas(?: al pie| de rodapé)?"
    r"|referencias|note(?: a piè di pagina)?|voetnoten|noten|fotnoter|fodnoter|noter|przypisy"
    r"|poznámky|сноски|примечания|脚注|脚註|注釈?|註|参考文献|각주",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"\s*[\[(]\s*\^?(\d{1,4}|[*†‡§]{1,3})\s*[\])]")
_MOST_LISTS = 20
_MOST_LINKS = 10
_MOST_STEPS = 6


def with_unnamed(links: list[Link], body: LexborNode, tree: Tree) -> list[Link]:
    """The links, where those to names that are gone lead to the notes that they mean."""
    lost = [link for link in links if link.target is None and label_of(link.text) is not None]
    if not lost:
        return links
    labels = {label_of(link.text) or "" for link in lost}
    first = tree.place(lost[0].node)
    notes = _in_paragraphs(body, tree, first) | _in_list(body, tree, first, labels)
    return [
        link if link.target is not None else replace(link, target=notes.get(_label(link)))
        for link in links
    ]


def _label(link: Link) -> str:
    return label_of(link.text) or ""


def _in_list(
    body: LexborNode, tree: Tree, first: int, labels: AbstractSet[str]
) -> dict[str, LexborNode]:
    """The items of the last list of notes, by their numbers."""
    for found in islice(reversed(body.css("ol")), _MOST_LISTS):
        if tree.place(found) < first:
            break
        items = _numbered(found)
        if items.keys() >= {label for label in labels if label.isdecimal()} and _is_notes(found):
            return items
    return {}


def _numbered(found: LexborNode) -> dict[str, LexborNode]:
    start = element(found).number("start")
    items = (below for below in found.iter() if below.tag == "li")
    numbers = count(1 if start is None else start)
    return {str(number): item for number, item in zip(numbers, items, strict=False)}


def _is_notes(found: LexborNode) -> bool:
    above = found.parent
    if is_about_notes(found) or (above is not None and is_about_notes(above)):
        return True
    links = islice(found.css("a,x-a"), _MOST_LINKS)
    if any(is_arrow(text_at(link)) for link in links):
        return True
    return _is_title(_element_before(found) or _element_before(above))


def _element_before(node: LexborNode | None) -> LexborNode | None:
    """The element before, when nothing is written between."""
    before = None if node is None else node.prev
    while before is not None and before.tag == TEXT and not text_at(before):
        before = before.prev
    return None if before is None or before.tag == TEXT else before


def _is_title(node: LexborNode | None) -> bool:
    if node is None:
        return False
    return node.tag == "hr" or _NOTES.fullmatch(text_at(node).rstrip(": ")) is not None


def _in_paragraphs(body: LexborNode, tree: Tree, first: int) -> dict[str, LexborNode]:
    """Paragraphs that begin with a label, by that."""
    found: dict[str, LexborNode] = {}
    for node in body.css("p,div"):
        if tree.place(node) > first:
            label = _label_of_paragraph(node)
            if label and node.parent is not None:
                found.setdefault(label, node)
    return found


def _label_of_paragraph(node: LexborNode) -> str:
    for text in texts_in(node, _MOST_STEPS):
        shown = (text.text_content or "").strip()
        if not shown:
            continue
        above = text.parent
        if above is not None and above.tag == "sup":
            return label_of(shown) or ""
        match = _LABELLED.match(shown)
        return "" if match is None else match[1]
    return ""
