"""Whether the extra is there that reading pages needs."""

from importlib.util import find_spec

_LIBRARIES = ("lxml", "readability", "trafilatura")

INSTALL = "reading web pages needs an extra: pip install 'feedtui[fulltext]'"


def missing_extra() -> str:
    """What to say when the libraries are not installed; empty when they are. Loads none of them."""
    return "" if all(find_spec(library) for library in _LIBRARIES) else INSTALL
