"""Time to reply to an assessment that says something else now. Part of recording: before a correction is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.errors import Refused
from pledgekit.model.kinds import ASSESSMENTS, kind_of
from pledgekit.model.levels import Visibility
from pledgekit.view.replying import other_verdict

if TYPE_CHECKING:
    import datetime
    from typing import Any

__all__ = ["insist_time", "less_time"]


def insist_time(before: Any, after: Any, today: datetime.date) -> None:  # noqa: ANN401  two versions of a record
    """Raise Refused where a released assessment says another verdict, and the city has no day to come to reply by."""
    if kind_of(after) is not ASSESSMENTS or after.visibility is not Visibility.PUBLIC:
        return
    if other_verdict(before, after) and (after.reply_due is None or after.reply_due.last <= today):
        raise Refused(
            f"{after.ref} would say another verdict in public, and its city has no time to reply to that",
            remedy="name a day to come with it: reply_due=YYYY-MM-DD; till then, or a new reply, it is held back",
        )


def less_time(before: Any, after: Any) -> bool:  # noqa: ANN401  two versions of a record
    """Tell whether a city is given less time to reply than it had been given."""
    if kind_of(after) is not ASSESSMENTS or before.reply_due is None or after.reply_due is None:
        return False
    return bool(after.reply_due.last < before.reply_due.last)
