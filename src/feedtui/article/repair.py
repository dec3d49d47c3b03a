"""HTML as people's programs send it becomes HTML that a parser reads as it was meant.

One pass over all tags, by the tokenizer's own grammar (WHATWG HTML, 13.2.5), so that every `<` in
the result belongs to a tag which was seen here, and every end tag to a start tag.

That is also what bounds the parser's work: its time grows with the square of the nesting (200,000
open `div`s took it 90 seconds), and formatting elements that are left open are copied into every
later block. So tags beyond `_DEEPEST` are left out (their text stays), formatting ends with the
paragraph in which it began, and its elements get names that the parser has no rules for.
"""

import html
import re
from collections import Counter
from dataclasses import dataclass, field

from feedtui.article.tags import BLOCKS, FORMATTING, HEADINGS, VOID, names

INLINE = "x-"
"""What the names of formatting elements begin with in the result."""

TEX = "math-tex"
"""The name that a formula in a script gets, with `display` as its attribute if it has a line."""

SVG_TITLE = "svg-title"
"""The name that a `title` gets, which in a body is that of a drawing."""

_DEEPEST = 1000
_MOST_ATTRIBUTES = 100
_LONGEST_TITLE = 500

_CELLS = names("td th tr tbody thead tfoot")
_UNNESTED = _CELLS | names("li dt dd option rt rp")
"""Elements that the next one of their kind closes: they don't add up when they are left open."""

_BORDERS = names("table object marquee applet template")
"""Elements that no other element's end tag reaches out of: the parser's "scope" (13.2.4.2)."""

_END_PARAGRAPH = (
    BLOCKS | HEADINGS.keys() | names("ul ol menu dir li dt dd pre table blockquote form")
)
"""Elements that don't stand in a `p`: one that is open ends when they begin."""

_PAGE = names("html head body frameset frame base noframes noembed")

_RENAMED = {
    "listing": "pre",
    "plaintext": "pre",
    "image": "img",
    "jats:bold": "b",
    "jats:ext-link": "a",
    "jats:italic": "i",
    "jats:list": "ul",
    "jats:list-item": "li",
    "jats:p": "p",
    "jats:sec": "section",
    "jats:sub": "sub",
    "jats:sup": "sup",
    "jats:title": "h4",
}
"""Old names, and those that journals give in their abstracts."""

_ATTRIBUTE = (
    r"[^ \t\n\f\r/>][^ \t\n\f\r/>=]*+"
    r"(?:[ \t\n\f\r]*+=[ \t\n\f\r]*+"
    r"""(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^ \t\n\f\r"'>][^ \t\n\f\r>]*+)?+)?+"""
)
_ATTRIBUTES = rf"(?:[ \t\n\f\r/]++|{_ATTRIBUTE})*+"
_TOKEN = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    r"|<[!?][^>]*+>?"
    r"|<(?P<raw>script|style|title|textarea|iframe|noembed|noframes|xmp)(?=[ \t\n\f\r/>])"
    rf"(?P<how>{_ATTRIBUTES})(?:(?<=/)>|>(?P<content>.*?)(?:</(?P=raw)[ \t\n\f\r/]*+>|\Z)|\Z)"
    rf"|<(?P<close>/?)(?P<name>[a-z][^ \t\n\f\r/>]*+)(?P<attributes>{_ATTRIBUTES})(?P<end>>|\Z)"
    r"|<",
    re.IGNORECASE | re.DOTALL,
)
_ONE_ATTRIBUTE = re.compile(_ATTRIBUTE)

_IN_A_QUOTE_OR_ALONE = re.compile(r"""(?:\A|["'\s]|=[^\s"'/.]*)/\Z""")
_LONE = "lone-"
"""What the names of `_SWALLOWING` elements begin with when nothing ends them."""

_SWALLOWING = re.compile(
    r"<(iframe|title|textarea|noembed|noframes|xmp)(?=[ \t\n\f\r/>])", re.IGNORECASE
)
"""Elements whose content is text up to their end tag; without one, the rest of the article."""

_COMMENT = re.compile(r"<!--[^<>]*+>?")
_SCRIPTED = re.compile(
    r"""src\s*=\s*["']?((?:https?:)?//(?:gist\.github\.com|asciinema\.org/a)/[^"'\s>]{1,300}\.js)""",
    re.IGNORECASE,
)
_BANDCAMP = re.compile(r"bandcamp\.com/EmbeddedPlayer", re.IGNORECASE)
_INNER_LINK = re.compile(
    r"""href\s*=\s*["']([^"']{1,500})["'][^>]{0,200}>([^<]{0,300})""", re.IGNORECASE
)

_MATH_SCRIPT = re.compile(r"""type\s*=\s*["']?math/tex""", re.IGNORECASE)
_DISPLAY = re.compile(r"mode\s*=\s*display", re.IGNORECASE)


def repair(text: str) -> str:
    """The same text in tags that are closed, not too deep and unambiguous to the parser."""
    return _TOKEN.sub(_Repair().token, _without_lone(_without_open_comment(text)))


def _without_open_comment(text: str) -> str:
    """A comment that nothing ends is over at the next bracket, or it would hide the rest."""
    last = text.rfind("-->") + 1
    if text.find("<!--", last) < 0:
        return text
    return text[:last] + _COMMENT.sub("", text[last:])


def _without_lone(text: str) -> str:
    """Elements that nothing ends get names by which they swallow nothing."""
    for name in {match[1].lower() for match in _SWALLOWING.finditer(text)}:
        last = max((match.end() for match in _end_of(name).finditer(text)), default=0)
        text = text[:last] + _start_of(name).sub(f"<{_LONE}{name}", text[last:])
    return text


def _start_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"<{name}(?=[ \t\n\f\r/>])", re.IGNORECASE)


