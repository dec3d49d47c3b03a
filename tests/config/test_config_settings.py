import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from feedtui.config.example import example
from feedtui.config.settings import Fetch, Programs, Reading, Settings, read_settings, rows
from feedtui.errors import ConfigError

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"


def problems(text: str) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        read_settings(text, "config.toml")
    return [str(problem) for problem in caught.value.problems]


def test_an_empty_file_means_the_defaults() -> None:
    assert read_settings("", "config.toml") == Settings()


def test_what_is_set_is_set_and_the_rest_stays() -> None:
    text = """
        [fetch]
        interval = "2h"
        per_host = 4
        [reading]
        mark_read = "manual"
        [programs]
        browser = ["firefox", "--new-tab"]
    """
    assert read_settings(text, "config.toml") == replace(
        Settings(),
        fetch=Fetch(interval=7200, per_host=4),
        reading=Reading(mark_read="manual"),
        programs=Programs(browser=("firefox", "--new-tab")),
    )


def test_dotted_keys_and_inline_tables_are_settings_too() -> None:
    text = 'fetch.timeout = "1m"\nreading = { width = 0 }\n'
    settings = read_settings(text, "config.toml")
    assert (settings.fetch.timeout, settings.reading.width) == (60, 0)


def test_every_mistake_is_named_with_its_line_and_what_was_expected() -> None:
    text = """\
[fetch]
# interval = "1s"
intervall = "1h"
interval = "1m"
at_once = true
max_redirects = 51

[reading]
mark_read = "never"
width = "wide"

[screen]
mouse = 1
theme = { name = "x" }

[programs]
browser = "firefox"

[colours]
text = "red"
"""
    assert problems(text) == [
        "config.toml:3: fetch.intervall: there is no such setting; did you mean interval?",
        (
            "config.toml:4: fetch.interval: expected a duration from 5m to 365d, "
            'such as "30m" or "2h"; got "1m"'
        ),
        "config.toml:5: fetch.at_once: expected a whole number from 1 to 256; got true",
        "config.toml:6: fetch.max_redirects: expected a whole number from 0 to 50; got 51",
        'config.toml:9: reading.mark_read: expected "open" or "end" or "manual"; got "never"',
        'config.toml:10: reading.width: expected a whole number from 0 to 1000; got "wide"',
        "config.toml:13: screen.mouse: expected true or false; got 1",
        "config.toml:14: screen.theme: expected text in quotes; got a table",
        (
            "config.toml:17: programs.browser: expected a list of arguments, "
            'such as ["firefox", "--new-tab"]; got "firefox"'
        ),
        (
            "config.toml:19: colours: there is no such setting; "
            "known here: fetch, hosts, keep, keys, lists, macros, programs, reading, "
            "refresh, screen"
        ),
    ]


def test_a_mistake_in_an_inline_table_has_the_line_of_the_table() -> None:
    text = "\nreading = { wdith = 1 }\n"
    [problem] = problems(text)
    assert problem.startswith("config.toml:2: reading.wdith: ")
    assert problem.endswith("did you mean width?")


def test_a_table_that_is_no_table_is_named() -> None:
    assert problems("fetch = 3") == ["config.toml:1: fetch: expected a table, got 3"]


def test_hosts_that_want_a_pause_are_named_by_the_person() -> None:
    text = '[hosts]\n"Strict.Example." = "1m"\n"[::1]" = "0s"\nlocalhost = "90s"\n'
    hosts = {"strict.example": 60, "::1": 0, "localhost": 90}
    assert read_settings(text, "config.toml") == Settings(hosts=hosts)


