"""The real program over a library that hates its reader: nothing gets out, nothing is done.

Every field that a stranger can fill is filled with everything that is known to hurt a terminal or
the toolkit. Then each command of the table is given, with what it opens open, and what reached the
terminal is taken apart: after the program's own sequences are gone, no control character is left.
"""

import json
import re
import subprocess
import sys
from base64 import b64decode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from feedtui.library.home import Home
from feedtui.ui.commands import COMMANDS, Command, Where
from hostile import Hostile, bare, http, serve_hostile
from keyboard import typed
from screens import configure
from terminals import Terminal, terminal

PAYLOADS = {
    "C0": "a\x00\x07\x08\x0b\x0c\x0e\x0f\x1a\x7fz",
    "CSI": "a\x1b[31mowned\x1b[2J\x1b[5n\x1b[?1049lz",
    "C1": "a\x9b31mowned\x9d0;owned\x9c\x90owned\x9cz",
    "title": "a\x1b]0;owned\x07\x1b]2;owned\x1b\\z",
    "clipboard": "a\x1b]52;c;b3duZWQ=\x07z",
    "link": "a\x1b]8;;http://owned.example/\x1b\\owned\x1b]8;;\x1b\\z",
    "notice": "a\x1b]9;owned\x07\x1b]777;notify;owned;owned\x07z",
    "DCS": "a\x1bP1;owned\x1b\\\x1b_Gowned\x1b\\\x1b^owned\x1b\\\x1bXowned\x1b\\z",
    "reset": "a\x1bc\x1b(0\x1b#8\x1b7z",
    "cut off": "a\x1b]52;c;",
    "markup": "[/] [/foo] [a=b:c [bold]x[/bold] [$error] [link=http://owned.example/]l[/link]",
    "action": "[@click=app.quit]q[/] [@click='app.bell']b[/] [@click=app.notify('owned')]n[/]",
    "bidi": "a\u202etxt.exe\u202c\u2066owned\u2069\u200fz",
    "hidden": "a\u200bb\u2060c\ufeffd\U000e0041\U000e007fe\ufff9f",
    "marks": "z" + "\u0301" * 200,
    "surrogate": "a\ud800z\udfff",
    "wide": "日本" * 200 + "🏳️‍🌈" * 50,
    "lines": "a\nb\r\nc\rd\u2028e\u2029f\x85g\th",
    "placeholders": "{link} {title} {feed} {count} {0} %s %n $(touch owned) `touch owned`",
    "option": "--owned",
}
EVERYTHING = " ".join(text for name, text in PAYLOADS.items() if name not in {"cut off", "wide"})
LINKS = (
    "javascript:alert(1)",
    "data:text/html,owned",
    "file:///etc/passwd",
    "vbscript:owned",
    "--owned",
    "https://ok.example/\x1b]52;c;b3duZWQ=\x07",
    "https://user:hunter2@ok.example/",
    "https://ok.example/$(touch owned);touch%20owned",
    "mailto:owned@ok.example?body=\x1b[2J",
)

OURS = re.compile(
    rb"\x1b\[[\d;]*m"  # colours
    rb"|\x1b\[\d+;\d+H"  # places
    rb"|\x1b\[2J|\x1b\[H|\r\n"
    rb"|\x1b\[\?(?:25|7|1000|1003|1004|1006|1015|1016|1049|2004|2026)[hl]"  # modes
    rb"|\x1b\[\?20(?:26|48)\$p|\x1b\[>25u|\x1b\[<u"  # questions, keys
    rb"|\x1b\]22;[a-z-]*\x07"  # the mouse pointer's shape
    rb"|\x07"  # the bell
)
"""What the program itself sends, whatever it shows."""

COPIED = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")
FORBIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u206f\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
RAW = re.compile(rb"\x1b\[31mowned|\x1b\[5n|\x1bc|\x1b\]8;|\x1bP|\x1b_|\x1b\^|\x1bX")

LEAVES_US = {"quit", "close", "suspend"}
"""Commands after which there is nothing to look at; the last one of all is `quit`."""

