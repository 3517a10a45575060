"""Answers, assessments, replies, reviews and notes: each one new file, with what belongs together in it."""

from __future__ import annotations

import datetime
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from pledgekit.cli import console, update_walk
from pledgekit.fingerprint import fingerprint
from pledgekit.ids import Ref
from pledgekit.store import load
from tests.cli.small import make
from tests.cli.test_recording import recorded, refused

if TYPE_CHECKING:
    from tests.cli.small import Program, Ran

TODAY = datetime.date(2025, 6, 1)


def answered(program: Program, *arguments: str) -> tuple[dict[str, list[dict[str, Any]]], Ran]:
    """Run a command that must write one new file; give its tables, and what it said."""
    before = program.files()
    ran = program(*arguments)
    assert 0 == ran.code, ran.err
    path = ran.out.removesuffix("\n")
    after = program.files()
    assert {**before, path: after[path]} == after
    assert after[path].decode().strip() in ran.err
    return tomllib.loads(after[path].decode()), ran


def clause(program: Program, name: str) -> str:
    """The fingerprint of a clause as it is now."""
    return fingerprint(load(program.root).register.revisions(Ref("d-2020", name))[-1])


def test_update_one_clause(program: Program) -> None:
    """Every option lands in its key; the period is the newest round's, the request beside it says `answered`."""
    tables, _ = answered(
        program, "update", "Munich", "Work together", "--completion", "substantial", "--narrative", "N",
        "--obstacle", "no-funding", "--obstacle", "security", "--action", "plan", "--date", "early May 2025",
        "--via", "phone", "--answered-by", "B", "--visibility", "public", "--remark", "R", "--note", "X",
        "--source", "a call",
    )  # fmt: skip
    (said,), (request,) = tables["updates"], tables["requests"]
    expected = {
        "commitment": "d-2020/c2", "period": "2024", "completion": "substantial", "narrative": "N",
        "obstacles": ["no-funding", "security"], "actions": ["munich-de/plan"], "via": "phone", "answered_by": "B",
        "date": "2025-05-01/2025-05-10", "date_text": "early May 2025", "visibility": "public", "remark": "R",
        "note": "X", "sources": [{"title": "a call"}], "clause_seen": clause(program, "c2"), "recorded_by": "Tester",
    }  # fmt: skip
    assert expected == {key: value for key, value in said.items() if key not in ("id", "recorded")}
    assert ("d-2020", "2024", "answered") == (request["declaration"], request["period"], request["act"])
    assert (said["date"], said["recorded"]) == (request["date"], request["recorded"])
    assert "visibility" not in request
    status = program("--known-on", "2030-01-01", "status", "--json").out
    assert '"completion": "substantial"' in status


def test_update_another_answer(program: Program) -> None:
    """In place of a level; who reports it is resolved; dated today; a day that has its request gets no second one."""
    words = ("update", "munich-de", "d-2020/c1", "--instead", "included-elsewhere", "--included-in", "Oslo")
    tables, _ = answered(program, *words)
    (said,) = tables["updates"]
    assert ("included-elsewhere", "oslo-no", TODAY) == (said["instead"], said["included_in"], said["date"])
    tables, _ = answered(program, "update", "munich-de", "d-2020/c2", "--instead", "nothing-new")
    assert ["updates"] == list(tables)
    tables, _ = answered(program, "update", "munich-de", "c2", "--instead", "nothing-new", "--date", "2025-05-30")
    assert ["updates", "requests"] == list(tables)


def test_update_in_a_period_without_a_round(program: Program) -> None:
    """Nobody asked, so no request says that the city answered."""
    tables, _ = answered(program, "update", "Oslo", "c1", "--period", "2022", "--completion", "limited")
    assert ["updates"] == list(tables)


def test_a_round_that_was_taken_back_asks_for_nothing(program: Program) -> None:
    """Without a round the period must be given; a bad one given at a terminal is a usage error."""
    recorded(program, "retract", "d-2020/round-2024", "--reason", "error")
    assert "--period is missing" in refused(program, 2, "update", "Oslo", "c1", "--completion", "limited")


