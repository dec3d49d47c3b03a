"""Web pages: bytes in, the article in them out, as HTML for `article` to read.

Many feeds carry summaries only, and the text stands on a page, among menus, comments and offers.
What cuts it out are two libraries, which are an extra (`feedtui[fulltext]`): readability first,
because it leaves an article as its writer made it, and trafilatura where that finds too little.
Both know newspapers better than mathematics, so what they would lose is put into their way under
other names before, and gets its own back after (`trees`).

A page may also be a wall: a question about cookies, an empty shell for a program, an offer to
subscribe. Those are told from articles (`walls`), for a wall must never stand where a feed's own
text would.

Everything here is pure, and nothing of a page is trusted. It is run in a worker of the engine's,
which is killed when a page makes the libraries run away.
"""
