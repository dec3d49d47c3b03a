"""The bodies of `rubric/`: articles as platforms send them, and what is asked of each.

A body is `NAME.html` with `NAME.toml` beside it:

    seen = true                       # a kind that the plan names; false: nobody planned for it
    base = "https://blog.example/post"

    [[line]]
    name = "the heading stands alone"
    widths = [40, 80]                 # all four without
    headings = ["How it began"]       # a check of `examination`, and its wants
    any = [["x²", "x^2"]]             # a want that takes several words is a list of its own
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from examination import CHECKS, Want, met
from page import Page, see

from feedtui.article.reader import read
from feedtui.article.writing import to_text

WIDTHS = (40, 60, 80, 120)

_FOLDER = Path(__file__).parent / "rubric"
_BASE = "https://blog.example/2024/05/post"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a rubric: it is met when all of its wants are."""

    name: str
    widths: tuple[int, ...]
    wants: tuple[tuple[str, Want], ...]

    def unmet(self, page: Page) -> tuple[str, ...]:
        """The wants that the page doesn't meet, in words."""
        missing = [(check, want) for check, want in self.wants if not met(page, check, want)]
        return tuple(f"{check}: {' | '.join(want)}" for check, want in missing)


@dataclass(frozen=True, slots=True)
class Body:
    """An article, and the lines of its rubric."""

    name: str
    seen: bool
    base: str
    html: str
    lines: tuple[Line, ...]

    def page(self, width: int) -> Page:
        """The article as it is printed at a width."""
        return see(to_text(read(self.html, self.base), width), width)


@cache
def all_bodies() -> tuple[Body, ...]:
    """Every body, by name."""
    return tuple(_body(path) for path in sorted(_FOLDER.glob("*.toml")))


def _body(path: Path) -> Body:
    said = tomllib.loads(path.read_text(encoding="utf-8"))
    html = path.with_suffix(".html").read_bytes().decode()
    lines = tuple(_line(each) for each in said["line"])
    return Body(path.stem, said["seen"], said.get("base", _BASE), html, lines)


def _line(said: dict[str, object]) -> Line:
    checks = {key: value for key, value in said.items() if key not in {"name", "widths"}}
    if not checks or (unknown := set(checks) - set(CHECKS)):
        raise ValueError(f"{said['name']}: no check, or unknown ones: {unknown or checks}")
    wants = tuple((check, want) for check, value in checks.items() for want in _wants(value))
    return Line(str(said["name"]), _widths(said.get("widths", WIDTHS)), wants)


def _widths(said: object) -> tuple[int, ...]:
    if not isinstance(said, list | tuple) or not set(said) <= set(WIDTHS):
        raise ValueError(f"not some of {WIDTHS}: {said}")
    return tuple(said)


def _wants(said: object) -> tuple[Want, ...]:
    """Each want is a tuple of words; one of a single word is written without its list."""
    if isinstance(said, str):
        return ((said,),)
    if not isinstance(said, list):
        raise TypeError(f"neither a word nor a list: {said}")
    return tuple((each,) if isinstance(each, str) else tuple(each) for each in said)
