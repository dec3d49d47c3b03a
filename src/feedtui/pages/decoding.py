"""The bytes of a web page become text, as a browser would read them.

A byte order mark counts most, then what the server said, then what the page says of itself, then
that it is UTF-8 (WHATWG HTML, 13.2.3.2). Labels mean what browsers take them for (WHATWG Encoding,
4.2): Latin-1 is Windows-1252, GB 2312 is GB 18030.
"""

import codecs
import re

_BEGINNING = 4096
"""Bytes in which a page may say its encoding; a browser looks at the first 1024."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = re.compile(r"""charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})""", re.IGNORECASE)
_META = re.compile(
    rb"""<meta\b[^>]{0,500}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})""", re.IGNORECASE
)
_XML = re.compile(rb"""\A\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})""")

_CODECS = {
    "utf-8": "utf8 unicode-1-1-utf-8",
    "cp1252": "latin1 latin-1 l1 iso-8859-1 iso8859-1 iso88591 ascii us-ascii windows-1252 cp1252",
    "iso8859-2": "iso-8859-2 iso8859-2 latin2",
    "iso8859-5": "iso-8859-5 iso8859-5",
    "iso8859-6": "iso-8859-6",
    "iso8859-7": "iso-8859-7 iso8859-7 greek",
    "iso8859-8": "iso-8859-8 iso-8859-8-i hebrew",
    "cp1254": "iso-8859-9 iso8859-9 latin5 windows-1254 cp1254",
    "iso8859-13": "iso-8859-13",
    "iso8859-15": "iso-8859-15 iso8859-15 latin-9",
    "cp874": "tis-620 windows-874 iso-8859-11",
    "cp1250": "windows-1250 cp1250",
    "cp1251": "windows-1251 cp1251 win-1251 win1251",
    "cp1253": "windows-1253 cp1253",
    "cp1255": "windows-1255 cp1255",
    "cp1256": "windows-1256 cp1256",
    "cp1257": "windows-1257 cp1257",
    "cp1258": "windows-1258 cp1258",
    "cp866": "ibm866 cp866 866",
    "koi8-r": "koi8-r koi8 koi8r",
    "koi8-u": "koi8-u koi8-ru",
    "mac_roman": "macintosh mac x-mac-roman",
    "gb18030": "gb2312 gbk gb18030 gb_2312-80 x-gbk chinese",
    "big5hkscs": "big5 big5-hkscs x-x-big5 cn-big5",
    "euc_jp": "euc-jp x-euc-jp",
    "cp932": "shift_jis shift-jis sjis x-sjis ms_kanji windows-31j",
    "iso2022_jp": "iso-2022-jp",
    "cp949": "euc-kr ks_c_5601-1987 korean windows-949",
    "utf-16-le": "utf-16 utf-16le",
    "utf-16-be": "utf-16be",
}
_LABELS = {label: codec for codec, labels in _CODECS.items() for label in (codec, *labels.split())}


def decoded(data: bytes, content_type: str) -> str:
    """The text of a page. `content_type` is what its server said; never an error."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    codec = _named_by_server(content_type) or _named_by_page(data[:_BEGINNING])
    return data.decode(codec, "replace") if codec else _undeclared(data)


def _named_by_server(content_type: str) -> str:
    match = _CHARSET.search(content_type[:500])
    return _LABELS.get(match[1].lower(), "") if match else ""


def _named_by_page(beginning: bytes) -> str:
    match = _META.search(beginning) or _XML.search(beginning)
    codec = _LABELS.get(match[1].decode().lower(), "") if match else ""
    # What could be read as ASCII up to here isn't UTF-16, whatever it says.
    return "utf-8" if codec.startswith("utf-16") else codec


def _undeclared(data: bytes) -> str:
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
