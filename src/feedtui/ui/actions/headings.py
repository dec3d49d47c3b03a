"""Going from heading to heading, and choosing one from the outline."""

from textual.screen import Screen
from textual.widget import AwaitMount

from feedtui.article.outline import Part, outline
from feedtui.article.placing import Place
from feedtui.ui.dialogs.outline import OutlineDialog
from feedtui.ui.stage import Stage


class Headings:
    """Commands for the article's headings."""

    def __init__(self, screen: Screen[None], stage: Stage) -> None:
        self._screen = screen
        self._stage = stage

    def outline(self) -> AwaitMount | None:
        """Have the person choose a heading."""
        parts = self._parts()
        if not parts:
            self._stage.say("there are no headings")
            return None
        here = self._stage.article.place.block
        before = [number for number, part in enumerate(parts) if part.block <= here]
        dialog = OutlineDialog(parts, before[-1] if before else 0)
        return self._screen.app.push_screen(dialog, self._chosen)

    def next_heading(self, count: int = 1) -> None:
        """To the next heading, or one further on."""
        here = self._stage.article.place.block
        below = [part for part in self._parts() if part.block > here]
        if below:
            self._stage.article.go(Place(below[:count][-1].block))

    def previous_heading(self, count: int = 1) -> None:
        """To the heading before, or one further back."""
        here = self._stage.article.place
        above = [part for part in self._parts() if (part.block, 0) < (here.block, here.characters)]
        if above:
            self._stage.article.go(Place(above[-count:][0].block))

    def zen(self) -> None:
        """Show nothing but the article, or all again."""
        self._stage.leave_alone()

    def _parts(self) -> tuple[Part, ...]:
        return outline(self._stage.article.document)

    def _chosen(self, part: Part | None) -> None:
        if part is not None:
            self._stage.article.jump(Place(part.block))
