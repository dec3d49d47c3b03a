"""What a terminal sends for keys, as the table of commands names them."""

_NAMED = {
    "enter": b"\r",
    "escape": b"\x1b",
    "tab": b"\t",
    "shift+tab": b"\x1b[Z",
    "space": b" ",
    "backspace": b"\x7f",
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "home": b"\x1b[H",
    "end": b"\x1b[F",
    "pageup": b"\x1b[5~",
    "pagedown": b"\x1b[6~",
}


def typed(sequence: str) -> bytes:
    """The bytes of a sequence of keys, with blanks between them: `g g`, `ctrl+r`, `/`."""
    return b"".join(map(_one, sequence.split()))


def _one(key: str) -> bytes:
    if key in _NAMED:
        return _NAMED[key]
    if key.startswith("ctrl+") and len(key) == len("ctrl+x"):
        return bytes([ord(key[-1]) & 0x1F])
    assert len(key) == 1, f"no terminal is known to send {key}"
    return key.encode()
