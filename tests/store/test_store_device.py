import stat
from pathlib import Path

import pytest

from feedtui.store.device import device_name
from refusing import Disk
from world import Complaints


def name_at(path: Path, complaints: Complaints, suffix: str = "1a2b") -> str:
    return device_name(path, "Ada's Laptop.local", lambda: suffix, complaints)


def test_a_device_keeps_its_name(tmp_path: Path, complaints: Complaints) -> None:
    path = tmp_path / "state" / "device"
    assert name_at(path, complaints) == "adaslaptoplocal-1a2b"
    assert device_name(path, "renamed", lambda: "ffff", complaints) == "adaslaptoplocal-1a2b"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert complaints.said == []


def test_a_device_without_a_usable_host_name_has_one_too(
    tmp_path: Path, complaints: Complaints
) -> None:
    assert device_name(tmp_path / "device", "例え", lambda: "1a2b", complaints) == "device-1a2b"


def test_a_naming_that_was_killed_leaves_nothing_behind(
    tmp_path: Path, complaints: Complaints
) -> None:
    (tmp_path / ".device.abcd1234.part").write_text("adasl")
    assert name_at(tmp_path / "device", complaints) == "adaslaptoplocal-1a2b"
    assert [path.name for path in tmp_path.iterdir()] == ["device"]


@pytest.mark.parametrize(
    "damage", [b"", b"\n", b"\0\0\0\0", b"\xff\xfe", b"../../etc/passwd", b".hidden", b"a" * 99]
)
def test_what_can_be_no_name_is_moved_aside_and_told(
    tmp_path: Path, complaints: Complaints, damage: bytes
) -> None:
    path = tmp_path / "device"
    path.write_bytes(damage)
    assert name_at(path, complaints) == "adaslaptoplocal-1a2b"
    assert name_at(path, complaints, "ffff") == "adaslaptoplocal-1a2b"
    assert (tmp_path / "device.damaged-1").read_bytes() == damage
    assert [str(path) in said for said in complaints.said] == [True]


def test_a_folder_in_the_place_of_the_name_makes_way(
    tmp_path: Path, complaints: Complaints
) -> None:
    (tmp_path / "device" / "inside").mkdir(parents=True)
    assert name_at(tmp_path / "device", complaints) == "adaslaptoplocal-1a2b"
    assert name_at(tmp_path / "device", complaints, "ffff") == "adaslaptoplocal-1a2b"


def test_where_no_name_can_be_kept_each_start_has_the_same_one(
    tmp_path: Path, complaints: Complaints, disk: Disk
) -> None:
    disk.become_read_only()
    name = name_at(tmp_path / "state" / "device", complaints)
    assert name.startswith("adaslaptoplocal-")
    assert [str(tmp_path / "state") in said for said in complaints.said] == [True]
    assert name_at(tmp_path / "state" / "device", complaints, "ffff") == name
    assert name_at(tmp_path / "other" / "device", complaints, "ffff") != name


def test_a_name_that_is_kept_is_read_where_nothing_can_be_written(
    tmp_path: Path, complaints: Complaints, disk: Disk
) -> None:
    name_at(tmp_path / "device", complaints)
    disk.become_read_only()
    assert name_at(tmp_path / "device", complaints, "ffff") == "adaslaptoplocal-1a2b"
    assert complaints.said == []
