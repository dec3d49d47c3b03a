"""Where the files lie: the platform's folders, or the XDG ones where a person has set them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

from feedtui.errors import StoreError


@dataclass(frozen=True, slots=True)
class Places:
    """The four folders of one person's feedtui, and the files in them."""

    config: Path
    data: Path
    cache: Path
    state: Path

    @property
    def settings(self) -> Path:
        """config.toml, which the program only reads."""
        return self.config / "config.toml"

    @property
    def themes(self) -> Path:
        """The person's own themes, one file each; the program only reads them."""
        return self.config / "themes"

    @property
    def subscriptions(self) -> Path:
        """feeds.toml, which the person and the program edit."""
        return self.config / "feeds.toml"

    @property
    def feeds(self) -> Path:
        """What feeds said: a folder for each."""
        return self.data / "feeds"

    @property
    def marks(self) -> Path:
        """What the person did: a journal for each device."""
        return self.data / "marks"

    @property
    def device(self) -> Path:
        """This device's name. In the state folder, which nobody carries to another machine."""
        return self.state / "device"

    @property
    def hosts(self) -> Path:
        """What hosts asked for, which only matters to who asks from this machine."""
        return self.state / "hosts.json"

    @property
    def frame(self) -> Path:
        """What the screen showed last."""
        return self.state / "frame"

    @property
    def left(self) -> Path:
        """How the screen was left: what was shown, and how wide the panes were."""
        return self.state / "left.json"

    @property
    def crash(self) -> Path:
        """What is known of the last crash of the screen."""
        return self.state / "crash.txt"

    @property
    def steps(self) -> Path:
        """What was done on this device and can be taken back on it."""
        return self.state / "steps.jsonl"

    @property
    def emptying(self) -> Path:
        """When bins were last looked into, by this machine's clock."""
        return self.state / "emptying.json"

    @property
    def search(self) -> Path:
        """Which words stand in which entries. It can be made again from `feeds` at any time."""
        return self.cache / "search.db"

    def lock(self, name: str) -> Path:
        """The file whose lock serialises one kind of work."""
        return self.state / f"{name}.lock"


def find_places(environment: Mapping[str, str]) -> Places:
    """The folders for this environment. XDG variables count on every platform, if absolute.

    Raises StoreError where neither they nor a home folder say where to keep anything.
    """
    platform = PlatformDirs("feedtui", appauthor=False)
    return Places(
        config=_folder(environment, "XDG_CONFIG_HOME", lambda: platform.user_config_path),
        data=_folder(environment, "XDG_DATA_HOME", lambda: platform.user_data_path),
        cache=_folder(environment, "XDG_CACHE_HOME", lambda: platform.user_cache_path),
        state=_folder(environment, "XDG_STATE_HOME", lambda: platform.user_state_path),
    )


def _folder(environment: Mapping[str, str], variable: str, otherwise: Callable[[], Path]) -> Path:
    base = Path(environment.get(variable, ""))
    if base.is_absolute():
        return base / "feedtui"
    try:
        return _absolute(otherwise())
    except RuntimeError as error:
        message = f"there is no home folder to keep anything in; set HOME, or {variable}"
        raise StoreError(message) from error


def _absolute(folder: Path) -> Path:
    """The folder. Raises RuntimeError where the platform found no home for it."""
    if not folder.is_absolute():
        raise RuntimeError(folder)
    return folder
