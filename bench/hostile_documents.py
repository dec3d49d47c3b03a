"""Documents that are made to hurt whoever reads them, and a few that only look like it."""

import gzip
import json

_ITEM = "<item><title>{}</title><guid>{}</guid><description>{}</description></item>"


def rss(items: str = _ITEM.format("One", 1, "Text"), before: str = "", head: str = "") -> bytes:
    """An RSS document: `before` stands above its root, `head` above its items."""
    channel = f"<channel><title>T</title><link>https://example.org/</link>{head}{items}</channel>"
    return f"<?xml version='1.0'?>{before}<rss version='2.0'>{channel}</rss>".encode()


def item(title: str = "One", text: str = "Text", more: str = "", guid: str = "1") -> str:
    """An item; `more` are further elements of it."""
    return _ITEM.format(title, guid, text).replace("</item>", f"{more}</item>")


def items(number: int, text: str = "Text") -> str:
    """So many items, all different."""
    return "".join(item(f"Title {each}", text, guid=str(each)) for each in range(number))


def json_feed(entries: object, **members: object) -> bytes:
    """A JSON Feed with this in the place of its items."""
    head: dict[str, object] = {"version": "https://jsonfeed.org/version/1.1", "title": "T"}
    return json.dumps(head | {"items": entries} | members).encode()


def page(title: str, body: str) -> bytes:
    """A web page."""
    return f"<!doctype html><html><title>{title}</title><body>{body}</body></html>".encode()


def _laughs(levels: int, times: int) -> str:
    """Entities that name each other: times to the power of levels of "ha"."""
    rows = [f'<!ENTITY l{level} "{f"&l{level - 1};" * times}">' for level in range(1, levels)]
    return f"<!DOCTYPE rss [<!ENTITY l0 'ha'>{''.join(rows)}]>"


def packed_inside(megabytes: int) -> bytes:
    """A feed and a long silence in a gzip file that no header announces."""
    return gzip.compress(rss() + b" " * (megabytes * 1024**2), 6)


