"""What the person orders, by keys, by a line with a command's name, or by a macro, and its doing.

The one place where keys and lines become commands, and so the place of the commands that lead to
others: help, the palette, the command line, macros. What the others do is in `actions`.
"""

from collections.abc import Sequence

from textual.screen import Screen

from feedtui.errors import StoreError
from feedtui.ui.actions.table import Opening, actions
from feedtui.ui.choices import Refused, choices, order_of
from feedtui.ui.commands import Where
from feedtui.ui.keymap import Keymap, Macro, default_keymap
from feedtui.ui.keynames import key_of, same_key, shown_keys
from feedtui.ui.keys import Sequences
from feedtui.ui.stage import Stage


class Orders:
    """Orders to the `parts`, whose methods are commands. Dialogs stand over the `screen`."""

    def __init__(self, screen: Screen[None], stage: Stage, *parts: object) -> None:
        self.actions = actions(*parts, self)
        self.keymap = default_keymap()
        self._screen = screen
        self._stage = stage
        self._meaning: dict[tuple[Where, ...], dict[str, str]] = {}
        self._typed = Sequences()
        self._told: tuple[str, ...] = ()

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

    async def order(self, line: str | None) -> None:
        """Do what someone typed or chose, if it can be done here; say why not."""
        if line is None:
            return
        self._stage.say("")
        order = order_of(line, self._stage.where)
        if isinstance(order, Refused):
            self._stage.say(order.reason)
        else:
            await self.tell(order.line, order.count)

    def help(self) -> Opening:
        """Show what the keys do."""
        from feedtui.ui.dialogs.help import HelpScreen  # when it is asked for

        return self._screen.app.push_screen(HelpScreen(self.keymap, self._stage.where))

    def palette(self) -> Opening:
        """Have the person choose what to do."""
        from feedtui.ui.dialogs.palette import PaletteDialog  # when it is asked for

        known = choices(self.keymap, self._stage.where)
        return self._screen.app.push_screen(PaletteDialog(known), self.order)

    def command_line(self) -> Opening:
        """Have the person type what to do."""
        from feedtui.ui.dialogs.command_line import CommandLine  # when it is asked for

        known = choices(self.keymap, self._stage.where)
        dialog = CommandLine(known, self._words, self._told)
        return self._screen.app.push_screen(dialog, self._typed_line)

    def macros(self, key: str = "") -> Opening:
        """Run the macro of a key."""
        macro = self.keymap.macros.get(key_of(key) if len(key) == 1 else key)
        if macro is not None:
            return self._run(macro)
        there = ", ".join(self.macros_words())
        known = f"there are: {there}" if there else "write some under [macros] in config.toml"
        self._stage.say(f"which macro? {known}")
        return None

    def macros_words(self) -> Sequence[str]:
        """The keys of the macros."""
        return tuple(map(shown_keys, self.keymap.macros))

    async def _typed_line(self, line: str | None) -> None:
        if line is not None:
            self._told = (*(each for each in self._told if each != line), line)
        await self.order(line)

    def _words(self, name: str) -> Sequence[str]:
        offers = self.actions.offers.get(name)
        return offers() if offers else ()

    async def _run(self, macro: Macro) -> None:
        """Do one thing after the other; a key that means nothing where it comes ends it."""
        for line in macro.lines:
            await self.order(line)
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
