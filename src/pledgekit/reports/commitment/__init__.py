"""One commitment, its examples, who does what: `commitment` makes the value, `lay_out` puts it into words."""

from __future__ import annotations

from pledgekit.reports.commitment.gather import commitment
from pledgekit.reports.commitment.layout import lay_out
from pledgekit.reports.commitment.value import CommitmentReport

__all__ = ["CommitmentReport", "commitment", "lay_out"]
