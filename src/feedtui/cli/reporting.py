"""Telling of a refresh while it goes on, in the way that suits the reader.

A terminal gets a bar of progress and the failures; a pipe gets a plain line for each feed; a
program gets an object for each, and what is awaited, if it wants to know.
"""

from collections import Counter
from typing import Protocol

from feedtui.cli.context import Context
from feedtui.cli.outcomes import outcome_line, outcome_name, outcome_record, said_texts
from feedtui.cli.printing import as_json
from feedtui.cli.progress import Progress
from feedtui.engine.watch import Watch
from feedtui.library.wording import counted
from feedtui.model import Failed, Outcome, Unchanged, Updated


class Report(Protocol):
    """Who is told of a refresh."""

    def tell(self, outcome: Outcome) -> None:
        """A feed is done."""

    def tick(self, watch: Watch) -> None:
        """A second has passed."""

    def end(self) -> None:
        """Nothing more will come, for whatever reason."""

    def sum_up(self, counts: "Counts") -> None:
        """All feeds are done."""


class Counts:
    """What a refresh amounts to so far."""

    def __init__(self) -> None:
        self.outcomes: Counter[str] = Counter()
        self.new = 0
        self.texts = 0

    def add(self, outcome: Outcome) -> None:
        """One more feed is done."""
        self.outcomes[outcome_name(outcome)] += 1
        self.new += outcome.new if isinstance(outcome, Updated) else 0
        self.texts += outcome.texts if isinstance(outcome, Updated | Unchanged) else 0

    @property
    def done(self) -> int:
        """How many feeds are done."""
        return self.outcomes.total()

    def sentence(self) -> str:
        """All of it in a line."""
        counts = ", ".join(f"{count} {name}" for name, count in sorted(self.outcomes.items()))
        new = counted(self.new, "new entry", "new entries")
        return f"{new}{said_texts(self.texts, ', ')}; feeds: {counts or 'none'}"


class Lines:
    """A plain line for each feed."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def tell(self, outcome: Outcome) -> None:
        """Print its line."""
        _say(self._context, outcome_line(outcome))

    def tick(self, watch: Watch) -> None:
        """Nothing: lines are for feeds."""

    def end(self) -> None:
        """Nothing is left to be taken away."""

    def sum_up(self, counts: Counts) -> None:
        """Print all of it in a line."""
        _say(self._context, counts.sentence())


class Objects:
    """An object for each feed; with `progress`, also one whenever what is awaited changes."""

    def __init__(self, context: Context, *, progress: bool) -> None:
        self._context = context
        self._progress = progress
        self._told: dict[str, object] = {}

    def tell(self, outcome: Outcome) -> None:
        """Print its object."""
        _say(self._context, as_json(outcome_record(outcome)))

    def tick(self, watch: Watch) -> None:
        """Print what is awaited, if that is wanted and new."""
        now = progress_record(watch)
        if self._progress and now != self._told:
            self._told = now
            _say(self._context, as_json(now))

    def end(self) -> None:
        """Nothing is left to be taken away."""

    def sum_up(self, counts: Counts) -> None:
        """Nothing: a program can count."""


class Bar:
    """A bar of progress, and a line for each feed that failed or moved."""

    def __init__(self, context: Context, total: int, counts: Counts) -> None:
        self._context = context
        self._bar = Progress(context.out, total)
        self._counts = counts
        self._slow: tuple[str, ...] = ()

    def tell(self, outcome: Outcome) -> None:
        """Print what a person should know of, and move the bar."""
        if isinstance(outcome, Failed) or (
            isinstance(outcome, Updated | Unchanged) and outcome.moved
        ):
            self._bar.clear()
            _say(self._context, outcome_line(outcome))
        self._show()

    def tick(self, watch: Watch) -> None:
        """Name the slow ones."""
        if watch.slow() != self._slow:
            self._slow = watch.slow()
            self._show()

    def end(self) -> None:
        """Take the bar away."""
        self._bar.clear()

    def sum_up(self, counts: Counts) -> None:
        """Print all of it in a line."""
        _say(self._context, counts.sentence())

    def _show(self) -> None:
        self._bar.show(self._counts.done, self._counts.new, self._slow)


def progress_record(watch: Watch) -> dict[str, object]:
    """What is awaited under the field names of the JSON output."""
    return {"awaited": watch.awaited, "slow": list(watch.slow())}


def _say(context: Context, line: str) -> None:
    context.say(line)
    context.out.flush()
