"""What all sections of the implementation update ask: its report, its words, and its shares. Sixth step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.figures import Share
from pledgekit.reports.annual.value import AnnualReport
from pledgekit.reports.papers import PaperTelling

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pledgekit.figures import Count
    from pledgekit.words import Words

__all__ = ["UpdateTelling", "shares"]


class UpdateTelling(PaperTelling[AnnualReport]):
    """One update in one language."""

    def __init__(self, report: AnnualReport, words: Words) -> None:
        """Take the report and the words."""
        commitments = [each.commitment for each in report.commitments]
        super().__init__(report, words, "annual", commitments, report.declaration.signatory_words)


def shares(figures: Mapping[str, Count | Share], *ids: str) -> list[Share]:
    """Give the shares among some figures, without those that were not counted."""
    return [each for each in map(figures.get, ids) if isinstance(each, Share)]
