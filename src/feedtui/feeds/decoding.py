"""The bytes of pages and JSON become text.

XML says its own encoding, and feedparser reads that. Pages and JSON are UTF-8 unless they begin
with a byte order mark, or are old.
"""

import codecs

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decoded(data: bytes) -> str:
    """Text, by its byte order mark, as UTF-8, or else as Windows-1252; never an error.

    Data may have been cut inside a character, so it is decoded as a piece.
    """
    if data.startswith(_UTF_16):
        return data.decode("utf-16", "replace")
    try:
        return codecs.getincrementaldecoder("utf-8-sig")().decode(data)
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
