"""`status` where there is an assessor's lane: two matrices, where they differ, and each assessment with its reply."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.small import make

if TYPE_CHECKING:
    from tests.cli.small import Program

ASSESSED = """\
[declaration]
id = "d-2020"
title = "Declaration of 2020"
adopted = 2020-05-01
assessed = true
recorded = 2020-06-01

[[commitments]]
id = "c1"
title = "Speak out"
wording = "official"
number = "1"
text = "We speak out."
recorded = 2020-06-01

[[commitments]]
id = "c2"
title = "Work together"
wording = "official"
number = "2"
text = "We work together."
recorded = 2020-06-01

[[rounds]]
id = "round-2024"
period = "2024"
due = 2025-01-31
responses = "public"
recorded = 2024-11-01
"""
JUDGED = """\
[[assessments]]
id = "first"
visibility = "public"
commitment = "d-2020/c1"
period = "2024"
completion = "limited"
evidence_level = "documented"
assessor = "B. Judge"
date = 2025-02-01
reply_due = 2025-03-20
recorded = 2025-02-01

[[assessments]]
id = "second"
visibility = "public"
commitment = "d-2020/c1"
period = "2024"
completion = "substantial"
evidence_level = "corroborated"
rationale = "They show it."
assessor = "A. Judge"
date = 2025-02-20
reply_due = 2025-03-20
settles = ["oslo-no/first"]
clause_seen = "sha256:0000000000000000000000000000000000000000000000000000000000000000"
recorded = 2025-02-20

[[assessments]]
id = "third"
visibility = "public"
commitment = "d-2020/c2"
period = "2024"
evidence_level = "none"
assessor = "A. Judge"
date = 2025-02-20
reply_due = 2025-03-20
recorded = 2025-02-20
"""
REPLY = """\
[[replies]]
id = "reply"
assessment = "oslo-no/second"
text = "So it is."
date = 2025-03-01
recorded = 2025-03-01
"""
UNSETTLED = """\
[[assessments]]
id = "one"
visibility = "public"
commitment = "d-2020/c1"
period = "2024"
completion = "limited"
evidence_level = "documented"
assessor = "B. Judge"
date = 2025-02-01
reply_due = 2025-03-20
recorded = 2025-02-01

[[assessments]]
id = "two"
visibility = "public"
commitment = "d-2020/c1"
period = "2024"
completion = "complete"
evidence_level = "documented"
assessor = "A. Judge"
date = 2025-02-01
reply_due = 2025-03-20
recorded = 2025-02-01
"""


@pytest.fixture
def judged(program: Program) -> Program:
    """The small register with a lane: Oslo's assessments hold, Munich's differ."""
    make(
        program.root,
        declarations__d_2020__declaration=ASSESSED,
        commitments__oslo_no__judged=JUDGED,
        commitments__oslo_no__reply=REPLY,
        commitments__munich_de__judged=UNSETTLED,
    )
    return program


def test_two_matrices_and_where_they_differ(judged: Program) -> None:
    """The city's word in one, the assessor's in the other; below, what differs, and each assessment in full."""
    ran = judged("status")
    _, lane = ran.out.split("What assessors found")
    assert "Oslo    L1*  no" in ran.out
    expected = """\
; what cities say stands above. Of who is not named no assessment is shown here.

        1     2
Munich  A?    ..
Oslo    A2!~  A-

A?  assessors differ, not settled
..  no assessment is shown here
A2  assessed: substantial
A-  assessed: nothing to judge by
!  city and assessor differ
~  the clause has changed

Where city and assessor differ (1):
  Oslo, d-2020/c1: the city says limited, the assessor substantial

Assessments that hold (2):
  Oslo, d-2020/c1: substantial; corroborated; by A. Judge, 2025-02-20 (oslo-no/second)
    settles oslo-no/first, by B. Judge, 2025-02-01
    why: They show it.
    the city replies (2025-03-01): So it is.
  Oslo, d-2020/c2: -; none; by A. Judge, 2025-02-20 (oslo-no/third)

