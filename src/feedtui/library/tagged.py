"""Tags as lists: which there are, and which entries have them.

An entry has the tags that the person gave it, and those of its feed. Who has which is put together
once, until a tag or a feed changes.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from feedtui.library.marks import Marks
from feedtui.library.shelf import Shelf
from feedtui.model import Item, Source
from feedtui.query.views import View, among, ids_of

_ANY = ""
"""Stands for all tags together, as the name of the view of all that is tagged."""


class Tagged:
    """The tags over a shelf."""

    def __init__(self, marks: Marks, shelf: Shelf) -> None:
        self._marks = marks
        self._shelf = shelf
        self._river: Sequence[Item] = ()
        self._changes = -1
        self._own: dict[str, set[str]] = defaultdict(set)
        self._apart: dict[str, set[str]] = defaultdict(set)

    def names(self, sources: Iterable[Source]) -> tuple[str, ...]:
        """All tags, of feeds and of entries that are there, in the order of the alphabet."""
        self._catch_up()
        names: set[str] = {tag for each in sources if not each.hidden for tag in each.tags}
        return tuple(sorted(names.union(self._own).difference({_ANY}), key=str.casefold))

    def ids(self, view: View, sources: Iterable[Source]) -> frozenset[str]:
        """The ids of the entries of a view of tags."""
        feeds = [each for each in sources if has_tag(view, each.tags)]
        self._catch_up()
        own = frozenset(self._own.get(view.name, ()))
        return own.union(*(ids_of(self._shelf.of(each.url)) for each in feeds))

    def apart(self, view: View) -> frozenset[str]:
        """The ids of the entries of a view of tags that aren't in it by their feed."""
        self._catch_up()
        return frozenset(self._apart.get(view.name, ()))

    def _catch_up(self) -> None:
        if not self._marks.any_tags:
            return
        river, changes = self._shelf.river(), self._marks.tag_changes
        if river is self._river and changes == self._changes:
            return
        self._river, self._changes = river, changes
        self._own.clear()
        self._apart.clear()
        for item in among(river, self._marks.tagged):
            self._take(item)

    def _take(self, item: Item) -> None:
        source, tags = item.source, self._marks.tags_of(item.id)
        for tag in (_ANY, *tags):
            self._own[tag].add(item.id)
        if source.hidden:
            return
        for tag in tags.difference(source.tags):
            self._apart[tag].add(item.id)
        if not source.tags:
            self._apart[_ANY].add(item.id)


def has_tag(view: View, tags: Sequence[str]) -> bool:
    """Whether these tags make something one of a view: any of them, or the view's own."""
    return bool(tags) if view.kind == "tags" else view.name in tags
