"""The house stands: imports go down only, and each outside library has one door."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "feedtui"

FLOORS = {
    "address": 0,
    "clean": 0,
    "errors": 0,
    "model": 0,
    "feeds": 1,
    "article": 1,
    "pages": 1,
    "query": 1,
    "exchange": 1,
    "net": 2,
    "store": 2,
    "config": 2,
    "library": 3,
    "engine": 3,
    "cli": 4,
    "ui": 4,
    "__main__": 5,
}

# An outside library, and the files or rooms that may know it.
DOORS = {
    "aiohttp": ("net/client.py", "net/failures.py", "net/resolving.py", "net/sessions.py"),
    "yarl": ("net/client.py", "net/sessions.py"),
    "feedparser": ("feeds/unusual.py",),
    "textual": ("ui/",),
    "rich": ("ui/",),
    "platformdirs": ("store/paths.py",),
    "tomllib": ("config/",),
    "tomlkit": ("config/",),
    "tomli_w": ("config/",),
    "fcntl": ("store/",),
    "sqlite3": ("store/search/",),
    "lxml": ("pages/",),
    "readability": ("pages/extractors.py",),
    "trafilatura": ("pages/extractors.py",),
    "selectolax": ("article/", "feeds/"),
    "pygments": ("article/colours.py",),
}

# The command line opens the screen, and tells of its keys by the same table, which knows no
# toolkit; that is all that the two fronts have to do with each other.
ALLOWED = {
    ("cli/main.py", "feedtui.ui"),
    ("cli/main.py", "feedtui.ui.linear"),
    ("cli/keys.py", "feedtui.ui.commands"),
    ("cli/keys.py", "feedtui.ui.keymap"),
    ("cli/keys.py", "feedtui.ui.keynames"),
    ("cli/keys.py", "feedtui.ui.owned"),
    ("cli/doctor.py", "feedtui.ui.owned"),
}


def modules() -> Iterator[tuple[str, str]]:
    """Every import of every file: the file's path below the package, the module imported."""
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        name = path.relative_to(SOURCE).as_posix()
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                yield from ((name, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield name, node.module


def room(path: str) -> str:
    return path.partition("/")[0].removesuffix(".py")


def is_allowed(path: str, module: str) -> bool:
    own, other = room(path), module.split(".")[1]
    if own == other or (FLOORS[own] == 0 == FLOORS[other]):
        return True
    return FLOORS[other] < FLOORS[own] or (path, module) in ALLOWED


def test_imports_go_down_the_floors_only() -> None:
    inside = [(path, name) for path, name in modules() if name.startswith("feedtui.")]
    assert len(inside) > 100
    assert [pair for pair in inside if not is_allowed(*pair)] == []


def test_every_file_is_in_a_room_of_the_plan() -> None:
    rooms = {room(path.relative_to(SOURCE).as_posix()) for path in SOURCE.rglob("*.py")}
    assert rooms == {*FLOORS, "__init__"}


@pytest.mark.parametrize("library", DOORS)
def test_an_outside_library_comes_in_by_its_door_only(library: str) -> None:
    users = {path for path, name in modules() if name.split(".")[0] == library}
    assert [path for path in users if not path.startswith(DOORS[library])] == []


@pytest.mark.parametrize("command", ["entries", "feeds", "keys", "doctor"])
def test_listing_loads_neither_the_screen_nor_the_network(command: str) -> None:
    script = (
        "import sys; from feedtui.cli.main import run; run([sys.argv[1]]); "
        "print(sorted({'textual', 'rich', 'aiohttp', 'feedparser', 'tomlkit', 'lxml',"
        " 'pygments'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, command], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_engine_leaves_the_readers_of_pages_to_its_workers() -> None:
    script = (
        "import sys, feedtui.engine.refresh, feedtui.engine.worker, feedtui.cli.fulltext; "
        "print(sorted({'lxml', 'readability', 'trafilatura'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_engine_leaves_the_readers_of_documents_to_its_workers() -> None:
    script = (
        "import sys, feedtui.cli.refresh, feedtui.cli.add; "
        "print({'feedparser', 'feedtui.feeds.parse', 'feedtui.engine.worker'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"


def test_the_library_and_the_engine_know_no_screen() -> None:
    script = (
        "import sys, feedtui.library.home, feedtui.engine.refresh; print('textual' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
