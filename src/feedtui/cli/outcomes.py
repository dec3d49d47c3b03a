"""The outcome of a refresh for one feed: as an object, as a line, in a word."""

from feedtui.address import shown_address
from feedtui.cli.printing import moment
from feedtui.library.wording import counted
from feedtui.model import Failed, Outcome, Skipped, Unchanged, Updated


def outcome_record(outcome: Outcome) -> dict[str, object]:
    """An outcome under the field names of the JSON output."""
    return {
        "feed": outcome.feed,
        "outcome": outcome_name(outcome),
        "new": outcome.new if isinstance(outcome, Updated) else 0,
        "changed": outcome.changed if isinstance(outcome, Updated) else 0,
        "error": outcome.error if isinstance(outcome, Failed) else None,
        "reason": outcome.reason if isinstance(outcome, Skipped) else None,
        "next": moment(outcome.next or None),
        "texts": outcome.texts if isinstance(outcome, Updated | Unchanged) else 0,
        "moved": (outcome.moved or None) if isinstance(outcome, Updated | Unchanged) else None,
    }


def outcome_name(outcome: Outcome) -> str:
    """The outcome in a word: updated, unchanged, skipped or failed."""
    return type(outcome).__name__.lower()


def outcome_line(outcome: Outcome) -> str:
    """The outcome in a line with tabs between its parts."""
    feed = shown_address(outcome.feed)
    match outcome:
        case Updated(_, new, changed, _, texts, moved):
            said = f"{new} new, {changed} changed{said_texts(texts, ', ')}"
            return f"updated\t{feed}\t{said}{_moved(moved, ', ')}"
        case Unchanged(_, _, texts, moved):
            return f"unchanged\t{feed}{said_texts(texts, chr(9))}{_moved(moved, chr(9))}"
        case Skipped(_, reason, _):
            return f"skipped\t{feed}\t{reason}"
        case Failed(_, error, _):
            return f"failed\t{feed}\t{error}"


def said_texts(number: int, before: str) -> str:
    """How many full texts came, with `before` in front; nothing when none did."""
    return f"{before}{counted(number, 'full text')}" if number else ""


def _moved(target: str, before: str) -> str:
    return f"{before}moved to {shown_address(target)} for good" if target else ""