"""
    assert expected == lane[: len(expected)]


def test_where_the_lanes_agree_no_difference_is_listed(judged: Program) -> None:
    """Nor its mark explained."""
    changed = JUDGED.replace('"substantial"', '"limited"')
    make(judged.root, declarations__d_2020__declaration=ASSESSED, commitments__oslo_no__judged=changed)
    ran = judged("status")
    assert "Oslo    A1~  A-" in ran.out
    assert "differ (" not in ran.out
    assert "!" not in ran.out


def test_json_has_both_lanes(judged: Program) -> None:
    """Cells name the assessment that holds; the assessments stand beside them with what belongs to them."""
    found = json.loads(judged("status", "--json").out)
    cells = {(each["city"], each["commitment"]): each["assessment"] for each in found["cells"]}
    assert ("oslo-no/second", "not-settled") == (cells["oslo-no", "d-2020/c1"], cells["munich-de", "d-2020/c1"])
    first, second = found["assessments"]
    assert ("oslo-no/second", "A. Judge") == (first["assessment"]["ref"], first["assessment"]["assessor"])
    assert (["oslo-no/first"], ["So it is."]) == (
        [each["ref"] for each in first["settled"]],
        [each["text"] for each in first["replies"]],
    )
    assert "oslo-no/third" == second["assessment"]["ref"]


@pytest.mark.parametrize("json", [(), ("--json",)])
@pytest.mark.parametrize(
    ("as_of", "names"),
    [
        ("2025-02-28", ()),
        ("2025-03-01", ("second",)),
        ("2025-03-20", ("second",)),
        ("2025-03-21", ("first", "second", "third")),
    ],
)
def test_the_public_waits_for_the_reply_or_its_day(
    judged: Program, json: tuple[str, ...], as_of: str, names: tuple[str, ...]
) -> None:
    """On the day of the reply, or on the day after that by which it was due, and not a day before."""
    ran = judged("--audience", "public", "--as-of", as_of, "status", *json)
    assert names == tuple(each for each in ("first", "second", "third") if f"oslo-no/{each}" in ran.out)
    if not names:
        assert "A. Judge" not in ran.out
        assert json or "No assessment is seen here." in ran.out


@pytest.mark.parametrize("json", [(), ("--json",)])
@pytest.mark.parametrize("audience", ["public", "network", "internal"])
def test_without_a_lane_nothing_is_said_of_one(judged: Program, audience: str, json: tuple[str, ...]) -> None:
    """Where the declaration says that it is not assessed, whatever was recorded."""
    make(judged.root, declarations__d_2020__declaration=ASSESSED.replace("assessed = true", "assessed = false"))
    ran = judged("--audience", audience, "status", *json)
    assert 0 == ran.code
    assert "assess" not in ran.out.replace('"assessment": null', "").casefold()


@pytest.mark.parametrize("audience", ["public", "network"])
def test_without_a_lane_no_list_page_or_export_holds_a_word_of_one(judged: Program, audience: str) -> None:
    """Lists are empty, pages are not there, and no file that is given out has any of it."""
    make(judged.root, declarations__d_2020__declaration=ASSESSED.replace("assessed = true", "assessed = false"))
    reader = ("--audience", audience)
    for kind in ("assessments", "replies"):
        assert [] == json.loads(judged(*reader, "list", kind, "--json").out)["items"]
    assert 1 == judged(*reader, "show", "oslo-no/second").code
    out = judged.root.parent
    for command, path in (("csv", out / "tables"), ("register", out / "copy"), ("json", out / "all.json")):
        assert 0 == judged(*reader, "export", command, "--out", str(path)).code
        files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file()]
        for each in files:
            said = each.read_text("utf-8")
            assert [] == [word for word in ("Judge", "They show it", "So it is", "oslo-no/second") if word in said]


def test_a_page_has_the_reply_beside_its_assessment(judged: Program) -> None:
    """Wherever an assessment is printed; for the audience that may read the reply."""
    said = "the city replies (2025-03-01, oslo-no/reply): So it is."
    for audience in ("public", "internal"):
        reader = ("--audience", audience)
        assert said in judged(*reader, "show", "oslo-no/second").out
        found = json.loads(judged(*reader, "show", "oslo-no/second", "--json").out)
        assert ["oslo-no/reply"] == [each["ref"] for each in found["replies"]]
    assert "replies" not in judged("show", "oslo-no/first", "--json").out
    hidden = REPLY.replace("text =", 'visibility = "network"\ntext =')
    make(judged.root, declarations__d_2020__declaration=ASSESSED, commitments__oslo_no__reply=hidden)
    for audience, shown in (("public", False), ("network", True)):
        ran = judged("--audience", audience, "show", "oslo-no/second")
        assert (0, shown) == (ran.code, said in ran.out)
