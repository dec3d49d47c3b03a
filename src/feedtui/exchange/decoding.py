"""Bytes of a file of unknown origin become text, always.

What a file says of its encoding is believed when its bytes agree. XML names it in its first line
(XML 1.0, appendix F); without a name it is UTF-8, and what isn't is Windows-1252.
"""

import codecs
import re
from collections.abc import Iterator

_DECLARED = re.compile(rb"\s*<\?xml\b[^>]{0,100}?\bencoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_LONGEST_DECLARATION = 300
_BEGINNINGS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)

# Python has these among its text encodings. No file is written in them, and one is slow on purpose.
_NOT_FOR_FILES = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "utf-7"})


def decode(body: bytes) -> str:
    """The text of a file, without a byte order mark; never fails."""
    for encoding in _candidates(body):
        try:
            return body.decode(encoding).removeprefix("\ufeff")
        except (LookupError, UnicodeError):
            continue
    return body.decode("cp1252", errors="replace")


def _candidates(body: bytes) -> Iterator[str]:
    yield from (encoding for mark, encoding in _BEGINNINGS if body.startswith(mark))
    declared = _DECLARED.match(body[:_LONGEST_DECLARATION])
    if declared and _is_likely(declared[1].decode("ascii")):
        yield declared[1].decode("ascii")
    yield "utf-8"


def _is_likely(name: str) -> bool:
    """A declaration that could be read byte by byte is not in UTF-16 or 32, whatever it says."""
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return False
    return known not in _NOT_FOR_FILES and not known.startswith(("utf-16", "utf-32"))
