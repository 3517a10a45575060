"""What is asked about and not found: unknown names get the nearest, and what came later is told with its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.small import Program

LATER = """\
[[commitments]]
id = "c3"
title = "Stay"
wording = "official"
number = "3"
text = "We stay."
recorded = 2024-03-01
"""
ACTION_OF_LATER = """\
[[actions]]
id = "late"
title = "Late"
recorded = 2024-05-02

[[actions]]
id = "late"
revision = 2
title = "Later"
recorded = 2024-06-02
"""


@pytest.mark.parametrize(
    ("day", "arguments", "named"),
    [
        ("2020-05-31", ["status"], "d-2020 was not known on 2020-05-31 (recorded on 2020-06-01)"),
        ("2020-05-31", ["status", "--declaration", "d-2020"], "d-2020 was not known"),
        ("2020-05-31", ["count"], "d-2020 was not known"),
        ("2020-05-31", ["explain", "signatories"], "d-2020 was not known"),
        ("2020-05-31", ["list", "actions", "--declaration", "d-2020"], "d-2020 was not known"),
        ("2020-05-31", ["report", "annual"], "d-2020 was not known"),
        ("2020-05-31", ["report", "findings"], "d-2020 was not known"),
        ("2020-05-31", ["report", "commitment", "c1"], "d-2020/c1 was not known"),
        ("2020-05-31", ["report", "city", "oslo"], "oslo-no was not known"),
        ("2020-05-31", ["report", "spotlight", "oslo"], "oslo-no was not known"),
        ("2020-05-31", ["match", "oslo"], "oslo-no was not known"),
        ("2020-05-31", ["show", "oslo"], "oslo-no was not known"),
        ("2024-02-29", ["count", "--commitment", "c3"], "d-2020/c3 was not known on 2024-02-29"),
        ("2024-02-29", ["explain", "actions", "--commitment", "c3"], "d-2020/c3 was not known"),
        ("2024-02-29", ["report", "commitment", "c3"], "d-2020/c3 was not known"),
        ("2024-05-01", ["show", "oslo-no/late"], "(recorded on 2024-05-02)"),
    ],
)
def test_what_came_later_is_not_called_unknown(program: Program, day: str, arguments: list[str], named: str) -> None:
    """Who asks as known on an earlier day is told when it was recorded, exit 1."""
    (program.root / "declarations/d-2020/later.toml").write_text(LATER, "utf-8")
    (program.root / "commitments/oslo-no/later.toml").write_text(ACTION_OF_LATER, "utf-8")
    ran = program("--known-on", day, *arguments)
    assert (1, "", True) == (ran.code, ran.out, named in ran.err)
    assert ran.err.endswith("; name a later day, or leave --known-on out\n")


def test_what_was_always_known_is_not_called_late(program: Program) -> None:
    """A record that does not say when it was recorded counts as known on every day, and so do its later revisions."""
    file = program.root / "declarations/d-2020/declaration.toml"
    file.write_text(file.read_text("utf-8").replace("recorded = 2020-06-01\n", "", 1), "utf-8")
    assert 0 == program("--known-on", "2019-01-01", "status").code
    hidden = program("--known-on", "2024-01-01", "--audience", "public", "show", "oslo-no/u-2024-c1")
    assert (1, True) == (hidden.code, "not known on 2024-01-01" in hidden.err)
    narrow = program("--known-on", "2025-05-01", "--audience", "public", "show", "oslo-no/u-2024-c1")
    assert (1, True) == (narrow.code, "not seen on this day by this audience" in narrow.err)
