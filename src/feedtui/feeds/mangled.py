"""Text that was encoded twice is encoded once.

A program reads UTF-8 as if it were Latin-1 or Windows-1252 and writes the result as UTF-8: “é”
arrives as “Ã©”. Such a text, written back in the wrong encoding, is valid UTF-8, which hardly any
other text is.
"""

import re

_SIGN = (
    "[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014"
    "\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
)
_SEQUENCE = re.compile(
    f"[\u00c2-\u00f4](?:(?<=[\u00c2\u00c3]){_SIGN}|(?<=[\u00c4-\u00df])[\u0080-\u00bf]"
    f"|(?<=[\u00e0-\u00ef]){_SIGN}{{2}}|(?<=[\u00f0-\u00f4]){_SIGN}{{3}})"
)
"""How the bytes of a character look that are taken for characters. A capital letter before a
trademark or a quotation mark is not among them: that is what people write. It begins with one set
of characters, for which a long text is searched fast."""

_TO_LATIN_1 = {
    ord(bytes([code]).decode("cp1252")): code
    for code in range(0x80, 0xA0)
    if code not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}


def unmangled(text: str) -> str:
    """The text that was meant by one that may have been encoded twice."""
    if text.isascii() or not _SEQUENCE.search(text):
        return text
    try:
        return text.translate(_TO_LATIN_1).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text
