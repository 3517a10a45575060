"""Explaining figures: every figure there is has a rule in words and leads to the records it was counted from."""

from __future__ import annotations

import pytest

from pledgekit.catalogues import LANGUAGES
from pledgekit.dates import Period
from pledgekit.errors import NotFound, UsageError
from pledgekit.figures import figures, tally_all
from pledgekit.ids import Ref
from pledgekit.model.levels import Audience
from pledgekit.register import Register
from pledgekit.reports.explain import RULES, Explanation, explain
from pledgekit.view import Lens, View, look
from pledgekit.words import words
from tests.registers import BASE, DECLARED, day, made

RECORDS = (
    *(each for each in BASE if each.ref != Ref(DECLARED)),
    made("declaration", assessed=True),
    made("rounds", "round-2024"),
    made("requests", "asked"),
    made("requests", "answered", act="answered", date="2025-01-20"),
    made("actions", "deed", evidence=[{"title": "A page"}], date="2024-05-01"),
    made("actions", "bare", kind="plan"),
    made("actions", "said", kind="statement"),
    made("actions", "early", date="2020-05-01"),
    made("updates", "u-2023", period="2023", completion="limited", date="2024-01-10"),
    made("updates", "u-2024", instead="unchanged", date="2025-01-10"),
    made("updates", "u-2025", period="2025", completion="complete", date="2026-01-01"),
    made("assessments", "judged", completion="limited"),
    made("assessments", "other", completion="limited", period="2023"),
    made("city", "", "rome-it", name="Rome", country="IT"),
    made("endorsements", "signed", "rome-it", date=None),
    made("city", "", "bonn-de", name="Bonn", country="DE"),
    made("endorsements", "signed", "bonn-de"),
    made("endorsements", "left", "bonn-de", act="ended", date="2023-05-01"),
    made("declaration", "", "nyc-2023", title="New York"),
    made("endorsements", "elsewhere", "rome-it", declaration="nyc-2023"),
    made("actions", "late", "bonn-de"),
    made("actions", "words", "bonn-de", kind="statement"),
)
PERIOD = Period.parse("2024")


def view(*more: object, audience: Audience = Audience.INTERNAL) -> View:
    """The register of this page, as staff see it."""
    register = Register.of([*RECORDS, *more])  # type: ignore[list-item]  # records
    return look(register, Lens(as_of=day("2026-01-01"), audience=audience))


def explained(figure: str, *more: object, commitment: str = "") -> Explanation:
    """Explain a figure of 2024."""
    ref = Ref(DECLARED, commitment) if commitment else None
    return explain(view(*more), DECLARED, figure, period=PERIOD, commitment=ref)


def led(found: Explanation) -> dict[str, list[str]]:
    """The records behind each member."""
    return {str(each.member): [str(record.ref) for record in each.records] for each in found.members}


def test_every_figure_has_a_rule_and_records_behind_each_member() -> None:
    """No figure is without its words, and no member without a record that stands in a file."""
    rules = set()
    for name, figure in figures(tally_all(view(), DECLARED, PERIOD)).items():
        found = explain(view(), DECLARED, name, period=PERIOD)
        rules.add(found.rule)
        assert figure == found.figure
        assert [] == [each.member for each in found.members if not each.records]
    assert set(RULES) == rules


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_rule_has_its_words(lang: str) -> None:
    """One text for each rule in each language."""
    assert [] == [each for each in RULES if not words(lang).has(f"explain.rule.{each}")]


@pytest.mark.parametrize(
    ("figure", "commitment", "expected"),
    [
        ("signatories/undated", "", {"rome-it": ["rome-it/signed"]}),
        ("countries", "", {"IT": ["rome-it/signed"], "NO": ["oslo-no/signed"]}),
        ("cities-with-action", "", {"oslo-no": ["oslo-no/bare", "oslo-no/deed"]}),
        ("actions/after", "", {"oslo-no/deed": ["oslo-no/deed"]}),
        ("actions-with-evidence", "", {"oslo-no/deed": ["oslo-no/deed"]}),
        ("response-rate", "", {"oslo-no": ["oslo-no/answered", "oslo-no/asked"]}),
        ("cities-with-action", "speak-out", {"oslo-no": ["oslo-no/bare", "oslo-no/deed"]}),
        ("completion/limited", "speak-out", {"oslo-no": ["oslo-no/u-2023", "oslo-no/u-2024"]}),
        ("assessed/limited", "speak-out", {"oslo-no": ["oslo-no/judged"]}),
        ("not-yet-rated", "speak-out", {"rome-it": ["rome-it/signed"]}),
        ("hague-2022/speak-out/statements", "", {"oslo-no/said": ["oslo-no/said"]}),
    ],
)
def test_members_lead_to_their_records(figure: str, commitment: str, expected: dict[str, list[str]]) -> None:
    """Deeds to themselves, cities to what they did, answered or endorsed, levels to the answers that hold."""
    assert expected == led(explained(figure, commitment=commitment))


def test_who_could_have_been_counted_is_named_in_order() -> None:
    """A share says who else stands in its universe, by name; a count has none."""
    assert (("rome-it",), ()) == (explained("cities-with-action").not_counted, explained("actions").not_counted)


def test_what_is_uncertain_is_told() -> None:
    """An undated action lies only possibly in a period."""
    found = explained("actions/unknown")
    assert [(Ref("oslo-no", "bare"), False)] == [(each.member, each.certain) for each in found.members]


def test_levels_of_working_titles_are_reserved_for_the_public() -> None:
    """While the wording is provisional no matrix and no assessment is printed for the public."""
    name = f"{DECLARED}/speak-out/"
    provisional = made("commitments", "other", wording="provisional")
    found = [
        explain(view(provisional, audience=audience), DECLARED, f"{name}{figure}").reserved
        for audience in (Audience.PUBLIC, Audience.NETWORK)
        for figure in ("completion/limited", "assessed/none", "actions")
    ]
    assert [True, True, False, False, False, False] == found


@pytest.mark.parametrize(
    ("figure", "error", "said"),
    [
        ("signatorys", UsageError, "nearest: signatories"),
        (
            "zzzzzzzz",
            UsageError,
            "is no figure of hague-2022; figures: signatories, .*; of one commitment, .*completion/LEVEL",
        ),
        (f"{DECLARED}/speak-out/completion/limitd", UsageError, "nearest: hague-2022/speak-out/completion/limited"),
    ],
)
def test_unknown_figures(figure: str, error: type[Exception], said: str) -> None:
    """What is no figure is told with the nearest one."""
    with pytest.raises(error, match=said):
        explained(figure)


def test_figures_that_there_is_nothing_for() -> None:
    """Without a request there is no response rate, without an assessor's lane no assessment."""
    register = Register.of([*BASE, made("declaration", revision=2, assessed=False)])
    bare = look(register, Lens(as_of=day("2026-01-01")))
    with pytest.raises(NotFound, match="nobody was asked"):
        explain(bare, DECLARED, "response-rate")
    with pytest.raises(NotFound, match="is not assessed"):
        explain(bare, DECLARED, "assessed/none", commitment=Ref(DECLARED, "speak-out"))


def test_without_a_period_answers_are_those_of_the_newest() -> None:
    """The period that was counted is told: the cells' own where the figure is of a lane."""
    of_lane = explain(view(), DECLARED, f"{DECLARED}/speak-out/completion/complete")
    assert ("2025", None) == (
        of_lane.period.label if of_lane.period else "",
        explain(view(), DECLARED, "actions").period,
    )
