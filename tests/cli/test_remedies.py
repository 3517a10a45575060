"""Each line of `todo` ends with a command that can be pasted and works: run for every kind of task and problem."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pledgekit.cli import console, erase, leave, retract, update_walk
from pledgekit.model.problem import CODES
from tests.cli.small import make
from tests.test_problems import BUILDERS, CASES

if TYPE_CHECKING:
    from tests.cli.small import Program

HAGUE = Path(__file__).resolve().parent.parent.parent
COMMAND = ": pledgekit --root "
# What is the matter, and what helps: a sentence each, with a command at the end.
SENTENCES = re.compile(f"  .*\\. [A-Z].*{COMMAND}.*")
# What is typed where a command asks for what nobody knows but who runs it.
ANSWERS = {
    "act": "signed", "assessor": "A. Judge", "by": "A. Decider", "completion": "limited",
    "evidence-level": "documented", "name": "A. Mayor", "reason": "error", "seen": "2024", "text": "Words.",
    "answer": "declined", "completion or --instead": "declined",
    "in the city\N{RIGHT SINGLE QUOTATION MARK}s words": "", "what stood in the way": "", "record": "yes",
}  # fmt: skip


def typed(question: str, **_: object) -> str:
    """Answer a question by its first words, up to the list of what may be typed."""
    name = question.partition(" (")[0]
    return ANSWERS["record" if name.startswith("record th") else name]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Somebody sits at a terminal, in an empty folder, answers questions, and agrees."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    for module in (console, update_walk, erase, leave, retract):
        monkeypatch.setattr(module, "can_ask", lambda: True)
    monkeypatch.setattr("typer.prompt", typed)
    monkeypatch.setattr("typer.confirm", lambda *_, **__: True)


def commands(program: Program, *options: str) -> list[list[str]]:
    """The commands of `todo`, as a shell would split them."""
    lines = [each for each in program.bare(*options, "todo").out.splitlines() if each.startswith("  ")]
    tasks = [each for each in lines if not each.startswith("    last note")]
    assert [] == [each for each in tasks if not SENTENCES.fullmatch(each) or re.search("; [A-Z][a-z]", each)]
    return [shlex.split(each.partition(COMMAND)[2]) for each in tasks]


PLACEHOLDERS = {"seen=DATE": "seen=2024", "done=DATE": "done=2024-02-01", "state=WORD": "state=held"}


def works(program: Program, day: str, command: list[str]) -> None:
    """A command that records does so, tried without writing; one that shows does. As it stands, a placeholder fails."""
    if PLACEHOLDERS.keys() & set(command):
        pasted = program.bare("--as-of", day, "--root", *command, "--dry-run")
        assert (True, "") == (pasted.code in (1, 2), pasted.out), command
    command = [PLACEHOLDERS.get(each, each) for each in command]
    plain = {"show", "check", "remind"} & set(command)  # these write nothing into the register
    ran = program.bare("--as-of", day, "--root", *command, *([] if plain else ["--dry-run"]))
    assert ran.code == 0 or ("check" in command and ran.out), (command, ran.err)


@pytest.mark.usefixtures("terminal")
def test_every_task_of_the_hague_register(program: Program) -> None:
    """On the register of this repository."""
    for folder in ("declarations", "commitments"):
        shutil.copytree(HAGUE / folder, program.root / "hague" / folder)
    day = ("--as-of", "2026-11-23", "--root", f"{program.root / 'hague'}")
    found = commands(program, *day)
    assert len(found) > 10
    for each in found:
        works(program, "2026-11-23", each)


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("code", sorted(CODES))
def test_every_problem(program: Program, tmp_path: Path, code: str) -> None:
    """On the tree that shows it."""
    root = tmp_path / code
    shutil.copytree(CASES / code, root)
    if code in BUILDERS:
        BUILDERS[code](root)
    for each in commands(program, "--root", f"{root}", "--as-of", "2026-01-01"):
        works(program, "2026-01-01", each)


@pytest.mark.usefixtures("terminal")
def test_every_task_of_a_register_with_all_of_them(program: Program) -> None:
    """Answers, permissions, replies, mayors, steps: each reason at least once."""
    make(
        program.root,
        commitments__oslo_no__more="""
[[actions]]
id = "told"
title = "Told us"
told_by = "city"
[[assessments]]
id = "no-day"
commitment = "d-2020/c1"
period = "2024"
evidence_level = "none"
assessor = "A"
date = 2025-02-01
[[assessments]]
id = "awaited"
commitment = "d-2020/c2"
period = "2024"
evidence_level = "none"
assessor = "A"
date = 2025-01-01
reply_due = 2025-07-01
[[officials]]
id = "gone"
name = "B. Deputy"
office = "Deputy Mayor"
from = 2020
until = 2024
[[endorsements]]
id = "again"
declaration = "d-2020"
act = "reaffirmed"
date = 2022-01-01
official = "C. Before"
office = "Mayor"
""".replace("from = 2020\nuntil = 2024", 'from = "2020"\nuntil = "2024"'),
        commitments__oslo_no__internal__notes="""
[[notes]]
id = "n"
text = "oslo-no/days: to be corrected: it was in May"
date = 2025-05-01
recorded = 2025-05-01
[[contacts]]
id = "eva"
name = "Eva"
until = 2025-01-01
""",
        commitments__bergen_no__more="""
[[endorsements]]
id = "signed"
declaration = "d-2020"
act = "signed"
[[requests]]
id = "back"
declaration = "d-2020"
period = "2024"
act = "undelivered"
date = 2024-12-01
""",
        declarations__d_2020__more="""
[[steps]]
id = "s"
event = "d-2020/meeting"
text = "Meet again"
due = 2023-09-01
""",
        declarations__bare_2021__declaration="""
[declaration]
id = "bare-2021"
title = "Bare"
adopted = 2021-01-01
[[rounds]]
id = "round"
period = "2024"
due = 2025-07-01
""",
        commitments__munich_de__more="""
[[endorsements]]
id = "bare"
declaration = "bare-2021"
act = "signed"
[[requests]]
id = "asked-bare"
declaration = "bare-2021"
period = "2024"
act = "asked"
date = 2025-05-01
""",
        commitments__rome_it__city="""
[city]
id = "rome-it"
name = "Rome"
kind = "city"
country = "IT"
[[endorsements]]
id = "bare"
declaration = "bare-2021"
act = "signed"
""",
    )
    day = ("--as-of", "2025-06-01", "--root", f"{program.root}")
    out = program.bare(*day, "todo").out
    for said in (
        "asked, no answer", "did not arrive", "not asked yet", "ask whether it may be published", "may reply to",
        "has no day by which", "was endorsed under C. Before). Reaffirm?", "B. Deputy, Deputy Mayor, left",
        "Meet again",
        "asked, answer not yet due", "1 of 2 commitments answered", "time to remind", "no focal point is on record.",
        "(Eva is gone)", "it was in May",
    ):  # fmt: skip
        assert said in out, said
    for command in commands(program, *day):
        works(program, "2025-06-01", command)


def test_a_register_around_needs_no_name(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the program finds its folder by itself, the commands do not name it."""
    line = "pledgekit update munich-de --period 2024\n"
    monkeypatch.chdir(program.root / "commitments")
    assert line in program("todo").out
    monkeypatch.chdir(program.root.parent)
    assert f"pledgekit --root {program.root} update munich-de --period 2024\n" in program("todo").out
    monkeypatch.setenv("PLEDGEKIT_ROOT", f"{program.root}")
    assert line in program("todo").out
