"""Pure arithmetic on sets of refs: cells, counts, shares. Fourth step: view → tally of each city → figures.

`tally` looks at one city, tallies add up in any order, `figures` counts what they hold. Nothing is counted elsewhere.
"""

from __future__ import annotations

from pledgekit.figures.cells import Cell
from pledgekit.figures.counting import figures, partition
from pledgekit.figures.scope import Scope, scope_of
from pledgekit.figures.tally import Deed, Line, Tally, tally, tally_all
from pledgekit.figures.values import Count, LeftOut, Partition, Share

__all__ = [
    "Cell",
    "Count",
    "Deed",
    "LeftOut",
    "Line",
    "Partition",
    "Scope",
    "Share",
    "Tally",
    "figures",
    "partition",
    "scope_of",
    "tally",
    "tally_all",
]
