"""A person's own theme: one TOML file of colours, checked before it is used.

Colours are written as `#rgb` or `#rrggbb`. What a file leaves out is mixed from what it has. A
colour that can hardly be read on another is a warning and no mistake: whose eyes they are is the
person's business.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from feedtui.config.document import Fault, line_of, name_of, parse, read_table, refusal
from feedtui.config.kinds import Kind, Switch, Value, Wrong
from feedtui.config.layout import lines_of
from feedtui.errors import Problem

COLOURS = (
    "primary",
    "secondary",
    "accent",
    "foreground",
    "background",
    "surface",
    "panel",
    "success",
    "warning",
    "error",
)
"""Colours of a theme, as the toolkit calls them."""

NEEDED = ("primary", "foreground", "background")

PARTS = ("heading", "link", "code", "formula", "quote", "hit")
"""Parts of an article that may have a colour of their own, in the table `[article]`."""

READABLE, VISIBLE = 4.5, 3.0
"""The least contrast of text, and of what only has to be seen (WCAG 2.2, 1.4.3 and 1.4.11)."""

_WRITTEN = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour as `#rgb` or `#rrggbb`."""

    expected: str = 'a colour such as "#1e90ff"'

    def read(self, value: object) -> Value | Wrong:
        """The colour as `#rrggbb` in lower case."""
        if not isinstance(value, str) or not _WRITTEN.fullmatch(value):
            return Wrong(self.expected)
        digits = value[1:].lower()
        return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


@dataclass(frozen=True, slots=True)
class Palette:
    """A theme as its file has it: colours by name, those of articles' parts, and warnings."""

    colours: Mapping[str, str]
    dark: bool
    article: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[Problem, ...] = ()


def read_palette(text: str, file: str) -> Palette:
    """Read the text of a theme's file; `file` is what messages call it.

    Raises ConfigError with every mistake: bad syntax, unknown names, what is no colour.
    """
    given = parse(text, file)
    parts = read_table(given.pop("article", {}), dict.fromkeys(PARTS, Colour()), ("article",))
    kinds: dict[str, Kind] = {**dict.fromkeys(COLOURS, Colour()), "dark": Switch()}
    table = read_table(given, kinds, ())
    missing = [_missing(name) for name in NEEDED if name not in given]
    faults = [*table.faults, *parts.faults, *missing]
    if faults:
        raise refusal(text, file, faults)
    colours = {name: str(value) for name, value in table.values.items() if name in COLOURS}
    article = {name: str(value) for name, value in parts.values.items()}
    dark = bool(table.values.get("dark", _brightness(colours["background"]) < 0.5))
    return Palette(colours, dark, article, _warnings(colours, article, text, file))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 (none) to 21 (WCAG 2.2, "contrast ratio")."""
    darker, brighter = sorted((_brightness(one), _brightness(other)))
    return (brighter + 0.05) / (darker + 0.05)


def _missing(name: str) -> Fault:
    return Fault((), f"{name}: every theme needs this colour")


def _warnings(
    colours: Mapping[str, str], article: Mapping[str, str], text: str, file: str
) -> tuple[Problem, ...]:
    lines = lines_of(text)
    return tuple(
        Problem(file, line_of(path, lines), f"{name_of(path)}: {message}")
        for path, colour, behind, least in _pairs(colours, article)
        if (message := _too_faint(colour, colours[behind], behind, least))
    )


_Pair = tuple[tuple[str, ...], str, str, float]
"""Where a colour stands in the file, the colour, the name of what is behind it, the contrast."""


def _pairs(colours: Mapping[str, str], article: Mapping[str, str]) -> list[_Pair]:
    """What is seen on what."""
    behind = [name for name in ("background", "surface", "panel") if name in colours]
    text: list[_Pair] = [
        (("foreground",), colours["foreground"], each, READABLE) for each in behind
    ]
    signs: list[_Pair] = [
        ((name,), colours[name], "background", VISIBLE)
        for name in ("primary", "accent", "success", "warning", "error")
        if name in colours
    ]
    parts: list[_Pair] = [
        (("article", name), colour, "background", READABLE) for name, colour in article.items()
    ]
    return [*text, *signs, *parts]


def _too_faint(colour: str, behind: str, name: str, least: float) -> str:
    found = contrast(colour, behind)
    if found >= least:
        return ""
    return f"hard to see on {name}: the contrast is {found:.1f}, {least:g} is the least"


def _brightness(colour: str) -> float:
    """From 0 for black to 1 for white (WCAG 2.2, "relative luminance")."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
