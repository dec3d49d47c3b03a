from dataclasses import replace

from feedtui.clean import SafeText
from feedtui.feeds.identity import digest, entry_id, identity_of
from feedtui.model import Enclosure, Entry

POST = Entry(
    identity="guid",
    title=SafeText("A title"),
    link=SafeText("https://example.org/1"),
    published=1_700_000_000,
    body="<p>Text</p>",
)


def test_an_id_is_sixteen_digits_of_address_and_identity() -> None:
    one = entry_id("https://example.org/feed", "1")
    assert one == entry_id("https://example.org/feed", "1")
    assert len(one) == 16
    assert set(one) <= set("0123456789abcdef")
    assert one != entry_id("https://example.org/feed1", "")
    assert one != entry_id("https://example.net/feed", "1")


def test_a_name_is_the_identity_whatever_else_changes() -> None:
    assert identity_of("guid", "One title", 1, "text") == "guid"
    assert identity_of("guid", "Another", 2, "more") == "guid"


def test_a_very_long_name_is_hashed() -> None:
    assert len(identity_of("x" * 100_000, "", None, "")) < 50


def test_an_entry_without_a_name_is_known_by_title_and_date_not_by_its_text() -> None:
    assert identity_of("", "T", 1, "text") == identity_of("", "T", 1, "edited text")
    assert identity_of("", "T", 1, "text") != identity_of("", "T", 2, "text")
    assert identity_of("", "", 1, "text") != identity_of("", "", 1, "other text")


def test_a_digest_ignores_dates_and_sees_text_and_files() -> None:
    file = Enclosure(SafeText("https://example.org/a.mp3"))
    assert digest(POST) == digest(replace(POST, published=None, updated=5))
    assert digest(POST) != digest(replace(POST, body="<p>Edited</p>"))
    assert digest(POST) != digest(replace(POST, title=SafeText("Edited")))
    assert digest(POST) != digest(replace(POST, enclosures=(file,)))
