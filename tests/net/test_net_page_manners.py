from feedtui.clean import clean_line
from feedtui.model import NoFullText
from feedtui.net import page_manners
from feedtui.net.pauses import DAY, HOUR

NOW = 1_790_000_000
TROUBLE = clean_line("no connection")


def test_a_page_is_asked_three_times_and_then_left_to_a_person() -> None:
    first = page_manners.after_failure(None, NOW, TROUBLE, None)
    assert first == NoFullText(TROUBLE, NOW, 1, NOW + HOUR)
    second = page_manners.after_failure(first, NOW, TROUBLE, None)
    assert second == NoFullText(TROUBLE, NOW, 2, NOW + DAY)
    third = page_manners.after_failure(second, NOW, TROUBLE, None)
    assert third == NoFullText(TROUBLE, NOW, 3, None)
    assert page_manners.is_due(None, NOW)
    assert not page_manners.is_due(first, NOW + HOUR - 1)
    assert page_manners.is_due(first, NOW + HOUR)
    assert page_manners.is_due(second, NOW + DAY)
    assert not page_manners.is_due(third, NOW + 365 * DAY)
    assert not page_manners.is_forbidden(third, NOW)


def test_a_page_whose_host_asked_for_a_pause_gets_it() -> None:
    busy = page_manners.after_failure(None, NOW, TROUBLE, 2 * DAY)
    assert busy == NoFullText(TROUBLE, NOW, 1, NOW + 2 * DAY, asked_to_wait=True)
    assert page_manners.is_forbidden(busy, NOW + DAY)
    assert not page_manners.is_forbidden(busy, NOW + 2 * DAY)


def test_a_page_that_was_not_asked_for_its_hosts_sake_has_lost_no_attempt() -> None:
    later = page_manners.put_off(None, NOW, NOW + 60)
    assert (later.attempts, later.next, later.asked_to_wait) == (0, NOW + 60, True)


def test_a_kept_time_of_a_clock_that_jumped_holds_no_page_back() -> None:
    assert page_manners.is_due(NoFullText(TROUBLE, NOW, 1, NOW + 8 * DAY), NOW)
