"""The disk: old or new and never a third thing, whatever fails and when; reading never takes an error for emptiness.

`tests/faults.py` fails every call in turn.
"""

from __future__ import annotations

import errno
import os
import signal
import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgekit import disk
from pledgekit.disk import NOTHING, TEMPORARY, UNKNOWN, AlreadyThere, Created, Found
from pledgekit.errors import DiskError, Refused
from tests.faults import FAULTS, Killed, Outcome, attempt, every_fault, failing, replaced_os

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

FOLDERS = ("declarations", "commitments")
CITY = "commitments/munich-de/city.toml"
NEW = "commitments/munich-de/internal/2024-06-new.toml"
T = TypeVar("T")
DATA = b"[[actions]]\ntitle = 'Dialogue days'\n" * 50


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A register with one declaration and one city."""
    for path in ("declarations/hague-2022/declaration.toml", CITY):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_bytes(b"old")
    return tmp_path


def held(root: Path) -> dict[str, bytes]:
    """Every file below the root with its bytes, without our temporary ones."""
    files = (path for path in root.rglob("*") if path.is_file() and not path.name.startswith(TEMPORARY))
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def temporaries(root: Path) -> list[str]:
    """The names of our temporary files below the root."""
    return sorted(path.relative_to(root).as_posix() for path in root.rglob(f"{TEMPORARY}*"))


def names(root: Path) -> list[tuple[str, str]]:
    """What `walk` finds: path and kind."""
    return [(found.path, found.kind) for found in disk.walk(root, FOLDERS)]


# Reading one file


def test_read_brings_all_bytes(root: Path) -> None:
    """Every byte as it is, line ends and NUL too; nothing for a file that is empty."""
    (root / "x").write_bytes(b"a\r\n\0\x1a" * 5000)
    (root / "empty").touch()
    assert disk.read(root / "x", 1_000_000) == b"a\r\n\0\x1a" * 5000
    assert disk.read(f"{root}/empty", 10) == b""


def test_read_stops_one_byte_after_the_limit(root: Path) -> None:
    """One byte more than allowed shows that the file is too big; the rest is never read."""
    (root / "x").write_bytes(b"a" * 10_000)
    assert len(disk.read(root / "x", 10_000)) == 10_000
    assert len(disk.read(root / "x", 9_999)) == 10_000
    assert len(disk.read(root / "x", 5)) == 6


def test_read_goes_on_after_short_reads(root: Path) -> None:
    """A system that brings one byte at a time brings them all."""
    outcome = attempt(disk, lambda: disk.read(root / CITY, 100), instead={"read": lambda f, _size: os.read(f, 1)})
    assert outcome.result == b"old"
    assert outcome.calls.count("read") == 4


def test_read_refuses_what_is_no_file(root: Path) -> None:
    """A pipe, a device, a folder: refused by name, at once, without waiting for bytes that never end or never come."""
    os.mkfifo(root / "pipe")
    for path in (root / "pipe", Path("/dev/zero"), root / "commitments"):
        with pytest.raises(DiskError, match="not a regular file") as caught:
            disk.read(path, 10)
        assert caught.value.file == str(path)


def test_read_failures_name_the_file(root: Path) -> None:
    """An absent file is an error with its name and plain words, not emptiness."""
    with pytest.raises(DiskError) as caught:
        disk.read(root / "absent.toml", 10)
    error = caught.value
    assert (error.errno, error.file, error.message) == (
        errno.ENOENT, str(root / "absent.toml"), "cannot be read: it is not there",
    )  # fmt: skip


def test_read_under_every_fault(root: Path) -> None:
    """Whatever call fails: all the bytes or an error with the file's name, never fewer bytes."""
    seen = 0
    for outcome in every_fault(disk, lambda: lambda: disk.read(root / CITY, 100)):
        seen += outcome.fired
        if outcome.raised is None:
            assert outcome.result == b"old"
            assert not outcome.fired
        elif isinstance(outcome.raised, Exception):
            assert isinstance(outcome.raised, DiskError)
            assert outcome.raised.file == str(root / CITY)
    assert seen == len(FAULTS) * 2 * 5  # open, fstat, read, read, close


# Finding files


