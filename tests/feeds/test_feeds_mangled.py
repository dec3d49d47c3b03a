import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.feeds.mangled import unmangled


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
@pytest.mark.parametrize("text", ["Café", "naïve résumé", "£30 million", "ñandú"])
def test_text_that_was_encoded_twice_is_read_once(text: str, encoding: str) -> None:
    assert unmangled(text.encode().decode(encoding)) == text


def test_quotation_marks_that_were_encoded_twice_are_read_once() -> None:
    assert unmangled("â€œso itâ€™s saidâ€\x9d â€¦") == "“so it’s said” …"


@pytest.mark.parametrize(
    "text", ["", "plain", "Café", "Ã", "CAFÉ™", "Привет", "50 £ – “so”", "Ã© “x”Ż"]
)
def test_other_text_is_left_alone(text: str) -> None:
    assert unmangled(text) == text


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert isinstance(unmangled(text), str)
