"""What HTML's element names mean to a reader: one table each, so that code need not list names."""

from feedtui.article.document import Style


def names(text: str) -> frozenset[str]:
    """The names in a text, which is easier to read than a list of strings."""
    return frozenset(text.split())


STYLES = {
    "b": Style.BOLD,
    "strong": Style.BOLD,
    "summary": Style.BOLD,
    "i": Style.ITALIC,
    "em": Style.ITALIC,
    "cite": Style.ITALIC,
    "dfn": Style.ITALIC,
    "var": Style.ITALIC,
    "u": Style.UNDERLINE,
    "ins": Style.UNDERLINE,
    "s": Style.STRIKE,
    "del": Style.STRIKE,
    "strike": Style.STRIKE,
    "code": Style.CODE,
    "d-code": Style.CODE,
    "kbd": Style.CODE,
    "samp": Style.CODE,
    "tt": Style.CODE,
    "mark": Style.HIGHLIGHT,
    "sup": Style.SUPERSCRIPT,
    "sub": Style.SUBSCRIPT,
    "small": Style.DIM,
}

BLOCKS = names(
    "address article aside center details dialog div dl fieldset figure footer header hgroup"
    " legend main nav p section summary"
)

HEADINGS = {f"h{level}": level for level in range(1, 7)}

SKIPPED = names(
    "area basefont canvas col colgroup datalist frame link meta optgroup"
    " option param rp script select source style svg-title template textarea title track"
    " amp-ad amp-analytics amp-auto-ads amp-consent amp-embed amp-lightbox amp-list amp-pixel"
    " amp-sidebar amp-social-share amp-sticky-ad amp-user-notification xml"
)
"""Nothing in them was written for a reader of the text."""

VOID = names("area base br col embed hr img input link meta param source track wbr")
"""Elements that have no end tag."""

FORMATTING = names("a b big code em font i nobr s small strike strong tt u")
"""The elements that HTML reopens in every later block when they weren't closed (13.2.4.3)."""

KNOWN = (
    BLOCKS
    | VOID
    | FORMATTING
    | STYLES.keys()
    | HEADINGS.keys()
    | names(
        "abbr acronym audio bdi bdo blockquote body caption dd dt figcaption form head html iframe"
        " label li math menu noscript object ol picture pre q ruby script span style svg table td"
        " textarea th time tr ul video amp-img amp-youtube amp-video amp-iframe amp-twitter"
        " g-emoji lite-youtube d-article"
    )
)
"""A body in which none of these occurs isn't HTML."""
