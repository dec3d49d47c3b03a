"""What a request brought, as the history remembers it: in words, and counted."""

from dataclasses import replace

from feedtui.clean import SafeText
from feedtui.model import FetchHistory


def brought_nothing(before: FetchHistory, words: str) -> FetchHistory:
    """One more request that brought no news."""
    return replace(before, result=SafeText(words), unchanged=before.unchanged + 1)


def brought(before: FetchHistory, new: int, changed: int, now: int) -> FetchHistory:
    """What a document brought that was read: so many new entries, so many that were changed."""
    if not new and not changed:
        return brought_nothing(before, "another document, but nothing new in it")
    return replace(before, result=_news(new, changed), news=now if new else before.news)


def _news(new: int, changed: int) -> SafeText:
    said = []
    if new:
        said.append("1 new entry" if new == 1 else f"{new:,} new entries")
    if changed:
        said.append(f"{changed:,} changed")
    return SafeText(", ".join(said))
