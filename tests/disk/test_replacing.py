"""Writing over a file of the register: the old bytes or the new and never a third thing, whatever fails and when."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

import pytest

from pledgekit import disk
from pledgekit.disk import TEMPORARY, UNCHANGED, UNSURE, Created
from pledgekit.errors import DiskError, Refused
from tests.faults import FAULTS, Killed, attempt, every_fault, failing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATH = "commitments/munich-de/city.toml"
OLD, NEW = b"old words\n" * 9, b"new words\r\n" * 500


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A register with one file."""
    return ground(tmp_path / "register")


def ground(root: Path) -> Path:
    """Make a register with one file."""
    (root / PATH).parent.mkdir(parents=True)
    (root / PATH).write_bytes(OLD)
    return root


def left(root: Path) -> list[Path]:
    """Our temporary files."""
    return list(root.rglob(f"{TEMPORARY}*"))


def test_replace_swaps_the_whole_file(root: Path) -> None:
    """All new bytes, nothing beside them."""
    assert Created(PATH, confirmed=True) == disk.replace(root, PATH, NEW, was=OLD)
    assert (NEW, []) == ((root / PATH).read_bytes(), left(root))


def test_replace_keeps_mode_and_group(root: Path) -> None:
    """Colleagues who could write the file still can, whatever the umask is now."""
    group = next((each for each in os.getgroups() if each != os.getegid()), os.getegid())
    if os.geteuid() == 0:
        group = os.getegid() + 1
    os.chown(root / PATH, -1, group)
    (root / PATH).chmod(0o664)
    before = os.umask(0o077)
    try:
        disk.replace(root, PATH, NEW, was=OLD)
    finally:
        os.umask(before)
    after = (root / PATH).stat()
    assert (0o664, group) == (stat.S_IMODE(after.st_mode), after.st_gid)


def test_replace_is_refused_when_rights_cannot_be_kept(root: Path) -> None:
    """A new file that locks colleagues out is not put in place."""
    (root / PATH).chmod(0o604)
    outcome = attempt(disk, lambda: disk.replace(root, PATH, NEW, was=OLD), instead={"chmod": failing(errno.EPERM)})
    assert isinstance(outcome.raised, DiskError)
    assert (UNCHANGED, OLD, []) == (outcome.raised.state, (root / PATH).read_bytes(), left(root))


def test_replace_sets_another_group_back(root: Path) -> None:
    """Where new files get another group than the old one has, the old one's is asked for."""
    asked: list[tuple[object, ...]] = []

    def fstat(handle: int) -> os.stat_result:
        found = os.fstat(handle)
        return os.stat_result((*found[:5], found.st_gid + 1, *found[6:10]))

    instead: dict[str, Callable[..., object]] = {"chown": lambda *given: asked.append(given), "fstat": fstat}
    attempt(disk, lambda: disk.replace(root, PATH, NEW, was=OLD), instead=instead)
    assert [(-1, (root / PATH).stat().st_gid)] == [each[1:] for each in asked]


@pytest.mark.parametrize("now", [b"", OLD[:-1], OLD + b"x", b"new words\n" * 9])
def test_what_was_changed_meanwhile_is_not_written_over(root: Path, now: bytes) -> None:
    """The bytes that were read must still be there: shorter, longer or other ones are a colleague's work."""
    (root / PATH).write_bytes(now)
    with pytest.raises(Refused, match="changed meanwhile"):
        disk.replace(root, PATH, NEW, was=OLD)
    with pytest.raises(Refused, match="changed meanwhile"):
        disk.take_away(root, PATH, was=OLD)
    assert (now, []) == ((root / PATH).read_bytes(), left(root))


def test_a_change_while_the_new_file_is_written_is_seen(root: Path) -> None:
    """The bytes are compared once more before the swap."""

    def write(handle: int, data: bytes) -> int:
        (root / PATH).write_bytes(b"a colleague's")
        return os.write(handle, data)

    outcome = attempt(disk, lambda: disk.replace(root, PATH, NEW, was=OLD), instead={"write": write})
    assert isinstance(outcome.raised, Refused)
    assert (b"a colleague's", []) == ((root / PATH).read_bytes(), left(root))


