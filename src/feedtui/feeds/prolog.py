"""Where a document begins.

Before the first element of a feed there may be anything: blank lines, comments, a warning of the
program that writes it, a declaration of an encoding that is no longer true, a DOCTYPE that points
to a dead server or hides an entity bomb. Of all this only the entities that stand for plain text
are used.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape

_LOOKED_AT = 65_536
"""Characters in which a document has to begin."""

_MOST_ENTITIES = 1000
_LONGEST_ENTITY = 1000

_BEGINNING = re.compile(
    r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)"
    r"|<(?:[\w.-]{1,40}:)?(?P<root>rss|rdf|feed|channel)(?=[\s/>])"
    r"|<(?P<first>[A-Za-z][\w.-]{0,80})",
    re.DOTALL | re.IGNORECASE,
)
_ENTITY = re.compile(
    r"<!ENTITY\s+([\w.-]{1,80})\s+"
    rf"(?:\"([^\"<%]{{0,{_LONGEST_ENTITY}}})\"|'([^'<%]{{0,{_LONGEST_ENTITY}}})')\s*>"
)
_START_TAG = re.compile(r"<[^<>\"']*+(?:(?:\"[^\"<]*\"|'[^'<]*')[^<>\"']*+)*+>")
_DEFAULT_NAMESPACE = re.compile(r"\sxmlns\s*=\s*(?:\"[^\"]*\"|'[^']*')")


_PARTS = frozenset({"entry", "item"})
"""What a document may consist of without anything around it (RFC 4287, 2)."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document from its first element on, what that is called, and its own entities."""

    text: str
    root: str = ""
    entities: Mapping[str, str] = field(default_factory=dict)


def document_of(text: str) -> Document:
    """The feed in a text, without what stands before it; without a root if there is no feed."""
    tags = [tag for tag in _BEGINNING.finditer(text[:_LOOKED_AT]) if tag["root"] or tag["first"]]
    root = next((tag for tag in tags if tag["root"]), None)
    if tags and (tags[0]["first"] or "").lower() in _PARTS:
        return Document(f"<feed>{text[tags[0].start() :]}</feed>", "feed")
    if root is None:
        return Document(text)
    name, start = root["root"].lower(), root.start()
    return Document(_without_foreign(name, text[start:]), name, _entities(text[:start]))


def _without_foreign(root: str, text: str) -> str:
    """RSS is in no namespace. If its root declares one, nothing in it would be RSS any more."""
    tag = _START_TAG.match(text) if root == "rss" else None
    if not tag or not _DEFAULT_NAMESPACE.search(tag[0]):
        return text
    return _DEFAULT_NAMESPACE.sub("", tag[0]) + text[tag.end() :]


def _entities(prolog: str) -> Mapping[str, str]:
    """The entities of a DOCTYPE that stand for text. One that names another is left alone."""
    found = _ENTITY.findall(prolog)[:_MOST_ENTITIES]
    values = {name: unescape(double or single) for name, double, single in found}
    return {name: value for name, value in values.items() if "&" not in value}
