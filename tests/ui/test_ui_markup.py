"""No text of ours, still less a feed's, reaches a call of the toolkit that parses markup.

The toolkit reads `[...]` in strings at many places, and makes actions of it. So the screen uses few
of its widgets, tells those that it does use to leave strings alone, and paints everything else
itself. This holds by reading the source, whatever the feeds of a test say.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import feedtui.ui

SOURCE = Path(feedtui.ui.__file__).parent

WIDGETS = {"Input", "Static"}
"""Of `textual.widgets`: an input shows its value, placeholder and suggestion without reading them;
a static is told to."""

TOLD = {"Static", "notify"}
"""Calls that read markup unless they are told `markup=False`."""

PARSERS = {"from_markup", "render_markup", "to_content"}
"""Calls that read markup; what pretends to make it harmless is not imported either."""

READ_ATTRIBUTES = {"border_title", "border_subtitle", "tooltip", "BORDER_TITLE", "BORDER_SUBTITLE"}
"""Attributes of widgets in which strings are read as markup."""


def trees() -> list[tuple[str, ast.Module]]:
    return [
        (path.relative_to(SOURCE).as_posix(), ast.parse(path.read_text(encoding="utf-8")))
        for path in sorted(SOURCE.rglob("*.py"))
    ]


TREES = trees()


def name_of(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def is_told(call: ast.Call) -> bool:
    return any(
        word.arg == "markup" and isinstance(word.value, ast.Constant) and word.value.value is False
        for word in call.keywords
    )


def faults(tree: ast.AST) -> Iterator[str]:
    """What in a module could read markup."""
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module="textual.widgets", names=names):
                yield from (each.name for each in names if each.name not in WIDGETS)
            case ast.ImportFrom(module="textual.markup" | "rich.markup" | "textual.visual"):
                yield f"import of {node.module}"
            case ast.Call() if name_of(node) in PARSERS:
                yield f"{name_of(node)} in line {node.lineno}"
            case ast.Call() if name_of(node) in TOLD and (node.args or node.keywords):
                if not is_told(node):
                    yield f"{name_of(node)} without markup=False in line {node.lineno}"
            case ast.Attribute(attr=name, ctx=ast.Store()) if name in READ_ATTRIBUTES:
                yield f"{name} in line {node.lineno}"
            case ast.FunctionDef(name="render", returns=ast.Name(id="str")):
                yield f"render that returns a string in line {node.lineno}"


@pytest.mark.parametrize(("path", "tree"), TREES, ids=[path for path, _ in TREES])
def test_no_string_is_read_as_markup(path: str, tree: ast.Module) -> None:
    assert list(faults(tree)) == []


@pytest.mark.parametrize(
    "line",
    [
        "from textual.widgets import Label",
        "from rich.markup import escape",
        'self.notify(f"{title}")',
        "yield Static(title)",
        "yield Static(title, markup=True)",
        "Text.from_markup(title)",
        "pane.border_title = title",
        "pane.tooltip = title",
        "def render(self) -> str: ...",
    ],
)
def test_a_call_that_reads_markup_would_be_found(line: str) -> None:
    assert len(list(faults(ast.parse(line)))) == 1


def test_the_whole_screen_is_looked_at() -> None:
    assert {"app.py", "stage.py", "dialogs/help.py", "actions/marking.py"} <= dict(TREES).keys()
