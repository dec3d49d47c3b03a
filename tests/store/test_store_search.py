"""The index of words: what it finds, and what it does when its file is not what it should be."""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedtui.errors import NewerVersionError, StoreError, UsageError
from feedtui.query.searching import document, parse_search, parse_typed
from feedtui.store.search import opening
from feedtui.store.search.opening import NoIndexError, UselessIndexError, discard
from feedtui.store.search.reading import MOST_RANKED, SearchIndex
from feedtui.store.search.writing import IndexWriter, Row
from world import NOON

FEED = "https://feed.example/"


def row(entry: str, title: str = "", text: str = "", author: str = "", date: int = NOON) -> Row:
    return Row(entry, "1", date, title, author, text)


def fill(path: Path, *rows: Row, feed: str = FEED, gone: Sequence[str] = ()) -> None:
    writer = IndexWriter(path)
    with writer.kept():
        writer.keep(feed, "stamp", rows, gone)
    writer.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "search.db"


def find(path: Path, query: str, limit: int = 50, *, typed: bool = False) -> list[str]:
    index = SearchIndex(path)
    search = parse_typed(query) if typed else parse_search(query)
    try:
        return index.find(search, list, limit)
    finally:
        index.close()


@pytest.fixture
def filled(path: Path) -> Path:
    fill(
        path,
        row("a", "The naïve lamp", "by the river", "Ann"),
        row("b", "Harbour", "a lamp, a lamp, a lamp, and a river"),
        row("c", "東京の天気", "今日は晴れです", "Bo"),
        row("d", "News", "categories of weather " * 20 + "lamp"),
    )
    return path


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("NAIVE", "a"),
        ('"by the river"', "a"),
        ('"river the"', ""),
        ("lamp river", "ab"),
        ("lamp -river", "d"),
        ("cat", ""),
        ("cat*", "d"),
        ('"a lam"', ""),
        ("title:lamp", "a"),
        ("author:ann", "a"),
        ("author:lamp", ""),
        ("天", "c"),
        ("天気", "c"),
        ("気天", ""),
        ("AND OR NOT NEAR", ""),
        ('lamp AND("', "b"),
        ("e0*^:{title}", ""),
    ],
)
def test_entries_are_found_by_their_words(filled: Path, query: str, found: str) -> None:
    assert "".join(sorted(find(filled, query))) == found


def test_titles_come_first_and_then_those_that_say_it_most(filled: Path) -> None:
    assert find(filled, "lamp") == ["a", "b", "d"]
    assert find(filled, "lamp", 2) == ["a", "b"]


def test_of_equals_the_newer_comes_first(path: Path) -> None:
    fill(path, *(row(f"a{number}", text="a lamp", date=NOON + number) for number in range(3)))
    assert find(path, "lamp") == ["a2", "a1", "a0"]


def test_a_word_that_most_entries_have_brings_titles_and_the_newest(path: Path) -> None:
    many = (row(f"a{number}", text="lamp", date=NOON + number) for number in range(MOST_RANKED + 9))
    fill(path, row("b", "Lamp", date=NOON - 5), *many)
    assert find(path, "lamp", 3) == ["b", f"a{MOST_RANKED + 8}", f"a{MOST_RANKED + 7}"]


def test_a_short_beginning_is_found_in_names_at_once(filled: Path) -> None:
    assert find(filled, "har", typed=True) == ["b"]
    assert find(filled, "wea", typed=True) == []
    assert find(filled, "weat", typed=True) == ["d"]
    assert find(filled, "-river la", typed=True) == []
    assert find(filled, "river la", typed=True) == []


def test_what_is_found_is_chosen_from_until_there_is_enough(filled: Path) -> None:
    index = SearchIndex(filled)
    offered: list[str] = []

    def choose(entries: Sequence[str]) -> list[str]:
        offered.extend(entries)
        return [entry.upper() for entry in entries if entry != "a"]

    assert index.find(parse_search("lamp"), choose, 1) == ["B"]
    assert offered == ["a", "b", "d"]
    assert index.having(parse_search("-river").unwanted) == {"a", "b"}
    assert index.having(()) == set()
    index.close()


