"""The register: what lies where, all revisions of it, whatever the order of files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pledgekit.ids import Ref
from pledgekit.model.acts import Note
from pledgekit.model.city import City
from pledgekit.model.declaration import Commitment, Declaration
from pledgekit.model.deeds import Action
from pledgekit.model.kinds import ACTIONS, CITIES, CITY, COMMITMENTS, DECLARATION, DECLARATIONS
from pledgekit.register import OWNER_KINDS, Holding, Loaded, Register
from tests.model.dates import day

if TYPE_CHECKING:
    from pledgekit.model.record import Record

OSLO = City(id="oslo-no", name="Oslo", kind="city", owner="oslo-no")
HAGUE = Declaration(id="hague-2022", title="T", adopted=day("2022-11-16"), owner="hague-2022")
CLAUSE = Commitment(id="c", title="C", wording="provisional", owner="hague-2022")
FIRST = Action(id="a", title="A", owner="oslo-no")
SECOND = Action(id="a", title="B", revision=2, owner="oslo-no")
THIRD = Action(id="a", title="C", revision=3, owner="oslo-no")
ALL: list[Record] = [OSLO, HAGUE, CLAUSE, SECOND, FIRST, THIRD]


def test_records_are_found_by_owner_and_kind() -> None:
    """Every revision is there; owners come in order of their ids."""
    register = Register.of(ALL)
    assert ("hague-2022", "oslo-no") == register.owners()
    assert ("hague-2022",) == register.owners(DECLARATION)
    assert ("oslo-no",) == register.owners(CITY)
    assert [SECOND, FIRST, THIRD] == list(register.records(ACTIONS))
    assert [] == list(register.records(ACTIONS, "hague-2022"))
    assert [CLAUSE] == list(register.records(COMMITMENTS, "hague-2022"))
    assert [HAGUE, CLAUSE, OSLO, SECOND, FIRST, THIRD] == list(register.everything())
    assert (DECLARATIONS, CITIES) == OWNER_KINDS


def test_revisions_come_lowest_first() -> None:
    """All that is held under a ref, in order; nothing for a ref that names nothing."""
    register = Register.of(ALL)
    assert (FIRST, SECOND, THIRD) == register.revisions(Ref("oslo-no", "a"))
    assert (OSLO,) == register.revisions(Ref("oslo-no"))
    assert () == register.revisions(Ref("oslo-no", "b"))
    assert () == register.revisions(Ref("oslo-no", "oslo-no"))
    assert () == register.revisions(Ref("bergen-no"))


@pytest.mark.parametrize(
    ("ref", "expected"),
    [("oslo-no", True), ("oslo-no/a", True), ("oslo-no/b", False), ("bergen-no", False), ("bergen-no/a", False)],
)
def test_a_ref_names_something_or_nothing(ref: str, expected: bool) -> None:
    """Owners and records are told from what is not there."""
    assert expected is Register.of(ALL).holds(Ref.parse(ref))


def test_an_id_may_have_one_record_or_several() -> None:
    """A holding gives each id with all that is held under it."""
    holding = Holding("oslo-no", CITY, [OSLO, FIRST, SECOND, THIRD])
    assert [("oslo-no", [OSLO]), ("a", [FIRST, SECOND, THIRD])] == list(holding.groups())


def test_the_home_of_an_owner_in_memory_is_that_of_its_records() -> None:
    """Notes lie in both homes; an owner of notes alone counts as a city."""
    note = Note(id="n", text="T", date=day("2024-01-01"), owner="x")
    assert ("x",) == Register.of([note]).owners(CITY)
    assert ("hague-2022",) == Register.of([note.changed({"owner": "hague-2022"}), HAGUE]).owners(DECLARATION)


def test_a_register_with_one_record_more_is_another_register() -> None:
    """What a new file would change can be looked at before it is written."""
    before = Register.of([OSLO, FIRST])
    after = before.adding(SECOND)
    assert (FIRST, SECOND) == after.revisions(Ref("oslo-no", "a"))
    assert (FIRST,) == before.revisions(Ref("oslo-no", "a"))
    assert ("hague-2022", "oslo-no") == after.adding(CLAUSE).owners()
    assert ("hague-2022",) == after.adding(CLAUSE).owners(DECLARATION)


def test_a_record_that_may_lie_in_both_homes_goes_to_its_owner() -> None:
    """Where the owner is not held it is taken for a city, as in a register made of the same records."""
    note = Note(id="n", text="T", date=day("2024-01-01"), owner="x")
    for register in (Register.of([OSLO]).adding(note), Register.of([OSLO, note])):
        assert ("oslo-no", "x") == register.owners(CITY)
    declared = Register.of([HAGUE]).adding(note.changed({"owner": "hague-2022"}))
    assert (("hague-2022",), ()) == (declared.owners(DECLARATION), declared.owners(CITY))


def test_what_was_loaded_says_whether_it_is_all() -> None:
    """A register of some owners knows that it is not complete."""
    register = Register([Holding("oslo-no", CITY, [OSLO])], complete=False)
    loaded = Loaded(register, (), 1)
    assert (False, None, 1) == (loaded.register.complete, loaded.register.root, loaded.files)
    assert Register([]).complete
