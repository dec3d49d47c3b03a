"""Addresses as people read them, and as others get them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.address import (
    is_plain_local_address,
    path_of,
    program_of,
    shown_address,
    with_credentials_of,
    without_credentials,
)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://me:secret@a.example/feed", "https://•••@a.example/feed"),
        ("https://token@a.example/feed", "https://•••@a.example/feed"),
        ("https://me:se@cret@a.example/feed", "https://•••@a.example/feed"),
        ("https://me:se/cret@a.example/feed", "https://•••@a.example/feed"),
        ("https://me:sec?r#et@a.example", "https://•••@a.example"),
        ("exec:get https://me:secret@a.example/ now", "exec:get https://•••@a.example/ now"),
        ("https://a.example/@me/feed", "https://a.example/@me/feed"),
        ("https://a.example:8080/@me", "https://a.example:8080/@me"),
        ("https://a.example:8080?to=me@b.example", "https://a.example:8080?to=me@b.example"),
        ("a\x1b[31m\nb", "a b"),
    ],
)
def test_a_person_reads_no_credentials(address: str, shown: str) -> None:
    assert shown_address(address) == shown


@given(st.text(":/?#@ ab0", max_size=12), st.text(":@ab0", min_size=1, max_size=8))
def test_no_password_is_shown_however_it_is_written(password: str, host: str) -> None:
    assert "s3cret" not in shown_address(f"https://me:s3cret{password}@a.example/{host}")


def test_long_texts_are_shown_at_once() -> None:
    text = "https://" * 20_000 + ":" * 100_000 + "@"
    assert shown_address(text).startswith("https://")


def test_others_get_the_address_alone() -> None:
    assert without_credentials("https://me:secret@a.example/f?x=@") == "https://a.example/f?x=@"
    assert (
        without_credentials("https://a.example/?u=https://b@c")
        == "https://a.example/?u=https://b@c"
    )


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://a.example/new", "https://me:secret@a.example/new"),
        ("https://A.example/new", "https://me:secret@A.example/new"),
        ("https://you@a.example/new", "https://you@a.example/new"),
        ("http://a.example/new", "http://a.example/new"),
        ("https://a.example:444/new", "https://a.example:444/new"),
        ("https://b.example/new", "https://b.example/new"),
        ("file:///new", "file:///new"),
    ],
)
def test_credentials_go_along_within_one_origin(address: str, expected: str) -> None:
    assert with_credentials_of(address, "https://me:secret@a.example/old") == expected


def test_files_and_programs_are_read_off_their_addresses() -> None:
    assert path_of("file:///home/me/my%20feed.xml") == "/home/me/my feed.xml"
    assert path_of("file://localhost/feed.xml") == "/feed.xml"
    assert program_of("exec:~/bin/make-feed --all 'two words'") == (
        "~/bin/make-feed",
        "--all",
        "two words",
    )
    assert not is_plain_local_address("file:///a%00b")
    assert not is_plain_local_address("exec:\u202emake-feed")
