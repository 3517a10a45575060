"""Who may see what: what is internal lies in internal/, and nothing lies there that all must get."""

from __future__ import annotations

import pytest

from pledgekit.checks import visibility
from pledgekit.checks.scope import Scope
from pledgekit.ids import Ref
from pledgekit.model.acts import Note, Retraction
from pledgekit.model.deeds import Action
from pledgekit.model.levels import Visibility
from pledgekit.register import Loaded, Register
from tests.checks.registers import TODAY, found, record
from tests.model.dates import day

NOTE = record("notes", id="n", text="T", date="2025")
RATED = record(
    "assessments",
    id="s",
    visibility="internal",
    commitment="hague-2022/speak-out",
    period="2024",
    evidence_level="none",
    assessor="A",
    date="2025",
)
REPLY = record("replies", id="p", assessment="oslo-no/s", text="T", date="2025")
ASKED = record("requests", id="q", declaration="hague-2022", period="2024", act="asked", date="2025")
ROUND = record("rounds", id="r", period="2024", due="2026-01", responses="internal")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NOTE, ["internal-outside"]),
        (NOTE.replace("[[notes]]", '[[notes]]\nvisibility = "network"'), []),
        (record("contacts", id="c", name="N", visibility="public"), ["internal-outside visibility"]),
        (record("actions", id="a", title="A"), []),
        (record("actions", id="a", title="A", visibility="internal"), ["internal-outside visibility"]),
        (record("actions", id="a", title="A", note="rang"), []),
        (record("retractions", id="x", record="oslo-no/a", reason="error"), []),
        (REPLY, []),
        (REPLY.replace("oslo-no/s", "oslo-no"), []),
        (ASKED, []),
    ],
)
def test_what_is_internal_lies_inside(text: str, expected: list[str]) -> None:
    """By its own word or its kind's; in internal/ it is where it belongs."""
    assert expected == found(visibility.internal_outside, text)
    assert [] == found(visibility.internal_outside, commitments__oslo___no__internal__x=text)
    assert [] == found(visibility.internal_outside, commitments__oslo___no__internal__deeper__x=text)


def test_replies_and_requests_are_as_what_they_belong_to() -> None:
    """A reply is internal with its assessment, a request with its round's answers."""
    inside = {"commitments__oslo___no__internal__s": RATED}
    assert ["internal-outside"] == found(visibility.internal_outside, REPLY, **inside)
    assert ["internal-outside"] == found(visibility.internal_outside, ASKED, declarations__hague___2022__r=ROUND)
    shown = ROUND.replace("internal", "network")
    assert [] == found(visibility.internal_outside, ASKED, declarations__hague___2022__r=shown)


def test_a_file_named_internal_is_no_folder() -> None:
    """Only a folder can be kept back."""
    assert ["internal-outside"] == found(visibility.internal_outside, commitments__oslo___no__internal=NOTE)


def test_old_revisions_are_there_to_be_read_too() -> None:
    """That a record was opened later does not close the file in which it was internal."""
    old = record("actions", id="a", title="A", visibility="internal")
    new = record("actions", id="a", title="A", visibility="public", revision=2)
    assert ["internal-outside visibility"] == found(visibility.internal_outside, old, new)


def test_a_retraction_reaches_every_copy() -> None:
    """It never lies inside."""
    text = record("retractions", id="x", record="oslo-no/a", reason="error")
    assert [] == found(visibility.retraction_inside, text)
    assert ["retraction-inside"] == found(visibility.retraction_inside, commitments__oslo___no__internal__x=text)


OLD = record("actions", id="a", title="A")
NARROW = record("actions", id="a", title="A", visibility="internal", revision=2)


@pytest.mark.parametrize(
    ("inside", "outside", "expected"),
    [
        (NARROW, OLD, ["narrowed-in-open visibility"]),
        (NARROW + OLD, "", []),
        (NARROW, OLD + record("retractions", id="x", record="oslo-no/a", reason="error"), []),
        (NARROW.replace("internal", "network"), OLD, []),
        (NARROW, OLD.replace("[[actions]]", '[[actions]]\nvisibility = "internal"'), []),
    ],
)
def test_what_became_internal_has_no_past_in_the_open(inside: str, outside: str, expected: list[str]) -> None:
    """Retracted, it is mended; an old revision that is internal itself is another problem."""
    files = {"commitments__oslo___no__internal__x": inside}
    assert expected == found(visibility.narrowed_in_open, *filter(None, [outside]), **files)


def test_a_register_in_memory_lies_nowhere() -> None:
    """What has no file yet is neither inside nor in the open."""
    records = [
        Note(id="n", text="T", date=day("2025"), owner="oslo-no"),
        Retraction(id="x", record=Ref("oslo-no", "b"), reason="error", owner="oslo-no"),
        Action(id="a", title="A", owner="oslo-no"),
        Action(id="a", title="A", revision=2, visibility=Visibility.INTERNAL, owner="oslo-no"),
    ]
    scope = Scope(Loaded(Register.of(records), (), 0), TODAY)
    rules = (visibility.internal_outside, visibility.retraction_inside, visibility.narrowed_in_open)
    assert [] == [each for rule in rules for each in rule(scope)]


@pytest.mark.parametrize(
    ("more", "expected"),
    [({}, []), ({"visibility": "public"}, []), ({"visibility": "network"}, ["hidden-endorsement visibility"])],
)
def test_an_endorsement_that_public_counts_lack_is_told(more: dict[str, str], expected: list[str]) -> None:
    """Endorsements are public unless somebody said otherwise."""
    text = record("endorsements", id="e", declaration="hague-2022", act="signed", **more)
    assert expected == found(visibility.hidden_endorsement, text)


def findings(*, event: str = "", before: str = "", **more: object) -> dict[str, str]:
    """A declaration's file with a meeting, an earlier finding, a finding on both, and what changes them."""
    text = record("events", id="m", title="M", start="2024") + event
    text += record("findings", id="f1", text="Before") + before
    built = record("findings", id="f2", text="T", event="hague-2022/m", **more) + 'builds_on = ["hague-2022/f1"]\n'
    return {"declarations__hague___2022__internal__x": text + built}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (findings(), []),
        (findings(event='visibility = "internal"\n'), ["built-on-hidden event"]),
        (findings(event='visibility = "network"\n'), ["built-on-hidden event"]),
        (findings(before='visibility = "internal"\n'), ["built-on-hidden builds_on[0]"]),
        (findings(event='visibility = "internal"\n', visibility="network"), []),
    ],
)
def test_a_public_finding_stands_on_what_is_public(files: dict[str, str], expected: list[str]) -> None:
    """Else it tells of what must not be told."""
    assert expected == found(visibility.built_on_hidden, **files)


def test_what_is_gone_is_not_hidden() -> None:
    """A ref to what was retracted, or is not there, is another problem; so is a finding that stands alone."""
    files = findings()
    gone = record("retractions", id="r", record="hague-2022/m", reason="error")
    files["declarations__hague___2022__r"] = gone + record("findings", id="f3", text="T", event="hague-2022/no")
    assert [] == found(visibility.built_on_hidden, **files)
