"""The matrix as reports hold it: each cell with the deeds that stand beside it. Fifth step, figures → report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from pledgekit.dates import Certainty
from pledgekit.model.levels import Timing

if TYPE_CHECKING:
    from pledgekit.figures import Cell, Tally
    from pledgekit.ids import Ref

__all__ = ["MatrixCell", "matrix"]


@attrs.frozen(kw_only=True)
class MatrixCell:
    """A cell and the actions on record for it: those that count, so neither statements nor what was done before."""

    cell: Cell
    actions: tuple[Ref, ...]


def matrix(total: Tally) -> tuple[MatrixCell, ...]:
    """Give the cells of all cities that ever endorsed, by city and then in the order of the commitments."""
    found = []
    for line in total.lines.values():
        counted = [each for each in line.deeds if each.done and each.timing is not Timing.BEFORE]
        if line.in_force is Certainty.NO:
            counted = []
        for cell in line.cells:
            actions = tuple(each.ref for each in counted if cell.commitment in each.commitments)
            found.append(MatrixCell(cell=cell, actions=actions))
    return tuple(found)