def test_walk_is_the_same_everywhere(root: Path) -> None:
    """By name; the files of a folder before those of its sub-folders; what lies beside the folders is not named."""
    for path in ("commitments/b/z.toml", "commitments/b/a.toml", "commitments/b/m/n.toml", "commitments/a-de/x.toml"):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).touch()
    (root / "elsewhere.toml").touch()
    assert names(root) == [
        ("commitments/a-de/x.toml", "data"),
        ("commitments/b/a.toml", "data"),
        ("commitments/b/z.toml", "data"),
        ("commitments/b/m/n.toml", "data"),
        (CITY, "data"),
        ("declarations/hague-2022/declaration.toml", "data"),
    ]


def test_walk_tells_kinds_apart(root: Path) -> None:
    """Ours and temporary, hidden, strange and broken things are each told apart; nothing is entered that is hidden."""
    city = root / "commitments/munich-de"
    for name in (".gitkeep", ".DS_Store", ".draft.toml", f"{TEMPORARY}1", "README.md", "old.TOML", "copy.toml~"):
        (city / name).touch()
    (city / "._copy.toml").touch()
    (city / ".#copy.toml").symlink_to("someone@somewhere")
    for name in (".hidden", ".hidden/deeper", ".git"):
        (city / name).mkdir()
    (city / ".hidden/deeper/x.toml").touch()
    (city / ".hidden/x.txt").touch()
    (city / ".git/config.toml").touch()
    (city / f"{TEMPORARY}folder").mkdir()
    os.mkfifo(city / "pipe.toml")
    (city / "folder.toml").mkdir()
    (city / "folder.toml/x.toml").touch()
    found = {path.removeprefix("commitments/munich-de/"): kind for path, kind in names(root)}
    del found["declarations/hague-2022/declaration.toml"]
    assert found == {
        ".draft.toml": "other",
        ".hidden/deeper/x.toml": "other",
        f"{TEMPORARY}1": "leftover",
        f"{TEMPORARY}folder": "leftover",
        "README.md": "other",
        "city.toml": "data",
        "copy.toml~": "other",
        "folder.toml/x.toml": "data",
        "old.TOML": "other",
        "pipe.toml": "unreadable",
    }


