"""What a person wants, in two TOML files that are theirs.

`config.toml` holds settings. The program reads it and never writes it: every setting is one row of
`settings`, from which the defaults, the checks, the messages and the example file all come.

`feeds.toml` holds subscriptions. The program writes there too, but as a guest: it changes the lines
that it must and leaves every other byte, above all every comment, as it found it.

A mistake in either file is named with its line, its key and what was expected, all mistakes at
once, as a `ConfigError`; a file with mistakes is never written to. Nothing here touches the disk:
text goes in and text comes out. From the bottom up: `durations` and `kinds` say what a value may
be, `layout` where things stand in a text, `document` reads tables and collects what is wrong;
`edits` changes a text; `feed_kinds` and `inheritance` know what a feed may say and what it has
without saying it; `settings` and `subscriptions` are the two files.
"""

from feedtui.config.settings import Settings, read_settings
from feedtui.config.subscriptions import (
    add,
    add_all,
    change,
    first_file,
    read_subscriptions,
    remove,
)

__all__ = [
    "Settings",
    "add",
    "add_all",
    "change",
    "first_file",
    "read_settings",
    "read_subscriptions",
    "remove",
]
