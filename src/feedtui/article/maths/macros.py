"""TeX's own definitions: taken out of a formula, kept for those behind it, and applied.

`\\newcommand`, `\\def`, `\\let`, `\\DeclareMathOperator` and `\\DeclarePairedDelimiter`. Applying
is bounded: definitions that blow a formula up, or call themselves, leave it as it was written.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from feedtui.article.maths.tokens import Tokens

_MOST_WORK = 20_000
"""Tokens that may be handled while a formula is expanded."""

_MOST_MACROS = 500
_COMMANDS = frozenset({"\\newcommand", "\\renewcommand", "\\providecommand"})
_DEFINITIONS = frozenset({"\\def", "\\gdef", "\\edef", "\\xdef"})
DEFINING = (
    _COMMANDS
    | _DEFINITIONS
    | {"\\let", "\\DeclareMathOperator", "\\DeclarePairedDelimiter", "\\newenvironment"}
)
"""The commands that define others."""


@dataclass(frozen=True, slots=True)
class Macro:
    """What a command stands for: tokens in which `#` and a digit name an argument.

    `default` is that of the first argument. A `final` one is not looked at again: it is the
    meaning that the name had before it was defined anew.
    """

    body: tuple[str, ...]
    arguments: int = 0
    default: tuple[str, ...] | None = None
    is_final: bool = False


Macros = Mapping[str, Macro]


@dataclass(frozen=True, slots=True)
class Expanded:
    """A formula in which nothing is left to be applied, and the definitions known behind it."""

    tokens: list[str]
    macros: Macros
    work: int = 0
    """Tokens that were handled on the way."""


def expanded(tokens: list[str], macros: Macros) -> Expanded:
    """The formula without definitions, and with those applied that it knows."""
    if not DEFINING.isdisjoint(tokens):
        tokens, macros = _without_definitions(tokens, dict(macros))
    if macros.keys().isdisjoint(tokens):
        return Expanded(tokens, macros)
    expansion = _Expansion(macros)
    return Expanded(expansion.of(tokens), macros, expansion.work)


def _without_definitions(
    tokens: list[str], macros: dict[str, Macro]
) -> tuple[list[str], dict[str, Macro]]:
    source, rest = Tokens(tokens), list[str]()
    while source.peek():
        sign = source.next()
        if sign not in DEFINING:
            rest.append(sign)
            continue
        found = _definition(sign, source, macros)
        if found is not None and len(macros) < _MOST_MACROS:
            macros[found[0]] = found[1]
    return rest, macros


def _definition(sign: str, source: Tokens, known: Macros) -> tuple[str, Macro] | None:
    """The name and the meaning that stand behind a command which defines."""
    if sign == "\\newenvironment":
        source.group()
        source.option()
        source.group()
        source.group()
        return None
    name = "".join(source.group()).strip()
    if not name.startswith("\\"):
        return None
    if sign in _COMMANDS:
        return name, _command(source)
    if sign == "\\let":
        return name, _alias(source, known)
    if sign == "\\DeclareMathOperator":
        return name, Macro(("\\operatorname", "{", *source.group(), "}"))
    if sign == "\\DeclarePairedDelimiter":
        opening, closing = source.group(), source.group()
        body = ("\\left", *opening, "{", "#", "1", "}", "\\right", *closing)
        return name, Macro(body, 1)
    return name, _plain_definition(source)


def _command(source: Tokens) -> Macro:
    count = "".join(source.option() or [])
    default = source.option()
    arguments = int(count) if len(count) == 1 and count.isdigit() else 0
    body = tuple(source.group())
    return Macro(body, arguments, None if default is None else tuple(default))


def _plain_definition(source: Tokens) -> Macro:
    count = 0
    while source.peek() not in {"{", ""}:
        count += source.next() == "#"
    return Macro(tuple(source.group()), min(count, 9))


def _alias(source: Tokens, known: Macros) -> Macro:
    source.skip_blanks()
    source.take("=")
    meaning = source.next_solid()
    return known.get(meaning, Macro((meaning,), is_final=True))


class _Expansion:
    """Replaces commands by what they stand for, as long as there is work left."""

    def __init__(self, macros: Macros) -> None:
        self._macros = macros
        self._left = _MOST_WORK

    @property
    def work(self) -> int:
        """Tokens that were handled."""
        return _MOST_WORK - self._left

    def of(self, tokens: list[str]) -> list[str]:
        """The tokens expanded; as they came when that is too much."""
        done: list[str] = []
        self._pending = tokens[::-1]
        while self._pending:
            sign = self._pending.pop()
            macro = self._macros.get(sign)
            if macro is None:
                done.append(sign)
            elif macro.is_final:
                done.extend(macro.body)
            else:
                self._pending.extend(reversed(self._applied(macro)))
            self._left -= 1
            if self._left < 0:
                return tokens
        return done

    def _applied(self, macro: Macro) -> list[str]:
        arguments = [list(macro.default or ())] if macro.default is not None else []
        if macro.default is not None and (given := self._option()) is not None:
            arguments = [given]
        arguments += [self._argument() for _ in range(macro.arguments - len(arguments))]
        self._left -= len(macro.body) * (1 + max(map(len, arguments), default=0))
        return _filled(macro.body, arguments) if self._left > 0 else []

    def _option(self) -> list[str] | None:
        self._skip_blanks()
        if not self._pending or self._pending[-1] != "[":
            return None
        self._pending.pop()
        return self._up_to("]")

    def _argument(self) -> list[str]:
        self._skip_blanks()
        if not self._pending:
            return []
        sign = self._pending.pop()
        if sign == "{":
            return self._up_to("}")
        if sign[0].isdigit() and len(sign) > 1:
            self._pending.append(sign[1:])
            return [sign[0]]
        return [sign]

    def _up_to(self, end: str) -> list[str]:
        found: list[str] = []
        depth = 0
        while self._pending:
            sign = self._pending.pop()
            if sign == end and depth == 0:
                break
            depth += (sign == "{") - (sign == "}")
            found.append(sign)
        self._left -= len(found)
        return found

    def _skip_blanks(self) -> None:
        while self._pending and self._pending[-1].isspace():
            self._pending.pop()


def _filled(body: tuple[str, ...], arguments: list[list[str]]) -> list[str]:
    """The body with the arguments in their places."""
    filled: list[str] = []
    signs = iter(body)
    for sign in signs:
        number = next(signs, "") if sign == "#" else ""
        if not number[:1].isdigit():
            filled += [sign, *([number] if number else [])]
            continue
        place = int(number[0]) - 1
        filled += arguments[place] if 0 <= place < len(arguments) else []
        filled += [number[1:]] if number[1:] else []
    return filled
