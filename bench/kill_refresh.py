"""`feedtui refresh` under a kill: the engine alone, the engine with its workers, or one worker.

Every feed brings other entries and other texts in each round. Each text names its entry and its
version at its beginning and at its end, so that half a text, or one in the wrong place, shows.
"""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import TypeVar

import msgspec
from killing import Kill, Round, children, duration, entries, kill_it, kill_one, run_and_kill
from sandbox import Sandbox
from serving import Pages, rss, serve_pages

from feedtui.library.subscribing import subscribe_all
from feedtui.model import Subscription
from feedtui.store.cache import folder_name

FEEDS = 30
LISTED = 12
"""Entries in a document at a time; each round one leaves and one arrives."""

_FILLING = "<p>Nothing that was kept may be lost, whatever happens to the machine.</p>\n" * 60

Texts = dict[str, str]
"""Texts by the title of their entry."""


class _Head(msgspec.Struct):
    id: str
    title: str


class _Feed(msgspec.Struct):
    heads: tuple[_Head, ...] = ()


class _Heads(msgspec.Struct):
    feed: _Feed = msgspec.field(default_factory=_Feed)


class _Body(msgspec.Struct):
    html: str = ""


class _Bodies(msgspec.Struct):
    bodies: dict[str, _Body] = {}


_File = TypeVar("_File", _Heads, _Bodies)

_HEADS = msgspec.json.Decoder(_Heads)
_BODIES = msgspec.json.Decoder(_Bodies)


@contextmanager
def refreshing(sandbox: Sandbox) -> Iterator["Refreshing"]:
    """Rounds of refreshing in a sandbox."""
    with serve_pages() as pages:
        yield Refreshing(sandbox, pages)


class Refreshing:
    """Refreshes, one after the other, of feeds that change in between."""

    def __init__(self, sandbox: Sandbox, pages: Pages) -> None:
        self._sandbox = sandbox
        self._pages = pages
        self._urls = [f"{pages.address}/{feed}" for feed in range(FEEDS)]
        self._number = 0
        subscribe_all(sandbox.places, [Subscription(url) for url in self._urls])
        self._publish()
        self._longest = duration(sandbox, "refresh", "--force")
        self._kept = {url: _kept(sandbox, url)[0] for url in self._urls}

    def round(self, chance: Random) -> Round:
        """Publish, refresh, kill, and look at every file."""
        self._publish()
        kill = chance.choice(_KILLS)
        after = chance.uniform(0.1, 1.1) * self._longest
        ended = run_and_kill(self._sandbox, ["refresh", "--force", "--json"], after, kill)
        updated = _updated(ended.printed)
        violations = [found for url in self._urls for found in self._look(url, url in updated)]
        return Round(ended.hit, len(updated), (*violations, *self._look_from_outside()))

    def _publish(self) -> None:
        self._number += 1
        for feed in range(FEEDS):
            self._pages.pages[f"/{feed}"] = rss(f"Feed {feed}", self._listed(feed))

    def _listed(self, feed: int) -> Texts:
        numbers = range(self._number, self._number + LISTED)
        titles = [f"{feed}/{number}" for number in numbers]
        version = (self._number + feed) // 2
        return {title: f"<p>[{title} {version}</p>\n{_FILLING}<p>{title}]</p>" for title in titles}

    def _look(self, url: str, confirmed: bool) -> list[str]:  # noqa: FBT001 - a fact, no switch
        before, listed = self._kept[url], self._listed(self._urls.index(url))
        now, violations = _kept(self._sandbox, url)
        self._kept[url] = now
        expected = before | listed if confirmed else before
        may_have_come = {} if confirmed else listed
        gone = sorted(expected.keys() - now.keys())
        wrong = [
            title
            for title, text in now.items()
            if text not in (expected.get(title), may_have_come.get(title))
        ]
        violations.extend(f"{url} {title} is gone" for title in gone)
        violations.extend(f"{url} {title} says {now[title][:40]!r}" for title in wrong)
        return violations

    def _look_from_outside(self) -> list[str]:
        told = set(entries(self._sandbox))
        kept = {title for texts in self._kept.values() for title in texts}
        return [f"`feedtui entries` doesn't list {title}" for title in sorted(kept - told)]


def _kept(sandbox: Sandbox, url: str) -> tuple[Texts, list[str]]:
    """The texts of a feed as its files have them, and what is wrong with the files."""
    folder = sandbox.places.feeds / folder_name(url)
    violations = [f"{path} was found damaged" for path in folder.glob("*.damaged-*")]
    try:
        heads = _read(folder / "heads.json", _HEADS, _Heads()).feed.heads
        bodies = _read(folder / "bodies.json", _BODIES, _Bodies()).bodies
    except msgspec.DecodeError as error:
        return {}, [*violations, f"{folder} holds a file that doesn't parse: {error}"]
    return {head.title: bodies.get(head.id, _Body()).html for head in heads}, violations


def _read(path: Path, decoder: "msgspec.json.Decoder[_File]", otherwise: _File) -> _File:
    return decoder.decode(path.read_bytes()) if path.exists() else otherwise


def _updated(printed: str) -> set[str]:
    lines = [json.loads(line) for line in printed.splitlines() if line.endswith("}")]
    return {line["feed"] for line in lines if line["outcome"] == "updated"}


def _kill_all(process: "subprocess.Popen[str]") -> bool:
    workers = children(process.pid)
    hit = kill_it(process)
    for worker in workers:
        kill_one(worker)
    return hit


def _kill_a_worker(process: "subprocess.Popen[str]") -> bool:
    workers = children(process.pid)
    return kill_one(workers[0]) if workers else kill_it(process)


_KILLS: tuple[Kill, ...] = (kill_it, _kill_all, _kill_a_worker)
