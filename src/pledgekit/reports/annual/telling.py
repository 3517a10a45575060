"""What all sections of the implementation update ask: its report, its words. Sixth step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.reports.annual.value import AnnualReport
from pledgekit.reports.papers import PaperTelling

if TYPE_CHECKING:
    from pledgekit.words import Words

__all__ = ["UpdateTelling"]


class UpdateTelling(PaperTelling[AnnualReport]):
    """One update in one language."""

    def __init__(self, report: AnnualReport, words: Words) -> None:
        """Take the report and the words."""
        commitments = [each.commitment for each in report.commitments]
        super().__init__(report, words, "annual", commitments, report.declaration.signatory_words)
