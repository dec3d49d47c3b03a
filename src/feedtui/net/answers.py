"""What a host is asked for, and what comes of it: a document, nothing new, or a refusal."""

from dataclasses import dataclass, field

from feedtui.clean import SafeText

ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
    "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.5, */*;q=0.3"
)
ACCEPT_PAGES = "text/html, application/xhtml+xml, */*;q=0.1"
PAGES = ("text/html", "application/xhtml+xml")
"""Media types of web pages."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask for, with the validators of `validators_from`, which get nowhere else.

    A body of another media type than `types` isn't waited for; without any, all are taken.
    `certificate` is the SHA-256 fingerprint (64 hexadecimal digits) of the one that the address's
    host may show although nobody vouches for it. `again` says that the host will soon be asked for
    something else, so that its connection is worth keeping.
    """

    url: str
    etag: str = ""
    last_modified: str = ""
    validators_from: str = ""
    accept: str = ACCEPT
    types: tuple[str, ...] = ()
    certificate: str = ""
    again: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """A body, the address that it came from after redirects, and what to ask it with next time.

    `address` never has credentials. `asked` is the seconds that the host asks for between two
    requests, None for none. `moved` is where permanent redirects lead, counted from the first hop;
    empty when there are none, and for an address with credentials, which the move would lose.
    `took` is in milliseconds, redirects included.
    """

    address: str
    body: bytes
    content_type: str
    etag: str
    last_modified: str
    asked: int | None = None
    moved: str = ""
    took: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class NotModified:
    """The host has nothing new. Empty validators mean that the old ones stay."""

    etag: str
    last_modified: str
    asked: int | None = None
    moved: str = ""
    took: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Refused:
    """No body, why in a sentence, and the pause in seconds that the host asked for, if it did.

    `forbids` means that it asked in so many words, so that nobody may ask sooner. `gone` means that
    the address itself, or what it has permanently moved to, is gone for good; `closed` is an
    address on the host that wants the pause for everything there (429).
    """

    reason: SafeText
    wait: int | None = None
    forbids: bool = False
    gone: bool = False
    closed: str = ""
    took: int = field(default=0, compare=False)


Answer = Fetched | NotModified | Refused
