"""The command for sharing: what a feed says is a word for it and nothing else."""

import pytest

from feedtui.config.kinds import Wrong
from feedtui.config.sharing import Template, filled, names_in

VALUES = {"link": "https://a.example/1", "title": "A title", "author": "", "feed": "News"}


@pytest.mark.parametrize(
    "command",
    [
        ["mail", "-s", "{title}", "someone@example.org"],
        ["save", "--title={title}", "{link}"],
        ["sh", "-c", 'mail -s "$1" me', "sh", "{title}"],
        ["open", "https://save.example/?url={link}"],
        [],
    ],
)
def test_a_command_may_name_what_is_shared(command: list[str]) -> None:
    assert Template().read(command) == tuple(command)


@pytest.mark.parametrize(
    "command",
    [
        ["sh", "-c", "echo {title}"],
        ["sh", "-c", "{title}"],
        ["env", "bash", "-lc", "{title}"],
        ["/usr/bin/zsh", "-c", "x={title}"],
        ["python3", "-c", "print('{title}')"],
        ["ssh", "host", "save {link}"],
        ["{title}"],
        ["save", "{text}"],
        ["save", "{}"],
        ["save", "{title}.txt"],
        "mail {title}",
        ["mail", 3],
    ],
)
def test_a_title_never_becomes_a_part_of_a_program(command: object) -> None:
    assert isinstance(Template().read(command), Wrong)


def test_names_become_what_they_stand_for_and_stay_one_argument() -> None:
    said = filled(["save", "--title={title}", "{link}", "{author}"], VALUES)
    assert said == ["save", "--title=A title", "https://a.example/1", ""]


@pytest.mark.parametrize("title", ["-rf", "--help", "-"])
def test_a_value_never_becomes_an_option(title: str) -> None:
    assert filled(["save", "{title}"], VALUES | {"title": title}) == ["save", f" {title}"]


def test_a_value_in_braces_is_not_taken_for_a_name() -> None:
    assert filled(["save", "{title}"], VALUES | {"title": "{link}"}) == ["save", "{link}"]


def test_what_a_command_asks_for_is_known() -> None:
    assert names_in(["save", "--title={title}", "{link}"]) == {"title", "link"}
