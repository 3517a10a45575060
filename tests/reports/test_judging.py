"""The two lanes in every report and format: side by side, never mixed, and nothing of a lane that is not there."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING, Any

import pytest

from pledgekit.dates import Period
from pledgekit.model.levels import Audience, Visibility
from pledgekit.register import Register
from pledgekit.render import FORMATS
from pledgekit.reports import REPORTS
from pledgekit.view import Lens, look
from tests.registers import BASE, CITY, DECLARED
from tests.registers import made as record
from tests.reports.papers import made

if TYPE_CHECKING:
    from pledgekit.model.record import Record

CLAUSE = f"{DECLARED}/speak-out"
SUBJECTS = {"annual": DECLARED, "city": CITY, "commitment": CLAUSE}
ENDINGS = (*FORMATS, "json")
PARTS = ("corroborated", "A. Judge", "RATIONALE", "REPLYTEXT", "B. Earlier")


def judged(id: str, **values: Any) -> Any:  # noqa: ANN401  an assessment
    """A public assessment of Oslo, its time to reply over on 20 March 2025."""
    keys = {"evidence_level": "corroborated", "completion": "limited", "visibility": "public"}
    return record("assessments", id, "", **{**keys, "reply_due": "2025-03-20", **values})


EARLIER = judged("earlier", assessor="B. Earlier", completion="complete", date="2025-02-01")
JUDGED = judged("judged", rationale="RATIONALE", settles=[f"{CITY}/earlier"], translations={"nl": {"rationale": "RED"}})
REPLY = record("replies", "reply", assessment=f"{CITY}/judged", text="REPLYTEXT", date="2025-03-19")
HELD: tuple[Record, ...] = (
    record("updates", "said", completion="substantial", visibility="public", narrative="We do.", date="2025-01-10"),
    EARLIER,
    JUDGED,
    record("city", "", "bonn-de", name="Bonn", country="DE"),
    record("endorsements", "signed", "bonn-de"),
    record("assessments", "a", "bonn-de", visibility="public", completion="limited", reply_due="2025-03-20"),
    record("assessments", "b", "bonn-de", visibility="public", completion="complete", reply_due="2025-03-20"),
    record("city", "", "paris-fr", name="Paris", country="FR"),
    record("endorsements", "signed", "paris-fr"),
)


def told(name: str, ending: str, *more: Record, as_of: str = "2025-06-01", audience: str = "public") -> str:
    """One report in one format, its lines joined."""
    names = {each.ref for each in more}
    register = Register.of([*(each for each in (*BASE, *HELD) if each.ref not in names), *more])
    lens = Lens(as_of=datetime.date.fromisoformat(as_of), audience=Audience(audience))
    found = REPORTS[name].make(look(register, lens), SUBJECTS[name], Period.parse("2024"))
    return " ".join(made(name, found, ending).decode().split())


@pytest.mark.parametrize("name", SUBJECTS)
@pytest.mark.parametrize("ending", ENDINGS)
def test_an_assessment_stands_with_all_that_belongs_to_it(name: str, ending: str) -> None:
    """Evidence level, assessor, day, reasons, what it settles, and the city's reply: in every report and format."""
    found = told(name, ending, REPLY)
    assert [] == [each for each in PARTS if each not in found]
    assert ("2025-02-20" if ending == "json" else "20 February 2025") in found
    assert "RED" not in found or ending == "json"


@pytest.mark.parametrize("name", SUBJECTS)
def test_where_the_lanes_differ_it_is_said(name: str) -> None:
    """In words beside both levels; where they agree nothing of the kind is said."""
    assert "city and assessor differ" in told(name, "md")
    assert "city and assessor differ" not in told(name, "md", JUDGED.changed({"completion": "substantial"}))


def test_each_lane_has_a_table_of_its_own() -> None:
    """What the city says stands in one, what the assessor finds in the other; of one commitment, columns."""
    found = told("annual", "md")
    first, second = found.split("**What assessors found for 2024, commitment by commitment**")
    assert "| Oslo | ◕ substantial |" in first
    assert "| Oslo | ◔ limited |" in second
    assert "| Bonn | – assessors differ, not settled |" in second
    assert "| Paris |" not in second.split("Of who is not named")[0]
    assert "Of who is not named in the table no assessment is shown here." in second
    assert "| Oslo | ◕ substantial | ◔ limited |" in told("commitment", "md")


