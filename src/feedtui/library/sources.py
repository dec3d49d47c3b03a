"""What a person wants of a feed, and what is kept of it, as lists show the two together."""

from feedtui.address import shown_address
from feedtui.clean import clean_line
from feedtui.model import Source, StoredFeed, Subscription


def source_of(subscription: Subscription, feed: StoredFeed) -> Source:
    """A feed for lists: the person's words for it where there are any, else its own."""
    history = feed.history
    title = clean_line(subscription.title) or feed.title or shown_address(subscription.url)
    return Source(
        url=subscription.url,
        formerly=subscription.formerly,
        title=title,
        folder=clean_line(subscription.folder),
        tags=tuple(clean_line(tag) for tag in subscription.tags),
        hidden=subscription.hidden,
        link=feed.link,
        notice=feed.notice,
        error=history.error,
        checked=history.attempted,
        next=history.next,
        full_text=subscription.full_text,
        succeeded=history.succeeded,
        latest=feed.heads[0].date if feed.heads else 0,
    )
