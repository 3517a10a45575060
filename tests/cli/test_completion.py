"""Completion: the shell is offered what the register holds, by any name, and never an error."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from pledgekit.cli.commands import COMMANDS
from pledgekit.cli.completion import typed
from pledgekit.cli.main import main
from tests.cli.small import make

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.small import Program

    Ask = Callable[..., list[str]]

MORE = """
[[commitments]]
id = "c3"
title = "Écouter"
wording = "paraphrase"
"""


@pytest.fixture
def offered(program: Program, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Ask as bash does, with the cursor in the last word."""
    make(program.root, declarations__d_2020__more=MORE)
    monkeypatch.setenv("PLEDGEKIT_ROOT", f"{program.root}")

    def ask(*words: str) -> list[str]:
        monkeypatch.setenv("_PLEDGEKIT_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", "\n".join(["pledgekit", *words]))
        monkeypatch.setenv("COMP_CWORD", f"{len(words)}")
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([])
        out, err = capsys.readouterr()
        assert (0, "") == (ended.value.code, err)
        return sorted(filter(None, str(out).split("\n")))

    return ask


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["cou"], ["count"]),
        (["list", "acti"], ["actions"]),
        (["list", "city"], ["cities"]),
        (["show", "o"], ["oslo-no"]),
        (["show", "d-"], ["d-2020"]),
        (["match", ""], ["bergen-no", "munich-de", "oslo-no"]),
        (["match", "mün"], ["munich-de"]),
        (["match", "München"], ["munich-de"]),
        (["match", "Berg"], ["bergen-no"]),
        (["match", "zzz"], []),
        (["endorse", "oslo-no", "declaration"], ["d-2020"]),
        (["endorse", "oslo-no", "d-2020", "--act", "re"], ["reaffirmed"]),
        (["status", "--declaration", ""], ["d-2020"]),
        (["count", "--commitment", ""], ["d-2020/c1", "d-2020/c2", "d-2020/c3"]),
        (["count", "--commitment", "2"], ["d-2020/c2"]),
        (["count", "--commitment", "ecou"], ["d-2020/c3"]),
        (["count", "--kind", "p"], ["partnership", "plan", "policy", "programme"]),
        (["list", "actions", "--visibility", "n"], ["network"]),
        (["--as-of", "2024-01-01", "match", "osl"], ["oslo-no"]),
        (["report", "spot"], ["spotlight"]),
        (["report", "spotlight", "Os"], ["oslo-no"]),
        (["report", "city", "Os"], ["oslo-no"]),
        (["report", "commitment", "d-2"], ["d-2020/c1", "d-2020/c2", "d-2020/c3"]),
        (["report", "annual", "--declaration", "d"], ["d-2020"]),
        (["note", "Os"], ["oslo-no"]),
        (["note", "d"], ["d-2020"]),
        (["import", "act"], ["actions"]),
        (["import", "actions", "a.csv", "--owner", "Os"], ["oslo-no"]),
        (["import", "commitments", "a.csv", "--declaration", ""], ["d-2020"]),
        (["update", "oslo-no", "d-2020/c2"], ["d-2020/c2"]),
        (["update", "oslo-no", "--via", "m"], ["mail", "meeting"]),
        (["update", "oslo-no", "--action", "oslo-no/da"], ["oslo-no/days"]),
        (["assess", "Os"], ["oslo-no"]),
        (["assess", "oslo-no", "ecou"], ["d-2020/c3"]),
        (["explain", "sig"], ["signatories", "signatories/undated"]),
        (["explain", "actions/b"], ["actions/before"]),
        (["explain", "d-2020/c2/actions"], ["d-2020/c2/actions", "d-2020/c2/actions/before"]),
        (["check", "--only", "bad-r"], ["bad-ref"]),
        (["check", "--ignore", "bad-r"], ["bad-ref"]),
        (["review", "oslo-no/da"], ["oslo-no/days"]),
        (["review", "oslo-no/days", "--verdict", "still"], ["still-holds"]),
        (["release", "oslo-no/ma"], ["oslo-no/mayor"]),
        (["retract", "oslo-no/ma"], ["oslo-no/mayor"]),
        (["retract", "d-2020/c1"], ["d-2020/c1"]),
        (["erase", "oslo-no/ma"], ["oslo-no/mayor"]),
        (["erase", "oslo-no/mayor", "--reason", "p"], ["privacy"]),
        (["correct", "oslo-no/ma"], ["oslo-no/mayor"]),
        (["correct", "nobody-xx/"], []),
        (["reply", "Os"], ["oslo-no"]),
        (["reply", "oslo-no", "oslo-no/da"], ["oslo-no/days"]),
        (["show", "oslo-no/mayor"], ["oslo-no/mayor"]),
        (["evidence", "c"], ["capture", "check"]),
        (["--root", "/nowhere/at/all", "match", "osl"], []),
    ],
)
def test_what_is_offered(offered: Ask, words: list[str], expected: list[str]) -> None:
    """Commands, kinds, cities, declarations, commitments and levels; by id, or by the beginning of a word of a name."""
    assert expected == offered(*words)