def test_an_entry_that_changed_is_found_by_its_new_words_only(filled: Path) -> None:
    fill(filled, row("a", "A candle"), gone=("a",))
    assert find(filled, "naive") == []
    assert find(filled, "candle") == ["a"]


def test_a_feed_that_is_forgotten_is_not_found(filled: Path) -> None:
    fill(filled, row("e", "A lamp"), feed="https://other.example/")
    writer = IndexWriter(filled)
    with writer.kept():
        writer.forget_feed(FEED)
    assert dict(writer.stamps()) == {"https://other.example/": "stamp"}
    assert dict(writer.versions(FEED)) == {}
    assert dict(writer.versions("https://other.example/")) == {"e": "1"}
    writer.close()
    assert find(filled, "lamp") == ["e"]


def test_an_index_that_dropped_much_is_wasteful(path: Path) -> None:
    names = [f"a{number}" for number in range(1500)]
    fill(path, *map(row, names))
    fill(path, *map(row, names), gone=names)
    writer = IndexWriter(path)
    assert writer.is_wasteful
    writer.close()


def test_what_the_file_no_longer_needs_is_given_back(path: Path) -> None:
    fill(path, *(row(f"a{number}") for number in range(3000)))
    before = path.stat().st_size
    writer = IndexWriter(path)
    with writer.kept():
        writer.forget_feed(FEED)
    writer.tidy()
    writer.close()
    assert path.stat().st_size < before - 50_000


def test_nothing_is_kept_of_what_was_broken_off(filled: Path) -> None:
    writer = IndexWriter(filled)

    def rows() -> Iterator[Row]:
        yield row("e", "candle")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), writer.kept():
        writer.keep(FEED, "later", rows(), ["a"])
    writer.close()
    assert find(filled, "candle") == []
    assert find(filled, "naive") == ["a"]


def test_the_file_is_the_persons_alone(filled: Path) -> None:
    assert stat.S_IMODE(filled.stat().st_mode) == 0o600
    assert stat.S_IMODE(filled.parent.stat().st_mode) == 0o700


def test_a_reader_is_not_held_up_by_a_writer(filled: Path) -> None:
    writer = IndexWriter(filled)
    with writer.kept():
        writer.keep(FEED, "later", [row("e", "lamp")], ["a"])
        assert find(filled, "lamp") == ["a", "b", "d"]
    writer.close()
    assert find(filled, "lamp") == ["e", "b", "d"]


