"""`explain`: from a printed number to lines in files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.small import make

if TYPE_CHECKING:
    from tests.cli.small import Program


def test_each_record_stands_where_it_says(program: Program) -> None:
    """The file and line that are printed hold the record."""
    out = program("explain", "actions").out
    place = next(line.split()[-1] for line in out.splitlines() if "oslo-no/days  " in line)
    file, _, line = place.rpartition(":")
    lines = (program.root / file).read_text("utf-8").splitlines()
    assert ["[[actions]]", 'id = "days"'] == lines[int(line) - 1 : int(line) + 1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["explain", "countries"], "  Germany\n    munich-de/d-2020-endorsed  commitments/munich-de/city.toml:"),
        (["explain", "cities-with-action"], "1 more could have been counted, and nothing on record says so."),
        (["explain", "actions", "--commitment", "1"], "actions of “Speak out”: 1\n"),
        (["explain", "d-2020/c1/actions"], "  Oslo: Days of dialogue\n"),
        (["--audience", "network", "explain", "actions", "--period", "2024"], "  Munich: A plan\n"),
        (["--audience", "network", "explain", "completion/limited", "--commitment", "c1"], "level “limited”"),
        (["explain", "statements"], "Nothing is counted.\n"),
    ],
)
def test_what_is_said(program: Program, arguments: list[str], said: str) -> None:
    """Countries and cities by name, actions with their city, levels by their labels."""
    ran = program(*arguments)
    assert (0, True) == (ran.code, said in ran.out)


def test_it_is_public_unless_asked_otherwise(program: Program) -> None:
    """A printed figure is explained as it was printed, and what was held back is said on stderr."""
    ran = program("explain", "actions")
    assert ("munich" in ran.out, "held back for the audience public" in ran.err) == (False, True)


def test_uncertain_and_left_out_are_told(program: Program) -> None:
    """What is only possibly so is marked, and who is left out stands there with the reason."""
    make(
        program.root,
        commitments__bergen_no__more="""
[[endorsements]]
id = "in"
declaration = "d-2020"
act = "signed"
date = 2021-01-01
[[endorsements]]
id = "out"
declaration = "d-2020"
act = "ended"
date = 2022-01-01
""",
        commitments__oslo_no__more='[[actions]]\nid = "x"\ntitle = "X"\nvisibility = "public"\n'
        'commitments = ["d-2020/c1"]\n',
    )
    out = program("explain", "cities-with-action", "--period", "2022").out
    assert "  Oslo (possibly: dates are known only in part)\n" in out
    assert "Left out (1):\n  Bergen: " in out


def test_working_titles_take_no_answers_in_public(program: Program) -> None:
    """No matrix under headings of ours: the public is told why instead."""
    path = program.root / "declarations/d-2020/declaration.toml"
    old = 'wording = "official"\nnumber = "1"\ntext = "We speak out."\n'
    path.write_text(path.read_text("utf-8").replace(old, 'wording = "provisional"\n'), "utf-8")
    ran = program("explain", "completion/limited", "--commitment", "c1")
    assert (0, True) == (ran.code, ran.out.endswith("are not told under them.\n"))


def test_json_holds_every_record(program: Program) -> None:
    """Members with their records' files and lines, beside the figure as reports have it."""
    found = json.loads(program("explain", "signatories", "--declaration", "d-2020", "--json").out)
    assert ("pledgekit/explanation", "signatories", 2) == (found["format"], found["rule"], found["figure"]["value"])
    assert [("munich-de", True), ("oslo-no", True)] == [(each["member"], each["certain"]) for each in found["members"]]
    assert all(record["line"] for each in found["members"] for record in each["records"])


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["signatorys"], 2, "nearest: signatories"),
        (["d-2020/c1/action"], 2, "nearest: d-2020/c1/actions"),
        (["actions", "--commitment", "c9"], 1, "is no commitment"),
        (["assessed/none", "--commitment", "c1"], 1, "d-2020 is not assessed"),
        (["response-rate", "--period", "2020"], 1, "nobody was asked"),
    ],
)
def test_bad_words_are_one_line(program: Program, arguments: list[str], code: int, said: str) -> None:
    """An unknown figure is told with the nearest; one that there is nothing for, with why."""
    ran = program("explain", *arguments)
    assert (code, "", 1) == (ran.code, ran.out, ran.err.count("\n"))
    assert said in ran.err


def test_what_is_left_out_stands_where_it_says(program: Program) -> None:
    """Each record that was not counted is told with the reason, file and line; in JSON too."""
    args = ("explain", "actions", "--declaration", "d-2020", "--period", "2024")
    out = program(*args).out
    passed = json.loads(program(*args, "--json").out)["passed_over"]
    assert passed
    for each in passed:
        assert f"{each['ref']}  {each['file']}:{each['line']}  " in out
        lines = (program.root / each["file"]).read_text("utf-8").splitlines()
        assert "[[actions]]" == lines[each["line"] - 1]
    assert "its dates lie outside the period" in out
