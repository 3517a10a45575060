"""`round status`, `round remind`, `round extend`: where a round stands, and what is done about it."""

from __future__ import annotations

import csv
import email
import json
from email.policy import default
from typing import TYPE_CHECKING

import pytest

from tests.cli.small import make

if TYPE_CHECKING:
    from email.message import EmailMessage
    from pathlib import Path

    from tests.cli.small import Program

OSLO = """
[[contacts]]
id = "eva"
name = "Eva Nordmann"
role = "Focal point"
email = "eva@oslo.example"
phone = "+47 1"
recorded = 2024-11-01
"""
MUNICH = """
[[contacts]]
id = "max"
name = "Max"
email = "max@munich.example"
until = 2024-12-31
recorded = 2024-11-01
"""
GENT = """
[city]
id = "gent-be"
name = "=Gent"
kind = "city"
country = "BE"
recorded = 2020-06-01

[[endorsements]]
id = "signed"
declaration = "d-2020"
act = "signed"
date = 2020-05-01
recorded = 2020-06-01
"""
STATUS = """\
Declaration of 2020 (d-2020), round 2024: answers due 31 January 2025; as of 1 June 2025

Asked: 2 of 3 that endorse it
Reached: 2
Answered, of those asked and reached: 1 of 2 (50 %)
No answer, overdue: 1
Answered in part: 1
Not asked: 1
Without a focal point (add contact CITY): =Gent and Munich
Fewest answers, 0 of 2 (0 %): d-2020/c2 (Work together)

No answer, overdue: 1
  Munich: due 31 January 2025, 121 days ago; asked 15 November 2024; no focal point: Max is gone since \
31 December 2024; time to remind

Answered in part: 1
  Oslo: 1 of 2 commitments answered; open: d-2020/c2; due 31 January 2025, 121 days ago; asked 15 November 2024; \
answered 10 January 2025; focal point: Eva Nordmann, Focal point, eva@oslo.example, +47 1; time to remind

Not asked: 1
  =Gent
"""


@pytest.fixture
def asked(program: Program) -> Program:
    """A round: Oslo answered one of two clauses, Munich nothing, Gent was not asked."""
    make(
        program.root,
        commitments__oslo_no__internal__contacts=OSLO,
        commitments__munich_de__internal__contacts=MUNICH,
        commitments__gent_be__city=GENT,
    )
    return program


def mail(path: Path) -> EmailMessage:
    """Read a draft of a mail."""
    return email.message_from_bytes(path.read_bytes(), policy=default)


def words(path: Path) -> str:
    """The words of a draft, on lines of any ending."""
    return "\n".join(mail(path).get_content().splitlines())


def test_status(asked: Program) -> None:
    """Counts first, then who needs what, by name."""
    before = asked.files()
    ran = asked("round", "status", "--declaration", "d-2020", "--period", "2024")
    assert (0, STATUS, "") == (ran.code, ran.out, ran.err)
    assert STATUS == asked("round", "status").out
    assert before == asked.files()


def test_status_as_json(asked: Program) -> None:
    """The same as a value, with the figure and its denominator."""
    found = json.loads(asked("round", "status", "--json").out)
    assert ("pledgekit/round-status", 1, "internal") == (found["format"], found["format_version"], found["audience"])
    (one,) = found["rounds"]
    rate = one["figures"]["response-rate"]
    assert (["oslo-no"], 2, 2) == (rate["members"], rate["of"], one["reached"])
    assert ["d-2020/c2/answered"] == one["least"]
    oslo = next(each for each in one["cities"] if each["city"] == "oslo-no")
    assert ("partly", ["d-2020/c2"], -121, "overdue") == tuple(
        oslo[key] for key in ("place", "open", "days", "reminder")
    )
    assert "eva@oslo.example" == oslo["focal_point"]["email"]
    munich = next(each for each in one["cities"] if each["city"] == "munich-de")
    assert (None, ["munich-de/max"]) == (munich["focal_point"], munich["gone"])


