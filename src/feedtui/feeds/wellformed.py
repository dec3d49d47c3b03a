"""The text of a document becomes XML that a parser takes, however it came.

Most documents are XML, and a quick look says so. The others have characters that are not allowed,
prefixes that nobody declared, tags that don't fit, or more of something than can be read.
"""

from dataclasses import replace
from xml.parsers.expat import ExpatError, ParserCreate

from feedtui.feeds.bounds import BOUNDS
from feedtui.feeds.characters import affordable, allowed
from feedtui.feeds.excess import MOST_ELEMENTS, Trimmed, is_excessive, trimmed
from feedtui.feeds.prolog import document_of
from feedtui.feeds.repair import repaired


def well_formed(text: str, entries: int = BOUNDS.entries) -> Trimmed:
    """A well-formed document of the feed in a text, from its root on; empty if there is none.

    It has as many `entries` at most.
    """
    document = document_of(text)
    if not document.root:
        return Trimmed("")
    part = trimmed(document.text, entries)
    if _is_in_order(part.text):
        return part
    xml = allowed(part.text, affordable(document.entities, part.text))
    return replace(part, text=xml if _is_in_order(xml) else repaired(xml))


def _is_in_order(xml: str) -> bool:
    try:
        elements = _count_elements(xml)
    except ExpatError:
        return False
    return elements <= MOST_ELEMENTS and not _has_open_section(xml) and not is_excessive(xml)


def _has_open_section(xml: str) -> bool:
    """Whether a CDATA section may have swallowed the beginning of another, and entries between."""
    return xml.count("<![CDATA[") != xml.count("]]>")


def is_well_formed(xml: str) -> bool:
    """Whether a text is XML with namespaces (https://www.w3.org/TR/xml-names/)."""
    try:
        _count_elements(xml)
    except ExpatError:
        return False
    return True


def _count_elements(xml: str) -> int:
    """How many elements a document has. Raises ExpatError."""
    elements = 0

    def count(_name: str, _attributes: object) -> None:
        nonlocal elements
        elements += 1

    parser = ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = count
    # In one piece: of a file it takes 2 KB at a time, and looks at a long tag again each time.
    parser.Parse(xml.encode("utf-8", "replace"), True)  # noqa: FBT003 - the library's
    return elements
