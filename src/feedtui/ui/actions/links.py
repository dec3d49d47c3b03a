"""Following what leads somewhere: hints, the address of a link before it is opened, footnotes."""

from feedtui.article.document import Document, Paragraph, Span, Style
from feedtui.article.jumps import note_at
from feedtui.article.links import shown_address
from feedtui.article.placing import Place
from feedtui.clean import SafeText
from feedtui.ui.browser import is_opened
from feedtui.ui.hints import Chosen, Following, Goal
from feedtui.ui.outside import Outside
from feedtui.ui.stage import Stage

_HOW = "type the letters, or a number and Enter; Escape ends it"
_OPENS = SafeText("Enter opens it in the browser. Escape leaves it.")
_CANNOT = SafeText("This is no address that a browser is given.")


class Links:
    """Commands for links, footnotes and jumps. What is about to be opened is shown first."""

    def __init__(self, stage: Stage, outside: Outside) -> None:
        self._stage = stage
        self._outside = outside

    def follow(self) -> None:
        """Show hints for what is in sight, and await the letters of one."""
        self._stage.close_foot()
        following = self._stage.article.hints()
        if following.hints or following.numbers:
            self._stage.article.follow(following)
            self._stage.say(_HOW)
        else:
            self._stage.say("there is nothing to follow here")

    def press(self, key: str) -> bool:
        """Take a key while there are hints; whether there are."""
        following = self._stage.article.following
        if following is None:
            return False
        match following.press(key):
            case Following() as following:
                self._stage.article.follow(following)
                self._stage.say(following.typed or _HOW)
            case Chosen(goal):
                self._end()
                self.go(goal)
            case None:
                self._end()
        return True

    def clicked(self, goal: Goal) -> None:
        """Go where something leads; for a link that is shown, a second click opens it."""
        self._end()
        if goal == self._stage.foot.goal:
            self.take()
        else:
            self.go(goal)

    def go(self, goal: Goal) -> None:
        """Show where a link leads, or a footnote; else jump."""
        if isinstance(goal, int):
            self._stage.open_foot(goal, _address(goal, self._address(goal)))
        else:
            self._go_within(goal)

    def take(self) -> None:
        """Open the link that is shown below the article, or go to the footnote."""
        goal = self._stage.foot.goal
        self._stage.close_foot()
        if isinstance(goal, int):
            self._stage.say(self._outside.open(self._address(goal)))
        elif goal is not None:
            self._jump(goal)

    def _end(self) -> None:
        self._stage.article.follow(None)
        self._stage.say("")

    def _go_within(self, target: str) -> None:
        document = self._stage.article.document
        note = note_at(document, target)
        if note is None:
            self._jump(target)
        else:
            peeked = Document((note,), document.links, document.anchors)
            self._stage.open_foot(target, peeked)

    def _jump(self, target: str) -> None:
        block = self._stage.article.document.block_of(target)
        if block is None:
            self._stage.say("this leads nowhere")
        else:
            self._stage.article.jump(Place(block))

    def _address(self, number: int) -> SafeText:
        return self._stage.article.document.links[number - 1]


def _address(number: int, address: SafeText) -> Document:
    """What is shown of a link before it is opened: the address, in full."""
    remark = _OPENS if is_opened(address) else _CANNOT
    shown = (
        Span(SafeText(f"[{number}] "), Style.DIM),
        Span(shown_address(address), Style.LINK, number),
    )
    links = (SafeText(""),) * (number - 1)
    return Document((Paragraph(shown), Paragraph((Span(remark, Style.DIM),))), (*links, address))
