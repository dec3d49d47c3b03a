"""The usual feed is read in one pass of expat, several times faster than feedparser does it.

Most feeds use few elements in few ways. Those are read here, and into the very dictionaries that
feedparser would make of them, as far as anybody asks: so nothing behind this knows the difference.
What else a document may have, elements within texts, two titles, `xml:base`, is not usual: then
nothing is read here, and feedparser reads it all. Tests hold that both say the same.
"""

from collections.abc import Callable, Mapping
from functools import partial
from xml.parsers.expat import ExpatError, ParserCreate

from feedtui.feeds.fields import Fields
from feedtui.feeds.usual_holder import Attributes, Holder, UnusualError, meant, plain_address
from feedtui.feeds.usual_names import (
    ADDRESSES,
    BARE_TEXTS,
    CATEGORIES,
    CONTENTS,
    ENTRIES,
    IGNORED,
    KEYWORDS,
    KNOWN,
    NAMESPACES,
    PEOPLE,
    PICTURES,
    SUBTITLES,
    SUMMARIES,
    TEXTS,
    TITLES,
)

_ROOTS = {"rss": "rss", "rdf_rdf": "rss10", "feed": "atom10"}
_ATOM = "http://www.w3.org/2005/atom"
_RSS_1 = "http://purl.org/rss/1.0/"
_TYPES = {
    **dict.fromkeys(("text", "plain", "text/plain"), "text/plain"),
    **dict.fromkeys(("html", "text/html"), "text/html"),
}
"""Types of texts that have no elements in them."""

_OF_ENTRIES = frozenset({"content", "content_encoded", "source", "dc_title", "media_title"})
"""What a feed itself does not have."""

_Begin = Callable[[str, Attributes], None]
_Done = Callable[[str], None]


def read_usual(xml: bytes) -> Fields | None:
    """What feedparser would say of a well-formed document (UTF-8); None where that is in doubt."""
    try:
        return _Document().read(xml)
    except (ExpatError, UnusualError):
        return None


