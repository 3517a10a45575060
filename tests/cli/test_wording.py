"""Wording pinned: what was made for a clause goes with its words until somebody looks again or files it anew."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from pledgekit.fingerprint import fingerprint
from pledgekit.ids import Ref
from pledgekit.store import load
from tests.cli.small import make
from tests.cli.test_recording import recorded, refused

if TYPE_CHECKING:
    from tests.cli.small import Program

HOLDS = ("--verdict", "still-holds", "--by", "A. Boss")


def flagged(program: Program) -> list[str]:
    """The codes and keys that `check` names about clauses."""
    problems = json.loads(program("check", "--format", "json").out)["problems"]
    return [f"{each['code']} {each['path']}" for each in problems if each["code"] in ("clause-changed", "open-clause")]


def mark(program: Program, ref: str) -> str:
    """The fingerprint of a record as it is now."""
    return fingerprint(load(program.root).register.revisions(Ref.parse(ref))[-1])


def flags(program: Program, city: str, clause: str) -> list[str]:
    """The flags of a cell."""
    cells = json.loads(program("status", "--period", "2024", "--json").out)["cells"]
    (found,) = [each["flags"] for each in cells if each["city"] == city and each["commitment"] == clause]
    assert isinstance(found, list)
    return found


@pytest.fixture
def answered(program: Program) -> Program:
    """Oslo answered on both clauses."""
    for clause in ("c1", "c2"):
        ran = program(
            "update", "oslo-no", clause, "--period", "2024", "--completion", "limited", "--date", "2025-02-01"
        )
        assert 0 == ran.code
    return program


def updates(program: Program) -> list[str]:
    """The refs of Oslo's answers that say for which words they were given."""
    items = json.loads(program("list", "updates", "--json").out)["items"]
    return [each["ref"] for each in items if "clause_seen" in each]


def test_a_review_holds_until_one_of_the_two_changes(answered: Program) -> None:
    """New answers are clean; a changed clause flags them; one review of both clears; a second change flags again."""
    assert [] == flagged(answered)
    recorded(answered, "correct", "d-2020/c1", "text=We speak out, always.")
    recorded(answered, "correct", "d-2020/c2", "text=We work together, always.")
    assert ["clause-changed updates[0].clause_seen"] * 2 == flagged(answered)
    assert (["clause-changed"], ["clause-changed"]) == (
        flags(answered, "oslo-no", "d-2020/c1"),
        flags(answered, "oslo-no", "d-2020/c2"),
    )
    first, second = updates(answered)
    review, ran = recorded(answered, "review", first, second, *HOLDS)
    assert [first, second, "d-2020/c1", "d-2020/c2"] == [each["record"] for each in review["seen"]]
    assert [mark(answered, each["record"]) for each in review["seen"]] == [each["content"] for each in review["seen"]]
    assert "held against d-2020/c1 and d-2020/c2 as they read now" in ran.err
    assert ([], []) == (flagged(answered), flags(answered, "oslo-no", "d-2020/c1"))
    assert [] == [each for each in answered("check").out.splitlines() if "void-review" in each]
    recorded(answered, "correct", "d-2020/c1", "text=We never speak.")
    assert ["clause-changed updates[0].clause_seen"] == flagged(answered)
    recorded(answered, "review", first, *HOLDS)
    recorded(answered, "correct", second, "obstacles=no-funding", "clause_seen=sha256:0")
    assert ["clause-changed updates[0].clause_seen"] == flagged(answered)


def test_it_is_filed_anew_by_a_correction(answered: Program) -> None:
    """One that changes what is said, or asks for it; what leaves that alone does not, nor what says it itself."""
    recorded(answered, "correct", "d-2020/c1", "text=We speak out, always.")
    first, second = updates(answered)
    record, ran = recorded(answered, "correct", first, "via=phone")
    assert ("clause_seen" in ran.err.partition("[[")[0], 1) == (False, len(flagged(answered)))
    record, ran = recorded(answered, "correct", first, "completion=substantial")
    assert mark(answered, "d-2020/c1") == record["clause_seen"]
    assert f"{first}: clause_seen is renewed: it goes with d-2020/c1 as it reads now\n" in ran.err
    assert [] == flagged(answered)
    record, _ = recorded(answered, "correct", first, "completion=limited", "clause_seen=sha256:0")
    assert "sha256:0" == record["clause_seen"]
    record, _ = recorded(answered, "correct", first, "clause_seen=now")
    assert mark(answered, "d-2020/c1") == record["clause_seen"]
    record, ran = recorded(answered, "correct", second, "narrative=More words")
    assert "renewed" not in ran.err
    assert "nothing of" in refused(answered, 2, "correct", first, "clause_seen=now")
    record, _ = recorded(answered, "correct", second, "commitment=c1")
    assert mark(answered, "d-2020/c1") == record["clause_seen"]


