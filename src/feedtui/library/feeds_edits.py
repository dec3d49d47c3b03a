"""An edit of feeds.toml as something that can be turned round.

It is kept twice: as the text that became another one, and as what that means for each feed. While
the file is as the edit left it, turning it round gives back the very bytes. Once a person has
edited it since, the meaning is turned round instead, and only where it still holds: a feed that is
not as the edit left it is the person's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from hashlib import blake2b
from itertools import takewhile
from operator import eq

import msgspec

from feedtui.config.subscriptions import add_above, change, read_subscriptions, remove
from feedtui.errors import UsageError
from feedtui.model import Subscription
from feedtui.store.steps import FeedsEdit, Patch, Table

_FILE = "feeds.toml"


def difference(before: str, after: str) -> FeedsEdit | None:
    """What made one text of feeds.toml of another; None where they have the same feeds."""
    tables = _tables(read_subscriptions(before, _FILE), read_subscriptions(after, _FILE))
    return FeedsEdit(_patch(before, after), tables) if tables else None


def inverse(edit: FeedsEdit) -> FeedsEdit:
    """The edit that takes another one back."""
    patch = edit.patch
    return FeedsEdit(
        Patch(patch.start, patch.after, patch.before, patch.hash_after, patch.hash_before),
        tuple(Table(table.after, table.before, table.below) for table in edit.tables),
    )


def applied(text: str, edit: FeedsEdit) -> str:
    """The text of feeds.toml after an edit.

    Raises UsageError when the feeds in it aren't as the edit expects them, ConfigError when the
    text has mistakes.
    """
    patch = edit.patch
    if _hash(text) == patch.hash_before:
        end = patch.start + len(patch.before)
        return text[: patch.start] + patch.after + text[end:]
    for table in edit.tables:
        text = _with_table(text, table)
    return text


def _with_table(text: str, table: Table) -> str:
    known = {feed.key: feed for feed in read_subscriptions(text, _FILE)}
    before, after = table.before, table.after
    present = known.get((before or after or Subscription("")).key)
    if before is None and after is not None:
        if present is not None:
            raise UsageError(f"the feed is in {_FILE} again")
        return add_above(text, after, table.below)
    if before is None or present is None:
        raise UsageError(f"the feed is not in {_FILE} any more")
    if after is None:
        _refuse_changed(present, before, before)
        return remove(text, present.url)
    _refuse_changed(present, before, after)
    return change(text, present.url, _with(present, _differing(before, after)))


def _refuse_changed(present: Subscription, before: Subscription, after: Subscription) -> None:
    """What is to be changed has to be as it was; for a feed that is to go, that is all of it."""
    names = _differing(before, after) or asdict(before)
    if any(getattr(present, name) != getattr(before, name) for name in names):
        raise UsageError(f"the feed was changed in {_FILE} since")


def _with(feed: Subscription, values: Mapping[str, object]) -> Subscription:
    return msgspec.convert({**asdict(feed), **values}, Subscription)


def _differing(before: Subscription, after: Subscription) -> dict[str, object]:
    old = asdict(before)
    return {name: value for name, value in asdict(after).items() if value != old[name]}


def _tables(before: Sequence[Subscription], after: Sequence[Subscription]) -> tuple[Table, ...]:
    old = {feed.key: feed for feed in before}
    new = {feed.key: feed for feed in after}
    gone = [Table(old[key], None, _below(key, before, new)) for key in old if key not in new]
    come = [Table(None, new[key], _below(key, after, old)) for key in new if key not in old]
    changed = [
        Table(feed, new[key]) for key, feed in old.items() if key in new and new[key] != feed
    ]
    return (*gone, *come, *changed)


def _below(key: str, feeds: Sequence[Subscription], others: dict[str, Subscription]) -> str:
    """The address of the next feed below one that is in the other list, too."""
    keys = [feed.key for feed in feeds]
    rest = feeds[keys.index(key) + 1 :]
    return next((feed.url for feed in rest if feed.key in others), "")


def _patch(before: str, after: str) -> Patch:
    start = _shared(before, after)
    end = _shared(before[start:][::-1], after[start:][::-1])
    return Patch(
        start,
        before[start : len(before) - end],
        after[start : len(after) - end],
        _hash(before),
        _hash(after),
    )


def _shared(one: str, other: str) -> int:
    """The length of the beginning that two texts share."""
    return sum(1 for _ in takewhile(bool, map(eq, one, other)))


def _hash(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()
