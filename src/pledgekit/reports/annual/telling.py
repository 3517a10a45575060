"""What all sections of the implementation update ask: its report, its words, and what may be printed. Sixth step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.figures import Share
from pledgekit.model.document import Paragraph, say
from pledgekit.model.levels import Audience, Wording
from pledgekit.reports.telling import Telling, fitted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pledgekit.dates import Period
    from pledgekit.figures import Count
    from pledgekit.ids import Ref
    from pledgekit.model.declaration import Commitment
    from pledgekit.model.document import Entry, Inline
    from pledgekit.reports.annual.value import AnnualReport
    from pledgekit.words import Words

__all__ = ["UpdateTelling"]

_OPEN = (Audience.PUBLIC, Audience.CITY)


class UpdateTelling(Telling):
    """One report in one language."""

    def __init__(self, report: AnnualReport, words: Words) -> None:
        """Take the report and the words."""
        super().__init__(words, report.cities, report.declaration.signatory_words)
        self.report = report
        self.headings = {each.commitment.ref: self._heading(each.commitment) for each in report.commitments}

    @property
    def reserved(self) -> bool:
        """Whether numbers, matrix and assessments stay out: for outsiders, while a heading is only ours."""
        provisional = any(each.commitment.wording == Wording.PROVISIONAL for each in self.report.commitments)
        return provisional and self.report.audience in _OPEN

    def sentence(self, message: str) -> Paragraph:
        """Give a paragraph of one message."""
        return Paragraph(text=say(self.words.say(f"annual.{message}")))

    def clause_of(self, commitment: Ref) -> str:
        """Give the heading of a commitment, or its ref where another one has taken its place."""
        return self.headings.get(commitment, f"{commitment}")

    def shares(self, figures: Mapping[str, Count | Share], *ids: str) -> list[Share]:
        """Give the shares among some figures, without those that were not counted."""
        return [each for each in map(figures.get, ids) if isinstance(each, Share)]

    def known_on(self) -> str:
        """Write the day as known on which the figures are."""
        return self.words.date(self.report.known_on or self.report.as_of)

    def many(self) -> str:
        """Give the word for signatories as it begins a sentence."""
        many = self.things(2)
        return many[:1].upper() + many[1:]

    def period(self, period: Period | None) -> str:
        """Write a period; empty for none."""
        return self.words.period(period) if period else ""

    def deed(self, ref: Ref, *, under: bool = False) -> Entry:
        """Tell of an action in full; `under`: with the commitments it is filed under."""
        deed = self.report.deeds[ref]
        titles = self.words.listed(self.quoted(self.headings[each]) for each in deed.filed) if under else ""
        return self.entry(
            deed.action,
            timing=deed.timing,
            last_heard=deed.last_heard,
            certain=deed.certain,
            under=titles,
            inspired_by=dict.fromkeys(map(self._model, deed.action.inspired_by)),
        )

    def _model(self, ref: Ref) -> Inline:
        """Name a practice that another follows: its city, and its title where this report tells of it."""
        if ref not in self.report.deeds:
            return self.place(ref.owner)
        parts = {"city": self.place(ref.owner), "title": self.text(self.report.deeds[ref].action, "title")}
        return fitted(self.words, "report.titled", parts)

    def _heading(self, commitment: Commitment) -> str:
        """Give a commitment's heading, numbered where the wording is official and nothing speaks against it."""
        title = "".join(span.text for span in self.text(commitment, "title"))
        if not commitment.number or commitment.wording != Wording.OFFICIAL or self.reserved:
            return title
        return self.words.say("annual.clause.numbered", number=commitment.number, title=title)
