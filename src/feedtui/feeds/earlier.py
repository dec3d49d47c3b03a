"""What changed entries said before, so that the change can be shown."""

from collections.abc import Mapping

from feedtui.feeds.merge import Merged
from feedtui.model import Body, Version


def earlier_of(merged: Merged, texts: Mapping[str, Body], now: int) -> dict[str, Version]:
    """The former version of each entry whose title or text is another now.

    `texts` are the kept ones of the changed entries, from before they are replaced.
    """
    titles = {head.id: head.title for head in merged.feed.heads}
    found = {}
    for head in merged.before:
        body = texts.get(head.id, Body(""))
        is_new_text = head.id in merged.bodies and merged.bodies[head.id].html != body.html
        if is_new_text or titles[head.id] != head.title:
            found[head.id] = Version(head.title, body, head.changed or head.seen, now)
    return found
