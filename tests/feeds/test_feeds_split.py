import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.feeds.split import Split, split_json, split_xml

HEAD = "<rss version='2.0'><channel><title>T</title>"
ONE = "<item><title>One</title></item>"
TWO = "<item><title>Zwö</title></item>"
TAIL = "</channel></rss>"


def xml(text: str) -> Split:
    split = split_xml(text.encode())
    assert split is not None
    return split


def test_a_document_is_cut_into_its_items_and_what_is_around_them() -> None:
    split = xml(f"{HEAD}{ONE} {TWO}\n{TAIL}")
    assert split.items == (ONE.encode(), TWO.encode())
    assert (split.before, split.after) == (HEAD.encode(), f" \n{TAIL}".encode())
    assert split.only([1]) == f"{HEAD}{TWO} \n{TAIL}".encode()
    assert split.only([]) == f"{HEAD} \n{TAIL}".encode()


@pytest.mark.parametrize(
    "inside",
    [
        "<description><![CDATA[</item><item>]]></description>",
        "<!-- </item> --><title>a</title >",
        "<?php </item> ?>",
        "<title a='&lt;/item>'>a</title>",
        "<content xml:base='http://a.example/'>a</content>",
        "<x:group xmlns:x='x'><x:content/></x:group>",
    ],
)
def test_what_only_looks_like_an_end_is_none(inside: str) -> None:
    item = f"<item >{inside}</item\n>"
    assert xml(f"{HEAD}{item}{ONE}{TAIL}").items == (item.encode(), ONE.encode())


@pytest.mark.parametrize(
    ("before", "item", "after"),
    [
        ("<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry><id>1</id></entry>", "</feed>"),
        ("<a:feed xmlns:a='a'><a:title/>", "<a:entry><a:id>1</a:id></a:entry>", "</a:feed>"),
        ("<r:RDF xmlns:r='r'><channel/>", "<item r:about='1'>a</item>", "</r:RDF>"),
        ("<rss><channel/>", "<item>a</item>", "</rss>"),
        ("<channel>", "<ITEM>a</ITEM>", "</channel>"),
    ],
)
def test_every_format_keeps_its_items_somewhere(before: str, item: str, after: str) -> None:
    split = xml(before + item + item + after)
    assert (split.before, split.items, split.after) == (
        before.encode(),
        (item.encode(), item.encode()),
        after.encode(),
    )


@pytest.mark.parametrize(
    "document",
    [
        "",
        "<rss>",
        f"{HEAD}{TAIL}",
        f"{HEAD}{ONE}{TAIL}&",
        f"{HEAD}<item/>{TAIL}",
        f"{HEAD}<item><x:a/></item>{TAIL}",
        f"{HEAD}<item><item>a</item></item>{TAIL}",
        f"{HEAD}{ONE}</channel><item>a</item></rss>",
        f"<!DOCTYPE rss [<!ENTITY a 'b'>]>{HEAD}{ONE}{TAIL}",
        f"<html>{ONE}</html>",
    ],
)
def test_what_cannot_be_cut_safely_stays_whole(document: str) -> None:
    assert split_xml(document.encode()) is None


def test_a_json_feed_is_cut_and_put_together_again() -> None:
    split = split_json(b'{"version": "1", "items": [{"id": "1"}, {"id" : "2"}], "title": "T"}')
    assert split is not None
    assert split.items == (b'{"id": "1"}', b'{"id" : "2"}')
    assert split.only([1]) == b'{"version":"1","title":"T","items":[{"id" : "2"}]}'
    assert split.only([]) == b'{"version":"1","title":"T","items":[]}'


@pytest.mark.parametrize(
    "document", [b"", b"{}", b"[]", b'{"items": 1}', b'{"items": [1}', b"[" * 9000, b"\xff"]
)
def test_json_without_items_stays_whole(document: bytes) -> None:
    assert split_json(document) is None


def test_a_head_is_the_same_whenever_it_was_printed() -> None:
    churn = "<!-- 1 --><lastBuildDate>Mon</lastBuildDate><a:updated xmlns:a='a'>1</a:updated> "
    lists = "<items><Seq><li resource='1'/></Seq></items>"
    plain = xml(f"{HEAD}{ONE}{TAIL}")
    assert xml(f"{HEAD}{churn}{lists}{ONE}\n\n{TWO}{TAIL}").head_hash() == plain.head_hash()
    assert xml(f"{HEAD}<link>a</link>{ONE}{TAIL}").head_hash() != plain.head_hash()
    assert xml(f"{HEAD}{ONE}<link>a</link>{TAIL}").head_hash() != plain.head_hash()
    assert plain.head_hash("a") != plain.head_hash("b")


@pytest.mark.parametrize("piece", ["<!--", "<items>", "<date>", "<updated", " ", "<a:date>1"])
def test_a_head_of_one_thing_a_million_times_is_soon_hashed(piece: str) -> None:
    head = f"<![CDATA[{piece * (1_000_000 // len(piece))}]]>".replace("-->", "")
    begin = time.process_time()
    xml(f"{HEAD}{head}{ONE}{TAIL}").head_hash()
    assert time.process_time() - begin < 3


@given(st.lists(st.sampled_from(["<item>", "</item>", "a", "<b/>", "<![CDATA[", "]]>", "<!--"])))
def test_the_pieces_are_the_document(tokens: list[str]) -> None:
    document = f"{HEAD}{''.join(tokens)}{TAIL}".encode()
    split = split_xml(document)
    if split is not None:
        assert sorted(split.only(range(len(split.items)))) == sorted(document)
