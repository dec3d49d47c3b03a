import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.net.addresses import Address, as_sent, taken_apart


@pytest.mark.parametrize(
    ("url", "bare", "authorization"),
    [
        ("https://a.example/f", "https://a.example/f", ""),
        ("https://a.example/f?#part", "https://a.example/f?", ""),
        ("https://n:p@a.example:81/@f", "https://a.example:81/@f", "Basic bjpw"),
        ("https://n@a.example/", "https://a.example/", "Basic bjo="),
        ("https://n:p@q@a.example/", "https://a.example/", "Basic bjpwQHE="),
        ("https://%6e:%3a%2f@a.example/", "https://a.example/", "Basic bjo6Lw=="),
        ("https://é@a.example/", "https://a.example/", "Basic w6k6"),
        (" https://n:\tp@a.ex\nample/", "https://a.example/", "Basic bjpw"),
        ("https://@a.example/", "https://a.example/", ""),
    ],
)
def test_credentials_and_fragment_are_taken_off_an_address(
    url: str, bare: str, authorization: str
) -> None:
    assert taken_apart(url) == Address(bare, authorization)


@given(st.text("abc:@%2/\t ", min_size=1))
def test_no_address_keeps_its_credentials(credentials: str) -> None:
    name = credentials.replace("/", "")
    apart = taken_apart(f"https://{name}@a.example/f")
    assert apart.url == "https://a.example/f"


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("https://a.example/%2f%2F?x=[1]|~", "https://a.example/%2f%2F?x=[1]|~"),
        ("https://a.example/ä b", "https://a.example/%C3%A4%20b"),
        ("https://a.example/\x01\x7f", "https://a.example/%01%7F"),
        ("https://a.example/\udce9", "https://a.example/%E9"),
    ],
)
def test_only_what_http_cannot_carry_is_encoded(url: str, sent: str) -> None:
    assert as_sent(url) == sent


def test_half_a_character_cannot_be_sent() -> None:
    with pytest.raises(UnicodeEncodeError):
        as_sent("https://a.example/\ud800")
