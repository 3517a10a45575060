"""Where listed records stand, when that cannot be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.codec.read import read_record
from pledgekit.model.kinds import NOTES
from pledgekit.model.record import Origin
from pledgekit.reports.listing import Places

if TYPE_CHECKING:
    from pathlib import Path

NOTE = read_record(NOTES, {"id": "n", "text": "t", "date": "2024"}, "oslo-no")


def test_a_record_in_memory_stands_nowhere() -> None:
    """A record that was never in a file has no place."""
    assert ("", 0) == Places(None).place(NOTE)


def test_a_line_that_cannot_be_read_is_zero(tmp_path: Path) -> None:
    """Without the folder, and when the file is gone or changed for the worse, the line is 0; the file is named."""
    placed = NOTE.changed({"origin": Origin("a.toml", "notes", 0)})
    assert ("a.toml", 0) == Places(None).place(placed)
    assert ("a.toml", 0) == Places(tmp_path).place(placed)
    (tmp_path / "a.toml").write_text("notes = [\n", "utf-8")
    assert ("a.toml", 0) == Places(tmp_path).place(placed)
    (tmp_path / "a.toml").write_text("\n[[notes]]\n", "utf-8")
    places = Places(tmp_path)
    assert [("a.toml", 2)] * 2 == [places.place(placed), places.place(placed)]
