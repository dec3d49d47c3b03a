"""A search in the language of SQLite's full-text index.

Nothing that a person types gets there as it is: words are letters and digits, in quotes, and the
rest is ours. Source: https://sqlite.org/fts5.html, section 3.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from feedtui.query.searching import Phrase


def expression(wanted: Sequence[Phrase], unwanted: Sequence[Phrase] = ()) -> str:
    """What finds entries with all that is wanted (something must be) and nothing unwanted."""
    found = " AND ".join(map(_term, wanted))
    return f"({found}) NOT ({either(unwanted)})" if unwanted else found


def either(phrases: Iterable[Phrase]) -> str:
    """What finds entries with any of the phrases, of which there must be one."""
    return " OR ".join(map(_term, phrases))


def in_titles(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """The same phrases, looked for in titles only; those for authors stay."""
    return tuple(
        each if each.place == "author" else replace(each, place="title") for each in phrases
    )


def _term(phrase: Phrase) -> str:
    column = "" if phrase.place == "anywhere" else f"{phrase.place} : "
    return f'{column}"{" ".join(phrase.words)}"{" *" if phrase.unfinished else ""}'
