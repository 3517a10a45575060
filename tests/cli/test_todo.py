"""`todo` and `match`: what staff read in the morning, and what cities can learn from each other."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.cli.small import make

if TYPE_CHECKING:
    import pytest

    from tests.cli.small import Program


def test_todo_is_for_staff(program: Program) -> None:
    """Nobody else is told what the secretariat has to do."""
    ran = program("--audience", "public", "todo")
    assert (2, "", 1) == (ran.code, ran.out, ran.err.count("\n"))


ROUND_LINES = """\
  Oslo: Declaration of 2020, 2024: 1 of 2 commitments answered; by 31 January 2025, 121 days ago. When it answers the \
others: pledgekit update oslo-no --period 2024
  Declaration of 2020: 2024: time to remind Munich, Oslo. Make drafts, send them, and put that on record (round sent \
--act reminded): pledgekit round remind --declaration d-2020 --period 2024 --out reminders
  Munich: no focal point is on record. Find out whom to write to: pledgekit add contact munich-de
  Oslo: no focal point is on record any more (Eva is gone). Find out who followed: pledgekit add contact oslo-no
  Oslo: of “Days of dialogue” it says: to be corrected: it was in May. Correct or retract it by hand; where nothing \
is to be mended, retract the note. See: pledgekit show oslo-no/days
"""


def test_nothing_to_do_is_said(program: Program) -> None:
    """An empty list says so."""
    for path in (program.root / "commitments").rglob("*.toml"):
        path.unlink()
    path = program.root / "declarations/d-2020/declaration.toml"
    path.write_text(path.read_text("utf-8").replace('cities = ["oslo-no"]\n', ""), "utf-8")
    assert (0, "Nothing waits for anybody.\n") == program("todo")[:2]


def test_each_task_is_one_line_with_the_last_note_below(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Topic by topic: whose, what, by when, what to type; a problem with its place and remedy; a note once."""
    make(
        program.root,
        commitments__munich_de__internal__notes="""
[[notes]]
id = "n"
text = "rang;\\nanswers next week"
date = 2025-05-01
""",
        commitments__munich_de__more="""
[[actions]]
id = "told"
title = "Told us"
told_by = "city"
""",
        declarations__d_2020__more="""
[[steps]]
id = "s"
event = "d-2020/meeting"
text = "Meet again"
responsible = "Oslo"
due = 2023-09-01
""",
        commitments__bergen_no__bad="x = [",
    )
    monkeypatch.chdir(program.root)
    lines = program("todo").out.splitlines()
    note = "    last note (1 May 2025): rang; answers next week"
    said = "  Munich: Declaration of 2020, 2024: asked, no answer; by 31 January 2025, 121 days ago. Ring or write, and"
    assert [f"{said} record what it says: pledgekit update munich-de --period 2024", note] == lines[1:3]
    assert 1 == lines.count(note)
    ask = "  Munich: ask whether it may be published: “Told us”. If it may: pledgekit review munich-de/told"
    assert f"{ask} --verdict may-publish" in lines
    said = (
        "  Declaration of 2020: “Meet again”; whether it was done is not on record; responsible: Oslo; by 1 September"
    )
    assert f"{said} 2023. Find out; if it was done: pledgekit correct d-2020/s done=DATE" in lines
    assert any(each.startswith("  commitments/bergen-no/bad.toml:1: ") for each in lines)


def test_what_a_round_waits_for(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Open answers with their days, one reminder, who has no focal point, what a city wants corrected."""
    make(
        program.root,
        commitments__oslo_no__internal__more="""
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
    )
    monkeypatch.chdir(program.root)
    lines = program("todo").out.splitlines()
    kept = [
        each for each in lines if any(word in each for word in ("1 of 2", "remind ", "focal point ", "it says: to"))
    ]
    assert ROUND_LINES.splitlines() == kept
    for day, said in (("2025-01-29", "in 2 days"), ("2025-01-30", "tomorrow"), ("2025-01-31", "today")):
        assert f"by 31 January 2025, {said}. When" in program("--as-of", day, "todo").out


