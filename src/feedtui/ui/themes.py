"""The colours of the screen: the toolkit's themes, ours, and the person's own.

Our names for colours (`OURS`, `OURS_OF_SIXTEEN`) stand between the style sheet and the themes: a
theme may set them, else they are derived from what every theme has. Where a terminal has sixteen
colours of its own or none at all, a cursor can't be a shade, so it is reversed there.
"""

from collections.abc import Callable, Mapping

from textual.theme import BUILTIN_THEMES, Theme

from feedtui.config.settings import Screen
from feedtui.config.themes import Palette, read_palette
from feedtui.errors import UsageError
from feedtui.library.home import Home
from feedtui.store import atomic
from feedtui.ui.edge import Looks, knows_signs, wants_colours

OURS: Mapping[str, str] = {
    "line": "surface-lighten-2",
    "cursor-background": "primary",
    "cursor-foreground": "text",
    "resting-background": "surface-lighten-2",
    "article-heading": "text-primary",
    "article-link": "text-primary",
    "article-code": "text-warning",
    "article-code-background": "surface",
    "article-formula": "text-accent",
    "article-quote": "text-accent",
    "hit-background": "warning-muted",
    "hit-foreground": "text-warning",
    "current-hit-background": "warning",
}
"""Our names for colours, and the toolkit's that are meant where a theme has no others."""

STYLES: Mapping[str, str] = {
    "cursor-style": "bold",
    "resting-style": "none",
    "dim-style": "none",
    "hit-style": "none",
    "current-hit-style": "bold",
}

_OURS_OF_SIXTEEN: Mapping[str, str] = {
    **dict.fromkeys(
        (
            "cursor-background",
            "cursor-foreground",
            "resting-background",
            "article-code-background",
            "hit-background",
            "hit-foreground",
            "current-hit-background",
        ),
        "ansi_default",
    ),
    **dict.fromkeys(("ansi-background", "ansi-foreground"), "ansi_default"),
    "cursor-style": "bold reverse not dim",
    "resting-style": "underline",
    "dim-style": "dim",
    "hit-style": "reverse",
    "current-hit-style": "bold reverse underline",
}


def _theme(
    name: str,
    colours: Mapping[str, str],
    variables: Mapping[str, str],
    *,
    dark: bool = True,
    ansi: bool = False,
) -> Theme:
    """A theme of the toolkit; colours that are left out are mixed by it."""
    return Theme(
        name,
        primary=colours["primary"],
        secondary=colours.get("secondary"),
        accent=colours.get("accent"),
        foreground=colours.get("foreground"),
        background=colours.get("background"),
        surface=colours.get("surface"),
        panel=colours.get("panel"),
        boost=colours.get("boost"),
        success=colours.get("success"),
        warning=colours.get("warning"),
        error=colours.get("error"),
        dark=dark,
        ansi=ansi,
        variables=dict(variables),
    )


_GROUNDS = ("background", "surface", "panel", "boost")
_HUES = ("primary", "secondary", "accent", "warning", "error", "success")
_NO_GROUND = dict.fromkeys(("foreground", *_GROUNDS), "ansi_default")

TERMINAL = _theme(
    "terminal",
    {
        **_NO_GROUND,
        "primary": "ansi_magenta",
        "secondary": "ansi_cyan",
        "accent": "ansi_magenta",
        "warning": "ansi_red",
        "error": "ansi_red",
        "success": "ansi_green",
    },
    {
        **_OURS_OF_SIXTEEN,
        "line": "ansi_bright_black",
        "scrollbar": "ansi_bright_black",
        "scrollbar-background": "ansi_default",
        "screen-selection-background": "ansi_magenta",
        "screen-selection-foreground": "ansi_black",
    },
    ansi=True,
)
"""The terminal's own sixteen colours, of which those are used that stand out on black and white."""

COLOURLESS = _theme(
    "no-color",
    {**_NO_GROUND, **dict.fromkeys(_HUES, "ansi_default")},
    {
        **_OURS_OF_SIXTEEN,
        **dict.fromkeys(("line", "scrollbar", "scrollbar-background"), "ansi_default"),
    },
    ansi=True,
)
"""What is left where a person wants no colours: bold, underlined, reversed, faint."""


