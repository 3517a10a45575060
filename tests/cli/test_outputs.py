"""Outputs of commands: none of them lands among the records, whichever way the path leads there."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import pledgekit.cli
from tests.cli.small import make

if TYPE_CHECKING:
    from tests.cli.small import Program

OUTPUTS = {
    "report": ["report", "annual", "--declaration", "d-2020", "--format", "md"],
    "city": ["report", "city", "Oslo", "--format", "md"],
    "all": ["report", "city", "--all"],
    "json": ["export", "json"],
    "csv": ["export", "csv"],
    "table": ["export", "csv", "--kind", "actions"],
    "xlsx": ["export", "xlsx"],
    "register": ["export", "register"],
    "ask": ["round", "ask", "--period", "2024"],
    "remind": ["round", "remind", "--period", "2024"],
}
SAID = "lies among the records of the register: nothing else is written there; name a place"


@pytest.mark.parametrize("command", OUTPUTS)
@pytest.mark.parametrize(
    "place", ["commitments/oslo-no/city.toml", "commitments/x", "declarations/d-2020/r.md", "Commitments/x"]
)
def test_no_output_lands_among_the_records(program: Program, command: str, place: str) -> None:
    """Neither over a record nor beside one: one sentence, exit 1, and nothing is written."""
    before = program.files()
    # --all takes a folder, and says so first of what looks like a file
    place = place.replace("r.md", "r") if command == "all" else place
    ran = program(*OUTPUTS[command], "--out", f"{program.root}/{place}")
    assert (1, "") == (ran.code, ran.out)
    assert SAID in ran.err.splitlines()[-1]
    assert before == program.files()


def test_a_summary_is_refused_before_anything_is_recorded(program: Program) -> None:
    """The answer is not recorded either."""
    before = program.files()
    place = f"{program.root}/commitments/oslo-no/a.eml"
    asked = ["update", "Oslo", "d-2020/c2", "--period", "2024", "--completion", "limited"]
    ran = program(*asked, "--summary", place)
    assert (1, before) == (ran.code, program.files())
    assert SAID in ran.err


@pytest.mark.parametrize("way", ["link to the folder", "link to the file", "link among the records", "relative"])
def test_links_and_steps_are_followed(program: Program, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What leads among the records by another name is refused as well; a link there is not taken for a file."""
    beside = program.root.parent
    city = program.root / "commitments" / "oslo-no"
    out = beside / "o.md"
    if way == "link to the folder":
        (beside / "link").symlink_to(city)
        out = beside / "link" / "o.md"
    elif way == "link to the file":
        out.symlink_to(city / "city.toml")
    elif way == "link among the records":
        out = city / "o.md"
        out.symlink_to(beside / "elsewhere.md")
    else:
        monkeypatch.chdir(program.root / "declarations")
        out = Path("../commitments/oslo-no/o.md")
    before = program.files()
    ran = program(*OUTPUTS["city"], "--out", f"{out}")
    assert (1, "", before) == (ran.code, ran.out, program.files())
    assert SAID in ran.err


def test_records_behind_a_link_are_guarded(program: Program) -> None:
    """Where the folder of cities itself is a link, what it leads to is among the records."""
    home = program.root / "commitments"
    real = program.root.parent / "real"
    home.rename(real)
    home.symlink_to(real)
    assert SAID in program("export", "json", "--despite-problems", "--out", f"{real}/oslo-no/x.json").err


def test_other_places_take_outputs(program: Program) -> None:
    """Beside the two folders, and in folders of these names elsewhere; another register is not at hand."""
    other = make(program.root.parent / "other")
    for place in (program.root / "r.md", other / "commitments" / "oslo-no" / "r.md"):
        assert 0 == program(*OUTPUTS["city"], "--out", f"{place}").code
        assert place.read_text("utf-8")


def test_all_outputs_pass_one_place() -> None:
    """No command writes a file but through it; `init` writes beside the records of a register it makes itself."""
    folder = Path(pledgekit.cli.__file__).parent
    found = {
        path.name
        for path in folder.glob("*.py")
        for each in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(each, ast.Attribute) and each.attr in ("publish", "publish_all", "create", "write_bytes")
    }
    assert {"outputs.py", "init.py"} == found
