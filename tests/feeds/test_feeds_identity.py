from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from feedtui.clean import SafeText
from feedtui.feeds.identity import digest, entry_id, identity_of, short_hash, told_apart
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


def test_the_same_entry_twice_is_one() -> None:
    assert told_apart([POST, POST]) == (POST,)


def test_entries_that_share_a_guid_are_told_apart_by_their_links() -> None:
    other = replace(POST, link=SafeText("https://example.org/2"))
    one, two = told_apart([POST, other])
    assert one.identity == f"guid#{short_hash(POST.link)}"
    assert two.identity == f"guid#{short_hash(other.link)}"


def test_entries_that_share_guid_and_link_are_told_apart_by_their_dates() -> None:
    other = replace(POST, published=1_700_000_001)
    one, two = told_apart([POST, other])
    assert one.identity == f"guid#{short_hash('1700000000')}"
    assert two.identity == f"guid#{short_hash('1700000001')}"


def test_a_digest_ignores_dates_and_sees_text_and_files() -> None:
    file = Enclosure(SafeText("https://example.org/a.mp3"))
    assert digest(POST) == digest(replace(POST, published=None, updated=5))
    assert digest(POST) != digest(replace(POST, body="<p>Edited</p>"))
    assert digest(POST) != digest(replace(POST, title=SafeText("Edited")))
    assert digest(POST) != digest(replace(POST, enclosures=(file,)))


entries = st.lists(
    st.builds(
        Entry,
        identity=st.sampled_from("abc"),
        title=st.sampled_from("xyz").map(SafeText),
        link=st.sampled_from(["", "l", "m"]).map(SafeText),
        published=st.sampled_from([None, 1, 2]),
        body=st.sampled_from(["", "t"]),
    ),
    max_size=12,
)


@given(entries)
def test_no_two_entries_of_a_document_share_an_identity(written: list[Entry]) -> None:
    identities = [entry.identity for entry in told_apart(written)]
    assert len(set(identities)) == len(identities)


@given(entries)
def test_identities_do_not_depend_on_order(written: list[Entry]) -> None:
    assert set(told_apart(written)) == set(told_apart(written[::-1]))
