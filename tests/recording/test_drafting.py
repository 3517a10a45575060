"""Drafting: in which file a new record lies."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from pledgekit.errors import UsageError
from pledgekit.ids import Ref
from pledgekit.model.kinds import ACTIONS, NOTES, ROUNDS
from pledgekit.recording import correct, draft
from pledgekit.store import load

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime.datetime(2025, 3, 1, 12, 30, tzinfo=datetime.UTC)
DECLARED = '[declaration]\nid = "twice"\ntitle = "D"\nadopted = 2022-11-16\n'
CITY = '[city]\nid = "twice"\nname = "T"\nkind = "city"\ncountry = "NO"\n'
OSLO = '[city]\nid = "oslo-no"\nname = "Oslo"\nkind = "city"\ncountry = "NO"\n'


def write(root: Path, **files: str) -> None:
    """Write files: `__` stands for `/`, `_` for `-`."""
    for name, text in files.items():
        path = root / f"{name.replace('__', '/').replace('_', '-')}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def test_the_owner_of_two_homes_is_its_declaration(tmp_path: Path) -> None:
    """An id that a declaration and a city bear is an error; until it is mended one of them holds, always the same."""
    write(tmp_path, declarations__twice__d=DECLARED, commitments__twice__city=CITY)
    loaded = load(tmp_path)
    assert ["two-owners"] == [each.code for each in loaded.problems]
    note = draft(loaded.register, NOTES, "twice", {"text": "N", "date": NOW.date()}, by="A", now=NOW)
    assert note.path.startswith("declarations/twice/internal/")
    title = correct(loaded.register, Ref("twice"), {"title": "E"}, by="A", now=NOW)
    assert title.path.startswith("declarations/twice/")
    with pytest.raises(UsageError, match="twice lies under declarations/"):
        draft(loaded.register, ACTIONS, "twice", {"title": "A"}, by="A", now=NOW)


def test_a_new_record_lies_in_its_owners_folder(tmp_path: Path) -> None:
    """Also where a file of the owner's name lies beside the folder: that one is told, and holds nothing."""
    write(tmp_path, declarations__d_2020__d=DECLARED.replace("twice", "d-2020"), commitments__oslo_no__city=OSLO)
    write(tmp_path, commitments__oslo_no=OSLO)
    loaded = load(tmp_path)
    assert [("stray-file", "commitments/oslo-no.toml")] == [(each.code, each.file) for each in loaded.problems]
    made = draft(loaded.register, ACTIONS, "oslo-no", {"title": "A", "visibility": "public"}, by="A", now=NOW)
    assert made.path.startswith("commitments/oslo-no/")
    with pytest.raises(UsageError, match="oslo-no lies under commitments/"):
        draft(loaded.register, ROUNDS, "oslo-no", {"period": "2024", "due": NOW.date()}, by="A", now=NOW)