def test_status_before_anybody_was_asked(program: Program) -> None:
    """Without requests there is no rate; without cities that is said; two rounds stand apart."""
    make(
        program.root,
        declarations__a_2021__declaration="""
[declaration]
id = "a-2021"
title = "A"
adopted = 2021-01-01
[[rounds]]
id = "r"
period = "2023"
opens = 2023-11-01
due = 2024-01-31
""",
    )
    ran = program("round", "status")
    assert (
        "A (a-2021), round 2023: answers due 31 January 2024; as of 1 June 2025\n\nNo city endorses it.\n\nDecl"
        in ran.out
    )
    ran = program("--as-of", "2024-11-05", "round", "status", "--declaration", "d-2020")
    assert "Asked: 0 of 2 that endorse it\nNot asked: 2\n" in ran.out
    assert "Reached" not in ran.out


def test_what_status_tells_besides(asked: Program) -> None:
    """Reminders, extensions, what did not arrive, what is outside the rate, what was never said to be an answer."""
    for line in (
        ["sent", "gent-be", "--act", "undelivered", "--date", "2024-11-20"],
        ["sent", "munich-de", "--act", "reminded", "--date", "2025-01-25"],
        ["sent", "munich-de", "--act", "reminded", "--date", "2025-01-27"],
        ["extend", "munich-de", "--due", "2025-06-02"],
    ):
        assert 0 == asked("round", *line).code
    found = asked("round", "status").out
    assert "Outside the response rate: =Gent\n" in found
    assert "Our request did not arrive: 1\n  =Gent: no focal" not in found
    assert (
        "due 2 June 2025, tomorrow (extended); asked 15 November 2024; reminded 2 times, last 27 January 2025;" in found
    )
    assert 0 == asked("retract", "oslo-no/answered-2024", "--reason", "error").code
    assert "(round sent --act answered): Oslo\n" in asked("round", "status").out
    assert 0 == asked("retract", "oslo-no/asked-2024", "--reason", "error").code
    assert "121 days ago; never asked; focal point" in asked("round", "status").out


def test_remind(asked: Program, tmp_path: Path) -> None:
    """A draft for each city whose answer is open, a list for mail merges, and nothing in the register."""
    before = asked.files()
    ran = asked("round", "remind", "--declaration", "d-2020", "--period", "2024", "--out", f"{tmp_path / 'out'}")
    names = ["munich-de-2024-reminder.eml", "oslo-no-2024-reminder.eml", "reminders-2024.csv"]
    assert (0, [f"{tmp_path / 'out' / each}" for each in names]) == (ran.code, ran.out.splitlines())
    assert (
        "not reminded, since they were not asked yet: =Gent\n"
        "drafts for 2 cities, and the list; nothing is sent\n"
        "without an address on record: munich-de\n"
        "when they are sent: pledgekit round sent --act reminded --period 2024 --declaration d-2020\n"
    ) == ran.err
    assert before == asked.files()
    rows = list(csv.reader((tmp_path / "out" / "reminders-2024.csv").read_text("utf-8").splitlines()))
    assert [
        ["city", "name", "contact", "email", "lang", "due", "overdue", "open"],
        ["munich-de", "Munich", "", "", "en", "2025-01-31", "yes", "1. Speak out; 2. Work together"],
        ["oslo-no", "Oslo", "Eva Nordmann", "eva@oslo.example", "en", "2025-01-31", "yes", "2. Work together"],
    ] == rows
    oslo = mail(tmp_path / "out" / names[1])
    assert ("Eva Nordmann <eva@oslo.example>", "1", None) == (oslo["To"], oslo["X-Unsent"], oslo["From"])
    assert "A reminder: Declaration of 2020: progress in 2024 (Oslo)" == oslo["Subject"]
    text = words(tmp_path / "out" / names[1])
    assert text.startswith("Dear Eva Nordmann,\n\nThank you for the answers of Oslo to")
    assert "Still open:\n– 2. Work together\n" in text
    assert "They were asked for by 31 January 2025; we should still be glad" in text
    text = words(tmp_path / "out" / names[0])
    assert text.startswith("Dear colleagues,\n\nOn 15 November 2024 we sent you the form")
    assert "were asked for by 31 January 2025, and we have not received them yet" in text


def test_remind_before_the_day(asked: Program, tmp_path: Path) -> None:
    """Not yet due is another letter than overdue; what is internal stays out of both."""
    for day, name in (("2025-01-05", "munich-de"), ("2025-01-12", "oslo-no")):
        assert 0 == asked("--as-of", day, "round", "remind", "--out", f"{tmp_path / day}").code
        text = words(tmp_path / day / f"{name}-2024-reminder.eml")
        assert "There is still time" in text
        assert "31 January 2025" in text
        assert "not received" not in text