def test_every_command_is_offered(offered: Ask) -> None:
    """At the first word all commands are."""
    assert sorted(COMMANDS) == offered("")


def test_a_city_whose_file_is_broken_is_offered_by_its_id(program: Program, offered: Ask) -> None:
    """A mistake in a file does not keep anybody from naming its owner."""
    (program.root / "commitments/oslo-no/city.toml").write_text("x = [", "utf-8")
    (program.root / "commitments/stray.toml").write_text("", "utf-8")
    assert ["oslo-no"] == offered("match", "os")


def test_records_of_others_are_not_read(offered: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who is named by the beginning of an id, or whole, is read alone."""
    from pledgekit import store

    read: list[str] = []
    real = store.read_file

    def noted(root: Path, file: str) -> bytes:
        read.append(file)
        return real(root, file)

    monkeypatch.setattr(store, "read_file", noted)
    assert ["oslo-no"] == offered("match", "os")
    assert ["commitments/oslo-no/city.toml"] == read
    assert ["oslo-no/days"] == offered("correct", "oslo-no/da")
    assert {"oslo-no"} == {each.split("/")[1] for each in read}


def test_other_files_of_a_city_are_not_read(program: Program, offered: Ask) -> None:
    """Only its own file is, so that the prompt does not wait for all records."""
    program.root.joinpath("commitments/bergen-no/more.toml").write_bytes(b"\xff" * 10)
    assert ["bergen-no"] == offered("match", "ber")


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, None),
        ({"_PLEDGEKIT_COMPLETE": "complete_bash", "COMP_WORDS": "pledgekit\nlist\na", "COMP_CWORD": "2"}, ["list"]),
        ({"_PLEDGEKIT_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "pledgekit list a"}, ["list"]),
        ({"_PLEDGEKIT_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "pledgekit list "}, ["list"]),
        ({"_PLEDGEKIT_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "pledgekit li"}, []),
    ],
)
def test_the_command_is_known_before_the_cursor(environment: dict[str, str], expected: list[str] | None) -> None:
    """Of a command that was named only its own module is read, whichever shell asks."""
    assert expected == typed(environment)


def in_bash(program: Program, home: Path, script: str) -> str:
    """Run a script in bash, with the program on its path and a home of its own; give what it prints."""
    start = home / "bin" / "pledgekit"
    start.parent.mkdir(parents=True)
    start.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pledgekit "$@"\n', "utf-8")
    start.chmod(0o755)
    environment = {
        **os.environ,
        "HOME": f"{home}",
        "PATH": f"{start.parent}{os.pathsep}{os.environ['PATH']}",
        "PLEDGEKIT_ROOT": f"{program.root}",
    }
    ran = subprocess.run(
        ["bash", "--norc", "-c", script], capture_output=True, text=True, check=True, env=environment, encoding="utf-8"
    )
    assert ran.stderr == ""
    return ran.stdout


def test_bash_completes_with_the_script_that_is_shown(program: Program, tmp_path: Path) -> None:
    """What --show-completion prints, read by bash, offers a city by its name in its own language."""
    script = """
eval "$(pledgekit --show-completion)"
COMP_WORDS=(pledgekit match mün) COMP_CWORD=2
_pledgekit_completion pledgekit
echo "${COMPREPLY[@]}"
"""
    assert "munich-de\n" == in_bash(program, tmp_path / "home", script)


def test_bash_completion_installs_itself(program: Program, tmp_path: Path) -> None:
    """--install-completion leaves a script in the home folder and a line in .bashrc that reads it."""
    home = tmp_path / "home"
    in_bash(program, home, "pledgekit --install-completion >/dev/null; true")
    assert "pledgekit" in (home / ".bashrc").read_text("utf-8")
    assert "_pledgekit_completion" in (home / ".bash_completions" / "pledgekit.sh").read_text("utf-8")
