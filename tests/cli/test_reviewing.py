"""Sign-off at the command line: what was signed, what may not be reviewed, and what a review is said to do."""

from __future__ import annotations

import datetime
import json
import shlex
from typing import TYPE_CHECKING

import pytest

from pledgekit.fingerprint import fingerprint
from pledgekit.ids import Ref
from pledgekit.model.kinds import ACTIONS
from pledgekit.model.levels import Audience
from pledgekit.store import load
from pledgekit.view import Lens, look
from tests.cli.small import make
from tests.cli.test_recording import recorded, refused

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.small import Program

DAYS = "oslo-no/days"
APPROVED = ("--verdict", "approved", "--by", "B")
UNNAMED = ("--verdict", "may-publish-unnamed", "--by", "B")


def mark(program: Program, ref: str = DAYS) -> str:
    """The fingerprint of a record as it is now, without the name of its algorithm."""
    return fingerprint(load(program.root).register.revisions(Ref.parse(ref))[-1]).removeprefix("sha256:")


@pytest.mark.parametrize("form", ["{ref}@{short}", "{ref}@{mark}", "{ref}@sha256:{mark}", "{ref}@{upper}"])
def test_what_was_signed_is_recorded(program: Program, form: str) -> None:
    """A fingerprint behind the ref, short or whole: the review holds the whole one."""
    whole = mark(program)
    given = form.format(ref=DAYS, mark=whole, short=whole[:8], upper=whole[:8].upper())
    record, _ = recorded(program, "review", given, "munich-de/plan", *APPROVED)
    assert {"record": DAYS, "content": f"sha256:{whole}"} == record["seen"][0]


def test_what_changed_since_it_was_signed_is_refused(program: Program) -> None:
    """It says what was signed and what is there now, and records nothing."""
    before = mark(program)[:8]
    recorded(program, "correct", DAYS, "title=New")
    said = refused(program, 1, "review", f"{DAYS}@{before}", *APPROVED)
    assert f"{DAYS} is no longer what was signed ({before}); it is {mark(program)[:8]} now" in said


def test_two_marks_of_one_record(program: Program) -> None:
    """One of the two is not what is there."""
    said = refused(program, 1, "review", f"{DAYS}@{mark(program)[:8]}", f"{DAYS}@00000000", *APPROVED)
    assert "is no longer what was signed (00000000)" in said


def test_the_city_signs_what_it_is_shown(program: Program) -> None:
    """What is not shown to it is not signed by it: the mark of the page for the city is accepted."""
    recorded(program, "correct", DAYS, "inspired_by=munich-de/plan")
    lens = Lens(as_of=datetime.date(2025, 6, 1), audience=Audience.CITY, city="oslo-no")
    shown = look(load(program.root).register, lens).get(ACTIONS, Ref.parse(DAYS))
    assert shown is not None
    signed = fingerprint(shown).removeprefix("sha256:")[:8]
    assert not mark(program).startswith(signed)
    record, _ = recorded(program, "review", f"{DAYS}@{signed}", *APPROVED)
    assert f"sha256:{mark(program)}" == record["seen"][0]["content"]


def test_a_declaration_has_no_page_to_sign(program: Program) -> None:
    """Its records are signed as they are held."""
    assert "no longer what was signed" in refused(program, 1, "review", "d-2020/c1@00000000", *APPROVED)
    recorded(program, "review", f"d-2020/c1@{mark(program, 'd-2020/c1')}", *APPROVED)


@pytest.mark.parametrize(
    "given", [f"{DAYS}@", f"{DAYS}@1234567", f"{DAYS}@not-a-mark", "@12345678", f"{DAYS}@{'a' * 65}"]
)
def test_what_is_no_mark(program: Program, given: str) -> None:
    """Too short, too long or no fingerprint at all is wrong usage."""
    assert "is no fingerprint" in refused(program, 2, "review", given, *APPROVED)


def test_an_unknown_ref_with_a_mark(program: Program) -> None:
    """The nearest is named."""
    assert f"did you mean {DAYS}" in refused(program, 1, "review", "oslo-no/day@12345678", *APPROVED)
    make(program.root, commitments__new_no__x='[[notes]]\nid = "n"\ntext = "T"\ndate = 2024-01-01\n')
    assert "is not on record" in refused(program, 1, "review", "new-no@12345678", *APPROVED)


def test_what_was_taken_back_is_not_reviewed(program: Program) -> None:
    """Nor what lies with an owner that was."""
    recorded(program, "retract", DAYS, "--reason", "error")
    assert f"{DAYS} was retracted" in refused(program, 1, "review", "munich-de/plan", DAYS, *APPROVED)
    recorded(program, "retract", "munich-de", "--reason", "other", "--yes")
    assert "munich-de/plan was retracted" in refused(program, 1, "review", "munich-de/plan", *APPROVED)


def test_one_verdict_a_review(program: Program) -> None:
    """The second of two would be lost in silence; the same twice is one."""
    both = ("--verdict", "approved", "--verdict", "must-not-publish", "--by", "B")
    assert "a review says one thing, not approved and must-not-publish" in refused(program, 2, "review", DAYS, *both)
    record, _ = recorded(program, "review", DAYS, *APPROVED, "--verdict", "approved")
    assert "approved" == record["verdict"]


