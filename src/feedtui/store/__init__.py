"""The store: files, and nothing but files.

Facts and deeds lie apart. `cache` keeps what feeds said, one folder per feed, and any process may
rewrite it from the network; `marks` keeps what a person did, in an append-only journal per device,
and nothing can bring it back, so nothing here ever rewrites it. `atomic` is the only way in which a
file is replaced: whole, or not at all. `paths` knows where everything lies.

Every file says which version wrote it. One that can't be understood is moved aside and named; one
that a newer feedtui wrote is left alone.
"""
