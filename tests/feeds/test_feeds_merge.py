from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from feedtui.clean import SafeText
from feedtui.feeds.identity import digest, entry_id
from feedtui.feeds.merge import merge
from feedtui.model import Body, Enclosure, Entry, Feed, FetchHistory, Pace, StoredFeed

URL = "https://example.org/feed"
DAY = 86_400
NOW = 20_000 * DAY
EMPTY_FEED = StoredFeed(url=URL)


def entry(identity: str, title: str = "A title", published: int | None = NOW - DAY) -> Entry:
    return Entry(
        identity=identity,
        title=SafeText(title),
        link=SafeText(f"https://example.org/{title}"),
        published=published,
        body=f"<p>{title}</p>",
        base="https://example.org/",
    )


def feed(*entries: Entry) -> Feed:
    return Feed(title=SafeText("Example"), entries=entries)


def named(identity: str) -> str:
    return entry_id(URL, identity)


def test_new_entries_are_seen_now_and_their_texts_are_to_be_written() -> None:
    post = entry("1")
    merged = merge(EMPTY_FEED, feed(post), NOW)
    (head,) = merged.feed.heads
    assert (head.id, head.title, head.published) == (named("1"), "A title", NOW - DAY)
    assert (head.seen, head.changed, head.digest) == (NOW, None, digest(post))
    assert merged.bodies == {named("1"): Body("<p>A title</p>", "https://example.org/")}
    assert (merged.new, merged.changed) == ((named("1"),), ())


def test_an_entry_that_its_feed_stopped_listing_stays() -> None:
    old, new = entry("1", "Old", NOW - 2 * DAY), entry("2", "New")
    before = merge(EMPTY_FEED, feed(new, old), NOW).feed
    after = merge(before, feed(new), NOW + DAY).feed
    assert [head.title for head in after.heads] == ["New", "Old"]
    assert after == before


def test_a_changed_entry_is_updated_where_it_stands() -> None:
    before = merge(EMPTY_FEED, feed(entry("1")), NOW).feed
    edited = replace(entry("1"), title=SafeText("Edited"))
    merged = merge(before, feed(edited), NOW + 7)
    (head,) = merged.feed.heads
    assert (head.id, head.title, head.seen, head.changed) == (named("1"), "Edited", NOW, NOW + 7)
    assert (merged.new, merged.changed) == ((), (named("1"),))


def test_a_date_that_churns_changes_nothing() -> None:
    before = merge(EMPTY_FEED, feed(entry("1")), NOW).feed
    merged = merge(before, feed(entry("1", published=NOW)), NOW)
    assert (merged.feed, merged.new, merged.changed) == (before, (), ())


def test_a_text_that_its_feed_emptied_is_kept() -> None:
    before = merge(EMPTY_FEED, feed(entry("1")), NOW).feed
    merged = merge(before, feed(replace(entry("1"), body="")), NOW)
    assert merged.changed == (named("1"),)
    assert merged.bodies == {}


def test_a_date_in_the_future_is_no_date() -> None:
    tomorrow, later = entry("1", "a", NOW + DAY), entry("2", "b", NOW + DAY + 1)
    heads = {head.title: head for head in merge(EMPTY_FEED, feed(tomorrow, later), NOW).feed.heads}
    assert heads[SafeText("a")].published == NOW + DAY
    assert heads[SafeText("b")].published is None
    assert heads[SafeText("b")].date == NOW


def test_an_entry_that_only_says_when_it_was_updated_keeps_its_first_date() -> None:
    first = replace(entry("1", published=None), updated=NOW - 9 * DAY)
    before = merge(EMPTY_FEED, feed(first), NOW).feed
    edited = replace(first, updated=NOW - DAY, body="<p>Edited</p>")
    (head,) = merge(before, feed(edited), NOW).feed.heads
    assert (head.published, head.updated) == (NOW - 9 * DAY, NOW - DAY)


def test_heads_are_newest_first_and_then_as_the_document_had_them() -> None:
    posts = (entry("1", "a", None), entry("2", "b", NOW - DAY), entry("3", "c", None))
    titles = [head.title for head in merge(EMPTY_FEED, feed(*posts), NOW).feed.heads]
    assert titles == ["a", "c", "b"]


def test_facts_of_the_feed_are_taken_when_there_are_any() -> None:
    history = FetchHistory(etag='"x"')
    old = StoredFeed(url=URL, title=SafeText("Old"), link=SafeText("https://example.org/"))
    new = Feed(
        SafeText("New"), description=SafeText("Said"), pace=Pace(60), notice=SafeText("Much")
    )
    merged = merge(replace(old, history=history), new, NOW).feed
    assert merged == replace(
        old,
        title=SafeText("New"),
        description=SafeText("Said"),
        history=replace(history, pace=Pace(60)),
        notice=SafeText("Much"),
    )
    assert merge(merged, replace(new, notice=SafeText("")), NOW).feed.notice == ""


def test_a_comment_more_is_counted_and_makes_no_change() -> None:
    talked = replace(
        entry("1"), comments_feed=SafeText("https://example.org/1/comments"), comment_count=1
    )
    before = merge(EMPTY_FEED, feed(talked), NOW).feed
    merged = merge(before, feed(replace(talked, comment_count=2)), NOW + DAY)
    (head,) = merged.feed.heads
    assert (head.comments_feed, head.comment_count) == (talked.comments_feed, 2)
    assert (merged.new, merged.changed) == ((), ())


