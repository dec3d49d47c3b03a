"""Numbers and feeds in sentences."""

from urllib.parse import urlsplit

from feedtui.clean import clean_line


def counted(number: int, one: str, many: str = "") -> str:
    """`1 feed`, `2 feeds`, `0 entries`. Without `many`, an s is added to `one`."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def called(title: str, address: str) -> str:
    """What to call a feed: its title, or its host, for an address may carry a password."""
    if title and title != clean_line(address):
        return clean_line(title)
    try:
        return clean_line(urlsplit(address).hostname or "") or "a feed without a title"
    except ValueError:
        return "a feed without a title"
