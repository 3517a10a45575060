"""A round on the register of this repository, as its annual report tells of it to the public and to the network."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pledgekit.dates import Period
from pledgekit.model.kinds import COMMITMENTS
from pledgekit.model.levels import Audience
from pledgekit.render import render
from pledgekit.reports.annual import annual, lay_out
from pledgekit.rounds.following import follow
from pledgekit.store import load
from pledgekit.view import Lens, look
from pledgekit.words import words
from tests.registers import DECLARED, day, made

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.model.record import Record
    from pledgekit.register import Register
    from pledgekit.view import View

HAGUE = Path(__file__).resolve().parents[2]
YEAR = Period.parse("2024")
# Oslo answered, Delft in part, Essen declined, Paris was not reached, Gouda and Leiden say nothing.
ASKED = ("oslo-no", "delft-nl", "essen-de", "paris-fr", "gouda-nl", "leiden-nl")
SILENT = "Gouda and Leiden"


def happened(responses: str, clauses: list[str]) -> Iterator[Record]:
    """What is put on record of the round."""
    yield made("rounds", "round-2024", responses=responses, opens="2024-11-01")
    for city in ASKED:
        yield made("requests", "asked-2024", city)
    for city, act in (
        ("oslo-no", "answered"),
        ("delft-nl", "answered"),
        ("essen-de", "declined"),
        ("paris-fr", "undelivered"),
    ):
        yield made("requests", f"{act}-2024", city, act=act, date="2025-01-20")
    for number, clause in enumerate(clauses):
        said = {"commitment": f"{DECLARED}/{clause}", "completion": "limited", "date": "2025-01-20"}
        yield made("updates", f"2024-{clause}", "oslo-no", **said)
        if number == 0:
            yield made("updates", f"2024-{clause}", "delft-nl", **said)


@cache
def register(responses: str) -> Register:
    """The register of this repository with the round."""
    held = load(HAGUE).register
    clauses = sorted({each.id for each in held.records(COMMITMENTS, DECLARED) if not each.superseded_by})
    for each in happened(responses, clauses):
        held = held.adding(each)
    return held


def seen(responses: str, audience: Audience) -> View:
    """What somebody sees of it in March 2025."""
    return look(register(responses), Lens(as_of=day("2025-03-01"), audience=audience))


def text(responses: str, audience: Audience) -> str:
    """The annual report, on one line."""
    paper = annual(seen(responses, audience), DECLARED, YEAR)
    return " ".join(render(lay_out(paper, words("en")), "txt").decode().split())


def test_staff_sees_all_of_it() -> None:
    """Six asked, five reached, two answered of those; the others by their place."""
    found = follow(seen("network", Audience.INTERNAL), DECLARED, YEAR)
    assert found.rate is not None
    assert (6, 5, 2, 5) == (len(found.asked), found.reached, found.rate.value, found.rate.of)
    places = {name: [each.place.value for each in found.cities if each.city.id == name] for name in ASKED}
    assert ["answered", "partly", "declined", "undelivered", "overdue", "overdue"] == [
        places[each][0] for each in ASKED
    ]


def test_the_public_learns_of_the_round_and_no_more() -> None:
    """Its period and day; no count, no name, no rate."""
    found = text("network", Audience.PUBLIC)
    assert (
        "A round of reporting on 2024 was held, with answers due by 31 January 2025. Its answers are not published."
        in found
    )
    assert [] == [
        each for each in ("Not heard from", "those who were asked", SILENT, "No city has been asked") if each in found
    ]


@pytest.mark.parametrize(
    ("responses", "audience"),
    [("network", Audience.NETWORK), ("public", Audience.PUBLIC), ("public", Audience.NETWORK)],
)
def test_who_may_see_it_reads_the_rate_and_the_names(responses: str, audience: Audience) -> None:
    """The share with its denominator; who is silent, without those who declined or were never reached."""
    found = text(responses, audience)
    assert "2 of 5 (40 %) of those who were asked" in found
    silent = found.partition("Not heard from")[2].partition(".")[0]
    assert SILENT in silent
    assert [] == [each for each in ("Oslo", "Delft", "Essen", "Paris") if each in silent]