def _end_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}[ \t\n\f\r/]*+>", re.IGNORECASE)


@dataclass(slots=True)
class _Scope:
    """What is open within one of `_BORDERS`, from the outside in, and how often."""

    name: str
    open: list[str] = field(default_factory=list)
    count: Counter[str] = field(default_factory=Counter)


class _Repair:
    """Goes from tag to tag and knows what is open, as the parser will."""

    def __init__(self) -> None:
        self._scopes = [_Scope("")]
        self._borders: Counter[str] = Counter()
        self._depth = 0

    def token(self, match: re.Match[str]) -> str:
        if match["name"] is not None:
            return self._tag(match)
        if match["raw"] is not None:
            return _raw(match["raw"].lower(), match["how"], match["content"] or "")
        return "&lt;" if match[0] == "<" else ""

    def _tag(self, match: re.Match[str]) -> str:
        name = match["name"].lower()
        attributes = match["attributes"]
        if not match["end"] or name in _PAGE:
            return ""
        if name.startswith(_LONE):
            return _raw(name.removeprefix(_LONE), attributes, "")
        if "@" in name or attributes.startswith("//"):
            return html.escape(match[0])
        name = _RENAMED.get(name, name)
        if match["close"]:
            return self._closing(name)
        return self._opening(name, _plain_attributes(attributes))

    def _opening(self, name: str, attributes: str) -> str:
        if name in VOID:
            return f"<{name}{attributes}>"
        called = _called(name)
        if attributes.endswith("/") and _IN_A_QUOTE_OR_ALONE.search(attributes):
            return f"<{called}{attributes[:-1]}></{called}>"
        ends = self._ends_before(name)
        if name in _UNNESTED or self._push(name):
            return f"{ends}<{called}{attributes}>"
        return ends + _apart(name)

    def _closing(self, name: str) -> str:
        if name in VOID:
            return ""
        if name in _UNNESTED:
            return f"{self._ends_before(name) if name in _CELLS else ''}</{name}>"
        if name in _BORDERS:
            return self._close_scope(name)
        return self._pop_to(name) if self._scopes[-1].count.get(name) else ""

    def _ends_before(self, name: str) -> str:
        """The end tags of what ends when an element of that name begins."""
        scope = self._scopes[-1]
        if name in _CELLS and scope.name == "table":
            return self._pop_all()
        if name in _END_PARAGRAPH and scope.count.get("p"):
            return self._pop_to("p")
        return ""

    def _push(self, name: str) -> bool:
        """Note that the element is open; False when it is too deep to be kept."""
        self._depth += 1
        if name in _BORDERS:
            self._borders[name] += 1
            self._scopes.append(_Scope(name))
        else:
            self._scopes[-1].open.append(name)
            self._scopes[-1].count[name] += 1
        return self._depth <= _DEEPEST

    def _pop_to(self, name: str) -> str:
        count = self._scopes[-1].count
        before = count[name]
        ends = ""
        while count[name] == before:
            ends += self._pop()
        return ends

    def _pop_all(self) -> str:
        return "".join(self._pop() for _ in range(len(self._scopes[-1].open)))

    def _pop(self) -> str:
        scope = self._scopes[-1]
        name = scope.open.pop()
        scope.count[name] -= 1
        return self._end(name)

    def _close_scope(self, name: str) -> str:
        before = self._borders[name]
        ends = ""
        while before and self._borders[name] == before:
            ends += self._pop_all()
            last = self._scopes.pop().name
            self._borders[last] -= 1
            ends += self._end(last)
        return ends

    def _end(self, name: str) -> str:
        self._depth -= 1
        return f"</{_called(name)}>" if self._depth < _DEEPEST else _apart(name)


def _apart(name: str) -> str:
    """What parts the text of an element that is too deep from its neighbours."""
    return "<p></p>" if name in _END_PARAGRAPH else ""


def _called(name: str) -> str:
    return INLINE + name if name in FORMATTING else name


def _raw(name: str, attributes: str, content: str) -> str:
    if name == "iframe":
        inside = _page_inside(attributes, content)
        return f"<iframe{_plain_attributes(attributes.rstrip('/'))}{inside}></iframe>"
    if name == "script" and _MATH_SCRIPT.search(attributes):
        display = " display" if _DISPLAY.search(attributes) else ""
        return f"<{TEX}{display}>{html.escape(content)}</{TEX}>"
    scripted = _SCRIPTED.search(attributes) if name == "script" else None
    if scripted is not None:
        return f'<iframe src="{html.escape(scripted[1])}"></iframe>'
    if name == "xmp" and content:
        return f"<pre>{html.escape(content)}</pre>"
    if name == "title" and content:
        return f"<{SVG_TITLE}>{html.escape(html.unescape(content[:_LONGEST_TITLE]))}</{SVG_TITLE}>"
    return ""


def _page_inside(attributes: str, content: str) -> str:
    """Bandcamp's player says only in the text for those who can't see it what it plays."""
    link = _INNER_LINK.search(content) if _BANDCAMP.search(attributes) else None
    if link is None:
        return ""
    page, title = (html.escape(html.unescape(part)) for part in link.groups())
    return f' data-page="{page}" data-title="{title}"'


def _plain_attributes(attributes: str) -> str:
    """No more than the parser takes in good time, and no angle brackets within."""
    if len(attributes) > _MOST_ATTRIBUTES * 2:
        found = _ONE_ATTRIBUTE.findall(attributes)
        if len(found) > _MOST_ATTRIBUTES:
            attributes = " " + " ".join(found[:_MOST_ATTRIBUTES])
    if "<" in attributes or ">" in attributes:
        return attributes.replace("<", "&lt;").replace(">", "&gt;")
    return attributes
