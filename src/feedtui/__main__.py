"""`feedtui`, and `python -m feedtui`."""

import gc
import os
import signal
import sys


def main() -> None:
    """Run what the command line asks for, and exit with its code."""
    gc.disable()  # what imports make is no garbage; the screen turns it on after its first paint
    interrupt = signal.getsignal(signal.SIGINT)
    if interrupt is signal.default_int_handler and len(sys.argv) > 1:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # there is nothing to put in order yet
    from feedtui.cli.curtain import curtain

    with curtain(sys.argv[1:], os.environ) as shown:
        from feedtui.cli.main import run

        signal.signal(signal.SIGINT, interrupt)
        code = run(sys.argv[1:], shown)
    sys.exit(code)


if __name__ == "__main__":
    main()
