"""Rows of links by which a reader is to tell others of an article.

They are known by where they lead, whatever they look like: to the page of a network that writes a
message about an address. In running text such a link stays.
"""

import re
from itertools import islice

from selectolax.lexbor import LexborNode

from feedtui.article.element import TEXT, Element, around, element, inside
from feedtui.article.tags import BLOCKS

_SHARE = re.compile(
    r"(?:https?:)?//(?:[\w-]{1,63}\.){0,3}(?:"
    r"(?:twitter|x)\.com/(?:intent/(?:tweet|post)|share|home\?status=)"
    r"|facebook\.com/(?:sharer?(?:\.php|/)|dialog/(?:feed|share|send))"
    r"|linkedin\.com/(?:shareArticle|sharing/)"
    r"|reddit\.com/submit"
    r"|pinterest\.[a-z.]{2,6}/pin/create/"
    r"|(?:t|telegram)\.me/share"
    r"|(?:api\.whatsapp\.com/send|wa\.me/)\?.{0,20}text="
    r"|news\.ycombinator\.com/submitlink"
    r"|getpocket\.com/(?:save|edit)"
    r"|tumblr\.com/(?:share|widgets/share)"
    r"|bsky\.app/intent/compose"
    r"|threads\.(?:net|com)/intent/post"
    r"|digg\.com/submit"
    r"|del\.icio\.us/post"
    r"|delicious\.com/(?:save|post)"
    r"|stumbleupon\.com/(?:submit|badge)"
    r"|plus\.google\.com/share"
    r"|google\.com/bookmarks/mark"
    r"|vk\.com/share\.php"
    r"|(?:bufferapp|buffer)\.com/add"
    r"|share\.flipboard\.com/"
    r"|xing\.com/(?:spi/shares|app/user)"
    r"|instapaper\.com/(?:edit|hello2)"
    r"|addtoany\.com/(?:add_to|share)"
    r"|addthis\.com/bookmark"
    r"|sharethis\.com/share"
    r"|diasporafoundation\.org/share|mastodonshare\.com/|toot\.kytta\.dev/"
    r"|technorati\.com/faves"
    r")|mailto:\?.{0,500}\bbody=",
    re.IGNORECASE,
)
_LONGEST_NAME = 40
_LONGEST_LABEL = 30
_MOST_NODES = 60
_HIGHEST_CLIMB = 6
_ROWS = BLOCKS | frozenset({"ul", "li", "td", "blockquote"})


def is_share_button(found: Element) -> bool:
    """Whether the link is one of a row of such links, with no more than a label beside them."""
    if _SHARE.match(found.get("href")) is None:
        return False
    if not "".join(map(_words, islice(inside(found.node, frozenset()), _MOST_NODES))):
        return True  # an icon
    row = next((node for node in around(found.node, _HIGHEST_CLIMB) if node.tag in _ROWS), None)
    return row is not None and _is_row(row)


def _is_row(row: LexborNode) -> bool:
    nodes = list(islice(inside(row, frozenset()), _MOST_NODES + 1))
    if len(nodes) > _MOST_NODES:
        return False
    links = [element(node) for node in nodes if node.tag == "x-a" and node.attributes.get("href")]
    if not all(_is_button(link) for link in links):
        return False
    besides = "".join(_words(node) for node in inside(row, frozenset({"x-a"})))
    return len(besides) <= _LONGEST_LABEL


def _is_button(link: Element) -> bool:
    if _SHARE.match(link.get("href")) is None:
        return False
    return len("".join(map(_words, inside(link.node, frozenset())))) <= _LONGEST_NAME


def _words(node: LexborNode) -> str:
    return (node.text_content or "").strip() if node.tag == TEXT else ""
