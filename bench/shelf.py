"""A small library to show feedtui with: a few feeds and articles, written for it.

Its moment stands still, so that ages are the same at every run.
"""

from dataclasses import dataclass

from feedtui.clean import clean_line
from feedtui.feeds.merge import merge
from feedtui.library.marks import READ, STARRED
from feedtui.library.subscribing import subscribe_all
from feedtui.model import Enclosure, Entry, Feed, FetchHistory, Marking, Subscription
from feedtui.store.cache import FeedCache
from feedtui.store.marks import MarkJournal
from feedtui.store.paths import Places

NOON = 1_790_000_000
"""When the pictures are taken, in seconds since 1970."""

_HOUR = 3600
_EPISODE = Enclosure(clean_line("https://harbour.example/tides.mp3"), clean_line("audio/mpeg"))


@dataclass(frozen=True, slots=True)
class Written:
    """An article, so many hours old."""

    title: str
    hours: int
    body: str
    enclosures: tuple[Enclosure, ...] = ()


_ENVELOPES = """
<p>Two envelopes lie on the table. One holds twice as much money as the other, and you may keep
one of them. You open the left one and find twenty coins. Should you change?</p>
<p>The tempting sum goes like this: the other envelope holds ten or forty, each with a chance of one
half, so on average it holds</p>
<p>\\[ \\frac{1}{2} \\cdot 10 + \\frac{1}{2} \\cdot 40 = 25 \\]</p>
<p>which is more than twenty. But the same sum would tell you to change back.<sup id="r1"><a
href="#n1">1</a></sup></p>
<h2>What is wrong with it</h2>
<p>It is the word <em>each</em>. For the two chances to be one half whatever you find, every amount
would have to be as likely as its double, and <strong>no</strong> way of filling envelopes does
that.</p>
<blockquote><p>An average over nothing in particular is not an average.</p></blockquote>
<h2>A way of filling them</h2>
<p>Throw a die and put that many coins into one envelope, and twice as many into the other:</p>
<table><tr><th>thrown</th><th>the lesser</th><th>the greater</th></tr>
<tr><td>1</td><td>1</td><td>2</td></tr><tr><td>2</td><td>2</td><td>4</td></tr>
<tr><td>6</td><td>6</td><td>12</td></tr></table>
<p>Now finding six coins means something: it is the greater of a three, or the lesser of a six.
A <a href="https://numbers.example/dice">table of all cases</a> is quickly written down, and
changing pays for small amounts and never for large ones.</p>
<pre><code class="language-python">def worth_changing(found: int) -&gt; bool:
    others = [n * 2 for n in range(1, 7) if n == found]
    others += [n for n in range(1, 7) if n * 2 == found]
    return sum(others) / len(others) > found  # an average over real cases
</code></pre>
<ol class="footnotes"><li id="n1">And then again, for ever, at no gain.
<a href="#r1">↩</a></li></ol>
"""
_BREAD = """
<p>A dough that stands in the cold overnight needs no kneading. What it needs is time, and
a lid.</p>
<ul><li>500 g of flour, the coarser the better</li><li>380 g of water</li><li>10 g of salt</li>
<li>a pinch of dry yeast</li></ul>
<p>Stir until no flour is dry, cover it, and go to bed. In the morning fold it four times, let it
rest for an hour, and bake it in a pot that was in the oven from the beginning.</p>
<h2>Why a pot</h2><p>The pot keeps the steam in, and steam keeps the crust soft while the loaf
rises. Take the lid off after half an hour, and the crust comes by itself.</p>
"""
_TIDES = """
<p>High water at 06:12 and 18:40, low water at 00:21 and 12:33. A light wind from the west, turning
north in the evening. The ferry goes as planned.</p>
<p>The bridge stays open for boats from nine to ten; walkers take the <a
href="https://harbour.example/locks">way over the locks</a>.</p>
"""
_PARSER = """
<p>A parser that recovers from mistakes has one hard question: where to go on. The usual answer is a
list of tokens that can't be in the middle of anything.</p>
<h2>Points to go on from</h2><p>In a language with braces, a closing brace at the beginning of a
line is such a point, and so is the word that begins a declaration.</p>
<pre><code class="language-rust">fn recover(&amp;mut self) {
    while !self.at_anchor() {
        self.bump(); // what is skipped is kept in the tree
    }
}
</code></pre><p>Everything that was skipped stays in the tree as one node, so that an editor can
colour it and a formatter can leave it alone.</p>
"""
_RELEASE = """
<p>This release opens files of several gigabytes at once, and no longer forgets folds.</p>
<ul><li>Folds are kept between sessions.</li>
<li>Searching in many files shows hits as they come.</li>
<li>The old format of settings is read for the last time.</li></ul>
"""
_SHORT = "<p>There is more of this on the page itself; the feed carries a summary only.</p>"

FEEDS: tuple[tuple[str, str, str, tuple[Written, ...]], ...] = (
    ("https://numbers.example/feed", "Small Mathematics", "Ideas/Science", (
        Written("Two envelopes and a third", 2, _ENVELOPES),
        Written("Why nine is so often odd", 75, _SHORT),
        Written("Counting the ways to fold a map", 300, _SHORT),
    )),
    ("https://kitchen.example/feed", "The Slow Kitchen", "Home", (
        Written("Bread that makes itself overnight", 5, _BREAD),
        Written("Lentils, three times", 53, _SHORT),
    )),
    ("https://harbour.example/feed", "Harbour News", "", (
        Written("Tides and ferries for Friday", 1, _TIDES, (_EPISODE,)),
        Written("The east crane is being painted", 26, _SHORT),
        Written("Tides and ferries for Thursday", 25, _TIDES),
    )),
    ("https://compilers.example/feed", "Notes on Compilers", "Tech", (
        Written("Where a parser goes on after a mistake", 8, _PARSER),
        Written("Registers are a kind of cache", 190, _SHORT),
    )),
    ("https://editor.example/feed", "Releases of an editor", "Tech/Tools", (
        Written("Version 4.2: large files, folds that stay", 30, _RELEASE),
        Written("Version 4.1", 900, _RELEASE),
    )),
)  # fmt: skip


def write_shelf(places: Places) -> None:
    """Write the library; of its entries some are read and one is starred."""
    subscribe_all(places, [Subscription(url, folder=folder) for url, _, folder, _ in FEEDS])
    cache = FeedCache(places.feeds, print)
    ids = []
    for url, title, _, written in FEEDS:
        feed = Feed(clean_line(title), entries=tuple(_entry(url, each) for each in written))
        merged = merge(cache.feed(url), feed, NOON)
        cache.write(merged.feed, merged.bodies)
        cache.write_history(url, FetchHistory(address=url, succeeded=NOON, next=NOON + _HOUR))
        ids += [head.id for head in merged.feed.heads]
    _mark(places, ids)


def _mark(places: Places, ids: list[str]) -> None:
    read, starred = ids[2::3], ids[3:4]
    marks = [
        Marking(READ, value=True, entries=read, times=[1000 * NOON] * len(read)),
        Marking(STARRED, value=True, entries=starred, times=[1000 * NOON] * len(starred)),
    ]
    MarkJournal(places.marks, "shelf", print).append(marks)


def _entry(url: str, written: Written) -> Entry:
    slug = written.title.lower().replace(" ", "-").replace(",", "")
    return Entry(
        slug,
        clean_line(written.title),
        clean_line(url.replace("feed", slug)),
        published=NOON - written.hours * _HOUR - _HOUR // 2,
        body=written.body,
        enclosures=written.enclosures,
    )
