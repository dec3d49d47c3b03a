"""What is done to several entries at once: one step, with a name that says how many it changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from feedtui.library.library import Library
from feedtui.library.marks import HIDDEN, READ, STARRED, TAG
from feedtui.model import Item

UNDOABLE = "(u takes it back)"


@dataclass(frozen=True, slots=True)
class Chosen:
    """Entries that something is done to. `where` says of several where they are: ` in Tech`."""

    items: Sequence[Item] = ()
    where: str = ""


@dataclass(frozen=True, slots=True)
class Deed:
    """Setting a field of entries to a value: of one entry `done`, of several `several`."""

    field: str
    value: bool
    done: str
    several: str

    def name(self, items: Sequence[Item], where: str) -> str:
        """What the step is called."""
        if len(items) == 1 and not where:
            return f"{self.done} “{items[0].head.label}”"
        return self.several.format(f"{len(items):,}") + where


DEEDS: Mapping[tuple[str, bool], Deed] = {
    (deed.field, deed.value): deed
    for deed in (
        Deed(READ, value=True, done="marked read", several="marked {} read"),
        Deed(READ, value=False, done="marked unread", several="marked {} unread"),
        Deed(STARRED, value=True, done="starred", several="starred {}"),
        Deed(STARRED, value=False, done="unstarred", several="unstarred {}"),
        Deed(HIDDEN, value=True, done="hid", several="hid {}"),
        Deed(HIDDEN, value=False, done="showed again", several="showed {} again"),
    )
}


def tagging(tag: str, *, value: bool) -> Deed:
    """Giving entries a tag, or taking it from them."""
    word = "tagged" if value else "untagged"
    sign = tag.replace("{", "{{").replace("}", "}}")
    return Deed(TAG + tag, value, f"{word} #{tag}", f"{word} {{}} #{sign}")


def toggling(library: Library, items: Sequence[Item], field: str) -> Deed:
    """Setting a mark of all the entries; or clearing it, if all of them have it."""
    return DEEDS[field, not all(has(library, item, field) for item in items)]


def do(library: Library, chosen: Chosen, deed: Deed) -> str:
    """Do it to those of the entries that it changes; what was done, in words.

    What was done to several is on the disk by then. Raises StoreError.
    """
    changed = [item for item in chosen.items if has(library, item, deed.field) != deed.value]
    if not changed:
        return f"there is nothing left to do{chosen.where}"
    name = deed.name(changed, chosen.where)
    library.mark(changed, deed.field, name, value=deed.value)
    if not chosen.where:
        return deed.done
    library.settle()
    return f"{name} {UNDOABLE}"


def has(library: Library, item: Item, field: str) -> bool:
    """Whether a field of an entry is set."""
    match field:
        case "read":
            return library.is_read(item)
        case "starred":
            return library.is_starred(item)
        case "hidden":
            return library.is_hidden(item)
        case _:
            return field.removeprefix(TAG) in library.status(item).tags
