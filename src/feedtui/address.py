"""What counts as a web address: the one rule that subscribing, importing and fetching share."""

import re
from urllib.parse import urlsplit

from feedtui.clean import clean_line

_BLANK = re.compile(r"\s")


def is_web_address(text: str) -> bool:
    """Whether this is an http or https address with a host, in whatever state the rest is."""
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(host) and not _BLANK.search(host or "")


def is_plain_web_address(text: str) -> bool:
    """Whether it is one that looks like what it is: nothing blank or invisible in it."""
    return clean_line(text) == text and not _BLANK.search(text) and is_web_address(text)
