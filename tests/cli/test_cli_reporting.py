"""What is told of a refresh while it goes on."""

import io
import json

import pytest

from feedtui.clean import clean_line
from feedtui.cli.context import Context
from feedtui.cli.reporting import Bar, Counts, Objects
from feedtui.engine.watch import Watch
from feedtui.library.home import Home
from feedtui.model import Failed, Unchanged, Updated


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 1


@pytest.fixture
def seconds() -> list[float]:
    return [0.0]


@pytest.fixture
def watch(seconds: list[float]) -> Watch:
    return Watch(lambda: seconds[0])


def context(home: Home, out: io.StringIO) -> Context:
    return Context(home, io.BytesIO(), out)


def test_a_host_is_slow_once_it_was_waited_for_too_long_the_longest_first(
    watch: Watch, seconds: list[float]
) -> None:
    with watch.waiting("first.example"):
        seconds[0] = 2
        with watch.waiting("second.example"), watch.waiting("second.example"):
            assert (watch.awaited, watch.slow()) == (3, ())
            seconds[0] = 4
            assert watch.slow() == ("first.example",)
            seconds[0] = 6
            assert watch.slow() == ("first.example", "second.example")
        assert watch.slow() == ("first.example",)
    assert (watch.awaited, watch.slow()) == (0, ())


def test_what_is_awaited_is_an_object_when_it_is_wanted_and_has_changed(
    home: Home, watch: Watch, seconds: list[float]
) -> None:
    out, silent = io.StringIO(), io.StringIO()
    reports = [
        Objects(context(home, out), progress=True),
        Objects(context(home, silent), progress=False),
    ]
    with watch.waiting("slow.example"):
        for second in (1, 2, 4, 5):
            seconds[0] = second
            for report in reports:
                report.tick(watch)
    assert [json.loads(line) for line in out.getvalue().splitlines()] == [
        {"awaited": 1, "slow": []},
        {"awaited": 1, "slow": ["slow.example"]},
    ]
    assert silent.getvalue() == ""


def test_the_bar_counts_what_came_and_names_who_is_slow(
    home: Home, watch: Watch, seconds: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.get_terminal_size", lambda _: type("Size", (), {"columns": 100}))
    out, counts = Terminal(), Counts()
    bar = Bar(context(home, out), 4, counts)
    outcome = Updated("https://a.example/", 3, 0, 0)
    counts.add(outcome)
    bar.tell(outcome)
    assert out.getvalue().endswith("1/4  3 new")
    with watch.waiting("slow.example"):
        seconds[0] = 9
        bar.tick(watch)
    assert out.getvalue().endswith("1/4  3 new  waiting for slow.example")


def test_the_bar_is_drawn_on_a_terminal_that_does_not_know_its_width(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.get_terminal_size", lambda _: type("Size", (), {"columns": 0}))
    out = Terminal()
    Bar(context(home, out), 2, Counts()).tell(Unchanged("https://a.example/", 0))
    assert out.getvalue().endswith("0/2  0 new")


def test_failures_and_moves_stand_above_the_bar(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.get_terminal_size", lambda _: type("Size", (), {"columns": 100}))
    out = Terminal()
    bar = Bar(context(home, out), 2, Counts())
    bar.tell(Failed("https://a.example/", clean_line("it went silent"), 0))
    bar.tell(Unchanged("https://b.example/", 0, moved="https://c.example/"))
    lines = out.getvalue().replace("\x1b[K", "").replace("\r", "\n").splitlines()
    assert "failed\thttps://a.example/\tit went silent" in lines
    assert "unchanged\thttps://b.example/\tmoved to https://c.example/ for good" in lines
