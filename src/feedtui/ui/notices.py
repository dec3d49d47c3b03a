"""What is said outside the screen: how much is unread, in the window's title; and what is new.

Titles of feeds are the only words of strangers in it. They come cleaned, are cleaned again where
the sequences are made, and reach another program as one argument; never a shell.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from textual.screen import Screen

from feedtui.clean import clean_line
from feedtui.config.settings import Settings
from feedtui.library.wording import called, counted
from feedtui.model import Source, Subscription
from feedtui.ui import wire
from feedtui.ui.handing import hand_over

_PLACE = re.compile(r"\{(count|feeds)\}")
_MOST_NAMED = 3
_LONGEST_NAME = 40


def title_of(unread: int) -> str:
    """The window's title."""
    return f"feedtui ({unread:,})" if unread else "feedtui"


def told_of(
    new: Mapping[str, int], subscriptions: Iterable[Subscription], *, otherwise: bool
) -> dict[str, int]:
    """The new entries that a person wants to be told of: `otherwise` where a feed says nothing."""
    return {
        each.url: new[each.url]
        for each in subscriptions
        if new.get(each.url) and (otherwise if each.notify is None else each.notify)
    }


def filled_in(command: Sequence[str], count: int, names: Sequence[str]) -> tuple[str, ...]:
    """The command with what is new in the place of `{count}` and `{feeds}`."""
    values = {"count": counted(count, "new entry", "new entries"), "feeds": named(names)}
    program, *words = command
    return (program, *(_filled(word, values) for word in words))


def named(names: Sequence[str]) -> str:
    """The names of feeds, a few of them, short."""
    shown = ", ".join(clean_line(name, _LONGEST_NAME) for name in names[:_MOST_NAMED])
    return f"{shown} and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else shown


def _filled(word: str, values: Mapping[str, str]) -> str:
    """In one pass, so that a feed called `{count}` stays what it is; and no word is an option."""
    filled = _PLACE.sub(lambda place: values[place[1]], word)
    return f" {filled}" if filled.startswith("-") and not word.startswith("-") else filled


class Title:
    """The window's title: what has to be sent to make it true, and in the end to give it back."""

    def __init__(self, *, ours: bool) -> None:
        self._ours = ours
        self._title = ""

    def about(self, unread: int) -> str:
        """The sequence for so many unread entries; empty when it says so already."""
        title = title_of(unread) if self._ours else ""
        if title == self._title:
            return ""
        first, self._title = not self._title, title
        return wire.first_title(title) if first else wire.title(title)

    def given_back(self) -> str:
        """The sequence that gives the window its own title back, if it has ours."""
        had, self._title = self._title, ""
        return wire.last_title() if had else ""


class Notices:
    """Tells what is new, for a `screen`; `say` takes a sentence when another program can't."""

    def __init__(
        self,
        screen: Screen[None],
        settings: Settings,
        environment: Mapping[str, str],
        say: Callable[[str], None],
    ) -> None:
        self._screen = screen
        self._settings = settings
        self._environment = environment
        self._say = say
        self._title = Title(ours=settings.screen.title and wire.knows_titles(environment))

    def retitle(self, unread: int) -> None:
        """Have the window's title say how much is unread, if it is ours."""
        wire.send(self._screen.app, self._title.about(unread))

    def untitle(self) -> None:
        """Give the window its own title back."""
        wire.send(self._screen.app, self._title.given_back())

    def tell(
        self, new: Mapping[str, int], feeds: Iterable[Subscription], sources: Iterable[Source]
    ) -> None:
        """Tell of the new entries that the person wants to be told of, by address of the feed."""
        told = told_of(new, feeds, otherwise=self._settings.screen.notify)
        if not told:
            return
        count = sum(told.values())
        names = [called(each.title, each.url) for each in sources if each.url in told]
        if command := self._settings.programs.notify:
            telling = self._by_program(filled_in(command, count, names))
            self._screen.run_worker(telling, group="notices")
        else:
            words = f"{counted(count, 'new entry', 'new entries')}: {named(names)}"
            wire.send(self._screen.app, wire.notification(words, self._environment))

    async def _by_program(self, command: Sequence[str]) -> None:
        if why := await hand_over(command):
            self._say(f"nobody was told of the new entries: {why}")
