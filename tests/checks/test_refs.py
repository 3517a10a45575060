"""Refs: what a record names exists, is of the kind that is meant, and still stands."""

from __future__ import annotations

import pytest

from pledgekit.checks.refs import absent, dangling, of_itself, retracted, unchecked
from tests.checks.registers import HAGUE, OSLO, found, found_in_part, record, said


def action(**keys: object) -> str:
    """An action of Oslo."""
    return record("actions", id="b", title="B", **keys)


A = record("actions", id="a", title="A")
GONE = record("retractions", id="r", record="oslo-no/a", reason="error")
PUBLISHED = record("published", id="said-40", figure="signatories", value=40, as_of="2022", sources=[{}]).replace(
    "[{}]", '[{ title = "A" }]'
)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"commitments": ["hague-2022/speak-out"]}, []),
        ({"inspired_by": ["oslo-no/a"]}, []),
        (
            {"commitments": ["hague-2022/speakout"]},
            ["hague-2022/speakout is not a commitment; nearest: hague-2022/speak-out"],
        ),
        ({"commitments": ["hague-2022/zzz"]}, ["hague-2022/zzz is not a commitment"]),
        (
            {"commitments": ["haag-2022/speak-out"]},
            ["haag-2022/speak-out is not a commitment; nearest: hague-2022/speak-out"],
        ),
        ({"commitments": ["haag-2022/zzz"]}, ["haag-2022/zzz is not a commitment"]),
        ({"commitments": ["zzz"]}, ["zzz is not a commitment"]),
        ({"inspired_by": ["oslo/a"]}, ["oslo/a is not an action; nearest: oslo-no/a"]),
        ({"inspired_by": ["christiania-no/a"]}, ["christiania-no/a is not an action; nearest: oslo-no/a"]),
        ({"commitments": ["oslo-no/a"]}, ["oslo-no/a is an action; a commitment is meant"]),
        ({"commitments": ["hague-2022"]}, ["hague-2022 is a declaration; a commitment is meant"]),
        ({"inspired_by": ["hague-2022/said-40"]}, ["hague-2022/said-40 is a published total; an action is meant"]),
    ],
)
def test_a_ref_leads_to_what_is_meant(keys: dict[str, list[str]], expected: list[str]) -> None:
    """What does not exist is named with the nearest that does; what is of another kind is called by its kind."""
    city = OSLO + 'former_ids = ["christiania-no"]\n'
    files = {"commitments__oslo___no__city": city, "declarations__hague___2022__p": PUBLISHED}
    assert expected == said(dangling, A, action(**keys), **files)


@pytest.mark.parametrize(
    ("declaration", "expected"),
    [
        ("hague-2022", []),
        ("hague-2023", ["hague-2023 is not a declaration; nearest: hague-2022"]),
        ("oslo-no", ["oslo-no is a city; a declaration is meant"]),
        ("hague-2022/speak-out", ["hague-2022/speak-out is a commitment; a declaration is meant"]),
        ("hague-2022/speakout", ["hague-2022/speakout is not a declaration; nearest: hague-2022"]),
        ("hague-2022/hague-2022", ["hague-2022/hague-2022 is not a declaration; nearest: hague-2022"]),
        ("zzz", ["zzz is not a declaration"]),
    ],
)
def test_a_ref_leads_to_an_owner(declaration: str, expected: list[str]) -> None:
    """Declarations and cities are told apart."""
    assert expected == said(dangling, record("endorsements", id="e", declaration=declaration, act="signed"))


def test_refs_are_found_at_every_depth() -> None:
    """The path says which part of a record holds the ref."""
    clause = record("commitments", id="c", title="C", wording="provisional")
    clause += 'maps_to = [{ commitment = "hague-2022/speak-out", relation = "same" }, '
    clause += '{ commitment = "hague-2022/x", relation = "same" }]\n'
    expected = ["unknown-commitment maps_to[1].commitment"]
    assert expected == found(dangling, declarations__hague___2022__c=clause)
    update = record("updates", id="u", commitment="hague-2022/speak-out", period="2024", included_in="zzz")
    assert ["unknown-ref included_in"] == found(dangling, update)


def test_what_names_any_record_may_name_an_owner_too() -> None:
    """A retraction may point to a record or an owner instead."""
    text = GONE.replace('"r"', '"{}"') + 'in_favour_of = "{}"\n'
    assert [] == found(dangling, A, text.format("r", "oslo-no"))
    expected = ["oslo-no/zzz is not a record"]
    assert expected == said(dangling, A, text.format("r", "oslo-no/zzz"))


def test_what_may_only_be_waiting_for_a_repair_is_not_called_missing() -> None:
    """One broken file would else hide itself behind a hundred followers."""
    broken = {"declarations__hague___2022__c": "[[commitments"}
    assert [] == found(dangling, action(commitments=["hague-2022/other"]), **broken)
    assert ["unknown-ref inspired_by[0]"] == found(dangling, action(inspired_by=["oslo-no/x"]), **broken)


def test_part_of_a_register_is_not_judged_by_what_was_not_loaded() -> None:
    """Refs to owners that nobody asked for are left alone."""
    assert [] == found_in_part(dangling, action(commitments=["nyc-2023/x"]))
    expected = ["unknown-commitment commitments[0]"]
    assert expected == found_in_part(dangling, action(commitments=["hague-2022/x"]))


