from pathlib import Path

import pytest

from feedtui.library.exposure import exposure, others_can_read
from feedtui.model import Subscription


@pytest.mark.parametrize(
    ("file", "folders", "open_to_others"),
    [
        (0o100644, (0o40755, 0o40755), True),
        (0o100644, (0o40755, 0o40711), True),
        (0o100640, (0o40750, 0o40755), True),
        (0o100644, (0o40755, 0o40700), False),
        (0o100644, (0o40744, 0o40755), False),
        (0o100640, (0o40705, 0o40755), False),
        (0o100600, (0o40755, 0o40755), False),
        (0o100611, (0o40755, 0o40755), False),
    ],
)
def test_others_read_what_is_open_to_them_all_the_way(
    file: int, folders: tuple[int, ...], *, open_to_others: bool
) -> None:
    assert others_can_read(file, folders) == open_to_others


def test_nothing_is_told_of_a_file_without_passwords_or_for_the_person_alone(
    tmp_path: Path,
) -> None:
    path = tmp_path / "feeds.toml"
    path.touch(mode=0o600)
    assert exposure(path, [Subscription("https://me:secret@a.example/")]) == ""
    path.chmod(0o644)
    assert exposure(path, [Subscription("https://a.example/@me")]) == ""
    assert exposure(tmp_path / "none", [Subscription("https://me:secret@a.example/")]) == ""
