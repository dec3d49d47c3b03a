"""What stands above an article: its title, where and when it is from, its address."""

from datetime import datetime
from html import escape

from feedtui.model import Body, Item


def with_heading(item: Item, body: Body | None) -> str:
    """The HTML of an entry with its heading; a title is text here, whatever it looks like."""
    head = item.head
    date = datetime.fromtimestamp(item.date).astimezone().strftime("%-d %B %Y, %H:%M")
    source = " · ".join(escape(text) for text in (item.source.title, head.author, date) if text)
    rows = [f"<h1>{escape(head.label)}</h1>", f"<p><small>{source}</small></p>"]
    rows += [_enclosure(each.url, each.title or each.type) for each in head.enclosures]
    return "\n".join([*rows, body.html if body else _MISSING])


_MISSING = (
    "<p><em>The text of this entry is not kept; refreshing its feed (r) may bring it.</em></p>"
)


def _enclosure(url: str, name: str) -> str:
    return f'<p><a href="{escape(url)}">{escape(name or "enclosure")}</a></p>'