FIRST: dict[Where, tuple[bytes, ...]] = {
    "hits": (b"/a\r",),
    "foot": (b"f", b"1\r"),
    "selection": (b"v",),
}
"""What brings the states about in which some commands mean something."""

DONE: dict[Where, str] = {"hits": "article", "foot": "article", "selection": "entries"}


def feed(title: str, server: Hostile) -> str:
    """A JSON Feed, because JSON can carry every character there is."""
    items = [
        item(name, text, number, server) for number, (name, text) in enumerate(PAYLOADS.items())
    ]
    authors = [{"name": title, "url": LINKS[0]}]
    return json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": title,
            "description": title,
            "home_page_url": LINKS[5],
            "authors": authors,
            "items": items,
        }
    )


def item(name: str, text: str, number: int, server: Hostile) -> dict[str, object]:
    link = LINKS[number % len(LINKS)]
    return {
        "id": f"{name}{text}",
        "title": text,
        "url": link,
        "external_url": server.url("/gone"),
        "authors": [{"name": text}],
        "tags": [text, EVERYTHING],
        "language": text,
        "summary": text,
        "date_published": f"2026-09-{1 + number:02}T12:00:00Z",
        "content_html": article(text),
        "attachments": [
            {"url": each, "mime_type": text, "title": text, "size_in_bytes": 2**70}
            for each in LINKS
        ],
    }


def article(text: str) -> str:
    """HTML with the payload at every place that is shown, raw and as references."""
    references = "".join(f"&#{ord(each)};" for each in text)
    links = "".join(f'<a href="{each}" title="{text}">{text}</a> ' for each in LINKS)
    return (
        f"<h1 id='{text}'>{text}</h1><h2>{references}</h2><p>{text} {references} {links}</p>"
        f"<pre><code class='language-{text}'>{text}\n{references}</code></pre>"
        f"<img src='{LINKS[5]}' alt='{text}' title='{text}'><ul><li>{text}</ul>"
        f"<table><tr><th>{text}<th>b<tr><td>{references}<td>{text}</table>"
        f"<p>\\({text}\\) <sup id=r><a href='#n'>1</a></sup><p id=n>{text} <a href='#r'>↩</a>"
        f"<script>{text}</script><style>{text}</style><iframe src='{LINKS[0]}'></iframe>" * 2
    )


def xml() -> bytes:
    """The same in XML, as far as XML has it, and as references further than it allows."""
    titles = "".join(
        f"<item><title>{text_of(text)}</title><link>{text_of(LINKS[5])}</link>"
        f"<author>{text_of(text)}</author><category>{text_of(text)}</category>"
        f"<guid>{number}</guid><description>{text_of(article(text))}</description></item>"
        for number, text in enumerate(PAYLOADS.values())
    )
    title = text_of(EVERYTHING)
    return f"<rss version='2.0'><channel><title>{title}</title>{titles}</channel></rss>".encode()


def text_of(text: str) -> str:
    plain = text.replace("&", "&amp;").replace("<", "&lt;")
    return "".join(each if " " <= each < "\x7f" else f"&#{ord(each)};" for each in plain)


def answers(server: Hostile) -> None:
    """What the hosts say, each in its own way."""
    said = EVERYTHING.encode("utf-8", "replace").replace(b"\n", b" ").replace(b"\r", b" ")
    words = said.decode("latin-1")
    server.answers = {
        "/feed.json": http(body=feed(EVERYTHING, server).encode()),
        "/feed.xml": http(body=xml()),
        "/reason": bare(f"500 {words}"),
        "/moved": http("301 Moved", f"Location: http://[{words}/"),
        "/to": http("302 Found", f"Location: javascript:{words}"),
        "/type": http("200 OK", f"Content-Type: {words}", body=f"<html>{words}".encode()),
        "/page": http(body=page(server).encode("utf-8", "replace")),
        "/late": http(f"429 {words}", f"Retry-After: {words}"),
    }


