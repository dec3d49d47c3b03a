"""A document that came packed, though no header says so, is unpacked.

Servers keep `feed.xml.gz` and forget to say `Content-Encoding`, or compress what is compressed.
"""

import zlib

_MOST = 16 * 1024 * 1024
"""Bytes of a document after unpacking; what is beyond is cut off, as feeds survive a lost end."""

_GZIP = b"\x1f\x8b"
_ZLIB = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")
_MOST_TIMES = 2


def unpacked(body: bytes) -> bytes:
    """The document in a gzip or zlib file, up to 16 MiB of it; other bytes as they are.

    A file whose end is lost gives what its beginning holds.
    """
    for _ in range(_MOST_TIMES):
        if not body.startswith((_GZIP, *_ZLIB)):
            break
        body = _unpacked(body)
    return body


def _unpacked(body: bytes) -> bytes:
    wbits = 31 if body.startswith(_GZIP) else 15
    try:
        return zlib.decompressobj(wbits).decompress(body, _MOST)
    except zlib.error:
        return body
