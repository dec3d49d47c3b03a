"""How long a text is, and whether it was cut off: the same measure for feeds' texts and pages'."""

import re
from html import unescape

SHORT = 100
"""Words below which an entry's text is taken for a summary."""

_DROPPED = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|template|noscript)\b.*?(?:</\1[^<>]*>?|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|cite|code|del|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u"
    r"|var|x-\w+|m\w{1,9}|mjx-[\w-]+)(?=[\s/>])[^<>]*>?",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[a-z/!?][^<>]*>?", re.IGNORECASE)
_NO_CHARACTER = re.compile(r"&#(?:\d{8,}|x[0-9a-f]{8,});?", re.IGNORECASE)
"""Numbers beyond all characters. Python refuses to read those of more than 4,300 digits."""

_CJK = re.compile("[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60]")

_LONGEST_SUMMARY = 50_000
"""Characters of HTML above which nothing is a summary, however it ends."""

_LONGEST_TAIL = 80
_CUT = re.compile(
    r"(?:\.\.\.|…|\b(?:read|learn|see) more|continue reading|read the (?:full|whole|rest of).{0,40}"
    r"|weiterlesen|lire la suite|leer más|seguir leyendo|continua a leggere|leia mais|lees verder"
    r"|читать далее|続きを読む|阅读全文)[\W_]*\Z",
    re.IGNORECASE,
)


def count_words(html: str) -> int:
    """How many words a text of HTML has; two signs of Chinese or Japanese are one."""
    return words_of_text(plain(html))


def words_of_text(text: str) -> int:
    """How many words a plain text has."""
    signs = len(_CJK.findall(text))
    return len((_CJK.sub(" ", text) if signs else text).split()) + signs // 2


def is_short(html: str) -> bool:
    """Whether a text has fewer than `SHORT` words, or ends as summaries do that were cut off."""
    if len(html) > _LONGEST_SUMMARY:
        return False
    text = plain(html)
    return bool(_CUT.search(text.strip()[-_LONGEST_TAIL:])) or words_of_text(text) < SHORT


def plain(html: str) -> str:
    """What of HTML is text, roughly: for counting, not for reading."""
    without = _DROPPED.sub(" ", html)
    text = _TAG.sub(" ", _INLINE.sub("", without))
    return unescape(_NO_CHARACTER.sub("\ufffd", text))
