"""How each sign behaves, and which signs there are raised, lowered, or on top of another."""

import re
import unicodedata

from feedtui.article.maths.tree import Role, Symbol
from feedtui.article.tags import names

_STYLED = re.compile("[\U0001d400-\U0001d7ff\u210e]")
"""Letters that are bold, italic or script by their code; they are shown as plain letters."""

_SAME = str.maketrans(
    {
        "-": "−",
        "∗": "*",
        "∣": "|",
        "ϵ": "ε",
        "ϕ": "φ",
        "⃗": "→",
        "\xa0": " ",
        "\u2061": "",
        "\u2062": "",
        "\u2063": "",
        "\u2064": "",
    }
)

_ROLES = {
    Role.BINARY: "+−*±∓×÷⋅·∙∘∪∩∧∨⊕⊖⊗⊘⊙∖⊎⊔⊓⋆⋄△▽⋉⋊∔⊞⊟⊠⨯⨿≀⊻⊼⋅†‡",
    Role.RELATION: "∥∦=<>:≔≕∣∈∉∋∌∝∼≁⊢⊣⊤⊥⊨⊩⊫⋈⌢⌣⟵⟶⟷⟸⟹⟺⟼⩽⩾⪯⪰⪅⪆≪≫⫅⫆⋐⋑⋘⋙⋯∴∵",
    Role.PUNCTUATION: ",;.",
    Role.OPENING: "([{⟨⌈⌊⟦⟮⎛⎡⎧",
    Role.CLOSING: ")]}⟩⌉⌋⟧⟯⎞⎤⎫",
    Role.LARGE: "∑∏∐∫∬∭∮∯∰⋀⋁⋂⋃⨀⨁⨂⨄⨆⨅",
    Role.DOTS: "…⋯⋱⋮",
}
_ROLE = {sign: role for role, signs in _ROLES.items() for sign in signs}
_RELATIONS = (
    (0x2190, 0x2200),  # arrows
    (0x223C, 0x2294),  # similar, equal, less, subset
    (0x22B0, 0x22B8),
    (0x22D0, 0x22EE),
)
_ORDINARY = "⊤⊥"

_PIECES = {"⎛": "(", "⎞": ")", "⎡": "[", "⎤": "]", "⎧": "{", "⎫": "}"}
_PIECE = re.compile("[⎛-⎭⎪]+")
"""What tall brackets are put together from; the first piece says which bracket it is."""

FUNCTIONS = names(
    "arccos arcsin arctan arg argmax argmin cos cosh cot coth csc deg det dim erf exp gcd hom inf"
    " injlim ker lcm lg lim liminf limsup ln log max min mod Pr projlim sec sgn sin sinh softmax"
    " sup tan tanh tr varinjlim varprojlim"
)

LIMITS = names("argmax argmin inf lim liminf limsup max min sup") | {
    "arg max",
    "arg min",
    "lim inf",
    "lim sup",
}
"""Functions below which stands what they run over, so that what follows needs a blank."""

RAISED = str.maketrans(
    "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθφχ′″‴*†‡°",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᵠᵡ′″‴*†‡°",
)
LOWERED = str.maketrans(
    "0123456789+−=()aehijklmnoprstuvxβγρφχ",
    "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ",
)

OVER = {
    "^": "\u0302",
    "ˆ": "\u0302",
    "ˇ": "\u030c",
    "~": "\u0303",
    "˜": "\u0303",
    "∼": "\u0303",
    "¯": "\u0304",
    "ˉ": "\u0304",
    "−": "\u0305",
    "‾": "\u0305",
    "―": "\u0305",
    "_": "\u0305",
    "→": "\u20d7",
    "←": "\u20d6",
    "↔": "\u20e1",
    "˙": "\u0307",
    ".": "\u0307",
    "¨": "\u0308",
    "⃛": "\u20db",
    "´": "\u0301",
    "`": "\u0300",
    "˘": "\u0306",
    "˚": "\u030a",
    "⏞": "",
    "︷": "",
    "⏜": "",
}
"""The sign above a base, and the mark that it means; braces mean none."""

UNDER = {
    "_": "\u0332",
    "‾": "\u0332",
    "−": "\u0332",
    "―": "\u0332",
    "~": "\u0330",
    "⏟": "",
    "︸": "",
    "⏝": "",
}

MARKS = {
    "\u0300": "grave",
    "\u0301": "acute",
    "\u0302": "hat",
    "\u0303": "tilde",
    "\u0304": "bar",
    "\u0305": "bar",
    "\u0306": "breve",
    "\u0307": "dot",
    "\u0308": "ddot",
    "\u030a": "ring",
    "\u030c": "check",
    "\u20d6": "vec",
    "\u20d7": "vec",
    "\u20db": "dddot",
    "\u20e1": "vec",
}
"""What a mark is called where it stands over more than one letter."""

STACKED = {
    ("=", "?"): "≟",
    ("=", "△"): "≜",
    ("=", "Δ"): "≜",
    ("=", "."): "≐",
    ("=", "∧"): "≙",
    ("=", "∘"): "≗",
    ("=", "⋆"): "≛",
    ("=", "*"): "≛",
}
"""A relation and what stands over it, where both together are one sign."""

STRAIGHT = frozenset("\u0304\u0305\u0332\u0336")
"""Marks that join into a line over, under or through several letters."""

DOUBLE = dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True))
"""The double-struck letters that every font has."""


def plain(text: str) -> str:
    """The text with ordinary letters, one kind of minus, and without what can't be seen."""
    if text.isascii():
        return text.replace("-", "−")
    return _STYLED.sub(_unstyled, text).translate(_SAME)


def symbol(text: str) -> Symbol:
    """A sign in its usual role; of a bracket's pieces, the bracket."""
    if text in _PIECES or (len(text) > 1 and _PIECE.fullmatch(text)):
        text = _PIECES.get(text[0], "|")
    return Symbol("°" if text == "∘∘" else text, role(text))


def role(text: str) -> Role:
    """The usual role of a sign or a name."""
    if text in _ROLE:
        return Role.ORDINARY if text in _ORDINARY else _ROLE[text]
    if len(text) == 1:
        code = ord(text)
        relation = any(start <= code < end for start, end in _RELATIONS)
        return Role.RELATION if relation else Role.ORDINARY
    if text in FUNCTIONS:
        return Role.FUNCTION
    if text.isalpha():
        return Role.WORD
    return role(text[0]) if text and text in _COMPOUND else Role.ORDINARY


_COMPOUND = frozenset({":=", "=:", "==", "<=", ">=", "<<", ">>", "->", "−>", "=>", "!=", "::="})


def _unstyled(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0])


def table(text: str) -> dict[str, str]:
    """Names and what they mean, written by turns; easier to read than a dictionary."""
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))