def test_a_changed_guid_is_the_same_entry_if_nothing_else_changed() -> None:
    before = merge(EMPTY_FEED, feed(entry("http://example.org/?p=1")), NOW).feed
    merged = merge(before, feed(entry("https://example.org/?p=1")), NOW + DAY)
    assert (merged.feed, merged.new, merged.changed) == (before, (), ())


def test_two_entries_that_look_alike_are_not_taken_for_one_another() -> None:
    before = merge(EMPTY_FEED, feed(entry("1")), NOW).feed
    merged = merge(before, feed(entry("2"), entry("3")), NOW)
    assert len(merged.feed.heads) == 3


def test_a_guid_that_is_used_again_for_something_else_makes_a_new_entry() -> None:
    before = merge(EMPTY_FEED, feed(entry("same", "a", NOW - 2 * DAY)), NOW).feed
    after = merge(before, feed(entry("same", "b", NOW - DAY)), NOW)
    assert [head.title for head in after.feed.heads] == ["b", "a"]
    assert len(after.new) == 1


def test_a_guid_that_all_entries_share_loses_none_and_doubles_none_over_many_fetches() -> None:
    posts = [entry("same", title, NOW + age) for age, title in enumerate("abcdef")]
    stored = EMPTY_FEED
    for last in range(len(posts)):
        window = posts[max(0, last - 2) : last + 1]
        stored = merge(stored, feed(*window[::-1]), NOW).feed
    assert [head.title for head in stored.heads] == list("fedcba")


entries = st.builds(
    Entry,
    identity=st.sampled_from("abcd"),
    title=st.sampled_from("xyz").map(SafeText),
    link=st.sampled_from(["", "https://example.org/1", "https://example.org/2"]).map(SafeText),
    published=st.sampled_from([None, NOW - DAY, NOW, NOW + 2 * DAY]),
    updated=st.sampled_from([None, NOW]),
    body=st.sampled_from(["", "text"]),
)
feeds = st.lists(entries, max_size=6).map(lambda written: feed(*written))


@given(st.lists(feeds, min_size=1, max_size=4), st.integers(0, 3 * DAY))
def test_merging_the_same_document_again_changes_nothing(documents: list[Feed], later: int) -> None:
    stored = EMPTY_FEED
    for document in documents:
        stored = merge(stored, document, NOW).feed
    again = merge(stored, documents[-1], NOW + later)
    assert again.feed == stored
    assert (again.new, again.changed) == ((), ())


@given(st.lists(feeds, min_size=1, max_size=4))
def test_merging_never_loses_an_id_and_never_has_one_twice(documents: list[Feed]) -> None:
    stored = EMPTY_FEED
    for document in documents:
        before = {head.id for head in stored.heads}
        merged = merge(stored, document, NOW)
        stored = merged.feed
        ids = [head.id for head in stored.heads]
        assert before <= set(ids)
        assert len(ids) == len(set(ids))
        assert set(merged.new) == set(ids) - before


def test_unchanged_texts_are_handed_out_again_because_the_kept_ones_may_be_lost() -> None:
    first = merge(EMPTY_FEED, feed(entry("1")), NOW)
    again = merge(first.feed, feed(entry("1")), NOW)
    assert again.bodies == first.bodies == {named("1"): Body("<p>A title</p>", entry("1").base)}


def test_a_digest_that_an_earlier_version_of_the_program_made_is_no_change() -> None:
    before = merge(EMPTY_FEED, feed(entry("1")), NOW).feed
    old = replace(before, heads=(replace(before.heads[0], digest="0123456789abcdef"),))
    merged = merge(old, feed(entry("1")), NOW + DAY)
    assert (merged.feed, merged.changed) == (before, ())


def test_an_address_that_expires_is_renewed_without_being_a_change() -> None:
    file = Enclosure(SafeText("https://example.org/a.mp3?key=1"))
    before = merge(EMPTY_FEED, feed(replace(entry("1"), enclosures=(file,))), NOW).feed
    renewed = replace(file, url=SafeText("https://example.org/a.mp3?key=2"))
    merged = merge(before, feed(replace(entry("1"), enclosures=(renewed,))), NOW + DAY)
    assert merged.changed == ()
    assert merged.feed.heads == (replace(before.heads[0], enclosures=(renewed,)),)


def test_what_changed_entries_were_is_handed_out() -> None:
    before = merge(EMPTY_FEED, feed(entry("1"), entry("2", "Other")), NOW).feed
    merged = merge(before, feed(replace(entry("1"), title=SafeText("Edited"))), NOW)
    assert [head.title for head in merged.before] == ["A title"]


def test_entries_that_are_known_keep_their_place_among_those_that_were_read() -> None:
    posts = [entry(str(n), f"Post {n}", None) for n in range(4)]
    first = merge(EMPTY_FEED, feed(*posts), NOW)
    known = {0: named("0"), 2: named("2")}
    part = merge(first.feed, feed(posts[1], posts[3]), NOW + DAY, known)
    assert (part.feed, part.ids) == (first.feed, first.ids)
    assert part.bodies.keys() == {named("1"), named("3")}
