"""Take back what was done last on this device, or a step of the list: marks, feeds, purges.

`--list` names the steps, the latest first, and takes nothing back. What another device or a later
action has changed since stays as it is, and is counted.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from feedtui.clean import clean_line
from feedtui.cli.context import Context
from feedtui.cli.printing import as_json, columns, day, moment, print_table
from feedtui.errors import UsageError
from feedtui.library.wording import local_time
from feedtui.store.steps import Step


def arguments(parser: ArgumentParser) -> None:
    """What may be said to `feedtui undo`."""
    parser.add_argument(
        "number", nargs="?", type=int, default=1, metavar="N", help="of the list; 1 without it"
    )
    parser.add_argument("--list", action="store_true", help="name the steps, and take none back")
    parser.add_argument("--json", action="store_true", help="with --list, an object for each step")


def run(said: Namespace, context: Context) -> int:
    """Take back one step, or list them."""
    if said.list:
        return _list(context, as_objects=said.json)
    library = context.home.library()
    done = library.undo(said.number)
    if done is None:
        raise UsageError("there is nothing to take back")
    library.settle()
    context.say(f"took back: {done}")
    return 0


def _list(context: Context, *, as_objects: bool) -> int:
    steps = context.home.past().steps()
    if as_objects:
        for number, step in enumerate(steps, 1):
            context.say(as_json(step_record(number, step)))
    else:
        print_table(context.out, _table(steps, context.home.now()))
    return 0


def step_record(number: int, step: Step) -> dict[str, object]:
    """A step under the field names of the JSON output."""
    return {"number": number, "time": moment(step.time // 1000), "name": clean_line(step.name)}


def _table(steps: Sequence[Step], now: int) -> list[str]:
    rows = [
        (str(number), when(step.time // 1000, now), clean_line(step.name))
        for number, step in enumerate(steps, 1)
    ]
    return columns(rows, right=frozenset({0}))


def when(time: int, now: int) -> str:
    """A time for people, in their own zone: that of today by the minute, an older one with its day.

    Both in seconds since 1970.
    """
    minute = local_time(time).strftime("%H:%M")
    return minute if day(time) == day(now) else f"{day(time)} {minute}"
