"""Zip archives from other people, unpacked in pieces."""

from __future__ import annotations

import io
import zipfile

import pytest

from pledgekit.archives import FAULTS, pieces


def test_a_part_comes_in_pieces() -> None:
    """None is larger than 64 kB, and together they are the part."""
    held = io.BytesIO()
    text = b"0123456789" * 20_000
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("part", text)
    with zipfile.ZipFile(held) as archive:
        found = list(pieces(archive, "part"))
        assert found == list(pieces(archive, archive.getinfo("part")))
    assert text == b"".join(found)
    assert all(0 < len(each) <= 65_536 for each in found)


def test_what_is_not_there_is_a_fault_like_any_other() -> None:
    """Whoever catches the faults of archives catches this too."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w"):
        pass
    with zipfile.ZipFile(held) as archive, pytest.raises(FAULTS):
        list(pieces(archive, "nothing"))
