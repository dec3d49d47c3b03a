"""What programs put below an article, and no writer: recognised by its whole text and its target.

Only the last paragraphs are looked at. A sentence that merely mentions comments stays, and so does
an invitation that leads anywhere but back to the article: to a feed's readers who get a summary
only, "Read more" is the article.

Labels of what was left out ("Advertisement", "Share this:") are taken out wherever they stand.
"""

import re
from collections.abc import Sequence
from urllib.parse import urldefrag

from feedtui.article.document import Block, Heading, Paragraph, Rule
from feedtui.article.trackers import TRACKERS, without_trackers
from feedtui.article.walking import links_of, spans_of

_LONGEST = 1000
_LONGEST_LABEL = 60

_INVITATION = re.compile(
    r"\W{0,5}(?:"
    r"discuss(?: this (?:post|article))?|(?:\d{1,4} |no )?comments?(?: \(\d{1,4}\)| off)?"
    r"|(?:view|read|see|show)(?: all| the)? comments|(?:leave|add|post|write) a (?:comment|reply)"
    r"|join the (?:discussion|conversation)|comment on this (?:post|article|story)|permalink"
    r"|(?:continue|keep) reading\b.{0,200}|read more|read on|more|click here to read more"
    r"|read more (?:of this|on|at|about|from)\b.{0,200}|full (?:story|article|text)"
    r"|read (?:the |this )?(?:full|whole|entire|rest of(?: the| this)?|complete)\b.{0,200}"
    r"|weiterlesen\b.{0,200}|mehr lesen|mehr|den ganzen (?:artikel|beitrag) lesen|kommentare?"
    r"|lire (?:la suite|plus|l.article)\b.{0,200}|continuer la lecture\b.{0,200}|commentaires?"
    r"|(?:leer|seguir leyendo|continuar leyendo|sigue leyendo|leer más|ver más)\b.{0,200}"
    r"|comentarios?|comentários?"
    r"|(?:leggi (?:tutto|di più|l.articolo)|continua (?:a leggere|la lettura))\b.{0,200}|commenti"
    r"|(?:leia (?:mais|a matéria)|continue (?:lendo|a ler)|ler mais)\b.{0,200}"
    r"|(?:lees (?:verder|meer)|verder lezen|meer lezen)\b.{0,200}|reacties"
    r"|(?:czytaj (?:dalej|więcej)|czytaj cały)\b.{0,200}|komentarze"
    r"|läs (?:mer|vidare)\b.{0,200}|læs (?:mere|videre)\b.{0,200}|les (?:mer|videre)\b.{0,200}"
    r"|читать (?:далее|дальше|полностью)\b.{0,200}|комментарии|続きを読む|阅读(?:全文|更多)"
    r")\W{0,5}",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"(?:discuss|comments?|(?:leave a|write a) (?:comment|reply))\W{0,5}", re.IGNORECASE
)
_SHORTEST_NAME = 4

