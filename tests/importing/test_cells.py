"""Cells: what is written comes back for every kind and key, and what would have to be guessed is refused."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pledgekit.codec.plain import plain
from pledgekit.codec.read import read_record
from pledgekit.dates import PartialDate
from pledgekit.datewords import Spoken
from pledgekit.exports.tables import table, to_csv
from pledgekit.fingerprint import json_ready
from pledgekit.importing.cells import CellFault, Cells
from pledgekit.importing.columns import Use, matched
from pledgekit.importing.rows import read_csv
from pledgekit.model.kinds import ACTIONS, CITIES, DECLARATIONS, ENDORSEMENTS, FINDINGS, KINDS, REVIEWS, UPDATES
from pledgekit.model.record import field_names
from pledgekit.register import Register
from tests.registers import BASE
from tests.strategies import records

if TYPE_CHECKING:
    from pledgekit.model.kinds import Kind

REGISTER = Register.of(BASE)


class Everybody(dict[str, Any]):
    """Holdings of every owner that is asked for."""

    def __contains__(self, key: object) -> bool:
        """Hold it."""
        return True


def tidy(record: Any) -> dict[str, Any]:  # noqa: ANN401  a record of any kind
    """What a record says, without what the program sets and white space around texts."""
    ready = {key: json_ready(each) for key, each in plain(record).items()}
    ours = {"revision", "recorded", "recorded_by"}
    return {key: each for key, each in ready.items() if key not in ours and each != ""}


@given(st.sampled_from(list(KINDS.values())).flatmap(lambda kind: st.tuples(st.just(kind), records(kind))))
def test_any_record_comes_back(drawn: tuple[Kind[Any], Any]) -> None:
    """A record of any kind, given out as CSV and read again, is equal but for what the program sets.

    White space around a text is not kept, and under `extra` days and times come back as text.
    """
    kind, record = drawn
    texts = [getattr(record, name) for name in field_names(type(record))]
    assume(all(each.strip() for each in texts if isinstance(each, str) and each))
    sheet = read_csv(to_csv(table(kind, [record])), file="x")
    register = Register([])
    object.__setattr__(register, "holdings", Everybody())
    cells = Cells(register, kind)
    columns = [each for each in matched(kind, sheet.header, {}) if each.use is Use.KEY]
    values = {each.key: cells.read(each.key, sheet.rows[0].cells[each.at]) for each in columns}
    assert (str(record.ref), record.owner) == (values.pop("ref"), values.pop("owner"))
    read = read_record(kind, {key: each for key, each in values.items() if each != ""}, record.owner)
    assert tidy(record) == tidy(read)


@pytest.mark.parametrize(
    ("kind", "key", "text", "expected"),
    [
        (ACTIONS, "title", "  '=cmd ", "'=cmd"),
        (ACTIONS, "title", "'=cmd", "=cmd"),
        (ACTIONS, "title", "'s-Gravenhage", "'s-Gravenhage"),
        (ACTIONS, "title", " \t", ""),
        (ACTIONS, "title", "true", "true"),
        (ACTIONS, "date", "2024-06-15", datetime.date(2024, 6, 15)),
        (ACTIONS, "date", "2024", "2024"),
        (ACTIONS, "date", "2023-03/2023-05", "2023-03/2023-05"),
        (ACTIONS, "date", "15 June 2024", datetime.date(2024, 6, 15)),
        (ACTIONS, "date", "June 2024", "2024-06"),
        (ACTIONS, "date", "spring  2023", Spoken(PartialDate.parse("2023-03/2023-05"), "spring 2023")),
        (ACTIONS, "start", "Q2 2024", Spoken(PartialDate.parse("2024-04/2024-06"), "Q2 2024")),
        (ACTIONS, "evidence.0.date", "mid-2023", Spoken(PartialDate.parse("2023-05/2023-08"), "mid-2023")),
        (ACTIONS, "partners", "a; b;", ["a", "b"]),
        (ACTIONS, "partners", '["a;b"]', ["a;b"]),
        (ACTIONS, "commitments", "speak-out; hague-2022/new", ["hague-2022/speak-out", "hague-2022/new"]),
        (ACTIONS, "commitments", '["hague-2022/speak-out", 3]', ["hague-2022/speak-out", 3]),
        (ACTIONS, "evidence", "https://example.org", [{"url": "https://example.org"}]),
        (ACTIONS, "sources", "a letter", [{"title": "a letter"}]),
        (ACTIONS, "evidence", '{"date": "2024-06-15"}', [{"date": datetime.date(2024, 6, 15)}]),
        (ACTIONS, "evidence", '[{"date": "2024", "x": 1}, 3]', [{"date": "2024", "x": 1}, 3]),
        (ACTIONS, "evidence.0.date", "2024-06-15", datetime.date(2024, 6, 15)),
        (ENDORSEMENTS, "declaration", "The Hague Declaration", "hague-2022"),
        (ENDORSEMENTS, "declaration", "hague-2022", "hague-2022"),
        (REVIEWS, "seen", '[{"record": "a/b", "content": "x"}]', [{"record": "a/b", "content": "x"}]),
        (DECLARATIONS, "assessed", "TRUE", True),
        (FINDINGS, "year", "2024", 2024),
        (CITIES, "location.lat", "52.08", 52.08),
        (CITIES, "location.lat", "52", 52),
        (CITIES, "population", '{"value": 3}', {"value": 3}),
        (CITIES, "parent", "Oslo", "oslo-no"),
        (CITIES, "parent", "bergen-no", "bergen-no"),
        (UPDATES, "period", "2024", "2024"),
    ],
)
def test_a_cell_is_read_by_its_key(kind: Kind[Any], key: str, text: str, expected: object) -> None:
    """Text stays text; days, numbers, lists, parts and names are what the key holds."""
    assert expected == Cells(REGISTER, kind).read(key, text)


@pytest.mark.parametrize(
    ("kind", "key", "text", "words"),
    [
        (ACTIONS, "date", "45458", "counts days, perhaps 2024-06-15"),
        (ACTIONS, "date", "45458.5", "counts days"),
        (ACTIONS, "date", "45458,5", "counts days, perhaps 2024-06-15"),
        (ACTIONS, "date", "03/04/2023", "^03/04/2023 may mean 2023-04-03 or 2023-03-04$"),
        (ACTIONS, "date", "03-04-23", "may mean 2023-04-03 or 2023-03-04$"),
        (ACTIONS, "date", "03.03.2023", "^03.03.2023 may mean 2023-03-03$"),
        (ACTIONS, "date", "31.12.2023 00:00", "may mean 2023-12-31$"),
        (ACTIONS, "date", "2023/4/3", "may mean 2023-04-03$"),
        (ACTIONS, "date", "31.13.2023", "is no day in the calendar"),
        (ACTIONS, "date", "some day", "'some day' is not understood as a date"),
        (ACTIONS, "date", "2024-13", "not in the calendar"),
        (ACTIONS, "date", "2024-02-30", "no day 2024-02-30"),
        (ACTIONS, "date", "1905-07-16", "makes of the year 2024"),
        (ACTIONS, "evidence", "[", "not JSON"),
        (ACTIONS, "evidence", '{"a": ', "not JSON"),
        (ACTIONS, "partners", "[" * 100_000, "not JSON"),
        (REVIEWS, "seen", "words", "not JSON"),
        (CITIES, "population", "12", "not JSON"),
        (CITIES, "population.value", "12,5", "not a whole number"),
        (CITIES, "location.lat", "52,08", "not a number"),
        (DECLARATIONS, "assessed", "yes", "neither true nor false"),
        (ENDORSEMENTS, "declaration", "The Haque Declaration", "no declaration"),
        (ACTIONS, "commitments", "speek-out", "no commitment"),
    ],
)
def test_what_would_be_guessed_is_refused(kind: Kind[Any], key: str, text: str, words: str) -> None:
    """Days that a spreadsheet counted, commas in numbers, names that nobody bears: told, with a remedy."""
    with pytest.raises(CellFault, match=words) as fault:
        Cells(REGISTER, kind).read(key, text)
    assert fault.value.remedy


def test_owners_are_found_by_name() -> None:
    """An owner is given by id or name; what comes near is suggested; each name is looked up once."""
    cells = Cells(REGISTER, ACTIONS)
    assert ["oslo-no", "oslo-no", "hague-2022"] == [
        cells.owner("OSLO", "commitments"),
        cells.owner("OSLO", "commitments"),
        cells.owner("hague-2022", ""),
    ]
    with pytest.raises(CellFault, match="no city") as fault:
        cells.owner("Osla", "commitments")
    assert "did you mean oslo-no?" == fault.value.remedy