def test_a_second_writer_is_told_and_not_crashed(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_PATIENCE", 0.01)
    one, two = IndexWriter(filled), IndexWriter(filled)
    locked = pytest.raises(StoreError, match="is in use by somebody else")
    with one.kept(), locked, two.kept():
        two.keep(FEED, "later", [], [])
    one.close()
    two.close()


def test_a_full_disk_is_told_and_what_was_there_stays(filled: Path) -> None:
    writer = IndexWriter(filled)
    writer._connection.execute("PRAGMA max_page_count = 40")
    full = pytest.raises(StoreError, match="can't be used: database or disk is full")
    with full, writer.kept():
        writer.keep(FEED, "later", [row("e", text=f"{list(range(90_000))}")], ["a"])
    writer.close()
    assert find(filled, "naive") == ["a"]


def test_without_a_file_there_is_nothing_to_read(path: Path) -> None:
    with pytest.raises(StoreError, match="there is no search index yet"):
        SearchIndex(path)


@pytest.mark.parametrize("content", [b"nonsense " * 1000, b"SQLite format 3\0" + b"\1" * 5000])
def test_a_file_that_is_no_index_is_to_be_made_anew(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    for opened in (SearchIndex, IndexWriter):
        with pytest.raises(UselessIndexError):
            opened(path)
    discard(path)
    fill(path, row("a", "lamp"))
    assert find(path, "lamp") == ["a"]


def test_an_empty_file_is_filled(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with pytest.raises(UselessIndexError):
        SearchIndex(path)
    fill(path, row("a", "lamp"))
    assert find(path, "lamp") == ["a"]


def test_damage_in_the_midst_is_noticed(filled: Path) -> None:
    fill(filled, *(row(f"e{n}", f"word{n}", f"text{n} " * 50) for n in range(2000)))
    with filled.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(os.urandom(filled.stat().st_size - 4096 * 4))
    with pytest.raises(UselessIndexError, match="is damaged"):
        find(filled, "word5 OR text7 lamp river*")


def test_a_strangers_file_and_an_older_one_are_to_be_made_anew(path: Path) -> None:
    path.parent.mkdir()
    stranger = sqlite3.connect(path)
    stranger.execute("CREATE TABLE things (name)")
    stranger.close()
    with pytest.raises(UselessIndexError, match="not an index of this feedtui"):
        IndexWriter(path)


def set_version(path: Path, version: int) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()


def test_an_index_of_a_newer_feedtui_is_left_alone(filled: Path) -> None:
    set_version(filled, opening.VERSION + 1)
    for opened in (SearchIndex, IndexWriter):
        with pytest.raises(NewerVersionError, match="newer feedtui"):
            opened(filled)


def test_an_older_index_is_to_be_made_anew(filled: Path) -> None:
    set_version(filled, opening.VERSION - 1)
    for opened in (SearchIndex, IndexWriter):
        with pytest.raises(UselessIndexError):
            opened(filled)


def test_a_reader_knows_that_its_file_was_replaced(filled: Path) -> None:
    index = SearchIndex(filled)
    seen = [index.is_current]
    discard(filled)
    seen.append(index.is_current)
    fill(filled, row("a", "lamp"))
    assert [*seen, index.is_current] == [True, False, False]
    assert index.find(parse_search("naive"), list, 50) == ["a"]
    index.close()


def test_a_place_that_is_no_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")
    with pytest.raises(StoreError, match="can't be written"):
        IndexWriter(tmp_path / "cache" / "search.db")


def test_a_sqlite_without_full_text_search_is_told(path: Path) -> None:
    with pytest.raises(NoIndexError, match="no full-text index"), opening.told(path):
        sqlite3.connect(":memory:").execute("CREATE VIRTUAL TABLE words USING fts99 (text)")


KILLED = """
import sys
from pathlib import Path
from feedtui.store.search.writing import IndexWriter, Row
writer = IndexWriter(Path(sys.argv[1]))
with writer.kept():
    rows = [Row(f"c{n}", "1", n, "lamp", "", "words " * 500) for n in range(5000)]
    writer.keep("https://other.example/", "stamp", rows, [])
    print("written", flush=True)
    sys.stdin.read()
"""


def test_a_killed_writer_leaves_what_was_there(filled: Path) -> None:
    words = [sys.executable, "-c", KILLED, str(filled)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"written\n"
        child.send_signal(signal.SIGKILL)
    fill(filled, row("e", "lamp"))
    assert sorted(find(filled, "lamp")) == ["a", "b", "d", "e"]


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchIndex]:
    path = tmp_path_factory.mktemp("standing") / "search.db"
    fill(
        path,
        row("a", 'an "AND" b'),
        row("b", "日 a*", "b\x00 \ud800 ae"),
        row("c", "z" * 1_000_000),
    )
    index = SearchIndex(path)
    yield index
    index.close()


TEXTS = {
    "a": document('an "AND" b', "", ""),
    "b": document("日 a*", "", "b\x00 \ud800 ae"),
    "c": document("z" * 1_000_000, "", ""),
}


@given(st.text() | st.text(alphabet='abenAND "*-:()^+{}title日\x00'))
def test_the_index_finds_what_a_look_at_the_texts_finds(standing: SearchIndex, query: str) -> None:
    for parse in (parse_search, parse_typed):
        try:
            search = parse(query)
        except UsageError:
            continue
        if search.wanted:
            expected = {entry for entry, text in TEXTS.items() if text.fits(search)}
            assert set(standing.find(search, list, 50)) == expected
