"""The feed that is built in: a few short entries that teach reading, subscribing, keys and files.

It is a feed like any other once it is in the store: it can be read, starred, and unsubscribed from.
"""

from collections.abc import Sequence
from html import escape

from feedtui.clean import SafeText
from feedtui.model import WELCOME, Entry, Feed

_READING = """
<p>You are looking at three panes: <strong>feeds</strong>, <strong>entries</strong> and the
<strong>article</strong>. One of them has the keyboard. In a narrower terminal you see two of them,
or one.</p>
<p>Press <kbd>n</kbd> and you are at the next thing to read. Press <kbd>Space</kbd> and it scrolls;
at its end, Space opens the next unread entry. With these two keys alone you can read everything
that came in.</p>
<ul>
<li><kbd>j</kbd> and <kbd>k</kbd>, or the arrows, move; <kbd>h</kbd> and <kbd>l</kbd> change the
pane.</li>
<li><kbd>Enter</kbd> opens an entry, <kbd>o</kbd> its page in your browser.</li>
<li><kbd>g g</kbd> goes to the beginning of a list, <kbd>G</kbd> to its end.</li>
<li><kbd>?</kbd> shows every key, <kbd>q</kbd> leaves.</li>
</ul>
<p>Nothing you do here asks the network for anything, but <kbd>r</kbd>, <kbd>R</kbd> and
<kbd>a</kbd>, which fetch feeds, and <kbd>x</kbd>, which fetches the page of an entry whose feed
sends a summary only.</p>
"""

_SUBSCRIBING = """
<p>Press <kbd>a</kbd> and type an address. It may be that of a feed, or of any page that names one:
the feed is found, and its entries are there a moment later. From the shell it is:</p>
<pre><code>feedtui add https://example.org/ --folder "Tech/Python"</code></pre>
<p>To unsubscribe, say <code>feedtui remove NAME</code>, or delete the feed's lines from
<code>feeds.toml</code>. What you read, and your marks on it, stay in the store.</p>
"""

_FOUND = """
<p>By the way: there are subscriptions of another reader on this machine. To take them over, leave
feedtui with <kbd>q</kbd> and say</p>
<pre><code>{commands}</code></pre>
"""

_MARKING = """
<p>An entry is read once you have opened it. <kbd>m</kbd> takes that back, or marks it read
unopened; <kbd>s</kbd> stars it; <kbd>A</kbd> marks the whole list read. And <kbd>u</kbd> takes back
what you did last, however many entries it was.</p>
<blockquote><p>A mark is on the disk before you have taken your finger off the key. It stays when
the feed drops the entry, when the program crashes, and when the cached articles are deleted and
fetched again.</p></blockquote>
<p><kbd>/</kbd> narrows the list while you type: words, or <code>is:unread</code>,
<code>is:starred</code>, <code>feed:name</code>, <code>tag:name</code>.</p>
"""

_FILES = """
<p>Your subscriptions are a file that you may edit by hand, <code>feeds.toml</code>; <kbd>E</kbd>
opens it in your editor. Comments, order and layout stay as you like them: the program changes only
the lines that it must.</p>
<pre><code>[[feed]]
url = "https://example.org/feed.xml"
folder = "Ideas"            # folders nest: "Tech/Python"
tags = ["long", "weekly"]
interval = "2h"             # how often to ask, instead of every hour</code></pre>
<ol>
<li><code>feedtui doctor</code> says where all files are, and what is wrong with them.</li>
<li><code>config.toml</code>, beside it, has the settings; the program only reads it.</li>
<li><code>feedtui import FILE</code> and <code>feedtui export FILE</code> read and write OPML, which
every other reader understands.</li>
</ol>
"""

_SHELL = """
<p>Whatever the screen can do, the shell can:</p>
<pre><code>feedtui refresh                     # from cron, for instance
feedtui entries is:unread linux
feedtui show 3f9a                   # the beginning of an entry's id
feedtui mark feed:weather --read
curl -s URL | feedtui render        # any HTML, as feedtui shows it</code></pre>
<p>With <code>--json</code> they print an object per line, for your own scripts.
<code>feedtui --help</code> lists them all.</p>
"""


def welcome(importable: Sequence[str]) -> Feed:
    """The built-in feed. `importable` are files of other readers that were found."""
    return Feed(
        title=SafeText("Welcome to feedtui"),
        description=SafeText("How to read, subscribe and find things"),
        entries=(
            _entry("reading", "Welcome: how to read", _READING),
            _entry("subscribing", "How to subscribe", _SUBSCRIBING + _hint(importable)),
            _entry("marking", "Reading, starring, finding", _MARKING),
            _entry("files", "Your files", _FILES),
            _entry("shell", "From the shell", _SHELL),
        ),
    )


def _entry(name: str, title: str, body: str) -> Entry:
    return Entry(identity=f"{WELCOME}/{name}", title=SafeText(title), body=body)


def _hint(importable: Sequence[str]) -> str:
    if not importable:
        return ""
    commands = "\n".join(f"feedtui import {escape(path)}" for path in importable)
    return _FOUND.format(commands=commands)
