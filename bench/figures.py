"""Figures as they are printed: rows of milliseconds, and what the system says of a process."""

from pathlib import Path
from statistics import median

_ROW = "  {:<34} {:>10} {:>10} {:>10}"


def print_columns() -> None:
    """Name the columns of what `print_times` prints."""
    print(_ROW.format("milliseconds", "least", "median", "most"))


def print_times(name: str, seconds: list[float]) -> None:
    """Print the least, the median and the most of some times, in milliseconds."""
    thousandths = (1000 * each for each in (min(seconds), median(seconds), max(seconds)))
    print(_ROW.format(name, *(f"{each:.1f}" for each in thousandths)), flush=True)


def megabytes(pid: int, field: str) -> int:
    """Memory of a process, in MB: `VmRSS` for what it has, `VmHWM` for the most that it had."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith(field))
