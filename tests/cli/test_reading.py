"""`status`, `list`, `show`, `check`: what they print."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.small import make

if TYPE_CHECKING:
    from tests.cli.small import Program

GOLDEN = Path(__file__).parent / "golden"

PAGES = {
    "status": ["status"],
    "status-json": ["status", "--json"],
    "status-2023": ["status", "--period", "2023"],
    "list-actions": ["list", "actions"],
    "list-actions-json": ["list", "action", "--city", "oslo", "--json"],
    "list-actions-csv": ["list", "actions", "--csv"],
    "show-oslo": ["show", "OSLO"],
    "show-munich": ["show", "munich"],
    "show-action": ["show", "oslo-no/days"],
    "show-action-json": ["show", "oslo-no/days", "--json"],
    "count": [
        "--audience",
        "internal",
        "--known-on",
        "2025-06-01",
        "count",
        "--kind",
        "plan",
        "--kind",
        "event",
        "--period",
        "2024",
    ],
    "count-json": ["--audience", "internal", "count", "--commitment", "c1", "--country", "no", "--json"],
    "todo": ["todo"],
    "todo-json": ["todo", "--json"],
    "match": ["match", "oslo"],
    "match-json": ["match", "munich", "--json"],
    "explain": ["--audience", "internal", "explain", "cities-with-action"],
    "explain-json": ["--audience", "internal", "explain", "d-2020/c1/actions", "--json"],
    "explain-rate": ["--audience", "internal", "explain", "response-rate"],
    "check": ["check", "--strict"],
    "check-json": ["check", "--format", "json"],
}


@pytest.mark.parametrize("name", PAGES)
def test_what_is_printed_stays_the_same(program: Program, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every reading command prints what is kept in golden/, byte for byte, and nothing on stderr."""
    monkeypatch.chdir(program.root)
    ran = program(*PAGES[name])
    assert (0, "") == (ran.code, ran.err)
    assert (GOLDEN / f"{name}.txt").read_text("utf-8") == ran.out


def refs(program: Program, *arguments: str) -> list[str]:
    """The refs that a list holds."""
    ran = program("list", *arguments, "--json")
    assert (0, "") == (ran.code, ran.err)
    return [item["ref"] for item in json.loads(ran.out)["items"]]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["actions", "--declaration", "d-2020"], ["munich-de/plan", "oslo-no/days"]),
        (["cities", "--declaration", "d-2020"], ["munich-de", "oslo-no"]),
        (["commitments", "--declaration", "d-2020"], ["d-2020/c1", "d-2020/c2"]),
        (["actions", "--commitment", "d-2020/c1"], ["oslo-no/days"]),
        (["actions", "--commitment", "c1", "--commitment", "Work together"], ["munich-de/plan", "oslo-no/days"]),
        (["commitments", "--commitment", "2"], ["d-2020/c2"]),
        (["actions", "--city", "Munchen"], ["munich-de/plan"]),
        (["events", "--city", "oslo"], ["d-2020/meeting"]),
        (["events", "--city", "bergen"], []),
        (["city", "--country", "no"], ["bergen-no", "oslo-no"]),
        (["actions", "--kind", "plan"], ["munich-de/plan"]),
        (["actions", "--status", "closed"], ["oslo-no/days"]),
        (["actions", "--period", "2024"], ["munich-de/plan"]),
        (["updates", "--period", "2024"], ["oslo-no/u-2024-c1"]),
        (["endorsements", "--period", "2020", "--period", "2022"], ["oslo-no/d-2020-signed"]),
        (["officials", "--period", "2023"], ["oslo-no/mayor"]),
        (["actions", "--visibility", "public"], ["oslo-no/days"]),
        (["actions", "--visibility", "network"], ["munich-de/plan"]),
        (["actions", "--visibility", "internal"], []),
        (["actions", "--search", "DIALÓGUE"], ["oslo-no/days"]),
        (["actions", "--search", "munchen"], ["munich-de/plan"]),
        (["actions", "--search", "plan", "--search", "dialogue"], ["munich-de/plan", "oslo-no/days"]),
        (["actions", "--search", "plan", "--city", "oslo"], []),
        (["actions", "--search", "internal words"], ["oslo-no/days"]),
        (["actions", "--search", "another page"], ["oslo-no/days"]),
        (["commitments", "--search", "declaration of 2020"], ["d-2020/c1", "d-2020/c2"]),
        (["events", "--search", "2020-06-01"], []),
    ],
)
def test_filters(program: Program, arguments: list[str], expected: list[str]) -> None:
    """A filter given twice means either, different filters mean both; names are folded."""
    assert expected == refs(program, *arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        ["officials", "--commitment", "c1"],
        ["commitments", "--city", "oslo"],
        ["events", "--country", "NO"],
        ["officials", "--kind", "plan"],
        ["officials", "--status", "closed"],
        ["commitments", "--period", "2024"],
        ["findings", "--period", "2024"],
        ["actions", "--kind", "plam"],
        ["actions", "--status", "don"],
        ["actions", "--period", "spring"],
        ["actions", "--json", "--csv"],
        ["actions", "--search", "?!"],
        ["aktions"],
    ],
)
def test_a_filter_that_says_nothing_is_wrong_usage(program: Program, arguments: list[str]) -> None:
    """A filter that a kind cannot answer, or a word there is not, is one line and exit 2."""
    ran = program("list", *arguments)
    assert (2, "", 1) == (ran.code, ran.out, ran.err.count("\n"))


def test_csv_cannot_run_as_a_formula(program: Program) -> None:
    """A cell that a spreadsheet would run begins with an apostrophe; taking it off gives the text back."""
    rows = list(csv.DictReader(io.StringIO(program("list", "actions", "--csv").out)))
    assert ["", "'=cmd"] == [row["summary"] for row in rows]
    assert ["", "15"] == [row["date"][-2:] for row in rows]


