"""`feedtui add` under a kill: a person's feeds.toml keeps every byte and the added feed."""

import json
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

from killing import Round, duration, entries, run_and_kill
from sandbox import Sandbox
from serving import Pages, rss, serve_pages

_BY_HAND = """\
# My feeds. Nobody but me may change a word of this.

[[feed]]   # the one I read first
url = "https://example.org/first.xml"  # it moved in 2019
title   =   'First'
tags = [
    "long",   # for the train
    "weekly",
]

# [[feed]]
# url = "https://example.net/too-much.xml"
#   I'll read it again some day.

[[feed]]
url = "https://example.net/second.xml"
folder = "Ideas/Science"
# the end
"""


@contextmanager
def adding(sandbox: Sandbox) -> Iterator["Adding"]:
    """Rounds of adding in a sandbox."""
    with serve_pages() as pages:
        yield Adding(sandbox, pages)


class Adding:
    """Feeds, subscribed to one after the other."""

    def __init__(self, sandbox: Sandbox, pages: Pages) -> None:
        self._sandbox = sandbox
        self._pages = pages
        self._number = 0
        self._path = sandbox.places.subscriptions
        self._path.parent.mkdir(parents=True)
        self._path.write_text(_BY_HAND, encoding="utf-8")
        sandbox.run("add", self._publish())
        self._longest = duration(sandbox, "add", self._publish())
        self._text = self._path.read_text(encoding="utf-8")
        self._entries = set(entries(sandbox))

    def round(self, chance: Random) -> Round:
        """Add a feed, kill, and look at the list and at the entries."""
        url = self._publish()
        ended = run_and_kill(self._sandbox, ["add", url], chance.uniform(0.3, 1.3) * self._longest)
        confirmed = ended.code == 0 or "subscribed" in ended.printed
        violations = [*self._look_at_list(url, confirmed), *self._look_at_entries(confirmed)]
        return Round(ended.hit, int(confirmed), tuple(violations))

    def _publish(self) -> str:
        self._number += 1
        path = f"/{self._number}"
        self._pages.pages[path] = rss(
            f"Feed {self._number}", {f"entry {self._number}": "<p>Hi</p>"}
        )
        return self._pages.address + path

    def _look_at_list(self, url: str, confirmed: bool) -> Iterator[str]:  # noqa: FBT001
        before, self._text = self._text, self._path.read_text(encoding="utf-8")
        added = f"\n[[feed]]\nurl = {json.dumps(url)}\n"
        if self._text not in ((before + added,) if confirmed else (before, before + added)):
            yield f"feeds.toml isn't what it was before {url}, plus that: {self._text[-200:]!r}"
        if not self._text.startswith(_BY_HAND):
            yield "feeds.toml lost something that was written by hand"
        try:
            tomllib.loads(self._text)
        except tomllib.TOMLDecodeError as error:
            yield f"feeds.toml doesn't parse: {error}"

    def _look_at_entries(self, confirmed: bool) -> Iterator[str]:  # noqa: FBT001
        before, self._entries = self._entries, set(entries(self._sandbox))
        wanted = before | {f"entry {self._number}"} if confirmed else before
        yield from (f"{title} is gone" for title in sorted(wanted - self._entries))
