"""`report city`, `commitment`, `spotlight`, `findings`: one at a time, all at once, into files that say INTERNAL."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from pledgekit.errors import DiskError
from pledgekit.reports import city

if TYPE_CHECKING:
    from pathlib import Path

    from pledgekit.model.document import Document
    from pledgekit.reports.city import CityReport
    from pledgekit.words import Words
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
    """In a folder the file is named after report and subject; in front stands for whom alone it is."""
    assert f"{tmp_path}/commitment-d-2020-c1.md\n" == program("report", "commitment", "c1", "--out", f"{tmp_path}").out
    inside = program("--audience", "internal", "report", "spotlight", "oslo", "--out", f"{tmp_path}", "--format", "txt")
    assert f"{tmp_path}/INTERNAL-spotlight-oslo-no.txt\n" == inside.out
    network = program("--audience", "network", "report", "findings", "--out", f"{tmp_path}")
    assert f"{tmp_path}/NETWORK-ONLY-findings-d-2020.md\n" == network.out
    own = program("--audience", "city", "report", "city", "oslo", "--out", f"{tmp_path}", "--format", "html")
    assert f"{tmp_path}/CITY-ONLY-city-oslo-no.html\n" == own.out
    assert f"{tmp_path}/annual-d-2020.md\n" == program("report", "annual", "--out", f"{tmp_path}").out


@pytest.mark.parametrize("format", ["md", "html", "txt", "json"])
def test_internal_stands_in_the_name_of_a_file_that_was_named_too(
    program: Program, tmp_path: Path, format: str
) -> None:
    """INTERNAL is put in front of the name, the true path is printed; a name that says it already stays."""
    ran = program("--audience", "internal", "report", "city", "oslo", "--out", f"{tmp_path}/x.{format}")
    made = tmp_path / f"INTERNAL-x.{format}"
    assert (f"{made}\n", True) == (ran.out, f"the report lies in {made}\n" in ran.err)
    assert not (tmp_path / f"x.{format}").exists()
    assert made.exists()
    again = program("--audience", "internal", "report", "city", "oslo", "--out", f"{made}")
    assert f"{made}\n" == again.out
    for audience in ("public", "network"):
        other = program("--audience", audience, "report", "city", "oslo", "--out", f"{tmp_path}/{audience}.{format}")
        assert f"{tmp_path}/{audience}.{format}\n" == other.out


@pytest.mark.parametrize("audience", ["public", "city", "network", "internal"])
def test_all_cities_at_once(program: Program, tmp_path: Path, audience: str) -> None:
    """Every city that endorses gets its file, in a folder that is made; no bar is drawn without a terminal."""
    out = tmp_path / "out"
    ran = program("--audience", audience, "report", "city", "--all", "--out", f"{out}", "--format", "html")
    mark = {"internal": "INTERNAL-", "network": "NETWORK-ONLY-", "city": "CITY-ONLY-"}.get(audience, "")
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
        (1, "there is no folder", ["city", "--all", "--out", "absent/out"]),
        (2, "is no folder", ["city", "--all", "--out", "all.html"]),
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
    (program.root / "commitments/uclg").mkdir()
    (program.root / "commitments/uclg/city.toml").write_text(
        '[city]\nid = "uclg"\nname = "United Cities"\nkind = "association"\n\n'
        '[[endorsements]]\nid = "e"\ndeclaration = "d-2020"\nact = "signed"\n\n'
        '[[actions]]\nid = "a"\nvisibility = "public"\ntitle = "A course"\ncommitments = ["d-2020/c1"]\n',
        "utf-8",
    )
    assert "by country: Norway 1 and in no one country 1; by inhabitants" in program("report", "annual").err


def test_all_cities_refuse_while_errors_stand(program: Program, tmp_path: Path) -> None:
    """No file is written then."""
    (program.root / "commitments" / "oslo-no" / "bad.toml").write_text("x = [", "utf-8")
    out = tmp_path / "out"
    out.mkdir()
    ran = program("report", "city", "--all", "--out", f"{out}")
    assert (1, "", []) == (ran.code, ran.out, list(out.iterdir()))


def test_all_cities_or_none(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one of them cannot be made or written, none is, and the folder is not there either."""
    out = tmp_path / "out"
    whole = city.lay_out

    def fails(report: CityReport, words: Words) -> Document:
        if report.city.id == "oslo-no":
            raise DiskError("the disk is gone")
        return whole(report, words)

    monkeypatch.setattr(city, "lay_out", fails)
    ran = program("report", "city", "--all", "--out", f"{out}")
    assert (1, "", False) == (ran.code, ran.out, out.exists())


def test_a_folder_is_made_by_export_and_by_all_cities_alike(program: Program, tmp_path: Path) -> None:
    """Both make the last folder of a path, and refuse in the same words where the one above it is missing."""
    absent = tmp_path / "absent" / "out"
    said = [
        program(*command, "--out", f"{absent}").err.splitlines()[-1]
        for command in (["report", "city", "--all"], ["export", "csv"])
    ]
    assert [f"pledgekit: there is no folder {absent.parent}; make it, or name another"] * 2 == said


def test_where_no_city_endorses_nothing_is_written(program: Program, tmp_path: Path) -> None:
    """That is said, and no empty folder is left."""
    for path in (program.root / "commitments").rglob("*.toml"):
        if path.name != "city.toml":
            path.unlink()
    ran = program("--as-of", "2019-01-01", "report", "city", "--all", "--out", f"{tmp_path}/out")
    assert (0, "", False) == (ran.code, ran.out, (tmp_path / "out").exists())
    assert "no city is on record as endorsing a declaration; nothing was written" in ran.err
