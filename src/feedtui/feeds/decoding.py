"""The bytes of documents become text, always.

A document has up to three opinions on its encoding: a byte order mark, the charset of its HTTP
header and the declaration of its first line. The bytes themselves are the fourth, and the one that
doesn't lie: what is valid UTF-8 and not plain ASCII is UTF-8, whatever else is claimed. Next come
the claims, as long as the bytes agree. What claims to be UTF-8 and has a few bad bytes is UTF-8
with pieces of Windows-1252 pasted in, and only those are read so: the rest stays whole.

Names of encodings mean what browsers take them for (https://encoding.spec.whatwg.org/): Latin-1 is
Windows-1252, GB 2312 is GB 18030. A claim to be Western is what programs say when nobody told them;
text that is plainly of another script is believed more (`guessing`).
"""

import codecs
import re
from collections.abc import Iterator

from feedtui.feeds.guessing import guessed

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_SHAPES = (
    (re.compile(rb"[\t\n\r <]\0\0\0"), "utf-32-le"),
    (re.compile(rb"\0\0\0[\t\n\r <]"), "utf-32-be"),
    (re.compile(rb"(?:[\t\n\r -~]\0){2}"), "utf-16-le"),
    (re.compile(rb"(?:\0[\t\n\r -~]){2}"), "utf-16-be"),
)
"""How ASCII characters begin a document of wide characters that has no mark."""

_DECLARED = re.compile(
    rb"<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']\s*([\w.:-]{1,40})", re.IGNORECASE
)
_LONGEST_PROLOG = 4096
"""Bytes in which the declaration is looked for; other things may stand before it."""

_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)

_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
"""Python's names of encodings, and those which documents of that name are in fact written in."""

_UNKNOWN_TO_PYTHON = {
    "windows-874": "cp874",
    "windows-31j": "cp932",
    "windows-949": "cp949",
    "iso-8859-8-i": "iso8859-8",
}

_OF_TEXT = re.compile(
    r"utf-8|cp\d+|iso8859-\d+|koi8-[rtu]|mac-\w+|gb18030|big5hkscs|euc_jp|euc_jis\w+|shift_jis\w+"
    r"|iso2022_\w+|kz1048|ptcp154|hp-roman8"
)
"""Encodings in which a document may say that it is, byte by byte. UTF-16 would have been seen, and
the rest of what Python knows (UTF-7, punycode) is for mail and names."""

_ESCAPING = re.compile(r"iso2022_\w+")
_BYTES_ALONE = re.compile("[\udc80-\udcff]+")
_CHARACTERS = re.compile("[^\x00-\x7f\ud800-\udfff]+")

_WESTERN = frozenset({"cp1252", "utf-8"})
"""What servers say of documents that they know nothing of."""


def decoded(data: bytes) -> str:
    """The text of a page or of JSON: by its byte order mark, as UTF-8, or as Windows-1252.

    Data may have been cut inside a character, so it is decoded as a piece.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return _mixed(data)


def decoded_document(data: bytes, content_type: str) -> str:
    """The text of an XML or JSON document; `content_type` is the header of that name, or empty."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _wide(data[len(mark) :], encoding)
    for shape, encoding in _SHAPES:
        if shape.match(data):
            return data.decode(encoding, "replace")
    return _by_claims(data, tuple(_claims(data, content_type)))


def _wide(data: bytes, encoding: str) -> str:
    """Marked text. Some programs put a mark of UTF-8 before text that isn't."""
    return _mixed(data) if encoding == "utf-8" else data.decode(encoding, "replace")


def _by_claims(data: bytes, claims: tuple[str, ...]) -> str:
    escaping = tuple(name for name in claims if _ESCAPING.fullmatch(name) and b"\x1b" in data)
    try:
        return data.decode(escaping[0] if escaping else "utf-8")
    except UnicodeDecodeError:
        return _by_bytes(data, tuple(name for name in claims if name not in _WESTERN))


def _by_bytes(data: bytes, claims: tuple[str, ...]) -> str:
    """What is not UTF-8 throughout: mostly, or as claimed, or as it looks."""
    text = data.decode("utf-8", "surrogateescape")
    if _is_mostly_utf_8(text):
        return _BYTES_ALONE.sub(_as_cp1252, text)
    candidates = claims or tuple(filter(None, [guessed(data)]))
    for encoding in candidates:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode(candidates[0], "replace") if candidates else _mixed(data)


def _is_mostly_utf_8(text: str) -> bool:
    bad = sum(map(len, _BYTES_ALONE.findall(text)))
    return bad < sum(map(len, _CHARACTERS.findall(text)))


def _claims(data: bytes, content_type: str) -> Iterator[str]:
    """The encodings that header and document name."""
    header, document = _CHARSET.search(content_type), _DECLARED.search(data[:_LONGEST_PROLOG])
    yield from filter(None, [_meant(header[1] if header else "")])
    yield from filter(None, [_meant(document[1].decode("ascii", "ignore") if document else "")])


def _meant(name: str) -> str:
    """Python's name of the encoding that a name stands for, empty if there is none."""
    name = name.lower().removeprefix("x-")
    try:
        known = codecs.lookup(_UNKNOWN_TO_PYTHON.get(name, name)).name
    except (LookupError, ValueError):
        return ""
    meant = _MEANT.get(known, known)
    return meant if _OF_TEXT.fullmatch(meant) else ""


def _mixed(data: bytes) -> str:
    """UTF-8 in which the bytes that are none are Windows-1252."""
    return _BYTES_ALONE.sub(_as_cp1252, data.decode("utf-8", "surrogateescape"))


def _as_cp1252(match: re.Match[str]) -> str:
    return match[0].encode("utf-8", "surrogateescape").decode("cp1252", "replace")
