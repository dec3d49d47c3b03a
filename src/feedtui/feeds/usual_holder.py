"""A feed or an entry while its dictionary is filled, by the rules of feedparser.

Of two elements that mean the same, mostly the later counts; a text inside a medium never replaces
one of the entry itself; a summary after a summary is a content. What these rules leave open, or
make hard to follow, raises `UnusualError`.
"""

import re
from contextlib import suppress

from feedtui.feeds.fields import Fields

_HTML = frozenset({"html", "text/html", "xhtml", "application/xhtml+xml"})
_SLASHES = re.compile(r"[A-Za-z][A-Za-z0-9+-.]*:///")
_QUERY = re.compile(r"&([A-Za-z0-9_]+);")
"""What looks like a reference in a query: `&b;` for `&b`."""

_MAILBOX = re.compile(
    r"(?P<email>[\w.+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,4})(?:\s+\((?P<name>[^()<>@&;]*)\))?",
    re.ASCII,
)
_WINDOWS = {
    code: bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}

_CONTROLS = re.compile("[\x80-\x9f]")

Attributes = dict[str, str]


class UnusualError(Exception):
    """The document has what is better left to feedparser."""


class Holder:
    """What is known of a feed or an entry so far. Texts come without blanks around them."""

    def __init__(self, *, is_entry: bool) -> None:
        self.fields: Fields = {}
        self.is_entry = is_entry
        self.title_depth = -1
        self.has_content = False
        self._depths: dict[str, int] = {}
        self._links: list[Attributes] = []
        self._people: list[Attributes] = []
        self._tags: list[dict[str, str | None]] = []

    def keep(self, name: str, value: str, depth: int) -> None:
        """A text, unless there is one that stands higher."""
        if not self.is_entry or depth <= self._depths.get(name, depth):
            self._depths[name] = depth
            self.fields[name] = value

    def title(self, value: str, media_type: str, depth: int, *, is_medium: bool) -> None:
        """A title; the first that says something counts, and never one of a medium after it."""
        if not -1 < self.title_depth <= depth:
            self.keep("title", value, depth)
            self.fields["title_detail"] = {"type": media_type, "value": value}
        if value and not is_medium:
            self.title_depth = depth

    def summary(self, value: str, media_type: str, depth: int) -> None:
        """A summary, which is there once."""
        self.keep("summary", value, depth)
        self.fields["summary_detail"] = {"type": media_type, "value": value}

    def content(self, value: str, media_type: str) -> None:
        """A text in full; the first is the summary, too, where there is none."""
        contents = self.fields.setdefault("content", [])
        if isinstance(contents, list):
            contents.append({"type": media_type, "value": value})
        self.fields.setdefault("summary", value)

    def identity(self, value: str, depth: int, *, is_link: bool) -> None:
        """A guid or id, which may be the link."""
        self.keep("id", plain_address(value) if is_link else value, depth)
        if is_link:
            self.fields.setdefault("link", value)

    def link(self, said: Attributes) -> bool:
        """A link as its attributes describe it; whether they say where it leads to."""
        said.setdefault("rel", "alternate")
        atom = said["rel"] == "self"
        said.setdefault("type", "application/atom+xml" if atom else "text/html")
        self._add_link(with_href(said))
        if "href" not in said:
            return False
        plain_address(said["href"])
        if said["rel"] == "alternate" and said["type"].lower() in _HTML:
            self.fields["link"] = said["href"]
        return True

    def link_text(self, value: str) -> None:
        """Where the last link leads to, which is its text."""
        address = plain_address(value)
        if self.is_entry:
            address = address.replace("&amp;", "&")
        address = _QUERY.sub(r"&\1", address)
        self.fields["link"] = address
        if address or not self.is_entry:
            self._links[-1]["href"] = address

    def enclosure(self, said: Attributes) -> None:
        """A file that comes with the entry."""
        self._add_link(with_href(said) | {"rel": "enclosure"})

    def medium(self, said: Attributes) -> None:
        """A file of Media RSS."""
        media = self.fields.setdefault("media_content", [])
        if isinstance(media, list):
            media.append(said)

    def person(self) -> None:
        """The beginning of an author."""
        self._people.append({})
        self.fields["authors"] = self._people

    def person_part(self, name: str, value: str) -> None:
        """The name or the address of the author that has begun."""
        self._people[-1][name] = value

    def person_text(self, value: str, depth: int) -> None:
        """The end of an author, and what was said of it in no element of its own."""
        person = self._people[-1]
        if person:
            if not person.get("name") and self.fields.get("author"):
                raise UnusualError
            self.fields["author"] = person.get("name") or person.get("email") or ""
            return
        self.keep("author", value, depth)
        person.update(_person(value))

    def category(self, said: Attributes, scheme: str | None) -> None:
        """A category as its attributes describe it."""
        self.fields["tags"] = self._tags
        scheme = said.get("scheme", scheme or said.get("domain"))
        self._add_tag(said.get("term"), scheme, said.get("label"))

    def category_text(self, value: str) -> None:
        """The name of the category that has begun."""
        if value and self._tags and not self._tags[-1]["term"]:
            self._tags[-1]["term"] = value
        elif value:
            self._add_tag(value, None, None)

    def keywords(self, value: str, scheme: str | None) -> None:
        """Several categories, between commas."""
        self.fields["tags"] = self._tags
        for term in filter(None, map(str.strip, value.split(","))):
            self._add_tag(term, scheme, None)

    def _add_link(self, said: Attributes) -> None:
        self._links.append(said)
        self.fields["links"] = self._links

    def _add_tag(self, term: str | None, scheme: str | None, label: str | None) -> None:
        tag = {"term": term, "scheme": scheme, "label": label}
        if any(tag.values()) and tag not in self._tags:
            self._tags.append(tag)


def with_href(said: Attributes) -> Attributes:
    """Attributes in which an address is called `href`, as it is in Atom."""
    if address := said.get("url", said.get("uri", said.get("href"))):
        said.pop("url", None)
        said.pop("uri", None)
        said["href"] = address
    return said


def plain_address(address: str) -> str:
    """An address that feedparser leaves as it is."""
    if _SLASHES.match(address):
        raise UnusualError
    return address


def meant(text: str) -> str:
    """A text without blanks around it, and without characters of a wrong encoding."""
    text = text.strip()
    if text.isascii():
        return text
    with suppress(UnicodeError):
        text = text.encode("latin-1").decode("utf-8")
    return text.translate(_WINDOWS) if _CONTROLS.search(text) else text


def _person(text: str) -> Attributes:
    """A name, an address, or an address with a name in brackets behind it."""
    if "@" not in text:
        return {"name": text} if text else {}
    mailbox = _MAILBOX.fullmatch(text)
    if not mailbox:
        raise UnusualError
    name = (mailbox["name"] or "").strip()
    return {"email": mailbox["email"]} | ({"name": name} if name else {})
