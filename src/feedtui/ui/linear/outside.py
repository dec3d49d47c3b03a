"""Other programs, started from the linear mode, which gives way to those that need the terminal."""

import subprocess
from collections.abc import Sequence

from feedtui.article.links import shown_address
from feedtui.config.settings import Programs
from feedtui.library.home import Home
from feedtui.library.subscribing import write_first_file
from feedtui.ui import browser
from feedtui.ui.linear.teletype import Teletype


class Outside:
    """Starts the browser and the editor."""

    def __init__(self, teletype: Teletype, home: Home, programs: Programs) -> None:
        self._teletype = teletype
        self._home = home
        self._programs = programs

    def open(self, address: str) -> str:
        """Open an address in the browser; what came of it, in words."""
        environment = self._home.environment
        command = browser.opener(address, self._programs.browser, environment)
        if isinstance(command, str):
            return command
        start = self._run if browser.needs_terminal(environment) else browser.start
        return start(command) or f"opened {shown_address(address)}"

    def edit(self) -> str:
        """Have the person edit feeds.toml; why they couldn't, in words, or nothing."""
        write_first_file(self._home.places)
        return self._run(self._home.editor())

    def _run(self, command: Sequence[str]) -> str:
        with self._teletype.given_back():
            try:
                subprocess.run(command, check=False)
            except OSError as error:
                return f"{command[0]} can't be started: {error.strerror}"
        return ""