def test_the_period_is_asked_for(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """At a terminal, until it is one."""
    recorded(program, "retract", "d-2020/round-2024", "--reason", "error")
    Phone(monkeypatch, "soon", "2023")
    ran = program("update", "Oslo", "c1", "--completion", "limited")
    assert 'period = "2023"' in ran.err
    assert "a period is a year" in ran.err


def test_update_asks_for_the_answer(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """A level or another answer, one of them, at a terminal; and who reports it, where that is the answer."""
    for answer, key in (("limited", "completion"), ("declined", "instead")):
        Phone(monkeypatch, answer)
        tables, _ = answered(program, "update", "oslo-no", "c1")
        assert answer == tables["updates"][0][key]
    Phone(monkeypatch, "included-elsewhere", "Oslo", "Nowhere", "Munich")
    tables, ran = answered(program, "update", "oslo-no", "c1")
    assert "munich-de" == tables["updates"][0]["included_in"]
    assert "oslo-no cannot report in its own place" in ran.err


def test_an_answer_without_endorsement_is_warned_of(program: Program) -> None:
    """The answer is written all the same; so is an assessment. Who left may still be judged by what it endorsed."""
    for words in (
        ("update", "Bergen", "c1", "--instead", "declined"),
        ("assess", "Bergen", "c1", "--evidence-level", "none", "--assessor", "A"),
    ):
        _, ran = answered(program, *words)
        assert "bergen-no has no endorsement of d-2020 on record" in ran.err
    recorded(program, "leave", "Munich", "d-2020", "--date", "2025-01")
    _, ran = answered(program, "update", "Munich", "c1", "--instead", "declined")
    assert "no endorsement" not in ran.err


class Phone:
    """Somebody at a terminal who gives these answers; None is Ctrl-C."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *answers: str | None) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []
        monkeypatch.setattr(console, "can_ask", lambda: True)
        monkeypatch.setattr(update_walk, "can_ask", lambda: True)
        monkeypatch.setattr("typer.prompt", self.prompt)

    def prompt(self, question: str, **_: object) -> str:
        """Answer a question."""
        self.asked.append(question)
        answer = self.answers.pop(0)
        if answer is None:
            raise KeyboardInterrupt
        return answer


def test_update_walks_through_all_clauses(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each clause and what was last answered; wrong words are asked again; all answers go into one file."""
    phone = Phone(
        monkeypatch, "limted", "xyz", "limited", "In words.", "money", "no-funding, security",
        "included-elsewhere", "", "Nowhere", "Munich", "", "", "maybe", "yes",
    )  # fmt: skip
    tables, ran = answered(program, "update", "Oslo", "--via", "phone", "--answered-by", "B")
    first, second = tables["updates"]
    assert ("limited", "In words.", ["no-funding", "security"]) == (
        first["completion"], first["narrative"], first["obstacles"],
    )  # fmt: skip
    assert ("included-elsewhere", "munich-de") == (second["instead"], second["included_in"])
    assert ["answered"] == [each["act"] for each in tables["requests"]]
    assert [("phone", TODAY)] * 2 == [(each["via"], each["date"]) for each in tables["updates"]]
    assert [clause(program, "c1"), clause(program, "c2")] == [each["clause_seen"] for each in tables["updates"]]
    for said in ("Speak out", "We speak out.", "last answered (2024): limited", "not answered so far", "is no city",
                 "nearest: limited", "one of: not-started"):  # fmt: skip
        assert said in ran.err
    assert [] == phone.answers


def test_enter_passes_over(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is passed over is not recorded; when all is, nothing is."""
    Phone(monkeypatch, "", "complete", "", "", "y")
    tables, _ = answered(program, "update", "Oslo")
    assert ["d-2020/c2"] == [each["commitment"] for each in tables["updates"]]
    Phone(monkeypatch, "", "")
    before = program.files()
    ran = program("update", "Oslo")
    assert (0, "", before) == (ran.code, ran.out, program.files())
    assert "nothing was recorded" in ran.err


NOTHING = "ended: nothing was written"


@pytest.mark.parametrize(
    ("answers", "expected", "code"),
    [
        (["limited", "N", "", None, "yes"], {"c1": "limited N"}, 0),
        (["limited", None, "yes"], {"c1": "limited"}, 0),
        (["limited", "stop", "yes"], {"c1": "limited"}, 0),
        (["limited", "stop", "back", "", "N", "", "declined", "stop", "yes"], {"c1": "limited N", "c2": "declined"}, 0),
        (["limited", "stop", "no"], "nothing was recorded", 1),
        (["limited", "N", "", None, None], NOTHING, 130),
        ([None], NOTHING, 130),
        (["stop"], "no answer was given", 0),
        (["included-elsewhere", None], NOTHING, 130),
        (["included-elsewhere", "stop"], "no answer was given", 0),
        (["included-elsewhere", "skip", "limited", "stop", "yes"], {"c2": "limited"}, 0),
        (["included-elsewhere", "back", "limited", "", "", "", "yes"], {"c1": "limited"}, 0),
        (["included-elsewhere", "Oslo", "Munich", "back", "", "back", "back", "limited", "", "", "stop", "yes"],
         {"c1": "limited"}, 0),
        (["back", "limited", "back", "complete", "back", "", "N", "back", "O", "no-funding", "", "yes"],
         {"c1": "complete O"}, 0),
        (["limited", "N", "no-funding", "back", "", "skip", "skip", "stop", "yes"], {"c1": "limited"}, 0),
        (["limited", "", "", "skip", "back", "back", "back", "skip", "skip"], "no answer was given", 0),
        (["limited", "", "", "", "back", "complete", "", "", "yes"], {"c1": "limited", "c2": "complete"}, 0),
        (["limited", "", "", "back", "skip", "stop"], "no answer was given", 0),
        (["unchanged", "", "back", "stop", "yes"], {"c1": "unchanged"}, 0),
    ],
)  # fmt: skip
def test_every_question_lets_one_go_back_on_and_out(
    program: Program,
    monkeypatch: pytest.MonkeyPatch,
    answers: list[str | None],
    expected: dict[str, str] | str,
    code: int,
) -> None:
    """Nothing that was answered is lost without a word, and nothing is written without a yes."""
    phone = Phone(monkeypatch, *answers)
    before = program.files()
    ran = program("update", "Oslo")
    assert code == ran.code, ran.err
    if isinstance(expected, str):
        assert (before, "") == (program.files(), ran.out)
        assert expected in ran.err
    else:
        held = tomllib.loads(program.files()[ran.out.strip()].decode())["updates"]
        said = {
            each["commitment"][7:]: f"{each.get('completion') or each['instead']} {each.get('narrative', '')}".strip()
            for each in held
        }
        assert expected == said
    assert [] == phone.answers


def test_the_summary_tells_each_answer(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before the question whether to keep them; at the first commitment there is no way back."""
    Phone(monkeypatch, "back", "included-elsewhere", "Munich", "N", "security", "limited", "stop", "yes")
    ran = program("update", "Oslo")
    for said in ("this is the first commitment", "  d-2020/c1: included-elsewhere; munich-de; N; security\n",
                 "  d-2020/c2: limited\n"):  # fmt: skip
        assert said in ran.err


@pytest.mark.parametrize(
    ("answers", "left_out"),
    [
        (["limited", "", "", "included-elsewhere", None, "yes"], True),
        (["limited", "", "", "included-elsewhere", "skip", "yes"], False),
    ],
)
def test_an_answer_that_cannot_stand_is_named(
    program: Program, monkeypatch: pytest.MonkeyPatch, answers: list[str | None], left_out: bool
) -> None:
    """Reported by whom? Who stops there is told that this one is not kept; who skips it knows."""
    Phone(monkeypatch, *answers)
    tables, ran = answered(program, "update", "Oslo")
    assert ["d-2020/c1"] == [each["commitment"] for each in tables["updates"]]
    assert left_out == ("d-2020/c2 is left out" in ran.err)


def test_bad_options_are_told_before_anybody_is_asked(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not after a quarter of an hour on the phone."""
    phone = Phone(monkeypatch)
    ran = program("update", "Oslo", "--source", "")
    assert (1, "") == (ran.code, ran.out)
    assert "neither a title nor an address" in ran.err
    assert [] == phone.asked


def test_clauses_without_text_and_that_were_replaced(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clause without an official text is shown by its title; one that was superseded is not asked for."""
    recorded(program, "correct", "d-2020/c1", "superseded_by=d-2020/c2")
    recorded(program, "add", "commitment", "d-2020", "title=A third", "wording=provisional", "id=c3")
    phone = Phone(monkeypatch, "", "")
    ran = program("update", "Oslo")
    assert "A third" in ran.err
    assert "Speak out" not in ran.err
    assert 2 == len(phone.asked)


@pytest.mark.parametrize(
    ("code", "said", "arguments"),
    [
        (2, "REF is missing: one of d-2020/c1 and d-2020/c2", ["update", "Oslo"]),
        (2, "name it", ["update", "Oslo", "--completion", "limited"]),
        (2, "--included-in is missing (with included-elsewhere: the city that reports it)",
         ["update", "Oslo", "c1", "--instead", "included-elsewhere"]),
        (2, "goes with --instead included-elsewhere",
         ["update", "Oslo", "c1", "--instead", "declined", "--included-in", "Munich"]),
        (2, "cannot report in its own place",
         ["update", "Oslo", "c1", "--instead", "included-elsewhere", "--included-in", "Oslo"]),
        (2, "documented, corroborated, externally-verified; --completion is missing: one of", ["assess", "Oslo", "c1"]),
        (2, "(not with --evidence-level none); --assessor is missing", ["assess", "Oslo", "c1"]),
        (2, "must-not-publish; --by is missing", ["review", "oslo-no/days"]),
        (1, "endorses no declaration", ["update", "Bergen"]),
        (2, "--completion or --instead is missing: one of not-started", ["update", "Oslo", "c1"]),
        (1, "completion", ["update", "Oslo", "c1", "--completion", "limited", "--instead", "declined"]),
        (1, "did you mean", ["update", "Oslo", "Speak uot", "--completion", "limited"]),
        (2, "nearest: limited", ["update", "Oslo", "c1", "--completion", "limted"]),
        (2, "a period is a year", ["update", "Oslo", "c1", "--completion", "limited", "--period", "soon"]),
        (2, "--evidence-level is missing", ["assess", "Oslo", "c1"]),
        (2, "--completion is missing", ["assess", "Oslo", "c1", "--evidence-level", "documented"]),
        (2, "--assessor is missing", ["assess", "Oslo", "c1", "--evidence-level", "none"]),
        (1, "completion", ["assess", "Oslo", "c1", "--evidence-level", "none", "--completion", "limited",
                           "--assessor", "A"]),
        (1, "is no assessment", ["reply", "Oslo", "days", "--text", "T"]),
        (2, "--verdict is missing: one of approved", ["review", "oslo-no/days"]),
        (2, "--by is missing", ["review", "oslo-no/days", "--verdict", "approved"]),
        (1, "did you mean oslo-no/days", ["review", "oslo-no/day", "--verdict", "approved", "--by", "B"]),
        (1, "is no city or declaration", ["note", "Nowhere", "T"]),
        (2, "Missing argument", ["note", "Oslo"]),
    ],
)  # fmt: skip
def test_what_cannot_be_recorded(program: Program, code: int, said: str, arguments: list[str]) -> None:
    """Bad words are one clear line and the right exit code; nothing is written."""
    assert said in refused(program, code, *arguments)


def test_assess_and_reply(program: Program) -> None:
    """An assessment keeps the clause it judged; the reply names it, by id alone; both are dated today."""
    first, ran = recorded(
        program, "assess", "Oslo", "c1", "--completion", "limited", "--evidence-level", "documented",
        "--rationale", "W", "--assessor", "A", "--reply-due", "2025-07-01",
    )  # fmt: skip
    assert ("2024", TODAY, clause(program, "c1")) == (first["period"], first["date"], first["clause_seen"])
    assert "says that it is not assessed" in ran.err
    other = ("--assessor", "B", "--settles", first["id"], "--date", "May 2025", "--period", "2024")
    second, _ = recorded(program, "assess", "Oslo", "c1", "--evidence-level", "none", *other)
    assert ([f"oslo-no/{first['id']}"], "2025-05") == (second["settles"], second["date"])
    for name in (first["id"], f"oslo-no/{first['id']}"):
        reply, _ = recorded(program, "reply", "Oslo", name, "--text", "Not so.")
        assert (f"oslo-no/{first['id']}", "Not so.", TODAY) == (reply["assessment"], reply["text"], reply["date"])
    assert "not of munich-de" in refused(program, 2, "reply", "Munich", f"oslo-no/{first['id']}", "--text", "T")
    make(program.root, declarations__d_2020__declaration=ASSESSED)
    _, ran = recorded(program, "assess", "Oslo", "c1", "--evidence-level", "none", "--assessor", "C")
    assert "not assessed" not in ran.err


def test_what_an_assessment_may_not_settle(program: Program) -> None:
    """Not one that settles it, not itself, not one of another city, clause or period, not what was taken back."""
    judge = ("--evidence-level", "none", "--assessor", "A")
    first, _ = recorded(program, "assess", "Oslo", "c1", *judge)
    name = f"oslo-no/{first['id']}"
    second, _ = recorded(program, "assess", "Oslo", "c1", *judge, "--settles", name)
    other = f"oslo-no/{second['id']}"
    words = refused(program, 1, "correct", name, f"settles={other}")
    assert f"{name} and {other} settle each other" in words
    assert f"{name} settles itself" in refused(program, 1, "correct", name, f"settles={name}")
    for city, commitment, period, said in (
        ("Munich", "c1", "2024", "is an assessment of oslo-no, not of munich-de"),
        ("Oslo", "c2", "2024", "is an assessment of d-2020/c1, not of d-2020/c2"),
        ("Oslo", "c1", "2023", "is an assessment for 2024, not for 2023"),
    ):
        words = refused(program, 1, "assess", city, commitment, *judge, "--period", period, "--settles", name)
        assert f"{name} {said}" in words
    recorded(program, "retract", name, "--reason", "error")
    assert f"{name} was retracted, by" in refused(program, 1, "assess", "Oslo", "c1", *judge, "--settles", name)


def test_nobody_replies_to_what_was_retracted(program: Program) -> None:
    """By any command, in clear words, with the way out; a reply of before stays and may still be corrected."""
    first, _ = recorded(program, "assess", "Oslo", "c1", "--evidence-level", "none", "--assessor", "A")
    name = f"oslo-no/{first['id']}"
    before, _ = recorded(program, "reply", "Oslo", name, "--text", "No.")
    recorded(program, "retract", name, "--reason", "error")
    words = refused(program, 1, "reply", "Oslo", name, "--text", "Not so.")
    assert f"{name} was retracted, by" in words
    assert "record it anew" in words
    given = (f"assessment={name}", "text=Not so.", "date=2025-06-01")
    assert "was retracted" in refused(program, 1, "add", "reply", "Oslo", *given)
    recorded(program, "correct", f"oslo-no/{before['id']}", "text=No!")


ASSESSED = """\
[declaration]
id = "d-2020"
title = "Declaration of 2020"
adopted = 2020-05-01
assessed = true
[[commitments]]
id = "c1"
title = "Speak out"
wording = "provisional"
[[rounds]]
id = "round-2024"
period = "2024"
due = 2025-01-31
[[commitments]]
id = "c2"
title = "Work"
wording = "provisional"
[[events]]
id = "meeting"
title = "M"
start = 2023-06-15
"""


def test_review_binds_to_content(program: Program) -> None:
    """Several records in one review, each once and as it is now: a correction changes what would be seen."""
    words = ("--verdict", "must-not-publish", "--by", "B", "--source", "a mail", "--date", "2025-05-01")
    record, _ = recorded(program, "review", "oslo-no/days", "munich-de/plan", "oslo-no/days", *words)
    seen = {each["record"]: each["content"] for each in record["seen"]}
    register = load(program.root).register
    now = {name: fingerprint(register.revisions(Ref.parse(name))[-1]) for name in seen}
    assert (["oslo-no/days", "munich-de/plan"], now) == (list(seen), seen)
    recorded(program, "correct", "oslo-no/days", "title=New")
    later, _ = recorded(program, "review", "oslo-no/days", "--verdict", "approved", "--by", "B")
    assert seen["oslo-no/days"] != later["seen"][0]["content"]
    assert TODAY == later["date"]


def test_review_of_what_has_no_record(program: Program) -> None:
    """An owner whose own record is missing cannot be looked at."""
    make(program.root, commitments__new_no__x='[[notes]]\nid = "n"\ntext = "T"\ndate = 2024-01-01\n')
    assert "new-no is not on record" in refused(program, 1, "review", "new-no", "--verdict", "approved", "--by", "B")


def test_note(program: Program) -> None:
    """Internal, dated, in the owner's internal folder; for declarations too; a later look shows it."""
    record, ran = recorded(program, "note", "Oslo", "rang; answers next week")
    assert ("rang; answers next week", TODAY) == (record["text"], record["date"])
    assert ran.out.startswith("commitments/oslo-no/internal/")
    _, ran = recorded(program, "note", "d-2020", "T", "--date", "2025-05", "--remark", "R", "--source", "S")
    assert ran.out.startswith("declarations/d-2020/internal/")
