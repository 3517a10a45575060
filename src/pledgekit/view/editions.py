"""The edition of an earlier day that a view is compared with, or why there is none. Beside looking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.dates import day_of
from pledgekit.errors import NotFound

if TYPE_CHECKING:
    import datetime

    from pledgekit.view import View

__all__ = ["edition"]


def edition(view: View, day: datetime.date, declaration: str) -> View:
    """Give what the same audience saw on an earlier day: see `View.before`.

    Raises NotFound where nothing that this view holds, or not the declaration, was on record by then, and UsageError
    for a day that is not before the view's own. What is hidden from the audience decides none of this.
    """
    before = view.before(day)
    held = {each.ref for each in view.everything()}
    if not any(each.recorded is not None and each.ref in held for each in before.everything()):
        days = [day_of(each.recorded) for each in view.everything() if each.recorded is not None]
        if not days:
            raise NotFound("no record here says since when it is on record", remedy="leave --since out")
        raise NotFound(
            f"nothing had been recorded by {day}: there is no edition of that day to compare with",
            remedy=f"name a day from {min(days)} on, or leave --since out",
        )
    if before.declaration(declaration) is None:
        raise NotFound(
            f"{declaration} was not on record by {day}: there is no edition of that day to compare with",
            remedy="name a later day, or leave --since out",
        )
    return before
