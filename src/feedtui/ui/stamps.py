"""Whether a file was written since one last looked."""

from pathlib import Path


def stamp(path: Path) -> tuple[int, ...]:
    """What differs after a file was written: its time, size and number; nothing without one."""
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_size, found.st_ino