class _Document:
    """A document while it is read.

    Of the innermost open element, `_inside` begins those in it, `_done` is told its text at its
    end, and `_pieces` is that text so far; those of the elements around it lie in `_around`.
    """

    def __init__(self) -> None:
        self._names = _Names()
        self._feed = Holder(is_entry=False)
        self._entries: list[Fields] = []
        self._holder = self._feed
        self._version = ""
        self._depth = 0
        self._inside: _Begin = self._in_document
        self._done: _Done = _drop
        self._pieces: list[str] = []
        self._around: list[tuple[_Begin, _Done, list[str]]] = []

    def read(self, xml: bytes) -> Fields:
        """Read it all. Raises ExpatError and UnusualError."""
        parser = ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartNamespaceDeclHandler = self._names.declare
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._hear
        parser.Parse(xml, True)  # noqa: FBT003 - the library's
        feed = self._feed.fields
        return {"version": self._version, "feed": feed, "entries": self._entries}

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        begin = self._inside
        self._around.append((begin, self._done, self._pieces))
        self._depth += 1
        self._inside, self._done, self._pieces = _nothing, _drop, []
        begin(self._names.of(name), _said(attributes) if attributes else {})

    def _end(self, _name: str) -> None:
        self._done("".join(self._pieces))
        self._inside, self._done, self._pieces = self._around.pop()
        self._depth -= 1

    def _hear(self, text: str) -> None:
        self._pieces.append(text)

    def _in_document(self, key: str, said: Attributes) -> None:
        self._version = _ROOTS.get(key, "")
        if not self._names.declared >= {"feed": {_ATOM}, "rdf_rdf": {_RSS_1}}.get(key, set()):
            raise UnusualError
        language = said.get("xml:lang", said.get("lang"))
        if language and key != "rdf_rdf":
            self._feed.fields["language"] = language.replace("_", "-")
        self._inside = self._in_feed if key == "feed" else self._in_root
        if not self._version:
            raise UnusualError

    def _in_root(self, key: str, said: Attributes) -> None:
        """RSS before 2.0 has entries and pictures beside its channel."""
        if key == "channel" and not self._feed.fields.keys() - {"language"} and not self._entries:
            _refuse(said, "lastmod", "href")
            self._inside = self._in_feed
        elif key in ENTRIES:
            self._entry(said)
        elif key in PICTURES and "title" in self._feed.fields:
            self._inside = partial(_in_picture, PICTURES[key])
        else:
            self._ignored(key, said)

    def _in_feed(self, key: str, said: Attributes) -> None:
        if key in ENTRIES:
            self._entry(said)
        elif key in PICTURES:
            self._inside = partial(_in_picture, PICTURES[key])
        elif key in CATEGORIES or key in KEYWORDS or key == "itunes_category":
            self._inside = _in_category
        elif key in SUMMARIES:
            self._about(key)
        else:
            if key in _OF_ENTRIES or (key == "title" and "title" in self._feed.fields):
                raise UnusualError
            self._part(key, said)

    def _entry(self, said: Attributes) -> None:
        _refuse(said, "lastmod", "href")
        self._holder = Holder(is_entry=True)
        self._entries.append(self._holder.fields)
        if said.get("rdf:about"):
            self._holder.fields["id"] = said["rdf:about"]
        self._inside, self._done = self._part, self._end_entry

    def _end_entry(self, _text: str) -> None:
        self._holder = self._feed

    def _about(self, key: str) -> None:
        """What a feed says of itself. After a summary, feedparser takes it for something else."""
        if "summary" in self._feed.fields:
            raise UnusualError
        self._keep("subtitle" if key.endswith("description") else "summary")

    def _part(self, key: str, said: Attributes) -> None:
        """A part of a feed or an entry that is the same in both."""
        if key in TEXTS:
            self._keep(TEXTS[key])
        elif key in BARE_TEXTS:
            self._bare_text(key, said)
        elif key in CONTENTS:
            self._content(key, _type(said, CONTENTS[key]))
        elif begin := self._BEGIN.get(key):
            begin(self, said)
        elif key in PEOPLE:
            self._person()
        elif key in CATEGORIES:
            self._holder.category(said, CATEGORIES[key])
            self._done = self._category_text
        elif key in KEYWORDS:
            self._done = _drop if said else partial(self._keywords, KEYWORDS[key])
        else:
            self._ignored(key, said)

    def _keep(self, name: str) -> None:
        self._done = partial(self._kept, name, self._depth)

    def _kept(self, name: str, depth: int, text: str) -> None:
        value = meant(plain_address(text.strip()) if name in ADDRESSES else text)
        self._holder.keep(name, value, depth)

    def _bare_text(self, key: str, said: Attributes) -> None:
        if said:
            self._holder.fields[BARE_TEXTS[key]] = said
        else:
            self._keep(BARE_TEXTS[key])

    def _content(self, key: str, media_type: str) -> None:
        """A title, a summary or a full text."""
        holder, depth = self._holder, self._depth
        if key in TITLES:
            is_medium = key == "media_title"
            self._done = lambda text: holder.title(
                meant(text), media_type, depth, is_medium=is_medium
            )
        elif key in SUBTITLES:
            self._keep("subtitle")
        elif key in SUMMARIES and (holder.has_content or "summary" not in holder.fields):
            self._done = lambda text: holder.summary(meant(text), media_type, depth)
        else:
            holder.has_content = True
            self._done = lambda text: holder.content(meant(text), media_type)

    def _link(self, said: Attributes) -> None:
        if not self._holder.link(said):
            self._done = lambda text: self._holder.link_text(meant(text))

    def _identity(self, said: Attributes) -> None:
        holder, depth = self._holder, self._depth
        is_link = said.get("ispermalink", "true") == "true"
        self._done = lambda text: holder.identity(meant(text), depth, is_link=is_link)

    def _enclosure(self, said: Attributes) -> None:
        self._holder.enclosure(said)

    def _source(self, _said: Attributes) -> None:
        """Where an entry is from; RSS has its title only."""
        self._holder.title_depth = -1

    def _medium(self, said: Attributes) -> None:
        self._holder.medium(said)
        self._inside = self._in_media

    def _media(self, _said: Attributes) -> None:
        self._inside = self._in_media

    def _player(self, said: Attributes) -> None:
        self._holder.fields["media_player"] = said

    _BEGIN: Mapping[str, Callable[["_Document", Attributes], None]] = {
        "link": _link,
        "guid": _identity,
        "id": _identity,
        "enclosure": _enclosure,
        "source": _source,
        "media_content": _medium,
        "media_group": _media,
        "media_player": _player,
    }

    def _in_media(self, key: str, said: Attributes) -> None:
        if not key.startswith("media_") and key in KNOWN:
            raise UnusualError
        self._part(key, said)

    def _person(self) -> None:
        holder, depth = self._holder, self._depth
        holder.person()
        self._inside = self._in_person
        self._done = lambda text: holder.person_text(meant(text), depth)

    def _in_person(self, key: str, _said: Attributes) -> None:
        holder = self._holder
        if key in {"name", "email"}:
            self._done = lambda text: holder.person_part(key, text.strip())
        elif key not in KNOWN:
            self._done = _refuse_text
        elif key not in {"uri", "url"}:
            raise UnusualError

    def _category_text(self, text: str) -> None:
        self._holder.category_text(meant(text))

    def _keywords(self, scheme: str | None, text: str) -> None:
        self._holder.keywords(meant(text), scheme)

    def _ignored(self, key: str, _said: Attributes) -> None:
        _refuse_known(key)
        self._inside = self._ignored


