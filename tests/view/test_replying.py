"""A reply, and a day to reply by, count for the verdict that they were for."""

from __future__ import annotations

from typing import Any

import pytest

from pledgekit.view.replying import may_be_told, other_verdict, replied_at, verdict_since
from tests.registers import day, made, refs, seen


def judged(revision: int = 1, **values: Any) -> Any:  # noqa: ANN401  an assessment
    """A public assessment, in one of its revisions."""
    given = {"completion": "limited", "visibility": "public", "reply_due": "2025-03-20", "recorded": "2025-02-20"}
    return made("assessments", "judged", revision=revision, **{**given, **values})


def shown(*records: Any, as_of: str = "2026-01-01") -> bool:  # noqa: ANN401  records
    """Tell whether the public sees the assessment."""
    return bool(refs(seen(*records, as_of=as_of), "assessments"))


OTHER = {"completion": "complete", "recorded": "2025-06-01"}
ANSWER = made("replies", recorded="2025-03-01")
AGAIN = made("replies", "again", date="2025-06-02", recorded="2025-06-02")


@pytest.mark.parametrize(
    "change", [{"completion": "complete"}, {"evidence_level": "corroborated"}, {"rationale": "Why"}]
)
def test_another_verdict_is_closed_again(change: dict[str, Any]) -> None:
    """An earlier reply and a day that had passed say nothing of it."""
    later = judged(2, recorded="2025-06-01", **change)
    assert (True, False) == (shown(judged(), ANSWER), shown(judged(), later, ANSWER))
    assert (True, False) == (shown(judged()), shown(judged(), later))


@pytest.mark.parametrize(
    ("later", "replies"),
    [
        (judged(2, **OTHER, reply_due="2025-07-01"), [ANSWER]),
        (judged(2, **OTHER), [ANSWER, AGAIN]),
        (judged(2, **{**OTHER, "recorded": "2025-03-20"}), []),
        (judged(2, assessor="B. Judge", recorded="2025-06-01"), [ANSWER]),
        (judged(2, **{**OTHER, "recorded": None}), []),
    ],
)
def test_what_opens_it(later: Any, replies: list[Any]) -> None:  # noqa: ANN401  a record
    """A new day that passed, a new reply, a change before the day, one of something else; no moment: the day."""
    assert shown(judged(), later, *replies)


@pytest.mark.parametrize(
    "reply",
    [
        made("replies", "late", recorded="2025-08-01"),
        made("replies", "undated", recorded=None),
    ],
)
def test_a_reply_of_before_is_told_by_its_date(reply: Any) -> None:  # noqa: ANN401  a record
    """One that was recorded late, or says no moment, was still given on its date."""
    assert not shown(judged(), judged(2, **OTHER), reply)


def test_a_corrected_reply_is_no_new_one() -> None:
    """Its words were for the verdict that was there when it was first recorded."""
    second = made("replies", revision=2, date="2025-06-03", recorded="2025-06-03")
    assert not shown(judged(), judged(2, **OTHER), ANSWER, second)


def test_a_change_at_no_moment_is_opened_by_no_reply() -> None:
    """Nobody knows whether the reply was for it."""
    later = judged(2, completion="complete", recorded=None, reply_due=None)
    assert not shown(judged(reply_due=None), later, AGAIN)


def test_moments_sort() -> None:
    """Moments are texts in order, and the first verdict stands since ever."""
    one, two, three = judged(), judged(2, **OTHER), judged(3, completion="complete", recorded="2025-09-01")
    since = verdict_since([three, one, two])
    assert ("", "2025-06-01T00:00:00.000000", True, False) == (
        verdict_since([one]),
        since,
        other_verdict(one, two),
        other_verdict(two, three),
    )
    assert ("2025-03-01T00:00:00.000000", False) == (
        replied_at([ANSWER]),
        may_be_told(since, None, replied_at([ANSWER]), day("2026-01-01")),
    )
