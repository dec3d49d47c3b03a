"""Marking entries read, starred, hidden and with tags, and taking back what was done."""

from feedtui.clean import clean_line
from feedtui.errors import FeedtuiError
from feedtui.library.marks import HIDDEN, READ, STARRED
from feedtui.query.views import UNREAD
from feedtui.ui.desk import Desk
from feedtui.ui.linear.rounds import Rounds
from feedtui.ui.linear.teletype import Teletype
from feedtui.ui.linear.work import Work
from feedtui.ui.lists.doing import DEEDS, Chosen, tagging
from feedtui.ui.lists.spans import above, below, older_than


class Marking:
    """Commands that change marks; what was done is said. All of them raise StoreError."""

    def __init__(self, desk: Desk, teletype: Teletype, rounds: Rounds, work: Work) -> None:
        self._desk = desk
        self._teletype = teletype
        self._rounds = rounds
        self._work = work

    def toggle_read(self) -> None:
        """Read, or unread again."""
        self._toggle(READ)

    def toggle_star(self) -> None:
        """Starred, or not."""
        self._toggle(STARRED)

    def toggle_hidden(self) -> None:
        """Out of all lists, or back in them."""
        self._toggle(HIDDEN)

    def tag(self, words: str = "") -> None:
        """Give what one is at a tag, or take it away."""
        chosen = self._chosen()
        name = clean_line(words or self._teletype.ask("tag"))
        if not name or not chosen.items:
            self._teletype.say("nothing was tagged")
            return
        status = self._desk.library.status
        value = not all(name in status(item).tags for item in chosen.items)
        self._teletype.say(self._desk.do(chosen, tagging(name, value=value)))

    def mark_all(self) -> None:
        """Everything in the list is read."""
        self._read(self._desk.chosen_list())

    def mark_everything(self) -> None:
        """Everything in all lists is read, if the person really means it."""
        items = self._desk.library.items(UNREAD)
        answer = self._teletype.ask(f"mark {len(items):,} unread entries of all feeds read? y or n")
        if answer.lower() in {"y", "yes"}:
            self._read(Chosen(items, " in all feeds"))
        else:
            self._teletype.say("nothing was marked")

    def mark_above(self) -> None:
        """What comes before this entry is read."""
        self._read(above(self._desk.rows, self._desk.cursor))

    def mark_below(self) -> None:
        """What comes after this entry is read."""
        self._read(below(self._desk.rows, self._desk.cursor))

    def mark_older(self) -> None:
        """What is older than this entry is read."""
        item = self._desk.current
        if item is not None:
            self._read(older_than(self._desk.rows, item.date, f"“{item.head.label}”"))

    def undo(self) -> None:
        """Take back what was done last."""
        self._teletype.say(self._told(self._desk.undo()))

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._teletype.say(self._told(self._desk.redo()))

    def _told(self, done: str) -> str:
        try:
            self._work.look_around()
        except FeedtuiError as error:
            return f"{done}; {error}"
        return done

    def _toggle(self, field: str) -> None:
        self._teletype.say(self._desk.toggle(field, self._chosen()))

    def _read(self, chosen: Chosen) -> None:
        self._teletype.say(self._desk.do(chosen, DEEDS[READ, True]))

    def _chosen(self) -> Chosen:
        return self._desk.chosen(self._rounds.at)