def page(server: Hostile) -> str:
    feeds = "".join(
        f"<link rel=alternate type=application/rss+xml title='{text}' href='{address}'>"
        for text in PAYLOADS.values()
        for address in (server.url("/feed.xml"), LINKS[0], server.url("/reason"))
    )
    return f"<html><head><title>{EVERYTHING}</title>{feeds}</head><body>{EVERYTHING}</body></html>"


def subscriptions(server: Hostile) -> str:
    """feeds.toml, as somebody might have been talked into having it."""
    tables = []
    for number, path in enumerate(sorted(server.answers)):
        text = list(PAYLOADS.values())[number % 10]
        quoted = json.dumps(text.encode("utf-8", "replace").decode().replace("\x7f", ""))
        named = f"title = {quoted}\n" if number % 2 else ""
        tables.append(
            f"[[feed]]\nurl = {json.dumps(server.url(path))}\n{named}"
            f'folder = {quoted}\ntags = [{quoted}, "[/]"]\n'
        )
    return "\n".join(tables)


_TELLING = """
from feedtui.ui.actions.table import Actions
do = Actions.do
def told(self, line, *rest):
    with open({file!r}, "a") as file:
        print(line, file=file)
    return do(self, line, *rest)
Actions.do = told
from feedtui.__main__ import main
main()
"""


@dataclass(frozen=True)
class Recorder:
    """Programs that write down what they were given, and do nothing else."""

    folder: Path

    def program(self, name: str) -> str:
        path = self.folder / name
        path.write_text(f'#!/bin/sh\nprintf "{name}\\0%s\\n" "$@" >> {self.folder}/log\n')
        path.chmod(0o755)
        return str(path)

    def feedtui(self) -> tuple[str, ...]:
        """The program, which writes down the commands that it is given, too."""
        return (sys.executable, "-c", _TELLING.format(file=str(self.folder / "given")))

    def given(self) -> set[str]:
        """The names of the commands that the program was given."""
        return {line.partition(" ")[0] for line in (self.folder / "given").read_text().splitlines()}

    def log(self) -> list[tuple[str, str]]:
        """The programs, each with one of its arguments."""
        path = self.folder / "log"
        lines = path.read_text("utf-8").split("\n")[:-1] if path.exists() else []
        return [(line.partition("\0")[0], line.partition("\0")[2]) for line in lines]


@pytest.fixture
def server() -> Iterator[Hostile]:
    with serve_hostile({}) as hostile:
        answers(hostile)
        yield hostile


@pytest.fixture
def recorder(tmp_path: Path) -> Recorder:
    return Recorder(tmp_path)


@pytest.fixture
def besieged(home: Home, server: Hostile, recorder: Recorder) -> Home:
    """A home with the hostile library, fetched by the real engine."""
    home.places.config.mkdir(parents=True)
    home.places.subscriptions.write_text(subscriptions(server), encoding="utf-8")
    share = json.dumps([recorder.program("share"), "{title}", "{link}", "{author}", "{feed}"])
    configure(
        home,
        "[screen]\ntitle = true\nnotify = true\n"
        f"[programs]\nplayer = [{json.dumps(recorder.program('player'))}]\nshare = {share}\n"
        f'notify = [{json.dumps(recorder.program("notify"))}, "{{count}}", "{{feeds}}"]\n',
    )
    said = subprocess.run(
        [sys.executable, "-m", "feedtui", "refresh"], capture_output=True, check=False
    )
    assert strange((said.stdout + said.stderr).replace(b"\t", b" ")) == []
    return home


def strange(output: bytes) -> list[str]:
    """What is left of the program's output without its own sequences, and isn't plain text."""
    raw = [found.decode() for found in RAW.findall(output)]
    copied = [b64decode(each).decode() for each in COPIED.findall(output)]
    own = b"\x1b\\]2;feedtui( \\([0-9,]+\\))?\x1b\\\\|\x1b\\]2;\x1b\\\\|\x1b\\[2[23];2t"
    rest = OURS.sub(b"", re.sub(own, b"", COPIED.sub(b"", output)))
    plain = rest.decode("utf-8").replace("\n", "")
    kept = [
        text for text in copied if text == "owned" or FORBIDDEN.search(re.sub("[\n\t]", "", text))
    ]
    return [*raw, *kept, *FORBIDDEN.findall(plain)]


