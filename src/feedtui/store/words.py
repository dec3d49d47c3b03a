"""The latest word on each field of each entry, whoever said it, in whatever order it is heard.

A word is a time and a value, and the larger of two counts: the later one, and of two of one moment
true before false, the larger text before the smaller. Nothing else decides, least of all the name
of a file, so words may arrive in any order, twice, or out of a copy of a journal under another
name, and the result is the same: taking the larger of two is commutative, associative, idempotent.

There are hundreds of thousands, so a word on whether a field is on is one number: its time, its
value, and who said it, from the highest bits to the lowest. Texts are kept apart.
"""

from collections.abc import Iterable, Iterator

from feedtui.model import Marking, MarkValue

LATEST_TIME = 2**53 - 1
"""Milliseconds; a mark of a later time is damaged. JSON's numbers are exact up to here."""

Word = tuple[int, str, MarkValue]
"""A mark on one field of one entry: its time, its device, its value."""

_UNSAID = -1
_NO_TEXT = (_UNSAID, "", "")
_DEVICE_BITS = 12
_ON = 1 << _DEVICE_BITS
_TIME_BITS = _DEVICE_BITS + 1
_MOST_DEVICES = _ON - 1


class Words:
    """What all marks that were taken in amount to. `latest` is the newest time among them."""

    def __init__(self) -> None:
        self.latest = 0
        self._flags: dict[str, dict[str, int]] = {}
        self._texts: dict[str, dict[str, tuple[int, str, str]]] = {}
        self._devices: list[str] = []

    def take(self, marking: Marking) -> list[str]:
        """Take marks in; the entries about which they are the latest word, and weren't before."""
        self.latest = max(self.latest, max(marking.times, default=0))
        if isinstance(marking.value, str):
            return self._take_texts(marking, marking.value)
        return self._take_flags(marking)

    def word(self, entry: str, field: str) -> Word | None:
        """The latest word on a field of an entry, if there is any."""
        said = self._flags.get(field, {}).get(entry, _UNSAID)
        time, text, device = self._texts.get(field, {}).get(entry, _NO_TEXT)
        if said >> _TIME_BITS > time:
            device = self._devices[said & _MOST_DEVICES]
            return said >> _TIME_BITS, device, said & _ON > 0
        return None if time == _UNSAID else (time, device, text)

    def text(self, entry: str, field: str) -> str:
        """The text of a field of an entry; empty when there is none."""
        return self._texts.get(field, {}).get(entry, _NO_TEXT)[1]

    def texts(self, field: str) -> Iterator[tuple[str, int, str]]:
        """Each entry of which a text is said in this field, when, and the text."""
        return (
            (entry, time, text) for entry, (time, text, _) in self._texts.get(field, {}).items()
        )

    def latest_of(self, entries: Iterable[str], field: str) -> int:
        """The time of the newest word on a field of any of these entries; -1 without any."""
        flags, texts = self._flags.get(field, {}), self._texts.get(field, {})
        return max(
            (
                max(flags.get(entry, _UNSAID) >> _TIME_BITS, texts.get(entry, _NO_TEXT)[0])
                for entry in entries
            ),
            default=_UNSAID,
        )

    def markings(self) -> Iterator[Marking]:
        """Marks that say all this, the field of each entry once."""
        for field, flags in self._flags.items():
            for on in (0, _ON):
                said = {
                    entry: word >> _TIME_BITS for entry, word in flags.items() if word & _ON == on
                }
                if said:
                    yield Marking(field, on > 0, [*said], [*said.values()])
        for field, texts in self._texts.items():
            for entry, (time, text, _) in texts.items():
                yield Marking(field, text, [entry], [time])

    def __len__(self) -> int:
        return sum(map(len, self._flags.values())) + sum(map(len, self._texts.values()))

    def _take_flags(self, marking: Marking) -> list[str]:
        words = self._flags.setdefault(marking.field, {})
        known = words.get
        rest = _ON * bool(marking.value) + self._number(marking.device)
        taken = []
        for entry, time in zip(marking.entries, marking.times, strict=True):
            word = (time << _TIME_BITS) + rest
            if word > known(entry, _UNSAID):
                words[entry] = word
                taken.append(entry)
        return taken

    def _take_texts(self, marking: Marking, text: str) -> list[str]:
        words = self._texts.setdefault(marking.field, {})
        taken = []
        for entry, time in zip(marking.entries, marking.times, strict=True):
            word = (time, text, marking.device)
            if word > words.get(entry, _NO_TEXT):
                words[entry] = word
                taken.append(entry)
        return taken

    def _number(self, device: str) -> int:
        """Which device this is; the last number is shared by all for whom there is none left."""
        if device not in self._devices:
            self._devices.append(device)
        return min(self._devices.index(device), _MOST_DEVICES)
