"""A name that only staff can connect with a city leaves by no command."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.small import Program

HIDDEN = Path(__file__).parent.parent / "problems" / "hidden-name"


@pytest.mark.parametrize(
    "words",
    [
        ("list", "actions"),
        ("show", "hague-2022"),
        ("status",),
        ("count",),
        ("diff", "2024-01-01..2025-01-01"),
        ("export", "json", "--out", "x.json", "--despite-problems"),
        ("report", "annual", "--out", "x.md", "--despite-problems"),
    ],
)
@pytest.mark.parametrize("audience", ["public", "network"])
def test_nothing_is_given_out(program: Program, words: tuple[str, ...], audience: str) -> None:
    """Whoever is not staff is told nothing, and --despite-problems does not change that; staff sees what there is."""
    for home in ("declarations", "commitments"):
        shutil.rmtree(program.root / home)
        shutil.copytree(HIDDEN / home, program.root / home)
    ran = program("--audience", audience, *words)
    assert (1, "") == (ran.code, ran.out)
    assert "told without its city’s name, with a text that holds one: oslo-no/" in ran.err
    assert 0 == program("list", "actions").code
    assert "holds one" not in program("--audience", audience, "scan", str(HIDDEN / "expected.txt")).err
