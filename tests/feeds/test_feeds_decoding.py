import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.feeds.decoding import decoded, decoded_document

RUSSIAN = "Первая новость дня: погода в городе хорошая"
JAPANESE = "今日の天気はとても良いです。カタカナのテスト"
CHINESE = "今天的天气很好，我们去公园里走了一走，这是一个大的公园"
FRENCH = "“Été” à la plage où l’on était déjà"


def document(text: str, encoding: str, declared: str = "") -> bytes:
    said = f" encoding='{declared}'" if declared else ""
    return f"<?xml version='1.0'{said}?><a>{text}</a>".encode(encoding)


def text_of(body: bytes, content_type: str = "") -> str:
    return decoded_document(body, content_type).partition("<a>")[2].removesuffix("</a>")


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        (RUSSIAN, "windows-1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "KOI8-R"),
        (JAPANESE, "shift_jis", "Shift_JIS"),
        (JAPANESE, "shift_jis", "x-sjis"),
        (JAPANESE, "euc-jp", "x-euc-jp"),
        (JAPANESE, "iso-2022-jp", "iso-2022-jp"),
        (CHINESE, "gb18030", "gb2312"),
        (FRENCH, "cp1252", "iso-8859-1"),
        ("žluťoučký kůň", "cp1250", "windows-1250"),
    ],
)
def test_the_declared_encoding_is_read_as_browsers_read_it(
    text: str, encoding: str, declared: str
) -> None:
    assert text_of(document(text, encoding, declared)) == text


@pytest.mark.parametrize("declared", ["windows-1251", "iso-8859-1", "shift_jis", "utf-7", "x"])
def test_what_is_valid_utf_8_is_utf_8_whatever_it_claims(declared: str) -> None:
    assert text_of(document(RUSSIAN, "utf-8", declared)) == RUSSIAN


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
        (CHINESE, "gb18030"),
        (FRENCH, "cp1252"),
    ],
)
@pytest.mark.parametrize("declared", ["", "utf-8", "iso-8859-1"])
def test_an_encoding_that_is_not_declared_is_recognised(
    text: str, encoding: str, declared: str
) -> None:
    assert text_of(document(text, encoding, declared)) == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("declared", ["", "utf-8", "utf-16"])
def test_wide_characters_need_no_mark(encoding: str, declared: str) -> None:
    assert text_of(document(CHINESE, encoding, declared)) == CHINESE


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_believed_and_taken_off(encoding: str) -> None:
    body = document(CHINESE, encoding, "windows-1251")
    assert decoded_document(body, "").startswith("<?xml")
    assert text_of(body) == CHINESE


def test_of_two_claims_that_differ_the_one_made_on_purpose_counts() -> None:
    body = document(RUSSIAN, "windows-1251", "windows-1251")
    assert text_of(body, "text/xml; charset=ISO-8859-1") == RUSSIAN
    body = document(RUSSIAN, "windows-1251", "iso-8859-1")
    assert text_of(body, 'text/xml; charset="windows-1251"') == RUSSIAN


def test_a_declaration_is_found_behind_blank_lines_and_comments() -> None:
    body = b"\n\n<!-- x -->" + document("žluťoučký", "cp1250", "windows-1250")
    assert text_of(body) == "žluťoučký"


def test_one_bad_byte_does_not_cost_the_others() -> None:
    body = document(f"{RUSSIAN} é", "utf-8", "utf-8") + b"<b>\x93so\x94 \xe9</b>"
    assert decoded_document(body, "").endswith(f"<a>{RUSSIAN} é</a><b>“so” é</b>")


def test_bytes_that_an_encoding_does_not_have_are_marked() -> None:
    body = b"<?xml version='1.0' encoding='gb2312'?><a>\xd6\xd0\xff</a>"
    assert text_of(body) == "中\ufffd"


def test_a_page_that_was_cut_inside_a_character_is_still_utf_8() -> None:
    assert decoded("né".encode()[:-1] + b"") == "n"
    assert decoded(codecs.BOM_UTF16_LE + "né".encode("utf-16-le")) == "né"
    assert decoded(b"n\xe9e") == "née"


@given(st.binary(max_size=200), st.text(max_size=40))
def test_no_bytes_and_no_header_break_the_decoder(body: bytes, header: str) -> None:
    assert isinstance(decoded_document(body, f"text/xml; charset={header}"), str)
    assert isinstance(decoded(body), str)
