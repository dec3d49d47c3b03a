import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.pages.decoding import decoded

BRIDGE = "Старый мост — «Ёлка»"


def page(declaration: str, text: str) -> str:
    return f"<html><head>{declaration}<title>x</title></head><body>{text}</body></html>"


@pytest.mark.parametrize("codec", ["windows-1251", "koi8-r", "utf-8"])
def test_the_server_says_what_a_page_is_written_in(codec: str) -> None:
    data = page("", "Старый мост").encode(codec)
    assert "Старый мост" in decoded(data, f"text/html; charset={codec.upper()}")
    assert "Старый мост" in decoded(data, f'text/html;charset="{codec}"')


@pytest.mark.parametrize(
    "declaration",
    [
        '<meta charset="windows-1251">',
        "<meta charset=windows-1251>",
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
        "<meta content='text/html; charset=CP1251' http-equiv=content-type>",
    ],
)
def test_a_page_says_itself_what_it_is_written_in(declaration: str) -> None:
    data = page(declaration, BRIDGE).encode("windows-1251")
    assert BRIDGE in decoded(data, "text/html")


def test_what_is_written_into_xhtml_counts() -> None:
    data = ('<?xml version="1.0" encoding="iso-8859-2"?>' + page("", "žluťoučký")).encode("latin2")
    assert "žluťoučký" in decoded(data, "")


def test_the_server_is_believed_before_the_page() -> None:
    data = page('<meta charset="utf-8">', BRIDGE).encode("windows-1251")
    assert BRIDGE in decoded(data, "text/html; charset=windows-1251")


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_a_byte_order_mark_counts_most(mark: bytes) -> None:
    codec = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le"}.get(mark, "utf-16-be")
    data = mark + page('<meta charset="koi8-r">', BRIDGE).encode(codec)
    text = decoded(data, "text/html; charset=windows-1251")
    assert text.startswith("<html>")
    assert BRIDGE in text


def test_latin_1_means_windows_1252_as_it_does_to_browsers() -> None:
    data = page('<meta charset="iso-8859-1">', "“quoted” – 5 €").encode("cp1252")
    assert "“quoted” – 5 €" in decoded(data, "")


def test_without_a_word_a_page_is_utf_8_or_old() -> None:
    assert decoded("naïve …".encode(), "") == "naïve …"
    assert decoded("naïve …".encode("cp1252"), "") == "naïve …"
    assert decoded("naïve …".encode()[:-1], "") == "naïve "


@pytest.mark.parametrize("label", ["utf-7", "unicode_escape", "rot13", "zlib", "no-such", "idna"])
def test_other_labels_are_not_believed(label: str) -> None:
    assert decoded(b"+ADw-script+AD4-", f"text/html; charset={label}") == "+ADw-script+AD4-"


def test_a_page_that_calls_itself_utf_16_in_ascii_letters_is_not() -> None:
    assert "Text" in decoded(page('<meta charset="utf-16">', "Text").encode(), "")


@given(st.binary(max_size=200), st.text(max_size=40))
def test_no_bytes_and_no_header_raise(data: bytes, content_type: str) -> None:
    assert isinstance(decoded(data, f"text/html; charset={content_type}"), str)
