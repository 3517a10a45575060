"""Tables: the same columns for everybody who may see as much, and CSV that reads back as it was."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from pledgekit.exports.tables import Table, columns, table, to_csv
from pledgekit.model.kinds import ACTIONS, CONTACTS, KINDS
from pledgekit.model.levels import Audience
from pledgekit.model.record import fields_of, key_of
from tests.registers import made


def test_columns_are_the_keys_of_the_format() -> None:
    """Staff get every key of a kind, each date with its words beside it; `ref` and `owner` stand in front."""
    for kind in KINDS.values():
        header = columns(kind)
        assert ("ref", "owner", "id", "revision", "visibility") == header[:5]
        keys = {key_of(each.name) for each in fields_of(kind.cls)} - {"date_texts"}
        assert set() == keys - set(header)
        assert {"ref", "owner"} == {each for each in set(header) - keys if not each.endswith("_text")}
        assert len(header) == len(set(header))
    assert "described_text" in columns(ACTIONS)


def test_columns_for_others_lack_what_they_never_see() -> None:
    """A key that an audience never sees has no column in its tables."""
    staff = set(columns(ACTIONS))
    assert {"note", "recorded_by"} == staff - set(columns(ACTIONS, Audience.NETWORK))
    assert {"note", "recorded_by", "extra"} == staff - set(columns(ACTIONS, Audience.PUBLIC))
    assert columns(ACTIONS, Audience.NETWORK) == columns(ACTIONS, Audience.CITY)
    assert "phone" not in columns(CONTACTS, Audience.NETWORK)


def test_a_row_is_a_record() -> None:
    """Each record is a row of as many cells as the header, what is not set is empty."""
    action = made("actions", "deed", date="2024-03-01", date_text="in spring", partners=["A", "B"])
    found = table(ACTIONS, [action])
    row = dict(zip(found.header, found.rows[0], strict=True))
    assert ("oslo-no/deed", "oslo-no", "deed", "2024-03-01", "in spring", "A; B", "") == tuple(
        row[key] for key in ("ref", "owner", "id", "date", "date_text", "partners", "note")
    )


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=4))
def test_csv_reads_back(texts: list[str]) -> None:
    """Whatever the cells hold, line ends of any kind too, CSV gives the same cells."""
    made = Table(tuple(texts), (tuple(texts), tuple(reversed(texts))))
    read = list(csv.reader(io.StringIO(to_csv(made).decode(), newline=""), strict=True))
    assert [list(made.header), *map(list, made.rows)] == read
