"""What a city lets be published."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pledgekit import Lens, look
from pledgekit.fingerprint import fingerprint
from pledgekit.model.kinds import ACTIONS
from pledgekit.model.levels import Audience
from pledgekit.rounds.permits import Consent, ban_on, consented, is_public, leave_for, says_anew
from tests.rounds.forms import NOW, OSLO, placed, register_at, with_record

if TYPE_CHECKING:
    from pathlib import Path

    from pledgekit.model.record import Record
    from pledgekit.register import Register
    from pledgekit.view import View

REVIEW = """
[[reviews]]
id = "r-{action}-{verdict}"
verdict = "{verdict}"
seen = [{{ record = "oslo-no/{action}", content = "{content}" }}]
by = "Bo"
date = 2025-01-20
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The register."""
    return placed(tmp_path)


def looked(root: Path) -> tuple[Register, View, dict[str, Record]]:
    """The register, staff's view, and Oslo's actions: `days` is public, `plan` is not."""
    register = register_at(root)
    view = look(register, Lens(as_of=NOW.date(), audience=Audience.INTERNAL))
    return register, view, {each.id: each for each in view.all(ACTIONS, OSLO)}


def reviewed(root: Path, action: str, verdict: str, content: str = "") -> None:
    """Put a review on record, of the action as it is."""
    content = content or fingerprint(looked(root)[2][action])
    with_record(root, REVIEW.format(action=action, verdict=verdict, content=content), f"{action}-{verdict}")


@pytest.mark.parametrize(
    ("action", "word", "expected"),
    [
        ("days", "yes", True),
        ("days", "unnamed", True),
        ("days", "no", True),
        ("plan", "yes", True),
        ("plan", "unnamed", True),
        ("plan", "no", False),
    ],
)
def test_what_is_a_review(root: Path, action: str, word: str, expected: bool) -> None:
    """Every word but a no to what nobody outside sees anyway."""
    register, view, actions = looked(root)
    assert ("days" == action) == is_public(register, actions[action])
    assert expected == says_anew(register, view, Consent(actions[action], word))


@pytest.mark.parametrize(("verdict", "word"), [("may-publish", "yes"), ("must-not-publish", "no")])
def test_what_is_on_record_is_not_said_again(root: Path, verdict: str, word: str) -> None:
    """The same word of the same content; a ban acts whatever the content is, a permission does not."""
    reviewed(root, "days", verdict)
    register, view, actions = looked(root)
    changed = actions["days"].changed({"title": "Else"})
    assert not says_anew(register, view, Consent(actions["days"], word))
    assert (word == "yes") == says_anew(register, view, Consent(changed, word))


def test_a_no_after_a_yes(root: Path) -> None:
    """It is a review though nothing is public yet."""
    reviewed(root, "plan", "may-publish")
    register, view, actions = looked(root)
    assert says_anew(register, view, Consent(actions["plan"], "no"))


@pytest.mark.parametrize("verdict", ["must-not-publish", "may-publish-unnamed"])
def test_bans(root: Path, verdict: str) -> None:
    """What forbids to publish a record, or to name its city, whatever its content was then."""
    reviewed(root, "days", verdict, "sha256:" + "0" * 64)
    view = looked(root)[1]
    assert f"oslo-no/r-days-{verdict}" == f"{ban_on(view, OSLO, looked(root)[2]['days'].ref)}"
    assert ban_on(view, OSLO, looked(root)[2]["plan"].ref) is None


def test_leave(root: Path) -> None:
    """What lets a record be published speaks of it as it was then."""
    reviewed(root, "days", "may-publish")
    _, view, actions = looked(root)
    assert "oslo-no/r-days-may-publish" == f"{leave_for(view, actions['days'])}"
    assert leave_for(view, actions["days"].changed({"title": "Else"})) is None
    assert leave_for(view, actions["plan"]) is None


def test_one_file_one_review_a_word(root: Path) -> None:
    """Two records of one word share a review; what says nothing new is none; without any there is no file."""
    register, view, actions = looked(root)
    consents = [Consent(actions["days"], "yes"), Consent(actions["plan"], "yes"), Consent(actions["days"], "no")]
    shared = {"by": OSLO, "date": NOW.date()}
    (made,) = consented(register, view, OSLO, consents, shared, by="staff", now=NOW)
    assert [("may-publish", 2), ("must-not-publish", 1)] == [
        (each.verdict, len(each.seen)) for each in (made.record, *made.beside)
    ]
    assert [] == consented(register, view, OSLO, [Consent(actions["plan"], "no")], shared, by="staff", now=NOW)
