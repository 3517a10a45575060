"""Against an earlier state."""

from __future__ import annotations

from pledgekit.checks.scope import Scope
from pledgekit.checks.since import since
from pledgekit.model.deeds import Action
from pledgekit.register import Loaded, Register
from tests.checks.registers import TODAY, loaded, record

OTHER = record("actions", id="b", title="B")
ONE = record("actions", id="a", title="A")


def found(before: str, after: str) -> list[tuple[str, str]]:
    """Compare two states of a file of Oslo."""
    was, now = (loaded({"commitments/oslo-no/f.toml": text}) for text in (before, after))
    return [(each.code, each.message) for each in since(was.register, Scope(now, TODAY))]


def test_more_is_no_change() -> None:
    """Further records and revisions leave what was there as it was."""
    assert [] == found(
        ONE, ONE + record("actions", id="a", revision=2, title="B") + record("actions", id="b", title="B")
    )


def test_two_versions_that_become_one_are_no_change() -> None:
    """Keeping one of them is how `two-revisions` is mended."""
    assert [] == found(ONE + ONE.replace('"A"', '"B"'), ONE)


def test_a_tombstone_tells_of_what_is_gone() -> None:
    """Without one it is named."""
    assert [] == found(ONE, record("retractions", id="t", record="oslo-no/a", reason="safety"))
    assert [("record-gone", "revision 1 of oslo-no/a (actions) was here and is gone")] == found(ONE, OTHER)


def test_keys_that_differ_are_named() -> None:
    """What was added, taken away and changed."""
    expected = [
        ("changed-in-place", 'revision 1 of oslo-no/a says something else than before: "title", "status", "kind"')
    ]
    assert expected == found(ONE + 'status = "closed"\n', ONE.replace('"A"', '"B"') + 'kind = "plan"\n')


def test_a_record_in_memory_has_no_file() -> None:
    """It is named all the same."""
    before = Register.of([Action(id="a", title="A", owner="oslo-no")])
    gone = list(since(before, Scope(Loaded(Register([]), (), 0), TODAY)))
    assert [("record-gone", "")] == [(each.code, each.where) for each in gone]
