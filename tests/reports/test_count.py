"""Counting for a sentence: the share is that of the figures, and filters narrow cities and deeds, never the rules."""

from __future__ import annotations

from typing import Any

import pytest

from pledgekit.dates import Period
from pledgekit.errors import UsageError
from pledgekit.figures import figures, tally_all
from pledgekit.ids import Ref
from pledgekit.model.levels import Audience
from pledgekit.register import Register
from pledgekit.reports.count import Counted, count
from pledgekit.reports.listing import Filters
from pledgekit.view import Lens, look
from tests.registers import BASE, DECLARED, day, made

RECORDS = (
    *BASE,
    made("commitments", "work", title="Work together"),
    made("commitments", "old", title="Old words", superseded_by=[f"{DECLARED}/work"]),
    made("commitments", "else", "nyc-2023", title="Else"),
    made("declaration", "", "nyc-2023", title="New York"),
    made("actions", "training", "oslo-no", kind="training", title="Courses", date="2024-05-01"),
    made("actions", "early", "oslo-no", kind="training", date="2020-05-01"),
    made("actions", "said", "oslo-no", kind="statement"),
    made("city", "", "rome-it", name="Rome", country="IT"),
    made("endorsements", "signed", "rome-it"),
    made("actions", "plan", "rome-it", kind="plan", commitments=[f"{DECLARED}/old"]),
    made("city", "", "bonn-de", name="Bonn", country="DE"),
    made("endorsements", "signed", "bonn-de"),
    made("endorsements", "left", "bonn-de", act="ended", date="2023-05-01"),
    made("actions", "late", "bonn-de"),
)


def counted(period: str = "", **filters: Any) -> Counted:  # noqa: ANN401  as Filters has them
    """Count on the register of this page."""
    register = Register.of(RECORDS)
    view = look(register, Lens(as_of=day("2026-01-01"), audience=Audience.PUBLIC))
    return count(register, view, DECLARED, Period.parse(period) if period else None, Filters(**filters))


def names(found: Counted) -> list[str]:
    """The actions behind a count."""
    return [f"{each.ref}" for each in found.actions]


def test_without_filters_it_is_the_figure() -> None:
    """The share is `cities-with-action` itself, so a sentence never differs from a report."""
    view = look(Register.of(RECORDS), Lens(as_of=day("2026-01-01")))
    found = counted()
    assert figures(tally_all(view, DECLARED))["cities-with-action"] == found.share
    assert (["oslo-no/training", "rome-it/plan"], 0) == (names(found), found.not_known)
    assert (Ref("oslo-no", "early"),) == found.before


@pytest.mark.parametrize(
    ("filters", "members", "of"),
    [
        ({"kinds": ["training"]}, ["oslo-no"], 2),
        ({"kinds": ["training", "plan"]}, ["oslo-no", "rome-it"], 2),
        ({"cities": ["rome-it"]}, ["rome-it"], 1),
        ({"countries": ["no"]}, ["oslo-no"], 1),
        ({"countries": ["JP"]}, [], 0),
        ({"commitments": [Ref(DECLARED, "work")]}, ["rome-it"], 2),
        ({"commitments": [Ref(DECLARED, "old")]}, ["rome-it"], 2),
        ({"commitments": [Ref(DECLARED, "old"), Ref(DECLARED, "speak-out")]}, ["oslo-no", "rome-it"], 2),
        ({"search": ["COURSES"]}, ["oslo-no"], 2),
        ({"statuses": ["closed"]}, [], 2),
    ],
)
def test_filters_narrow(filters: dict[str, Any], members: list[str], of: int) -> None:
    """Cities narrow the universe, deeds the members; a superseded commitment leads to the one in use."""
    found = counted(**filters)
    assert (members, of) == (sorted(map(str, found.share.members)), found.share.of)


def test_a_period_counts_what_possibly_lies_in_it() -> None:
    """An undated action is possibly in every period: counted, and said to be uncertain."""
    found = counted("2024")
    assert (["rome-it"], 2) == (sorted(map(str, found.share.uncertain)), found.share.value)


def test_one_commitment_leaves_out_whom_it_does_not_concern() -> None:
    """A city that says a commitment does not apply to it is not among those counted."""
    records = (*RECORDS, made("updates", "u", "rome-it", visibility="public", instead="not-applicable"))
    register = Register.of(records)
    view = look(register, Lens(as_of=day("2026-01-01")))
    found = count(register, view, DECLARED, None, Filters(commitments=[Ref(DECLARED, "speak-out")]))
    assert ["oslo-no"] == sorted(map(str, found.share.universe))
    assert ["not-applicable", "not-endorsed"] == sorted(each.why for each in found.share.left_out)


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        ({"kinds": ["statement"]}, "said, not done"),
        ({"commitments": [Ref("nyc-2023", "else")]}, "is not a commitment of hague-2022"),
        ({"commitments": [Ref(DECLARED, "speak-oud")]}, "nearest: hague-2022/speak-out"),
    ],
)
def test_what_cannot_be_counted_is_refused(filters: dict[str, Any], said: str) -> None:
    """Statements are no actions, and another declaration's commitments have other signatories."""
    with pytest.raises(UsageError, match=said):
        counted(**filters)