def _contrasting(name: str, ground: str, ink: str, hues: Mapping[str, str]) -> Theme:
    """A theme in which everything that is read has the greatest contrast that its hue allows."""
    on_ground = ("resting-background", "article-code-background", "hit-background")
    in_ink = ("text-muted", "text-disabled", "foreground-muted", "line", "scrollbar")
    variables = {
        **{f"text-{hue}": colour for hue, colour in hues.items()},
        **dict.fromkeys((*in_ink, "cursor-background", "current-hit-background"), ink),
        **dict.fromkeys((*on_ground, "cursor-foreground", "scrollbar-background"), ground),
        "screen-selection-background": ink,
        "screen-selection-foreground": ground,
        "resting-style": "underline",
        "hit-style": "reverse",
        "current-hit-style": "bold underline",
    }
    colours = {**hues, "foreground": ink, **dict.fromkeys(_GROUNDS, ground)}
    return _theme(name, colours, variables, dark=ground == "#000000")


CONTRASTS = (
    _contrasting(
        "contrast-dark",
        "#000000",
        "#ffffff",
        {
            "primary": "#ffff00",
            "secondary": "#00ffff",
            "accent": "#00ffff",
            "warning": "#ffd700",
            "error": "#ff9999",
            "success": "#66ff66",
        },
    ),
    _contrasting(
        "contrast-light",
        "#ffffff",
        "#000000",
        {
            "primary": "#00008b",
            "secondary": "#004d4d",
            "accent": "#5a005a",
            "warning": "#6b3a00",
            "error": "#8b0000",
            "success": "#005000",
        },
    ),
)

OWN_THEMES = (TERMINAL, *CONTRASTS)
KNOWN: Mapping[str, Theme] = {**BUILTIN_THEMES, **{theme.name: theme for theme in OWN_THEMES}}
"""All themes that come with the program, by name."""


def find_theme(home: Home, name: str, warn: Callable[[str], None]) -> Theme:
    """The theme of this name: one that comes with the program, or the person's `themes/NAME.toml`.

    Raises UsageError where there is none, and ConfigError with every mistake in a person's own;
    `warn` is told of colours that are hard to see.
    """
    if name in KNOWN:
        return KNOWN[name]
    if name not in own_names(home):
        known = ", ".join([*sorted(KNOWN), *own_names(home)])
        raise UsageError(f"{home.places.settings}: there is no theme “{name}”; there is {known}")
    path = home.places.themes / f"{name}.toml"
    palette = read_palette(atomic.read_text(path, ""), str(path))
    for warning in palette.warnings:
        warn(str(warning))
    return theme_of(name, palette)


def own_names(home: Home) -> tuple[str, ...]:
    """The names of the person's own themes, which may have mistakes in them."""
    return tuple(sorted(path.stem for path in home.places.themes.glob("*.toml")))


def theme_of(name: str, palette: Palette) -> Theme:
    """A person's colours as a theme of the toolkit."""
    article = palette.article
    variables = {f"article-{part}": colour for part, colour in article.items() if part != "hit"}
    if "hit" in article:
        variables["hit-foreground"] = variables["current-hit-background"] = article["hit"]
    return _theme(name, palette.colours, variables, dark=palette.dark)


def with_ours(variables: Mapping[str, str], theme: Theme) -> dict[str, str]:
    """The variables of the style sheet: the theme's, and our own where it doesn't set them."""
    derived = {name: variables[source] for name, source in OURS.items()}
    sixteen = {**_OURS_OF_SIXTEEN, "line": variables["border-blurred"]} if theme.ansi else {}
    return {**derived, **STYLES, **sixteen, **variables}


def find_looks(home: Home, screen: Screen) -> Looks:
    """How everything looks on this terminal, with these settings. Raises as `find_theme`."""
    chosen = find_theme(home, screen.theme, home.warn)
    coloured = wants_colours(home.environment)
    signs = knows_signs(home.environment) and not screen.ascii
    return Looks(chosen if coloured else COLOURLESS, coloured=coloured, signs=signs)