def test_todo_as_json(program: Program) -> None:
    """Each task with its topic, reason, owner, day and values; a problem with all it has; the notes by owner."""
    make(program.root, commitments__bergen_no__bad="x = [")
    found = json.loads(program("todo", "--json").out)
    assert ("pledgekit/todo", 1, {}) == (found["format"], found["format_version"], found["notes"])
    assert {
        "topic": "answers",
        "why": "no-answer",
        "owner": "munich-de",
        "ref": None,
        "due": "2025-01-31",
        "declaration": "d-2020",
        "period": "2024",
        "command": ["update", "munich-de", "--period", "2024"],
    } == found["tasks"][0]
    assert ["syntax"] == [each["problem"]["code"] for each in found["tasks"] if each["topic"] == "problems"]


def test_match_tells_practices_by_commitment(program: Program) -> None:
    """Under each commitment without anything of the city: what others did, and in what the two are alike."""
    out = program("match", "Oslo").out
    assert "Oslo has nothing on record under 1 commitment." in out
    assert (
        "Work together (d-2020/c2)\n  Munich, Germany: A plan (begun in February 2024); munich-de/plan; both endorse"
        in out
    )
    assert "Days of dialogue" in program("match", "bergen").out
    alone = program("--audience", "public", "match", "oslo").out
    assert "Oslo has nothing on record under 1 commitment, and no other like it has.\n" in alone
    assert "nothing by another like it is on record" in alone


def test_match_says_on_what_it_looks_where_nothing_is_endorsed(program: Program) -> None:
    """Then all declarations count, which is said; and where no commitment is held at all, that is."""
    make(
        program.root,
        commitments__uclg__city='[city]\nid = "uclg"\nname = "United Cities"\nkind = "association"\n',
        declarations__empty_2021__declaration='[declaration]\nid = "empty-2021"\ntitle = "E"\nadopted = 2021-01-01\n',
    )
    out = program("match", "uclg").out
    assert out.startswith(
        "United Cities is not on record as endorsing a declaration; so all that are held here count.\n"
        "United Cities has nothing on record under 2 commitments, and no other like it has.\n"
    )
    make(program.root, commitments__uclg__e='[[endorsements]]\nid = "e"\ndeclaration = "empty-2021"\nact = "signed"\n')
    assert (
        "No commitment is held here that United Cities could have something on record under.\n"
        == program("match", "uclg").out
    )


def test_match_as_json(program: Program) -> None:
    """The practices with their records and the ways in which the cities are alike."""
    found = json.loads(program("match", "oslo-no", "--json").out)
    (clause,) = found["commitments"]
    (practice,) = clause["practices"]
    assert ("pledgekit/match", "oslo-no", "d-2020/c2") == (found["format"], found["city"], clause["ref"])
    assert ("munich-de", ["declaration"], "munich-de/plan") == (
        practice["city"],
        practice["alike"],
        practice["action"]["ref"],
    )


def test_match_without_a_gap_says_so(program: Program) -> None:
    """A city with something under every commitment has nothing to be matched."""
    make(
        program.root,
        commitments__oslo_no__more='[[actions]]\nid = "x"\ntitle = "X"\ncommitments = ["d-2020/c2"]\n',
    )
    assert "Oslo has something on record under every commitment.\n" == program("match", "oslo").out


def test_match_of_a_city_not_seen(program: Program) -> None:
    """A city that this audience does not see is not matched; one that is not there is told with the nearest."""
    make(
        program.root,
        commitments__rome_it__city='[city]\nid = "rome-it"\nname = "Rome"\nkind = "city"\ncountry = "IT"\n'
        'visibility = "network"\n',
    )
    ran = program("--audience", "public", "match", "rome")
    assert (1, "") == (ran.code, ran.out)
    assert "not seen on this day by this audience" in ran.err
    assert "did you mean oslo-no" in program("match", "osla").err
