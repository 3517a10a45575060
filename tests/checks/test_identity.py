"""Names: every owner is described in its folder, every id means one thing, and every file can be copied."""

from __future__ import annotations

import pytest

from pledgekit.checks.identity import duplicate_id, folder_mismatch, missing_owner, two_revisions, unportable_name
from pledgekit.checks.scope import Scope
from pledgekit.codec.read import parse
from pledgekit.dates import Period
from pledgekit.ids import Ref
from pledgekit.model.deeds import Action
from pledgekit.model.lanes import Update
from pledgekit.register import Holding, Loaded, Register
from tests.checks.registers import TODAY, found, record, said

A = record("actions", id="a", title="A")
A_NOWHERE = Action(id="b", title="B", owner="oslo-no")


def test_a_folder_without_its_owner_is_named_unless_a_file_of_it_is_broken() -> None:
    """The file that cannot be read may be the very one that says whose folder it is."""
    assert ["missing-owner"] == found(missing_owner, commitments__bergen___no__a=A)
    assert ["missing-owner"] == found(
        missing_owner, declarations__nyc___2023__a=record("notes", id="n", text="T", date="2024")
    )
    assert [] == found(missing_owner, commitments__bergen___no__a=A, commitments__bergen___no__city="[city")
    assert [] == found(missing_owner)
    gone = record("retractions", id="r", record="bergen-no", reason="privacy")
    assert [] == found(missing_owner, commitments__bergen___no__r=gone)


def test_the_owners_id_is_the_name_of_its_folder() -> None:
    """Else refs to it would lead nowhere."""
    assert [] == found(folder_mismatch)
    city = '[city]\nid = "bergen"\nname = "Bergen"\nkind = "city"\ncountry = "NO"\n'
    expected = ["the folder is called bergen-no, the id here is bergen"]
    assert expected == said(folder_mismatch, commitments__bergen___no__city=city)


def test_an_id_is_used_for_one_kind() -> None:
    """Two kinds under one id are named once each; several revisions of one kind are fine."""
    update = record("updates", id="a", commitment="hague-2022/speak-out", period="2024", completion="limited")
    assert [] == found(duplicate_id, A, record("actions", id="a", title="B", revision=2))
    assert ["duplicate-id id"] == found(duplicate_id, A, update, record("actions", id="a", title="B", revision=2))
    expected = ["a is also the id of one of its actions, in commitments/oslo-no/f0.toml"]
    assert expected == said(duplicate_id, A, update)
    assert ["duplicate-id id"] == found(duplicate_id, record("actions", id="oslo-no", title="A"))


def test_a_register_in_memory_has_no_files_to_name() -> None:
    """The same is found among records that lie nowhere yet."""
    update = Update(id="a", commitment=Ref("d", "c"), period=Period.parse("2024"), owner="oslo-no")
    register = Register.of([Action(id="a", title="A", owner="oslo-no"), update])
    messages = [each.message for each in duplicate_id(Scope(Loaded(register, (), 0), TODAY))]
    assert ["a is also the id of one of its actions"] == messages


def test_a_revision_is_held_in_one_version() -> None:
    """Copies that differ in when and by whom they were recorded are one; any other key makes two."""
    copy = record("actions", id="a", title="A", recorded_by="A. Clerk") + "recorded = 2025-01-01\n"
    assert [] == found(two_revisions, A, copy)
    assert [] == found(two_revisions, A, record("actions", id="a", title="B", revision=2))
    assert ["two-revisions id"] == found(two_revisions, A, copy, record("actions", id="a", title="A", note="rang"))
    assert ["two-revisions id"] == found(
        two_revisions, A, *(record("actions", id="a", title=title, revision=2) for title in "BC")
    )


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.toml", []),
        ("2024 and 2025/b.c.toml", []),
        ("CON.toml", ["commitments/oslo-no/CON.toml 'CON.toml' is the name of a device"]),
        ("lpt1.b.toml", ["commitments/oslo-no/lpt1.b.toml 'lpt1.b.toml' is the name of a device"]),
        ("nul/a.toml", ["commitments/oslo-no/nul 'nul' is the name of a device"]),
        ("con .toml", ["commitments/oslo-no/con .toml 'con .toml' is the name of a device"]),
        ("console.toml", []),
        ("old./a.toml", ["commitments/oslo-no/old. 'old.' ends in a dot or a blank"]),
        ("old /a.toml", ["commitments/oslo-no/old  'old ' ends in a dot or a blank"]),
        ("a:b.toml", ["commitments/oslo-no/a:b.toml 'a:b.toml' has a sign that is not for names"]),
        ("a\\b.toml", ["commitments/oslo-no/a\\b.toml 'a\\\\b.toml' has a sign that is not for names"]),
        ("a\nb.toml", ["commitments/oslo-no/a\nb.toml 'a\\nb.toml' has a sign that is not for names"]),
    ],
)
def test_names_that_windows_cannot_hold_are_told(path: str, expected: list[str]) -> None:
    """Once each, however many records lie below; names are compared as Windows does."""
    records = parse(A.encode(), file=f"commitments/oslo-no/{path}", owner="oslo-no", home="commitments").records
    held = Register([Holding("oslo-no", "commitments", [*records, *records, A_NOWHERE])])
    findings = unportable_name(Scope(Loaded(held, (), 1), TODAY))
    assert expected == [f"{each.where} {each.message.removesuffix(': Windows cannot hold it')}" for each in findings]


def test_the_folder_of_an_owner_is_told_once() -> None:
    """With all that lies in it."""
    files = {"commitments__aux__city": '[city]\nid = "aux"\nname = "A"\nkind = "city"\n', "commitments__aux__a": A}
    assert ["'aux' is the name of a device: Windows cannot hold it"] == said(unportable_name, **files)
