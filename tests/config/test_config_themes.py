"""A person's own theme is checked before it is used."""

import pytest

from feedtui.config.themes import contrast, read_palette
from feedtui.errors import ConfigError

GOOD = """\
dark = true
primary = "#1e90ff"
foreground = "#EEE"
background = "#101010"

[article]
heading = "#ffd700"
"""


def problems(text: str) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        read_palette(text, "dusk.toml")
    return [str(problem) for problem in caught.value.problems]


def test_colours_are_read_in_either_length() -> None:
    palette = read_palette(GOOD, "dusk.toml")
    assert palette.colours == {
        "primary": "#1e90ff",
        "foreground": "#eeeeee",
        "background": "#101010",
    }
    assert palette.article == {"heading": "#ffd700"}
    assert palette.dark
    assert palette.warnings == ()


def test_whether_it_is_dark_is_seen_where_it_is_not_said() -> None:
    light = 'primary = "#00008b"\nforeground = "#000"\nbackground = "#fff"\n'
    assert not read_palette(light, "day.toml").dark
    assert read_palette(GOOD.replace("dark = true\n", ""), "dusk.toml").dark


def test_every_mistake_is_named_with_its_line() -> None:
    text = """\
primry = "#1e90ff"
foreground = "white"
background = "#12345"
dark = "yes"

[article]
headings = "#fff"
link = 3
"""
    assert problems(text) == [
        "dusk.toml: primary: every theme needs this colour",
        "dusk.toml:1: primry: there is no such setting; did you mean primary?",
        'dusk.toml:2: foreground: expected a colour such as "#1e90ff"; got "white"',
        'dusk.toml:3: background: expected a colour such as "#1e90ff"; got "#12345"',
        'dusk.toml:4: dark: expected true or false; got "yes"',
        "dusk.toml:7: article.headings: there is no such setting; did you mean heading?",
        'dusk.toml:8: article.link: expected a colour such as "#1e90ff"; got 3',
    ]


def test_what_is_no_toml_is_named_with_its_line() -> None:
    [problem] = problems("primary = #fff\n")
    assert problem.startswith("dusk.toml:1: not TOML: ")


def test_colours_that_are_hard_to_see_are_warned_of_with_their_line() -> None:
    text = """\
primary = "#202020"
foreground = "#707070"
background = "#101010"
[article]
link = "#555555"
"""
    assert [str(warning) for warning in read_palette(text, "dusk.toml").warnings] == [
        (
            "dusk.toml:2: foreground: hard to see on background: the contrast is 3.8, "
            "4.5 is the least"
        ),
        ("dusk.toml:1: primary: hard to see on background: the contrast is 1.2, 3 is the least"),
        (
            "dusk.toml:5: article.link: hard to see on background: the contrast is 2.6, "
            "4.5 is the least"
        ),
    ]


def test_contrast_is_measured_as_accessibility_guidelines_do() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert contrast("#777777", "#777777") == 1
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54