def test_a_translation_goes_with_the_words_it_is_of(program: Program) -> None:
    """One that does not say so is taken for one of now; a review of the clause by itself upholds it."""
    record, ran = recorded(program, "correct", "d-2020/c1", 'translations={ nl = { title = "Spreek" } }')
    assert {"nl": {"title": "Spreek", "seen": mark(program, "d-2020/c1")}} == record["translations"]
    assert "the translation (nl) goes with the clause as it reads now" in ran.err
    recorded(program, "correct", "d-2020/c1", "text=We speak out, always.")
    assert ["clause-changed commitments[0].translations.nl"] == flagged(program)
    assert "review clauses by themselves" in refused(program, 2, "review", "d-2020/c1", "oslo-no/days", *HOLDS)
    recorded(program, "review", "d-2020/c1", *HOLDS)
    assert [] == flagged(program)
    record, ran = recorded(program, "correct", "d-2020/c1", 'translations={ nl = { title = "S", seen = "sha256:0" } }')
    assert "sha256:0" == record["translations"]["nl"]["seen"]


TITLES = """\
[[commitments]]
id = "old-a"
title = "Old A"
wording = "provisional"
recorded = 2020-06-01

[[commitments]]
id = "old-b"
title = "Old B"
wording = "provisional"
recorded = 2020-06-01
"""
DEEDS = """\
[[actions]]
id = "a"
title = "Deed"
commitments = ["d-2020/old-a"]
date = 2024-03-01
recorded = 2024-06-01
"""


@pytest.fixture
def titled(program: Program) -> Program:
    """Two working titles beside the clauses, and an action under one of them in each of two cities."""
    make(program.root, declarations__d_2020__t=TITLES, commitments__oslo_no__t=DEEDS, commitments__munich_de__t=DEEDS)
    return program


def several(program: Program, *arguments: str) -> list[str]:
    """Run a command that writes several files; give their paths."""
    before = program.files()
    ran = program(*arguments)
    assert 0 == ran.code, ran.err
    assert set(ran.out.splitlines()) == set(program.files()) - set(before)
    return ran.out.splitlines()


def test_many_are_corrected_at_once(titled: Program) -> None:
    """Each gets its revision and its file; a preview writes none; what would not change is left and named."""
    ran = titled("correct", "d-2020/old-a", "d-2020/old-b", "superseded_by=d-2020/c1", "--dry-run")
    assert (0, "", 2) == (ran.code, ran.out, ran.err.count("it would have been"))
    written = several(titled, "correct", "d-2020/old-a", "d-2020/old-b", "d-2020/old-a", "superseded_by=d-2020/c1")
    assert ["declarations/d-2020/old-a-r2", "declarations/d-2020/old-b-r2"] == [each[:28] for each in written]
    recorded(titled, "correct", "d-2020/old-b", "superseded_by=")
    ran = titled("correct", "d-2020/old-a", "d-2020/old-b", "superseded_by=d-2020/c1")
    assert (0, 1) == (ran.code, ran.out.count("\n"))
    assert "d-2020/old-a: nothing of it would change, left as it is" in ran.err
    assert (
        "nothing of them would change"
        in titled("correct", "d-2020/old-a", "d-2020/old-b", "superseded_by=d-2020/c1").err
    )


@pytest.mark.parametrize(
    ("code", "expected", "arguments"),
    [
        (2, "'title=T' is no record", ["title=T"]),
        (1, "is no record", ["d-2020/old-a", "d-2020/old-x", "title=T"]),
        (2, "'d-2020/old-b' is not key=value", ["d-2020/old-a", "title=T", "d-2020/old-b"]),
        (1, "takes its own place in the end", ["d-2020/old-a", "superseded_by=d-2020/old-a"]),
        (1, "is not on record", ["lost-no", "name=L"]),
        (
            1,
            "d-2020/old-b: superseded_by: d-2020/old-b takes its own place in the end",
            ["d-2020/old-b", "d-2020/old-a", "superseded_by=d-2020/old-b"],
        ),
        (
            2,
            'oslo-no/a: superseded_by: "superseded_by" is not a key here',
            ["d-2020/old-a", "oslo-no/a", "superseded_by=d-2020/c1"],
        ),
        (1, "did you mean d-2020/c1", ["d-2020/old-a", "superseded_by=d-2020/c11"]),
    ],
)
def test_none_is_written_when_one_is_refused(titled: Program, code: int, expected: str, arguments: list[str]) -> None:
    """All are drafted and checked together first: a circle that only several make is one too."""
    make(titled.root, commitments__lost_no__x='[[notes]]\nid = "n"\ntext = "T"\ndate = 2024-01-01\n')
    ran = titled("correct", *arguments)
    assert (code, "") == (ran.code, ran.out), ran.err
    assert expected in ran.err


def test_a_circle_of_several_is_refused(titled: Program) -> None:
    """The second correction would close it."""
    several(titled, "correct", "d-2020/old-a", "superseded_by=d-2020/old-b")
    before = titled.files()
    ran = titled("correct", "d-2020/old-b", "superseded_by=d-2020/old-a")
    assert (1, "", before) == (ran.code, ran.out, titled.files())
    assert "takes its own place in the end" in ran.err