class _Names:
    """How elements are called, by the namespaces that are declared."""

    def __init__(self) -> None:
        self.declared: set[str] = set()
        self._prefixes: dict[str, str] = {}
        self._addresses: dict[str, str] = {}
        self._known: dict[str, str] = {}

    def declare(self, prefix: str | None, address: str | None) -> None:
        """Hear of a namespace."""
        if not address:
            return
        self._known.clear()
        self.declared.add(address.lower())
        customary = NAMESPACES.get(_lenient(address))
        if customary is None:
            self._addresses[prefix or ""] = address
        else:
            self._addresses[customary] = address
            self._prefixes[prefix or ""] = customary

    def of(self, name: str) -> str:
        """The prefix and the local name of an element that expat has named."""
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = self._found(name)
        return found

    def _found(self, name: str) -> str:
        address, _, local = name.rpartition(" ")
        prefix = NAMESPACES.get(_lenient(address), "").lower() or next(
            (each for each, known in self._addresses.items() if each and known == address), ""
        )
        prefix = self._prefixes.get(prefix, prefix) if prefix else ""
        return f"{prefix}_{local.lower()}" if prefix else local.lower()


def _lenient(address: str) -> str:
    address = address.lower()
    return _USERLAND if _USERLAND.removeprefix("http://") in address else address


_USERLAND = "http://backend.userland.com/rss"
_BASES = ("http://www.w3.org/XML/1998/namespace base", "base")


def _said(attributes: dict[str, str]) -> Attributes:
    """Attributes as feedparser calls them; those in no namespace count most."""
    if any(base in attributes for base in _BASES):
        raise UnusualError
    said: Attributes = {}
    for name in sorted(attributes, key=lambda each: " " not in each):
        address, _, local = name.rpartition(" ")
        prefix = NAMESPACES.get(address.lower(), "") if address else ""
        key = f"{prefix}:{local}".lower() if prefix else local.lower()
        value = attributes[name]
        said[key] = value.lower() if key in {"rel", "type"} else value
    return said


def _type(said: Attributes, otherwise: str) -> str:
    """The type of a text that has no elements and is not encoded."""
    _refuse(said, "mode", "src")
    if found := _TYPES.get(said.get("type", otherwise)):
        return found
    raise UnusualError


def _refuse(said: Attributes, *names: str) -> None:
    if any(name in said for name in names):
        raise UnusualError


def _refuse_known(key: str) -> None:
    if key in KNOWN and key not in IGNORED:
        raise UnusualError


def _nothing(_key: str, _said: Attributes) -> None:
    raise UnusualError


def _drop(_text: str) -> None:
    """What is of no interest."""


def _refuse_text(text: str) -> None:
    if text.strip():
        raise UnusualError


def _in_picture(parts: frozenset[str], key: str, _said: Attributes) -> None:
    if key not in parts:
        raise UnusualError


def _in_category(key: str, _said: Attributes) -> None:
    if key != "itunes_category":
        raise UnusualError
