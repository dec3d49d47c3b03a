"""The last frame: what is shown of a file that anybody may have written."""

from pathlib import Path

import pytest

from feedtui.store.frame import frame_bytes, read_frame

ROWS = ("\x1b[1;38;2;1;2;3mUnread\x1b[0m 5", "é 例 🙂")


def test_a_frame_of_this_size_is_read_as_it_was_kept(tmp_path: Path) -> None:
    file = tmp_path / "frame"
    file.write_bytes(frame_bytes(ROWS, 20, 2))
    assert read_frame(file, 20, 2) == ROWS


@pytest.mark.parametrize(("columns", "lines"), [(21, 2), (20, 3)])
def test_a_frame_of_another_size_is_none(tmp_path: Path, columns: int, lines: int) -> None:
    file = tmp_path / "frame"
    file.write_bytes(frame_bytes(ROWS, 20, 2))
    assert read_frame(file, columns, lines) == ()


@pytest.mark.parametrize(
    "row",
    [
        "\x1b]0;owned\x07",
        "\x1b]52;c;b3du\x1b\\",
        "\x1b[2J",
        "\x1b[6n",
        "\x9b31m",
        "a\rb",
        "\x1bc",
        "\x7f",
    ],
)
def test_a_frame_that_would_do_more_than_show_text_is_none(tmp_path: Path, row: str) -> None:
    file = tmp_path / "frame"
    file.write_bytes(frame_bytes(("harmless", row), 20, 2))
    assert read_frame(file, 20, 2) == ()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"feedtui frame 2 20 1\nrow", b"\n" * 9])
def test_a_file_that_is_no_frame_is_none(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "frame"
    file.write_bytes(content)
    assert read_frame(file, 20, 1) == ()
    assert read_frame(tmp_path, 20, 1) == read_frame(tmp_path / "none", 20, 1) == ()
