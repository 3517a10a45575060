"""Rewriting files: what changes is said before, what cannot be kept whole stays, what changed meanwhile too."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from pledgekit.errors import NotFound, Refused
from pledgekit.formatting import Kept, Rewrite, rewrite, survey

if TYPE_CHECKING:
    from pathlib import Path

LOOSE = b"[city]\nname='Oslo' # ours\nid = 'oslo-no'\n"
TIDY = '[city]\nid = "oslo-no"\nname = "Oslo"  # ours\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A register with a loose file, a tidy one, and one that is no TOML."""
    for path, data in {
        "declarations/d/declaration.toml": b'[declaration]\nid = "d"\n',
        "commitments/oslo-no/city.toml": LOOSE,
        "commitments/oslo-no/notes/bad.toml": b"[[actions]]\ntitle\n",
        "commitments/oslo-no/read-me.txt": b"x",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    return tmp_path


def test_a_survey_names_what_would_change_and_what_stays(root: Path) -> None:
    """Files in canonical form are passed over; nothing is written."""
    bad, loose = sorted(survey(root))
    assert Rewrite("commitments/oslo-no/city.toml", LOOSE, TIDY) == bad
    assert isinstance(loose, Kept)
    assert ("commitments/oslo-no/notes/bad.toml", 2) == loose[:2]
    assert LOOSE == (root / "commitments/oslo-no/city.toml").read_bytes()


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (["declarations"], []),
        (["declarations/d/declaration.toml"], []),
        (["commitments/oslo-no/city.toml"], ["city.toml"]),
        (["commitments/oslo-no/notes"], ["bad.toml"]),
        (["commitments/oslo-no/notes", "commitments"], ["bad.toml", "city.toml"]),
        ([""], ["bad.toml", "city.toml"]),
    ],
)
def test_files_and_folders_can_be_named(root: Path, places: list[str], expected: list[str]) -> None:
    """A survey of some places names what lies there, once."""
    assert expected == sorted(each.path.rpartition("/")[2] for each in survey(root, places))


@pytest.mark.parametrize("place", ["commitments/oslo", "commitments/oslo-no/read-me.txt", "README.md", "../x.toml"])
def test_a_place_without_files_is_said(root: Path, place: str) -> None:
    """A name that leads to no TOML file of the register is an error, before anything is read."""
    with pytest.raises(NotFound, match="no TOML file of the register"):
        list(survey(root, [place]))


def test_a_folder_that_is_no_register(tmp_path: Path) -> None:
    """Where there is no register nothing is surveyed."""
    with pytest.raises(NotFound, match="no register"):
        list(survey(tmp_path))


def test_what_cannot_be_read_stays(root: Path) -> None:
    """Links out of the register and files that cannot be read are named, and never followed or replaced."""
    (root / "outside.toml").write_bytes(LOOSE)
    (root / "commitments/oslo-no/link.toml").symlink_to(root.parent)
    os.mkfifo(root / "commitments/oslo-no/pipe.toml")
    kept = [each for each in survey(root, ["commitments/oslo-no"]) if isinstance(each, Kept)]
    assert ["bad.toml", "link.toml", "pipe.toml"] == sorted(each.path.rpartition("/")[2] for each in kept)
    assert all(each.message for each in kept)


def test_a_file_that_went_away_is_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A read error is told with the file's name, and is not taken for an empty file."""
    real = os.open

    def gone(path: str, *arguments: int) -> int:
        if str(path).endswith("city.toml"):
            raise PermissionError(13, "denied")
        return real(path, *arguments)

    monkeypatch.setattr(os, "open", gone)
    (found,) = survey(root, ["commitments/oslo-no/city.toml"])
    assert isinstance(found, Kept)
    assert "denied" in found.message


def test_a_rewritten_file_keeps_its_mode(root: Path) -> None:
    """The file holds the canonical text and has the mode it had; no other file is there."""
    path = root / "commitments/oslo-no/city.toml"
    path.chmod(0o664)
    (change,) = survey(root, ["commitments/oslo-no/city.toml"])
    assert isinstance(change, Rewrite)
    assert rewrite(root, change)
    assert TIDY == path.read_text("utf-8")
    assert 0o664 == path.stat().st_mode & 0o777
    assert ["city.toml", "notes", "read-me.txt"] == sorted(each.name for each in path.parent.iterdir())


def test_a_file_that_somebody_changed_stays(root: Path) -> None:
    """What was written between reading and replacing is not lost."""
    path = root / "commitments/oslo-no/city.toml"
    (change,) = survey(root, ["commitments/oslo-no/city.toml"])
    assert isinstance(change, Rewrite)
    path.write_bytes(LOOSE + b"# mine\n")
    with pytest.raises(Refused, match="changed meanwhile"):
        rewrite(root, change)
    assert LOOSE + b"# mine\n" == path.read_bytes()
