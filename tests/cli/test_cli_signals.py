"""Being told to end: every command ends at once, says nothing of its innards, leaves no halves."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from feedtui.store import atomic
from feedtui.store.paths import Places

WAITS = """
import os, select, signal, sys
from feedtui.cli import main
from feedtui.store import atomic

real = os.fsync

def fsync(descriptor):
    print("writing", flush=True)
    while True:
        select.select([], [], [], 0.05)  # a signal just before a wait without end would be missed

if sys.argv[1] == "ignored":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
os.fsync = fsync
sys.exit(main.run(["import", sys.argv[2]]))
"""


def told_to_end(path: Path, number: int, interrupts: str) -> "subprocess.CompletedProcess[str]":
    """`feedtui import`, which waits in the middle of writing until it gets the signal."""
    path.write_text("https://a.example/feed\n")
    words = [sys.executable, "-c", WAITS, interrupts, str(path)]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "writing\n"
        process.send_signal(number)
        out, err = process.communicate(timeout=60)
    return subprocess.CompletedProcess(words, process.returncode, out, err)


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_command_that_is_told_to_end_leaves_nothing_half_written(
    tmp_path: Path, places: Places, number: int, code: int
) -> None:
    places.config.mkdir(parents=True)
    places.subscriptions.write_text('[[feed]]\nurl = "https://b.example/"\n')
    done = told_to_end(tmp_path / "urls", number, "heard")
    assert (done.returncode, done.stdout, done.stderr) == (code, "", "")
    assert places.subscriptions.read_text() == '[[feed]]\nurl = "https://b.example/"\n'
    assert atomic.leftovers(places.config) == []


def test_where_interrupts_are_ignored_the_other_signals_end_it(
    tmp_path: Path, places: Places
) -> None:
    """A shell's script starts what it puts into the background like that."""
    done = told_to_end(tmp_path / "urls", signal.SIGTERM, "ignored")
    assert (done.returncode, done.stderr) == (143, "")
    assert not places.subscriptions.exists()
