"""A shorthand for tests that make records by hand."""

from __future__ import annotations

from pledgekit.dates import PartialDate

__all__ = ["day"]


def day(text: str) -> PartialDate:
    """Read a date as far as it is known."""
    return PartialDate.parse(text)
