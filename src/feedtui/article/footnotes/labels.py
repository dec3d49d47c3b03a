"""What a reference to a note says, and what leads back from a note: judged by the text alone."""

import re

from feedtui.clean import SafeText, clean_line

LONGEST = 60
"""Characters; no label and no way back is longer."""

_SMALL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉∗⁎＊", "01234567890123456789***")
_INVISIBLE = str.maketrans(dict.fromkeys("\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff\xad"))

_CORE = (
    r"(?:[^\W\d_]{1,12}\.?[ \xa0])?\d{1,4}[a-z]?"
    r"|[^\W\d_]{1,2}\d{0,3}|[ivxlcdm]{1,7}|[^\W\d_]\.\d{1,3}"
    r"|[*†‡§¶‖#△◊]{1,4}|[注註]\s?\d{1,4}"
)
_AGAIN = r"(?:[:.-]\d{1,3})?"
"""What Markdown adds when a note is referred to once more: `[1:1]`."""

_LABEL = re.compile(
    rf"[\[(]*\s*(?:\^|\*(?=\d))?\s*({_CORE}){_AGAIN}\s*[\])]*\s*[:.↓]?", re.IGNORECASE
)
_CITATION = re.compile(r"\[\s*([\w][\w.+:-]{1,24})\s*\]|([\w][\w.+:-]{1,24})")

_BEFORE = re.compile(
    r"\s*(?:[\[(]\s*\^?([^\[\]()]{1,20})[\])][.:]?|\^?(\w{1,10})\s*[.:)\]]|([*†‡§¶‖#]{1,4}))\s*"
)
_ARROWS = "↑↩⏎⤴↵↰⬆⮌⇑⇧⟲⤶⬏⏫⌃⇡↖⬑⮐◂◀◄«‹‚^🔙⇪⏪"
_PHRASES = (
    r"jump up(?: to)?|(?:jump |go |click |tap )?back(?: to)?(?: the)?"
    r"(?: (?:text|content|article|top|reference|post|main text|note|body))?(?: \d{1,4})?"
    r"|return(?: to)?(?: the)?(?: (?:text|content|article|reference|post|main text))?"
    r"|top|up|to text|ref|see reference"
    r"|zurück(?: zum (?:text|artikel))?|hochspringen|nach oben|rücksprung"
    r"|retour(?: au texte| à l['’]article)?|remonter|revenir(?: au texte)?"
    r"|volver(?: al texto)?|saltar a|subir|regresar|voltar(?: ao texto)?|saltar para"
    r"|torna(?: al testo| su)?|ritorna|terug(?: naar (?:boven|de tekst))?|omhoog springen"
    r"|tillbaka(?: till texten)?|tilbake|tilbage|takaisin|powrót|skocz do|przejdź do|wróć"
    r"|zpět|skočit nahoru|vissza|к тексту|назад|обратно|вернуться(?: к тексту)?|перейти"
    r"|戻る|本文(?:へ|に戻る)|返回(?:正文|文中|原文)?|跳转到?|跳轉|되돌아가기|본문으로"
)
_WAY_BACK = re.compile(
    rf"(?:[\s\[\](){{}}.:;,{re.escape(_ARROWS)}*†‡§|/·–-]|{_PHRASES}|\d++(?:[.:]\d+)*+"
    r"|\b[a-z]{1,2}\b)*+",
    re.IGNORECASE,
)
_HAS_ARROW = re.compile(rf"[{re.escape(_ARROWS)}]|{_PHRASES}", re.IGNORECASE)


def visible(text: str) -> str:
    """The text without what can't be seen, at most a little longer than any mark."""
    return text.translate(_INVISIBLE).strip()


def label_of(text: str) -> SafeText | None:
    """The label that a reference shows, without brackets; None when it is no label."""
    match = _LABEL.fullmatch(visible(text).translate(_SMALL))
    return None if match is None else clean_line(match[1])


def citation_of(text: str) -> SafeText | None:
    """The label of a reference to a work, such as `[Knuth84]`."""
    match = _CITATION.fullmatch(visible(text))
    return None if match is None else clean_line(match[1] or match[2])


def is_way_back(text: str) -> bool:
    """Whether a text says nothing but how to get back; also an empty one, or a number."""
    text = visible(text)
    return len(text) <= LONGEST and _WAY_BACK.fullmatch(text) is not None


def is_arrow(text: str) -> bool:
    """Whether it can be nothing but a way back: an arrow, or words that say so."""
    return is_way_back(text) and _HAS_ARROW.search(visible(text)) is not None


def has_brackets(text: str) -> bool:
    """Whether a label stands in brackets of its own."""
    text = visible(text)
    return text[:1] in {"[", "("} and text[-1:] in {"]", ")"}


def is_star(label: str) -> bool:
    """Whether a label is one that nothing but a note has."""
    return not label[:1].isalnum()


def without_label(text: str, label: str) -> str:
    """The text of a note without its label at the beginning: `[1]`, `1.`, `*`."""
    match = _BEFORE.match(text)
    if match is None:
        return text
    shown = next(filter(None, match.groups()))
    return text[match.end() :] if shown.strip().lower() == label.lower() else text
