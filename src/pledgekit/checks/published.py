"""Checks of totals that others printed: each speaks of a figure of ours; a difference is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pledgekit.checks.scope import Finding
from pledgekit.ids import nearest
from pledgekit.model.kinds import PUBLISHED
from pledgekit.model.scales import SCALES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.checks.scope import Scope

__all__ = ["unknown_figure"]

_FIGURES: Final = frozenset(
    {
        "signatories",
        "signatories/undated",
        "countries",
        "cities-with-action",
        "actions",
        "actions/after",
        "actions/unknown",
        "actions/before",
        "actions-with-evidence",
        "actions-elsewhere",
        "statements",
        "response-rate",
        *(f"completion/{word}" for word in SCALES["completion"].words),
        *(f"assessed/{word}" for word in SCALES["completion"].words),
        "assessed/none",
        "not-settled",
        "not-yet-rated",
    }
)


def unknown_figure(scope: Scope) -> Iterator[Finding]:
    """A published total can be laid beside a figure of ours."""
    for each in scope.live(PUBLISHED):
        if each.figure not in _FIGURES:
            close = nearest(each.figure, _FIGURES)
            hint = f"; nearest: {close}" if close else ""
            yield Finding("unknown-figure", each, ("figure",), f"{each.figure!r} is not a figure{hint}")
