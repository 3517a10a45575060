"""Every code has a minimal tree that shows it, in the exact words; and no tree is without a code.

`tests/problems/<code>/` is a register; `expected.txt` is what `check --strict` prints about it on 1 January 2026. What
git or a file system cannot hold is made by a builder here. Where there is a folder `before`, it is the register as it
was (`check --since`).
"""

from __future__ import annotations

import datetime
import json
import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pledgekit.checks import Tier, check
from pledgekit.checks.listing import LISTINGS
from pledgekit.model.problem import CODES
from pledgekit.store import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from pledgekit.model.problem import Problem

CASES = Path(__file__).parent / "problems"
TODAY = datetime.date(2026, 1, 1)


def a_pipe(root: Path) -> None:
    """Lay a pipe among the files; rights would not do, since the superuser reads everything."""
    os.mkfifo(root / "commitments" / "oslo-no" / "actions.toml")


def a_link_out(root: Path) -> None:
    """Lay a link to a file outside."""
    outside = root.parent / "outside.toml"
    outside.write_text("", encoding="utf-8")
    (root / "commitments" / "oslo-no" / "actions.toml").symlink_to(outside)


def a_large_file(root: Path) -> None:
    """Write a file of more than 5 MB."""
    (root / "commitments" / "oslo-no" / "actions.toml").write_text("# \n" * 1_700_000, encoding="utf-8")


def a_leftover(root: Path) -> None:
    """Leave a temporary file behind, as after a crash; git is told to ignore them."""
    (root / "commitments" / "oslo-no" / ".pledgekit-0123456789abcdef").write_text("", encoding="utf-8")


def a_name_of_a_device(root: Path) -> None:
    """Name a file as no checkout on Windows could hold it."""
    (root / "commitments" / "oslo-no" / "city.toml").rename(root / "commitments" / "oslo-no" / "aux.toml")


BUILDERS: dict[str, Callable[[Path], None]] = {
    "unreadable": a_pipe,
    "outside-link": a_link_out,
    "too-large": a_large_file,
    "leftover": a_leftover,
    "unportable-name": a_name_of_a_device,
}

# What cannot be shown alone, with what it comes of.
WITH = {"unchecked-ref": {"syntax"}}


def found_in(code: str, tmp_path: Path) -> tuple[tuple[Problem, ...], int]:
    """Check a copy of a code's tree."""
    root = tmp_path / code
    shutil.copytree(CASES / code, root)
    if code in BUILDERS:
        BUILDERS[code](root)
    loaded = load(root)
    since = load(root / "before").register if (root / "before").exists() else None
    return check(loaded, today=TODAY, tier=Tier.STRICT, since=since), loaded.files


def test_every_code_has_a_tree_and_every_tree_a_code() -> None:
    """A code that nothing shows could be one that nothing finds."""
    assert sorted(CODES) == sorted(path.name for path in CASES.iterdir())
    assert set(BUILDERS) <= set(CODES)


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_tree_shows_its_problem_and_no_other(code: str, tmp_path: Path) -> None:
    """The text is exactly what is expected, and speaks of nothing but the one code."""
    problems, files = found_in(code, tmp_path)
    expected = (CASES / code / "expected.txt").read_text(encoding="utf-8")
    assert expected == LISTINGS["text"](problems, files)
    assert {code, *WITH.get(code, ())} == {each.code for each in problems}


@pytest.mark.parametrize("code", sorted(CODES))
def test_the_three_forms_list_the_same(code: str, tmp_path: Path) -> None:
    """Text, JSON and GitHub's annotations name the same codes, files and lines in the same order."""
    problems, files = found_in(code, tmp_path)
    listed = json.loads(LISTINGS["json"](problems, files))["problems"]
    expected = [(each["file"], each["line"], each["severity"], each["code"]) for each in listed]
    text = re.findall(
        r"^(\S+?)(?::([0-9]+))?: (\w+)\[([a-z0-9-]+)\]: ", LISTINGS["text"](problems, files), re.MULTILINE
    )
    github = re.findall(
        r"^::(\w+) file=([^,]+)(?:,line=([0-9]+))?,title=([a-z0-9-]+)::",
        LISTINGS["github"](problems, files),
        re.MULTILINE,
    )
    assert expected == [(file, int(line or 0), severity, code) for file, line, severity, code in text]
    assert expected == [
        (file, int(line or 0), "info" if severity == "notice" else severity, code)
        for severity, file, line, code in github
    ]
    assert len(problems) == len(expected)
