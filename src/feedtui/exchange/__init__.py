"""Other readers' files, and subscriptions out of them; and back.

OPML is what every reader exports, `urls` is newsboat's own list. Both come from anywhere, so both
are hostile and often broken, and moving in must not fail over one bad line: what can be read is
taken, what can't be is named with its line, and only a file of which nothing can be made is an
`ExchangeError`. Titles, folders and tags are clean when they leave here; addresses are of the web.
Files and programs are taken from newsboat's own list only, for whoever wrote another list would
have them run here.
"""

from feedtui.exchange.imported import Import
from feedtui.exchange.newsboat import read_urls
from feedtui.exchange.opml import read_opml, write_opml
from feedtui.exchange.recognise import recognise

__all__ = ["Import", "read_opml", "read_urls", "recognise", "write_opml"]
