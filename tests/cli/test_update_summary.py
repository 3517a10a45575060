"""After an answer by phone: the draft of a mail in which the city confirms what was recorded."""

from __future__ import annotations

import email
from email.policy import default
from typing import TYPE_CHECKING

import pytest

from pledgekit.cli import update
from tests.cli.small import make
from tests.cli.test_answers import Phone

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.small import Program

CONTACT = """
[[contacts]]
id = "max"
name = "Max"
email = "max@munich.example"
recorded = 2024-11-01
"""
LETTER = """\
Dear Max,

Thank you for your answers to “Declaration of 2020: progress in 2024”. This is what we recorded for Munich; please \
tell us whether it is right.

1. Speak out
– limited
– Two meetings.
– What stood in the way (never published): no money

Not answered yet:
– 2. Work together

May we publish it? Please tell us for each answer: yes; yes, without naming us; or no. Without your yes nothing of it \
is published.

If anything is wrong or missing, please reply to this mail.

With kind regards
"""


def words(path: Path) -> str:
    """The words of a draft."""
    found = email.message_from_bytes(path.read_bytes(), policy=default)
    return "\n".join(found.get_content().splitlines()) + "\n"


def test_one_answer(program: Program, tmp_path: Path) -> None:
    """Its answers in its words, what may be published, to whom to reply; addressed to the focal point."""
    make(program.root, commitments__munich_de__internal__contacts=CONTACT)
    out = tmp_path / "munich.eml"
    said = ("--completion", "limited", "--narrative", "Two meetings.", "--obstacle", "no-funding")
    ran = program("update", "Munich", "c1", *said, "--summary", f"{out}")
    assert 0 == ran.code
    assert ran.err.endswith(f"a draft for the city to confirm is at {out}; nothing is sent\n")
    assert LETTER == words(out)
    mail = email.message_from_bytes(out.read_bytes(), policy=default)
    assert ("Max <max@munich.example>", "1") == (mail["To"], mail["X-Unsent"])
    assert "What we recorded: Declaration of 2020: progress in 2024 (Munich)" == mail["Subject"]


def test_another_city_reports_it(program: Program, tmp_path: Path) -> None:
    """It is named; nobody to write to is told of."""
    out = tmp_path / "munich.eml"
    said = ("--instead", "included-elsewhere", "--included-in", "Oslo")
    ran = program("update", "Munich", "c1", *said, "--summary", f"{out}")
    assert "without an address on record: munich-de\n" in ran.err
    assert ": Oslo\n" in words(out)
    assert words(out).startswith("Dear colleagues,\n")


def test_nothing_is_left(program: Program, tmp_path: Path) -> None:
    """Where all clauses are answered, none is said to be open; internal words stay inside."""
    out = tmp_path / "oslo.eml"
    ran = program("update", "Oslo", "c2", "--instead", "nothing-new", "--note", "secret words", "--summary", f"{out}")
    assert 0 == ran.code
    assert "Not answered yet" not in words(out)
    assert "secret" not in words(out)


def test_an_answer_to_a_clause_that_became_another(program: Program, tmp_path: Path) -> None:
    """It is told under the clause in use."""
    make(
        program.root,
        declarations__d_2020__old="""
[[commitments]]
id = "old"
title = "Old"
wording = "provisional"
superseded_by = ["d-2020/c1"]
recorded = 2020-06-01
""",
    )
    out = tmp_path / "munich.eml"
    assert 0 == program("update", "Munich", "old", "--completion", "limited", "--summary", f"{out}").code
    assert "1. Speak out\n– limited\n" in words(out)


@pytest.fixture
def phone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody sits at a terminal."""
    monkeypatch.setattr(update, "can_ask", lambda: True)


@pytest.mark.usefixtures("phone")
def test_offered_at_the_end_of_a_walk(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until a file that can be written is named, or none is wanted; the answers are recorded already."""
    out = tmp_path / "munich.eml"
    nowhere = f"{tmp_path / 'no' / 'x.eml'}"
    walked = ("limited", "", "", "skip", "yes")
    Phone(monkeypatch, *walked, "munich.txt", nowhere, f"{out}")
    ran = program("update", "Munich")
    assert (0, True) == (ran.code, out.exists())
    assert "there is no folder" in ran.err
    assert "munich.txt is none" in ran.err
    for last in ("", None):
        Phone(monkeypatch, *walked, last)
        ran = program("update", "Munich")
        assert (0, 1) == (ran.code, len(ran.out.splitlines()))
        assert "a draft for the city" not in ran.err


@pytest.mark.usefixtures("phone")
def test_not_offered(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor written: of one clause named, without asking; of a trial run."""
    phone = Phone(monkeypatch)
    assert 0 == program("update", "Munich", "c1", "--completion", "limited").code
    assert [] == phone.asked
    out = tmp_path / "x.eml"
    assert 0 == program("update", "Munich", "c1", "--completion", "limited", "--dry-run", "--summary", f"{out}").code
    assert not out.exists()


def test_answers_about_several_periods(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each declaration in the period of its newest round: one mail names both."""
    make(
        program.root,
        declarations__a_2021__declaration="""
[declaration]
id = "a-2021"
title = "A"
adopted = 2021-01-01
recorded = 2021-01-01
[[commitments]]
id = "c"
title = "Care"
wording = "paraphrase"
recorded = 2021-01-01
[[rounds]]
id = "r"
period = "2023"
due = 2024-01-31
recorded = 2021-01-01
""",
        commitments__munich_de__more="""
[[endorsements]]
id = "a"
declaration = "a-2021"
act = "signed"
date = 2021-01-01
recorded = 2021-01-01
""",
    )
    out = tmp_path / "munich.eml"
    Phone(monkeypatch, "limited", "", "", "complete", "", "", "skip", "yes")
    assert 0 == program("update", "Munich", "--summary", f"{out}").code
    assert "“A: progress in 2023 and Declaration of 2020: progress in 2024”" in words(out)
    assert "\nCare\n– limited\n\n1. Speak out\n" in words(out)


@pytest.mark.parametrize(
    ("options", "code", "expected"),
    [
        (("--summary", "x.txt"), 2, "the draft of a mail is a file that ends with .eml, and x.txt is none"),
        (("--summary", "/nowhere/at/all/x.eml"), 1, "there is no folder /nowhere/at/all"),
        (("--summary", "."), 2, "ends with .eml, and . is none"),
        (("--lang", "xx"), 2, "no form in the language 'xx'"),
    ],
)
def test_what_cannot_be_written_is_said_before(
    program: Program, options: tuple[str, ...], code: int, expected: str
) -> None:
    """And nothing is recorded."""
    before = program.files()
    ran = program("update", "Munich", "c1", "--completion", "limited", *options)
    assert (code, True) == (ran.code, expected in ran.err)
    assert before == program.files()


def test_a_city_of_a_later_day(program: Program) -> None:
    """A city that is not on record is no city to write to."""
    from pledgekit.errors import NotFound
    from pledgekit.rounds.confirming import confirmation
    from pledgekit.store import load
    from tests.registers import day

    register = load(program.root).register
    with pytest.raises(NotFound, match="nowhere is not a city"):
        confirmation(register, "nowhere", (), as_of=day("2025-06-01"))
