"""What a stranger's dictionary holds, by type.

feedparser and JSON both answer with dictionaries in which anything may lie under any name. These
few questions get a value of the type that was asked for, or an empty one.
"""

from math import isfinite

Fields = dict[str, object]
"""One object of a feed document: names and whatever was under them."""

_LARGEST = 2**63 - 1
"""More bytes than this no file has; larger numbers are jokes that other programs choke on."""

_MOST_DIGITS = 19


def text(fields: Fields, name: str) -> str:
    """The string under a name; empty if there is none or it is something else.

    feedparser's dictionaries answer for names that they don't hold, with warnings; `dict.get`
    asks for what is there.
    """
    value = dict.get(fields, name)
    return value.strip() if isinstance(value, str) else ""


def row(fields: Fields, name: str) -> Fields:
    """The dictionary under a name, or an empty one."""
    value = dict.get(fields, name)
    return value if isinstance(value, dict) else {}


def rows(fields: Fields, name: str) -> tuple[Fields, ...]:
    """The dictionaries in the list under a name, or the one that is there without a list."""
    value = dict.get(fields, name)
    values = value if isinstance(value, list) else [value]
    return tuple(one for one in values if isinstance(one, dict))


def texts(fields: Fields, name: str) -> tuple[str, ...]:
    """The strings in the list under a name, or the one that is there without a list."""
    value = dict.get(fields, name)
    values = value if isinstance(value, list) else [value]
    return tuple(one for one in values if isinstance(one, str))


def written(fields: Fields, name: str) -> str:
    """The string under a name, or the digits of the number that is there instead."""
    value = dict.get(fields, name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return text(fields, name)
    return str(value)


def number(fields: Fields, name: str) -> int | None:
    """The count (zero or more) under a name, as a number or in digits."""
    value = dict.get(fields, name)
    if isinstance(value, str):
        digits = value.strip()
        return int(digits) if _is_count(digits) else None
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        return None
    return int(value) if 0 <= value <= _LARGEST else None


def _is_count(digits: str) -> bool:
    return digits.isascii() and digits.isdigit() and len(digits) < _MOST_DIGITS