def test_what_is_no_host_and_no_pause_is_named_with_its_line() -> None:
    text = """\
[hosts]
"https://strict.example" = "1m"
"strict.example/feed" = "1m"
"strict.example:80" = "1m"
"me@strict.example" = "1m"
"strict example" = "1m"
"" = "1m"
"slow.example" = "2d"
"twice.example" = "1m"
"Twice.Example" = "2m"
unquoted.example = "1m"
"""
    expected = 'expected the name of a host in quotes, such as "example.org"'
    assert problems(text) == [
        (
            f'config.toml:2: hosts."https://strict.example": {expected}; '
            'got "https://strict.example"'
        ),
        f'config.toml:3: hosts."strict.example/feed": {expected}; got "strict.example/feed"',
        f'config.toml:4: hosts."strict.example:80": {expected}; got "strict.example:80"',
        f'config.toml:5: hosts."me@strict.example": {expected}; got "me@strict.example"',
        f'config.toml:6: hosts."strict example": {expected}; got "strict example"',
        f'config.toml:7: hosts."": {expected}; got ""',
        (
            'config.toml:8: hosts."slow.example": expected a duration from 0s to 1d, '
            'such as "30m" or "2h"; got "2d"'
        ),
        'config.toml:10: hosts."Twice.Example": twice.example is there already',
        (
            "config.toml:11: hosts.unquoted: is a table; "
            'a name with dots stands in quotes: "unquoted.example"'
        ),
    ]
    assert problems("hosts = 3") == ["config.toml:1: hosts: expected a table, got 3"]


def test_a_number_that_cannot_be_printed_is_still_named() -> None:
    [problem] = problems(f"[reading]\nwidth = 0x{'f' * 9000}\n")
    assert problem.endswith("from 0 to 1000; got a number that is far too large")


def test_a_list_of_tables_is_no_table() -> None:
    assert problems("[[fetch]]") == ["config.toml:1: fetch: expected a table, got a list"]


@pytest.mark.parametrize("browser", ["[1]", '[""]', '["a\\u0000b"]'])
def test_arguments_are_texts_that_can_be_passed(browser: str) -> None:
    [problem] = problems(f"[programs]\nbrowser = {browser}\n")
    assert "a list of arguments" in problem


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[fetch]\ninterval = "1h', 2),
        ("[fetch]\r\ninterval = 1h\r\n", 2),
        ("[fetch]\nat_once = 1\nat_once = 2\n\n", 3),
        ("[fetch]\n[reading]\n[fetch]\n", 3),
        ("just words", 1),
        (f"x = {'[' * 100_000}", 0),
        (f"x = {'9' * 5000}", 0),
    ],
)
def test_text_that_is_not_toml_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(ConfigError) as caught:
        read_settings(text, "config.toml")
    [problem] = caught.value.problems
    assert problem.line == line


def test_what_a_message_repeats_is_safe_to_show() -> None:
    text = '[reading]\nmark_read = "\\u001b]0;owned\\u0007\\u202e"\n"k\\u001b[2Jey" = 1\n'
    assert not any("\x1b" in problem or "\u202e" in problem for problem in problems(text))


def test_a_byte_order_mark_is_no_mistake() -> None:
    assert read_settings("\ufeff[reading]\nwidth = 70\n", "config.toml").reading.width == 70


def test_the_example_file_is_what_the_settings_say() -> None:
    assert EXAMPLE.read_text(encoding="utf-8") == example()


def test_the_example_file_sets_the_defaults() -> None:
    assert read_settings(example(), "config.example.toml") == Settings()


def test_the_example_file_has_every_setting_on_a_line_of_its_own() -> None:
    lines = example().splitlines()
    keys = [
        line.partition(" = ")[0] for line in lines if not line.startswith("#") and " = " in line
    ]
    settings = asdict(Settings())
    del settings["keys"]
    assert keys == [name for table in settings.values() for name in table]


def test_the_host_in_the_example_file_works_when_its_mark_is_taken_away() -> None:
    text = example().replace('# "example.org"', '"example.org"')
    assert read_settings(text, "config.example.toml") == Settings(hosts={"example.org": 60})


def test_every_default_is_one_that_could_be_set() -> None:
    defaults = asdict(Settings())
    assert defaults.pop("hosts") == {}
    del defaults["keys"]
    assert {table: list(named) for table, named in rows().items()} == {
        table: list(named) for table, named in defaults.items()
    }
    assert all(
        row.default == defaults[table][name]
        for table, named in rows().items()
        for name, row in named.items()
    )


@pytest.mark.parametrize("contact", ["a b", "x\r\ny", "(me)", "é@example.org", "a" * 201])
def test_a_contact_is_what_may_stand_in_a_header(contact: str) -> None:
    with pytest.raises(ConfigError, match=r"config.toml:2: fetch.contact: expected a web or mail"):
        read_settings(f"[fetch]\ncontact = {json.dumps(contact)}\n", "config.toml")
