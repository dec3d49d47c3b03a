"""What a file says of the feedtui that wrote it."""

from pathlib import Path

from feedtui.errors import NewerVersionError


def refuse_newer(path: Path, version: int, known: int) -> None:
    """Raise NewerVersionError when a file has a format above the one that is known."""
    if version > known:
        raise NewerVersionError(
            f"{path} was written by a newer feedtui (format {version}, this one reads {known}). "
            "It is left alone; please update feedtui"
        )
