"""The register that is given out: what the audience sees, whole and valid, and nothing beside it."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings

from pledgekit.checks import Tier, check
from pledgekit.codec.read import parse
from pledgekit.errors import UsageError
from pledgekit.exports.folders import register_files
from pledgekit.model.kinds import DECLARATIONS
from pledgekit.model.levels import Audience
from pledgekit.register import Holding, Loaded, Register
from pledgekit.render import FORMATS, render
from pledgekit.render.json import to_json
from pledgekit.reports.annual import annual, lay_out
from pledgekit.store import load
from pledgekit.view import Lens, View, look
from pledgekit.words import words
from tests.registers import BASE, CITY, lenses, made, periods, registers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pledgekit.dates import Period
    from pledgekit.model.record import Record

ROOT = Path(__file__).resolve().parents[2]
TODAY = datetime.date(2026, 11, 23)


def read(files: Mapping[str, str]) -> Loaded:
    """Read files as if they stood in a folder."""
    held: dict[tuple[str, str], list[Record]] = {}
    problems = []
    for path, text in files.items():
        home, owner, _ = path.split("/")
        parsed = parse(text.encode(), file=path, owner=owner, home=home)
        held.setdefault((owner, home), []).extend(parsed.records)
        problems += parsed.problems
    register = Register([Holding(owner, home, records) for (owner, home), records in held.items()])
    return Loaded(register, tuple(problems), len(files))


def told(view: View, period: Period | None) -> list[bytes]:
    """Every report of a view in every format."""
    found = []
    for declaration in view.all(DECLARATIONS):
        report = annual(view, declaration.id, period)
        document = lay_out(report, words())
        found += [to_json(report), *(render(document, each) for each in FORMATS)]
    return found


def errors(loaded: Loaded) -> set[str]:
    """The codes of the errors of a register."""
    return {each.code for each in check(loaded, today=TODAY, tier=Tier.STRICT) if each.severity == "error"}


def public(lens: Lens) -> Lens:
    """The same days, for the public."""
    return Lens(as_of=lens.as_of, known_on=lens.known_on)


@given(registers(), lenses(Audience.PUBLIC, Audience.NETWORK))
def test_it_is_the_view(records: list[Record], lens: Lens) -> None:
    """Any register's copy reads back without a problem, as the same public view."""
    whole = Register.of(records)
    files = register_files(whole, look(whole, lens))
    copy = read(files)
    assert () == copy.problems
    expected, found = look(whole, public(lens)), look(copy.register, public(lens))
    assert list(expected.everything()) == list(found.everything())


@given(registers(), lenses(Audience.PUBLIC, Audience.NETWORK), periods())
@settings(max_examples=8)  # equal views make equal reports; a few show that nothing else goes into them
def test_its_reports_are_those_of_the_register(records: list[Record], lens: Lens, period: Period | None) -> None:
    """The public reports of any register's copy are those of the register, byte for byte in every format."""
    whole = Register.of(records)
    copy = read(register_files(whole, look(whole, lens))).register
    assert told(look(whole, public(lens)), period) == told(look(copy, public(lens)), period)


@given(registers(), lenses(Audience.PUBLIC, Audience.NETWORK))
def test_a_copy_of_a_copy_is_the_copy(records: list[Record], lens: Lens) -> None:
    """Giving out what was given out gives the same files."""
    whole = Register.of(records)
    files = register_files(whole, look(whole, lens))
    copy = read(files).register
    assert files == register_files(copy, look(copy, lens))


@pytest.mark.parametrize("folder", [".", "tests/reports/register"])
@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.NETWORK])
def test_a_valid_register_gives_a_valid_one(folder: str, audience: Audience) -> None:
    """The copy has no error, not even with --strict, that the register has not; of the shipped one it has none."""
    whole = load(ROOT / folder)
    copy = read(register_files(whole.register, look(whole.register, Lens(as_of=TODAY, audience=audience))))
    assert set() == errors(copy) - (errors(whole) if folder != "." else set())


def test_files_are_named_after_owner_and_kind() -> None:
    """A file's name says owner and kind and no more."""
    register = Register.of(BASE)
    files = register_files(register, look(register, Lens(as_of=TODAY)))
    folder, city = "declarations/hague-2022", f"commitments/{CITY}"
    names = [f"{folder}/commitments.toml", f"{folder}/declaration.toml"]
    assert [*names, f"{city}/city.toml", f"{city}/endorsements.toml"] == list(files)


def test_large_files_are_split() -> None:
    """No file is larger than what may be read, as long as no single record is."""
    notes: list[Any] = [made("actions", f"deed-{number}") for number in range(9)]
    register = Register.of([*BASE, *notes])
    view = look(register, Lens(as_of=TODAY))
    files = register_files(register, view, most=300)
    parts = [path for path in files if "/actions" in path]
    assert f"commitments/{CITY}/actions-5.toml" in parts
    assert list(view.everything()) == list(look(read(files).register, view.lens).everything())
    assert sorted(files) == sorted(register_files(register, view, most=1).keys() & files.keys())


def test_what_was_narrowed_later_stays_closed() -> None:
    """As known before it was narrowed, a record is given to members and says that it is not for the public."""
    narrowed = made(
        "actions", "deed", revision=2, visibility="network", recorded=datetime.date(2025, 1, 1), title="Other words"
    )
    register = Register.of([*BASE, made("actions", "deed", recorded=datetime.date(2024, 1, 1)), narrowed])
    lens = Lens(as_of=TODAY, known_on=datetime.date(2024, 6, 1), audience=Audience.NETWORK)
    files = register_files(register, look(register, lens))
    assert 'visibility = "network"' in files[f"commitments/{CITY}/actions.toml"]


def test_staff_have_the_folder() -> None:
    """There is no copy for staff: it would lack revisions and retractions."""
    register = Register.of(BASE)
    with pytest.raises(UsageError, match="copy it"):
        register_files(register, look(register, Lens(as_of=TODAY, audience=Audience.INTERNAL)))
