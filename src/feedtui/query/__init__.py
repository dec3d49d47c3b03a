"""Questions about entries, as pure functions: which, in what order, and which comes next.

`parse` turns what a person types into a `Query` that says yes or no to an entry. `views` are the
lists that the program offers by itself: all, unread, starred, a folder, a feed. `walk` is the
arithmetic of moving through a list. None of them knows how entries are kept or shown.
"""
