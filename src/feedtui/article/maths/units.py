"""Numbers with their units, as the package siunitx lets them be written: `\\SI{5}{\\km\\per\\s}`.

Its names for units and prefixes (siunitx 3, tables 1 to 6), as far as posts use them.
"""

import re

from feedtui.article.maths.symbols import RAISED, table

_NAMED = """
ampere A candela cd kelvin K kilogram kg metre m meter m mole mol second s hertz Hz newton N
pascal Pa joule J watt W coulomb C volt V farad F ohm Ω siemens S weber Wb tesla T henry H lumen lm
lux lx becquerel Bq gray Gy sievert Sv gram g litre L liter L tonne t minute min hour h day d
degree ° arcminute ′ arcsecond ″ celsius °C degreeCelsius °C electronvolt eV byte B angstrom Å
hectare ha radian rad steradian sr bel B decibel dB neper Np dalton Da katal kat astronomicalunit au
knot kn barn b Molar M molar M percent % um μm us μs ug μg uA μA uF μF uL μL
"""
_PREFIXED = """
quecto q ronto r yocto y zepto z atto a femto f pico p nano n micro μ milli m centi c deci d deca da
hecto h kilo k mega M giga G tera T peta P exa E zetta Z yotta Y kibi Ki mebi Mi gibi Gi tebi Ti
"""


_UNITS = table(_NAMED)
_PREFIXES = table(_PREFIXED)
_POWERS = {"squared": "²", "cubed": "³"}
_POWERS_BEFORE = {"square": "²", "cubic": "³"}
_TOKEN = re.compile(r"\\(?:tothe|raiseto)\{[^{}]*\}|\\[A-Za-z]+|[^\\]+")
_POWER = re.compile(r"\^(?:\{([^{}]*)\}|(−?\w))")
_NUMBER = re.compile(r"\s*([−+]?[\d.,]*)\s*[eEdD]\s*\+?(−?\d+)\s*")
_BETWEEN = re.compile(r"\s*(?:\+−|\\pm)\s*")
_JOINT = re.compile(r"(?<=[^\s.~/])[.~](?=[^\s.~/])")
_FIXED_BLANK = "\xa0"
_CLOSE = frozenset({"", "°", "′", "″", "%"})
"""Units that stand right behind their number."""


def quantity(number: str, unit: str) -> str:
    """A number and its unit."""
    shown = units(unit)
    return f"{numeral(number)}{'' if shown in _CLOSE else _FIXED_BLANK}{shown}"


def numeral(source: str) -> str:
    """A number as one writes it: `5e-3` is five times ten to the power of minus three."""
    return " ± ".join(_one_number(part) for part in _BETWEEN.split(source))


def angle(source: str) -> str:
    """Degrees, and behind semicolons minutes and seconds."""
    parts = zip(source.split(";"), "°′″", strict=False)
    return "".join(f"{part.strip()}{sign}" for part, sign in parts if part.strip())


def units(source: str) -> str:
    """Units in signs; each that stands behind `\\per` is divided by."""
    found: list[tuple[str, bool]] = []
    prefix, power, divides = "", "", False
    for part in _TOKEN.findall(source):
        name = part[1:]
        if part == "\\per":
            divides = True
        elif name in _POWERS_BEFORE:
            power = _POWERS_BEFORE[name]
        elif name in _PREFIXES:
            prefix = _PREFIXES[name]
        elif name in _POWERS or part.startswith(("\\tothe", "\\raiseto")):
            found[-1:] = [(f"{unit}{_power(name)}", below) for unit, below in found[-1:]]
        elif part.strip():
            found.append((f"{prefix}{_unit(part)}{power}", divides))
            prefix, power, divides = "", "", False
    return _divided(found)


def _one_number(source: str) -> str:
    match = _NUMBER.fullmatch(source)
    if match is None:
        return source.strip()
    power = f"10{match[2].translate(RAISED)}"
    return f"{match[1]} × {power}" if match[1] else power


def _unit(part: str) -> str:
    """A unit by its name, or units that are written in letters: `m.s^{-1}`."""
    if part[0] == "\\":
        return _UNITS.get(part[1:], part[1:])
    text = _POWER.sub(lambda match: (match[1] or match[2]).translate(RAISED), part)
    return _JOINT.sub("⋅", text.strip())


def _power(name: str) -> str:
    return _POWERS.get(name) or name.partition("{")[2].rstrip("}").translate(RAISED)


def _divided(found: list[tuple[str, bool]]) -> str:
    over = "⋅".join(unit for unit, below in found if not below)
    under = [unit for unit, below in found if below]
    if not under:
        return over
    shown = under[0] if len(under) == 1 else f"({'⋅'.join(under)})"
    return f"{over or '1'}/{shown}"
