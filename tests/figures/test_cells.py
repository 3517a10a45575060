"""What a cell is: in force, the states in their order, levels, assessments and flags."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pledgekit.dates import Certainty, Period
from pledgekit.figures import Cell, Line, tally_all
from pledgekit.fingerprint import fingerprint
from pledgekit.ids import Ref
from pledgekit.model.levels import State
from tests.registers import CITY, DECLARED, made, seen

if TYPE_CHECKING:
    from pledgekit.model.record import Record

NO, POSSIBLY, CERTAINLY = Certainty
ROUND = made("rounds", due="2025-01-31", eligible_if_endorsed_by="2024-06-30")
ASSESSED = made("declaration", assessed=True)
TODAY = "2026-01-01"


def line(*records: Record, period: str = "", **lens: str) -> Line:
    """What the one city adds, for staff unless told."""
    view = seen(*records, **{"audience": "internal", **lens})
    return tally_all(view, DECLARED, Period.parse(period) if period else None).lines[Ref(CITY)]


def cell(*records: Record, period: str = "2024", **lens: str) -> Cell:
    """The one cell."""
    (found,) = line(*records, period=period, **lens).cells
    return found


def acts(*given: tuple[str, str | None]) -> list[Any]:
    """Endorsements; the first takes the place of the one of the base."""
    names = ["signed", *(f"act-{number}" for number in range(1, len(given)))]
    return [made("endorsements", name, act=act, date=date) for name, (act, date) in zip(names, given, strict=True)]


# in force


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([("signed", "2022-11-16")], CERTAINLY),
        ([("endorsed", "2022-11-16")], CERTAINLY),
        ([("adopted", "2022-11-16")], CERTAINLY),
        ([("reaffirmed", "2022-11-16")], CERTAINLY),
        ([("announced", "2022-11-16")], NO),
        ([("signed", "2022-11-16"), ("ended", "2023-05-01")], NO),
        ([("signed", "2022-11-16"), ("ended", "2023-05-01"), ("announced", "2023-06-01")], NO),
        ([("signed", "2022-11-16"), ("ended", "2023-05-01"), ("reaffirmed", "2023-06-01")], CERTAINLY),
        ([("signed", "2022-11-16"), ("ended", "2022-11-16")], NO),
        ([("signed", None), ("ended", "2023-05-01")], NO),
        ([("ended", None), ("signed", "2023-05-01")], CERTAINLY),
        ([("signed", None), ("ended", None)], NO),
        ([("signed", None)], CERTAINLY),
        ([("signed", "2022"), ("ended", "2022")], POSSIBLY),
        ([("signed", "2022"), ("ended", "2022"), ("signed", "2023-01-01")], CERTAINLY),
        ([("signed", "2024")], POSSIBLY),
        ([("signed", "2024-07-01")], NO),
        ([("signed", "2022"), ("ended", "2024")], POSSIBLY),
        ([("signed", None), ("ended", "2024")], POSSIBLY),
        ([("signed", "2024-06-30"), ("ended", "2024-06")], POSSIBLY),
        ([("signed", "2024-06"), ("ended", "2024-06-30")], NO),
    ],
)
def test_in_force_is_who_did_not_leave_last(given: list[tuple[str, str | None]], expected: Certainty) -> None:
    """Of all acts the latest is not `ended`; undated come first, on one day an end last; possible if dates allow."""
    assert expected is line(*acts(*given), as_of="2024-06-30").in_force


@pytest.mark.parametrize(
    ("adopted", "expected"), [("2022-11-16", CERTAINLY), ("2022", POSSIBLY), ("2022-11-17", NO), ("2022-11", POSSIBLY)]
)
def test_without_a_date_it_holds_from_the_declaration(adopted: str, expected: Certainty) -> None:
    """An undated endorsement is in force from the day the declaration was adopted, and said to be undated."""
    found = line(made("declaration", adopted=adopted), *acts(("signed", None)), as_of="2022-11-16")
    assert (expected, True) == (found.in_force, found.undated)


def test_judged_on_the_last_day_of_the_period_or_as_of() -> None:
    """Whichever comes first."""
    held = acts(("signed", "2022-11-16"), ("ended", "2025-06-01"))
    found = [line(*held, period="2024"), line(*held, period="2025"), line(*held, period="2025", as_of="2025-05-31")]
    assert [CERTAINLY, NO, CERTAINLY] == [each.in_force for each in found]


def test_rows_are_who_ever_endorsed() -> None:
    """Also who left; not who announced it, nor who never did."""
    left = line(*acts(("signed", "2022-11-16"), ("ended", "2023-01-01")))
    announced = line(*acts(("announced", "2022-11-16")))
    assert ([(True, 1), (False, 0)]) == [(each.row, len(each.cells)) for each in (left, announced)]


def test_an_endorsement_of_another_declaration_is_no_row() -> None:
    """Each declaration has its own signatories."""
    other = made("declaration", "", "nyc-2023")
    assert not line(other, made("endorsements", "signed", declaration="nyc-2023")).row


# the states in their order


def update(**values: Any) -> Any:  # noqa: ANN401  an update
    """An update."""
    return made("updates", values.pop("name", "update"), **values)


def request(act: str, date: str = "2024-11-15", **values: Any) -> Any:  # noqa: ANN401  a request
    """A step of the round."""
    return made("requests", f"{act}-{date}", act=act, date=date, **values)


ASKED = request("asked")
LATE = acts(("signed", "2024-07-01"))
GONE = acts(("signed", "2022-11-16"), ("ended", "2023-01-01"))


@pytest.mark.parametrize(
    ("state", "records"),
    [
        ("not-endorsed", [*GONE, update(completion="complete"), ROUND, ASKED]),
        ("not-endorsed", [*GONE, ROUND, ASKED]),
        ("not-applicable", [update(instead="not-applicable"), ROUND, ASKED]),
        ("reported", [update(completion="limited"), ROUND, request("declined")]),
        ("reported", [*LATE, update(completion="limited"), ROUND]),
        ("nothing-new", [update(instead="nothing-new"), ROUND, request("declined")]),
        ("included-elsewhere", [update(instead="included-elsewhere", included_in="paris-fr"), ROUND]),
        ("not-available", [update(instead="not-available"), ROUND]),
        ("confidential", [update(instead="confidential"), ROUND]),
        ("declined", [update(instead="declined"), ROUND]),
        ("declined", [ROUND, ASKED, request("declined", "2024-12-01")]),
        ("declined", [*LATE, ROUND, ASKED, request("declined", "2024-12-01")]),
        ("not-due", [*LATE, ROUND, ASKED]),
        ("not-due", [*acts(("signed", "2024-07")), ROUND]),
        ("no-answer", [*acts(("signed", "2024-06/2024-07")), ROUND, ASKED]),
        ("no-answer", [*acts(("signed", None)), ROUND, ASKED]),
        ("no-answer", [*acts(("signed", "2022"), ("reaffirmed", "2024-08-01")), ROUND, ASKED]),
        ("not-reached", [ROUND, ASKED, request("undelivered", "2024-11-16")]),
        ("no-answer", [ROUND, request("undelivered"), request("asked", "2024-12-01")]),
        ("no-answer", [ROUND, ASKED]),
        ("no-answer", [ROUND, request("reminded")]),
        ("no-answer", [ROUND, ASKED, request("extended", "2025-01-20", due="2025-12-31")]),
        ("awaiting", [ROUND, ASKED, request("extended", "2025-01-20", due="2026-01-01")]),
        ("awaiting", [ROUND, ASKED, request("extended", "2025-01-20", due="2026")]),
        ("awaiting", [made("rounds", due="2026-01-01"), ASKED]),
        ("awaiting", [made("rounds", due="2026-02"), ASKED]),
        ("awaiting", [ASKED]),
        ("no-answer", [ROUND, request("answered")]),
        ("no-answer", [ROUND, request("undelivered"), request("answered", "2024-12-01")]),
        ("no-answer", [ROUND, request("declined"), request("answered", "2024-12-01")]),
        ("not-asked", [ROUND]),
        ("not-asked", []),
        ("not-asked", [ROUND, request("asked", period="2023")]),
        ("not-asked", [ROUND, update(completion="limited", period="2023")]),
        ("not-asked", [ROUND, made("requests", declaration="nyc-2023"), made("declaration", "", "nyc-2023")]),
    ],
)
def test_the_first_state_that_holds(state: str, records: list[Record]) -> None:
    """In the order of the format; never empty, and never zero for silence."""
    assert state == cell(*records).state


@pytest.mark.parametrize("audience", ["network", "public"])
def test_answered_but_not_seen(audience: str) -> None:
    """Who may see that a city answered, but not what, is told just that."""
    held = (
        made("rounds", responses="public"),
        request("answered"),
        update(completion="limited", visibility="internal"),
    )
    assert [State.ANSWERED_UNPUBLISHED, State.REPORTED] == [
        cell(*held, audience=a).state for a in (audience, "internal")
    ]


def test_answers_that_are_not_published() -> None:
    """Of a round whose responses an audience may not see, no cell tells who was asked; a city sees its own."""
    held = (ROUND, ASKED, request("undelivered", "2024-11-16"))
    expected = {"public": "not-published", "city": "not-reached", "network": "not-reached", "internal": "not-reached"}
    assert expected == {each: cell(*held, audience=each).state for each in expected}
    secret = made("rounds", responses="internal")
    expected = {"public": "not-published", "city": "not-published", "network": "not-published", "internal": "no-answer"}
    assert expected == {each: cell(secret, ASKED, audience=each).state for each in expected}


def test_not_due_is_public() -> None:
    """Who endorsed too late for a round is seen from what is public."""
    assert [State.NOT_DUE, State.NOT_PUBLISHED] == [cell(*held, ROUND, audience="public").state for held in (LATE, ())]


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([], ""),
        ([made("rounds", "r", period="2023")], "2023"),
        ([made("rounds", "r", period="2023"), update(completion="limited")], "2024"),
        (
            [made("rounds", "r", period="2024"), update(completion="limited", period="2024-07/2025-06")],
            "2024-07/2025-06",
        ),
        (
            [made("rounds", "r", period="2024"), update(completion="limited", period="2024-01/2024-12")],
            "2024-01/2024-12",
        ),
    ],
)
def test_without_a_period_the_newest(records: list[Record], expected: str) -> None:
    """The newest among rounds and updates of this view; with neither the day itself, and nobody was asked."""
    total = tally_all(seen(*records, audience="internal", as_of="2025-12-31"), DECLARED)
    period = total.scope.cell_period
    assert (expected, period.last if period else total.scope.as_of) == (
        period.label if period else "",
        total.scope.judged_on,
    )
    assert State.NOT_ASKED is line().state


def test_a_period_is_its_days() -> None:
    """A year and its twelve months are one period, however round, update and request write it."""
    months = "2024-01/2024-12"
    found = [
        cell(update(completion="limited", period=months)),
        cell(made("rounds", period=months), ASKED),
        cell(made("rounds"), request("asked", period=months), period=months),
    ]
    assert ["reported", "no-answer", "no-answer"] == [each.state for each in found]


# levels


def test_the_latest_update_is_live() -> None:
    """By date, then by recorded, then by id; the others are superseded."""
    days = [
        update(name="b", completion="complete", date="2025-01-01"),
        update(name="a", completion="limited", date="2025-01-02"),
    ]
    undated = [update(name="b", completion="complete"), update(name="a", completion="limited", date="2020")]
    known = [
        update(name="b", completion="complete", recorded="2025-01-01"),
        update(name="a", completion="limited", recorded="2025-01-02"),
    ]
    names = [update(name="a", completion="complete"), update(name="b", completion="limited")]
    assert ["limited"] * 4 == [cell(*held).completion for held in (days, undated, known, names)]


@pytest.mark.parametrize(
    ("earlier", "expected"),
    [
        ([], ("nothing-new", "", ())),
        ([{"period": "2023", "completion": "limited"}], ("reported", "limited", ("unchanged",))),
        (
            [{"period": "2022", "completion": "limited"}, {"period": "2023", "instead": "unchanged"}],
            ("reported", "limited", ("unchanged",)),
        ),
        (
            [{"period": "2022", "completion": "limited"}, {"period": "2023", "completion": "complete"}],
            ("reported", "complete", ("unchanged",)),
        ),
        ([{"period": "2025", "completion": "limited"}], ("nothing-new", "", ())),
        ([{"period": "2023-07/2024-06", "completion": "limited"}], ("nothing-new", "", ())),
        ([{"period": "2023", "completion": "limited", "commitment": f"{DECLARED}/other"}], ("nothing-new", "", ())),
    ],
)
def test_unchanged_is_the_last_earlier_level(earlier: list[dict[str, Any]], expected: tuple[object, ...]) -> None:
    """It is said to be confirmed; holding none, it is nothing new."""
    held = [update(name=f"e-{number}", **values) for number, values in enumerate(earlier)]
    found = cell(*held, update(instead="unchanged"))
    assert expected == (found.state, found.completion, found.flags)


def test_an_earlier_level_must_be_seen() -> None:
    """The last earlier level that this view holds."""
    held = (
        update(name="e", completion="limited", period="2023"),
        update(instead="unchanged", visibility="public"),
    )
    assert ["nothing-new", "reported"] == [cell(*held, audience=each).state for each in ("public", "network")]


# the assessor's lane


def judged(name: str, **values: Any) -> Any:  # noqa: ANN401  an assessment
    """An assessment."""
    return made("assessments", name, **{"completion": "limited", **values})


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([], ("not-yet-rated", "")),
        ([judged("a")], (Ref(CITY, "a"), "limited")),
        ([judged("a", completion=None, evidence_level="none")], (Ref(CITY, "a"), "none")),
        ([judged("a"), judged("b", completion="complete")], ("not-settled", "")),
        ([judged("a"), judged("b", completion="complete", settles=[f"{CITY}/a"])], (Ref(CITY, "b"), "complete")),
        ([judged("a"), judged("b"), judged("c", settles=[f"{CITY}/a"])], ("not-settled", "")),
        ([judged("a", settles=[f"{CITY}/b"]), judged("b", settles=[f"{CITY}/a"])], ("not-settled", "")),
        ([judged("a", period="2023")], ("not-yet-rated", "")),
        ([judged("a", commitment=f"{DECLARED}/other")], ("not-yet-rated", "")),
    ],
)
def test_the_assessment_that_holds(records: list[Record], expected: tuple[object, str]) -> None:
    """The one that settles, else the only one, else none does yet."""
    found = cell(ASSESSED, *records)
    assert expected == (found.assessment, found.assessed)


def test_without_an_assessors_lane_there_is_none() -> None:
    """Where `assessed` is false, a cell says nothing of it."""
    found = cell(made("declaration", assessed=False), judged("a"))
    assert (None, "") == (found.assessment, found.assessed)


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([update(completion="limited"), judged("a")], ()),
        ([update(completion="complete"), judged("a")], ("lanes-differ",)),
        ([update(instead="nothing-new"), judged("a")], ()),
        ([update(completion="limited"), judged("a", completion=None, evidence_level="none")], ()),
        ([update(completion="limited", clause_seen="sha256:0")], ("clause-changed",)),
        ([update(completion="limited", clause_seen=fingerprint(made("commitments", "speak-out")))], ()),
        ([judged("a", clause_seen="sha256:0")], ("clause-changed",)),
    ],
)
def test_flags(records: list[Record], expected: tuple[str, ...]) -> None:
    """Lanes that differ, and clauses that changed since somebody looked, are said beside the cell."""
    assert expected == cell(ASSESSED, *records).flags


# clauses that took the place of others

OLD = made("commitments", "speak-out", superseded_by=[f"{DECLARED}/c1"])
NEW = made("commitments", "c1", wording="official", number="1", text="Clause")


def test_records_follow_to_the_clause_that_took_the_place() -> None:
    """They are flagged until somebody looks at them."""
    found = cell(OLD, NEW, update(completion="limited"))
    assert (Ref(DECLARED, "c1"), "reported", ("clause-changed",)) == (found.commitment, found.state, found.flags)


@pytest.mark.parametrize(
    ("answer", "found", "expected"),
    [
        ("sha256:0", "", ("reported",)),
        ("", "sha256:0", ("assessed",)),
        ("sha256:0", "sha256:0", ("reported", "assessed")),
    ],
)
def test_the_flag_is_of_a_lane(answer: str, found: str, expected: tuple[str, ...]) -> None:
    """Of the clause that changed it is known which lane was made of other words."""
    both = update(completion="limited", clause_seen=answer), judged("a", clause_seen=found)
    assert expected == cell(*both).changed


def still_holds(*records: Record, changed: str = "") -> Record:
    """Review records as they are; one of them as it is not any more."""
    content = [
        {"record": f"{each.ref}", "content": "sha256:0" if each.id == changed else fingerprint(each)}
        for each in records
    ]
    review: Record = made("reviews", verdict="still-holds", seen=content)
    return review


ANSWER = update(completion="limited", visibility="public")
DEED = made("actions", "deed", commitments=[f"{DECLARED}/speak-out"], visibility="public")
REFILED = made("actions", "deed", commitments=[f"{DECLARED}/c1"], visibility="public")


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([ANSWER], True),
        ([ANSWER, still_holds(ANSWER, NEW)], False),
        ([ANSWER, still_holds(ANSWER, NEW, changed=ANSWER.id)], True),
        ([ANSWER, still_holds(ANSWER, NEW, changed="c1")], True),
        ([ANSWER, still_holds(ANSWER)], True),
        ([DEED], True),
        ([DEED, still_holds(DEED, NEW)], False),
        ([DEED, still_holds(DEED, NEW, changed="c1")], True),
        ([REFILED], False),
        ([ANSWER, DEED, still_holds(ANSWER, NEW)], True),
        ([ANSWER, DEED, still_holds(ANSWER, DEED, NEW)], False),
    ],
)
@pytest.mark.parametrize("audience", ["public", "internal"])
def test_the_flag_goes_when_somebody_looked(records: list[Record], expected: bool, audience: str) -> None:
    """At the record and at the clause as they are now; it comes back when one of the two changes."""
    assert expected == ("clause-changed" in cell(OLD, NEW, *records, audience=audience).flags)


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ({}, ["a", "b", "c"]),
        ({"a": ["b", "c"]}, ["b", "c"]),
        ({"a": ["b"], "b": ["c"]}, ["c"]),
        ({"a": ["b"], "b": ["a"]}, ["a", "b", "c"]),
        ({"a": ["a"]}, ["a", "b", "c"]),
        ({"a": ["b"], "b": ["a", "c"]}, ["c"]),
        ({"a": ["none"]}, ["a", "b", "c"]),
    ],
)
def test_clauses_in_use(links: dict[str, list[str]], expected: list[str]) -> None:
    """Those that nothing took the place of; round in a circle all stay, so that no record gets lost."""
    clauses = [
        made("commitments", name, superseded_by=[f"{DECLARED}/{each}" for each in links.get(name, [])])
        for name in "abc"
    ]
    gone = made("retractions", record=f"{DECLARED}/speak-out")
    found = [each.commitment.id for each in line(gone, *clauses, period="2024").cells]
    assert expected == found


def test_clauses_stand_in_their_order() -> None:
    """By number, 2 before 10 and 3a after 3, those without a number last by id."""
    numbers = {"x": "10", "y": "2", "z": "3a", "w": "3"}
    held = [made("commitments", name, number=number) for name, number in numbers.items()]
    found = [each.commitment.id for each in line(*held, made("commitments", "a"), period="2024").cells]
    assert ["y", "w", "z", "x", "a", "speak-out"] == found


# the city as a whole


def test_the_state_of_a_city_is_its_foremost_cell() -> None:
    """In the order of the states; what does not apply says nothing of the others."""
    other = made("commitments", "c2")
    second = {"name": "u2", "commitment": f"{DECLARED}/c2"}
    found = [
        line(other, ROUND, ASKED, update(completion="limited"), period="2024"),
        line(other, ROUND, ASKED, update(instead="not-applicable"), period="2024"),
        line(other, update(instead="not-applicable"), update(**second, instead="not-applicable"), period="2024"),
        line(*GONE, other, period="2024"),
        line(*acts(("announced", None)), ROUND, ASKED, period="2024"),
    ]
    assert ["reported", "no-answer", "not-applicable", "not-endorsed", "not-endorsed"] == [each.state for each in found]


def test_a_declaration_without_clauses() -> None:
    """What a city was asked is its state all the same."""
    none = made("retractions", record=f"{DECLARED}/speak-out")
    found = [line(none, ROUND, *held, period="2024") for held in ([ASKED], [], GONE)]
    assert ["no-answer", "not-asked", "not-endorsed"] == [each.state for each in found]