def test_walk_and_links(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A link to a file of the register stands for it; no other is followed, and each says why."""
    away = tmp_path_factory.mktemp("away")
    (away / "secret.toml").touch()
    os.mkfifo(root / "pipe")
    for name, target in {
        "inside.toml": f"../../{CITY}",
        "inside.txt": f"../../{CITY}",
        "away.toml": str(away / "secret.toml"),
        "away-folder": str(away),
        "up": "../../..",
        "gone-away.toml": str(away / "gone.toml"),
        "circle": "circle",
        "dangling.toml": "nothing.toml",
        "folder": "..",
        "root": "../..",
        "pipe.toml": "../../pipe",
        "neighbour": f"../../../{root.name}-2",  # begins like the root, and lies beside it
    }.items():
        (root / "declarations/hague-2022" / name).symlink_to(target)
    found = {name.path.rpartition("/")[2]: name[1:3] for name in disk.walk(root, ["declarations"])}
    outside = ("outside", "it is a link out of the register")
    folder = ("unreadable", "it is a link to a folder")
    assert found == {
        "declaration.toml": ("data", ""),
        "inside.toml": ("data", ""),
        "inside.txt": ("other", ""),
        "away.toml": outside,
        "away-folder": outside,
        "up": outside,
        "gone-away.toml": outside,
        "neighbour": outside,
        "circle": ("unreadable", "the link leads in a circle"),
        "dangling.toml": ("unreadable", "it is not there"),
        "folder": folder,
        "root": folder,
        "pipe.toml": ("unreadable", "it is not a regular file"),
    }


def test_walk_through_a_link_to_the_root(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The register itself may be reached by a link: its own links still lie within."""
    (root / "commitments/munich-de/twin.toml").symlink_to(root / CITY)
    link = tmp_path_factory.mktemp("link") / "register"
    link.symlink_to(root)
    assert names(link) == names(root)
    assert ("commitments/munich-de/twin.toml", "data") in names(link)


def test_walk_never_takes_another_folder_for_none(root: Path) -> None:
    """A missing folder is none; a file, a link or another spelling in its place is told."""
    (root / "declarations").rename(root / "Declarations")
    assert list(disk.walk(root, FOLDERS)) == [
        Found("Declarations", "unreadable", "the folder's name must be declarations"),
        Found(CITY, "data"),
    ]
    (root / "declarations").symlink_to("commitments")
    assert ("declarations", "unreadable") in names(root)
    (root / "declarations").unlink()
    (root / "declarations").touch()
    assert ("declarations", "other") in names(root)
    (root / "declarations").unlink()
    (root / "Declarations").rename(root / "else")
    assert names(root) == [(CITY, "data")]


def test_walk_reports_names_that_are_no_text(root: Path) -> None:
    """A name that is not UTF-8 is told in a form that can be printed; other scripts are names like any."""
    city = os.fsencode(root / "commitments/munich-de")
    Path(os.fsdecode(city + b"/caf\xe9.toml")).touch()
    Path(os.fsdecode(city), "Łódź.toml").touch()
    assert list(disk.walk(root, ["commitments"])) == [
        Found("commitments/munich-de/caf\\udce9.toml", "unreadable", "its name is not in UTF-8"),
        Found(CITY, "data"),
        Found("commitments/munich-de/Łódź.toml", "data"),
    ]


@pytest.fixture
def abyss(root: Path) -> Iterator[Path]:
    """The register with 1500 folders one in the other, and a file half-way; taken down here, since rmtree cannot."""
    here, depth = Path.cwd(), 1500
    os.chdir(root / "commitments")
    try:
        for level in range(depth):
            Path("deep").mkdir()
            os.chdir("deep")
            if level == depth // 2:
                Path("x.toml").touch()
        yield root
        for level in reversed(range(depth)):
            if level == depth // 2:
                Path("x.toml").unlink()
            os.chdir("..")
            Path("deep").rmdir()
    finally:
        os.chdir(here)


def test_walk_enters_folders_of_any_depth(abyss: Path) -> None:
    """Folders nested too deep for the system are told, after the files above, and stop nothing that comes later."""
    found = list(disk.walk(abyss, ["commitments"]))
    assert [entry.kind for entry in found] == ["data", "unreadable", "data"]
    assert found[0].path.endswith("/deep/x.toml")
    assert found[1].reason == "the path is too long"
    assert found[2].path == CITY


class _Entry:
    """An entry of a folder whose kind the system will not tell."""

    def __init__(self, name: str) -> None:
        self.name = name

    def is_dir(self, *, follow_symlinks: bool) -> bool:
        """Fail in the same way."""
        return self.is_file(follow_symlinks=follow_symlinks)

    def is_file(self, *, follow_symlinks: bool) -> bool:
        """Fail, as `os.DirEntry` does when its look-up fails."""
        raise OSError(errno.EIO, f"follow_symlinks={follow_symlinks}")


class _Listing:
    """A folder's listing that holds such an entry, or breaks off."""

    def __init__(self, name: str, *, breaks: bool) -> None:
        self.name = name
        self.breaks = breaks

    def __enter__(self) -> Iterator[_Entry]:
        yield _Entry(self.name)
        if self.breaks:
            raise OSError(errno.ESTALE, "gone")

    def __exit__(self, *_problem: object) -> None:
        pass


@pytest.mark.parametrize(
    ("name", "breaks", "expected"),
    [
        ("x.toml", False, Found("commitments/x.toml", "unreadable", "the disk or share answered with an error")),
        (".x.toml", False, Found("commitments/.x.toml", "unreadable", "the disk or share answered with an error")),
        ("x.toml", True, Found("commitments", "unreadable", "the share lost track of it")),
    ],
)
def test_walk_reports_entries_that_fail(root: Path, name: str, breaks: bool, expected: Found) -> None:
    """An entry that the system will not tell about, or a listing that breaks off, is unreadable, not left out."""

    def scandir(path: str) -> object:
        return _Listing(name, breaks=breaks) if path.endswith("commitments") else os.scandir(path)

    assert attempt(disk, lambda: list(disk.walk(root, ["commitments"])), instead={"scandir": scandir}).result == [
        expected
    ]


def test_walk_under_every_fault(root: Path) -> None:
    """A folder that cannot be read is told; the root's own failure is raised; silence means that all was read."""
    link = "commitments/munich-de/twin.toml"
    (root / link).symlink_to("city.toml")
    whole = list(disk.walk(root, FOLDERS))
    seen = 0
    for outcome in every_fault(disk, lambda: lambda: list(disk.walk(root, FOLDERS))):
        seen += outcome.fired
        if isinstance(outcome.raised, DiskError):
            assert outcome.plan.call == 1
            assert outcome.raised.file == str(root)
        elif outcome.raised is not None:
            assert not isinstance(outcome.raised, Exception)
        else:
            assert outcome.result is not None
            told = [entry for entry in outcome.result if entry.kind == "unreadable"]
            assert len(told) == outcome.fired
            assert outcome.fired or outcome.result == whole
    assert seen == len(FAULTS) * 2 * 6  # five folders and the link's target


def test_is_folder(root: Path) -> None:
    """A folder or a link to one; an error is no answer."""
    (root / "link").symlink_to("commitments")
    assert disk.is_folder(root)
    assert disk.is_folder(root / "link")
    assert not disk.is_folder(root / CITY)
    assert not disk.is_folder(root / CITY / "x")
    assert not disk.is_folder(root / "absent")
    outcome = attempt(disk, lambda: disk.is_folder(root), instead={"stat": failing(errno.EIO)})
    assert str(outcome.raised).startswith(f"{root}: cannot be looked at: the disk or share answered with an error; ")


# Writing one file


def test_create_adds_one_whole_file(root: Path) -> None:
    """The folders it lacks are made, the bytes are there, nothing else changed and nothing is left over."""
    before = held(root)
    assert disk.create(root, NEW, DATA) == Created(NEW, confirmed=True)
    assert held(root) == before | {NEW: DATA}
    assert temporaries(root) == []
    assert disk.create(f"{root}", "x.toml", b"") == ("x.toml", True, "")
    assert held(root)["x.toml"] == b""


def test_create_syncs_before_it_says_done(root: Path) -> None:
    """File before its name, name before "ok", and a new folder's name before what goes into it."""
    calls = attempt(disk, lambda: disk.create(root, NEW, DATA)).calls
    flush = ("open", "fsync", "close")
    assert calls == (
        "stat", "mkdir", "lstat", "mkdir", "lstat", "mkdir", *flush, "urandom",
        "open", "write", "fsync", "fstat", "close", "link", "unlink", *flush,
    )  # fmt: skip


def test_create_gives_what_the_umask_leaves(root: Path) -> None:
    """Colleagues keep their access: files 0666 and folders 0777 less the umask, never 0600."""
    before = os.umask(0o002)
    try:
        disk.create(root, NEW, DATA)
    finally:
        os.umask(before)
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (root / NEW, (root / NEW).parent)]
    assert [oct(mode) for mode in modes] == ["0o664", "0o775"]


