"""`report` and `init`: files that are made whole or not at all."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from tests.cli.small import make

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.small import Program

ANNUAL = ("report", "annual")


def test_a_report_is_for_the_public_unless_said(program: Program) -> None:
    """Without --out it goes to stdout; what was held back is said on stderr."""
    public = program(*ANNUAL, "--format", "json")
    assert 0 == public.code
    assert "public" == json.loads(public.out)["audience"]
    assert "held back for the audience public" in public.err
    inside = program("--audience", "internal", *ANNUAL, "--format", "json")
    assert "internal" == json.loads(inside.out)["audience"]
    assert "held back" not in inside.err


@pytest.mark.parametrize("ending", ["md", "html", "txt", "json"])
def test_a_report_in_a_file(program: Program, tmp_path: Path, ending: str) -> None:
    """The format is that of the file's ending; the bytes are those of stdout; where it lies is said."""
    out = tmp_path / f"report.{ending}"
    ran = program(*ANNUAL, "--period", "2024", "--out", f"{out}")
    assert (0, f"{out}\n") == (ran.code, ran.out)
    assert f"the report lies in {out}" in ran.err
    again = program(*ANNUAL, "--period", "2024", "--format", ending)
    assert again.out == out.read_text("utf-8")
    assert 0 == program(*ANNUAL, "--period", "2024", "--out", f"{out}").code
    assert {out.name, "register"} == {path.name for path in tmp_path.iterdir()}


@pytest.mark.parametrize(
    ("code", "said", "arguments"),
    [
        (2, "no format 'pdf'; give --format, one of md, html, txt, json", ["--format", "pdf"]),
        (2, "no format 'docx'", ["--out", "x.docx"]),
        (2, "no language 'xx'", ["--lang", "xx"]),
        (1, "is no declaration", ["--declaration", "oslo-no"]),
        (1, "cannot be written: it is not there", ["--out", "absent/report.md"]),
        (1, "cannot be written: it is not a regular file", ["--format", "md", "--out", os.devnull]),
    ],
)
def test_what_cannot_be_reported(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, code: int, said: str, arguments: list[str]
) -> None:
    """Bad words and places are one line with the right exit code, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    ran = program("--audience", "internal", *ANNUAL, *arguments)
    assert (code, "", 1) == (ran.code, ran.out, ran.err.count("\n"))
    assert said in ran.err
    assert ["register"] == [path.name for path in tmp_path.iterdir()]


def test_a_report_refuses_while_errors_stand(program: Program, tmp_path: Path) -> None:
    """It lists the first errors and how many there are; asked to go on, it does."""
    more = {f"commitments__oslo_no__bad{number}": "x = [" for number in range(7)}
    make(program.root, **more)
    out = tmp_path / "report.md"
    ran = program(*ANNUAL, "--out", f"{out}")
    assert (1, "", False, 6) == (ran.code, ran.out, out.exists(), ran.err.count("\n"))
    assert "7 errors stand in the register, so no report was made" in ran.err
    assert 0 == program(*ANNUAL, "--out", f"{out}", "--despite-problems").code
    assert out.exists()


@pytest.mark.parametrize("failing", ["write", "replace"])
@pytest.mark.parametrize("raised", [OSError(28, "No space left"), KeyboardInterrupt()], ids=["full", "interrupted"])
def test_a_report_that_fails_leaves_the_old_one(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str, raised: BaseException
) -> None:
    """When the disk is full, or somebody interrupts, the file stays as it was and nothing lies beside it."""

    def fail(*_: object) -> None:
        raise raised

    out = tmp_path / "report.md"
    out.write_text("old", "utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(f"pledgekit.disk.writing.os.{failing}", fail)
        ran = program(*ANNUAL, "--out", f"{out}")
    assert (1 if isinstance(raised, OSError) else 130, "") == (ran.code, ran.out)
    assert ("disk is full" in ran.err) == isinstance(raised, OSError)
    assert "old" == out.read_text("utf-8")
    assert {"register", "report.md"} == {path.name for path in tmp_path.iterdir()}


def test_init_makes_a_register_that_passes_strict_checks(program: Program, tmp_path: Path) -> None:
    """A new register is complete, and its example is marked as fictitious wherever it is printed."""
    where = tmp_path / "new"
    ran = program.bare("init", f"{where}")
    assert (0, f"{where}\n") == (ran.code, ran.out)
    assert 0 == program.bare("--root", f"{where}", "check", "--strict").code
    files = sorted(f"{path.relative_to(where)}" for path in where.rglob("*") if path.is_file())
    assert [
        ".gitattributes",
        ".gitignore",
        ".taplo.toml",
        "ci-example.yml",
        "commitments/exampletown-nl/city.toml",
        "declarations/example-2025/declaration.toml",
        "pledgekit.schema.json",
        "tombi.toml",
    ] == files
    assert all("ictitious" in path.read_text("utf-8") for path in where.glob("*/**/*.toml"))
    assert 0 == program.bare("--root", f"{where}", "fmt", "--check").code
    assert "Exampletown" in program.bare("--root", f"{where}", "status").out
    again = program.bare("init", f"{where}")
    assert (1, "") == (again.code, again.out)
    assert "holds a register already" in again.err


def test_init_leaves_what_is_there(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder with other files, such as a repository, none of them is touched; it is said which were kept."""
    here = tmp_path / "repository"
    here.mkdir()
    (here / ".gitignore").write_text("mine\n", "utf-8")
    os.mkfifo(here / "ci-example.yml")
    monkeypatch.chdir(here)
    ran = program.bare("init")
    assert (0, ".\n") == (ran.code, ran.out)
    assert "left as they were: .gitignore and ci-example.yml" in ran.err
    assert "mine\n" == (here / ".gitignore").read_text("utf-8")


@pytest.mark.parametrize("name", ["absent/new", "file/new"])
def test_init_needs_a_folder_to_lie_in(program: Program, tmp_path: Path, name: str) -> None:
    """A parent that is not there, or is a file, is one line; nothing is made."""
    (tmp_path / "file").write_text("", "utf-8")
    ran = program.bare("init", f"{tmp_path / name}")
    assert (1, "", 1) == (ran.code, ran.out, ran.err.count("\n"))
    assert ["file", "register"] == sorted(path.name for path in tmp_path.iterdir())
