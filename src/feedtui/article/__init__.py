"""An article: HTML in, lines out, and between them a small tree that knows what things are.

`read` turns whatever a feed calls a body into a `Document`. It trusts nothing: the markup is
repaired before it is parsed (`repair`), the parser's tree is walked once (`reader`), every text is
cleaned after its entities are decoded, addresses are checked (`links`). `lay_out` fills the tree
into lines for a width, and is the only place that knows of cells; `to_text` writes the same lines
without colours. All three are pure, and none raises for any string or any width.

A line remembers what stood in the text before it and which of its spans the layout added. So what
was broken can be put together again (`logical`): to be found (`search`), copied (`copying`), or
found again at another width (`placing`). `colours` says what the words of a listing are; it takes
longer than all of the rest, and changes no line.

The tree is frozen and shares nothing, so it may be read in one thread, kept, and laid out again
when the terminal is resized.

Import from the modules (`from feedtui.article.reader import read`): reading loads a parser and the
tables of formulas, which a screen that only lays out and paints does not wait for.
"""
