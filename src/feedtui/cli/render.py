"""Print any HTML, from a file or standard input, as feedtui would show it."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from feedtui.article.reader import read
from feedtui.article.writing import to_text
from feedtui.cli.context import Context
from feedtui.cli.show import article_width
from feedtui.errors import UsageError


def arguments(parser: ArgumentParser) -> None:
    """What may be said to `feedtui render`."""
    parser.add_argument("file", nargs="?", metavar="FILE", type=Path)
    parser.add_argument("--width", type=int, metavar="N", help="columns; the terminal's without")
    parser.add_argument("--base", default="", metavar="URL", help="where relative links start from")


def run(said: Namespace, context: Context) -> int:
    """Print the text of the HTML."""
    html = _content(said.file, context).decode(errors="replace")
    settings = context.home.settings()
    width = said.width or article_width(context, settings)
    context.say(to_text(read(html, said.base, settings.reading.trackers), max(width, 1)))
    return 0


def _content(file: Path | None, context: Context) -> bytes:
    if file is None:
        return context.input.read()
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file} can't be read: {error.strerror}") from error
