"""What a review found to hold still is not called outdated in a copy, which lacks the review."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from pledgekit.checks import Tier, check
from pledgekit.exports.folders import register_files
from pledgekit.figures.leading import leading_of
from pledgekit.fingerprint import fingerprint
from pledgekit.ids import Ref
from pledgekit.model.kinds import REVIEWS, UPDATES
from pledgekit.model.levels import Audience
from pledgekit.register import Register
from pledgekit.view import Lens, look
from tests.exports.test_folders import read
from tests.registers import BASE, CITY, DECLARED, made

if TYPE_CHECKING:
    from pledgekit.model.record import Record
    from pledgekit.register import Loaded

DAY = datetime.date(2026, 1, 1)
CLAUSE = made(
    "commitments", "speak-out", title="Speak out", translations={"nl": {"title": "Spreek", "seen": "sha256:old"}}
)
SAID = made(
    "updates",
    "u",
    visibility="public",
    completion="limited",
    date="2025-01-01",
    clause_seen="sha256:old",
    note="for staff",
)


def looked_at(*seen: Record) -> Record:
    """A review of members' that finds these to hold still."""
    contents = [{"record": str(each.ref), "content": fingerprint(each)} for each in seen]
    review: Record = made("reviews", "looked", verdict="still-holds", seen=contents, by="A. Boss")
    return review


def copied(audience: Audience, *records: Record) -> Loaded:
    """The copy for an audience."""
    whole = Register.of([*(each for each in BASE if each.ref != CLAUSE.ref), CLAUSE, SAID, *records])
    return read(register_files(whole, look(whole, Lens(as_of=DAY, audience=audience))))


def outdated(loaded: Loaded) -> tuple[Ref, ...]:
    """The clauses that the update is said not to be made for, to the public of a copy."""
    view = look(loaded.register, Lens(as_of=DAY))
    (update,) = view.all(UPDATES)
    return leading_of(view).outdated(update)


def warned(loaded: Loaded) -> int:
    """How often a check of the copy says that a clause changed."""
    return sum(each.code == "clause-changed" for each in check(loaded, today=DAY, tier=Tier.STRICT))


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.NETWORK])
def test_without_a_review_it_is_outdated(audience: Audience) -> None:
    """Nothing is found to hold where nobody looked."""
    copy = copied(audience)
    assert ((CLAUSE.ref,), 2) == (outdated(copy), warned(copy))


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.NETWORK])
def test_what_holds_holds_in_the_copy(audience: Audience) -> None:
    """What the register's own public is told of an update, and what its staff of a translation, a copy says, too."""
    answer = copied(audience, looked_at(SAID, CLAUSE))
    assert ((), 1) == (outdated(answer), warned(answer))
    translation = copied(audience, looked_at(CLAUSE))
    assert ((CLAUSE.ref,), 1) == (outdated(translation), warned(translation))


def test_the_copy_tells_nothing_of_who_looked() -> None:
    """Its own review names what the public sees, as the public sees it; a copy for members has theirs and no other."""
    hidden = made("actions", "hidden", visibility="internal")
    (own,) = copied(Audience.PUBLIC, looked_at(SAID, CLAUSE, hidden), hidden).register.records(REVIEWS)
    assert ("unnamed", "2026-01-01", None) == (own.by, str(own.date), own.recorded)
    assert [Ref(CITY, "u"), Ref(DECLARED, "speak-out")] == [each.record for each in own.seen]
    (theirs,) = copied(Audience.NETWORK, looked_at(SAID, CLAUSE)).register.records(REVIEWS)
    assert "looked" == theirs.id


def test_what_needs_no_review_gets_none() -> None:
    """A review of what is not outdated stays behind: that somebody looked is nobody else's business."""
    fresh = SAID.changed({"clause_seen": fingerprint(CLAUSE)})
    plain = CLAUSE.changed({"translations": {}})
    whole = Register.of([*(each for each in BASE if each.ref != CLAUSE.ref), plain, fresh, looked_at(fresh, plain)])
    files = register_files(whole, look(whole, Lens(as_of=DAY)))
    assert [] == [path for path in files if "reviews" in path]
