"""An address in its parts: what goes out, what is told, and what is nobody's business.

The person's bytes are sent as they were typed, because a host may sign or compare them; only what
HTTP can't carry is encoded. The name and password in an address are for its origin alone: they are
taken off before the address can get into a base of links, a message or a file.
"""

import re
from base64 import b64encode
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes, urlsplit

_UNFIT = re.compile("[^!-~]+")

# What is no part of an address wherever it stands in it (WHATWG URL, 4.4); urlsplit leaves it out.
_IGNORED = re.compile("^[\\x00- ]+|[\\t\\r\\n]")


@dataclass(frozen=True, slots=True)
class Address:
    """An address without what isn't asked for: no fragment, and its credentials apart.

    `authorization` is the value of the header that they make, empty when there are none.
    """

    url: str
    authorization: str = ""


def taken_apart(url: str) -> Address:
    """The address and its credentials (RFC 9110 4.2.4 says to keep them out of all messages).

    Raises ValueError for what isn't one.
    """
    bare = _IGNORED.sub("", url).partition("#")[0]
    credentials, at, _ = urlsplit(bare).netloc.rpartition("@")
    return Address(bare.replace(f"//{credentials}{at}", "//", 1), _basic(credentials))


def as_sent(url: str) -> str:
    """An address with what HTTP can't carry percent-encoded, and every other byte as it is.

    What a header had in other bytes than ASCII comes as surrogates (PEP 383) and goes out as those
    bytes. Raises UnicodeEncodeError for other surrogates.
    """
    return _UNFIT.sub(lambda found: quote(found[0], safe="", errors="surrogateescape"), url)


def _basic(credentials: str) -> str:
    """RFC 7617: name and password, joined by a colon, in UTF-8 and base64."""
    if not credentials:
        return ""
    name, _, password = credentials.partition(":")
    joined = unquote_to_bytes(name) + b":" + unquote_to_bytes(password)
    return "Basic " + b64encode(joined).decode("ascii")
