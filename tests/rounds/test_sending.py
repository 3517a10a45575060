"""Putting on record what was sent and what came of it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from pledgekit import Lens, look
from pledgekit.model.levels import Audience, RequestAct
from pledgekit.recording import keep
from pledgekit.rounds.sending import reminded, sent
from pledgekit.rounds.whom import Around, asked
from tests.rounds.forms import ASKED, NOW, OSLO, YEAR, placed, register_at

if TYPE_CHECKING:
    from pathlib import Path

    from pledgekit.rounds.sending import Sent

BOTH = ("one-2020", "two-2021")
DAY = datetime.date(2025, 1, 5)


def requests(root: Path, act: str = RequestAct.ASKED, date: datetime.date = DAY) -> Sent:
    """What would be put on record of all cities."""
    register = register_at(root)
    found = asked(register, BOTH, YEAR, as_of=ASKED.date())
    return sent(Around(register), found, YEAR, act=act, date=date, lang="nb", note="posted", by="T", now=NOW)


def test_one_file_a_city_with_a_request_for_each_declaration(tmp_path: Path) -> None:
    """Of every declaration by which the city is asked."""
    made = requests(placed(tmp_path))
    found = [(each.record, *each.beside) for each in made.drafts]
    assert [["bergen-no"], [OSLO, OSLO]] == [[each.owner for each in records] for records in found]
    assert [["one-2020"], [*BOTH]] == [[each.declaration.owner for each in records] for records in found]
    assert {("asked", "2024", "2025-01-05", "nb", "posted")} == {
        (each.act, each.period.label, f"{each.date}", each.lang, each.note) for records in found for each in records
    }


def test_not_twice_for_one_day(tmp_path: Path) -> None:
    """What is on record already is passed over and named; another day or act is another record."""
    keep(placed(tmp_path), requests(tmp_path).drafts)
    again = requests(tmp_path)
    assert ((), ("bergen-no", OSLO)) == (again.drafts, again.before)
    assert 2 == len(requests(tmp_path, date=DAY + datetime.timedelta(1)).drafts)
    assert 2 == len(requests(tmp_path, RequestAct.REMINDED).drafts)


def test_who_was_asked_and_has_not_answered_may_be_reminded(tmp_path: Path) -> None:
    """Nobody before they are asked; not who declined."""

    def open_ones() -> set[str]:
        view = look(register_at(tmp_path), Lens(as_of=NOW.date(), audience=Audience.INTERNAL))
        return reminded(view, BOTH, YEAR)

    placed(tmp_path)
    assert set() == open_ones()
    keep(tmp_path, requests(tmp_path).drafts)
    assert {"bergen-no", OSLO} == open_ones()
    keep(tmp_path, [requests(tmp_path, RequestAct.DECLINED, DAY + datetime.timedelta(9)).drafts[0]])
    assert {OSLO} == open_ones()
