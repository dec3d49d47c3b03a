"""What to call a picture or a player, of all that its page says of it.

A good part of what pages say was written by nobody: `IMG_2034`, `image`, "YouTube video player", a
hash. Such names tell a reader less than that there is a picture, so they are passed over.
"""

import re
from collections.abc import Iterable
from urllib.parse import unquote

from feedtui.article.tags import names
from feedtui.clean import SafeText, clean_line

LONGEST_LABEL = 500
"""Characters of what something is called."""

_SHORT = 2
_UNTOLD = re.compile(
    r"|(?:an? |the )?(?:image|images|photo|photograph|picture|pic|img|figure|screenshot|thumbnail"
    r"|placeholder|post image|featured image|blog image|untitled|undefined|null|none|alt|alt text"
    r"|image may contain.{0,200}|__wf_reserved_\w+|no alternative text.{0,99}"
    r"|this image has an empty alt attribute.{0,400}|description of (?:the )?image"
    r"|bild|imagen|immagine|imagem|foto)[ #_-]{0,3}\d{0,4}",
    re.IGNORECASE,
)
_FILE = re.compile(r"[^\s/]{1,200}\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?|heic)", re.IGNORECASE)
_COUNTED = re.compile(r"(?=.*\d{3})[\w .:()-]+")
_ENDING = re.compile(r"\.\w{1,5}\Z")
_SWITCH = re.compile(r"(?<=[a-z])[A-Z\d]|(?<=\d)[A-Za-z]|(?<=[A-Z])\d")
_LONGEST_FILE = 60
_MOST_SWITCHES = 6
"""Characters of a name for each change between small and capital letters and digits."""
_PARTS = re.compile(r"[\W_]+")
_NO_WORDS = names(
    "img dsc dscf dscn mvimg pxl gopr image images photo picture pic screenshot screen shot scan"
    " unnamed untitled scaled copy final edited large small medium thumb thumbnail original full"
    " dcim gopro bitmap pasted graphic default index output jpeg jpg png gif webp whatsapp"
    " cleanshot capture bildschirmfoto"
)
"""What cameras, telephones and programs call their files."""
_GENERIC_TITLE = re.compile(
    r"|(?:the )?(?:youtube|vimeo|spotify|soundcloud|twitch|dailymotion|bandcamp|video|audio|media"
    r"|podcast|embedded|embed|iframe|tweet|twitter|x|post|content|google)"
    r"(?: (?:video|audio|podcast|media|content|embed|embedded|post|tweet|map|maps|player|iframe"
    r"|link|file))*",
    re.IGNORECASE,
)
_TITLE_START = re.compile(r"(?:spotify embed|youtube video|vimeo video): ", re.IGNORECASE)


def tells(label: str) -> bool:
    """Whether a text beside a picture says more than that there is one."""
    if _UNTOLD.fullmatch(label[:LONGEST_LABEL]) is not None:
        return False
    is_counted = names_a_file(label) or _COUNTED.fullmatch(label[:LONGEST_LABEL]) is not None
    return not is_counted or _tells_file(label[:LONGEST_LABEL])


def names_a_file(label: str) -> bool:
    """Whether it is the name of a picture's file."""
    return _FILE.fullmatch(label) is not None


def told_title(titles: Iterable[str]) -> SafeText:
    """The first of the titles that isn't one that all such players have; empty without any."""
    cleaned = (clean_line(title, LONGEST_LABEL) for title in titles)
    told = (_TITLE_START.sub("", title) for title in cleaned)
    return SafeText(next((title for title in told if not _GENERIC_TITLE.fullmatch(title)), ""))


def file_of(address: str) -> SafeText:
    """The last part of an address's path."""
    path = address.partition("?")[0].partition("#")[0]
    return clean_line(unquote(path).rpartition("/")[2], LONGEST_LABEL)


def told_file(address: str) -> SafeText:
    """The same if a person named the file, empty if a camera or a program did."""
    file = file_of(address)
    return file if _tells_file(file) else SafeText("")


def _tells_file(file: str) -> bool:
    """Whether a person may have named the file; cameras, telephones and programs count or hash."""
    stem = file if " " in file else _ENDING.sub("", file)
    if " " not in stem and (len(stem) > _LONGEST_FILE or _is_counted(stem)):
        return False
    words = (part.strip("0123456789").lower() for part in _PARTS.split(stem))
    return any(len(word) > _SHORT and word.isalpha() and word not in _NO_WORDS for word in words)


def _is_counted(stem: str) -> bool:
    digits = sum(map(str.isdigit, stem))
    return digits * 2 > len(stem) or len(_SWITCH.findall(stem)) * _MOST_SWITCHES > len(stem)
