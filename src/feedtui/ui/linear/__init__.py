"""The linear mode: the same desk and the same keys as the screen, as one line after the other.

For who listens to a terminal, reads it with their fingers, or waits for each byte of it. A screen
reader speaks what is written and follows the cursor; so nothing is painted over, nothing moves,
there are no boxes and no colours, and the cursor stays at the end of the line that tells where one
is. An entry is a sentence: its title first, because that is what tells one from the other, then its
state in words, then its place in the list. Only what changed is said.

The toolkit is not needed for that and not imported. `typed` knows what keys send, `teletype` is the
terminal, `wording` and `paper` are what is said of lists and of articles, purely; `lists`,
`article`, `errands` and `program` have a method for every command that makes sense here, and
`session` reads keys and calls them.
"""
