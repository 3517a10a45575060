"""Whom a round asks, and that one city looks alone as it looks in the whole register."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given

from pledgekit.dates import Period
from pledgekit.errors import NotFound, Refused
from pledgekit.model.kinds import CITY, COMMITMENTS, DECLARATION, DECLARATIONS, KINDS, ROUNDS
from pledgekit.model.levels import Audience
from pledgekit.register import Register
from pledgekit.rounds.whom import Around, asked
from pledgekit.view import Lens, look
from tests.registers import lenses, registers
from tests.rounds.forms import ASKED, OSLO, YEAR, placed, register_at, with_record

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from pledgekit.model.kinds import Kind
    from pledgekit.model.record import Record
    from pledgekit.view import View

BOTH = ("one-2020", "two-2021")
TODAY = ASKED.date()
LATE = """\
[city]
id = "late-no"
name = "Late"
kind = "city"
country = "NO"

[[endorsements]]
id = "e1"
declaration = "one-2020"
act = "signed"
date = 2026-07-01
"""


def told(view: View, city: str) -> list[Record]:
    """All that a form may be made of: the city's own records, and declarations with clauses and rounds."""
    own: list[Kind[Any]] = [each for each in KINDS.values() if each.home != DECLARATION]
    shared: list[Kind[Any]] = [DECLARATIONS, COMMITMENTS, ROUNDS]
    found = [each for kind in own for each in view.all(kind, city)]
    return [*found, *(each for kind in shared for each in view.all(kind))]


@given(registers(), lenses())
def test_a_city_alone_looks_as_in_the_whole(records: list[Record], lens: Lens) -> None:
    """What a form shows is the same, whether the city is looked at among all others or alone."""
    register = Register.of(records)
    around = Around(register)
    for city in register.owners(CITY):
        own = attrs.evolve(lens, audience=Audience.CITY, city=city)
        assert told(look(register, own), city) == told(look(around.of(city), own), city)


def whom(
    root: Path, declarations: Sequence[str] = BOTH, cities: Collection[str] = (), as_of: datetime.date = TODAY
) -> dict[str, tuple[str, ...]]:
    """The cities asked, each with its declarations."""
    found = asked(register_at(root), declarations, YEAR, as_of=as_of, cities=cities)
    return {each.city: each.declarations for each in found}


def test_who_endorses_is_asked(tmp_path: Path) -> None:
    """Each city is asked by those declarations that it endorses; cities come by id."""
    assert {"bergen-no": ("one-2020",), OSLO: BOTH} == whom(placed(tmp_path))
    assert {OSLO: ("two-2021",)} == whom(tmp_path, ["two-2021"])


def test_a_city_that_is_named_and_not_asked_is_refused(tmp_path: Path) -> None:
    """With all those refused and the reason of each, and nobody is asked."""
    placed(tmp_path)
    (tmp_path / "commitments/late-no").mkdir()
    with_record(tmp_path, LATE, "city", "late-no")
    assert {"bergen-no": ("one-2020",)} == whom(tmp_path, cities=["bergen-no"])
    with pytest.raises(
        Refused, match=r"bergen-no is not asked \(two-2021: does not endorse\); late-no is not asked"
    ) as no:
        whom(tmp_path, ["two-2021"], [OSLO, "late-no", "bergen-no"])
    assert "name cities that endorse" in no.value.remedy


def test_a_city_that_nobody_may_see_is_not_asked(tmp_path: Path) -> None:
    """A city on record for staff alone gets no form."""
    placed(tmp_path)
    path = tmp_path / "commitments/bergen-no"
    text = (path / "city.toml").read_text("utf-8").replace('kind = "city"', 'kind = "city"\nvisibility = "internal"')
    (path / "internal").mkdir()
    (path / "city.toml").rename(path / "internal/city.toml").write_text(text, "utf-8")
    assert [OSLO] == list(whom(tmp_path))


def test_a_round_that_is_not_there_is_said(tmp_path: Path) -> None:
    """Of one that opens later the day is told, and how to prepare it; of none how to open one."""
    placed(tmp_path)
    with pytest.raises(Refused, match="the round of one-2020 for 2024 opens on 2025-01-01") as later:
        whom(tmp_path, as_of=datetime.date(2024, 12, 1))
    assert "--as-of 2025-01-01" in later.value.remedy
    with pytest.raises(NotFound, match="one-2020 has no round for 2022"):
        list(asked(register_at(tmp_path), BOTH, Period.parse("2022"), as_of=ASKED.date()))
