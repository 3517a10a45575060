"""The table of problems: a code is a kebab-case word with a severity, a meaning and a remedy."""

from __future__ import annotations

import re

import pytest

from pledgekit.model.problem import CODES, Problem, problem


@pytest.mark.parametrize("code", CODES)
def test_a_code_says_what_it_means_and_what_to_do(code: str) -> None:
    """Both are sentences; the severity is one of three."""
    known = CODES[code]
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)
    assert known.severity in ("error", "warning", "info")
    assert known.meaning.endswith(".")
    assert known.remedy.endswith(".")


def test_a_problem_takes_the_remedy_of_its_code_unless_it_knows_better() -> None:
    """Severity and remedy belong to the code."""
    expected = Problem("f", 0, "bad-id", "error", "", "m", CODES["bad-id"].remedy)
    assert expected == problem("bad-id", "m", file="f")
    assert "r" == problem("bad-id", "m", file="f", line=3, path="p", remedy="r").remedy


def test_an_unknown_code_is_a_mistake_of_ours() -> None:
    """No problem without a line in the table."""
    with pytest.raises(KeyError):
        problem("bad-idea", "m", file="f")
