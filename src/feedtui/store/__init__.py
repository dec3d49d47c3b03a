"""The store: files, and nothing but files.

Facts and deeds lie apart. `cache` keeps what feeds said, one folder per feed, and any process may
rewrite it from the network; `marks` keeps what a person did, in a journal per device, and nothing
can bring it back, so it is only ever added to, or made short without a word of it changing.
`atomic` is the way in which a file is replaced: whole, or not at all. `paths` knows where
everything lies.

Every file says which version wrote it. One that can't be understood is moved aside and named; one
that a newer feedtui wrote is left alone; one of an older format is lifted by the steps in `formats`
when it is first written again, with a copy of it beside it. `folder` has the rules for the files of
a feed: reading takes no lock and needs no room, writing has both. No file's time is trusted for
anything, and no clock: what is newer is said by what is in the files.
"""
