"""`report city`, `commitment`, `spotlight`, `findings`: one at a time, all at once, into files that say INTERNAL."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.small import Program


@pytest.mark.parametrize(
    ("arguments", "format"),
    [
        (["city", "München"], "pledgekit/city-report"),
        (["commitment", "c1"], "pledgekit/commitment-report"),
        (["commitment", "d-2020/c2", "--period", "2024"], "pledgekit/commitment-report"),
        (["spotlight", "oslo"], "pledgekit/spotlight"),
        (["findings", "--declaration", "d-2020"], "pledgekit/findings-report"),
    ],
)
def test_each_report_is_made_for_the_public(program: Program, arguments: list[str], format: str) -> None:
    """A city or commitment is given by id, name, alias or title; what was held back is said on stderr."""
    ran = program("report", *arguments, "--format", "json")
    found = json.loads(ran.out)
    assert (0, format, "public") == (ran.code, found["format"], found["audience"])
    assert "held back for the audience public" in ran.err


def test_what_is_internal_says_so_in_its_name(program: Program, tmp_path: Path) -> None:
    """In a folder the file is named after report and subject; INTERNAL stands in front where it is not for others."""
    assert f"{tmp_path}/commitment-d-2020-c1.md\n" == program("report", "commitment", "c1", "--out", f"{tmp_path}").out
    inside = program("--audience", "internal", "report", "spotlight", "oslo", "--out", f"{tmp_path}", "--format", "txt")
    assert f"{tmp_path}/INTERNAL-spotlight-oslo-no.txt\n" == inside.out
    assert f"{tmp_path}/annual-d-2020.md\n" == program("report", "annual", "--out", f"{tmp_path}").out


@pytest.mark.parametrize("audience", ["public", "city", "network", "internal"])
def test_all_cities_at_once(program: Program, tmp_path: Path, audience: str) -> None:
    """Every city that endorses gets its file; the paths are the data; nothing draws a bar without a terminal."""
    out = tmp_path / "out"
    out.mkdir()
    ran = program("--audience", audience, "report", "city", "--all", "--out", f"{out}", "--format", "html")
    mark = "INTERNAL-" if audience == "internal" else ""
    expected = [f"{out}/{mark}{city}.html" for city in ("munich-de", "oslo-no")]
    assert (0, expected) == (ran.code, ran.out.split())
    assert sorted(expected) == sorted(f"{path}" for path in out.iterdir())
    assert "\r" not in ran.err
    assert "\x1b" not in ran.err


def test_a_bar_shows_on_a_terminal(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the progress is drawn on stderr, never among the data."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    ran = program("report", "city", "--all", "--out", f"{tmp_path}", "--despite-problems")
    assert 2 == ran.out.count("\n")
    assert "100%" in ran.err


def test_a_city_sees_its_own(program: Program) -> None:
    """With audience city the city's own network records are told; the banner says for whom."""
    public = program("report", "city", "munich-de")
    own = program("--audience", "city", "report", "city", "munich-de")
    assert "A plan" not in public.out
    assert "A plan" in own.out
    assert own.out.startswith("> **For Munich only**")


def test_a_fragment_is_html_or_markdown(program: Program) -> None:
    """As a part of another page it begins at the second level; other formats have no parts."""
    assert "## Commitment 1: Speak out" in program("report", "commitment", "c1", "--fragment").out.splitlines()
    assert program("report", "commitment", "c1", "--fragment", "--format", "html").out.startswith("<section")
    ran = program("report", "commitment", "c1", "--fragment", "--format", "json")
    assert (2, "") == (ran.code, ran.out)
    assert "give --format, one of md, html" in ran.err


@pytest.mark.parametrize(
    ("code", "said", "arguments"),
    [
        (2, "give a city, or --all", ["city"]),
        (2, "give a city, or --all", ["city", "oslo", "--all"]),
        (2, "--all needs a folder", ["city", "--all"]),
        (2, "--all needs a folder", ["city", "--all", "--out", "absent"]),
        (2, "no format 'pdf'", ["city", "--all", "--out", ".", "--format", "pdf"]),
        (1, "is no city", ["city", "atlantis"]),
        (1, "is no commitment", ["commitment", "c9"]),
        (2, "Missing argument", ["commitment"]),
    ],
)
def test_what_cannot_be_made(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, code: int, said: str, arguments: list[str]
) -> None:
    """Bad words are one line with the right exit code, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    ran = program("report", *arguments)
    assert (code, "", 1) == (ran.code, ran.out, ran.err.count("\n"))
    assert said in ran.err
    assert ["register"] == [path.name for path in tmp_path.iterdir()]


def test_the_spread_of_examples_is_hinted_at(program: Program) -> None:
    """Without a selection, staff are told how examples are spread over countries and sizes."""
    ran = program("report", "annual")
    assert (
        "no selection of examples: all actions are listed; by country: Norway 1; by inhabitants: not known 1" in ran.err
    )


def test_all_cities_refuse_while_errors_stand(program: Program, tmp_path: Path) -> None:
    """No file is written then."""
    (program.root / "commitments" / "oslo-no" / "bad.toml").write_text("x = [", "utf-8")
    out = tmp_path / "out"
    out.mkdir()
    ran = program("report", "city", "--all", "--out", f"{out}")
    assert (1, "", []) == (ran.code, ran.out, list(out.iterdir()))
