"""Changing what feeds.toml says of a feed: its name, its place, its address, how it is asked."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from feedtui.clean import clean
from feedtui.config.durations import write_duration
from feedtui.errors import UsageError
from feedtui.library.changing import interval_of, tags_of
from feedtui.model import FullTextWish, Subscription
from feedtui.ui.dialogs.fields import Completion, Field, OneOf, line
from feedtui.ui.wishes import Known

_HINT = "Enter keeps it · Tab goes on · Escape leaves it as it was"
_WISHES: tuple[FullTextWish, ...] = ("never", "short", "always")

Save = Callable[[Subscription], Awaitable[str]]
"""Has feeds.toml say so; why that failed, in words, or nothing."""


class ChangeDialog(ModalScreen[bool]):
    """Shows a feed's table to be changed; whether it was.

    `target` is an address that is proposed for it; `remark` is said from the beginning.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(False)", "Cancel"),
        Binding("enter", "keep", "Keep"),
    ]

    def __init__(
        self,
        feed: Subscription,
        own_title: str,
        known: Known,
        save: Save,
        *,
        target: str = "",
        remark: str = "",
    ) -> None:
        super().__init__()
        self._feed = feed
        self._save = save
        self._busy = False
        self._said = Static(clean(remark), markup=False, id="said")
        self._title = line(feed.title, name="title", placeholder=own_title)
        self._address = line(target or feed.url, name="address")
        self._folder = line(feed.folder, name="folder", suggester=Completion(known.folders))
        tags = Completion(known.tags, comma=",")
        self._tags = line(", ".join(feed.tags), name="tags", suggester=tags)
        interval = "" if feed.interval is None else write_duration(feed.interval)
        self._interval = line(interval, name="interval", placeholder="as usual; or 2h, 1d")
        self._full_text = OneOf(_WISHES, feed.full_text, name="full-text")
        self._hidden = OneOf(("no", "yes"), "yes" if feed.hidden else "no", name="hidden")

    def compose(self) -> ComposeResult:
        """A line for each key of its table."""
        with VerticalScroll(id="dialog", can_focus=False):
            yield Static("Change a feed", markup=False, classes="title")
            yield Field("Title", self._title)
            yield Field("Folder", self._folder)
            yield Field("Tags", self._tags)
            yield Field("Address", self._address)
            yield Field("Interval", self._interval)
            yield Field("Full text", self._full_text)
            yield Field("Hidden", self._hidden)
            yield self._said
            yield Static(_HINT, markup=False, id="hint")

    def on_input_submitted(self) -> None:
        """Enter means the whole dialog."""
        self.action_keep()

    def action_keep(self) -> None:
        """Write it; one thing at a time."""
        if not self._busy:
            self._keep()

    @work
    async def _keep(self) -> None:
        self._busy = True
        try:
            refusal = await self._save(self._wanted())
        except UsageError as error:
            refusal = str(error)
        finally:
            self._busy = False
        if refusal:
            self._said.update(clean(refusal))
        else:
            self.dismiss(True)  # noqa: FBT003 - the answer

    def _wanted(self) -> Subscription:
        """What is in the lines. Raises UsageError."""
        return replace(
            self._feed,
            url=self._address.value.strip(),
            title=self._title.value.strip(),
            folder=self._folder.value.strip(),
            tags=tags_of(self._tags.value),
            interval=interval_of(self._interval.value),
            full_text=next(each for each in _WISHES if each == self._full_text.value),
            hidden=self._hidden.value == "yes",
        )
