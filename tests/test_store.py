"""The folder: read into a register whatever its files hold, and added to without touching a byte of what is there."""

from __future__ import annotations

import errno
import gc
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

import pytest

from pledgekit import disk
from pledgekit.errors import DiskError, NotFound, Refused
from pledgekit.ids import Ref
from pledgekit.model.kinds import ACTIONS, CITIES
from pledgekit.store import Added, New, add, is_register, load, read_file
from tests.faults import Plan, attempt, failing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

FILES = {
    "declarations/hague-2022/declaration.toml": '[declaration]\nid = "hague-2022"\ntitle = "D"\nadopted = 2022-11-16\n',
    "commitments/oslo-no/city.toml": '[city]\nid = "oslo-no"\nname = "Oslo"\nkind = "city"\ncountry = "NO"\n',
    "commitments/oslo-no/deeds/many.toml": '[[actions]]\nid = "a"\ntitle = "A"\n\n[[actions]]\nid = "b"\ntitle = "B"\n',
    "commitments/oslo-no/internal/x.toml": '[[notes]]\nid = "n"\ntext = "rang"\ndate = 2024-01-01\n',
    "commitments/paris-fr/city.toml": '[city]\nid = "paris-fr"\nname = "Paris"\nkind = "city"\ncountry = "FR"\n',
}


def write(root: Path, files: Mapping[str, str | bytes]) -> None:
    """Put files into a folder."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text if isinstance(text, bytes) else text.encode())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small register."""
    write(tmp_path, FILES)
    return tmp_path


def held(root: Path) -> dict[str, bytes]:
    """Every file with its bytes."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def codes(root: Path) -> list[tuple[str, str]]:
    """The problems of loading: file and code."""
    return [(each.file, each.code) for each in load(root).problems]


# reading


def test_a_register_is_loaded_whole(root: Path) -> None:
    """Every record of every file, in any sub-folder of its owner's; nothing is written."""
    before = held(root)
    loaded = load(root)
    refs = ["hague-2022", "oslo-no", "oslo-no/a", "oslo-no/b", "oslo-no/n", "paris-fr"]
    assert (refs, (), 5) == (sorted(str(r.ref) for r in loaded.register.everything()), loaded.problems, loaded.files)
    assert (before, root, True) == (held(root), loaded.register.root, loaded.register.complete)
    (city,) = loaded.register.records(CITIES, "oslo-no")
    assert ("commitments/oslo-no/city.toml", "city", -1) == city.origin


def test_some_owners_are_loaded_alone(root: Path) -> None:
    """And the register says that it is a part."""
    loaded = load(root, owners=["oslo-no", "hague-2022", "nowhere"])
    found = (loaded.register.owners(), loaded.register.complete, loaded.files, loaded.problems)
    assert (("hague-2022", "oslo-no"), False, 4, ()) == found
    assert "commitments/oslo-no/city.toml" == next(loaded.register.records(CITIES)).origin[0]  # type: ignore[index]  # it was loaded from a file


def test_a_part_of_a_register_without_cities(tmp_path: Path) -> None:
    """A folder that is not there yet holds nothing, and loading says so: a share may not be connected."""
    write(tmp_path, {path: text for path, text in FILES.items() if path.startswith("declarations")})
    assert ("hague-2022",) == load(tmp_path, owners=["hague-2022"]).register.owners()
    assert ["missing-folder"] == [each.code for each in load(tmp_path).problems]


@pytest.mark.parametrize("kind", ["threads", "processes"])
def test_workers_read_the_same(root: Path, kind: str) -> None:
    """With an executor the outcome is the same."""
    write(root, {"commitments/oslo-no/bad.toml": "[[actions]]\nid = 7\n"})
    workers = ThreadPoolExecutor(2) if kind == "threads" else ProcessPoolExecutor(1, mp_context=get_context("spawn"))
    with workers as executor:
        found = load(root, executor=executor)
    expected = load(root)
    assert (expected.problems, list(expected.register.everything())) == (
        found.problems,
        list(found.register.everything()),
    )
    assert expected.problems