def test_the_same_day_gives_the_same_drafts(asked: Program, tmp_path: Path) -> None:
    """Byte for byte."""
    for name in ("one", "two"):
        assert 0 == asked("round", "remind", "--out", f"{tmp_path / name}").code
    files = [{path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two")]
    assert files[0] == files[1]


def test_a_spreadsheet_runs_nothing(asked: Program, tmp_path: Path) -> None:
    """What looks like a formula is neutralised in the list."""
    assert 0 == asked("round", "sent", "gent-be", "--act", "asked", "--date", "2024-11-20").code
    assert 0 == asked("round", "remind", "--out", f"{tmp_path / 'out'}").code
    assert "\ngent-be,'=Gent,," in (tmp_path / "out" / "reminders-2024.csv").read_text("utf-8")


def test_drafts_of_another_day(asked: Program, tmp_path: Path) -> None:
    """A draft that lies there from before is named: its city may have answered since."""
    assert 0 == asked("round", "remind", "--out", f"{tmp_path / 'out'}").code
    assert 0 == asked("round", "sent", "munich-de", "--act", "declined").code
    ran = asked("round", "remind", "--out", f"{tmp_path / 'out'}")
    assert "drafts of another day lie there too, and may be of cities that answered since: munich-de" in ran.err
    assert "oslo-no-2024-reminder.eml, " not in ran.err


def test_reminded_without_having_been_asked(asked: Program, tmp_path: Path) -> None:
    """Where the day of asking is not on record, none is told; where there are no clauses, none is said to be open."""
    make(
        asked.root,
        declarations__a_2021__declaration="""
[declaration]
id = "a-2021"
title = "A"
adopted = 2021-01-01
[[rounds]]
id = "r"
period = "2024"
due = 2025-07-31
""",
        commitments__gent_be__more="""
[[endorsements]]
id = "a"
declaration = "a-2021"
act = "signed"
[[requests]]
id = "r"
declaration = "a-2021"
period = "2024"
act = "reminded"
date = 2025-05-01
""",
    )
    assert 0 == asked("round", "remind", "--declaration", "a-2021", "--out", f"{tmp_path / 'out'}").code
    text = words(tmp_path / "out" / "gent-be-2024-reminder.eml")
    assert "\n\nWe sent you the form “A: progress in 2024” for =Gent.\n\nThere is still time" in text
    assert "Still open" not in text


def test_nobody_to_remind(asked: Program, tmp_path: Path) -> None:
    """Then nothing is written."""
    for city in ("munich-de", "oslo-no"):
        assert 0 == asked("round", "sent", city, "--act", "declined").code
    ran = asked("round", "remind", "--out", f"{tmp_path / 'out'}")
    assert (0, "", False) == (ran.code, ran.out, (tmp_path / "out").exists())
    assert "nobody is to be reminded; nothing was written\n" in ran.err
    assert 0 == asked("add", "contact", "gent-be", "name=Gerd").code
    assert "Without a focal point" not in asked("round", "status").out


def test_remind_refuses_while_errors_stand(asked: Program, tmp_path: Path) -> None:
    """A record that cannot be read may be the answer; with the option the letter says that errors stand."""
    (asked.root / "commitments/oslo-no/bad.toml").write_text("[[updates]]\nid = 1\n", "utf-8")
    out = tmp_path / "out"
    assert 1 == asked("round", "remind", "--out", f"{out}").code
    assert not out.exists()
    assert 0 == asked("round", "remind", "--despite-problems", "--out", f"{out}").code
    assert "Errors in the register" in words(out / "munich-de-2024-reminder.eml")


@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        (["status", "--declaration", "d-2021"], 1, "d-2020"),
        (["status", "--period", "2023"], 1, "round open --declaration d-2020 --period 2023 --due DATE"),
        (["status", "--period", "soon"], 2, "soon"),
        (["remind", "--out", "OUT", "--period", "2023"], 1, "d-2020 has no round for 2023; open one: pledgekit round"),
        (["remind"], 2, "--out is missing"),
        (["remind", "--out", "OUT", "--lang", "xx"], 2, "no form in the language 'xx'"),
        (["remind", "--out", "OUT/deeper"], 1, "there is no folder"),
        (["remind", "--out", "FILE"], 1, "FILE"),
        (["extend", "munich-de"], 2, "--due is missing"),
        (["extend", "munich-de", "--due", "2025-02-30"], 2, "not in the calendar"),
        (["extend", "munich-de", "--due", "2025-02-28"], 1, "2025-02-28 lies before 2025-06-01"),
        (
            ["extend", "munich-de", "--due", "2025-01-15", "--date", "2025-01-10"],
            1,
            "2025-01-15 is earlier than 2025-01-31, by which munich-de is asked to answer for d-2020",
        ),
        (["extend", "munich-de", "--due", "2025-01-31", "--date", "2025-01-10"], 2, "has until 2025-01-31 already"),
        (["extend", "gent-be", "--due", "2025-07-31"], 1, "gent-be was not asked for d-2020, 2024"),
        (["extend", "bergen-no", "--due", "2025-07-31"], 1, "bergen-no does not endorse d-2020, and was not asked"),
        (["extend", "nowhere", "--due", "2025-07-31"], 1, "nowhere"),
    ],
)
def test_bad_input(asked: Program, tmp_path: Path, arguments: list[str], code: int, expected: str) -> None:
    """Clear words, and nothing written."""
    (tmp_path / "FILE").write_text("")
    out = tmp_path / "out"
    there = {"OUT": f"{out}", "OUT/deeper": f"{out / 'deeper'}", "FILE": f"{tmp_path / 'FILE'}"}
    before = asked.files()
    ran = asked("round", *(there.get(each, each) for each in arguments))
    assert (code, "") == (ran.code, ran.out)
    assert expected in ran.err
    assert (before, False) == (asked.files(), out.exists())


