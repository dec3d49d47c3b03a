"""`feedtui`, and `python -m feedtui`."""

import gc
import signal
import sys


def main() -> None:
    """Run what the command line asks for, and exit with its code."""
    gc.disable()  # what imports make is no garbage; the screen turns it on after its first paint
    interrupt = signal.getsignal(signal.SIGINT)
    if interrupt is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # there is nothing to put in order yet
    from feedtui.cli.main import run

    signal.signal(signal.SIGINT, interrupt)
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