@pytest.mark.parametrize("name", ["annual", "commitment", "city"])
def test_a_clause_that_changed_is_told_of_the_assessment_alone(name: str) -> None:
    """The flag stands at the lane whose record was made of other words: here at the assessor's, not at the city's."""
    found = told(name, "md", JUDGED.changed({"clause_seen": "sha256:0"}))
    assert "the clause has changed" in found
    assert "◕ substantial, the clause has changed" not in found
    assert "the clause has changed" not in told(name, "md")


def test_an_assessment_without_a_level_is_worded() -> None:
    """That there was nothing to judge by is no level."""
    nothing = JUDGED.changed({"completion": "", "evidence_level": "none"})
    assert "| Oslo | ◕ substantial | – nothing to judge by |" in told("commitment", "md", nothing)


def test_a_lane_without_any_assessment_says_so() -> None:
    """Where the declaration is assessed and nobody looked yet."""
    bare = [each.changed({"visibility": Visibility.INTERNAL}) for each in HELD if hasattr(each, "settles")]
    assert "No assessment is shown here." in told("annual", "md", *bare)


@pytest.mark.parametrize("name", ["annual", "commitment"])
def test_where_none_holds_there_is_no_list_of_assessments(name: str) -> None:
    """Assessors who differ are worded in the table; nothing of what either found is told as a verdict."""
    found = told(name, "md", *(each.changed({"visibility": Visibility.INTERNAL}) for each in (EARLIER, JUDGED)))
    assert "– assessors differ, not settled" in found
    assert "These are the assessors' words" not in found


def test_a_city_is_told_that_its_assessors_differ() -> None:
    """In its own paper too, in place of a level."""
    other = judged("earlier", completion="complete", date="2025-02-01")
    alone = JUDGED.changed({"settles": ()})
    assert "The assessor: – assessors differ, not settled." in told("city", "md", other, alone)
    found = json.loads(told("city", "json", other, alone))
    assert ["not-settled"] == [each["unrated"] for each in found["declarations"][0]["answers"]]


@pytest.mark.parametrize("name", SUBJECTS)
@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    ("as_of", "more", "seen"),
    [
        ("2025-03-20", (), False),
        ("2025-03-21", (), True),
        ("2025-03-18", (REPLY,), False),
        ("2025-03-19", (REPLY,), True),
        ("2025-03-19", (REPLY.changed({"visibility": Visibility.NETWORK}),), False),
    ],
)
def test_nothing_is_public_before_the_reply_or_its_day(
    name: str,
    ending: str,
    as_of: str,
    more: tuple[Record, ...],
    seen: bool,
) -> None:
    """The day belongs to the city; a public reply ends its time, and only a public one."""
    found = told(name, ending, *more, as_of=as_of)
    assert seen is ("RATIONALE" in found)
    assert seen is ("A. Judge" in found)


@pytest.mark.parametrize("name", SUBJECTS)
@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("audience", ["public", "network", "internal"])
def test_without_a_lane_no_report_says_a_word_of_one(name: str, ending: str, audience: str) -> None:
    """Where the declaration says that it is not assessed; whatever was recorded, and for whomever it is made."""
    found = told(name, ending, REPLY, record("declaration", assessed=False), audience=audience)
    assert [] == [each for each in PARTS if each in found]
    bare = found.replace('"assessment": null', "").replace('"assessments": []', "")  # every report has the same keys
    assert "assess" not in bare.casefold()


@pytest.mark.parametrize("name", SUBJECTS)
@pytest.mark.parametrize("ending", ENDINGS)
def test_by_a_working_title_the_public_is_shown_no_assessment(name: str, ending: str) -> None:
    """Of a declaration with a provisional clause; the network is shown it."""
    provisional = record("commitments", "other", wording="provisional")
    found = told(name, ending, REPLY, provisional)
    assert [] == [each for each in PARTS if each in found]
    assert "RATIONALE" in told(name, ending, REPLY, provisional, audience="network")
