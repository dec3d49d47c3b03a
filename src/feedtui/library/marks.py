"""The sum of all marks: for each field of each entry, the latest word of any device.

Marks may arrive in any order, twice, or from a device whose clock is off; the result is the same.
"""

from collections.abc import Iterable

from feedtui.model import Mark, MarkValue, Status

READ = "read"
STARRED = "starred"
TAG = "tag:"

_Word = tuple[int, str, MarkValue]


class Marks:
    """Latest word per field and entry.

    `latest` is the newest time of any mark, in milliseconds; `read` and `starred` are the ids of
    the entries that are, for whoever asks of many at once and changes nothing.
    """

    def __init__(self) -> None:
        self.latest = 0
        self._words: dict[str, dict[str, _Word]] = {}
        self.read: set[str] = set()
        self.starred: set[str] = set()
        self._tags: dict[str, frozenset[str]] = {}

    def apply(self, marks: Iterable[Mark]) -> bool:
        """Take marks in; whether any of them changed something."""
        return sum(map(self._take, marks)) > 0

    def is_read(self, entry: str) -> bool:
        """Whether the entry was read."""
        return entry in self.read

    def is_starred(self, entry: str) -> bool:
        """Whether the entry was starred."""
        return entry in self.starred

    def status(self, entry: str) -> Status:
        """All that the person did to the entry."""
        tags = self._tags.get(entry)
        return Status(entry in self.read, entry in self.starred, tuple(sorted(tags or ())))

    def value(self, entry: str, field: str) -> bool:
        """One field of one entry; what nobody marked is False."""
        word = self._words.get(field, {}).get(entry)
        return word is not None and word[2] is True

    def _take(self, mark: Mark) -> bool:
        words = self._words.setdefault(mark.field, {})
        word = (mark.time, mark.device, mark.value)
        before = words.get(mark.entry)
        if before is not None and before >= word:
            return False
        words[mark.entry] = word
        self.latest = max(self.latest, mark.time)
        if (before is not None and before[2]) == mark.value:
            return False
        self._show(mark)
        return True

    def _show(self, mark: Mark) -> None:
        if mark.field.startswith(TAG):
            self._show_tag(mark)
            return
        shown = {READ: self.read, STARRED: self.starred}.get(mark.field)
        if shown is None:
            return
        (shown.add if mark.value else shown.discard)(mark.entry)

    def _show_tag(self, mark: Mark) -> None:
        name = frozenset({mark.field.removeprefix(TAG)})
        tags = self._tags.get(mark.entry, frozenset())
        self._tags[mark.entry] = tags | name if mark.value else tags - name
