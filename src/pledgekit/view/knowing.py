"""Since when something is on record, for those who asked about an earlier day and are told so. Beside looking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.dates import day_of

if TYPE_CHECKING:
    import datetime

    from pledgekit.ids import Ref
    from pledgekit.register import Register

__all__ = ["known_only_from"]


def known_only_from(register: Register, ref: Ref, day: datetime.date) -> datetime.date | None:
    """Give the day on which a record or owner was first recorded, if that is after this day; nothing else."""
    recorded = [day_of(each.recorded) if each.recorded is not None else None for each in register.revisions(ref)]
    days = [each for each in recorded if each is not None and each > day]
    return min(days) if days and len(days) == len(recorded) else None
