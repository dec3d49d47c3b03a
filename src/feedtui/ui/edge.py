"""What is changed of everything that is painted, where a terminal can't show it: colours, signs.

Both are filters at the app's edge, so that no pane and no dialog has to know of it. The table of
signs holds what the program draws by itself; a text that has the same signs shows their stand-ins,
too, which is what a terminal without them needs. What is copied, piped or kept has the true ones.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter, Monochrome, NoColor
from textual.theme import Theme

_REVERSED = Style(reverse=True)


class Uncoloured(LineFilter):
    """Takes all colours away; what had another ground than the terminal's is reversed instead."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - the toolkit's signature
        """The segments without colours."""
        return [Segment(text, style and _bare(style), control) for text, style, control in segments]


@lru_cache(1024)
def _bare(style: Style) -> Style:
    marked = style.bgcolor is not None and not style.bgcolor.is_default
    bare = style.without_color
    return bare + _REVERSED if marked else bare


_SIGNS = {
    "★": "*",
    "☆": "*",
    "●": "o",
    "○": "o",
    "◦": "o",
    "•": "*",
    "‣": "*",
    "▪": "*",
    "■": "#",
    "□": "[",
    "☐": "[",
    "☑": "x",
    "☒": "x",
    "✓": "+",
    "✔": "+",
    "✗": "x",
    "♪": "~",
    "▶": ">",
    "▸": ">",
    "◂": "<",
    "◀": "<",
    "◄": "<",
    "▾": "v",
    "▼": "v",
    "▴": "^",
    "▲": "^",
    "→": ">",
    "←": "<",
    "↑": "^",
    "↓": "v",
    "↪": ">",
    "↩": "<",
    "↵": "<",
    "⇧": "^",
    "›": ">",
    "‹": "<",
    "»": ">",
    "«": "<",
    "…": ".",
    "·": "-",
    "–": "-",
    "—": "-",
    "−": "-",
    "‐": "-",
    "‑": "-",
    "“": '"',
    "”": '"',
    "„": '"',
    "‘": "'",
    "’": "'",
    "‚": "'",
    "×": "x",
    "\u00a0": " ",
    "\u202f": " ",
}

_FRAMES = {
    **dict.fromkeys(map(chr, range(0x2500, 0x2580)), "+"),
    **dict.fromkeys("─╌┄┈╴╶", "-"),
    **dict.fromkeys("━╍┅┉═╸╺", "="),
    **dict.fromkeys("│╎┆┊╵╷║", "|"),
    **dict.fromkeys("┃╏┇┋╹╻", "#"),
    **dict.fromkeys(map(chr, range(0x2580, 0x25A0)), "#"),
    **dict.fromkeys("▁▂▃▔▏▕░", " "),
}

ASCII: Mapping[str, str] = {**_SIGNS, **_FRAMES}
"""Signs of one cell, and what stands for each: one letter of ASCII."""

_TABLE = str.maketrans(dict(ASCII))


class Ascii(LineFilter):
    """Draws the program's signs and lines in ASCII."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - the toolkit's signature
        """The segments with stand-ins for signs; widths stay as they are."""
        return [
            segment
            if segment.text.isascii()
            else Segment(segment.text.translate(_TABLE), segment.style, segment.control)
            for segment in segments
        ]


@dataclass(frozen=True, slots=True)
class Looks:
    """How everything looks: the theme, and whether there are colours, and more than ASCII."""

    theme: Theme
    coloured: bool = True
    signs: bool = True

    def filters(self, inherited: Sequence[LineFilter]) -> list[LineFilter]:
        """The toolkit's filters, but for its ways to do without colours; and ours."""
        kept = [each for each in inherited if not isinstance(each, NoColor | Monochrome)]
        uncoloured = [] if self.coloured else [Uncoloured()]
        return [*kept, *uncoloured, *([] if self.signs else [Ascii()])]


def wants_colours(environment: Mapping[str, str]) -> bool:
    """Whether there is no NO_COLOR (no-color.org), and no terminal that never had colours."""
    return not environment.get("NO_COLOR") and not _is_old(environment)


def knows_signs(environment: Mapping[str, str]) -> bool:
    """Whether the locale is one with more letters than ASCII; one that isn't set is taken for it.

    POSIX: the first of these that is set and not empty counts.
    """
    set_ones = (environment.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    locale = next(filter(None, set_ones), "UTF-8").upper().replace("-", "")
    return "UTF8" in locale and not _is_old(environment)


def _is_old(environment: Mapping[str, str]) -> bool:
    return environment.get("TERM", "").startswith(("vt1", "vt2", "vt3", "vt4"))
