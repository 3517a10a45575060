"""Workbooks from other people, opened with suspicion, and our own. Layer 8: bytes ↔ sheets of cells.

`gate` refuses what no honest workbook holds, `reading` hands the rest to a process that can be ended (`child`). Nothing
here knows what a cell means.
"""

from __future__ import annotations

from pledgekit.sheets.reading import Book, Sheet, read_book

__all__ = ["Book", "Sheet", "read_book"]
