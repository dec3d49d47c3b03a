"""What a person types to search all texts: words, phrases, and the fields of `parse`.

words                    each somewhere in the title, the author or the text
"a phrase"  wor*         in this order; a word that begins like this
title:word author:word   in the title, in the author's name
-word -title:word        not
is:unread feed:lwn …     what `parse` knows; they choose among what the words find

Case and accents don't matter, and signs between words don't, either (see `words`). While a query is
being typed its last word may be the beginning of one (`parse_typed`).
"""

import re
from dataclasses import dataclass, field, replace
from typing import Literal

from feedtui.errors import UsageError
from feedtui.query.parse import Query, parse_query
from feedtui.query.words import segmented, spaced, words_of

_TOKEN = re.compile(r'(-?)(?:(is|feed|folder|tag|title|author):)?("[^"]*"?|\S+)')
_FILTERS = frozenset({"is", "feed", "folder", "tag"})

MOST_WORDS = 64
"""Words of a query. SQLite refuses expressions that are nested deeper than 256."""

_SHORT = 3
"""Letters of a beginning which so many words have that it is looked for in names only."""

Place = Literal["anywhere", "title", "author"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that must stand side by side.

    `unfinished` says that the last one may go on; `wanted` is false for what must not be there.
    """

    words: tuple[str, ...]
    place: Place = "anywhere"
    unfinished: bool = False
    wanted: bool = True

    def is_in(self, spaced_text: str) -> bool:
        """Whether a text has it, as `words.spaced` makes texts."""
        return f" {' '.join(self.words)}{'' if self.unfinished else ' '}" in spaced_text


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: phrases that must all be found, or must not; and filters.

    `names` is another way to be found, in titles and authors only: that of a query which ends in a
    beginning of so few letters that most texts have it somewhere.
    """

    phrases: tuple[Phrase, ...] = ()
    filters: Query = field(default_factory=Query)
    names: tuple[Phrase, ...] = ()

    @property
    def wanted(self) -> tuple[Phrase, ...]:
        """What must be found."""
        return tuple(phrase for phrase in self.phrases if phrase.wanted)

    @property
    def unwanted(self) -> tuple[Phrase, ...]:
        """What must not be found."""
        return tuple(phrase for phrase in self.phrases if not phrase.wanted)

    @property
    def marked(self) -> tuple[Phrase, ...]:
        """What to mark where it is shown: all ways in which a word may have been found."""
        return tuple(dict.fromkeys((*self.wanted, *self.names)))


@dataclass(frozen=True, slots=True)
class Document:
    """An entry's title, author and text, each as `words.spaced` makes it."""

    title: str
    author: str
    text: str

    def fits(self, search: Search) -> bool:
        """Whether the entry is what is looked for; filters aside."""
        if any(map(self.has, search.unwanted)):
            return False
        if all(map(self.has, search.wanted)):
            return True
        return bool(search.names) and all(map(replace(self, text="").has, search.names))

    def has(self, phrase: Phrase) -> bool:
        """Whether a phrase is where it is looked for."""
        match phrase.place:
            case "title":
                return phrase.is_in(self.title)
            case "author":
                return phrase.is_in(self.author)
            case "anywhere":
                return any(map(phrase.is_in, (self.title, self.author, self.text)))


def document(title: str, author: str, text: str) -> Document:
    """An entry to look at. `text` is plain text."""
    return Document(spaced(title), spaced(author), spaced(text))


def may_fit(search: Search, text: str) -> bool:
    """Whether an entry can be what is looked for, `text` being all of it: a quick look.

    It spares most entries the careful one of `Document.fits`, which takes three times as long.
    """
    letters = segmented(text).lower()
    ways = (search.wanted, search.names) if search.names else (search.wanted,)
    return any(all(word in letters for each in way for word in each.words) for way in ways)


def parse_search(text: str) -> Search:
    """What a finished query asks for. Raises UsageError for a state that no entry has."""
    matches = tuple(_TOKEN.finditer(text))
    phrases = tuple(filter(None, (_phrase(*each.groups()) for each in matches)))
    if sum(len(phrase.words) for phrase in phrases) > MOST_WORDS:
        raise UsageError(f"a search takes up to {MOST_WORDS} words")
    filters = [parse_query(each[0]) for each in matches if each[2] in _FILTERS]
    return Search(phrases, Query(tuple(term for each in filters for term in each.terms)))


def parse_typed(text: str) -> Search:
    """What a query asks for that is still being typed: its last word may be a beginning.

    A beginning of up to three letters is looked for in titles and authors, where it says something,
    and as a whole word everywhere. Raises as `parse_search` does.
    """
    search = parse_search(text)
    if not _goes_on(text):
        return search
    *others, last = search.phrases
    opened = (*others, replace(last, unfinished=True))
    if _is_short(last.words[-1]):
        return replace(search, names=tuple(each for each in opened if each.wanted))
    return replace(search, phrases=opened)


def _goes_on(text: str) -> bool:
    """Whether the query ends within a word that must be found."""
    last = next(reversed(tuple(_TOKEN.finditer(text))), None)
    if last is None or text != text.rstrip() or last[0].endswith('"'):
        return False
    phrase = _phrase(*last.groups())
    return phrase is not None and phrase.wanted and not phrase.unfinished


def _is_short(word: str) -> bool:
    """Whether a beginning has few letters, of a script that has blanks between its words."""
    return len(word) <= _SHORT and segmented(word).strip() == segmented(word)


def _phrase(minus: str, field: str | None, value: str) -> Phrase | None:
    if field in _FILTERS:
        return None
    words = words_of(value)
    if not words:
        return None
    place: Place = "title" if field == "title" else "author" if field == "author" else "anywhere"
    begins = value.endswith("*") and not value.startswith('"')
    return Phrase(words, place, begins, wanted=not minus)
