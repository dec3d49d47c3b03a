"""What a value of a file may be: one small type per kind, that reads a value or says what it wants.

`expected` completes the sentence "expected …" and is what the example file prints beside a setting.
"""

import json
import re
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

import tomli_w

from feedtui.address import is_plain_web_address, veiled
from feedtui.clean import clean_line
from feedtui.config.durations import read_duration, write_duration

Value = bool | int | str | tuple[str, ...]
"""A value as the program keeps it: a duration is whole seconds, a list a tuple."""

_LONGEST_SHOWN = 40
_CONTACT = re.compile(r"[\w@:/.?&=%#~+-]{0,200}", re.ASCII)

_MOST_BITS = 64
"""Hexadecimal numbers of any size are read, but Python refuses to print the very long ones."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """The value can't be used; `expected` says what can."""

    expected: str


class Kind(Protocol):
    """A kind of value."""

    @property
    def expected(self) -> str:
        """What a value has to be, in words."""
        ...

    def read(self, value: object) -> Value | Wrong:
        """The value as the program keeps it, from one that TOML gave."""
        ...


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; it is cleaned, because it will be shown."""

    expected: str = "text in quotes"

    def read(self, value: object) -> Value | Wrong:
        """Text without what acts on a terminal."""
        return clean_line(value) if isinstance(value, str) else Wrong(self.expected)


@dataclass(frozen=True, slots=True)
class Contact:
    """Where a person can be reached, as it may stand in a header: ASCII, without blanks."""

    expected: str = 'a web or mail address, such as "https://example.org/about", or ""'

    def read(self, value: object) -> Value | Wrong:
        """The address, as it is typed."""
        usable = isinstance(value, str) and _CONTACT.fullmatch(value)
        return value if usable and isinstance(value, str) else Wrong(self.expected)


@dataclass(frozen=True, slots=True)
class Words:
    """A list of texts, none of them empty; they are cleaned, because they will be shown."""

    expected: str = 'a list of texts, such as ["news", "long"]'

    def read(self, value: object) -> Value | Wrong:
        """The texts as a tuple."""
        if not isinstance(value, list):
            return Wrong(self.expected)
        words = tuple(clean_line(word) for word in value if isinstance(word, str))
        return words if len(words) == len(value) and all(words) else Wrong(self.expected)


@dataclass(frozen=True, slots=True)
class Arguments:
    """A program and its arguments, exactly as they are to be passed; no shell reads them."""

    expected: str = 'a list of arguments, such as ["firefox", "--new-tab"]'

    def read(self, value: object) -> Value | Wrong:
        """The arguments as a tuple."""
        if not isinstance(value, list):
            return Wrong(self.expected)
        words = tuple(word for word in value if isinstance(word, str) and "\0" not in word)
        return words if len(words) == len(value) and all(words) else Wrong(self.expected)


@dataclass(frozen=True, slots=True)
class HostName:
    """The name of a host, without scheme, port and path."""

    expected: str = 'the name of a host in quotes, such as "example.org"'

    def read(self, value: object) -> Value | Wrong:
        """The name in lower case."""
        name = value.lower().rstrip(".") if isinstance(value, str) else ""
        if not is_plain_web_address(f"http://{name}"):
            return Wrong(self.expected)
        host = urlsplit(f"http://{name}").hostname or ""
        return host if name.strip("[]") == host else Wrong(self.expected)


@dataclass(frozen=True, slots=True)
class Switch:
    """Yes or no."""

    expected: str = "true or false"

    def read(self, value: object) -> Value | Wrong:
        """The same truth value."""
        return value if isinstance(value, bool) else Wrong(self.expected)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    words: tuple[str, ...]

    @property
    def expected(self) -> str:
        """The words, each in quotes."""
        return " or ".join(f'"{word}"' for word in self.words)

    def read(self, value: object) -> Value | Wrong:
        """The word."""
        return value if isinstance(value, str) and value in self.words else Wrong(self.expected)


@dataclass(frozen=True, slots=True)
class Choices:
    """A list of a few words, each at most once."""

    words: tuple[str, ...]

    @property
    def expected(self) -> str:
        """The words that there are."""
        return f"a list of some of {', '.join(map(_toml, self.words))}"

    def read(self, value: object) -> Value | Wrong:
        """The words as a tuple."""
        chosen = tuple(value) if isinstance(value, list) else ()
        if not chosen or any(word not in self.words for word in chosen):
            return Wrong(self.expected)
        return chosen if len(set(chosen)) == len(chosen) else Wrong(self.expected)


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number between two bounds, both allowed."""

    least: int
    most: int

    @property
    def expected(self) -> str:
        """The bounds."""
        return f"a whole number from {self.least} to {self.most}"

    def read(self, value: object) -> Value | Wrong:
        """The number; `true` is none, although Python thinks so."""
        if isinstance(value, bool) or not isinstance(value, int):
            return Wrong(self.expected)
        return value if self.least <= value <= self.most else Wrong(self.expected)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time between two bounds, in seconds; written as text with a unit."""

    least: int
    most: int

    @property
    def expected(self) -> str:
        """The bounds, and two examples of how to write one."""
        bounds = f"{write_duration(self.least)} to {write_duration(self.most)}"
        return f'a duration from {bounds}, such as "30m" or "2h"'

    def read(self, value: object) -> Value | Wrong:
        """The seconds."""
        seconds = read_duration(value) if isinstance(value, str) else None
        if seconds is None or not self.least <= seconds <= self.most:
            return Wrong(self.expected)
        return seconds


def write(kind: Kind, value: Value) -> str:
    """A value as TOML, on one line and clean; `kind.read` gives it back."""
    if isinstance(kind, Duration) and isinstance(value, int):
        return _toml(write_duration(value))
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(part) for part in value) + "]"
    return _toml(value)


def shown(value: object) -> str:
    """A value that TOML gave, short enough for a message, and without a password in it."""
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    if isinstance(value, str | bool):
        told = veiled(value) if isinstance(value, str) else value
        return clean_line(json.dumps(told, ensure_ascii=False), _LONGEST_SHOWN)
    if isinstance(value, int) and value.bit_length() > _MOST_BITS:
        return "a number that is far too large"
    return clean_line(str(value), _LONGEST_SHOWN)


def _toml(value: bool | int | str) -> str:  # noqa: FBT001 - a value like the others
    written = clean_line(value) if isinstance(value, str) else value
    return tomli_w.dumps({"_": written}).removeprefix("_ = ").rstrip("\n")
