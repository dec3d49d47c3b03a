"""Bytes become feeds, and feeds become what is kept. Same input, same output.

A feed document is a stranger's idea of a format that somebody else described years ago. This room
reads it the way a patient person would: by what was meant. Broken dates, titles that were escaped
twice, links that start in the middle, entries without names: each has one small file that turns it
into a noun of `model` or says that there is none. One bad entry is left out; a feed is refused only
when what came is no feed at all, and then the answer says what came instead.

    bytes ── parse ──> Feed | NotAFeed          feedparser's dicts end in parse.py
                └── jsonfeed.py for JSON Feed
    StoredFeed + Feed + now ── merge ──> Merged  what to keep, what is new, what changed
    page ── discover ──> Links                   the feeds that a web page names

Two ideas carry the rest. An entry's *identity* is what its feed calls it, and survives changes of
everything else; its *id* is a short hash of the feed's address and that identity, and is its name
everywhere in the program. And merging only ever adds: an entry that its feed has stopped listing
stays.

Import from the modules (`from feedtui.feeds.parse import parse`): parsing loads feedparser, and
commands that only merge or look at ids shall not pay for it.
"""
