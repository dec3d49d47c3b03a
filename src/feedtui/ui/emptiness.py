"""What an empty list says instead: why there is nothing, and which key leads on."""

from feedtui.model import Source
from feedtui.ui.desk import Desk
from feedtui.ui.keymap import Keymap


def advice(desk: Desk, keymap: Keymap) -> tuple[str, ...]:
    """Sentences for the list of entries; none while there are entries in it."""
    if desk.rows:
        return ()
    if not desk.library.sources:
        return (
            "No feeds yet.",
            f"{keymap.how('add')} subscribes: to an address, or to a site by its name.",
            "`feedtui import FILE` takes over what another reader exports.",
        )
    if desk.query_text:
        return (
            f"Nothing here fits “{desk.query_text}”.",
            f"{keymap.how('escape')} shows the whole list again; {keymap.how('show_all')} all.",
        )
    source = _source(desk)
    return _of_feed(source, keymap) if source else _of_view(desk, keymap)


def _source(desk: Desk) -> Source | None:
    if desk.view.kind != "feed":
        return None
    return next((each for each in desk.library.sources if each.url == desk.view.name), None)


def _of_feed(source: Source, keymap: Keymap) -> tuple[str, ...]:
    ask = keymap.how("refresh_feed")
    if not source.checked and not source.latest:
        return "This feed was never asked.", f"{ask} asks it now."
    if source.error:
        return (
            f"This feed brought nothing: {source.error}.",
            f"{ask} asks it again; {keymap.how('health')} shows how the feeds fare.",
        )
    if source.latest:
        return _all_read(keymap)
    return "This feed has no entries.", f"{ask} asks it again."


def _of_view(desk: Desk, keymap: Keymap) -> tuple[str, ...]:
    if not any(source.checked or source.latest for source in desk.library.sources):
        return "No feed was asked yet.", f"{keymap.how('refresh_all')} asks them all."
    match desk.view.kind:
        case "unread":
            news, every = keymap.how("refresh_all"), keymap.how("show_all")
            return "Nothing is unread.", f"{news} asks for news; {every} shows all entries."
        case "starred":
            return "Nothing is starred yet.", f"{keymap.how('toggle_star')} stars an entry."
        case "started":
            return "Nothing was left half-way.", f"{keymap.how('show_all')} shows all entries."
        case "hidden":
            hide = keymap.how("toggle_hidden")
            return "Nothing is hidden.", f"{hide} hides an entry from all lists."
        case _:
            return _all_read(keymap)


def _all_read(keymap: Keymap) -> tuple[str, ...]:
    return (
        "Nothing here, or all of it is read and left out.",
        f"{keymap.how('hide_read')} shows what is read; {keymap.how('refresh_all')} asks for news.",
    )
