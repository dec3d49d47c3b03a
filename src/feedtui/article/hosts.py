"""Names of hosts as they are sent, and what to say of one that looks like another.

A host may be written in any script, and some letters of one script look like those of another:
`аpple.example` can begin with a Cyrillic а. What is looked up is the ASCII form (`xn--…`, RFC
5891), so that is what is shown; the letters stand beside it only where they deceive nobody. The
rules are those by which browsers decide the same question (UTS 39: one script per label, no label
made of look-alikes only).
"""

import re
import unicodedata

_LONGEST = 253
"""Characters of a host (RFC 1035)."""

_DOTS = re.compile("[.\u3002\uff0e\uff61]")
_PREFIX = "xn--"
_LOOK_ALIKE = frozenset(
    "асԁеԍһіюјӏорԗԛѕԝхуъьҽпгѵѡвкмнтёїүө"  # Cyrillic
    "αβγηικνορςσυωχτϲεϳ"  # Greek
    "օոսւյցհգքզօ"  # Armenian
)
_TOGETHER = (
    frozenset({"LATIN", "CJK", "HIRAGANA", "KATAKANA"}),
    frozenset({"LATIN", "CJK", "HANGUL"}),
    frozenset({"LATIN", "CJK", "BOPOMOFO"}),
)
"""Scripts that one label may mix: those of one language, with ASCII among them."""

_LATIN = re.compile("[a-zß-öø-ÿāăąćĉċčďđēĕėęěĝğġģĥĩīĭįĵķĺļľłńņňōŏőœŕŗřśŝşšţťũūŭůűųŵŷźżžșțạ-ỹ]")


def ascii_host(host: str) -> str:
    """The name that is looked up. One that is too long to be any is cut."""
    if len(host) > _LONGEST:
        host = f"{host[:_LONGEST]}…"
    return ".".join(_ascii(label) for label in _labels(host))


def letters_of(host: str) -> str:
    """The host in its own letters, or what is the matter with them; empty for an ASCII one."""
    if len(host) > _LONGEST:
        return ""
    labels = [_letters(label) for label in _labels(host)]
    if all(label.isascii() for label in labels):
        return ""
    if all(_is_plain(label) for label in labels):
        return ".".join(labels)
    return "letters that look like others"


def _labels(host: str) -> list[str]:
    return _DOTS.split(unicodedata.normalize("NFKC", host.lower()))


def _ascii(label: str) -> str:
    if label.isascii():
        return label
    return _PREFIX + label.encode("punycode").decode("ascii")


def _letters(label: str) -> str:
    if not label.startswith(_PREFIX):
        return label
    try:
        return label.removeprefix(_PREFIX).encode().decode("punycode")
    except UnicodeError:
        return label


def _is_plain(label: str) -> bool:
    if label.isascii():
        return True
    if not all(letter.isalnum() or letter in "-_·ー" for letter in _without_marks(label)):
        return False
    scripts = {_script(letter) for letter in label if letter.isalpha()}
    if scripts == {"LATIN"}:
        return all(_LATIN.match(letter) for letter in label if letter.isalpha())
    is_one_language = len(scripts) == 1 or any(scripts <= allowed for allowed in _TOGETHER)
    return is_one_language and not all(letter in _LOOK_ALIKE for letter in label)


def _without_marks(label: str) -> str:
    """The label without the marks that scripts such as Devanagari spell vowels with."""
    return "".join(letter for letter in label if unicodedata.category(letter) not in {"Mn", "Mc"})


def _script(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").split(" ")[0]