def test_leave_does_not_lift_a_ban(program: Program) -> None:
    """It is refused while something stricter stands; a ban is never refused, nor is approval."""
    ban, _ = recorded(program, "review", DAYS, "--verdict", "must-not-publish", "--by", "The mayor")
    for verdict in ("may-publish", "may-publish-unnamed"):
        said = refused(program, 1, "review", DAYS, "--verdict", verdict, "--by", "B")
        assert 'a review of 2025-06-01 by The mayor says "must-not-publish" of oslo-no/days' in said
        assert f"pledgekit retract oslo-no/{ban['id']}" in said
    recorded(program, "review", DAYS, *APPROVED)
    recorded(program, "retract", f"oslo-no/{ban['id']}", "--reason", "other")
    recorded(program, "review", DAYS, *UNNAMED)
    assert "may-publish-unnamed" in refused(program, 1, "review", DAYS, "--verdict", "may-publish", "--by", "B")
    recorded(program, "review", DAYS, *UNNAMED)
    recorded(program, "review", DAYS, "--verdict", "must-not-publish", "--by", "B")


THREE = {
    f"commitments__{name}_no__city": f'[city]\nid = "{name}-no"\nname = "{name.title()}"\nkind = "city"\n'
    'country = "NO"\n[[endorsements]]\nid = "signed"\ndeclaration = "d-2020"\nact = "signed"\n'
    for name in ("bergen", "molde")
}


def test_what_becomes_of_it_is_said(program: Program) -> None:
    """Whether the public is told of it without its name, and if not, why."""
    ran = program("review", DAYS, "munich-de/plan", "oslo-no/u-2024-c1", *UNNAMED, "--dry-run")
    assert f"{DAYS} is not told to the public: fewer than three cities could be meant" in ran.err
    assert "munich-de/plan is not told to the public: it is not public itself" in ran.err
    assert "oslo-no/u-2024-c1 is hidden from the public: only an action" in ran.err
    make(program.root, **THREE)
    _, ran = recorded(program, "review", DAYS, *UNNAMED)
    assert f"{DAYS} is told to the public as what a city in its country did" in ran.err
    listed = json.loads(program("--audience", "public", "list", "actions", "--json").out)
    assert [("unnamed-no", "Days of dialogue")] == [(each["owner"], each["title"]) for each in listed["items"]]


def test_show_tells_of_reviews(program: Program) -> None:
    """By whom and when, and that the record changed since; not to the public."""
    recorded(program, "review", DAYS, *APPROVED)
    assert "approved: B, 1 June 2025 (oslo-no/" in program("show", DAYS).out
    recorded(program, "correct", DAYS, "title=New")
    recorded(program, "review", DAYS, "--verdict", "may-publish", "--by", "C")
    lines = [
        each for each in program("--known-on", "2030-01-01", "show", DAYS).out.splitlines() if "1 June 2025 (" in each
    ]
    assert [True, False] == [each.endswith("; the record has changed since") for each in lines]
    made = json.loads(program("show", DAYS, "--json").out)
    assert [False, True] == [each["holds"] for each in made["reviews"]]
    assert "reviews" not in json.loads(program("--audience", "public", "show", DAYS, "--json").out)


def test_todo_tells_what_a_change_voided(program: Program) -> None:
    """Leave to publish what was told to us is asked for again; approval is to be looked at again."""
    make(
        program.root,
        commitments__bergen_no__a='[[actions]]\nid = "a"\nvisibility = "public"\ntitle = "T"\ntold_by = "city"\n',
    )
    for verdict in ("may-publish", "approved"):
        recorded(program, "review", "bergen-no/a", "--verdict", verdict, "--by", "B")
    recorded(program, "correct", "bergen-no/a", "title=New")
    told = program("todo").out
    assert 'it has changed since a review said "may-publish"' in told
    assert "bergen-no/a has changed since" in told


def test_what_the_city_signs_comes_back_in_one_review(program: Program) -> None:
    """The paper for the city says the command on stderr; it records what was signed, all or nothing."""
    ran = program("--audience", "city", "report", "city", "Oslo")
    assert (0, False) == (ran.code, "pledgekit review" in ran.out)
    (line,) = [each for each in ran.err.splitlines() if "pledgekit review" in each]
    words = shlex.split(line.partition("pledgekit ")[2].replace("…", "The mayor"))
    record, _ = recorded(program, *words)
    assert ("approved", "The mayor") == (record["verdict"], record["by"])
    assert ["oslo-no/d-2020-signed", DAYS, "oslo-no/u-2024-c1"] == [each["record"] for each in record["seen"]]
    recorded(program, "correct", "oslo-no/u-2024-c1", "completion=complete")
    assert "oslo-no/u-2024-c1 is no longer what was signed" in refused(program, 1, *words)
    assert "pledgekit review" not in program("report", "city", "Oslo").err


def test_a_copy_for_the_public_tells_the_same_without_the_name(program: Program, tmp_path: Path) -> None:
    """What is given out is a register without a problem of its own, and its reports are the same bytes."""
    make(program.root, **THREE)
    recorded(program, "review", DAYS, *UNNAMED)
    copy = tmp_path / "copy"
    assert 0 == program("export", "register", "--out", f"{copy}").code
    assert not (copy / "commitments" / "oslo-no" / "actions.toml").exists()
    for report in (("annual",), ("annual", "--format", "json"), ("commitment", "d-2020/c1")):
        ours = program("report", *report).out
        assert "unnamed-no" in ours or "A city in Norway" in ours
        assert ours == program.bare("--root", f"{copy}", "--as-of", "2025-06-01", "report", *report).out
    found = program.bare("--root", f"{copy}", "--as-of", "2025-06-01", "check", "--strict")
    assert [] == [line for line in found.out.splitlines() if "unnamed" in line]


def test_a_round_cannot_be_banned(program: Program) -> None:
    """It is public whatever is said of it, so a ban would promise what it does not do."""
    ban = ("--verdict", "must-not-publish", "--by", "B")
    said = refused(program, 1, "review", "d-2020/round-2024", *ban)
    assert "d-2020/round-2024 is a round: rounds are always public, so a ban would hide nothing" in said
    recorded(program, "review", "d-2020/round-2024", *APPROVED)
