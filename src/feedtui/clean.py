"""Any string from outside becomes text that a terminal can be shown.

A feed is written by strangers. Its bytes can carry escape sequences that retitle a terminal,
write its clipboard or clear its screen; bidirectional overrides that turn `exe.txt` around; five
thousand accents on one letter. The toolkit forwards all of it, so all of it is taken out once,
where text enters the program, and the type `SafeText` remembers that it was.

What stays is what a writer can have meant: every script, its accents, joiners, and the line breaks
and tabs of a text. What a title can mean is less: one line.
"""

import re
from functools import cache
from typing import NewType
from unicodedata import category

SafeText = NewType("SafeText", str)
"""A string that came through `clean` or `clean_line`."""

_MOST_MARKS = 4
"""Combining marks on one base; scripts that stack them stay below it, vandals don't."""

_LONGEST_STRING = 4096
"""Characters that one control string (a title, a clipboard) may take with it; an unterminated one
therefore can't eat the article behind it."""

_SEQUENCE = re.compile(
    r"\x1b\[[0-?]{0,64}[ -/]{0,8}[@-~]"  # CSI: colours, cursor
    rf"|\x1b[\]PX^_][^\x07\x1b\n]{{0,{_LONGEST_STRING}}}(?:\x07|\x1b\\)"  # OSC, DCS, SOS, PM, APC
    r"|\x1b[ -/]{0,4}[0-~]"  # the two-character ones, and what is left of a broken long one
)

# Read as Latin-1 where Windows-1252 was meant: the commonest mistake in old feeds, and at the same
# time the 8-bit forms of the escape sequences.
_C1 = re.compile("[\x80-\x9f]")

_LINE_BREAK = re.compile("\r\n?|[\u2028\u2029]")

_FORBIDDEN = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f"  # C0, DEL
    "\u200b\u2060-\u2064\ufeff"  # zero width: nothing to see, much to hide
    "\u202a-\u202e\u2066-\u206f"  # bidi embeddings, overrides, isolates
    "\ufff9-\ufffb"  # interlinear annotation
    "\U000e0000-\U000e007f"  # tag characters
    "\ufdd0-\ufdef\ufffe\uffff\U0010eeee\U0010fffe\U0010ffff"  # not characters; kitty's images
    "]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_SPACES = re.compile(r"\s+")

# Runs that may hold too many marks: a cheap look that spares most texts the large pattern below.
_MARK_RUN = re.compile(
    "[^\x00-\u02ff\u0370-\u0482\u048a-\u058f\u05d0-\u060f\u061b-\u064a\u2010-\u20cf"
    rf"\u3040-\u3098\u309b-\ua65f\uac00-\ud7ff]{{{_MOST_MARKS + 1}}}"
)

# Where Unicode keeps its combining marks, in whole blocks; `category` picks them out.
_MARK_BLOCKS = (
    (0x0300, 0x1B00),
    (0x1B00, 0x2100),
    (0x2CE0, 0x3100),
    (0xA660, 0xAC00),
    (0xFB1E, 0xFB1F),
    (0xFE00, 0xFE30),
    (0x10100, 0x12000),
    (0x13430, 0x13460),
    (0x16AF0, 0x17000),
    (0x1BC90, 0x1BCA0),
    (0x1CF00, 0x1D300),
    (0x1DA00, 0x1E950),
    (0xE0100, 0xE01F0),
)


def clean(text: str) -> SafeText:
    """Text of one or more lines, without anything that acts on a terminal or hides from a reader.

    `\\n` and `\\t` stay; other line ends become `\\n`. Cleaning what is clean changes nothing.
    """
    if text.isascii() and text.isprintable():
        return SafeText(text)
    text = _LINE_BREAK.sub("\n", text)
    if not text.isascii():
        text = _C1.sub(_as_cp1252, text)
    text = _SEQUENCE.sub("", text) if "\x1b" in text else text
    text = _FORBIDDEN.sub("", text)
    if text.isascii():
        return SafeText(text)
    text = _SURROGATE.sub("\ufffd", text)
    return SafeText(_too_many_marks().sub(r"\1", text) if _MARK_RUN.search(text) else text)


def clean_line(text: str, most: int | None = None) -> SafeText:
    """Text of one line: white space of every kind becomes single blanks, the ends are trimmed.

    `most` bounds its length in characters; what is cut is shown by an ellipsis.
    """
    line = _SPACES.sub(" ", clean(text)).strip()
    if most is not None and len(line) > most:
        line = line[: most - 1].rstrip() + "…"
    return SafeText(line)


def _as_cp1252(match: re.Match[str]) -> str:
    return match[0].encode("latin-1").decode("cp1252", errors="ignore")


@cache
def _too_many_marks() -> re.Pattern[str]:
    marks = "".join(
        chr(code)
        for start, end in _MARK_BLOCKS
        for code in range(start, end)
        if category(chr(code)) in {"Mn", "Me"}
    )
    return re.compile(f"([{marks}]{{{_MOST_MARKS}}})[{marks}]+")