def test_an_earlier_revision_is_shown_below_the_live_one(program: Program) -> None:
    """`show` gives every revision to staff, and to the public only what it may see of the live one."""
    assert 0 == program("correct", "oslo-no/days", "title=Days of talk").code
    page = program("--audience", "internal", "show", "oslo-no/days").out
    assert page.index("revision 2") < page.index("Days of talk") < page.index("revision 1") < page.index("dialogue")
    public = program("--audience", "public", "show", "oslo-no/days").out
    assert ("Days of talk" in public, "dialogue" in public, "internal words" in public) == (True, False, False)


def test_what_an_audience_does_not_see_is_said_so(program: Program) -> None:
    """A record that is on record but not seen is told apart from one that is not: both exit 1."""
    ran = program("--audience", "public", "show", "munich-de/plan")
    assert (1, "") == (ran.code, ran.out)
    assert "munich-de/plan is on record, but not seen" in ran.err
    assert 1 == program("show", "munich-de/plam").code


def test_status_for_the_public_prints_no_matrix_while_wording_is_provisional(program: Program) -> None:
    """Working titles are no clauses: the public gets no matrix of them, and is told how much was held back."""
    path = program.root / "declarations/d-2020/declaration.toml"
    path.write_text(
        path.read_text("utf-8").replace(
            'wording = "official"\nnumber = "1"\ntext = "We speak out."\n', 'wording = "provisional"\n'
        ),
        "utf-8",
    )
    ran = program("--audience", "public", "status")
    assert 0 == ran.code
    assert "working titles" in ran.out
    assert "held back for the audience public" in ran.err
    assert "working titles" not in program("status").out


def test_a_register_without_cities_is_fine(program: Program) -> None:
    """Zeros, and no percentage of nothing."""
    for path in (program.root / "commitments").rglob("*.toml"):
        path.unlink()
    path = program.root / "declarations/d-2020/declaration.toml"
    path.write_text(path.read_text("utf-8").replace('cities = ["oslo-no"]\n', ""), "utf-8")
    ran = program("status")
    assert (0, "") == (ran.code, ran.err)
    assert "%" not in ran.out
    assert "Signatories: 0" in ran.out
    assert "No endorsement is on record." in ran.out
    assert "no of actions" not in program("list", "actions").out


def test_status_names_the_declarations_when_there_are_several(program: Program) -> None:
    """Which declaration is meant is never guessed."""
    make(
        program.root, declarations__e_2021__declaration='[declaration]\nid = "e-2021"\ntitle = "E"\nadopted = "2021"\n'
    )
    ran = program("status")
    assert (2, "") == (ran.code, ran.out)
    assert "one of: d-2020, e-2021" in ran.err
    assert 0 == program("status", "--declaration", "e").code
    assert 1 == program("status", "--declaration", "nothing").code


def test_before_anything_was_done_no_mark_is_explained(program: Program) -> None:
    """On an earlier day the matrix shows what was so then, and its legend what stands in it."""
    ran = program("--as-of", "2021-12-31", "status")
    assert (0, False, True) == (ran.code, "actions are on record" in ran.out, "not asked" in ran.out)


def test_without_a_declaration_there_is_no_status(program: Program) -> None:
    """An empty register says what to do."""
    for path in program.root.rglob("*.toml"):
        path.unlink()
    ran = program("status")
    assert (1, "") == (ran.code, ran.out)
    assert "pledgekit new declaration" in ran.err


def test_errors_are_warned_of(program: Program) -> None:
    """Reading goes on when errors stand, and says on stderr how many."""
    make(program.root, commitments__bergen_no__bad='[[actions]]\nid = "x"\n')
    ran = program("list", "cities")
    assert 0 == ran.code
    assert "1 error stands in the register" in ran.err


def test_check_fails_on_errors_and_strictly_on_warnings(program: Program) -> None:
    """Exit 1 on errors, on warnings only with --strict; codes can be chosen; every format lists the same."""
    make(program.root, commitments__bergen_no__more='[[actions]]\nid = "x"\ntitle = "X"\n')
    assert 0 == program("check").code
    strict = program("check", "--strict")
    assert (1, "") == (strict.code, strict.err)
    assert "warning[no-recorded]" in strict.out
    assert 0 == program("check", "--strict", "--ignore", "no-recorded").code
    assert 0 == program("check", "--strict", "--only", "syntax").code
    make(program.root, commitments__bergen_no__bad="x = [")
    assert [1, 1, 1] == [program("check", "--format", each).code for each in ("text", "json", "github")]
    assert "::error file=commitments/bergen-no/bad.toml,line=1" in program("check", "--format", "github").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "xml"], "formats: text, json, github"),
        (["--only", "sintax"], "nearest: syntax"),
        (["--ignore", "nothing-like-it-at-all"], "is not a code"),
    ],
)
def test_check_refuses_unknown_words(program: Program, arguments: list[str], said: str) -> None:
    """An unknown format or code is wrong usage, with what there is."""
    ran = program("check", *arguments)
    assert (2, "") == (ran.code, ran.out)
    assert said in ran.err


def test_control_characters_of_a_record_do_not_reach_the_terminal(program: Program) -> None:
    """What a hostile record holds is shown, never obeyed."""
    make(program.root, commitments__bergen_no__x='[[actions]]\nid = "x"\ntitle = "A\\u001b[2Jtitle"\n')
    for arguments in (["list", "actions"], ["show", "bergen-no/x"]):
        ran = program(*arguments)
        assert "\x1b" not in ran.out
        assert "␛[2Jtitle" in ran.out