@pytest.mark.parametrize("link", [os.link, failing(errno.EPERM), failing(errno.EOPNOTSUPP)])
def test_create_never_writes_over_another(root: Path, link: Callable[..., object]) -> None:
    """A name that is taken, by a file, a folder or a dangling link, stays as it is, and the caller learns so."""
    (root / "commitments/munich-de/folder").mkdir()
    (root / "commitments/munich-de/link").symlink_to("nowhere")
    before = held(root)
    for path in (CITY, "commitments/munich-de/folder", "commitments/munich-de/link"):
        outcome = attempt(disk, partial(disk.create, root, path, DATA), instead={"link": link})
        assert isinstance(outcome.raised, AlreadyThere)
        assert outcome.raised.file == path
        assert (held(root), temporaries(root)) == (before, [])


@pytest.mark.parametrize(
    "path", ["", "/etc/x", "a//b", "../x", "a/../x", "./x", ".hidden", "a/.git/x", "a\\b", "C:x", "a\0b", "a/"]
)
def test_create_refuses_paths_that_lead_elsewhere(root: Path, path: str) -> None:
    """Only plain names below the root: no way up, no hidden name, no drive."""
    before = held(root)
    with pytest.raises(Refused, match="not a path for a file"):
        disk.create(root, path, DATA)
    assert held(root) == before


def test_create_makes_no_root(root: Path) -> None:
    """A share that is not connected is an error: a second register in its place would be lost work."""
    with pytest.raises(DiskError, match=r"it is not there; nothing was recorded; check the path") as caught:
        disk.create(root / "share", NEW, DATA)
    assert caught.value.errno == errno.ENOENT
    assert not (root / "share").exists()
    with pytest.raises(DiskError, match="a part of its path is not a folder"):
        disk.create(root / CITY, NEW, DATA)


