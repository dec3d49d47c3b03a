"""Which reader a file comes from is seen by its beginning; nobody should have to say it."""

from feedtui.errors import ExchangeError
from feedtui.exchange.decoding import decode
from feedtui.exchange.imported import Import, web_address
from feedtui.exchange.newsboat import Taking, read_urls
from feedtui.exchange.opml import read_opml


def recognise(body: bytes, take: Taking = web_address) -> Import:
    """Read a file of OPML or newsboat's `urls`; of the latter, what `take` takes.

    Raises ExchangeError when it is neither, or has no feed in it.
    """
    text = decode(body)
    if text.lstrip().startswith("<"):
        return read_opml(body)
    imported = read_urls(text, take)
    if not imported.subscriptions:
        raise ExchangeError(
            "neither OPML nor a list of addresses as newsboat has it: no feed found"
        )
    return imported