@pytest.mark.parametrize(
    ("path", "data", "code"),
    [
        ("commitments/oslo-no/x.toml", b"", "empty-file"),
        ("commitments/oslo-no/x.toml", b"[[actions]]\nid = ", "syntax"),
        ("commitments/oslo-no/x.toml", b"\xff", "not-utf-8"),
        ("commitments/oslo-no/x.txt", b"x", "unknown-file"),
        ("commitments/oslo-no/.pledgekit-1", b"x", "leftover"),
        ("commitments/x.toml", b'[[actions]]\nid = "x"\ntitle = "X"\n', "stray-file"),
        ("commitments/hague-2022/city.toml", b'[city]\nid = "hague-2022"\nname = "H"\nkind = "city"\n', "two-owners"),
        ("commitments/oslo-no/x.toml", b'[[rounds]]\nid = "x"\n', "wrong-home"),
    ],
)
def test_what_is_wrong_is_listed_never_raised(root: Path, path: str, data: bytes, code: str) -> None:
    """With the file's name; everything else is loaded all the same."""
    write(root, {path: data})
    file = path.rpartition("/")[0] if code == "two-owners" else path
    assert ([(file, code)], 2) == (codes(root), len(list(load(root).register.records(ACTIONS))))


def test_a_read_error_is_never_emptiness(root: Path) -> None:
    """It is a problem with the file's name."""
    outcome = attempt(disk, lambda: load(root), instead={"read": failing(errno.EIO)})
    assert outcome.result is not None
    assert sorted((file, "unreadable") for file in FILES) == [(e.file, e.code) for e in outcome.result.problems]


def test_what_is_no_register(tmp_path: Path) -> None:
    """A folder without declarations, or none at all."""
    assert not is_register(tmp_path)
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(NotFound, match="no register"):
            load(folder)


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_as_it_was(root: Path, on: bool) -> None:
    """Looking for garbage pauses while loading, and goes on only if it did before."""
    (gc.enable if on else gc.disable)()
    try:
        load(root)
        assert on == gc.isenabled()
    finally:
        gc.enable()


def test_the_bytes_of_a_file(root: Path) -> None:
    """As they are on the disk."""
    path = "commitments/oslo-no/city.toml"
    assert FILES[path].encode() == read_file(root, path)
    with pytest.raises(DiskError):
        read_file(root, "commitments/oslo-no/none.toml")


# adding

ONE = New("commitments/oslo-no/one.toml", '[[actions]]\nid = "one"\ntitle = "É"\n')
TWO = New("commitments/rome-it/internal/two.toml", '[[notes]]\nid = "two"\ntext = "x"\ndate = 2024-01-01\n')


def test_files_are_added(root: Path) -> None:
    """Whole, in folders made for them; nothing else changes."""
    before = held(root)
    assert Added((ONE.path, TWO.path)) == add(root, [ONE, TWO])
    assert {**before, ONE.path: ONE.text.encode(), TWO.path: TWO.text.encode()} == held(root)
    assert load(root).register.holds(Ref("oslo-no", "one"))


def test_a_rerun_adds_what_is_missing(root: Path) -> None:
    """What is there already with the same bytes is left as it is."""
    add(root, [TWO])
    stamp = (root / TWO.path).stat().st_mtime_ns
    assert Added((ONE.path, TWO.path)) == add(root, [ONE, TWO])
    assert stamp == (root / TWO.path).stat().st_mtime_ns


@pytest.mark.parametrize(("first", "said"), [([], ""), ([TWO], "; 1 of 2 files were recorded before")])
def test_nothing_is_written_over(root: Path, first: list[New], said: str) -> None:
    """A name that is taken by something else is refused; what was recorded before is said."""
    add(root, [ONE])
    with pytest.raises(Refused) as found:
        add(root, [*first, ONE._replace(text="other")])
    assert f"a file of that name is already there and holds something else{said}" == found.value.message
    assert (ONE.text.encode(), bool(first)) == ((root / ONE.path).read_bytes(), (root / TWO.path).exists())


def fails_from(number: int, name: str) -> Callable[..., object]:
    """Make a call of the system that fails from the n-th time on."""
    import os

    real, times = getattr(os, name), [0]

    def call(*args: object, **options: object) -> object:
        times[0] += 1
        if times[0] >= number:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(*args, **options)

    return call


@pytest.mark.parametrize(("number", "said"), [(1, ""), (2, "; 1 of 2 files were recorded before")])
def test_a_failure_says_what_was_recorded(root: Path, number: int, said: str) -> None:
    """Of a batch, how many files."""
    outcome = attempt(disk, lambda: add(root, [ONE, TWO]), Plan(), {"write": fails_from(number, "write")})
    assert isinstance(outcome.raised, DiskError)
    assert (f"{disk.NOTHING}{said}", number == 2) == (outcome.raised.state, (root / ONE.path).exists())


def test_what_is_not_confirmed_is_said(root: Path) -> None:
    """When the folder could not be flushed the file is there, and a power cut could still undo it."""
    flush = fails_from(2, "fsync")  # the first is the file's own
    outcome = attempt(disk, lambda: add(root, [ONE]), Plan(), {"fsync": flush})
    assert Added((ONE.path,), (ONE.path,)) == outcome.result
