import os
from pathlib import Path

import pytest

from feedtui.store import condition as conditions
from feedtui.store.condition import condition, obstacles
from feedtui.store.paths import Places


@pytest.fixture
def folders(places: Places) -> Places:
    for folder in (places.config, places.data, places.state):
        folder.mkdir(parents=True)
    return places


def test_what_lies_about_is_told_apart(folders: Places) -> None:
    feed = folders.feeds / "example.org-1234abcd"
    feed.mkdir(parents=True)
    names = (
        "heads.json",
        "heads.json.damaged-2",
        ".bodies.json.abcd1234.part",
        "heads.json.v1",
        "heads.sync-conflict-20260102-030405-ABCDEFG.json",
    )
    for name in names:
        (feed / name).write_text("{}")
    (feed.parent / "example.com-0.damaged-1").mkdir()
    (folders.config / ".feeds.toml.abcd1234.part").write_text("")
    (folders.config / ".feeds.toml.swp").write_text("a person's editor")
    found = condition(folders)
    assert {path.name for path in found.damaged} == {names[1], "example.com-0.damaged-1"}
    assert {path.name for path in found.leftovers} == {names[2], ".feeds.toml.abcd1234.part"}
    assert [path.name for path in found.older] == [names[3]]
    assert [path.name for path in found.carried] == [names[4]]


def test_where_all_is_well_nothing_is_in_the_way(folders: Places) -> None:
    assert obstacles(folders) == []


def test_folders_that_are_not_there_yet_are_no_obstacle(places: Places) -> None:
    assert obstacles(places) == []


def test_a_file_in_the_place_of_a_folder_is_an_obstacle(folders: Places) -> None:
    folders.data.rmdir()
    folders.data.write_text("a file")
    assert obstacles(folders) == [
        f"{folders.data} is not a folder; nothing can be kept in {folders.data}"
    ]


def test_a_folder_that_cannot_be_written_in_is_an_obstacle(
    folders: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, _how: path != folders.state)
    said = f"{folders.state} can't be written in; what is done is not kept in {folders.state}"
    assert obstacles(folders) == [said]


def test_a_disk_that_is_nearly_full_is_an_obstacle(
    folders: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def free(folder: Path) -> int:
        return 3 * 1024 if folder == folders.data else 10**9

    monkeypatch.setattr(conditions, "free_bytes", free)
    assert obstacles(folders) == [f"{folders.data} has 3 KiB of free space left"]
