"""What is kept of a crash: where in the program it was, and nothing that a person reads or knows.

A traceback as the toolkit prints it shows the variables of each function: articles, addresses with
their passwords. This report has names of errors, files of the program and lines, so that it can be
shown to anybody. What errors say is left out, because it may quote a feed.
"""

import platform
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path, PurePath

from textual.worker import WorkerFailed

from feedtui import __version__
from feedtui.clean import clean_line
from feedtui.errors import StoreError
from feedtui.library.home import Home
from feedtui.store import atomic

_LIBRARIES = ("textual", "rich", "msgspec", "selectolax", "wcwidth")
_VARIABLES = ("TERM", "COLORTERM", "TERM_PROGRAM", "LANG", "LC_ALL", "LC_CTYPE")
_LONGEST_VALUE = 40
_MOST_ERRORS, _MOST_CALLS = 8, 40
_PACKAGES = ("feedtui", "textual", "rich", "asyncio")


class PanicError(Exception):
    """The toolkit gave up without handing on an error, as when its thread for keys ends."""


@dataclass(frozen=True, slots=True)
class Crash:
    """An error that nobody expected, when it came, and the terminal's size."""

    error: BaseException
    seconds: int
    columns: int
    lines: int


def tell_of(crash: Crash, home: Home) -> None:
    """Keep a report, and tell the person what happened and where that is."""
    kept = keep_report(home.places.crash, report_of(crash, home.environment))
    home.warn(
        f"this should not have happened: {place_of(crash.error)}. "
        f"What was shown as done is on the disk; {kept}"
    )


def report_of(crash: Crash, environment: Mapping[str, str]) -> str:
    """The report, a text of a few dozen lines."""
    when = datetime.fromtimestamp(crash.seconds, UTC).isoformat(timespec="seconds")
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    said = [
        f"feedtui {__version__} crashed at {when}",
        f"Python {platform.python_version()}, {libraries}",
        f"{clean_line(system)}, terminal of {crash.columns}x{crash.lines}",
        *_variables(environment),
        *_errors(crash.error),
    ]
    return "\n".join(said) + "\n"


def place_of(error: BaseException) -> str:
    """The error's name, and where in feedtui it was."""
    error = _own(error)
    calls = [_call(call) for call in traceback.extract_tb(error.__traceback__)]
    ours = [call for call in calls if call.startswith("feedtui/")] or calls
    return f"{_name(error)} in {ours[-1]}" if ours else _name(error)


def keep_report(path: Path, report: str) -> str:
    """Keep the report in the place of an older one; where it is, or itself if it can't be kept."""
    try:
        atomic.write(path, report.encode())
    except StoreError:
        return f"this is its report, which can't be written to {path}:\n{report}"
    return f"its report, without any text of a feed, is in {path}"


def _variables(environment: Mapping[str, str]) -> Iterator[str]:
    for name in _VARIABLES:
        if name in environment:
            yield f"{name}={clean_line(environment[name], _LONGEST_VALUE)}"


def _errors(error: BaseException | None) -> Iterator[str]:
    """The error with its calls, the innermost last; then the one behind it, and so on."""
    for _ in range(_MOST_ERRORS):
        if error is None:
            return
        error = _own(error)
        yield f"\n{_name(error)}"
        for call in traceback.extract_tb(error.__traceback__)[-_MOST_CALLS:]:
            yield f"  {_call(call)}"
        error = error.__cause__ or error.__context__


def _own(error: BaseException) -> BaseException:
    """The error itself; the toolkit wraps those of threads."""
    return error.error if isinstance(error, WorkerFailed) else error


def _name(error: BaseException) -> str:
    """The error's name, and the name in the program that it is about."""
    about = error.name if isinstance(error, AttributeError | NameError | ImportError) else None
    name = type(error).__qualname__
    return clean_line(f"{name} ({about})" if about else name, _LONGEST_VALUE)


def _call(call: traceback.FrameSummary) -> str:
    return f"{_inside(PurePath(call.filename))}:{call.lineno} {call.name}"


def _inside(path: PurePath) -> str:
    """A file's path within its package; of any other file only the name."""
    parts = path.parts
    for package in _PACKAGES:
        if package in parts[:-1]:
            place = len(parts) - 1 - parts[::-1].index(package)
            return "/".join(parts[place:])
    return path.name
