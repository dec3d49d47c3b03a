"""Loading anew after feeds.toml changed: what is known already is not read again."""

from dataclasses import replace

from feedtui.library.home import Home
from feedtui.model import Item, Subscription
from feedtui.query.views import ALL, View
from stock import NEWS, POEMS, Keep


def of(items: list[Item], feed: str) -> list[Item]:
    return [item for item in items if item.source.url == feed]


def test_only_the_feed_that_changed_is_read_again(stocked: Home) -> None:
    library, (news, poems) = stocked.library(), stocked.subscriptions()
    before = library.items(ALL)
    library.load((replace(news, title="Gazette"), poems))
    after = library.items(ALL)
    assert [source.title for source in library.sources] == ["Gazette", "Poems"]
    assert of(after, POEMS)[0] is of(before, POEMS)[0]
    assert of(after, NEWS)[0].source.title == "Gazette"


def test_feeds_come_go_and_change_places(stocked: Home, keep: Keep) -> None:
    library, (news, poems) = stocked.library(), stocked.subscriptions()
    other = "https://other.example/feed"
    keep(other, "Other", ["One"])
    library.load((poems, Subscription(other)))
    assert [source.url for source in library.sources] == [POEMS, other]
    assert library.counts(ALL).total == 3
    assert library.counts(View("feed", NEWS)).total == 0
    library.load((poems, news))
    assert [source.url for source in library.sources] == [POEMS, NEWS]
    assert library.counts(ALL).total == 5


def test_what_somebody_wrote_meanwhile_is_read(stocked: Home, keep: Keep) -> None:
    library = stocked.library()
    keep(NEWS, "News", ["Alpha", "Beta", "Gamma", "Delta"])
    library.load(stocked.subscriptions())
    assert library.counts(ALL).total == 6
