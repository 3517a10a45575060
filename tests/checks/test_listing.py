"""The three forms in which problems are listed."""

from __future__ import annotations

import json

import pytest

from pledgekit.checks.listing import LISTINGS, as_github, as_json, as_text, summary
from pledgekit.model.problem import Problem

ERROR = Problem("commitments/oslo-no/a.toml", 7, "bad-id", "error", "actions[0].id", "'A' is not an id", "Use a-z.")
WARNING = Problem("commitments/oslo-no", 0, "two-answers", "warning", "", "twice", "Retract one.")
INFO = Problem("", 0, "leftover", "info", "oslo-no/a", "old", "Delete it.")


def test_text_is_a_line_a_problem_with_its_remedy_below() -> None:
    """File and line first, so that editors can jump there; the summary last."""
    expected = """\
commitments/oslo-no/a.toml:7: error[bad-id]: 'A' is not an id
    Use a-z.
commitments/oslo-no: warning[two-answers]: twice
    Retract one.
oslo-no/a: info[leftover]: old
    Delete it.
1 error, 1 warning, 1 info in 143 files
"""
    assert expected == as_text([ERROR, WARNING, INFO], 143)


@pytest.mark.parametrize(
    ("problems", "files", "expected"),
    [
        ((), 0, "no problems in 0 files"),
        ((), 1, "no problems in 1 file"),
        ((ERROR,), 2, "1 error in 2 files"),
        ((ERROR, ERROR, WARNING), 143, "2 errors, 1 warning in 143 files"),
        ((WARNING, WARNING, INFO, INFO), 3, "2 warnings, 2 info in 3 files"),
    ],
)
def test_the_summary_counts(problems: tuple[Problem, ...], files: int, expected: str) -> None:
    """Each severity that occurs, in the singular or plural."""
    assert expected == summary(problems, files)


def test_json_has_the_shape_that_others_rely_on() -> None:
    """Format and version first, then the problems with all seven keys."""
    text = as_json([ERROR], 143)
    assert ["format", "format_version", "files", "problems"] == list(json.loads(text))
    assert {
        "format": "pledgekit/problems",
        "format_version": 1,
        "files": 143,
        "problems": [
            {
                "code": "bad-id",
                "severity": "error",
                "file": "commitments/oslo-no/a.toml",
                "line": 7,
                "path": "actions[0].id",
                "message": "'A' is not an id",
                "remedy": "Use a-z.",
            }
        ],
    } == json.loads(text)
    assert text.endswith("}\n")


def test_github_shows_each_problem_beside_its_line() -> None:
    """A place that is not known is left out; information is a notice."""
    expected = """\
::error file=commitments/oslo-no/a.toml,line=7,title=bad-id::'A' is not an id%0AUse a-z.
::warning file=commitments/oslo-no,title=two-answers::twice%0ARetract one.
::notice title=leftover::old%0ADelete it.
1 error, 1 warning, 1 info in 143 files
"""
    assert expected == as_github([ERROR, WARNING, INFO], 143)


HOSTILE = Problem("a\n::error::b,c:%.toml", 1, "bad-id", "error", "", "\x1b[2J\r\n\u202e\x85", "r\x00")


def test_nothing_in_a_name_can_forge_a_line() -> None:
    """File names and values come from strangers: control characters are written as escapes."""
    text = as_text([HOSTILE], 1)
    assert 3 == len(text.splitlines())
    assert text.replace("\n", "").isprintable()
    assert "a\\n::error::b,c:%.toml:1: error[bad-id]: \\x1b[2J\\r\\n\\u202e\\x85\n    r\\x00\n" in text
    github = as_github([HOSTILE], 1)
    assert 2 == len(github.split("\n")) - 1
    assert github.startswith("::error file=a%0A%3A%3Aerror%3A%3Ab%2Cc%3A%25.toml,line=1,title=bad-id::")
    assert "\n" not in as_json([HOSTILE], 1).split('"file": ')[1].split(",\n")[0]


def test_each_form_is_named() -> None:
    """The words of `--format`."""
    assert {"text": as_text, "json": as_json, "github": as_github} == LISTINGS