def test_only_staff(asked: Program, tmp_path: Path) -> None:
    """Contacts and answers are nobody else's."""
    for command in (["status"], ["remind", "--out", f"{tmp_path / 'out'}"]):
        ran = asked("--audience", "network", "round", *command)
        assert (2, "") == (ran.code, ran.out)
        assert "for staff" in ran.err


def test_extend(asked: Program) -> None:
    """One new file with the new day; from then on it is the day by which to answer."""
    ran = asked("round", "extend", "Munich", "--due", "2025-06-30", "--note", "asked by phone")
    assert (0, 1) == (ran.code, len(ran.out.splitlines()))
    assert 'act = "extended"\ndate = 2025-06-01\ndue = 2025-06-30\n' in ran.err
    assert (
        "No answer, not yet due: 1\n  Munich: due 30 June 2025, in 29 days (extended)" in asked("round", "status").out
    )
    assert 1 == asked("round", "extend", "Munich", "--due", "2025-06-15").code


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        ("declined", "munich-de declined to answer for d-2020, 2024; there is nothing to wait for"),
        ("undelivered", "the request did not reach munich-de for d-2020, 2024; ask again first: pledgekit round sent"),
    ],
)
def test_no_more_time_for_nobody(asked: Program, act: str, expected: str) -> None:
    """Who declined or was never reached is not waited for."""
    assert 0 == asked("round", "sent", "munich-de", "--act", act).code
    ran = asked("round", "extend", "munich-de", "--due", "2025-07-31")
    assert 1 == ran.code
    assert expected in ran.err


def test_no_more_time_for_what_is_answered(asked: Program) -> None:
    """All clauses are answered."""
    assert 0 == asked("update", "oslo-no", "d-2020/c2", "--period", "2024", "--instead", "nothing-new").code
    ran = asked("round", "extend", "oslo-no", "--due", "2025-07-31", "--declaration", "d-2020")
    assert (1, "oslo-no has answered for d-2020, 2024") == (ran.code, ran.err.partition(": ")[2].partition(";")[0])


def test_rounds_of_several_periods(asked: Program, tmp_path: Path) -> None:
    """Then the period is asked for, and one answer stands for no other."""
    make(
        asked.root,
        declarations__a_2021__declaration="""
[declaration]
id = "a-2021"
title = "A"
adopted = 2021-01-01
[[rounds]]
id = "r"
period = "2023"
due = 2024-01-31
""",
    )
    both = ("--declaration", "d-2020", "--declaration", "a-2021")
    ran = asked("round", "remind", *both, "--out", f"{tmp_path / 'out'}")
    assert (2, "--period is missing; the rounds are of several: 2024, 2023") == (ran.code, ran.err[11:].strip())
    ran = asked("round", "extend", "munich-de", "--due", "2025-07-31")
    assert 0 == ran.code  # it was asked in one of them alone
