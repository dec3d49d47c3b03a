"""Draws the screen, as PNG: `pictures.py FOLDER` the small library of `shelf`, in three pictures;
`pictures.py FOLDER FILE.html …` an article of each file.

The app runs without a terminal over a feed whose entries are the files. Needs `rsvg-convert`
(librsvg) and a monospaced font with the scripts that the articles use.
"""

import asyncio
import subprocess
import sys
import time
from argparse import ArgumentParser
from pathlib import Path

from generate import write_feed
from sandbox import Sandbox, open_sandbox
from shelf import NOON, write_shelf

from feedtui.library.home import Home
from feedtui.model import Body
from feedtui.ui.start import make_app

_FEED = "http://127.0.0.1:9/pictures"
_ARRIVES = 1.5
"""Seconds after which an article has its colours."""

_RESTS = 0.2
_SHELF = {
    "panes": ("1", "j"),
    "article": ("enter", "space", "f"),
    "palette": ("escape", "escape", "ctrl+p", "r", "e", "a", "d"),
}
"""The pictures of the small library, and the keys that lead from each to the next."""


def main() -> int:
    """Draw each file."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--columns", type=int, default=120)
    parser.add_argument("--lines", type=int, default=40)
    parser.add_argument("--pages", type=int, default=0, help="how many pages to scroll down first")
    said = parser.parse_args()
    if not said.files:
        return _draw_shelf(said.folder, (said.columns, said.lines))
    with open_sandbox() as sandbox:
        entries = [_entry(file) for file in said.files]
        write_feed(sandbox.places, _FEED, "Difficult articles", entries)
        names = [file.stem for file in said.files]
        size = (said.columns, said.lines)
        drawings = asyncio.run(_draw(sandbox, len(names), size, said.pages))
    for name, drawing in zip(names, drawings, strict=True):
        _convert(drawing, said.folder / f"{name}.png")
    return 0


def _draw_shelf(folder: Path, size: tuple[int, int]) -> int:
    with open_sandbox() as sandbox:
        write_shelf(sandbox.places)
        drawings = asyncio.run(_walk(sandbox, size))
    for name, drawing in zip(_SHELF, drawings, strict=True):
        _convert(drawing, folder / f"{name}.png")
    return 0


async def _walk(sandbox: Sandbox, size: tuple[int, int]) -> list[str]:
    home = Home(sandbox.places, sandbox.environment, lambda: NOON * 1000, print)
    app = make_app(home, home.settings())
    drawings = []
    async with app.run_test(size=size) as pilot:
        await asyncio.sleep(_ARRIVES)
        for keys in _SHELF.values():
            for key in keys:
                await pilot.press(key)
                await asyncio.sleep(_RESTS)
            await asyncio.sleep(_ARRIVES)
            drawings.append(app.export_screenshot())
    return drawings


def _entry(file: Path) -> tuple[str, Body]:
    title = file.stem.replace("-", " ").capitalize()
    return title, Body(file.read_text("utf-8"), f"https://example.org/{file.stem}")


async def _draw(sandbox: Sandbox, count: int, size: tuple[int, int], pages: int) -> list[str]:
    home = Home(sandbox.places, sandbox.environment, lambda: time.time_ns() // 10**6, print)
    app = make_app(home, home.settings())
    drawings = []
    async with app.run_test(size=size) as pilot:
        await asyncio.sleep(_ARRIVES)
        for _ in range(count):
            await pilot.press("n", *["space"] * pages)
            await asyncio.sleep(_ARRIVES)
            drawings.append(app.export_screenshot())
    return drawings


def _convert(drawing: str, file: Path) -> None:
    kept = drawing.replace("<text ", '<text xml:space="preserve" ')  # blanks between styles count
    command = ["rsvg-convert", "--zoom", "0.8", "--output", str(file)]
    subprocess.run(command, input=kept.encode(), check=True)


if __name__ == "__main__":
    sys.exit(main())
