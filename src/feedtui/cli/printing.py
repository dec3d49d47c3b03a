"""How things look in print: columns for people, JSON for programs."""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, islice
from typing import TextIO

from wcwidth import iter_graphemes

from feedtui.article.cells import cells
from feedtui.library.wording import local_time, universal_time
from feedtui.model import Item, Status

PLAIN_WIDTH = 80


def terminal_width(out: TextIO) -> int:
    """Columns of the terminal that `out` is, or 80 where it is none."""
    return os.get_terminal_size(out.fileno()).columns if out.isatty() else PLAIN_WIDTH


def columns(rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()) -> list[str]:
    """Rows as lines with aligned columns, measured in cells; those in `right` are right-aligned."""
    if not rows:
        return []
    widths = [max(cells(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "  ".join(
            _pad(cell, width, to_the_right=column in right)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def print_table(out: TextIO, lines: Iterable[str]) -> None:
    """Print lines; on a terminal, cut at its edge, so that a row stays a row."""
    width = terminal_width(out) if out.isatty() else None
    out.writelines(f"{line if width is None else cut(line, width)}\n" for line in lines)


def cut(line: str, width: int) -> str:
    """A line in at most `width` cells, ended by an ellipsis where it was cut."""
    if cells(line) <= width:
        return line
    ends = accumulate(map(cells, iter_graphemes(line)))
    whole = sum(end < width for end in ends)
    return "".join(islice(iter_graphemes(line), whole)) + "…"


def as_json(record: Mapping[str, object]) -> str:
    """One object on one line."""
    return json.dumps(record, ensure_ascii=False)


def moment(time: int | None) -> str | None:
    """Seconds since 1970 as RFC 3339 in UTC; None stays None."""
    return None if time is None else universal_time(time).strftime("%Y-%m-%dT%H:%M:%SZ")


def day(time: int) -> str:
    """Seconds since 1970 as a local date."""
    return local_time(time).strftime("%Y-%m-%d")


def entry_record(item: Item, status: Status) -> dict[str, object]:
    """An entry under the field names of the JSON output."""
    head = item.head
    return {
        "feed": item.source.url,
        "feed_title": item.source.title,
        "id": head.id,
        "title": head.title,
        "link": head.link or None,
        "author": head.author or None,
        "published": moment(head.published),
        "updated": moment(head.updated),
        "read": status.read,
        "starred": status.starred,
        "tags": list(status.tags),
        "hidden": status.hidden,
        "enclosures": [
            {"url": each.url, "type": each.type or None, "length": each.length}
            for each in head.enclosures
        ],
    }


def _pad(text: str, width: int, *, to_the_right: bool) -> str:
    blanks = " " * (width - cells(text))
    return blanks + text if to_the_right else text + blanks
