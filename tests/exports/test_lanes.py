"""Both lanes, cell by cell: what `status` shows as a table, for whom, and what its columns mean."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from pledgekit.exports.lanes import KEYS, cell_entries, cell_rows, cell_table, is_cells
from pledgekit.ids import Ref
from pledgekit.model.kinds import DECLARATIONS, KINDS
from pledgekit.model.levels import Audience, State
from pledgekit.register import Register
from pledgekit.render.json import cell_item, judgement_item
from pledgekit.reports.status import status
from pledgekit.view import look
from pledgekit.words import words
from tests.registers import DECLARED, lenses, made, registers, seen

if TYPE_CHECKING:
    from pledgekit.view import Lens, View

UPDATE = made("updates", "said", completion="substantial", visibility="public", date="2025-01-10")
JUDGED = made("assessments", "judged", completion="limited", visibility="public", reply_due="2025-03-01")
NOTHING = made("assessments", "judged", evidence_level="none", visibility="public", reply_due="2025-03-01")
OTHER = made("assessments", "other", completion="complete", visibility="public", reply_due="2025-03-01")
DEED = made("actions", "deed", date="2024-03-01")
OPEN = made("rounds", "round-2024", responses="public")
LANE = ("assessed", "evidence_level", "assessor", "assessment")


def rows(view: View) -> list[dict[str, Any]]:
    """All rows of a view."""
    return list(cell_rows(view, [each.id for each in view.all(DECLARATIONS)]))


def test_a_row_is_a_cell_with_both_lanes() -> None:
    """What the city says, what the assessor finds and who it is, that they differ, and the actions; all by key."""
    assert [
        {
            "declaration": "hague-2022",
            "period": "2024",
            "city": "oslo-no",
            "commitment": "hague-2022/speak-out",
            "state": "reported",
            "completion": "substantial",
            "assessed": "limited",
            "evidence_level": "documented",
            "assessor": "A. Judge",
            "assessment": "oslo-no/judged",
            "flags": ["lanes-differ"],
            "actions": ["oslo-no/deed"],
        }
    ] == rows(seen(OPEN, UPDATE, JUDGED, DEED))
    assert KEYS == tuple(rows(seen())[0])


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ((), [None, None, None, "not-yet-rated"]),
        ((JUDGED, OTHER), [None, None, None, "not-settled"]),
        ((NOTHING,), ["none", "none", "A. Judge", "oslo-no/judged"]),
    ],
)
def test_what_assessors_did_not_find(records: tuple[Any, ...], expected: list[str | None]) -> None:
    """Nobody looked, they differ, or there was nothing to judge by: each in its own word, none of them a level."""
    (row,) = rows(seen(OPEN, *records))
    assert expected == [row[key] for key in LANE]


@pytest.mark.parametrize(
    ("audience", "blank", "found"),
    [("public", True, "not-asked"), ("network", False, "not-asked"), ("internal", False, "not-asked")],
)
def test_no_lane_of_working_titles_for_the_public(audience: str, blank: bool, found: str) -> None:
    """While a heading is only ours, the public has no assessor's lane, nor a word that none assessed; others have."""
    clause = made("commitments", "speak-out", wording="provisional")
    (row,) = rows(seen(clause, OPEN, JUDGED, audience=audience))
    assert (found, blank) == (row["state"], [row[key] for key in LANE] == [None] * 4)


@pytest.mark.parametrize("audience", ["public", "network", "internal"])
def test_no_lane_where_a_declaration_has_none(audience: str) -> None:
    """Where it says that it is not assessed, whatever was recorded, for anybody."""
    (row,) = rows(seen(made("declaration", assessed=False), OPEN, UPDATE, JUDGED, audience=audience))
    assert ("substantial", [None] * 4, []) == (row["completion"], [row[key] for key in LANE], row["flags"])


def test_the_public_waits_for_the_citys_reply() -> None:
    """An assessment that the public does not see yet has no word in its row."""
    for day, expected in (("2025-03-01", "not-yet-rated"), ("2025-03-02", "oslo-no/judged")):
        (row,) = rows(seen(OPEN, JUDGED, as_of=day))
        assert expected == row["assessment"]


