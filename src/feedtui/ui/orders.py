"""What the person orders, by keys, by a line with a command's name, or by a macro, and its doing.

The one place where keys and lines become commands. What the commands do is in `actions`.
"""

from feedtui.errors import StoreError
from feedtui.ui.actions.table import Opening, actions
from feedtui.ui.commands import Where
from feedtui.ui.keymap import Keymap, Macro, default_keymap
from feedtui.ui.keynames import key_of, same_key, shown_keys
from feedtui.ui.keys import Sequences
from feedtui.ui.stage import Stage


class Orders:
    """Orders to the `parts`, whose methods are commands. What goes wrong is said on the stage."""

    def __init__(self, stage: Stage, *parts: object) -> None:
        self.actions = actions(*parts, self)
        self.keymap = default_keymap()
        self._stage = stage
        self._meaning: dict[tuple[Where, ...], dict[str, str]] = {}
        self._typed = Sequences()

    def use(self, keymap: Keymap) -> None:
        """Take these keys from now on."""
        self.keymap = keymap
        self._meaning.clear()
        self._stage.use_keys(keymap)

    async def press(self, key: str) -> bool:
        """Take a key; whether it means anything here."""
        pressed = self._typed.press(same_key(key), self._meant())
        self._stage.show_begun(pressed)
        if pressed.command:
            self._stage.say("")
            await self.tell(pressed.command, pressed.count)
        return bool(pressed.command or pressed.awaits)

    async def tell(self, line: str, count: int = 0) -> None:
        """Do what a line says: a command's name and words, if it takes them."""
        try:
            opening = self.actions.do(line, count)
            if opening is not None:
                await opening
        except StoreError as error:
            self._stage.say(str(error))

    def macros(self, key: str = "") -> Opening:
        """Run the macro of a key."""
        macro = self.keymap.macros.get(key_of(key) if len(key) == 1 else key)
        if macro is not None:
            return self._run(macro)
        there = ", ".join(map(shown_keys, self.keymap.macros))
        known = f"there are: {there}" if there else "write some under [macros] in config.toml"
        self._stage.say(f"which macro? {known}")
        return None

    async def _run(self, macro: Macro) -> None:
        """Do one thing after the other; a key that means nothing where it comes ends it."""
        for line in macro.lines:
            await self.tell(line)
        for key in macro.keys:
            if not await self.press(key):
                self._stage.say(f"{shown_keys(key)} means nothing here; the macro ended")
                return

    def _meant(self) -> dict[str, str]:
        """What keys mean here; looked up once for each place."""
        where = self._stage.where
        if where not in self._meaning:
            self._meaning[where] = self.keymap.sequences(where)
        return self._meaning[where]