def test_links_and_odd_paths_are_refused(root: Path) -> None:
    """A link is not swapped for a file, and no path leads out."""
    (root / "link.toml").symlink_to(root / PATH)
    with pytest.raises(Refused, match="is a link"):
        disk.replace(root, "link.toml", NEW, was=OLD)
    with pytest.raises(Refused, match="is a link"):
        disk.take_away(root, "link.toml", was=OLD)
    for path in ("../x", "a//b", "/x"):
        with pytest.raises(Refused, match="not a path"):
            disk.replace(root, path, NEW, was=OLD)
        with pytest.raises(Refused, match="not a path"):
            disk.take_away(root, path, was=OLD)
    with pytest.raises(DiskError, match="it is not there"):
        disk.take_away(root, "absent.toml", was=OLD)


def test_replace_under_every_fault(tmp_path: Path) -> None:
    """Old or new, whatever call fails, before or after its work; and what is said is true."""
    grounds: list[Path] = []

    def fresh() -> Callable[[], Created]:
        grounds.append(ground(tmp_path / str(len(grounds))))
        (grounds[-1] / PATH).chmod(0o600)  # not what the umask gives, so that the mode is set too
        return lambda: disk.replace(grounds[-1], PATH, NEW, was=OLD)

    judged = dict.fromkeys(("new", "old", "cut off"), 0)
    for outcome in every_fault(disk, fresh):
        root, raised = grounds[-1], outcome.raised
        now = (root / PATH).read_bytes()
        assert 0o600 == stat.S_IMODE((root / PATH).stat().st_mode)
        if outcome.result is not None:
            assert (NEW, []) == (now, left(root))
            judged["new"] += 1
        elif isinstance(raised, DiskError):
            assert (OLD, UNCHANGED) == (now, raised.state)
            judged["old"] += 1
        else:
            assert isinstance(raised, KeyboardInterrupt | Killed)
            assert now in (OLD, NEW)
            judged["cut off"] += 1
        assert len(left(root)) <= (
            isinstance(raised, Killed) or outcome.calls[outcome.plan.call - 1 :][:1] == ("unlink",)
        )
    assert judged["new"] > len(FAULTS)
    assert judged["old"] > 20
    assert judged["cut off"] > 20


def test_take_away_under_every_fault(tmp_path: Path) -> None:
    """There or gone, whatever call fails; and what is said is true."""
    grounds: list[Path] = []

    def fresh() -> Callable[[], Created]:
        grounds.append(ground(tmp_path / str(len(grounds))))
        return lambda: disk.take_away(grounds[-1], PATH, was=OLD)

    judged = dict.fromkeys(("gone", "there", "cut off"), 0)
    for outcome in every_fault(disk, fresh):
        file = grounds[-1] / PATH
        if outcome.result is not None:
            assert not file.exists()
            judged["gone"] += 1
        elif isinstance(outcome.raised, DiskError):
            assert (OLD, UNCHANGED) == (file.read_bytes(), outcome.raised.state)
            judged["there"] += 1
        else:
            assert isinstance(outcome.raised, KeyboardInterrupt | Killed)
            judged["cut off"] += 1
    assert min(judged.values()) > 3


def test_a_disk_that_will_not_tell_is_not_believed(root: Path) -> None:
    """When neither the swap nor the look after it answers, the message says that it is not known."""

    def replace(*_: object) -> None:
        broken.append(errno.EIO)
        raise OSError(errno.EIO, "gone")

    def lstat(path: str) -> os.stat_result:
        if broken:
            raise OSError(errno.EIO, "gone")
        return os.lstat(path)

    broken: list[int] = []
    instead: dict[str, Callable[..., object]] = {"replace": replace, "lstat": lstat}
    outcome = attempt(disk, lambda: disk.replace(root, PATH, NEW, was=OLD), instead=instead)
    assert isinstance(outcome.raised, DiskError)
    assert (UNSURE, "look at it, then run the same command again") == (outcome.raised.state, outcome.raised.remedy)
