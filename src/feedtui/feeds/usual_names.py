"""What the elements of the usual feed are called, and which of them say something to a reader.

A name is a prefix and a local name, `dc_creator`, where the prefix is the customary one of the
namespace, none for RSS and Atom themselves; it is found as feedparser finds it, whose names these
are, so that `usual` and feedparser read a document alike.
"""

NAMESPACES = {
    "http://backend.userland.com/rss": "",
    "http://blogs.law.harvard.edu/tech/rss": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://purl.org/atom/ns#": "",
    "http://www.w3.org/2005/atom": "",
    "http://purl.org/rss/1.0/modules/rss091#": "",
    "http://web.resource.org/cc/": "cc",
    "http://creativecommons.org/ns#license": "cc",
    "http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html": "creativeCommons",
    "http://backend.userland.com/creativecommonsrssmodule": "creativeCommons",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://www.georss.org/georss": "georss",
    "http://www.opengis.net/gml": "gml",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://search.yahoo.com/mrss": "media",
    "http://search.yahoo.com/mrss/": "media",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://purl.org/rss/1.0/modules/slash/": "slash",
    "http://purl.org/rss/1.0/modules/syndication/": "sy",
    "http://purl.org/rss/1.0/modules/threading/": "thr",
    "http://wellformedweb.org/commentapi/": "wfw",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/xml/1998/namespace": "xml",
    "http://podlove.org/simple-chapters": "psc",
}
"""Prefixes by the addresses of namespaces, in small letters."""

ENTRIES = frozenset({"item", "entry"})

TEXTS = {
    **dict.fromkeys(("published", "pubdate", "issued", "dcterms_issued"), "published"),
    **dict.fromkeys(
        ("updated", "modified", "lastbuilddate", "dc_date", "dcterms_modified"), "updated"
    ),
    **dict.fromkeys(("created", "dcterms_created"), "created"),
    **dict.fromkeys(("language", "dc_language"), "language"),
}
"""Elements of plain text, and where it is kept."""

BARE_TEXTS = {
    "date": "updated",
    **{
        name: name
        for name in (
            *("comments", "wfw_commentrss", "slash_comments", "thr_total", "itunes_duration"),
            *("media_caption", "source_markdown", "feedburner_origlink"),
            *("ttl", "sy_updateperiod", "sy_updatefrequency"),
        )
    },
}
"""The same; but those with attributes say something else."""

CONTENTS = {
    **dict.fromkeys(("title", "dc_title", "media_title"), "text/plain"),
    **dict.fromkeys(("subtitle", "tagline", "itunes_subtitle"), "text/plain"),
    **dict.fromkeys(("summary", "itunes_summary", "content"), "text/plain"),
    **dict.fromkeys(("description", "dc_description", "content_encoded"), "text/html"),
}
"""Elements of text that may be HTML, and what it is if they don't say."""

TITLES = frozenset({"title", "dc_title", "media_title"})
SUBTITLES = frozenset({"subtitle", "tagline", "itunes_subtitle"})
SUMMARIES = frozenset({"summary", "itunes_summary", "description", "dc_description"})
PEOPLE = frozenset({"author", "managingeditor", "dc_creator", "dc_author", "itunes_author"})
CATEGORIES = {
    **dict.fromkeys(("category", "keywords", "dc_subject")),
    "media_category": "http://search.yahoo.com/mrss/category_schema",
}
"""Elements with one category each, and the scheme that it is of."""

KEYWORDS = {"itunes_keywords": "http://www.itunes.com/", "media_keywords": None}
"""Elements with several, between commas."""

PICTURES = {
    "image": frozenset({"title", "link", "description", "url", "href", "width", "height"}),
    "textinput": frozenset({"title", "link", "description", "name"}),
}
"""Elements of a feed that have titles of their own, and what else."""

IGNORED = frozenset(
    {
        *("generator", "rights", "copyright", "dc_rights", "webmaster", "dc_publisher", "info"),
        *("expirationdate", "dcterms_valid", "cloud", "feedburner_browserfriendly"),
        *("contributor", "dc_contributor", "name", "email", "uri", "url", "homepage"),
        *("width", "height"),
        *("itunes_explicit", "itunes_block", "itunes_image", "itunes_link"),
        *("itunes_owner", "itunes_name", "itunes_email"),
        *("media_rating", "media_credit", "media_restriction", "media_license"),
        *("media_thumbnail", "where", "georss_where"),
        *("georss_point", "georss_line", "georss_polygon", "georss_box"),
        *("gml_point", "gml_linestring", "gml_polygon", "gml_exterior", "gml_linearring"),
        *("gml_pos", "gml_poslist"),
    }
)
"""Elements that feedparser knows and nobody here asks for; so are those that it doesn't know."""

UNUSUAL = frozenset(
    {
        *("abstract", "body", "xhtml_body", "fullitem", "newlocation", "tags"),
        *(
            "media_description",
            "cc_license",
            "creativeCommons_license",
            "creativecommons_license",
            "itunes_category",
        ),
        *("geom", "georssgeom", "textInput"),
        *("psc_chapters", "psc_chapter", "rss", "feed", "channel"),
    }
)
"""Elements of which feedparser knows more than is worth repeating."""

ADDRESSES = frozenset({"comments", "wfw_commentrss"})
"""Texts that are addresses."""

KNOWN = frozenset(
    {
        *ENTRIES,
        *TEXTS,
        *BARE_TEXTS,
        *CONTENTS,
        *PEOPLE,
        *CATEGORIES,
        *KEYWORDS,
        *PICTURES,
        *IGNORED,
        *UNUSUAL,
        *("link", "guid", "id", "enclosure", "source"),
        *("media_content", "media_group", "media_player"),
    }
)
"""All elements that mean something to feedparser."""
