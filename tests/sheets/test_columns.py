"""What spreadsheets call a column."""

from __future__ import annotations

from pledgekit.sheets.columns import letters


def test_columns_are_lettered_as_in_spreadsheets() -> None:
    """A to Z, then AA."""
    assert ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"] == [letters(each) for each in (0, 25, 26, 51, 52, 701, 702)]
