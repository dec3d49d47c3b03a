"""Which of the entries that are kept an entry of a document is.

Most are easy: the feed calls them what it called them before. The rest is what feeds do to their
guids, and each rung of it is answered once, here:

- one guid for several entries of a document: each is known by what it says besides;
- one guid that is used again later for something else: that is another entry;
- another guid for the same entry: it is recognised by its looks (`resemblance`).
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from feedtui.feeds.identity import digest, entry_id, said_of, short_hash, suffixed
from feedtui.feeds.resemblance import published, taken_over
from feedtui.model import Entry, Head, StoredFeed

_Said = tuple[str, ...]
_Answers = Callable[[Entry], str]


def ids_of(
    old: StoredFeed, entries: Sequence[Entry], kept: Collection[str], now: int
) -> tuple[str, ...]:
    """The id of each entry of a document; the same for entries that are the same twice.

    `kept` are ids of kept entries that the document has, too, and which are not among `entries`.
    """
    known = {head.id: head for head in old.heads}
    own: dict[_Said, str] = {}
    for namesakes in _namesakes(entries):
        own |= _own_ids(old.url, namesakes, known, now)
    taken = taken_over(old, {own[_key(entry)]: entry for entry in entries}, kept, now)
    return tuple(taken.get(name, name) for name in (own[_key(entry)] for entry in entries))


def _key(entry: Entry) -> _Said:
    return (entry.identity, *said_of(entry))


def _namesakes(entries: Iterable[Entry]) -> Iterable[list[Entry]]:
    """The different entries of each identity."""
    groups: dict[str, dict[_Said, Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.identity, {}).setdefault(_key(entry), entry)
    return (list(group.values()) for group in groups.values())


def _own_ids(
    url: str, namesakes: list[Entry], known: Mapping[str, Head], now: int
) -> dict[_Said, str]:
    if len(namesakes) == 1:
        return {_key(namesakes[0]): _id_alone(url, namesakes[0], known, now)}
    counts = [Counter(map(said, namesakes)) for said in _TELLING]
    apart = next(
        (say for say, count in zip(_TELLING, counts, strict=True) if len(count) == len(namesakes)),
        _everything,
    )
    before = {_key(entry): _id_among(url, entry, counts, known) for entry in namesakes}
    times = Counter(before.values())
    return {
        _key(entry): name if name and times[name] == 1 else _specific(url, entry, apart)
        for entry, name in zip(namesakes, before.values(), strict=True)
    }


def _id_alone(url: str, entry: Entry, known: Mapping[str, Head], now: int) -> str:
    """The id of an entry whose name is its own in this document.

    It may have shared the name before, or something else had it: some feeds give one guid to all
    that they ever publish, and each entry would replace the last.
    """
    plain = entry_id(url, entry.identity)
    if not known or (plain in known and _is_just(known[plain], entry)):
        return plain
    specific = [_specific(url, entry, say) for say in _TELLING]
    before = [name for name in (plain, *specific) if name in known]
    for name in before:
        if _is_just(known[name], entry):
            return name
    head = known.get(plain)
    if head is not None and not _is_another(head, entry, published(entry, now)):
        return plain
    return next(iter(before[1:] if head else before), plain if head is None else specific[0])


def _id_among(
    url: str, entry: Entry, counts: Sequence[Counter[str]], known: Mapping[str, Head]
) -> str:
    """The id under which an entry is known that shares its name with others; empty if it is new.

    `counts` say how many of them give each answer to each question of `_TELLING`.
    """
    for say, count in zip(_TELLING, counts, strict=True):
        name = _specific(url, entry, say)
        if name in known and count[say(entry)] == 1:
            return name
    plain = entry_id(url, entry.identity)
    return plain if plain in known and _is_just(known[plain], entry) else ""


def _specific(url: str, entry: Entry, say: _Answers) -> str:
    return entry_id(url, suffixed(entry, say(entry)))


def _is_just(head: Head, entry: Entry) -> bool:
    return (head.link, head.title) == (entry.link, entry.title) or head.digest == digest(entry)


def _is_another(head: Head, entry: Entry, date: int | None) -> bool:
    """Whether nothing at all is left of what was known: link, title and date are others."""
    before, after = (head.link, head.title, head.published), (entry.link, entry.title, date)
    if not all((*before, *after)):
        return False
    return all(one != other for one, other in zip(before, after, strict=True))


def _link(entry: Entry) -> str:
    return entry.link


def _date(entry: Entry) -> str:
    return str(entry.published)


def _title(entry: Entry) -> str:
    return entry.title


def _everything(entry: Entry) -> str:
    return short_hash(*said_of(entry))


_TELLING: tuple[_Answers, ...] = (_link, _date, _title, _everything)
"""What tells namesakes apart: the first in which they all differ."""
