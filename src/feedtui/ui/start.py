"""Opening the screen: settings, the first run, the app."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from textual.theme import BUILTIN_THEMES

from feedtui.config.settings import Settings
from feedtui.errors import UsageError
from feedtui.library.first_run import prepare
from feedtui.library.home import Home
from feedtui.ui.app import FeedtuiApp
from feedtui.ui.desk import Desk
from feedtui.ui.owned import owned_keymap
from feedtui.ui.picture import keep_picture
from feedtui.ui.screen import MainScreen


def run(home: Home, before: Callable[[], object]) -> int:
    """Run the screen until the person leaves it. Raises ConfigError before.

    `before` is called when it is about to take the terminal over. Its last frame is kept.
    """
    warnings: list[str] = []
    settings = home.settings()
    app = make_app(replace(home, warn=warnings.append), settings, warnings)
    before()
    if last_frame := app.run(mouse=settings.screen.mouse):
        keep_picture(home.places.frame, last_frame)
    for warning in warnings:
        home.warn(warning)
    return app.return_code or 0


def make_app(home: Home, settings: Settings, warnings: Sequence[str] = ()) -> FeedtuiApp:
    """The app over this home, with everything checked that would spoil it once it runs."""
    theme = settings.screen.theme
    if theme not in BUILTIN_THEMES:
        known = ", ".join(sorted(BUILTIN_THEMES))
        raise UsageError(f"{home.places.settings}: there is no theme “{theme}”; there is {known}")
    prepare(home)
    home.warn_without_locks()
    desk = Desk(home.empty_library(), home.now, hide_read=settings.reading.hide_read)
    main = MainScreen(desk, home, settings, warnings)
    main.use_keys(owned_keymap(settings.keys, str(home.places.settings)))
    return FeedtuiApp(main, theme)
