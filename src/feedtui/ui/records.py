"""Lines of the command line's, read: what a feed is like, how it fares."""

import msgspec

from feedtui.library.health import Health
from feedtui.library.preview import Preview

_PREVIEW = msgspec.json.Decoder(Preview)

_RECORD = msgspec.json.Decoder(dict[str, object])


def read_preview(line: bytes) -> Preview | None:
    """A line of `feedtui add --preview --json`, or None when it is none."""
    try:
        return _PREVIEW.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def read_health(line: bytes) -> Health | None:
    """A line of `feedtui health --json`, or None when it is none."""
    try:
        given = _RECORD.decode(line)
        said = {name: value for name, value in given.items() if value is not None}
        return msgspec.convert(said, Health)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
