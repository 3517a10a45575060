"""Office-holders and focal points that staff should look after: told to them, and to nobody else."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING

import pytest

from pledgekit.model.levels import Audience
from pledgekit.register import Register
from pledgekit.render import FORMATS
from pledgekit.reports import REPORTS
from pledgekit.view import Lens, look
from tests.registers import BASE, CITY, DECLARED
from tests.registers import made as record
from tests.reports.papers import made

if TYPE_CHECKING:
    from pledgekit.model.record import Record

SIGNED = record("endorsements", "signed", official="A. Mayor")
SUBJECTS = {"annual": DECLARED, "city": CITY, "commitment": f"{DECLARED}/speak-out", "spotlight": CITY}
HELD: tuple[Record, ...] = (
    SIGNED,
    record("officials", "old", seen="2022-11"),
    record("officials", "new", name="B. Successor", seen="2023-12"),
    record("officials", "deputy", name="C. Deputy", office="Deputy Mayor", seen=None),
    record("officials", "clerk", name="D. Clerk", office="Clerk", seen="2024-12"),
    record("officials", "adviser", name="E. Adviser", office="Adviser", seen="2020", until="2021"),
    record("contacts", "gone", name="F. Contact", until="2024"),
)
LINES = (
    "New in office: B. Successor. “The Hague Declaration” was endorsed under A. Mayor. Reaffirm?",
    "E. Adviser left the office (Adviser), and nobody later is on record.",
    "B. Successor has not been seen in office (Mayor) since December 2023.",
    "When C. Deputy was seen in office (Deputy Mayor) is not on record.",
    "No focal point is on record any more: F. Contact is gone.",
)


def told(*more: Record, name: str = "city", ending: str = "md", audience: str = "internal") -> str:
    """A report on Oslo, or that names it, its lines joined."""
    names = {each.ref for each in (*HELD, *more)}
    register = Register.of([*(each for each in BASE if each.ref not in names), *HELD, *more])
    city = CITY if audience == "city" else None
    lens = Lens(as_of=datetime.date(2025, 6, 1), audience=Audience(audience), city=city)
    found = REPORTS[name].make(look(register, lens), SUBJECTS[name], None)
    return " ".join(made(name, found, ending).decode().split())


def test_staff_is_told_what_to_look_after() -> None:
    """At the end of its own copy of the paper, each matter in a line; who was seen lately is no matter."""
    found = told()
    assert [] == [each for each in LINES if each not in found]
    assert "D. Clerk has not been" not in found
    topics = [(each["topic"], each["why"]) for each in json.loads(told(ending="json"))["staff"]]
    expected = [("mayors", "changed"), ("mayors", "left"), ("mayors", "not-seen"), ("mayors", "never-seen")]
    assert sorted([*expected, ("contacts", "gone")]) == sorted(topics)


@pytest.mark.parametrize("name", SUBJECTS)
@pytest.mark.parametrize("ending", [*FORMATS, "json"])
@pytest.mark.parametrize("audience", ["public", "city", "network"])
def test_nobody_else_is_told(name: str, ending: str, audience: str) -> None:
    """Neither the lines nor that there are any; a contact is named to nobody, a successor to the network at most."""
    found = told(name=name, ending=ending, audience=audience).replace('"staff": []', "")
    words = ("Reaffirm", "reaffirm", "not been seen", "focal point", "F. Contact", "For staff", "never-seen", '"staff"')
    assert [] == [each for each in (*words, *LINES) if each in found]
    assert audience != "public" or "B. Successor" not in found


def test_what_was_reaffirmed_is_told_with_its_official() -> None:
    """Then there is nothing to ask any more, and reports say under whom it was reaffirmed."""
    again = record("endorsements", "again", act="reaffirmed", date="2024-02-01", official="B. Successor")
    found = told(again)
    assert "New in office" not in found
    for name in ("annual", "city", "spotlight"):
        said = told(again, name=name, audience="public")
        assert "endorsed under A. Mayor (2022)" in said
        assert "reaffirmed under B. Successor (2024)" in said
    undated = record("endorsements", "again", act="reaffirmed", date=None, official="B. Successor")
    assert "reaffirmed under B. Successor" in told(undated, audience="public")
