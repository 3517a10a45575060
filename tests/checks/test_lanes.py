"""What cities say, and what assessors say."""

from __future__ import annotations

import pytest

from pledgekit.checks import lanes
from tests.checks.registers import HAGUE, found, record, said


def update(id: str = "u", period: str = "2024", commitment: str = "hague-2022/speak-out", **keys: object) -> str:
    """An update of Oslo."""
    return record("updates", id=id, commitment=commitment, period=period, **keys)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"completion": "limited"}, []),
        ({"instead": "declined"}, []),
        ({}, ["completion-or-instead"]),
        ({"completion": "limited", "instead": "declined"}, ["completion-or-instead instead"]),
    ],
)
def test_an_update_answers_once(keys: dict[str, str], expected: list[str]) -> None:
    """By a level or in another way, never both, never neither."""
    assert expected == found(lanes.completion_or_instead, update(**keys))


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"evidence_level": "none"}, []),
        ({"evidence_level": "documented", "completion": "limited"}, []),
        ({"evidence_level": "none", "completion": "limited"}, ["level-and-evidence completion"]),
        ({"evidence_level": "documented"}, ["level-and-evidence evidence_level"]),
    ],
)
def test_a_level_needs_something_to_judge_by(keys: dict[str, str], expected: list[str]) -> None:
    """A level is absent exactly when there is nothing."""
    text = record(
        "assessments", id="s", commitment="hague-2022/speak-out", period="2024", assessor="A", date="2025", **keys
    )
    assert expected == found(lanes.level_and_evidence, text)


@pytest.mark.parametrize(("words", "expected"), [(200, []), (201, ["long-narrative narrative"])])
def test_a_narrative_has_at_most_200_words(words: int, expected: list[str]) -> None:
    """200 are fine, 201 are too many."""
    assert expected == found(lanes.long_narrative, update(narrative=" ".join(["word"] * words)))


def test_a_city_answers_once_a_period() -> None:
    """Further revisions are no second answer; another commitment or period is another question."""
    assert [] == found(lanes.two_answers, update(), update(revision=2), update("v", period="2023"))
    assert [] == found(lanes.two_answers, update(), update("v", commitment="hague-2022/other"))
    expected = ["oslo-no/u answers hague-2022/speak-out for 2024/12 as well; the latest counts".replace("/12", "")]
    assert expected == said(lanes.two_answers, update(), update("v", period="2024"))
    assert ["two-answers"] == found(lanes.two_answers, update(), update("v", period="2024-01/2024-12"))


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("", ["unchanged-from-nothing instead"]),
        (update("v", period="2023", completion="limited"), []),
        (
            update("v", period="2023", completion="limited") + update("w", period="2025", completion="limited"),
            [],
        ),
        (update("v", period="2023", instead="declined"), ["unchanged-from-nothing instead"]),
        (update("v", period="2025", completion="limited"), ["unchanged-from-nothing instead"]),
        (
            update("v", period="2023", commitment="hague-2022/x", completion="limited"),
            ["unchanged-from-nothing instead"],
        ),
    ],
)
def test_unchanged_means_a_level_reported_before(other: str, expected: list[str]) -> None:
    """An earlier level of the same commitment must be held."""
    texts = [update(instead="unchanged"), *([other] if other else [])]
    assert expected == found(lanes.unchanged_from_nothing, *texts)


def judged(id: str, *settles: str, period: str = "2024", commitment: str = "hague-2022/speak-out") -> str:
    """An assessment of Oslo."""
    keys: dict[str, object] = {"evidence_level": "none", "assessor": "A", "date": "2025", "settles": list(settles)}
    return record("assessments", id=id, commitment=commitment, period=period, **keys)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (judged("a"), []),
        (judged("a", period="2024-01/2024-12"), []),
        (judged("a", period="2023"), ["oslo-no/a is an assessment for 2023, not for 2024"]),
        (
            judged("a", commitment="hague-2022/other"),
            ["oslo-no/a is an assessment of hague-2022/other, not of hague-2022/speak-out"],
        ),
        (update("a", completion="limited"), []),  # which is a wrong target
        ("", []),
    ],
)
def test_an_assessment_settles_others_of_the_same_matter(other: str, expected: list[str]) -> None:
    """Of one clause and period, however the period is written; what is no assessment is another finding."""
    assert expected == said(lanes.settles_other, judged("b", "oslo-no/a"), other)


def test_an_assessment_settles_none_of_another_city() -> None:
    """Whether or not that city's records were read."""
    expected = ["paris-fr/a is an assessment of paris-fr, not of oslo-no"]
    assert expected == said(lanes.settles_other, judged("b", "paris-fr/a"))


def test_what_took_a_clause_s_place_is_the_same_matter() -> None:
    """An assessment of the official clause settles one of its working title."""
    text = HAGUE + 'superseded_by = ["hague-2022/c1"]\n' + record("commitments", id="c1", title="T", wording="official")
    late = judged("b", "oslo-no/a", commitment="hague-2022/c1")
    assert [] == found(lanes.settles_other, judged("a"), late, declarations__hague___2022__d=text)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((judged("a"), judged("b", "oslo-no/a"), judged("c", "oslo-no/b", "oslo-no/a")), []),
        ((judged("a", "oslo-no/a"),), ["oslo-no/a settles itself"]),
        (
            (judged("a", "oslo-no/b"), judged("b", "oslo-no/a")),
            ["oslo-no/a and oslo-no/b settle each other", "oslo-no/b and oslo-no/a settle each other"],
        ),
        (
            (judged("a", "oslo-no/b"), judged("b", "oslo-no/c"), judged("c", "oslo-no/a")),
            [
                "oslo-no/a and oslo-no/b settle each other",
                "oslo-no/b and oslo-no/c settle each other",
                "oslo-no/c and oslo-no/a settle each other",
            ],
        ),
        ((judged("a", "oslo-no/b"), judged("b", "oslo-no/b")), ["oslo-no/b settles itself"]),
    ],
)
def test_assessments_settle_each_other_in_one_direction(texts: tuple[str, ...], expected: list[str]) -> None:
    """A chain is fine; a circle of any length is named at each of its refs, and one that settles itself."""
    assert expected == said(lanes.settles_circle, *texts)
