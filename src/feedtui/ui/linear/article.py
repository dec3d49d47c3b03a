"""Reading: an article, page by page or paragraph by paragraph, and what is in it."""

from feedtui.article.links import shown_address
from feedtui.config.settings import Reading
from feedtui.errors import StoreError
from feedtui.library.positions import Position, after_visit
from feedtui.model import Item
from feedtui.ui.commands import Where
from feedtui.ui.desk import Desk
from feedtui.ui.heading import NOT_KEPT, headed, remark_of
from feedtui.ui.linear.outside import Outside
from feedtui.ui.linear.paper import Paper, numbered, paper_of
from feedtui.ui.linear.teletype import Teletype

_ALL = 100
_END = "the end of the article; Space opens the next unread entry"


class Article:
    """The article that is read. `item` is its entry, None while none is open."""

    def __init__(self, desk: Desk, teletype: Teletype, outside: Outside, reading: Reading) -> None:
        self.item: Item | None = None
        self._desk = desk
        self._teletype = teletype
        self._outside = outside
        self._reading = reading
        self._paper: Paper | None = None
        self._words = ""
        self._hits: tuple[int, ...] = ()
        self._hit = 0
        self._link = 0

    @property
    def where(self) -> tuple[Where, ...]:
        """What decides on the meaning of a key."""
        hits: tuple[Where, ...] = ("hits",) if self._hits else ()
        return ("article", *hits, "foot") if self._link else ("article", *hits)

    def open(self, item: Item) -> None:
        """Read an entry, from its beginning or from where reading it stopped."""
        self.leave()
        self.item = item
        self._hits, self._link = (), 0
        self._lay_out()
        stopped = self._desk.library.position(item)
        if stopped is not None and stopped.is_half_way and self._paper is not None:
            self._say(self._paper.block(0))
            self._teletype.say(f"you stopped at {stopped.hundredths} %, and go on there")
            self._paper = self._paper.at(stopped.block)
        self.page(1)

    def leave(self) -> None:
        """Read no more of it; where that was is remembered. Raises StoreError."""
        item, paper = self.item, self._paper
        self.item = self._paper = None
        if item is None or paper is None or not paper.set:
            return
        library = self._desk.library
        here = paper.set[min(paper.said.start, len(paper.set) - 1)].block
        share = _ALL if paper.at_end else min(paper.progress, _ALL - 1)
        position = after_visit(library.position(item), Position(here, 0, share))
        if position is not None:
            library.set_position(item, position)

    def page(self, by: int) -> bool:
        """Say the next page, or the one before; whether there was more."""
        paper, height = self._paper, max(self._teletype.size.lines - 2, 3)
        if paper is None or (by > 0 and paper.at_end):
            return False
        self._say(paper.page(height) if by > 0 else paper.page_before(height))
        return True

    def paragraph(self, by: int) -> None:
        """Say the next paragraph, or the one before."""
        turned = self._paper.paragraph(by) if self._paper else None
        if turned is None:
            self._teletype.say(_END if by > 0 else "the beginning of the article")
        else:
            self._say(turned)

    def edge(self, by: int) -> None:
        """Say the first page, or the last paragraph."""
        if self._paper is not None and self._paper.set:
            last = self._paper.set[-1].block
            self._say(self._paper.block(0 if by < 0 else last))

    def say_again(self) -> None:
        """Say once more what was said last."""
        if self._paper is not None:
            self._say(self._paper)

    def next_heading(self, count: int = 1) -> None:
        """Say the next heading, or the one after several."""
        self._heading(count)

    def previous_heading(self, count: int = 1) -> None:
        """Say the heading before."""
        self._heading(-count)

    def outline(self) -> None:
        """Choose a heading by its number."""
        parts = self._paper.parts[1:] if self._paper else ()
        chosen = self._choose([part.text for part in parts], "headings", "heading")
        if chosen and self._paper:
            self._say(self._paper.block(parts[chosen - 1].block))

    def find(self) -> None:
        """Look for words."""
        if self._paper is None:
            return
        self._words = self._teletype.ask("find")
        self._hits = self._paper.hits(self._words)
        if self._hits:
            self._say_hit(0)
        elif self._words:
            self._teletype.say(f"“{self._words}” is not in the article")

    def next_hit(self, count: int = 1) -> None:
        """Say where the words stand next."""
        self._say_hit(count)

    def previous_hit(self, count: int = 1) -> None:
        """Say where the words stood before."""
        self._say_hit(-count)

    def follow(self) -> None:
        """Choose a link of what was said last; its address is said before it is opened."""
        paper = self._paper
        if paper is None or not paper.links:
            self._teletype.say("there is no link in what was read last")
            return
        numbers = ", ".join(map(str, paper.links))
        self._link = _number(self._teletype.ask(f"link {numbers}"), len(paper.document.links))
        if self._link:
            address = shown_address(paper.document.links[self._link - 1])
            self._teletype.say(f"{address}; Enter opens it in the browser")
        else:
            self._teletype.say("no link was chosen")

    def take(self) -> None:
        """Open the link that was chosen."""
        if self._paper is not None and self._link:
            address = self._paper.document.links[self._link - 1]
            self._link = 0
            self._teletype.say(self._outside.open(address))

    def give_up(self) -> bool:
        """Give up what was chosen or looked for; whether there was anything."""
        if self._link:
            self._link = 0
            self._teletype.say("the link stays closed")
        elif self._hits:
            self._hits = ()
            self._teletype.say("the search is over")
        else:
            return False
        return True

    def again(self) -> None:
        """Read another text of the entry from its beginning."""
        self._lay_out()
        self.page(1)

    def _heading(self, by: int) -> None:
        found = self._paper.heading(by) if self._paper else None
        if found is None:
            self._teletype.say("there is no further heading")
        else:
            self._say(found)

    def _say_hit(self, by: int) -> None:
        if not self._hits or self._paper is None:
            return
        self._hit = 0 if not by else (self._hit + by) % len(self._hits)
        self._teletype.say(f"hit {self._hit + 1} of {len(self._hits)}")
        self._say(self._paper.block(self._hits[self._hit]))

    def _lay_out(self) -> None:
        if self.item is None:
            return
        try:
            text = self._desk.text(self.item)
        except StoreError as error:
            self._teletype.say(str(error))
            return
        document = NOT_KEPT
        if text.body is not None:
            from feedtui.article.reader import read  # after the list was said

            base = text.body.base or self.item.head.link
            document = read(text.body.html, base, self._reading.trackers)
        columns = self._teletype.size.columns
        width = min(columns - 1, self._reading.width or columns)
        self._paper = paper_of(headed(self.item, document, remark_of(text)), max(width, 20))

    def _choose(self, names: list[str], what: str, question: str) -> int:
        if not names:
            self._teletype.say(f"there are no {what}")
            return 0
        self._teletype.say("\n".join(numbered(names)))
        return _number(self._teletype.ask(question), len(names))

    def _say(self, paper: Paper) -> None:
        self._paper, self._link = paper, 0
        self._teletype.say("\n".join(paper.text))
        if paper.at_end:
            self._teletype.say(_END)
            self._see_end()

    def _see_end(self) -> None:
        if self.item is not None and self._reading.mark_read == "end":
            self._desk.mark_read(self.item)


def _number(typed: str, most: int) -> int:
    """The number that was typed, from 1 up to the most; else 0."""
    return next((number for number in range(1, most + 1) if str(number) == typed), 0)
