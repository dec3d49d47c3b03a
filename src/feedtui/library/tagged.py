"""Tags as lists: which there are, and how many entries have them.

An entry has the tags that the person gave it, and those of its feed. The former are few among a
hundred thousand entries, so they are looked for once, until a tag or a feed changes.
"""

from collections.abc import Iterable, Sequence

from feedtui.library.marks import Marks
from feedtui.library.shelf import Shelf
from feedtui.model import Item, Source
from feedtui.query.views import View, among, ids_of


class Tagged:
    """The tags over a shelf."""

    def __init__(self, marks: Marks, shelf: Shelf) -> None:
        self._marks = marks
        self._shelf = shelf
        self._river: Sequence[Item] = ()
        self._changes = -1
        self._items: list[Item] = []

    def names(self, sources: Iterable[Source]) -> tuple[str, ...]:
        """All tags, of feeds and of entries that are there, in the order of the alphabet."""
        names: set[str] = {tag for each in sources if not each.hidden for tag in each.tags}
        names.update(tag for item in self._tagged() for tag in self._marks.tags_of(item.id))
        return tuple(sorted(names, key=str.casefold))

    def ids(self, view: View, sources: Iterable[Source]) -> frozenset[str]:
        """The ids of the entries of a view of tags."""
        feeds = [each for each in sources if has_tag(view, each.tags)]
        own = ids_of(item for item in self._tagged() if self._has(view, item))
        return own.union(*(ids_of(self._shelf.of(each.url)) for each in feeds))

    def apart(self, view: View) -> list[Item]:
        """The entries of a view of tags that aren't in it by their feed."""
        return [
            item
            for item in self._tagged()
            if self._has(view, item) and not has_tag(view, item.source.tags)
        ]

    def _has(self, view: View, item: Item) -> bool:
        return has_tag(view, tuple(self._marks.tags_of(item.id)))

    def _tagged(self) -> list[Item]:
        """The entries to which the person gave tags."""
        river, changes = self._shelf.river(), self._marks.tag_changes
        if river is not self._river or changes != self._changes:
            self._items = among(river, self._marks.tagged)
            self._river, self._changes = river, changes
        return self._items


def has_tag(view: View, tags: Sequence[str]) -> bool:
    """Whether these tags make something one of a view: any of them, or the view's own."""
    return bool(tags) if view.kind == "tags" else view.name in tags
