"""The person's own keys and macros, checked, and put over a preset.

Every mistake is told with its line in config.toml: a command that there is not, a key that no
terminal can send, and keys that would mean two things in one place, be it that two lines ask for
the same key or that a line asks for one which another command has already.
"""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from feedtui.clean import clean_line
from feedtui.config.bound import PRESET, Bound, Line
from feedtui.errors import ConfigError, Problem
from feedtui.ui.commands import COMMANDS, Command
from feedtui.ui.keymap import MACROS, Keymap, Macro, collide, command_of, preset_keymap
from feedtui.ui.keynames import NoKey, read_keys, shown_keys
from feedtui.ui.presets import DEFAULT, PRESETS

_NAMES = frozenset(command.name for command in COMMANDS)


def owned_keymap(bound: Bound, file: str) -> Keymap:
    """The keymap that a person has set in `file`. Raises ConfigError with every mistake."""
    keymap = _put_over(preset_keymap(_preset_of(bound)), bound)
    faults = [*_preset_faults(bound.preset), *_name_faults(bound.keys), *_key_faults(bound)]
    faults += _macro_faults(bound.macros)
    if bound.preset.words == (keymap.preset,):
        own = {name: line for name, line in bound.keys.items() if name in _NAMES}
        faults += [*_clashes(keymap, own), *_dead_macros(keymap, bound.macros)]
    if faults:
        problems = (Problem(file, line, clean_line(message)) for line, message in faults)
        raise ConfigError(tuple(sorted(problems, key=lambda problem: problem.line)))
    return keymap


Fault = tuple[int, str]
"""A line, and what is wrong there."""


def _preset_of(bound: Bound) -> str:
    return next((word for word in bound.preset.words if word in PRESETS), DEFAULT)


def _preset_faults(preset: Line) -> Iterator[Fault]:
    if preset.listed or preset.words[0] not in PRESETS:
        known = ", ".join(f'"{name}"' for name in PRESETS)
        given = ", ".join(preset.words)
        yield preset.line, f"keys.{PRESET}: expected one of {known}; got “{given}”"


def _name_faults(keys: Mapping[str, Line]) -> Iterator[Fault]:
    for name, line in keys.items():
        if name not in _NAMES:
            yield line.line, f"keys.{name}: there is no such command; {_nearest(name)}"


def _nearest(name: str) -> str:
    nearest = difflib.get_close_matches(name, _NAMES, 1)
    return f"did you mean {nearest[0]}?" if nearest else "`feedtui keys` prints them all"


def _key_faults(bound: Bound) -> Iterator[Fault]:
    for name, line in bound.keys.items():
        for written in line.words:
            keys = read_keys(written)
            if isinstance(keys, NoKey):
                yield line.line, f"keys.{name}: “{written}” {keys.reason}"
    for written, line in bound.macros.items():
        key = read_keys(written)
        if isinstance(key, NoKey):
            yield line.line, f"macros.{written}: “{written}” {key.reason}"
        elif " " in key:
            yield line.line, f"macros.{written}: a macro has one key, typed after {MACROS}'s"


def _put_over(preset: Keymap, bound: Bound) -> Keymap:
    own = {name: _read(line.words) for name, line in bound.keys.items() if name in _NAMES}
    macros = {
        key: _macro(line)
        for written, line in bound.macros.items()
        if not isinstance(key := read_keys(written), NoKey)
    }
    return Keymap(preset.preset, {**preset.keys, **own}, macros)


def _read(written: Iterable[str]) -> tuple[str, ...]:
    """What names keys, each once."""
    read = (keys for each in written if not isinstance(keys := read_keys(each), NoKey))
    return tuple(dict.fromkeys(read))


def _macro(line: Line) -> Macro:
    if line.listed:
        return Macro(lines=line.words)
    return Macro(keys=tuple(key for word in line.words[0].split() for key in _read((word,))))


def _clashes(keymap: Keymap, own: Mapping[str, Line]) -> Iterator[Fault]:
    """Keys that would mean two things in one place, at the later of the lines that ask for them."""
    for name, line in own.items():
        others = [
            other
            for other in COMMANDS
            if other.name != name and (other.name not in own or own[other.name].line < line.line)
        ]
        for keys in keymap.of(name):
            taken = [
                each for other in others for each in _taken(command_of(name), keys, other, keymap)
            ]
            if taken:
                yield line.line, _told(name, keys, taken)


def _taken(
    command: Command, keys: str, other: Command, keymap: Keymap
) -> Iterator[tuple[str, str]]:
    """The keys of another command that can't be there beside these, and its name.

    Commands that share keys in the preset may share others: `/` filters, and finds in an article.
    """
    if command.panes & other.panes:
        preset = preset_keymap(keymap.preset)
        paired = set(preset.of(command.name)) & set(preset.of(other.name))
        share = bool(set(command.where) & set(other.where)) and not paired
        for taken in keymap.of(other.name):
            if collide(keys, taken) and (share or keys != taken):
                yield taken, other.name


def _told(name: str, keys: str, taken: Sequence[tuple[str, str]]) -> str:
    other = taken[0][1]
    if taken[0][0] == keys:
        what = f"“{shown_keys(keys)}” is a key of {other} already"
    else:
        named = ", ".join(f"“{shown_keys(each)}” of {of}" for each, of in taken[:_MOST_TOLD])
        more = f" and {len(taken) - _MOST_TOLD} more" if len(taken) > _MOST_TOLD else ""
        what = f"“{shown_keys(keys)}” begins like {named}{more}"
    return f"keys.{name}: {what}; take another, or give {other} others (or none: {other} = [])"


_MOST_TOLD = 3


def _macro_faults(macros: Mapping[str, Line]) -> Iterator[Fault]:
    for key, line in macros.items():
        for told in line.words if line.listed else ():
            name, _, words = told.partition(" ")
            if name not in _NAMES:
                yield line.line, f"macros.{key}: there is no command “{name}”; {_nearest(name)}"
            elif name == MACROS:
                yield line.line, f"macros.{key}: a macro can't begin another"
            elif words and command_of(name).takes != "words":
                yield line.line, f"macros.{key}: {name} takes no words; got “{words}”"
        if not line.listed:
            yield from ((line.line, fault) for fault in _typed_faults(key, line.words[0]))


def _typed_faults(key: str, typed: str) -> Iterator[str]:
    for word in typed.split():
        read = read_keys(word)
        if isinstance(read, NoKey):
            yield f"macros.{key}: “{word}” {read.reason}"
    if not typed.split():
        yield f"macros.{key}: there is nothing to do"


def _dead_macros(keymap: Keymap, macros: Mapping[str, Line]) -> Iterator[Fault]:
    """Macros that no key begins, that would begin macros, or that type what means nothing."""
    before = keymap.of(MACROS)
    every = {key for each in keymap.keys.values() for keys in each for key in keys.split()}
    for written, line in macros.items():
        if not before:
            yield line.line, f"macros.{written}: macros have no key; give one to keys.{MACROS}"
        macro = keymap.macros.get("".join(_read((written,))), Macro())
        if set(macro.keys) & set(before):
            yield line.line, f"macros.{written}: a macro can't begin another"
        for key in macro.keys:
            if key not in every and not key.isdecimal():
                yield line.line, f"macros.{written}: “{shown_keys(key)}” is a key of no command"
