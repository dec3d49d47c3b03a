"""What a person left behind on the screen is there at the next start, or forgotten without fuss."""

from dataclasses import replace
from pathlib import Path

import pytest

from feedtui.store.leaving import Left, Panes, keep_left, read_left


def test_the_widths_of_panes_are_remembered(tmp_path: Path) -> None:
    left = replace(Left(), panes=Panes(33, 512))
    keep_left(tmp_path / "left.json", left)
    assert read_left(tmp_path / "left.json") == left


@pytest.mark.parametrize("content", [b"", b"\xff", b"[]", b'{"panes": 3}', b"[" * 100_000])
def test_what_cannot_be_read_is_as_good_as_nothing(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "left.json"
    path.write_bytes(content)
    assert read_left(path) == Left()
    keep_left(path, Left())
    assert read_left(path) == Left()


def test_what_a_newer_feedtui_keeps_there_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "left.json"
    path.write_bytes(b'{"version": 9, "panes": "elsewhere"}')
    assert read_left(path) == Left()
    keep_left(path, Left())
    assert path.read_bytes() == b'{"version": 9, "panes": "elsewhere"}'


def test_a_disk_that_refuses_is_not_worth_a_word(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    keep_left(tmp_path / "file" / "left.json", Left())
