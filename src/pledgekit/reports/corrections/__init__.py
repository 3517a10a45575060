"""The list of corrections: `corrections` makes the value, `lay_out` puts it into words."""

from __future__ import annotations

from pledgekit.reports.corrections.gather import corrections
from pledgekit.reports.corrections.layout import lay_out
from pledgekit.reports.corrections.value import CorrectionsReport

__all__ = ["CorrectionsReport", "corrections", "lay_out"]
