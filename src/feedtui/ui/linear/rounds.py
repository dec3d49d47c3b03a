"""Where one is: among the feeds, among the entries, or in an article; and how one gets there."""

from feedtui.model import Item
from feedtui.ui.commands import Pane, Where
from feedtui.ui.desk import Desk
from feedtui.ui.linear.article import Article
from feedtui.ui.linear.lists import Lists
from feedtui.ui.linear.teletype import Teletype
from feedtui.ui.linear.work import Work


class Rounds:
    """Goes between lists and articles. `marks` is whether opening an entry marks it read."""

    def __init__(
        self,
        desk: Desk,
        teletype: Teletype,
        lists: Lists,
        article: Article,
        work: Work,
        *,
        marks: bool,
    ) -> None:
        self.lists = lists
        self.article = article
        self._desk = desk
        self._teletype = teletype
        self._work = work
        self._marks = marks

    @property
    def at(self) -> Pane:
        """What keys are for."""
        return self.lists.at

    @property
    def where(self) -> tuple[Where, ...]:
        """What decides on the meaning of a key."""
        return self.article.where if self.at == "article" else (self.at,)

    @property
    def item(self) -> Item | None:
        """The entry that is read, or the one that one is at."""
        return self.article.item or self._desk.current

    def arrive(self, pane: Pane) -> None:
        """Go to a list and say what it is, or into the article. Raises StoreError."""
        if pane == "article":
            self.open()
            return
        self.article.leave()
        self._work.look_around()
        self.lists.arrive(pane)

    def open(self) -> None:
        """Read the entry that one is at. Raises StoreError."""
        item = self._desk.open(mark=self._marks)
        if item is None:
            self._teletype.say("there is no entry here")
            return
        self.lists.at = "article"
        self.article.open(item)

    def say_again(self) -> None:
        """Say again what was said last."""
        if self.at == "article":
            self.article.say_again()
        else:
            self.lists.say_again()