def test_create_does_not_write_through_links(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What `walk` would not find is not written: a folder on the way must be one."""
    away = tmp_path_factory.mktemp("away")
    (root / "commitments/away-de").symlink_to(away)
    (root / "commitments/file-de").touch()
    before = held(root)
    for owner in ("away-de", "file-de"):
        with pytest.raises(DiskError, match=f"{owner} is not a folder but a file or a link; nothing was recorded"):
            disk.create(root, f"commitments/{owner}/x.toml", DATA)
    assert (held(root), held(away)) == (before, {})


def _write_little(handle: int, data: memoryview) -> int:
    return os.write(handle, data[:7])


def test_create_goes_on_after_short_writes(root: Path) -> None:
    """A system that takes seven bytes at a time gets them all; one that takes none is an error, not an endless loop."""
    outcome = attempt(disk, lambda: disk.create(root, NEW, DATA), instead={"write": _write_little})
    assert outcome.raised is None
    assert outcome.calls.count("write") == -(-len(DATA) // 7)
    assert held(root)[NEW] == DATA
    outcome = attempt(disk, lambda: disk.create(root, "x.toml", DATA), instead={"write": lambda _f, _d: 0})
    assert isinstance(outcome.raised, DiskError)
    assert "x.toml" not in held(root)


def test_create_survives_signals(root: Path) -> None:
    """A signal that comes with every write (a window resized, a timer) costs no byte."""

    def write(handle: int, data: memoryview) -> int:
        signal.raise_signal(signal.SIGUSR1)
        return _write_little(handle, data)

    came: list[int] = []
    before = signal.signal(signal.SIGUSR1, lambda number, _frame: came.append(number))
    try:
        outcome = attempt(disk, lambda: disk.create(root, NEW, DATA), instead={"write": write})
    finally:
        signal.signal(signal.SIGUSR1, before)
    assert outcome.raised is None
    assert held(root)[NEW] == DATA
    assert len(came) == outcome.calls.count("write")


WAYS: Mapping[str, Mapping[str, Callable[..., object]]] = {
    "links": {},
    "no links": {"link": failing(errno.EPERM)},
    "short writes": {"write": lambda handle, data: os.write(handle, data[:600])},
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("path", [NEW, "commitments/new-de/a/b/c.toml", CITY])
def test_create_under_every_fault(tmp_path: Path, way: str, path: str) -> None:
    """Old or old and one whole file, whatever call fails, before or after its work; and what is said is true.

    Only a disk without links has a third state: an empty file of that name, after a kill, or told as UNKNOWN.
    """
    old = {CITY: b"old"}
    grounds: list[Path] = []

    def fresh() -> Callable[[], Created]:
        root = tmp_path / str(len(grounds))
        grounds.append(root)
        (root / CITY).parent.mkdir(parents=True)
        (root / CITY).write_bytes(old[CITY])
        return lambda: disk.create(root, path, DATA)

    judged = dict.fromkeys(("recorded", "nothing", "unknown", "taken", "cut off"), 0)
    for outcome in every_fault(disk, fresh, WAYS[way]):
        judged[_judge(outcome, grounds[-1], path, old, links=way != "no links")] += 1
    assert judged["taken" if path == CITY else "recorded"] > len(FAULTS) * 2
    assert judged["nothing"] > 20
    assert judged["cut off"] > 20
    assert bool(judged["unknown"]) == (way == "no links")


def _judge(outcome: Outcome[Created], root: Path, path: str, old: dict[str, bytes], *, links: bool) -> str:
    """Compare what is said with what is there."""
    now, left = held(root), temporaries(root)
    new = old | {path: DATA}
    reserved = old | {path: b""}
    raised, fired = outcome.raised, outcome.fired
    assert len(left) <= 1
    if path not in old and not isinstance(raised, Killed):  # every handle is given back
        failed_to_open = fired and outcome.calls[outcome.plan.call - 1] == "open"
        assert outcome.calls.count("open") - outcome.calls.count("close") == failed_to_open
    if outcome.result is not None:
        assert now == new
        assert outcome.result.path == path
        assert left in ([], [outcome.result.leftover])
        assert not outcome.result.leftover or outcome.calls[outcome.plan.call - 1] == "unlink"
        assert fired or outcome.result == Created(path, confirmed=True)
        return "recorded"
    if isinstance(raised, AlreadyThere):
        assert now == old
        assert path in old
        return "taken"
    if isinstance(raised, DiskError):
        assert fired
        assert raised.file == path
        assert now == (old if raised.state == NOTHING or path in old else reserved)
        assert raised.state == NOTHING or (raised.state == UNKNOWN and not links)
        return "nothing" if raised.state == NOTHING else "unknown"
    assert isinstance(raised, KeyboardInterrupt | Killed)
    assert now in ((old, new) if links or path in old else (old, new, reserved))
    assert isinstance(raised, Killed) or not left or outcome.calls[outcome.plan.call - 1] == "unlink"
    return "cut off"


def test_create_believes_the_disk_and_not_the_error(root: Path) -> None:
    """A link that was made is a record, though its answer got lost and the second try said "exists"."""

    def link(source: str, target: str) -> None:
        os.link(source, target)
        os.link(source, target)

    outcome = attempt(disk, lambda: disk.create(root, NEW, DATA), instead={"link": link})
    assert outcome.result == Created(NEW, confirmed=True)
    assert held(root)[NEW] == DATA


def test_create_says_when_it_cannot_know(root: Path) -> None:
    """When the disk neither makes the link nor tells whether it did, the message promises nothing."""

    def lstat(path: str) -> os.stat_result:
        if path.endswith("new.toml"):
            raise OSError(errno.EIO, "no answer")
        return os.lstat(path)

    def open_(path: str, flags: int, mode: int = 0o777) -> int:
        if path.endswith("new.toml"):
            raise OSError(errno.EIO, "no answer")
        return os.open(path, flags, mode)

    for number in (errno.EIO, errno.EPERM):
        instead = {"link": failing(number), "lstat": lstat, "open": open_}
        outcome = attempt(disk, partial(disk.create, root, NEW, DATA), instead=instead)
        assert isinstance(outcome.raised, DiskError)
        assert outcome.raised.state == UNKNOWN
        assert "if it is empty or absent, run the same command again" in outcome.raised.remedy
        assert temporaries(root) == []


def test_create_says_when_an_empty_file_stays(root: Path) -> None:
    """Without links, a name that was taken and cannot be given back is told, with what to do."""
    instead = {name: failing(errno.EPERM) for name in ("link", "replace", "unlink")}
    outcome = attempt(disk, lambda: disk.create(root, NEW, DATA), instead=instead)
    assert isinstance(outcome.raised, DiskError)
    assert outcome.raised.state == UNKNOWN
    assert held(root)[NEW] == b""
    instead["replace"] = _interrupt
    outcome = attempt(disk, lambda: disk.create(root, "x.toml", DATA), instead=instead)
    assert isinstance(outcome.raised, KeyboardInterrupt)


def _interrupt(*_args: object) -> object:
    raise KeyboardInterrupt


def test_create_reports_what_it_could_not_remove(root: Path) -> None:
    """A temporary file that stays is named in the answer, and the record is recorded all the same."""
    outcome = attempt(disk, lambda: disk.create(root, NEW, DATA), instead={"unlink": failing(errno.EACCES)})
    assert outcome.result is not None
    assert [outcome.result.leftover] == temporaries(root)
    assert (outcome.result.leftover, "leftover") in names(root)
    assert held(root)[NEW] == DATA


@pytest.mark.parametrize(("number", "confirmed"), [(errno.EIO, False), (errno.EINVAL, True), (errno.ENOTSUP, True)])
def test_create_tells_when_a_folder_was_not_confirmed(root: Path, number: int, confirmed: bool) -> None:
    """After the link a failing folder is "not confirmed", never "nothing"; not to know such a call is no fault."""

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(number, "folder")
        os.fsync(handle)

    outcome = attempt(disk, lambda: disk.create(root, NEW, DATA), instead={"fsync": fsync})
    assert outcome.result == Created(NEW, confirmed=confirmed)
    assert held(root)[NEW] == DATA


def test_create_does_not_flush_folders_on_windows(root: Path) -> None:
    """Where folders cannot be opened (no O_DIRECTORY) nothing is tried and nothing is missing."""

    class Windows:
        """`os` without O_DIRECTORY."""

        def __getattr__(self, name: str) -> object:
            if name == "O_DIRECTORY":
                raise AttributeError(name)
            return getattr(os, name)

    with replaced_os(disk, Windows()):
        assert disk.create(root, NEW, DATA) == Created(NEW, confirmed=True)


def test_create_trusts_no_file_number_zero(root: Path) -> None:
    """A disk that numbers its files 0 makes no stranger's file ours."""

    def numberless(call: Callable[..., os.stat_result]) -> Callable[..., os.stat_result]:
        return lambda path: os.stat_result((*call(path)[:1], 0, *call(path)[2:10]))

    instead = {"lstat": numberless(os.lstat), "fstat": numberless(os.fstat)}
    outcome = attempt(disk, lambda: disk.create(root, CITY, DATA), instead=instead)
    assert isinstance(outcome.raised, AlreadyThere)


@pytest.mark.parametrize("way", ["links", "no links"])
def test_create_races_have_one_winner(tmp_path: Path, way: str) -> None:
    """Eight at once for one name, folders missing: one wins, seven learn so, the bytes are the winner's."""
    for number in range(20):
        root = tmp_path / str(number)
        root.mkdir()
        race = partial(_at_once, 8, partial(_try_to_create, root))
        outcome = attempt(disk, race, instead=WAYS[way])
        assert outcome.result is not None
        winners = [data for data, won in outcome.result if won]
        assert (len(outcome.result), len(winners)) == (8, 1)
        assert held(root) == {NEW: winners[0]}
        assert temporaries(root) == []


def _try_to_create(root: Path, writer: int) -> tuple[bytes, bool]:
    data = b"%d" % writer * 5000
    try:
        return data, disk.create(root, NEW, data) == Created(NEW, confirmed=True)
    except AlreadyThere:
        return data, False


def _at_once(count: int, work: Callable[[int], T]) -> list[T]:
    """Run it in so many threads, all let go at the same moment; what any raises is raised here."""
    start = threading.Barrier(count)

    def run(writer: int) -> T:
        start.wait()
        return work(writer)

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(run, range(count)))


