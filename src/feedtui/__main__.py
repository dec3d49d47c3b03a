"""`feedtui`, and `python -m feedtui`."""

import gc
import sys


def main() -> None:
    """Run what the command line asks for, and exit with its code."""
    gc.disable()  # what imports make is no garbage; the screen turns it on after its first paint
    from feedtui.cli.main import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
