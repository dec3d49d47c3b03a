"""Opening the screen: settings, the first run, the app."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from feedtui.config.settings import Settings
from feedtui.library.first_run import prepare
from feedtui.library.home import Home
from feedtui.ui.app import FeedtuiApp
from feedtui.ui.crash import Crash, tell_of
from feedtui.ui.desk import Desk
from feedtui.ui.owned import owned_keymap
from feedtui.ui.picture import keep_picture
from feedtui.ui.screen import MainScreen
from feedtui.ui.themes import find_looks


def run(home: Home, before: Callable[[], object]) -> int:
    """Run the screen until the person leaves it. Raises ConfigError before.

    `before` is called when it is about to take the terminal over. Its last frame is kept.
    """
    warnings: list[str] = []
    settings = home.settings()
    app = make_app(replace(home, warn=warnings.append), settings, warnings)
    app.suit_terminal()
    before()
    last_frame = app.run(mouse=settings.screen.mouse)
    for warning in warnings:
        home.warn(warning)
    if app.crash is not None:
        tell_of(Crash(app.crash, home.now(), *app.size), home)
    if last_frame:
        keep_picture(home.places.frame, last_frame)
    return app.return_code or 0


def make_app(home: Home, settings: Settings, warnings: Sequence[str] = ()) -> FeedtuiApp:
    """The app over this home, with everything checked that would spoil it once it runs."""
    looks = find_looks(home, settings.screen)
    prepare(home)
    home.warn_without_locks()
    desk = Desk(home.empty_library(), home.now, settings)
    main = MainScreen(desk, home, settings, warnings)
    main.use_keys(owned_keymap(settings.keys, str(home.places.settings)))
    return FeedtuiApp(main, looks)
