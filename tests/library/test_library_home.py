from pathlib import Path

import pytest

from feedtui.library.first_run import importable, prepare
from feedtui.library.home import Home
from feedtui.model import WELCOME, Subscription
from feedtui.query.views import ALL
from feedtui.store.cache import FeedCache
from refusing import Disk
from world import Complaints


def test_a_first_start_where_nothing_can_be_written_is_told_and_goes_on(
    home: Home, complaints: Complaints, disk: Disk
) -> None:
    disk.become_read_only()
    prepare(home)
    assert [str(home.places.data) in said for said in complaints.said] == [True]
    assert home.subscriptions() == ()
    library = home.library()
    assert library.items(ALL) == []


def test_the_next_start_with_room_is_the_first(
    home: Home, complaints: Complaints, disk: Disk
) -> None:
    disk.become_full()
    prepare(home)
    disk.recover()
    complaints.said.clear()
    prepare(home)
    assert home.subscriptions() == (Subscription(WELCOME),)
    assert len(home.library().items(ALL)) == 5
    assert complaints.said == []


def test_a_first_start_that_is_killed_before_its_end_is_made_again(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def die(*_given: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(FeedCache, "write_history", die)
        with pytest.raises(Killed):
            prepare(home)
    prepare(home)
    assert home.subscriptions() == (Subscription(WELCOME),)
    assert len(home.library().items(ALL)) == 5


def test_without_a_home_nobody_elses_lists_are_looked_for() -> None:
    assert importable({}) == ()
    assert Path("/home/x/.newsboat/urls") in tuple(importable({"HOME": "/home/x"}))