def test_a_period_nobody_was_asked_about_is_empty() -> None:
    """Without a round and an answer there are cells and no period."""
    (row,) = rows(seen())
    assert (None, "not-asked") == (row["period"], row["state"])


def test_declarations_without_commitments_have_no_rows() -> None:
    """A row needs a commitment and a city that endorsed; only of the declarations that are asked for."""
    bare = made("declaration", "", "bare-2020")
    view = seen(bare, made("endorsements", "other", declaration="bare-2020"))
    assert ([DECLARED], []) == ([each["declaration"] for each in rows(view)], list(cell_rows(view, ["bare-2020"])))


@given(registers(), lenses(Audience.PUBLIC, Audience.NETWORK, Audience.INTERNAL))
def test_they_are_the_cells_of_status(records: list[Any], lens: Lens) -> None:
    """The same cells in the same words, of all declarations, for every audience; but for the lane that is kept back."""
    view = look(Register.of(records), lens)
    found = {each.id: status(view, each.id) for each in view.all(DECLARATIONS)}
    expected = [(name, cell_item(each)) for name, one in found.items() for each in one.cells]
    have = rows(view)
    assert len(expected) == len(have)
    for (name, cell), row in zip(expected, have, strict=True):
        lane = found[name].assessed and found[name].printable
        assert {"declaration": name, **cell, "assessment": cell["assessment"] if lane else None} == {
            key: row[key] for key in ("declaration", *cell)
        }
        said = [each["assessment"] for each in map(judgement_item, found[name].judgements)]
        assert (row["assessment"] in {each["ref"] for each in said} and lane) == (row["assessor"] is not None)


def test_a_table_has_the_same_as_texts() -> None:
    """A row a cell, nothing is empty, refs are joined, and what would run as a formula does not."""
    judged = made("assessments", "judged", assessor="=cmd", visibility="public", reply_due="2025-01-01")
    found = cell_table(rows(seen(OPEN, UPDATE, judged, DEED, made("actions", "more", date="2024-04-01"))))
    assert KEYS == found.header
    row = dict(zip(found.header, found.rows[0], strict=True))
    assert ("'=cmd", "none", "", "oslo-no/deed; oslo-no/more") == (
        row["assessor"], row["assessed"], row["flags"], row["actions"]
    )  # fmt: skip
    assert (KEYS, ()) == cell_table([])


def test_every_column_is_explained() -> None:
    """In the order of the table, with every word that may stand in it."""
    made_of = list(cell_entries(words()))
    assert KEYS == tuple(each.key for each in made_of)
    assert [] == [each.key for each in made_of if not (each.meaning and each.type and each.seen_by)]
    assert {"cells"} == {each.kind for each in made_of}
    told = {each.key: [line.partition(": ")[0] for line in each.words.splitlines()] for each in made_of}
    assert list(State) == told["state"]
    levels = ["not-started", "limited", "substantial", "complete"]
    assert (sorted(levels), sorted([*levels, "none"])) == (sorted(told["completion"]), sorted(told["assessed"]))
    assert (["not-settled", "not-yet-rated"], ["clause-changed", "lanes-differ", "unchanged"]) == (
        told["assessment"], told["flags"]
    )  # fmt: skip
    assert ([], "none") == (told["city"], told["evidence_level"][0])
    assert "list, each: ref of a record, city or declaration" == made_of[-1].type


def test_the_name_is_no_kind() -> None:
    """Neither the word nor its singular is a kind of record, so a table of cells is never taken for one."""
    names = [each for kind in KINDS.values() for each in (kind.table, kind.singular)]
    assert (True, True, []) == (is_cells("cells"), is_cells("cell"), [each for each in names if is_cells(each)])


def test_rows_are_ready_for_json() -> None:
    """What a row holds is text, nothing, or a list of texts: refs are written out."""
    (row,) = rows(seen(OPEN, UPDATE, JUDGED, DEED))
    assert row == json.loads(json.dumps(row))
    assert str(Ref("oslo-no", "judged")) == row["assessment"]
