"""How long reading takes, in the scripts of the world."""

import pytest

from feedtui.article.outline import reading_minutes
from feedtui.article.reader import read


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("word " * 460, 2),
        ("字" * 1000, 2),
        ("かな" * 500, 2),
        ("대한민국은 " * 200, 2),
        ("ภาษาไทย " * 400, 2),
        ("ភាសា" * 600, 2),
        ("word – " * 230, 1),
        ("café " * 230, 1),
    ],
    ids=["English", "Chinese", "Japanese", "Korean", "Thai", "Khmer", "dashes", "accents"],
)
def test_reading_takes_as_long_in_any_script(text: str, minutes: int) -> None:
    assert reading_minutes(read(f"<p>{text}</p>")) == minutes
