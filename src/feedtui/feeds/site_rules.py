"""The rows by which the feeds of known sites are found: see `sites`.

Each is a pattern of a page's host, path and query, and the feeds of such a page: title, kind,
address. What a pattern finds is put in at `{name}`. The first row that fits counts.
"""

import re
from dataclasses import dataclass

FeedRow = tuple[str, str, str]
"""Title, kind and address of a feed, with names of what a pattern found."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Pages of one shape, and their feeds."""

    pattern: re.Pattern[str]
    feeds: tuple[FeedRow, ...]


def _rule(pattern: str, *feeds: FeedRow) -> Rule:
    """A row; `NAME` in a pattern is any part of a path, and a query may follow if none is asked."""
    pattern = pattern.replace("NAME", "[^/?#]+")
    end = "" if r"\?" in pattern else r"(?:\?.*)?"
    return Rule(re.compile(f"{pattern}{end}"), feeds)


_YOUTUBE = "https://www.youtube.com/feeds/videos.xml"
_NOT_OWNERS = (
    r"(?!(?:about|apps|collections|customer-stories|enterprise|events|explore|features|issues|login"
    r"|marketplace|new|notifications|orgs|pricing|pulls|search|security|settings|signup|sponsors"
    r"|stars|topics|trending)(?:[/?]|$))"
)

_GITLAB = (
    r"gitlab\.com|gitlab\.gnome\.org|gitlab\.freedesktop\.org|invent\.kde\.org"
    r"|salsa\.debian\.org|framagit\.org|0xacab\.org"
)
_GITEA = r"codeberg\.org|gitea\.com|code\.forgejo\.org|git\.disroot\.org"
_ASKED = (
    r"(?:(?:meta\.)?(?:stackoverflow\.com|superuser\.com|serverfault\.com|askubuntu\.com"
    r"|mathoverflow\.net|stackapps\.com)|[\w.-]+\.stackexchange\.com)"
)
_WIKIS = (
    r"(?:[\w.-]+\.(?:wikipedia|wiktionary|wikibooks|wikinews|wikiquote|wikisource|wikiversity"
    r"|wikivoyage|wikimedia)\.org|(?:[\w-]+\.)?mediawiki\.org|wikidata\.org)"
)

