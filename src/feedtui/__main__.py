"""`feedtui`, and `python -m feedtui`."""

import gc
import os
import sys


def main() -> None:
    """Run what the command line asks for, and exit with its code."""
    gc.disable()  # what imports make is no garbage; the screen turns it on after its first paint
    from feedtui.cli.curtain import curtain

    with curtain(sys.argv[1:], os.environ) as shown:
        from feedtui.cli.main import run

        code = run(sys.argv[1:], shown)
    sys.exit(code)


if __name__ == "__main__":
    main()
