"""`feeds.parse` over real documents, against what others read in them.

Reads every file of FEEDTUI_CORPUS, feeds or not, and compares entries, titles, names, links and
dates with each expected source. Prints agreement by field, the differences by reason, those that
have none, the traps, and the times. The exit code is 1 if anything is unexplained, a trap is read
wrong, or an exception came out.
"""

import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from explanations import Difference, explained

from feedtui.feeds.parse import parse
from feedtui.model import Entry, Feed, NotAFeed

ADDRESS = "https://feed.example/x/feed.xml"
"""Where documents come from that don't say."""

_FIELDS = ("id", "title", "link", "published", "updated")
_SHOWN = 20
"""Unexplained differences that are printed."""

Row = dict[str, Any]


@dataclass(slots=True)
class Tally:
    """What was compared: by source and field, and the differences by reason."""

    compared: Counter[tuple[str, str]] = field(default_factory=Counter)
    equal: Counter[tuple[str, str]] = field(default_factory=Counter)
    reasons: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    unexplained: list[Difference] = field(default_factory=list)

    def add(self, difference: Difference) -> None:
        """Count one value that was compared."""
        key = (difference.source, difference.field)
        self.compared[key] += 1
        if difference.want == difference.got:
            self.equal[key] += 1
        elif reason := explained(difference):
            self.reasons[difference.field, reason, difference.source] += 1
        else:
            self.unexplained.append(difference)


def main() -> int:
    """Read, compare, print."""
    corpus = Path(os.environ.get("FEEDTUI_CORPUS", ""))
    if not (corpus / "manifest.jsonl").is_file():
        sys.stderr.write("set FEEDTUI_CORPUS to a folder of feeds with a manifest.jsonl\n")
        return 2
    rows = _rows(corpus / "manifest.jsonl")
    bases = {row["path"]: row.get("source_url") or ADDRESS for row in rows}
    answers = _read_all(corpus, rows, bases)
    tally = _compare(_rows(corpus / "expected_dev.jsonl"), answers, bases)
    _print(tally)
    wrong = _wrong_traps(corpus)
    return 1 if tally.unexplained or wrong else 0


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _read_all(corpus: Path, rows: list[Row], bases: dict[str, str]) -> dict[str, Feed | NotAFeed]:
    answers, times = {}, {}
    for row in rows:
        path = row["path"]
        body = (corpus / path).read_bytes()
        began = time.perf_counter()
        answers[path] = _read(path, body, bases[path])
        times[path] = time.perf_counter() - began
    feeds = sum(isinstance(answer, Feed) for answer in answers.values())
    slowest = max(times, key=times.__getitem__)
    print(f"{len(answers)} files, {feeds} feeds, no exception, {sum(times.values()):.2f} s")
    print(f"slowest: {times[slowest]:.2f} s, {slowest}")
    return answers


def _read(path: str, body: bytes, base: str) -> Feed | NotAFeed:
    try:
        return parse(body, base)
    except BaseException as error:
        error.add_note(f"while reading {path}")
        raise


def _compare(rows: list[Row], answers: dict[str, Feed | NotAFeed], bases: dict[str, str]) -> Tally:
    tally = Tally()
    for row in rows:
        feed = answers.get(row["path"])
        if "n_entries" in row and isinstance(feed, Feed):
            for difference in _differences(row, feed, bases[row["path"]]):
                tally.add(difference)
    return tally


def _differences(row: Row, feed: Feed, base: str) -> Iterator[Difference]:
    """Every value that can be compared, equal or not; entries only if there are as many."""
    source, path = row["source"], row["path"]
    counts = (str(row["n_entries"]), str(len(feed.entries)))
    titles = (row.get("feed_title") or None, feed.title or None)
    yield Difference(source, path, "count", None, *counts, {}, {}, base)
    yield Difference(source, path, "feed title", None, *titles, {}, {}, base)
    if len(row["entries"]) != len(feed.entries):
        return
    for number, (wanted, entry) in enumerate(zip(row["entries"], feed.entries, strict=True)):
        want, got = {name: wanted.get(name) or None for name in _FIELDS}, _said(entry)
        for name in _FIELDS:
            yield Difference(source, path, name, number, want[name], got[name], want, got, base)


def _said(entry: Entry) -> dict[str, str | None]:
    return {
        "id": entry.identity,
        "title": entry.title or None,
        "link": entry.link or None,
        "published": _in_words(entry.published),
        "updated": _in_words(entry.updated),
        "body": entry.body,
    }


def _in_words(seconds: int | None) -> str | None:
    if seconds is None:
        return None
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _print(tally: Tally) -> None:
    print(f"\n{'source':17} {'field':10} {'compared':>8} {'equal':>7} {'explained':>9} {'not':>4}")
    unexplained = Counter((one.source, one.field) for one in tally.unexplained)
    for key, compared in sorted(tally.compared.items()):
        equal, rest = tally.equal[key], unexplained[key]
        of = compared - equal - rest
        print(f"{key[0]:17} {key[1]:10} {compared:8} {equal:7} {of:9} {rest:4}")
    print("\ndifferences with a reason")
    for (name, reason, source), count in sorted(tally.reasons.items()):
        print(f"{count:6} {name:10} {source:17} {reason}")
    print(f"\n{len(tally.unexplained)} differences without")
    for one in tally.unexplained[:_SHOWN]:
        print(f"  {one.source} {one.field} {one.path} {one.entry}")
        print(f"    want {one.want!r:.120}\n    got  {one.got!r:.120}")


def _wrong_traps(corpus: Path) -> int:
    traps = _rows(corpus / "traps_dev.jsonl")
    wrong = [trap for trap in traps if not _is_right(corpus, trap)]
    print(f"\n{len(traps) - len(wrong)} of {len(traps)} traps right")
    for trap in wrong:
        print(f"  {trap['path']}: {trap['trap']}, right is {trap['right']!r}")
    return len(wrong)


def _is_right(corpus: Path, trap: Row) -> bool:
    named = re.search(r"base is (\S+)", trap["trap"])
    feed = parse((corpus / trap["path"]).read_bytes(), named[1] if named else ADDRESS)
    if not isinstance(feed, Feed):
        return False
    if trap["field"] == "n_entries":
        return len(feed.entries) == trap["right"]
    return _said(feed.entries[trap["entry"]])[trap["field"]] == trap["right"]


if __name__ == "__main__":
    sys.exit(main())
