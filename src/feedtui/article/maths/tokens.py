"""TeX's source as tokens: a command, a number, a run of blanks or of primes, else one sign."""

import re
from html import unescape

from feedtui.article.maths.symbols import plain

_TOKEN = re.compile(
    r"\\(?:[A-Za-z]+\*?|.)?"
    r"|(?<!\\)%[^\n]*"
    r"|\s+"
    r"|[0-9]+(?:,[0-9]{3}(?![0-9]))*(?:\.[0-9]+)?|\.[0-9]+"
    r"|['’]+|.",
    re.DOTALL,
)
_STARRED = frozenset({"\\operatorname*", "\\hspace*", "\\tag*"})
_TWICE_ESCAPED = re.compile(r"&(?:amp|lt|gt|quot|nbsp|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_LOST_BACKSLASH = re.compile(r"(?<!\\)((?:\\\\)*)\\(?=\n)")

_WRITTEN = str.maketrans({"~": " ", "{": "", "}": "", "\n": " "})
_IN_TEXT = re.compile(r"\\(?:([#$%&_{}])|([ ,;:])|[A-Za-z]+\s*)")
_QUOTES = (("``", "“"), ("''", "”"), ("---", "—"), ("--", "–"))


def tokens(source: str) -> list[str]:
    """The tokens of TeX, without its comments and the star behind a command's name."""
    found = [sign for sign in _TOKEN.findall(plain(_restored(source))) if sign[0] != "%"]
    return [
        sign[:-1] if sign[-1] == "*" and len(sign) > 1 and sign not in _STARRED else sign
        for sign in found
    ]


def _restored(source: str) -> str:
    """The source before signs were escaped twice, and `\\\\` at a line's end became `\\`."""
    if "&" not in source:
        return source
    source = _TWICE_ESCAPED.sub(lambda match: unescape(match[0]), source)
    return _LOST_BACKSLASH.sub(r"\1\\\\", source)


class Tokens:
    """The tokens of a formula, and how far it has been read. Behind the end they are empty."""

    def __init__(self, signs: list[str]) -> None:
        self._tokens = signs
        self._place = 0

    def peek(self) -> str:
        """The next token."""
        return self._tokens[self._place] if self._place < len(self._tokens) else ""

    def next(self) -> str:
        """The next token, which is then read."""
        sign = self.peek()
        self._place += 1
        return sign

    def next_solid(self) -> str:
        """The next token that isn't blank."""
        self.skip_blanks()
        return self.next()

    def skip_blanks(self) -> None:
        """Go past white space."""
        if self.peek().isspace():
            self._place += 1

    def take(self, sign: str) -> bool:
        """Go past the sign if it is the next one."""
        is_there = self.peek() == sign
        self._place += is_there
        return is_there

    def group(self) -> list[str]:
        """The tokens of the next group, or the next single one."""
        sign = self.next_solid()
        if sign != "{":
            return [sign] if sign else []
        begin, depth = self._place, 1
        while depth and self.peek():
            sign = self.next()
            depth += (sign == "{") - (sign == "}")
        return self._tokens[begin : self._place - (depth == 0)]

    def raw(self) -> str:
        """The next group as it is written."""
        return "".join(self.group())

    def option(self) -> list[str] | None:
        """The tokens in square brackets here; None when there are none."""
        if not self.opens_option():
            return None
        begin, depth = self._place, 0
        while self.peek() and not (depth <= 0 and self.peek() == "]"):
            sign = self.next()
            depth += (sign == "{") - (sign == "}")
        found = self._tokens[begin : self._place]
        self.take("]")
        return found

    def first_sign(self) -> str:
        """The next token that isn't blank; of a number only its first digit."""
        sign = self.next_solid()
        if len(sign) > 1 and sign[0].isdigit():
            self.back()
            self._tokens[self._place] = sign[1:]
            return sign[0]
        return sign

    def back(self) -> None:
        """Read the last token once more."""
        self._place -= 1

    def skip_limits(self) -> None:
        """Go on to the scripts, if that is what follows."""
        place = self._place
        self.skip_blanks()
        if self.peek() in {"\\limits", "\\nolimits"}:
            self._place += 1
            self.skip_blanks()
        if not is_script(self.peek()):
            self._place = place

    def opens_option(self) -> bool:
        """Whether a square bracket follows, which is then taken."""
        place = self._place
        self.skip_blanks()
        if self.take("["):
            return True
        self._place = place
        return False


def is_script(sign: str) -> bool:
    """Whether something raised or lowered begins with it."""
    return sign in {"^", "_"} or sign[:1] in {"'", "’"}


def text(source: str) -> str:
    """What a text within a formula says."""
    for written, shown in _QUOTES:
        source = source.replace(written, shown)
    source = source.replace("−", "-").translate(_WRITTEN)
    return _IN_TEXT.sub(lambda match: match[1] or (" " if match[2] else ""), source)
