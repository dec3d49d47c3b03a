"""Folders that are edited apart, and carried to each other by programs that know no marks."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from feedtui.library.marks import HIDDEN, POSITION, READ, STARRED, Change, Marks
from feedtui.library.positions import read_position
from feedtui.model import Status
from feedtui.store.marks import MarkJournal
from journals import Mark, each
from world import NOON, Complaints

NAMES = ("laptop", "phone", "tablet")
ENTRIES = ("00000000000000aa", "00000000000000ab")
CONFLICT = "<<<<<<< ours\n{ours}=======\n{theirs}>>>>>>> theirs\n"

names = st.sampled_from(NAMES)
skews = st.just(0) | st.integers(-(10**12), 10**12)
flags = st.tuples(
    st.sampled_from(ENTRIES), st.sampled_from([READ, STARRED, HIDDEN, "tag:ä"]), st.booleans()
)
places = st.tuples(
    st.sampled_from(ENTRIES), st.just(POSITION), st.sampled_from(["1:20 5", "3:4 50", ""])
)


@dataclass
class Device:
    """A machine with a process that runs all the time."""

    name: str
    folder: Path
    marks: Marks = field(default_factory=Marks)
    journal: MarkJournal = field(init=False)

    def __post_init__(self) -> None:
        self.folder.mkdir()
        self.journal = self.opened()

    def opened(self) -> MarkJournal:
        return MarkJournal(self.folder, self.name, Complaints())

    def statuses(self) -> list[Status]:
        """What the process knows after it looked around."""
        self.marks.apply(self.journal.read_new())
        return [self.marks.status(entry) for entry in ENTRIES]

    def statuses_of_the_next_process(self) -> list[Status]:
        marks = Marks()
        marks.apply(self.opened().read_new())
        return [marks.status(entry) for entry in ENTRIES]

    def file(self, name: str) -> Path:
        return self.folder / f"{name}.jsonl"


@dataclass
class World:
    """All devices of a person, and all that was ever said on them."""

    devices: dict[str, Device]
    said: list[Mark] = field(default_factory=list)

    def mark(self, name: str, change: Change, skew: int) -> None:
        """Somebody marks an entry, by a clock that is wrong by so many milliseconds."""
        device = self.devices[name]
        marks = device.marks.new([change], NOON * 1000 + skew, name)
        device.journal.append(marks)
        device.marks.apply(marks)
        self.said += each(marks)

    def compact(self, name: str) -> None:
        if self.devices[name].file(name).exists():
            self.devices[name].opened().compact()

    def look(self, name: str) -> None:
        self.devices[name].statuses()

    def carry(self, source: str, target: str, name: str, part: float) -> None:
        """A file is copied, or as much of it as came over before the line was cut."""
        found, there = self._two(source, target, name)
        if found and target != name:
            there.write_bytes(found[: round(part * len(found))])

    def set_aside(self, source: str, target: str, name: str) -> None:
        """What another device has under the same name is put beside."""
        found, there = self._two(source, target, f"{name}")
        if found:
            there.with_name(f"{name}.sync-conflict-20261121-120000-{source}.jsonl").write_bytes(
                found
            )

    def merge(self, source: str, target: str, name: str) -> None:
        """Two versions of a file are merged by lines, with the marks of a conflict."""
        found, there = self._two(source, target, name)
        ours = there.read_bytes().decode() if there.exists() else ""
        if found and found.decode() != ours:
            there.write_text(CONFLICT.format(ours=ours, theirs=found.decode()))

    def carry_all(self) -> None:
        """In the end everybody has what each device wrote."""
        for source in NAMES:
            for target in NAMES:
                self.carry(source, target, source, 1)

    def _two(self, source: str, target: str, name: str) -> tuple[bytes, Path]:
        here = self.devices[source].file(name)
        return here.read_bytes() if here.exists() else b"", self.devices[target].file(name)


def expected(said: Iterable[Mark]) -> list[Status]:
    """The simple model: of all that was said on a field, the latest."""
    latest: dict[tuple[str, str], tuple[int, object]] = {}
    for entry, name, value, time, _ in sorted(said, key=lambda mark: (mark[3], str(mark[2]))):
        latest[entry, name] = (time, value)
    values = {place: value for place, (_, value) in latest.items()}
    return [
        Status(
            read=values.get((entry, READ)) is True,
            starred=values.get((entry, STARRED)) is True,
            tags=("ä",) if values.get((entry, "tag:ä")) else (),
            hidden=values.get((entry, HIDDEN)) is True,
            position=(position := str(values.get((entry, POSITION), ""))),
            started=(left := read_position(position)) is not None and left.is_half_way,
        )
        for entry in ENTRIES
    ]


events = st.one_of(
    st.tuples(
        st.just(World.mark), st.tuples(names, flags | places, st.integers(-(10**12), 10**12))
    ),
    st.tuples(st.just(World.mark), st.tuples(names, flags | places, skews)),
    st.tuples(st.just(World.compact), st.tuples(names)),
    st.tuples(st.just(World.look), st.tuples(names)),
    st.tuples(st.just(World.carry), st.tuples(names, names, names, st.floats(0, 1))),
    st.tuples(st.just(World.carry), st.tuples(names, names, names, st.just(1.0))),
    st.tuples(st.just(World.set_aside), st.tuples(names, names, names)),
    st.tuples(st.just(World.merge), st.tuples(names, names, names)),
)


@settings(deadline=None, max_examples=60)
@given(st.lists(events, max_size=25))
def test_folders_that_were_edited_apart_end_in_one_state_whatever_was_carried_in_which_order(
    of: list[tuple[object, tuple[object, ...]]],
) -> None:
    with TemporaryDirectory() as folder:
        world = World({name: Device(name, Path(folder) / name) for name in NAMES})
        for event, arguments in of:
            event(world, *arguments)  # type: ignore[operator]
        world.carry_all()
        wanted = expected(world.said)
        for device in world.devices.values():
            assert device.statuses() == wanted
            assert device.statuses_of_the_next_process() == wanted
