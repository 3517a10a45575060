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
    said = f"oslo-no/m: {keys} changes, its source stays and is of another date: name the new one with --source"
    assert (0, bool(keys)) == (ran.code, said in ran.err), ran.err
    assert bool(keys) == ("another date" in ran.err)
