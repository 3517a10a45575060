"""What a figure left out: every record that could have been meant is behind the figure or told with a reason."""

from __future__ import annotations

import pytest

from pledgekit.catalogues import LANGUAGES
from pledgekit.figures import figures, tally_all
from pledgekit.ids import Ref
from pledgekit.model.levels import Audience
from pledgekit.reports.explain import explain
from pledgekit.reports.explain_left import WHYS
from pledgekit.words import words
from tests.registers import DECLARED, made
from tests.reports.test_explain import PERIOD, explained, view

OLD = made("actions", "old", date="2023-05-05")
SPEAK = "speak-out"


def left(figure: str, commitment: str = "") -> dict[str, str]:
    """Who is left out of a figure of 2024, and why."""
    return {str(each.record.ref): each.why for each in explained(figure, OLD, commitment=commitment).passed}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_reason_has_its_words(lang: str) -> None:
    """One text for each reason in each language."""
    assert [] == [each for each in WHYS if not words(lang).has(f"explain.why.{each}")]


@pytest.mark.parametrize(
    ("figure", "clause", "expected"),
    [
        ("signatories", "", {"bonn-de/left": "no-endorsement", "bonn-de/signed": "no-endorsement"}),
        (
            "signatories/undated",
            "",
            {"bonn-de/left": "dated", "bonn-de/signed": "dated", "oslo-no/signed": "dated"},
        ),
        (
            "actions",
            "",
            {
                "bonn-de/late": "elsewhere",
                "bonn-de/words": "statement",
                "oslo-no/early": "outside",
                "oslo-no/old": "outside",
                "oslo-no/said": "statement",
            },
        ),
        (
            "statements-elsewhere",
            "",
            {
                "bonn-de/late": "deed",
                "oslo-no/bare": "deed",
                "oslo-no/deed": "deed",
                "oslo-no/early": "outside",
                "oslo-no/old": "outside",
                "oslo-no/said": "endorser",
            },
        ),
        (
            "actions-with-evidence",
            "",
            {
                "bonn-de/late": "elsewhere",
                "bonn-de/words": "statement",
                "oslo-no/bare": "no-evidence",
                "oslo-no/early": "outside",
                "oslo-no/old": "outside",
                "oslo-no/said": "statement",
            },
        ),
        (
            "actions/before",
            SPEAK,
            {
                "bonn-de/late": "elsewhere",
                "bonn-de/words": "statement",
                "oslo-no/bare": "timing",
                "oslo-no/deed": "timing",
                "oslo-no/early": "outside",
                "oslo-no/old": "outside",
                "oslo-no/said": "statement",
            },
        ),
        ("completion/limited", SPEAK, {"oslo-no/u-2025": "other-period"}),
        (
            "completion/complete",
            SPEAK,
            {"oslo-no/u-2023": "other-period", "oslo-no/u-2024": "other-level", "oslo-no/u-2025": "other-period"},
        ),
        ("assessed/limited", SPEAK, {"oslo-no/other": "other-period"}),
        ("not-settled", SPEAK, {"oslo-no/judged": "other-level", "oslo-no/other": "other-period"}),
        ("response-rate", "", {}),
    ],
)
def test_who_is_left_out_and_why(figure: str, clause: str, expected: dict[str, str]) -> None:
    """Outside the period, said and not done, elsewhere, without a source; another period or level."""
    assert expected == left(figure, clause)


def test_without_a_period() -> None:
    """What lay before is told as such, and what is in the other half of the actions."""
    found = explain(view(OLD), DECLARED, "actions/after").passed
    assert {"oslo-no/bare": "timing", "oslo-no/early": "before"} == {
        str(each.record.ref): each.why
        for each in found
        if each.record.ref.owner == "oslo-no" and each.why != "statement"
    }


def test_steps_of_other_rounds() -> None:
    """Requests of another period, and of cities that are not in the rate, are told."""
    more = (
        made("requests", "early", period="2023"),
        made("requests", "lost", "rome-it", act="undelivered"),
        made("requests", "other", "rome-it", declaration="nyc-2023"),
    )
    found = {str(each.record.ref): each.why for each in explained("response-rate", *more).passed}
    assert {"oslo-no/early": "other-period", "rome-it/lost": "not-answered"} == found


def test_nothing_is_counted_and_left_out() -> None:
    """For every figure, with and without a period: no record is on both sides, and each action on one."""
    held = {Ref("oslo-no", name) for name in ("deed", "bare", "said", "early", "old")}
    for period in (PERIOD, None):
        for name in figures(tally_all(view(OLD), DECLARED, period)):
            found = explain(view(OLD), DECLARED, name, period=period)
            behind = {record.ref for each in found.members for record in each.records}
            passed = {each.record.ref for each in found.passed}
            assert set() == behind & passed
            if "action" in name or "statements" in name:
                assert held <= behind | passed


def test_deeds_elsewhere_under_another_commitment() -> None:
    """Of a commitment's figure only what was filed under it could have been meant."""
    aside = made("actions", "aside", "bonn-de", commitments=[f"{DECLARED}/doors"])
    found = explained("actions", made("commitments", "doors", title="Open doors"), aside, commitment=SPEAK).passed
    assert {"late", "words"} == {each.record.id for each in found if each.record.ref.owner == "bonn-de"}


def test_reserved_levels_leave_nobody_out() -> None:
    """What is not printed for the public is not told by what it left out."""
    provisional = made("commitments", "other", wording="provisional")
    found = explain(view(provisional, audience=Audience.PUBLIC), DECLARED, f"{DECLARED}/speak-out/completion/limited")
    assert (True, ()) == (found.reserved, found.passed)
