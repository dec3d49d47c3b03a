"""`search.db`: which words stand in which entries. The only place that knows SQLite.

The file lies in the cache folder and holds nothing that can't be had again from what feeds said, so
every answer to trouble is the same: do without it, and make it anew. `opening` tells our file from
a stranger's, an older one and a newer one; `expression` says a search in SQLite's words; `reading`
asks, `writing` adds.

It keeps words and places only, no texts: they lie in the feeds' folders, where excerpts are cut
from them. Nothing can be taken out of such an index; an entry that is gone or has changed loses its
row in `docs`, and what is left of it among the words counts for nothing until the file is made
anew.

One process writes at a time (a lock of our own, beside SQLite's); readers never wait, because the
file has a write-ahead log.
"""
