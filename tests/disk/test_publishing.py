"""Files outside the register: one is put in place whole or not at all, a folder of them all together."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from pledgekit import disk
from pledgekit.disk import TEMPORARY
from pledgekit.errors import DiskError
from tests.faults import Killed, every_fault

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FILES = {"a.md": b"first\n", "b.md": b"second\n" * 500, "c.md": b"third\n"}


def found(folder: Path) -> dict[str, bytes]:
    """What lies in a folder."""
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def test_a_folder_is_made_where_its_parent_is_there(tmp_path: Path) -> None:
    """All files lie in it, and nothing beside them."""
    disk.publish_all(tmp_path / "out", FILES)
    assert FILES == found(tmp_path / "out")


def test_a_folder_that_is_there_keeps_what_is_in_it(tmp_path: Path) -> None:
    """Files of the same names are written over, others stay."""
    (tmp_path / "a.md").write_bytes(b"old")
    (tmp_path / "mine.md").write_bytes(b"mine")
    disk.publish_all(tmp_path, FILES)
    assert {**FILES, "mine.md": b"mine"} == found(tmp_path)


def test_no_parent_is_made(tmp_path: Path) -> None:
    """A share that is not connected stays missing."""
    with pytest.raises(DiskError):
        disk.publish_all(tmp_path / "absent" / "out", FILES)
    assert {} == found(tmp_path)


def test_what_is_no_file_is_not_written_over(tmp_path: Path) -> None:
    """Then none of the others is written either."""
    (tmp_path / "c.md").mkdir()
    with pytest.raises(DiskError, match="not a regular file"):
        disk.publish_all(tmp_path, FILES)
    assert ["c.md"] == [each.name for each in tmp_path.iterdir()]


@pytest.mark.parametrize("there", [False, True])
def test_whatever_fails_no_file_is_half(tmp_path: Path, *, there: bool) -> None:
    """A folder that was not there is gone again, or whole; in one that was, each file is the old or the new one."""
    folder = tmp_path / "out"

    def fresh() -> Callable[[], None]:
        shutil.rmtree(folder, ignore_errors=True)
        if there:
            folder.mkdir()
            (folder / "a.md").write_bytes(b"old")
        return lambda: disk.publish_all(folder, FILES)

    for outcome in every_fault(disk, fresh):
        held = {} if not folder.exists() else found(folder)
        whole = {name: data for name, data in held.items() if not name.startswith(TEMPORARY)}
        assert all(data in (FILES[name], b"old") for name, data in whole.items()), outcome.plan
        if outcome.raised is None:
            assert FILES == held, outcome.plan
        elif not isinstance(outcome.raised, Killed):
            assert held == whole, outcome.plan
            assert there or held in ({}, FILES), outcome.plan