def test_an_owner_without_its_own_record_is_no_target() -> None:
    """A folder alone is neither a city nor a declaration."""
    update = record("updates", id="u", commitment="hague-2022/speak-out", period="2024", included_in="bergen-no")
    assert ["bergen-no is not a city"] == said(dangling, update, commitments__bergen___no__a=A)


def test_what_was_mended_or_taken_back_is_not_judged() -> None:
    """Nobody may change the file that is wrong; a further revision or a retraction is the repair."""
    wrong = record("actions", id="a", title="A", inspired_by=["oslo-no/x"])
    assert ["unknown-ref inspired_by[0]"] == found(dangling, wrong)
    assert [] == found(dangling, wrong, record("actions", id="a", title="A", revision=2))
    assert [] == found(dangling, wrong, GONE)
    assert [] == found(dangling, wrong, GONE.replace("oslo-no/a", "oslo-no"))
    undone = record("retractions", id="r2", record="oslo-no/r", reason="error")
    assert ["unknown-ref inspired_by[0]"] == found(dangling, wrong, GONE, undone)


def test_a_ref_to_what_was_taken_back_is_told() -> None:
    """Also when the record was erased; it is no longer unknown then."""
    assert ["retracted-ref inspired_by[0]"] == found(retracted, A, GONE, action(inspired_by=["oslo-no/a"]))
    assert ["retracted-ref inspired_by[0]"] == found(retracted, GONE, action(inspired_by=["oslo-no/a"]))
    assert [] == found(dangling, GONE, action(inspired_by=["oslo-no/a"]))
    assert [] == found(retracted, A, GONE)
    city = GONE.replace("oslo-no/a", "bergen-no")
    bergen = {"commitments__bergen___no__a": A}
    with_owner = action(inspired_by=["bergen-no/a"])
    assert ["retracted-ref inspired_by[0]"] == found(retracted, city, with_owner, **bergen)


REVIEW = record("reviews", id="v", verdict="approved", by="A", date="2024") + (
    'seen = [{ record = "oslo-no/a", content = "sha256:0" }]\n'
)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((A, GONE, REVIEW), []),
        ((GONE,), ["absent-record record"]),
        ((REVIEW,), ["absent-record seen[0].record"]),
        ((GONE.replace("error", "privacy"),), []),
        ((GONE.replace("error", "safety"), REVIEW), []),
        (("[[actions", GONE, REVIEW), []),
    ],
)
def test_what_acts_on_a_record_may_outlive_it(texts: tuple[str, ...], expected: list[str]) -> None:
    """An erasure leaves its tombstone; otherwise a ref that leads nowhere is worth a look, and no error."""
    assert expected == found(absent, *texts)
    assert [] == found(dangling, *texts)


def test_the_register_itself_is_sound() -> None:
    """Nothing is found where nothing is wrong."""
    assert HAGUE
    assert [] == found(dangling, A) + found(retracted, A) + found(absent, A)


def test_a_retraction_does_not_take_itself_back() -> None:
    """It names another record, or it is told; taking back a take-back is another matter."""
    itself = record("retractions", id="r", record="oslo-no/r", reason="error")
    other = record("retractions", id="s", record="oslo-no/r", reason="error")
    assert ["wrong-target record"] == found(of_itself, itself, other)


def test_nothing_stands_in_its_own_place() -> None:
    """What is retracted gives way to another record."""
    own = record("retractions", id="r", record="oslo-no/a", reason="error", in_favour_of="oslo-no/a")
    other = record("retractions", id="s", record="oslo-no/a", reason="error", in_favour_of="oslo-no/b")
    assert ["wrong-target in_favour_of"] == found(of_itself, A, own, other)


def test_nothing_is_inspired_by_itself() -> None:
    """Two may have learnt from each other; what follows itself is told."""
    mutual = record("actions", id="a", title="A", inspired_by=["oslo-no/b"])
    assert [] == found(of_itself, mutual, action(inspired_by=["oslo-no/a"]))
    assert ["wrong-target inspired_by[0]"] == found(of_itself, action(inspired_by=["oslo-no/b"]))


def test_what_cannot_be_followed_is_said_once() -> None:
    """Where a file of an owner is broken, its refs wait for the repair; how many do is told, at the first of them."""
    two = record("actions", id="b", title="B") + 'commitments = ["hague-2022/c1", "hague-2022/c2"]\n'
    broken = {"declarations__hague___2022__x": "[[commitments"}
    assert ["unchecked-ref commitments[0]"] == found(unchecked, two, **broken)
    expected = "hague-2022/c1, nor 1 more of its refs, could not be checked: not all of hague-2022 can be read"
    assert [expected] == said(unchecked, two, **broken)
    assert [] == found(dangling, two, **broken) + found(unchecked, two)


def test_what_is_retracted_or_there_needs_no_repair() -> None:
    """It can be followed, or is told of elsewhere."""
    gone = record("retractions", id="r", record="hague-2022/c1", reason="privacy")
    text = record("actions", id="b", title="B") + 'commitments = ["hague-2022/c1", "hague-2022/speak-out"]\n'
    assert [] == found(unchecked, text, gone, declarations__hague___2022__x="[[commitments")