def pages() -> dict[str, bytes]:
    """What isn't a feed at all."""
    login = '<form action="/login"><input type="password" name="p"></form>'
    png = b"\x89PNG\r\n\x1a\n" + bytes(2000)
    return {
        "an empty body": b"",
        "nothing but blanks": b" \r\n\t" * 1000,
        "a login page": page("Log in", login),
        "a page that names its feed": page(
            "A blog", '<link rel="alternate" type="application/rss+xml" href="/feed">'
        ),
        "a page of JavaScript only": page("App", "<script>start()</script>"),
        "a page that is no HTML": b"Not today, thank you.\n",
        "a picture": png,
        "a PDF": b"%PDF-1.7\n" + bytes(range(256)) * 20,
        "random bytes": bytes((each * 73 + each // 7) % 256 for each in range(4000)),
        "a page in HTML of 15 MB": page("Large", "<p>word " * 2_000_000),
    }


def xml_traps() -> dict[str, bytes]:
    """XML that costs parsers time or memory."""
    laugh = rss(item("&l9;", "&l9;"), _laughs(10, 10))
    quadratic = f'<!DOCTYPE rss [<!ENTITY a "{"x" * 50_000}">]>'
    stolen = '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    outer = '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/never.dtd">'
    attributes = " ".join(f"a{each}='v'" for each in range(100_000))
    return {
        "a billion laughs": laugh,
        "a quadratic blow-up of entities": rss(item("One", "&a;" * 50_000), quadratic),
        "an entity that names a file": rss(item("&f;", "&f;"), stolen),
        "a DTD somewhere else": rss(before=outer),
        "a DTD of 5 MB": rss(before=f"<!DOCTYPE rss [{'<!ELEMENT a ANY>' * 300_000}]>"),
        "XML a million deep": b"<a>" * 1_000_000,
        "items a hundred thousand deep": rss("<item>" * 100_000),
        "an element with 100,000 attributes": rss(f"<item {attributes}><title>One</title></item>"),
        "a hundred thousand namespaces": rss(
            "".join(f"<n{each}:a xmlns:n{each}='u:{each}'/>" for each in range(100_000)) + item()
        ),
        "10 MB of opening brackets": rss("<" * 10_000_000),
        "a comment that never ends": rss(item() + "<!--" + "-" * 8_000_000),
        "CDATA that never ends": rss(item() + "<item><description><![CDATA[" + "]]" * 4_000_000),
        "a processing instruction that never ends": b"<?" * 4_000_000,
        "ampersands, 8 MB of them": rss(item("One", "&" * 8_000_000)),
        "a feed with NUL bytes in it": rss().replace(b"One", b"O\0n\0e\0"),
        "UTF-16 that says it is UTF-8": rss().decode().encode("utf-16"),
        "an encoding that doesn't exist": rss().replace(b"?>", b" encoding='klingon-8'?>", 1),
        "an encoding that is a bomb": rss().replace(b"?>", b" encoding='zlib_codec'?>", 1),
    }


def feeds_beyond_measure() -> dict[str, bytes]:
    """Feeds whose parts are too large, too many, or too odd."""
    author = "<author>" + "a" * 50_000 + "</author>"
    spaced = "<author>" + "a " * 25_000 + "(</author>"
    return {
        "an author of 50 KB": rss(item(more=author)),
        "an author of 50 KB with blanks and a bracket": rss(item(more=spaced)),
        "40 authors of 50 KB": rss("".join(item(more=author, guid=str(n)) for n in range(40))),
        "a title of 1 MB": rss(item("t" * 1_000_000)),
        "a title of 1 MB of combining accents": rss(item("a" + "\u0301" * 500_000)),
        "an entry of 8 MB": rss(item("One", "w" * 8_000_000)),
        "50,000 entries": rss(items(50_000)),
        "100,000 categories on an entry": rss(item(more="<category>c</category>" * 100_000)),
        "100,000 enclosures on an entry": rss(item(more="<enclosure url='/a'/>" * 100_000)),
        "a guid of 1 MB": rss(item(guid="g" * 1_000_000)),
        "2,000 entries of one guid": rss("".join(item(str(n)) for n in range(2_000))),
        "a date of 100 KB": rss(item(more=f"<pubDate>{'1 Jan ' * 16_000}</pubDate>")),
        "a date in the year 99999": rss(item(more="<pubDate>1 Jan 99999 0:00 +9999</pubDate>")),
        "escape sequences in a title": rss(item("&#27;]0;owned&#7;&#x9b;31m red")),
        "a ttl of forty nines": rss(head=f"<ttl>{'9' * 40}</ttl>"),
        "skipHours of every hour": rss(
            head="".join(f"<hour>{n}</hour>" for n in range(24)).join(
                ("<skipHours>", "</skipHours>")
            )
        ),
        "links to javascript: and file:": rss(
            item(more="<link>javascript:alert(1)</link><comments>file:///etc/passwd</comments>")
        ),
        "HTML 200,000 deep in an entry": rss(item("One", "&lt;div&gt;" * 200_000)),
        "a gzip file of 200 MB": packed_inside(200),
        "a gzip file in a gzip file": gzip.compress(packed_inside(200)),
    }


def json_traps() -> dict[str, bytes]:
    """JSON that is no feed, or one of the wrong types."""
    surrogate = rb'[{"id":"1","title":"\ud800 end","content_text":"\udfff"}]'
    return {
        "JSON that is no feed": b'{"error": "try again later"}',
        "JSON with a list for its items' titles": json_feed([{"id": ["1"], "title": [[1]]}]),
        "JSON with a number for its items": json_feed(7),
        "JSON with lone surrogates": json_feed([]).replace(b"[]", surrogate),
        "JSON a million deep": b"[" * 1_000_000,
        "JSON with a number of 5 MB": b'{"version":' + b"9" * 5_000_000 + b"}",
        "JSON with a million keys": json.dumps({str(n): n for n in range(1_000_000)}).encode(),
        "JSON cut in the middle": json_feed([{"id": "1", "title": "One"}])[:-12],
        "JSON with 50,000 items": json_feed([{"id": str(n), "title": "t"} for n in range(50_000)]),
    }


def honest_large_feed() -> bytes:
    """An honest feed of 8 MB and 4,000 entries, as a few podcasts and archives have it."""
    return rss(items(4_000, "An honest sentence of a summary. " * 60))