def test_actions_follow_their_title_and_are_looked_at(titled: Program) -> None:
    """One review for two cities lies with the declaration; a new filing is clean; several clauses leave it open."""
    several(titled, "correct", "d-2020/old-a", "superseded_by=d-2020/c1")
    assert ["clause-changed actions[0].commitments[0]"] * 2 == flagged(titled)
    assert ["clause-changed"] == flags(titled, "munich-de", "d-2020/c1")
    (path,) = several(titled, "review", "oslo-no/a", "munich-de/a", *HOLDS)
    assert path.startswith("declarations/d-2020/")
    assert ([], []) == (flagged(titled), flags(titled, "munich-de", "d-2020/c1"))
    several(titled, "correct", "d-2020/old-a", 'superseded_by=["d-2020/c1", "d-2020/c2"]')
    assert ["open-clause actions[0].commitments[0]"] * 2 == flagged(titled)
    several(titled, "correct", "oslo-no/a", "munich-de/a", "commitments=d-2020/c2")
    assert [] == flagged(titled)
    several(titled, "correct", "oslo-no/a", "commitments=d-2020/old-b")
    assert ["open-clause actions[0].commitments[0]"] == flagged(titled)


def test_still_holds_is_said_of_what_was_seen(titled: Program) -> None:
    """What changed since, what was taken back and what is not there is refused, and nothing is written."""
    several(titled, "correct", "d-2020/old-a", "superseded_by=d-2020/c1")
    assert "'oslo-no/x' is no record" in refused(titled, 1, "review", "oslo-no/a", "oslo-no/x", *HOLDS)
    said = refused(titled, 1, "--known-on", "2020-05-01", "review", "oslo-no/a", *HOLDS)
    assert "oslo-no/a has changed since 2020-05-01, as known on which it was looked at" in said
    assert "pledgekit show oslo-no/a" in said
    assert 0 == titled("--known-on", "2024-07-01", "review", "oslo-no/a", *HOLDS).code
    several(titled, "retract", "munich-de/a", "--reason", "error")
    assert "munich-de/a was retracted" in refused(titled, 1, "review", "oslo-no/a", "munich-de/a", *HOLDS)


@pytest.mark.parametrize(
    ("expected", "seen"),
    [
        ("oslo-no/days has changed since it was looked at; look at it as it is now", ["oslo-no/days", "sha256:0"]),
        ("oslo-no/none is not on record", ["oslo-no/none", "sha256:0"]),
    ],
)
def test_a_review_by_hand_is_bound_too(program: Program, expected: str, seen: list[str]) -> None:
    """By `add` as by `review`; an approval may be of what was."""
    values: Any = [f'seen=[{{ record = "{seen[0]}", content = "{seen[1]}" }}]', "by=B", "date=2025-01-01"]
    assert expected in refused(program, 1, "add", "review", "oslo-no", "verdict=still-holds", *values)
    if seen[0].endswith("days"):
        recorded(program, "add", "review", "oslo-no", "verdict=approved", *values)


def test_todo_says_what_waits(titled: Program) -> None:
    """Actions without one clause are a topic of their own; what was made for other words has its review to paste."""
    several(titled, "correct", "d-2020/old-a", 'superseded_by=["d-2020/c1", "d-2020/c2"]')
    several(titled, "correct", "munich-de/a", "commitments=d-2020/old-b")
    said = titled("todo").out
    assert "Filed under a working title that became several clauses, or none (2)\n" in said
    assert "d-2020/old-a became d-2020/c1, d-2020/c2, and nobody has said under which it belongs" in said
    assert "d-2020/old-b is a working title that no clause took the place of" in said
    several(titled, "correct", "d-2020/old-a", "d-2020/old-b", "superseded_by=d-2020/c1")
    said = titled("todo").out
    assert "working title" not in said
    assert " review oslo-no/a --verdict still-holds\n" in said
    several(titled, "review", "oslo-no/a", "munich-de/a", *HOLDS)
    assert "--verdict still-holds" not in titled("todo").out
    several(titled, "correct", "oslo-no/a", "title=Other words")
    assert " review oslo-no/a munich-de/a --verdict still-holds\n" in titled("todo").out


def test_a_new_record_belongs_under_a_clause_in_use(titled: Program) -> None:
    """What is filed under a superseded title is written, and told where it belongs; under a clause it is clean."""
    several(titled, "correct", "d-2020/old-a", "superseded_by=d-2020/c1")
    _, ran = recorded(titled, "record", "oslo-no", "--title", "New", "--commitment", "d-2020/old-a", "--date", "2024")
    assert "d-2020/old-a was superseded by d-2020/c1: file it there" in ran.err
    answer = ("--period", "2023", "--completion", "limited")
    _, ran = recorded(titled, "update", "oslo-no", "d-2020/old-a", *answer)
    assert "d-2020/old-a was superseded by d-2020/c1: file it there" in ran.err
    before = flagged(titled)
    _, ran = recorded(titled, "record", "oslo-no", "--title", "Newer", "--commitment", "d-2020/c1", "--date", "2024")
    assert ("superseded" in ran.err, before) == (False, flagged(titled))
