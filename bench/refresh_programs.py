"""The programs that are compared: how each is set up, run, and asked how many entries it has."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sandbox import Sandbox


@dataclass(frozen=True, slots=True)
class Command:
    """Words and surroundings of a process."""

    words: list[str]
    environment: dict[str, str]


class Program(Protocol):
    """A program with files of its own in a folder of its own."""

    name: str

    def refresh(self) -> Command:
        """What asks all feeds."""

    def entries(self) -> int:
        """How many entries it keeps."""


class Feedtui:
    """The program beside this Python."""

    name = "feedtui"

    def __init__(self, folder: Path, urls: list[str]) -> None:
        self._sandbox = Sandbox(folder)
        listed = folder / "urls"
        listed.write_text("".join(f"{url}\n" for url in urls), encoding="utf-8")
        self._sandbox.run("import", str(listed))

    def refresh(self) -> Command:
        words = self._sandbox.command("refresh", "--force", "--json")
        return Command(words, self._sandbox.environment)

    def entries(self) -> int:
        heads = self._sandbox.places.feeds.glob("*/heads.json")
        return sum(len(json.loads(path.read_bytes())["feed"]["heads"]) for path in heads)


class Newsboat:
    """https://newsboat.org, twenty threads."""

    name = "newsboat"

    def __init__(self, folder: Path, urls: list[str], program: str) -> None:
        self._folder, self._program = folder, program
        (folder / "urls").write_text("".join(f"{url}\n" for url in urls), encoding="utf-8")
        (folder / "newsboatrc").write_text("reload-threads 20\n", encoding="utf-8")

    def refresh(self) -> Command:
        files = {"-u": "urls", "-c": "cache.db", "-C": "newsboatrc"}
        said = [word for flag, name in files.items() for word in (flag, str(self._folder / name))]
        return Command([self._program, *said, "-x", "reload"], _environment(self._folder))

    def entries(self) -> int:
        with closing(sqlite3.connect(self._folder / "cache.db")) as database:
            (count,) = database.execute("select count(*) from rss_item").fetchone()
        return int(count)


class Sfeed:
    """https://codemadness.org/sfeed.html: curl, sort and pipes; it asks for all again each time."""

    name = "sfeed"

    def __init__(self, folder: Path, urls: list[str], program: str) -> None:
        self._folder, self._program = folder, program
        feeds = "".join(f"  feed 'f{number}' '{url}'\n" for number, url in enumerate(urls))
        said = f"maxjobs=20\nsfeedpath='{folder}/feeds'\nfeeds() {{\n{feeds}}}\n"
        (folder / "sfeedrc").write_text(said, encoding="utf-8")

    def refresh(self) -> Command:
        words = [self._program, str(self._folder / "sfeedrc")]
        return Command(words, _environment(self._folder))

    def entries(self) -> int:
        files = (self._folder / "feeds").iterdir()
        return sum(path.read_bytes().count(b"\n") for path in files)


class Reader:
    """https://github.com/lemon24/reader: a library, called as its own command line calls it."""

    name = "reader"

    def __init__(self, folder: Path, urls: list[str], python: str) -> None:
        self._folder, self._python = folder, python
        (folder / "urls").write_text("\n".join(urls), encoding="utf-8")
        added = "for url in open(sys.argv[2]): reader.add_feed(url.strip())"
        subprocess.run(self._words(added), env=_environment(folder), check=True)

    def refresh(self) -> Command:
        words = self._words("reader.update_feeds(scheduled=False, workers=20)")
        return Command(words, _environment(self._folder))

    def entries(self) -> int:
        with closing(sqlite3.connect(self._folder / "reader.sqlite")) as database:
            (count,) = database.execute("select count(*) from entries").fetchone()
        return int(count)

    def _words(self, work: str) -> list[str]:
        script = f"import sys, reader\nreader = reader.make_reader(sys.argv[1])\n{work}\n"
        files = [str(self._folder / "reader.sqlite"), str(self._folder / "urls")]
        return [self._python, "-c", script, *files]


def programs_here(folder: Path, urls: list[str], python: str) -> list[Program]:
    """Those that are on this machine; the others are named. `python` is one that has reader."""
    found: list[Program] = [Feedtui(_made(folder / "feedtui"), urls)]
    if newsboat := shutil.which("newsboat"):
        found.append(Newsboat(_made(folder / "newsboat"), urls, newsboat))
    if sfeed := shutil.which("sfeed_update"):
        found.append(Sfeed(_made(folder / "sfeed"), urls, sfeed))
    if python:
        found.append(Reader(_made(folder / "reader"), urls, python))
    missing = {"newsboat", "sfeed", "reader"} - {each.name for each in found}
    for name in sorted(missing):
        sys.stderr.write(f"{name} is not here and left out\n")
    return found


def _made(folder: Path) -> Path:
    for name in ("home", "config", "data", "cache", "state"):
        (folder / name).mkdir(parents=True)
    return folder


def _environment(folder: Path) -> dict[str, str]:
    passed_on = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "xterm"}
    return passed_on | {"HOME": str(folder / "home")}
