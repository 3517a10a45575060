"""The yearly round: ask every signatory, read the answers back, follow who is missing. Layer 9, above all reports.

`form` says what one city is asked; `workbook`, `paper` and `letter` put that on a sheet, on paper and into a draft of
an e-mail; `answers` and `plan` read a workbook back; `following` tells where the round stands. Nothing is ever sent.
"""

from __future__ import annotations

from pledgekit.rounds.form import Form, Question, form_of

__all__ = ["Form", "Question", "form_of"]
