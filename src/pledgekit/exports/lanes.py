"""Both lanes, a row a cell: what `status` shows, as a table. Part of exporting: status → rows.

Worked out from the records and from nothing else, so it is given out and never taken in. Nothing is counted here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pledgekit.exports.cells import cell
from pledgekit.exports.codebook import Entry
from pledgekit.exports.tables import Table
from pledgekit.figures.cells import CLAUSE_CHANGED, LANES_DIFFER, NOT_SETTLED, NOT_YET_RATED, UNCHANGED
from pledgekit.model.levels import EvidenceLevel, State
from pledgekit.model.scales import SCALES
from pledgekit.render.json import cell_item
from pledgekit.reports.status import status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pledgekit.reports.status import Status
    from pledgekit.view import View
    from pledgekit.words import Words

__all__ = ["CELLS", "KEYS", "cell_entries", "cell_rows", "cell_table", "is_cells"]

CELLS: Final = "cells"

_TYPES: Final = {
    "declaration": "ref",
    "period": "period",
    "city": "ref",
    "commitment": "ref",
    "state": "word",
    "completion": "word",
    "assessed": "word",
    "evidence_level": "word",
    "assessor": "text",
    "assessment": "ref",
    "flags": "word",
    "actions": "ref",
}
_LISTS: Final = ("flags", "actions")
KEYS: Final = tuple(_TYPES)


def is_cells(word: str) -> bool:
    """Tell whether a word names this table; no kind of record has that name."""
    return word in (CELLS, "cell")


def cell_rows(view: View, declarations: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Yield the cells of some declarations that the view holds, with the keys and words of `status --json`.

    The assessor's lane beside the city's stays empty where the declaration has none, and for outsiders while a heading
    is only ours. Periods are those of `status`: the newest asked or reported.
    """
    for each in declarations:
        yield from _rows(status(view, each))


def _rows(found: Status) -> Iterator[dict[str, Any]]:
    period = found.period.label if found.period else None
    holding = {each.assessment.ref: each.assessment for each in found.judgements}
    lane = found.assessed and found.printable
    for held in found.cells:
        row = {"declaration": found.declaration, "period": period, **cell_item(held)}
        one = holding.get(held.cell.assessment) if lane else None  # type: ignore[arg-type]  # a word is no ref of any
        row["assessed"] = held.cell.assessed if one else None
        row["evidence_level"] = one.evidence_level if one else None
        row["assessor"] = one.assessor if one else None
        row["assessment"] = row["assessment"] if lane else None
        yield {key: row[key] for key in KEYS}


def cell_table(rows: Iterable[Mapping[str, Any]]) -> Table:
    """Give rows as a table of texts, as those of records are."""
    return Table(KEYS, tuple(tuple(cell(row[key]) for key in KEYS) for row in rows))


def cell_entries(words: Words) -> Iterator[Entry]:
    """Yield what the columns mean, in their order, with every word that they may hold."""
    told = _words(words)
    for key, name in _TYPES.items():
        type_ = words.say(f"export.codebook.type-{name}")
        yield Entry(
            CELLS,
            key,
            words.say(f"export.cells.{key}"),
            words.say("export.codebook.list", type=type_) if key in _LISTS else type_,
            "",
            "\n".join(f"{word}: {meaning}" for word, meaning in told.get(key, ())),
            words.say("export.cells.seen"),
        )


def _words(words: Words) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Give the words of columns that hold some, each with what it means."""
    levels, evidence = SCALES["completion"].levels, SCALES["evidence-level"].levels
    flags = (CLAUSE_CHANGED, LANES_DIFFER, UNCHANGED)
    return {
        "state": [(each.value, words.level("state", each.value)) for each in State],
        "completion": levels,
        "assessed": [*levels, *(each for each in evidence if each.word == EvidenceLevel.NONE)],
        "evidence_level": evidence,
        "assessment": [(each, words.level("judged", each)) for each in (NOT_SETTLED, NOT_YET_RATED)],
        "flags": [(each, words.level("flag", each)) for each in flags],
    }
