"""Other programs, started from the screen: a browser, a player, an editor, a reader of texts."""

import shlex
from collections.abc import Sequence

from textual.screen import Screen

from feedtui.article.links import shown_address
from feedtui.clean import clean_line
from feedtui.config.settings import Programs
from feedtui.library.home import Home
from feedtui.library.subscribing import write_first_file
from feedtui.ui import browser
from feedtui.ui.foreground import run_in_foreground, wait_after_failure, wait_for_enter


class Outside:
    """Starts programs for a `screen`, which gives way to those that need the terminal."""

    def __init__(self, screen: Screen[None], home: Home, programs: Programs) -> None:
        self._screen = screen
        self._home = home
        self._programs = programs

    def open(self, address: str) -> str:
        """Open an address in the browser; what came of it, in words."""
        environment = self._home.environment
        command = browser.opener(address, self._programs.browser, environment)
        if isinstance(command, str):
            return command
        if browser.needs_terminal(environment):
            return self._run(command) or f"opened {shown_address(address)}"
        return browser.start(command) or f"opened {shown_address(address)}"

    @property
    def sharing(self) -> Sequence[str]:
        """The command that entries are shared with, with names in braces; empty for none."""
        return self._programs.share

    def play(self, address: str) -> str:
        """Open what an entry carries in the player; what came of it, in words."""
        if not self._programs.player or not browser.is_opened(address):
            return self.open(address)
        command = (*self._programs.player, address)
        if browser.needs_terminal(self._home.environment):
            return self._run(command) or f"played {shown_address(address)}"
        return browser.start(command) or f"playing {shown_address(address)}"

    def run(self, command: Sequence[str]) -> str:
        """Run a command on the terminal; what went wrong, in words, or nothing."""
        return run_in_foreground(self._screen.app, command, afterwards=wait_after_failure)

    def pipe(self, line: str, text: str) -> str:
        """Have a command that was typed read a text on its standard input; what came of it."""
        try:
            command = shlex.split(line)
        except ValueError as error:
            return f"this is no command: {str(error).lower()}"
        if not command:
            return "this is no command"
        why = run_in_foreground(self._screen.app, command, text.encode(), wait_for_enter)
        return why or f"{clean_line(command[0])} has read the article"

    def edit(self, line: int = 0) -> str:
        """Have the person edit feeds.toml, from this line on where the editor takes one.

        Why they couldn't, in words, or nothing.
        """
        write_first_file(self._home.places)
        return self._run(self._home.editor(line))

    def _run(self, command: Sequence[str]) -> str:
        return run_in_foreground(self._screen.app, command)
