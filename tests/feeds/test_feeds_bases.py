"""The documents `bases.xml` and `atom_contents.xml` have what entries need of this."""

import pytest

from feedtui.feeds.bases import with_bases

FEED = "https://example.org/feeds/feed.xml"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("<a/>", "<a/>"),
        ("<a><b base='/b/'/></a>", "<a {N}><b xml:base='https://example.org/b/'/></a>"),
        ("<a xml:base='/a/'>b</a>", "<a xml:base='https://example.org/a/'>b</a>"),
        (
            "<a base='http://a.example/'><b base='b/'><c base='c/'/></b></a>",
            (
                "<a xml:base='http://a.example/'><b xml:base='http://a.example/b/'>"
                "<c xml:base='http://a.example/b/c/'/></b></a>"
            ),
        ),
        ("<a><b xml:base='' c='d'>e</b></a>", "<a {N}><b xml:base='' c='d'>e</b></a>"),
        ("<a><b xml:base='about:x'/></a>", "<a {N}><b xml:base=''/></a>"),
        (
            "<a><b c=' base=1' base = '?d&amp;e'/></a>",
            "<a {N}><b xml:base='{F}?d&amp;e' c=' base=1'/></a>",
        ),
        ("<a><b><![CDATA[<c base='d'>]]></b></a>", "<a {N}><b><![CDATA[<c base='d'>]]></b></a>"),
        ("<a><b xml:base='c'", "<a><b xml:base='c'"),
    ],
)
def test_each_base_is_a_whole_address(written: str, meant: str) -> None:
    wanted = meant.replace("{N}", "xml:base='about:feed'").replace("{F}", FEED)
    assert with_bases(written.encode(), FEED).decode().replace('"', "'") == wanted


def test_bases_in_one_another_stay_within_bounds() -> None:
    document = b"<a>" + b"<b base='cccccccc/'>" * 50_000 + b"</b>" * 50_000 + b"</a>"
    assert len(with_bases(document, FEED)) < 2 * len(document)
