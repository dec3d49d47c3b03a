"""Choosing a tag for entries: one that is known, found by a few letters, or a new one."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from feedtui.clean import clean_line
from feedtui.library.wording import counted
from feedtui.query.walk import step
from feedtui.ui.painting import Piece, fit
from feedtui.ui.rows import RowList

_NEW = "new: "


class TagsList(RowList):
    """Tags, with a sign for those that all or some of the entries have."""

    def __init__(self, tags: Sequence[str], had: Mapping[str, int], entries: int) -> None:
        super().__init__(id="tags")
        self.tags: Sequence[str] = ()
        self._known = tags
        self._had = had
        self._entries = entries

    def on_mount(self) -> None:
        """All of them, at first."""
        self.narrow("")

    def narrow(self, typed: str) -> None:
        """Show the tags that fit what was typed, and that itself if it is none of them."""
        self.tags = fitting_tags(self._known, self._had, clean_line(typed).strip())
        self.rows_changed(0)

    def move(self, by: int) -> None:
        """Move the cursor by rows, and stop at the ends."""
        self.cursor = step(self.cursor, by, len(self.tags))

    def row_count(self) -> int:
        """One row for each tag."""
        return len(self.tags)

    def paint_row(self, index: int, width: int) -> list[Piece]:
        """A tag: with [x] all of the entries have it, with [-] some."""
        tag = self.tags[index]
        had = self._had.get(tag, 0)
        sign = "[x]" if had == self._entries else "[-]" if had else "[ ]"
        new = "" if tag in self._known or had else _NEW
        return [Piece(fit(f" {sign} {new}{tag}", width), "strong" if had else "plain")]


class TagsDialog(ModalScreen[str | None]):
    """Asks which tag is to be given or taken away. Enter chooses, Tab completes, Escape leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel"),
        Binding("down,ctrl+n", "move(1)", "Down"),
        Binding("up,ctrl+p", "move(-1)", "Up"),
        Binding("tab", "complete", "Complete", priority=True),
    ]

    def __init__(self, tags: Sequence[str], had: Mapping[str, int], entries: int) -> None:
        super().__init__()
        self._entries = entries
        self._tags = TagsList(tags, had, entries)

    def compose(self) -> ComposeResult:
        """A line to type in, and the tags that fit."""
        entries = counted(self._entries, "entry", "entries")
        with Vertical(id="dialog"):
            yield Static(f"Tag for {entries}: give it, or take it away", markup=False)
            yield Input(placeholder="a tag", id="tag")
            yield self._tags
            yield Static("Enter chooses · Tab completes · Escape leaves", markup=False)

    def action_move(self, by: int) -> None:
        """Another tag."""
        self._tags.move(by)

    def action_complete(self) -> None:
        """Type the tag under the cursor."""
        if self._tags.tags:
            line = self.query_one("#tag", Input)
            line.value = self._tags.tags[self._tags.cursor]
            line.cursor_position = len(line.value)

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        self._tags.narrow(message.value)

    @on(Input.Submitted)
    def _choose(self, message: Input.Submitted) -> None:
        self._tags.narrow(message.value)
        self.dismiss(self._tags.tags[self._tags.cursor] if self._tags.tags else None)

    @on(RowList.Clicked)
    def _clicked(self, message: RowList.Clicked) -> None:
        self.dismiss(self._tags.tags[message.index])


def fitting_tags(known: Sequence[str], had: Mapping[str, int], typed: str) -> tuple[str, ...]:
    """The tags to choose from: what begins as was typed before what only has it in it.

    What was typed is the last of them unless it is there, since it may be meant as a new one. Those
    that the entries have come first while nothing was typed.
    """
    names = dict.fromkeys((*sorted(had, key=str.casefold), *known))
    letters = typed.casefold()
    found = [tag for tag in names if letters in tag.casefold()]
    if letters:
        found.sort(key=lambda tag: not tag.casefold().startswith(letters))
    new = (typed,) if typed and typed not in found else ()
    return (*found, *new)
