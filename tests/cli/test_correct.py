"""`correct`: a day that moves beside a source of another day is pointed out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.small import make

if TYPE_CHECKING:
    from tests.cli.small import Program

MAYOR = """
[[officials]]
id = "m"
name = "A. Mayor"
office = "Mayor"
from = "2021"
seen = "2022-11"
[[officials.sources]]
url = "https://www.example/2022"
date = "2022-11"
[[officials.sources]]
title = "The city's page, 2024"
date = "2024"
[[officials]]
id = "bare"
name = "B. Deputy"
office = "Deputy Mayor"
seen = "2022-11"
"""


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        (["oslo-no/m", "seen=2025-01"], "seen"),
        (["oslo-no/m", "seen=2025-01", "from=2020"], "from, seen"),
        (["oslo-no/m", "seen=2025-01", "--source", "https://www.example/2025"], ""),
        (["oslo-no/m", "seen=2024"], ""),
        (["oslo-no/m", "seen="], ""),
        (["oslo-no/m", "until=2025"], ""),
        (["oslo-no/m", "name=A. Mayoress"], ""),
        (["oslo-no/bare", "seen=2025-01"], ""),
    ],
)
def test_a_day_that_moves_wants_its_source(program: Program, words: list[str], keys: str) -> None:
    """A warning, unless a new source is named, or one that stays is of the new day."""
    make(program.root, commitments__oslo_no__mayors=MAYOR)
    ran = program("correct", *words)
    said = f"oslo-no/m: {keys} changes, its source stays, and is of another date; name the new one: --source"
    assert (0, bool(keys)) == (ran.code, said in ran.err), ran.err
    assert bool(keys) == ("another date" in ran.err)


JUDGED = """
[[assessments]]
id = "judged"
commitment = "d-2020/c1"
period = "2024"
completion = "limited"
evidence_level = "documented"
assessor = "A. Judge"
date = 2025-02-20
visibility = "{}"
reply_due = 2025-03-20
recorded = 2025-02-20
"""


def test_another_verdict_wants_time_to_reply(program: Program) -> None:
    """One that is released is refused without a day to come; one that is not may be worked on."""
    make(program.root, commitments__oslo_no__judged=JUDGED.format("public"))
    verdict = ("correct", "oslo-no/judged", "completion=complete")
    for day in ((), ("reply_due=2025-05-31",), ("reply_due=",)):
        ran = program(*verdict, *day)
        assert (1, True) == (ran.code, "its city has no time to reply to that" in ran.err), ran.err
    assert 0 == program(*verdict, "reply_due=2099-01-01").code
    assert 0 == program("correct", "oslo-no/judged", "assessor=B. Judge").code
    make(program.root, commitments__munich_de__judged=JUDGED.format("network"))
    assert 0 == program("correct", "munich-de/judged", "completion=complete").code


def test_less_time_to_reply_is_pointed_out(program: Program) -> None:
    """A day before the one that was given."""
    make(program.root, commitments__oslo_no__judged=JUDGED.format("public"))
    found = [program("correct", "oslo-no/judged", f"reply_due={day}") for day in ("2025-03-25", "2025-03-01")]
    assert [(0, False), (0, True)] == [(ran.code, "had been given more time to reply" in ran.err) for ran in found]
