import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from feedtui.clean import clean_line
from feedtui.errors import NewerVersionError, StoreError
from feedtui.model import Body, FullText, NoFullText, StoredFeed
from feedtui.store.cache import FeedCache
from feedtui.store.fulltexts import FullTexts, Known
from world import Complaints

URL = "https://example.org/feed.xml"
TEXT = FullText("<p>all of it 😀</p>", "https://example.org/1", "readability", 3, 1_700_000_000)
FAILURE = NoFullText(clean_line("it is not there any more"), 1_700_000_000, 1, 1_700_003_600)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "feeds" / "example.org-0"


@pytest.fixture
def texts(folder: Path, complaints: Complaints) -> FullTexts:
    return FullTexts(folder, complaints)


def test_what_is_kept_is_read_again(texts: FullTexts) -> None:
    assert texts.of("a") is None
    texts.keep("a", TEXT)
    texts.keep("b", FAILURE)
    assert (texts.of("a"), texts.of("b")) == (TEXT, FAILURE)
    assert texts.known() == Known(frozenset({"a"}), {"b": FAILURE})


def test_the_file_says_its_version_and_is_private(texts: FullTexts, folder: Path) -> None:
    texts.keep("a", TEXT)
    path = folder / "fulltext.json"
    assert json.loads(path.read_bytes())["version"] == 1
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_feeds_own_text_is_never_touched(tmp_path: Path, complaints: Complaints) -> None:
    cache = FeedCache(tmp_path / "feeds", complaints)
    cache.write(StoredFeed(URL), {"a": Body("<p>summary</p>")})
    (before,) = (path.read_bytes() for path in cache.folder.glob("*/bodies.json"))
    cache.full_texts(URL).keep("a", TEXT)
    (after,) = (path.read_bytes() for path in cache.folder.glob("*/bodies.json"))
    assert before == after
    assert len(list(cache.folder.iterdir())) == 1
    assert cache.full_texts(URL).of("a") == TEXT


def test_a_text_ends_a_failure_and_outlives_the_next(texts: FullTexts) -> None:
    texts.keep("a", FAILURE)
    texts.keep("a", TEXT)
    assert texts.known() == Known(frozenset({"a"}), {})
    texts.keep("a", FAILURE)
    assert texts.of("a") == TEXT


@pytest.mark.parametrize("content", [b"", b"{", b"\x00\xff", b'{"version":1,"texts":[]}'])
def test_a_damaged_file_is_moved_aside_and_told_of(
    texts: FullTexts, folder: Path, complaints: Complaints, content: bytes
) -> None:
    texts.keep("a", TEXT)
    (folder / "fulltext.json").write_bytes(content)
    assert texts.of("a") is None
    assert (folder / "fulltext.json.damaged-1").read_bytes() == content
    (said,) = complaints.said
    assert said.startswith(f"{folder / 'fulltext.json'} was damaged. It is now fulltext.json.dam")
    assert said.endswith("; the full texts of its feed will be fetched again")
    texts.keep("a", TEXT)
    assert texts.of("a") == TEXT


def test_one_damaged_text_costs_no_other(texts: FullTexts, folder: Path) -> None:
    texts.keep("a", TEXT)
    path = folder / "fulltext.json"
    content = json.loads(path.read_bytes())
    content["texts"]["b"] = {"html": 5}
    path.write_text(json.dumps(content))
    assert texts.of("b") is None
    assert texts.of("a") == TEXT


def test_a_file_of_a_newer_version_is_refused_and_left_alone(
    texts: FullTexts, folder: Path
) -> None:
    folder.mkdir(parents=True)
    (folder / "fulltext.json").write_bytes(b'{"version":2,"texts":[]}')
    for act in (lambda: texts.of("a"), texts.known, lambda: texts.keep("a", TEXT)):
        with pytest.raises(NewerVersionError, match=r"fulltext.json was written by a newer"):
            act()
    assert (folder / "fulltext.json").read_bytes() == b'{"version":2,"texts":[]}'


def test_a_disk_that_refuses_is_told_and_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("a file")
    with pytest.raises(StoreError, match="can't be written"):
        FullTexts(tmp_path / "in the way", Complaints()).keep("a", TEXT)


def test_two_processes_that_keep_texts_at_once_lose_none(folder: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from feedtui.model import FullText; "
        "from feedtui.store.fulltexts import FullTexts; "
        "texts = FullTexts(Path(sys.argv[1]), print); "
        "[texts.keep(f'{sys.argv[2]}{n}', FullText('x', '', 'r', 1)) for n in range(30)]"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", script, str(folder), name]) for name in ("a", "b")
    ]
    assert [process.wait() for process in running] == [0, 0]
    assert len(FullTexts(folder, print).known().texts) == 60
