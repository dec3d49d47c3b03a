"""The text of a document becomes XML that a parser takes, however it came.

Most documents are XML, and a quick look says so. The others have characters that are not allowed,
prefixes that nobody declared, tags that don't fit, or more of something than can be read.
"""

from dataclasses import replace
from xml.parsers.expat import ExpatError, ParserCreate

from feedtui.feeds.characters import allowed
from feedtui.feeds.excess import Trimmed, is_excessive, trimmed
from feedtui.feeds.prolog import document_of
from feedtui.feeds.repair import repaired


def well_formed(text: str) -> Trimmed:
    """A well-formed document of the feed in a text, from its root on; empty if there is none."""
    document = document_of(text)
    if not document.root:
        return Trimmed("")
    part = trimmed(document.text)
    if _is_in_order(part.text):
        return part
    xml = allowed(part.text, document.entities)
    return replace(part, text=xml if _is_in_order(xml) else repaired(xml))


def _is_in_order(xml: str) -> bool:
    return is_well_formed(xml) and not _has_open_section(xml) and not is_excessive(xml)


def _has_open_section(xml: str) -> bool:
    """Whether a CDATA section may have swallowed the beginning of another, and entries between."""
    return xml.count("<![CDATA[") != xml.count("]]>")


def is_well_formed(xml: str) -> bool:
    """Whether a text is XML with namespaces (https://www.w3.org/TR/xml-names/)."""
    try:
        # In one piece: of a file it takes 2 KB at a time, and looks at a long tag again each time.
        ParserCreate(namespace_separator=" ").Parse(xml.encode("utf-8", "replace"), True)  # noqa: FBT003
    except ExpatError:
        return False
    return True
