"""`report annual --since` and `report corrections`: what is compared, and which days are refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.small import Program

LONG_AGO = "2000-01-01"


def begun(program: Program) -> None:
    """Give the small register a public action, and take it back a day later."""
    folder = program.root / "commitments" / "oslo-no"
    (folder / "then.toml").write_text(
        '[[actions]]\nid = "then"\nrecorded = 2024-03-01\nvisibility = "public"\n'
        'title = "CANARY title"\ncommitments = ["d-2020/c1"]\n'
    )
    (folder / "back.toml").write_text(
        '[[retractions]]\nid = "back"\nrecorded = 2024-03-05\nrecord = "oslo-no/then"\nreason = "error"\n'
    )
    (folder / "kept.toml").write_text(
        '[[actions]]\nid = "kept"\nrecorded = 2024-03-01\nvisibility = "public"\n'
        'title = "Kept"\ncommitments = ["d-2020/c1"]\n'
    )


@pytest.mark.parametrize("format", ["md", "txt", "html", "json"])
def test_a_report_compares_with_the_edition_of_a_day(program: Program, format: str) -> None:
    """The correction stands in it by its reference and day; the text that was wrong does not."""
    begun(program)
    ran = program("report", "annual", "--since", "2024-03-02", "--format", format)
    assert (0, True, False) == (ran.code, "oslo-no/then" in ran.out, "CANARY" in ran.out)


def test_the_list_of_corrections(program: Program, tmp_path: Path) -> None:
    """Of all declarations or of one, ever or since a day; a file is named after both."""
    begun(program)
    found = json.loads(program("report", "corrections", "--format", "json").out)
    assert ("pledgekit/corrections", None, ["oslo-no/then"]) == (
        found["format"],
        found["since"],
        [each["ref"] for each in found["corrections"]],
    )
    later = json.loads(program("report", "corrections", "--since", "2024-03-05", "--format", "json").out)
    assert ("2024-03-05", []) == (later["since"], later["corrections"])
    before = program("--known-on", "2024-03-04", "report", "corrections", "--declaration", "d-2020", "--format", "json")
    assert [] == json.loads(before.out)["corrections"]
    assert f"{tmp_path}/corrections.md\n" == program("report", "corrections", "--out", f"{tmp_path}").out
    one = program("report", "corrections", "--declaration", "d-2020", "--out", f"{tmp_path}")
    assert f"{tmp_path}/corrections-d-2020.md\n" == one.out


@pytest.mark.parametrize("report", ["annual", "corrections"])
@pytest.mark.parametrize(
    ("options", "since", "said"),
    [
        ([], "2999-01-01", "--since 2999-01-01 is in the future; name the day of an earlier edition"),
        (["--known-on", "2024-03-02"], "2024-03-02", "--since 2024-03-02 is not before --known-on 2024-03-02"),
        ([], "2024-02-30", "2024-02-30 is not in the calendar"),
        ([], "spring", "'spring' is not a day"),
    ],
)
def test_a_day_without_an_edition_is_refused(
    program: Program, report: str, options: list[str], since: str, said: str
) -> None:
    """A day to come, a day that is no earlier one and what is no day are named."""
    begun(program)
    ran = program(*options, "report", report, "--since", since)
    assert (2, "", True) == (ran.code, ran.out, said in " ".join(ran.err.replace("│", " ").split()))


def test_before_anything_was_recorded_there_is_nothing_to_compare_with(program: Program, tmp_path: Path) -> None:
    """It is said from which day on there is; nothing is written."""
    begun(program)
    ran = program("report", "annual", "--since", LONG_AGO, "--out", f"{tmp_path}/x.md")
    assert (1, "", False) == (ran.code, ran.out, (tmp_path / "x.md").exists())
    assert "nothing had been recorded by 2000-01-01" in ran.err
    assert "name a day from 20" in ran.err