_POSTED = (
    r"the (?:post|article|entry) .{1,500} (?:first appeared|(?:first )?appeared first) on SITE",
    r".{1,500} was originally published in .{1,200} on medium, where people .{1,200}",
    r"powered by .{1,60}",
    r"(?:der|dieser) (?:beitrag|artikel) .{1,500} (?:erschien|ist) zuerst (?:auf|bei) SITE",
    r"(?:l.article|cet article|le post) .{1,500} (?:est apparu|est paru) en premier sur SITE",
    r"la entrada .{1,500} (?:aparece|apareció|se publicó) primero en SITE",
    r"l.articolo .{1,500} (?:proviene da|sembra essere il primo su) SITE",
    r"(?:o (?:post|artigo|conteúdo)|a notícia) .{1,500} (?:apareceu|aparece) primeiro em SITE",
    r"het (?:bericht|artikel) .{1,500} verscheen (?:als )?eerst (?:op|bij) SITE",
    r"(?:artykuł|post|wpis) .{1,500} pochodzi z serwisu SITE",
    r"(?:artykuł|post|wpis) .{1,500} pojawił się po ?raz pierwszy (?:w|na) SITE",
    r"inlägget .{1,500} dök först upp på SITE",
    r"(?:indlægget|innlegget) .{1,500} (?:blev først udgivet|dukket først opp) på SITE",
    r"запись .{1,500} впервые появилась SITE",
    r"投稿 ?.{1,500} は .{1,200} に最初に表示されました。?",
    r".{1,500}最先出现在.{1,200}",
)
_APPEARED = re.compile("|".join(_POSTED).replace("SITE", r"(?:(?![.!?] ).){1,200}"), re.IGNORECASE)
_COMMENTS = re.compile(r"(?:comment|respond|disqus)", re.IGNORECASE)
_LABEL = re.compile(
    r"[\W_]{0,4}(?:advertisements?|advert|anzeige|werbung|publicité|publicidad|pubblicità|reklama"
    r"|advertisement[ ,.-]{1,3}(?:continue reading(?: below)?|scroll to continue"
    r"|story continues below)"
    r"|(?:story|article) continues (?:below|after)(?: (?:this )?advertisement)?"
    r"|sponsored (?:links?|content)"
    r"|share this(?: (?:post|article|story|page|entry))?|share (?:on|via|with)|share:"
    r"|like this|like loading|loading)[\W_]{0,4}",
    re.IGNORECASE,
)
_LAST_LABEL = re.compile(
    r"\W{0,3}(?:related(?: (?:posts|articles|stories))?|share|you (?:may|might) also (?:like|enjoy)"
    r"|subscribe|follow us|recommended)\W{0,3}",
    re.IGNORECASE,
)
_HOME = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)


def without_tail(blocks: tuple[Block, ...], links: Sequence[str], home: str) -> tuple[Block, ...]:
    """The blocks without what a program appended; something always stays.

    `links` are the article's addresses, `home` is its own.
    """
    last = len(blocks)
    while last > 1 and _is_tail(blocks[last - 1], links, home):
        last -= 1
    return blocks[:last]


def is_label(block: Block) -> bool:
    """Whether the paragraph only names something that isn't there: an advertisement, buttons."""
    if not isinstance(block, Paragraph) or any(span.link for span in block.spans):
        return False
    text = "".join(span.text for span in block.spans)
    return len(text) <= _LONGEST_LABEL and _LABEL.fullmatch(text) is not None


def used_links(blocks: Sequence[Block], links: tuple[str, ...]) -> int:
    """How many of the links, which are numbered in reading order, the blocks still need."""
    if not links:
        return 0
    return max((number for block in blocks for number in links_of(block)), default=0)


def _is_tail(block: Block, links: Sequence[str], home: str) -> bool:
    if not isinstance(block, Paragraph | Heading | Rule):
        return False
    text = "".join(span.text for span in spans_of(block)).strip()
    if len(text) > _LONGEST:
        return False
    targets = [links[number - 1] for number in links_of(block)]
    if not targets:
        return isinstance(block, Rule) or _LAST_LABEL.fullmatch(text) is not None
    if _APPEARED.fullmatch(text):
        return True
    if _TALK.fullmatch(text) and all(_is_named_after(target, home) for target in targets):
        return True
    return _INVITATION.fullmatch(text) is not None and all(
        _leads_home(target, home) for target in targets
    )


def _leads_home(target: str, home: str) -> bool:
    _, fragment = urldefrag(target)
    page = _page(home)
    if _page(target) == page or _COMMENTS.match(fragment) is not None:
        return True
    return "/" in page and f"/{page}" in _page(target)  # a page about this one, named after it


def _is_named_after(target: str, home: str) -> bool:
    """Whether a page for talking, wherever it is, has the last part of the article's address."""
    name = _page(home).rpartition("/")[2]
    return len(name) >= _SHORTEST_NAME and _page(target).rpartition("/")[2] == name


def _page(address: str) -> str:
    """What of an address says which page it is."""
    page = urldefrag(without_trackers(address, TRACKERS)).url
    return _HOME.sub("", page, count=1).rstrip("/")
