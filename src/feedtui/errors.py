"""What can go wrong in a way that a person has to be told.

    FeedtuiError
    ├── UsageError           the command can't be carried out as it was given           exit 2
    ├── ConfigError          config.toml or feeds.toml: every mistake, with its line    exit 2
    ├── StoreError           a file of the program's own can't be read or written       exit 1
    │   └── NewerVersionError    …because a newer feedtui wrote it
    └── ExchangeError        a file of another reader can't be understood               exit 1

What is expected of feeds (a server that is down, a page that is no feed) is no error here but a
value, `model.Failed`. `str(error)` says what, where, and what to do.
"""

from dataclasses import dataclass


class FeedtuiError(Exception):
    """Root of everything that the program tells a person instead of crashing."""

    exit_code = 1


class UsageError(FeedtuiError):
    """The command can't be carried out as it was given: an unknown feed, no such entry."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a file that a person wrote. `line` counts from 1; 0 means the whole file."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.message}"


class ConfigError(FeedtuiError):
    """config.toml or feeds.toml can't be used; `problems` has every mistake that was found."""

    exit_code = 2

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class StoreError(FeedtuiError):
    """A file or folder of the program's own can't be read or written."""


class NewerVersionError(StoreError):
    """A file was written by a newer feedtui; it is left alone."""


class ExchangeError(FeedtuiError):
    """A file to import can't be understood."""
