from feedtui.clean import clean_line
from feedtui.engine.due import Candidate
from feedtui.engine.plan import Hosts, Planned, plan
from feedtui.model import WELCOME, FetchHistory, Move, Subscription
from feedtui.store.hosts import HostRecord
from world import NOON

HOUR = 3600
NOBODY = Hosts({}, {})


def feed(url: str, **history: object) -> Candidate:
    return Candidate(Subscription(url), FetchHistory(**history))  # type: ignore[arg-type]


def one(candidate: Candidate, hosts: Hosts = NOBODY) -> Planned:
    (planned,) = plan([candidate], hosts, NOON)
    return planned


def test_a_feed_is_asked_when_its_history_says_and_for_the_reason_that_it_says() -> None:
    planned = one(
        feed(
            "https://a.example/",
            attempted=NOON - HOUR,
            next=NOON + HOUR,
            why=clean_line("once an hour"),
            result=clean_line("nothing new (304)"),
        )
    )
    assert (planned.next, planned.why) == (NOON + HOUR, "once an hour")
    assert (planned.last, planned.asked) == ("nothing new (304)", NOON - HOUR)


def test_a_feed_that_was_never_asked_is_asked_at_once() -> None:
    planned = one(feed("https://a.example/"))
    assert (planned.next, planned.why) == (NOON, "it has not been asked yet")


def test_what_is_built_in_and_what_is_gone_is_never_asked_by_itself() -> None:
    assert one(feed(WELCOME)).next is None
    gone = one(feed("https://a.example/", attempted=1, gone=True, why=clean_line("it is gone")))
    assert (gone.next, gone.why) == (None, "it is gone")


def test_a_hosts_pause_comes_before_a_feeds_own_time() -> None:
    hosts = Hosts({"a.example": HostRecord(until=NOON + 2 * HOUR)}, {})
    planned = one(feed("https://a.example/", attempted=1, next=NOON + HOUR), hosts)
    assert (planned.next, planned.why) == (NOON + 2 * HOUR, "its host asked for a pause")
    later = one(feed("https://a.example/", attempted=1, next=NOON + 3 * HOUR), hosts)
    assert later.next == NOON + 3 * HOUR


def test_feeds_of_a_strict_host_have_their_turns_the_longest_not_asked_first() -> None:
    hosts = Hosts({"reddit.com": HostRecord(asked=NOON - 20)}, {})
    recent = feed("https://www.reddit.com/r/a.rss", attempted=NOON - HOUR)
    older = feed("https://old.reddit.com/r/b.rss", attempted=NOON - 2 * HOUR)
    assert [each.next for each in plan([recent, older], hosts, NOON)] == [NOON + 100, NOON + 40]


def test_a_kept_time_from_a_clock_that_jumped_is_said_to_be_one() -> None:
    planned = one(feed("https://a.example/", attempted=NOON + 9**8, next=NOON + 9**9))
    assert planned.next == NOON
    assert "clock that jumped" in planned.why


def test_a_move_to_the_address_of_another_subscription_is_told_as_such() -> None:
    move = Move("https://b.example/", NOON, NOON)
    moving = feed("https://a.example/", attempted=1, moved=move)
    first, _ = plan([moving, feed("https://b.example/")], NOBODY, NOON)
    assert (first.moved, first.taken) == (move, True)
    assert not one(moving).taken
