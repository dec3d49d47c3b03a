"""The toolkit's driver, mended in two places where a terminal's rudeness would end the program.

A byte that is no letter (an old terminal's Alt, a paste in another encoding) ends the thread that
reads the keys. And SIGCONT without a SIGTSTP before it (`kill -STOP`, `kill -CONT`) starts the
driver a second time over itself: what it would then remember as the terminal's own state, and leave
behind in the end, is the raw one.
"""

from textual.drivers.linux_driver import LinuxDriver


class TerminalDriver(LinuxDriver):
    """Reads keys and paints, whatever the terminal and the shell do."""

    def run_input_thread(self) -> None:
        """Read keys; bytes that are none are lost, with what came in one piece with them."""
        while True:
            try:
                super().run_input_thread()
            except UnicodeDecodeError:
                continue
            return

    def _sigcont_application(self, *_: object) -> None:
        """Go on after a stop; after one that wasn't told, give the terminal back first."""
        if not self._auto_restart:
            return
        if not self._must_signal_resume:
            self.suspend_application_mode()
            self._must_signal_resume = True
        self.resume_application_mode()
