"""Draws articles as the screen shows them: `pictures.py FOLDER FILE.html …` makes a PNG of each.

The app runs without a terminal over a feed whose entries are the files. Needs `rsvg-convert`
(librsvg) and a monospaced font with the scripts that the articles use.
"""

import asyncio
import subprocess
import sys
import time
from argparse import ArgumentParser
from pathlib import Path

from generate import NEWEST
from sandbox import Sandbox, open_sandbox

from feedtui.clean import SafeText
from feedtui.library.home import Home
from feedtui.library.subscribing import subscribe_all
from feedtui.model import Body, FetchHistory, Head, StoredFeed, Subscription
from feedtui.store.cache import FeedCache
from feedtui.ui.start import make_app

_FEED = "http://127.0.0.1:9/pictures"
_ARRIVES = 1.5
"""Seconds after which an article has its colours."""


def main() -> int:
    """Draw each file."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--columns", type=int, default=120)
    parser.add_argument("--lines", type=int, default=40)
    parser.add_argument("--pages", type=int, default=0, help="how many pages to scroll down first")
    said = parser.parse_args()
    with open_sandbox() as sandbox:
        _write(sandbox, said.files)
        names = [file.stem for file in said.files]
        size = (said.columns, said.lines)
        drawings = asyncio.run(_draw(sandbox, len(names), size, said.pages))
    for name, drawing in zip(names, drawings, strict=True):
        _convert(drawing, said.folder / f"{name}.png")
    return 0


def _write(sandbox: Sandbox, files: list[Path]) -> None:
    subscribe_all(sandbox.places, [Subscription(_FEED)])
    heads = tuple(_head(number, file) for number, file in enumerate(files))
    texts = (file.read_text("utf-8") for file in files)
    bodies = {head.id: Body(text, head.link) for head, text in zip(heads, texts, strict=True)}
    history = FetchHistory(address=_FEED, attempted=NEWEST, succeeded=NEWEST, next=NEWEST)
    stored = StoredFeed(_FEED, SafeText("Difficult articles"), history=history, heads=heads)
    FeedCache(sandbox.places.feeds, print).write(stored, bodies)


def _head(number: int, file: Path) -> Head:
    return Head(
        id=f"{number:016x}",
        title=SafeText(file.stem.replace("-", " ").capitalize()),
        link=SafeText(f"https://example.org/{file.stem}"),
        published=NEWEST - number,
        seen=NEWEST,
        digest=f"{number:016x}",
    )


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
