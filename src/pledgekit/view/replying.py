"""Which words of an assessment a reply answered, and whether the city had time to reply to them. Beside looking.

A reply counts only for the verdict that it answered. When a later revision says another one (completion, evidence
level, rationale), a reply of before says nothing of it, and a day to reply by that had passed before does not either.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pledgekit.view.order import known_since, version_order

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

    from pledgekit.model.lanes import Assessment, Reply

__all__ = ["may_be_told", "other_verdict", "replied_at", "verdict_since"]

_VERDICT: Final = ("completion", "evidence_level", "rationale")
_UNKNOWN: Final = "unknown"  # sorts behind every moment
_DAY: Final = 10  # signs of a moment


def other_verdict(before: Assessment, after: Assessment) -> bool:
    """Tell whether two versions of an assessment say something else."""
    return any(getattr(before, key) != getattr(after, key) for key in _VERDICT)


def verdict_since(versions: Iterable[Assessment]) -> str:
    """Give the moment since when the last version's verdict stands, as text that sorts; empty for the first verdict.

    Behind every moment where it changed and nobody says when.
    """
    since = ""
    for before, after in pairwise(sorted(versions, key=version_order)):
        if other_verdict(before, after):
            since = known_since(after) or _UNKNOWN
    return since


def replied_at(versions: Sequence[Reply]) -> str:
    """Give the last moment at which a reply can have been given: when it was first recorded, or by its date."""
    found = [f"{each.date.last}T23:59:59.999999" for each in versions]
    return min([*found, *(moment for each in versions if (moment := known_since(each)))])


def may_be_told(since: str, due: datetime.date | None, replied: str, as_of: datetime.date) -> bool:
    """Tell whether the city replied to the verdict that stands since a moment, or its time for that is over.

    `due`: the last day to reply; `replied`: the moment of the last reply, empty for none.
    """
    if replied and replied >= since:
        return True
    return due is not None and due < as_of and (since == _UNKNOWN or since[:_DAY] <= due.isoformat())
