import asyncio
import os
import select
import shlex
import sys
from pathlib import Path

import pytest

from feedtui.net.answers import Answer, Fetched, NotModified, Refused, Request
from feedtui.net.guard import is_private
from feedtui.net.local import read
from feedtui.net.sessions import Limits

SMALL = Limits(total=5, body=1000)


def ask(url: str, limits: Limits = SMALL, etag: str = "", validators_from: str = "") -> Answer:
    request = Request(url, etag=etag, validators_from=validators_from)
    return asyncio.run(read(request, limits, dict(os.environ)))


def python(script: str) -> str:
    return f"exec:{shlex.join((sys.executable, '-S', '-c', script))}"


def reason(answer: Answer) -> str:
    assert isinstance(answer, Refused)
    return str(answer.reason)


def test_a_file_is_read_and_only_once_until_it_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "my feed.xml"
    path.write_bytes(b"<rss/>")
    url = path.as_uri()
    first = ask(url)
    assert isinstance(first, Fetched)
    assert (first.address, first.body, first.content_type) == (url, b"<rss/>", "")
    again = ask(url, etag=first.etag, validators_from=url)
    assert isinstance(again, NotModified)
    path.write_bytes(b"<rss />")
    assert isinstance(ask(url, etag=first.etag, validators_from=url), Fetched)


def test_what_was_given_for_another_address_says_nothing_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(b"<rss/>")
    first = ask(path.as_uri())
    assert isinstance(first, Fetched)
    other = ask(path.as_uri(), etag=first.etag, validators_from="https://example.org/")
    assert isinstance(other, Fetched)


def test_files_that_are_none_are_told_of(tmp_path: Path) -> None:
    assert reason(ask((tmp_path / "gone.xml").as_uri())) == f"there is no {tmp_path}/gone.xml"
    assert reason(ask(tmp_path.as_uri())) == "it is not an ordinary file"
    os.mkfifo(tmp_path / "pipe")
    assert reason(ask((tmp_path / "pipe").as_uri())) == "it is not an ordinary file"
    assert reason(ask("file:///dev/zero")) == "it is not an ordinary file"
    assert reason(ask("file://example.org/a")) == "its address is none that can be read here"


def test_a_file_has_the_limit_of_any_feed(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(b"x" * (1024 * 1024 + 1))
    limits = Limits(body=1024 * 1024)
    assert reason(ask(path.as_uri(), limits)) == "it is larger than 1 MiB"
    path.write_bytes(b"x" * 1024 * 1024)
    assert isinstance(ask(path.as_uri(), limits), Fetched)


def test_what_a_program_prints_is_the_document() -> None:
    answer = ask(python("import sys; print(*sys.argv[1:])") + " 'two words' ~/x '$HOME' '*' '|' b")
    assert isinstance(answer, Fetched)
    assert answer.body == b"two words ~/x $HOME * | b\n"


def test_the_program_may_lie_below_the_home_folder(tmp_path: Path) -> None:
    program = tmp_path / "home" / "bin" / "make feed"
    program.parent.mkdir(parents=True)
    program.write_text(f"#!{sys.executable}\nprint('<rss/>')\n")
    program.chmod(0o700)
    answer = ask("exec:'~/bin/make feed'")
    assert isinstance(answer, Fetched)
    assert answer.body == b"<rss/>\n"


def test_a_program_that_fails_is_told_of_with_its_last_word() -> None:
    script = "import sys; sys.exit('first\\nno \\x1b[31mfeed at https://me:secret@a.example/\\n')"
    assert reason(ask(python(script))) == (
        "its program ended with exit code 1: no feed at https://•••@a.example/"
    )
    assert reason(ask(python("raise SystemExit(7)"))) == "its program ended with exit code 7"
    killed = python("import os; os.kill(os.getpid(), 9)")
    assert reason(ask(killed)) == "its program was ended by signal 9"


def test_a_program_that_is_none_is_told_of(tmp_path: Path) -> None:
    assert reason(ask("exec:no-such-program-here")) == "there is no no-such-program-here"
    plain = tmp_path / "plain"
    plain.write_text("x")
    assert reason(ask(f"exec:{plain}")) == f"{plain} may not be used: Permission denied"


@pytest.mark.parametrize(
    ("stream", "limits", "told"),
    [
        ("stdout", Limits(total=60, body=1024 * 1024), "it is larger than 1 MiB"),
        ("stderr", Limits(total=2), "it took longer than 2 seconds"),
    ],
)
def test_a_program_that_never_ends_is_ended_with_all_that_it_started(
    tmp_path: Path, stream: str, limits: Limits, told: str
) -> None:
    alive = tmp_path / "alive"
    os.mkfifo(alive)
    script = (
        "import os, subprocess, sys\n"
        f"pipe = os.open({str(alive)!r}, os.O_WRONLY)\n"
        "os.write(pipe, b'x')\n"
        "subprocess.Popen(['sleep', '1000'], pass_fds=[pipe])\n"
        f"while True: sys.{stream}.write('x' * 500); sys.{stream}.flush()\n"
    )
    reader = os.open(alive, os.O_RDONLY | os.O_NONBLOCK)
    assert reason(ask(python(script), limits)) == told
    assert os.read(reader, 2) == b"x"
    # The pipe ends when nobody has it open any more.
    assert select.select([reader], [], [], 10)[0] == [reader]
    assert os.read(reader, 2) == b""
    os.close(reader)


def test_a_program_that_closes_its_output_still_has_to_end() -> None:
    script = "import os, time; os.close(1); os.close(2); time.sleep(1000)"
    assert reason(ask(python(script), Limits(total=1))) == "it took longer than 1 seconds"


@pytest.mark.parametrize("url", ["file:///home/me/feed.xml", "exec:~/bin/make-feed"])
def test_what_a_feed_of_this_machine_links_to_is_asked_for_on_the_web_only(url: str) -> None:
    assert not is_private(url)
