"""What a person types to find entries: words, and a few fields.

words "and phrases"      in the title, the author or the feed's title
is:unread is:read is:starred is:started is:hidden
feed:lwn                 in the feed's title or address
folder:tech tag:python   a folder and those below it; a tag of the entry or of its feed
-word -is:read           not
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import compress

from feedtui.errors import UsageError
from feedtui.model import Item, Status
from feedtui.query.folded import Folded

_TOKEN = re.compile(r'(-?)(?:(is|feed|folder|tag):)?("[^"]*"?|\S+)')
_STATES = ("unread", "read", "starred", "started", "hidden")


StatusOf = Callable[[Item], Status]
"""What the person did to an entry."""


@dataclass(frozen=True, slots=True)
class Term:
    """One condition. `field` is one of text, is, feed, folder, tag; `value` is case-folded."""

    field: str
    value: str
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class Query:
    """Conditions that must all hold; without any, every entry matches."""

    terms: tuple[Term, ...] = ()

    @property
    def asks_for_hidden(self) -> bool:
        """Whether it names the state of being hidden; else hidden entries aren't meant."""
        return any(term.field == "is" and term.value == "hidden" for term in self.terms)

    def select(
        self, items: Sequence[Item], status_of: StatusOf, texts: Sequence[str] | None = None
    ) -> list[Item]:
        """The entries that were asked for, in their order.

        Each term goes over what the ones before it left, in one go: a hundred thousand entries are
        searched while a person types. Marks are looked up only where a term asks for them. `texts`
        are what `Folded` made of the entries, for whoever asks about them more than once.
        """
        if not self.terms:
            return list(items)
        left, said = items, Folded(items).texts() if texts is None else texts
        for term in self.terms:
            found = [held is term.wanted for held in _held(term, left, said, status_of)]
            left, said = list(compress(left, found)), list(compress(said, found))
        return list(left)


def parse_query(text: str) -> Query:
    """The query that `text` says. Raises UsageError for a state that entries don't have."""
    return Query(tuple(_term(*match.groups()) for match in _TOKEN.finditer(text)))


def _term(minus: str, field: str | None, value: str) -> Term:
    plain = value.strip('"').casefold()
    if field == "is" and plain not in _STATES:
        raise UsageError(f"no entry can be “is:{plain}”; there is is:{', is:'.join(_STATES)}")
    return Term(field or "text", plain, wanted=not minus)


def _held(
    term: Term, items: Sequence[Item], texts: Sequence[str], status_of: StatusOf
) -> Iterable[bool]:
    """Whether a term holds, for each entry."""
    if term.field == "text":
        word = term.value
        return (word in text for text in texts)
    return (_holds(term, item, status_of) for item in items)


def _holds(term: Term, item: Item, status_of: StatusOf) -> bool:
    match term.field:
        case "is":
            return _is(term.value, status_of(item))
        case "feed":
            source = item.source
            return term.value in source.title.casefold() or term.value in source.url.casefold()
        case "folder":
            return f"{item.source.folder.casefold()}/".startswith(f"{term.value}/")
        case _:
            tags = (*status_of(item).tags, *item.source.tags)
            return term.value in (tag.casefold() for tag in tags)


def _is(state: str, status: Status) -> bool:
    match state:
        case "starred":
            return status.starred
        case "started":
            return status.started
        case "hidden":
            return status.hidden
        case _:
            return status.read is (state == "read")