RULES = (
    # YouTube: channels and playlists; a handle (`/@name`) needs its page (`pages`).
    _rule(
        r"youtube\.com/channel/(?P<id>UC[\w-]{22})(?:/NAME)?",
        ("Videos", "Atom", f"{_YOUTUBE}?channel_id={{id}}"),
    ),
    _rule(
        r"youtube\.com/user/(?P<id>NAME)(?:/NAME)?", ("Videos", "Atom", f"{_YOUTUBE}?user={{id}}")
    ),
    _rule(
        r"youtube\.com/(?:playlist|watch)\?(?:.*&)?list=(?P<id>[\w-]+).*",
        ("Playlist", "Atom", f"{_YOUTUBE}?playlist_id={{id}}"),
    ),
    # GitHub, GitLab, Gitea's and Forgejo's largest hosts, SourceHut.
    _rule(
        rf"github\.com/{_NOT_OWNERS}(?P<owner>NAME)/(?P<name>NAME)/(?P<what>releases|tags)(?:/.*)?",
        ("{name}: {what}", "Atom", "https://github.com/{owner}/{name}/{what}.atom"),
    ),
    _rule(
        rf"github\.com/{_NOT_OWNERS}(?P<owner>NAME)/(?P<name>NAME)/(?:commits|tree)/(?P<branch>.+)",
        (
            "{name}: commits of {branch}",
            "Atom",
            "https://github.com/{owner}/{name}/commits/{branch}.atom",
        ),
    ),
    _rule(
        rf"github\.com/{_NOT_OWNERS}(?P<owner>NAME)/(?P<name>NAME)/discussions(?:/.*)?",
        ("{name}: discussions", "Atom", "https://github.com/{owner}/{name}/discussions.atom"),
    ),
    _rule(
        rf"github\.com/{_NOT_OWNERS}(?P<owner>NAME)/(?P<name>[^/?#]+?)(?:\.git)?(?:/.*)?",
        ("{name}: releases", "Atom", "https://github.com/{owner}/{name}/releases.atom"),
        ("{name}: commits", "Atom", "https://github.com/{owner}/{name}/commits.atom"),
        ("{name}: tags", "Atom", "https://github.com/{owner}/{name}/tags.atom"),
    ),
    _rule(
        rf"github\.com/{_NOT_OWNERS}(?P<owner>[\w-]+)",
        ("{owner}", "Atom", "https://github.com/{owner}.atom"),
    ),
    _rule(
        r"gist\.github\.com/(?P<owner>[\w-]+)",
        ("{owner}: gists", "Atom", "https://gist.github.com/{owner}.atom"),
    ),
    _rule(
        rf"(?P<host>{_GITLAB})/(?P<project>NAME/.+?)/-/(?:commits|tree)/(?P<branch>[^?]+)",
        (
            "{project}: commits of {branch}",
            "Atom",
            "https://{host}/{project}/-/commits/{branch}?format=atom",
        ),
    ),
    _rule(
        rf"(?P<host>{_GITLAB})/(?P<project>(?!explore|help|users|dashboard)NAME/(?!-/|-$).+?)(?:/-/.*)?",
        ("{project}: releases", "Atom", "https://{host}/{project}/-/releases.atom"),
        ("{project}: tags", "Atom", "https://{host}/{project}/-/tags?format=atom"),
        ("{project}: activity", "Atom", "https://{host}/{project}.atom"),
    ),
    _rule(
        rf"(?P<host>{_GITEA})/(?!explore/|user/)(?P<owner>NAME)/(?P<name>NAME)(?:/.*)?",
        ("{name}: releases", "RSS", "https://{host}/{owner}/{name}/releases.rss"),
        ("{name}: tags", "RSS", "https://{host}/{owner}/{name}/tags.rss"),
        ("{name}: activity", "RSS", "https://{host}/{owner}/{name}.rss"),
    ),
    _rule(
        rf"(?P<host>{_GITEA})/(?!explore|user)(?P<owner>[\w-]+)",
        ("{owner}", "RSS", "https://{host}/{owner}.rss"),
    ),
    _rule(
        r"git\.sr\.ht/(?P<owner>~NAME)/(?P<name>NAME)(?:/.*)?",
        ("{name}: commits", "RSS", "https://git.sr.ht/{owner}/{name}/log/rss.xml"),
        ("{name}: tags", "RSS", "https://git.sr.ht/{owner}/{name}/refs/rss.xml"),
    ),
    # Reddit: sections, people, collections, discussions.
    _rule(
        r"reddit\.com/r/(?P<name>[\w+]+)/(?P<sort>new|hot|top|rising|controversial)(?P<query>\?.*)?",
        ("r/{name}, {sort}", "Atom", "https://www.reddit.com/r/{name}/{sort}/.rss{query}"),
    ),
    _rule(
        r"reddit\.com/r/(?P<name>[\w+]+)/comments/(?P<id>\w+)(?:/NAME)?",
        ("r/{name}: comments", "Atom", "https://www.reddit.com/r/{name}/comments/{id}/.rss"),
    ),
    _rule(
        r"reddit\.com/r/(?P<name>[\w+]+)",
        ("r/{name}", "Atom", "https://www.reddit.com/r/{name}/.rss"),
    ),
    _rule(
        r"reddit\.com/u(?:ser)?/(?P<name>[\w-]+)/m/(?P<many>\w+)",
        ("{many}", "Atom", "https://www.reddit.com/user/{name}/m/{many}/.rss"),
    ),
    _rule(
        r"reddit\.com/u(?:ser)?/(?P<name>[\w-]+)(?:/(?:submitted|comments))?",
        ("u/{name}", "Atom", "https://www.reddit.com/user/{name}/.rss"),
    ),
    _rule(r"reddit\.com", ("Reddit", "Atom", "https://www.reddit.com/.rss")),
    # Other places to talk.
    _rule(
        r"bsky\.app/profile/(?P<name>NAME)",
        ("{name}", "RSS", "https://bsky.app/profile/{name}/rss"),
    ),
    _rule(
        r"news\.ycombinator\.com(?:/(?:news|front|newest))?",
        ("Hacker News", "RSS", "https://news.ycombinator.com/rss"),
    ),
    _rule(
        r"lobste\.rs/t/(?P<tags>[\w,+-]+)",
        ("Lobsters: {tags}", "RSS", "https://lobste.rs/t/{tags}.rss"),
    ),
    _rule(r"lobste\.rs", ("Lobsters", "RSS", "https://lobste.rs/rss")),
    _rule(
        rf"(?P<host>{_ASKED})/questions/tagged/(?P<tag>NAME)(?:/.*)?",
        ("Questions: {tag}", "Atom", "https://{host}/feeds/tag/{tag}"),
    ),
    _rule(
        rf"(?P<host>{_ASKED})/questions/(?P<id>\d+)(?:/.*)?",
        ("Question {id}", "Atom", "https://{host}/feeds/question/{id}"),
    ),
    _rule(
        rf"(?P<host>{_ASKED})(?:/questions)?",
        ("Questions", "Atom", "https://{host}/feeds"),
    ),
    # Blogs by their hosts.
    _rule(
        r"medium\.com/tag/(?P<tag>NAME)(?:/.*)?",
        ("{tag}", "RSS", "https://medium.com/feed/tag/{tag}"),
    ),
    _rule(
        r"medium\.com/(?!feed|m/|search|me/|about|membership)(?P<name>@?[\w.-]+)(?:/.*)?",
        ("{name}", "RSS", "https://medium.com/feed/{name}"),
    ),
    _rule(
        r"(?P<host>[\w-]+\.medium\.com)(?:/(?!feed).*)?", ("{host}", "RSS", "https://{host}/feed")
    ),
    _rule(
        r"(?P<host>[\w-]+\.substack\.com)(?:/(?!feed).*)?",
        ("{host}", "RSS", "https://{host}/feed"),
    ),
    _rule(
        r"substack\.com/@(?P<name>[\w-]+)(?:/.*)?",
        ("{name}", "RSS", "https://{name}.substack.com/feed"),
    ),
    _rule(
        r"(?P<host>[\w-]+\.wordpress\.com)/(?P<path>(?:category|tag|author)/.+)",
        ("{path}", "RSS", "https://{host}/{path}/feed/"),
    ),
    _rule(
        r"(?P<host>(?!en)[\w-]+\.wordpress\.com)",
        ("{host}", "RSS", "https://{host}/feed/"),
        ("{host}: comments", "RSS", "https://{host}/comments/feed/"),
    ),
    _rule(
        r"(?P<host>[\w-]+\.blogspot\.[\w.]+)/search/label/(?P<label>NAME)",
        ("{label}", "Atom", "https://{host}/feeds/posts/default/-/{label}"),
    ),
    _rule(
        r"(?P<host>[\w-]+\.blogspot\.[\w.]+)(?:/(?!feeds/).*)?",
        ("{host}", "Atom", "https://{host}/feeds/posts/default"),
        ("{host}: comments", "Atom", "https://{host}/feeds/comments/default"),
    ),
    _rule(
        r"(?P<host>[\w-]+\.tumblr\.com)/tagged/(?P<tag>NAME)",
        ("{tag}", "RSS", "https://{host}/tagged/{tag}/rss"),
    ),
    _rule(
        r"(?P<host>[\w-]+\.tumblr\.com)(?:/post/.*|/archive.*)?",
        ("{host}", "RSS", "https://{host}/rss"),
    ),
    _rule(
        r"tumblr\.com/(?!tagged|explore|search|login|register|dashboard)(?P<name>[\w-]+)(?:/\d.*)?",
        ("{name}", "RSS", "https://{name}.tumblr.com/rss"),
    ),
    _rule(r"dev\.to/t/(?P<tag>\w+)", ("{tag}", "RSS", "https://dev.to/feed/tag/{tag}")),
    # Programs and papers.
    _rule(
        r"launchpad\.net/(?P<name>[a-z0-9][a-z0-9.+-]*)(?:/\+.*)?",
        (
            "{name}: announcements",
            "Atom",
            "https://feeds.launchpad.net/{name}/announcements.atom",
        ),
    ),
    _rule(
        r"sourceforge\.net/(?:projects|p)/(?P<name>NAME)(?:/.*)?",
        ("{name}: files", "RSS", "https://sourceforge.net/projects/{name}/rss?path=/"),
        ("{name}: news", "RSS", "https://sourceforge.net/p/{name}/news/feed.rss"),
    ),
    _rule(
        r"arxiv\.org/list/(?P<name>[\w.-]+)(?:/.*)?",
        ("arXiv: {name}", "RSS", "https://rss.arxiv.org/rss/{name}"),
    ),
    _rule(
        rf"(?P<host>{_WIKIS})/wiki/(?P<page>[^?#]+)",
        (
            "{page}: changes",
            "Atom",
            "https://{host}/w/index.php?title={page}&action=history&feed=atom",
        ),
    ),
    # Films, sounds, games.
    _rule(
        r"vimeo\.com/(?P<kind>channels|groups)/(?P<name>NAME)",
        ("{name}", "RSS", "https://vimeo.com/{kind}/{name}/videos/rss"),
    ),
    _rule(
        r"vimeo\.com/(?!\d+$|watch|features|upload|blog|search|log_in|join)(?P<name>[\w-]+)"
        r"(?:/videos)?",
        ("{name}", "RSS", "https://vimeo.com/{name}/videos/rss"),
    ),
    _rule(r"itch\.io/(?P<path>games(?:/[\w-]+)*)", ("Games", "RSS", "https://itch.io/{path}.xml")),
    _rule(
        r"(?P<host>[\w-]+\.itch\.io)/(?P<game>[\w-]+)(?:/devlog.*)?",
        ("{game}: devlog", "RSS", "https://{host}/{game}/devlog.rss"),
    ),
    # Programs that run on many hosts, by a shape of address that nothing else has.
    _rule(
        r"(?P<host>(?!medium\.|youtube\.|substack\.|tiktok\.|threads\.|flipboard\.)[\w.-]+"
        r"(?::\d+)?)/@(?P<name>\w+)(?:/(?:media|with_replies|tagged/NAME))?",
        ("@{name}", "RSS", "{scheme}://{host}/@{name}.rss"),
    ),
    _rule(
        r"(?P<host>(?:lemmy|mander|sopuli|programming|beehaw|feddit)[\w.-]*\.\w+)"
        r"/(?P<kind>[cu])/(?P<name>\w+)",
        ("{name}", "RSS", "https://{host}/feeds/{kind}/{name}.xml?sort=New"),
    ),
)