def test_create_loses_none_of_many(root: Path) -> None:
    """Eight at once, each with names of its own, in one folder: every file is there and whole."""
    before = held(root)

    def work(writer: int) -> None:
        for number in range(25):
            disk.create(root, f"commitments/new-de/{writer}-{number}.toml", b"%d" % writer * 100)

    _at_once(8, work)
    expected = {f"commitments/new-de/{w}-{n}.toml": b"%d" % w * 100 for w in range(8) for n in range(25)}
    assert held(root) == before | expected


@given(data=st.binary(max_size=300), limit=st.integers(0, 300))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, data: bytes, limit: int) -> None:
    """Any bytes come back as they went, up to the limit and one."""
    root = tmp_path_factory.mktemp("register")
    disk.create(root, "a/b.toml", data)
    assert disk.read(root / "a/b.toml", limit) == data[: limit + 1]


# Plain words


@pytest.mark.parametrize(
    "name",
    ["ENOSPC", "EDQUOT", "EACCES", "EPERM", "EROFS", "EIO", "ENAMETOOLONG", "ENOENT", "ENOTDIR", "EMFILE", "ELOOP"],
)
def test_common_errors_have_plain_words_and_a_remedy(name: str) -> None:
    """What people meet is said in words of their own, with something to do about it."""
    number = getattr(errno, name)
    words, remedy = disk.plain(OSError(number, "system words"))
    assert words != "system words"
    assert words
    assert remedy


def test_rare_errors_keep_the_systems_words() -> None:
    """What we have no words for is passed on, never empty."""
    assert disk.plain(OSError(errno.EXDEV, "Cross-device link")) == ("Cross-device link", "")
    assert disk.plain(OSError("odd")) == ("odd", "")
    assert disk.plain(TimeoutError()) == ("TimeoutError", "")


def test_a_full_disk_is_said_plainly(root: Path) -> None:
    """The whole sentence, as people read it."""
    outcome = attempt(disk, lambda: disk.create(root, "x.toml", DATA), instead={"fsync": failing(errno.ENOSPC)})
    assert str(outcome.raised) == (
        "x.toml: cannot be written: the disk is full; nothing was recorded; "
        "free some space, then run the same command again"
    )


def test_a_name_that_is_too_long(root: Path) -> None:
    """A name that the disk does not take leaves nothing behind."""
    before = held(root)
    with pytest.raises(DiskError, match=r"the path is too long; nothing was recorded"):
        disk.create(root, f"commitments/{'x' * 300}.toml", DATA)
    assert (held(root), temporaries(root)) == (before, [])