def settle(program: Terminal, seconds: float = 0.04) -> None:
    """Read until the program has nothing to say for a moment."""
    while program._read(seconds):
        pass
    assert program.process.poll() is None, program.sent[-1500:]


def go(program: Terminal, where: Where) -> None:
    """From anywhere into a pane: out of whatever is open, then to the left, then in."""
    for _ in range(3):
        program.type(b"\x1b")
        settle(program)
    pane = DONE.get(where, where)
    program.type(b"1hhh" + {"feeds": b"", "entries": b"\r", "article": b"\r\r"}[pane])
    settle(program)


def give(program: Terminal, command: Command) -> None:
    """Give a command where it means something, and look at what it opens."""
    where = "entries" if "entries" in command.where else command.where[-1]
    go(program, where)
    for keys in FIRST.get(where, ()):
        program.type(keys)
        settle(program)
    program.type(typed(command.keys[0]))
    settle(program)
    program.type(b"\x1b[<35;30;5M\x1b[<35;90;9M")  # the mouse goes over it
    program.type(b"jG\t ")
    settle(program)


def walk(program: Terminal, commands: Sequence[Command]) -> None:
    program.wait_for(b"unread")
    settle(program)
    for command in commands:
        give(program, command)
    go(program, "entries")


def groups() -> list[str]:
    return list(dict.fromkeys(command.group for command in COMMANDS))


@pytest.mark.parametrize("group", groups())
def test_whatever_is_opened_nothing_hostile_reaches_the_terminal_and_nothing_is_done(
    besieged: Home, recorder: Recorder, group: str
) -> None:
    commands = [each for each in COMMANDS if each.group == group and each.name not in LEAVES_US]
    own = {"BROWSER": recorder.program("browser"), "EDITOR": recorder.program("editor")}
    display = {"DISPLAY": ":99", "ESCDELAY": "5", "PATH": "/usr/bin:/bin"}
    with terminal(120, 40, recorder.feedtui(), variables=own | display) as program:
        walk(program, commands)
        program.type(b"q")
        assert program.end() == 0, program.sent[-1500:]
        assert program.is_usable()
    assert strange(program.sent) == []
    assert {each.name for each in commands} <= recorder.given()
    check(recorder)


def check(recorder: Recorder) -> None:
    """Programs got clean words, and those that open addresses none but the web's."""
    for program, word in recorder.log():
        assert not FORBIDDEN.search(word), (program, word)
        if program in {"browser", "player"}:
            assert urlsplit(word).scheme in {"http", "https", "mailto"}, (program, word)
    assert list(recorder.folder.rglob("owned")) == []


@pytest.mark.parametrize("size", [(40, 12), (200, 50)])
def test_at_every_size_every_entry_is_shown_and_every_link_is_named(
    besieged: Home, recorder: Recorder, size: tuple[int, int]
) -> None:
    own = {"BROWSER": recorder.program("browser"), "DISPLAY": ":99", "ESCDELAY": "5"}
    with terminal(*size, variables=own) as program:
        program.wait_for(b"unread")
        go(program, "article")
        for _ in PAYLOADS:
            program.type(b"f1\r")
            settle(program)
            program.type(b"\r")
            settle(program)
            program.type(b"\x1b")
            settle(program)
            program.type(b"   o")
            settle(program)
            program.type(b"J")
            settle(program)
        program.type(b"q")
        assert program.end() == 0
    assert strange(program.sent) == []
    check(recorder)
    assert {program for program, _ in recorder.log()} <= {"browser"}


HARMFUL = PAYLOADS.keys() - {
    "markup",
    "action",
    "marks",
    "surrogate",
    "wide",
    "placeholders",
    "option",
}
"""Those that must not be seen; the others must be seen as they are."""


@pytest.mark.parametrize("name", sorted(HARMFUL))
def test_a_payload_that_got_out_would_be_found(name: str) -> None:
    assert strange(f"fine {PAYLOADS[name]} fine".encode()) != []
