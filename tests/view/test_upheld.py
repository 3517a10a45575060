"""Reviews that say "still holds": of which record, for which clause, and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pledgekit.fingerprint import fingerprint
from pledgekit.ids import Ref
from pledgekit.model.levels import Audience
from pledgekit.view.upheld import upheld
from tests.registers import CITY, DECLARED, made, seen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pledgekit.model.acts import Review
    from pledgekit.model.record import Record

CLAUSE = made("commitments", "c1", wording="official", text="Clause one of the test text")
OTHER = made("commitments", "c2", wording="official", text="Clause two of the test text")
ANSWER = made("updates", "u", commitment=f"{DECLARED}/c1", completion="limited", visibility="public")
PAIR = (Ref(CITY, "u"), Ref(DECLARED, "c1"))
ITSELF = (Ref(DECLARED, "c1"), Ref(DECLARED, "c1"))


def looked_at(*records: Record, verdict: str = "still-holds") -> Review:
    """Review records as they are."""
    content = [{"record": f"{each.ref}", "content": fingerprint(each)} for each in records]
    review: Review = made("reviews", "r", verdict=verdict, seen=content)
    return review


def changed(record: Any, **keys: object) -> Any:  # noqa: ANN401  of any kind
    """Give the same record with other content."""
    return record.changed(keys)


@pytest.mark.parametrize(
    ("review", "now", "expected"),
    [
        (looked_at(ANSWER, CLAUSE), [ANSWER, CLAUSE], {PAIR}),
        (looked_at(ANSWER, CLAUSE, verdict="approved"), [ANSWER, CLAUSE], set()),
        (looked_at(ANSWER), [ANSWER, CLAUSE], set()),
        (looked_at(ANSWER, CLAUSE), [changed(ANSWER, completion="complete"), CLAUSE], set()),
        (looked_at(ANSWER, CLAUSE), [ANSWER, changed(CLAUSE, text="Other words")], set()),
        (looked_at(ANSWER, CLAUSE), [ANSWER, changed(CLAUSE, title="Another title of ours")], {PAIR}),
        (looked_at(ANSWER, CLAUSE), [CLAUSE], set()),
        (looked_at(CLAUSE), [CLAUSE], {ITSELF}),
        (looked_at(CLAUSE), [changed(CLAUSE, text="Other words")], set()),
    ],
)
def test_it_binds_what_was_seen_of_both(review: Review, now: Sequence[Record], expected: set[object]) -> None:
    """Of the record and of the clause: when one of them reads otherwise, the review says nothing of them any more."""
    held = {each.ref: each for each in now}
    assert expected == upheld([review], held.get)


def test_one_review_is_for_many() -> None:
    """Each record with each clause it lists."""
    second = made("actions", "a", commitments=[f"{DECLARED}/c2"])
    held = {each.ref: each for each in (ANSWER, second, CLAUSE, OTHER)}
    found = upheld([looked_at(*held.values())], held.get)
    assert {(r, c) for r in (ANSWER.ref, second.ref) for c in (CLAUSE.ref, OTHER.ref)} == found


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.INTERNAL])
def test_it_acts_for_all(audience: Audience) -> None:
    """Its words are not for all, and neither are all keys of what it speaks of; what it upholds is."""
    answer = changed(ANSWER, answered_by="A. Person", obstacles=("no-funding",))
    assert {PAIR} == seen(CLAUSE, answer, looked_at(answer, CLAUSE), audience=audience).upheld


def test_one_that_was_taken_back_upholds_nothing() -> None:
    """Nor one of a later day, as of an earlier one."""
    held = (CLAUSE, ANSWER, looked_at(ANSWER, CLAUSE))
    gone = made("retractions", record=f"{CITY}/r", reason="error")
    assert set() == seen(*held, gone).upheld
    assert set() == seen(*held, as_of="2025-01-19").upheld
    assert {PAIR} == seen(*held, as_of="2025-01-20").upheld
