"""What Media RSS says of a picture is set apart from what an entry says.

feedparser takes a `media:description` for the description of the entry, so that the caption of the
first photo replaces the teaser of the article. Under another name it keeps it apart, and it serves
where an entry says nothing else, as on video sites.
"""

import re

_NAMESPACE = re.compile(r"\sxmlns:([\w.-]{1,80})\s*=\s*[\"']http://search\.yahoo\.com/mrss/?[\"']")
_LOOKED_AT = 65_536


def set_apart(xml: str) -> str:
    """A document whose descriptions of media are called captions."""
    for prefix in _NAMESPACE.findall(xml[:_LOOKED_AT]):
        tag = rf"<(/?){re.escape(prefix)}:description\b[^<>]*?(/?)>"
        xml = re.sub(tag, rf"<\1{prefix}:caption\2>", xml)
    return xml
