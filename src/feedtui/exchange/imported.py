"""What comes out of another reader's file, whichever it was."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from feedtui.address import is_local_address, is_plain_local_address, is_plain_web_address, veiled
from feedtui.clean import SafeText, clean_line
from feedtui.model import Subscription

LONGEST_NAME = 300
"""Characters of a title, a folder's name or a tag; some files have whole descriptions there."""

_LONGEST_SHOWN = 120
_ONLY_BY_HAND = "only you may name a file or a program of this machine, in feeds.toml"
_NO_SHELL = "it needs a shell, and feedtui runs programs without one"
_SHELL = re.compile(r"[|&;<>`$\n]|\s~")
"""What a shell would act on; newsboat has one run its commands."""

_FEED_SCHEME = re.compile(r"feed:(?://)?(?=https?://)|feed:(//)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Import:
    """The subscriptions in the file's order, each address once; and, in words, what was left."""

    subscriptions: tuple[Subscription, ...]
    skipped: tuple[SafeText, ...] = ()


def gather(found: Iterable[Subscription | SafeText]) -> Import:
    """The subscriptions, and the sentences about what was skipped; an address counts only once."""
    subscriptions: dict[str, Subscription] = {}
    skipped: list[SafeText] = []
    for each in found:
        if isinstance(each, Subscription):
            subscriptions.setdefault(each.url, each)
        else:
            skipped.append(each)
    return Import(tuple(subscriptions.values()), tuple(skipped))


def skipped(line: int, what: str, reason: str) -> SafeText:
    """A sentence about something on a line, counted from 1, that was not taken."""
    return SafeText(f"line {line}: {clean_line(veiled(what), _LONGEST_SHOWN)}: {reason}")


def web_address(text: str) -> str | None:
    """An http address that can be subscribed to, as feeds.toml will take it; else None.

    `feed:` is no protocol but a wish to subscribe, so it is taken off.
    """
    address = _FEED_SCHEME.sub(lambda match: "http://" if match[1] else "", text.strip(), count=1)
    return address if is_plain_web_address(address) else None


def own_address(text: str) -> str | None:
    """As `web_address`, and in a list of the person's own also a file or a program; else None.

    A program is started without a shell, so one whose words are meant for a shell is none.
    """
    address = text.strip()
    if not is_local_address(address):
        return web_address(text)
    return address if is_plain_local_address(address) and not _for_shell(address) else None


def refused(line: int, address: str) -> SafeText:
    """A sentence about an address that wasn't taken."""
    if not is_local_address(address.strip()):
        return skipped(line, address, "not a web address")
    return skipped(line, address, _NO_SHELL if _for_shell(address) else _ONLY_BY_HAND)


def _for_shell(address: str) -> bool:
    return address.startswith("exec:") and _SHELL.search(address) is not None


def names(words: Iterable[str]) -> tuple[str, ...]:
    """Clean tags, each once, without empty ones."""
    cleaned = (clean_line(word, LONGEST_NAME) for word in words)
    return tuple(dict.fromkeys(word for word in cleaned if word))
