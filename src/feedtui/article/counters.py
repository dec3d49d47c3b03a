"""Pictures and frames that were put there to count their readers, not to be seen.

They are known by being smaller than a letter, or by a host that does nothing else.
"""

import re

from feedtui.article.element import Element
from feedtui.article.sources import is_late

_LONGEST = 500

_TINY = re.compile(r"[0-2](?:px)?", re.IGNORECASE)
_TINY_STYLE = re.compile(
    r"(?:^|;)\s*(?:width|height)\s*:\s*[0-2](?:px|\s*(?:;|!|$))", re.IGNORECASE
)

_HOSTS = (
    r"feeds\.(?:[a-z0-9-]{1,63}\.){1,3}[a-z]{2,10}/~(?:a|at|f|ff|r)/",
    r"feedsportal\.com/",
    r"(?:assets\.feedblitz\.com/i|feeds\.feedblitz\.com/[-_~])/",
    r"feeds\.wordpress\.com/1\.0/",
    r"(?:pixel\.wp|stats\.wordpress)\.com/",
    r"pheedo\.com/",
    r"scorecardresearch\.com/",
    r"quantserve\.com/",
    r"imrworldwide\.com/",
    r"statcounter\.com/",
    r"google-analytics\.com/",
    r"googletagmanager\.com/",
    r"googlesyndication\.com/",
    r"googleadservices\.com/",
    r"doubleclick\.net/",
    r"buysellads\.com/",
    r"assoc-amazon\.[a-z.]{2,6}/(?:e|s)/",
    r"amazon-adsystem\.com/",
    r"facebook\.com/tr[/?]",
    r"list-manage\d?\.com/track/",
    r"medium\.com/_/stat",
    r"substack\.com/(?:o/|embed(?:[/?#]|\Z))",
    r"sitemeter\.com/",
    r"histats\.com/",
    r"ioam\.de/",
    r"vgwort\.de/",
    r"blogger\.googleusercontent\.com/tracker/",
    r"blogger\.com/tracker/",
    r"counter\.theconversation\.(?:com|edu\.au)/",
)
_COUNTERS = re.compile(
    rf"(?:https?:)?//(?:pixel\.|(?:[\w-]{{1,63}}\.){{0,4}}(?:{'|'.join(_HOSTS)}))"
    r"|[^?#]{1,200}/(?:piwik|matomo)\.php",
    re.IGNORECASE | re.ASCII,
)


def is_counter(found: Element, reference: str) -> bool:
    """Whether the picture or frame, which `reference` leads to, is there to count its readers."""
    if _COUNTERS.match(reference[:_LONGEST]) is not None:
        return True
    if found.tag.startswith("amp-") or is_late(found):
        return False  # the numbers aren't its size: in AMP they say how wide against how high
    if any(_TINY.fullmatch(found.get(name)) for name in ("width", "height")):
        return True
    return _TINY_STYLE.search(found.get("style")) is not None
