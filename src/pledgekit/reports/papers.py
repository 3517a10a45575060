"""What the lay-outs of all reports ask: the report, its words, its headings, and what may be printed. Sixth step."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Generic, TypeVar

from pledgekit.model.document import Note, Paragraph, say
from pledgekit.model.levels import Audience, Wording
from pledgekit.reports.telling import Telling, fitted
from pledgekit.reports.value import Paper

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pledgekit.dates import Period
    from pledgekit.ids import Ref
    from pledgekit.model.declaration import Commitment
    from pledgekit.model.document import Entry, Inline
    from pledgekit.reports.value import Note as Said
    from pledgekit.words import Words

__all__ = ["PaperTelling"]

P = TypeVar("P", bound=Paper)
_OPEN = (Audience.PUBLIC, Audience.CITY)

# Said even of none: that no example comes from the city itself is what a reader should know.
_ALWAYS_TOLD = ("city", "press", "event")


class PaperTelling(Telling, Generic[P]):
    """One report in one language. `area`: that of its own messages."""

    def __init__(
        self, report: P, words: Words, area: str, commitments: Iterable[Commitment] = (), thing: tuple[str, ...] = ()
    ) -> None:
        """Take the report and the words; `commitments`: those whose headings it may print."""
        super().__init__(words, report.cities, thing)
        self.report = report
        self.area = area
        held = tuple(commitments)
        provisional = {each.owner for each in held if each.wording == Wording.PROVISIONAL}
        self._reserved = provisional if report.audience in _OPEN else set()
        self.headings = {each.ref: self._heading(each) for each in held}
        self._natures = {each.ref: each.nature for each in held}

    def reserved(self, declaration: str) -> bool:
        """Tell whether numbers, matrix and assessments stay out: for outsiders, while a heading is only ours."""
        return declaration in self._reserved

    def own(self, message: str) -> str:
        """Give one message of the report's own area."""
        return self.words.say(f"{self.area}.{message}")

    def sentence(self, message: str) -> Paragraph:
        """Give a paragraph of one message of the report's own area."""
        return Paragraph(text=say(self.own(message)))

    def clause_of(self, commitment: Ref) -> str:
        """Give the heading of a commitment, or its ref where another one has taken its place."""
        return self.headings.get(commitment, f"{commitment}")

    def nature(self, commitment: Ref) -> str:
        """Tell which labels the levels of a commitment bear."""
        return self._natures[commitment]

    def known_on(self) -> str:
        """Write the day as known on which the figures are."""
        day = next(each.values["known_on"] for each in self.report.notes if each.id == "minimums")
        return self.words.date(datetime.date.fromisoformat(day))

    def day(self) -> str:
        """Write the day that a report speaks of, and beside it the day of our knowledge where that is another."""
        day, known = self.words.date(self.report.as_of), self.known_on()
        if day == known:
            return day
        message = "report.day.known-on" if self.report.known_on else "report.day.newest"
        return self.words.say(message, date=day, known_on=known)

    def many(self) -> str:
        """Give the word for signatories as it begins a sentence."""
        many = self.things(2)
        return many[:1].upper() + many[1:]

    def period(self, period: Period | None) -> str:
        """Write a period; empty for none."""
        return self.words.period(period) if period else ""

    def under(self, commitments: Iterable[Ref]) -> str:
        """Name commitments by their headings, in quotation marks."""
        return self.words.listed(self.quoted(self.headings[each]) for each in commitments)

    def deed(self, ref: Ref, *, under: bool = False) -> Entry:
        """Tell of an action in full; `under`: with the commitments it is filed under."""
        deed = self.report.deeds[ref]
        return self.entry(
            deed.action,
            timing=deed.timing,
            last_heard=deed.last_heard,
            certain=deed.certain,
            under=self.under(deed.filed) if under else "",
            inspired_by=dict.fromkeys(self._model(each) for each in deed.action.inspired_by if self._tells(each)),
        )

    def how_to_read(self, *more: str) -> Note:
        """Say what has to be said before the report is misread, each sentence only where it is true."""
        return Note(
            kind="caution", title=self.own("how-to-read"), text=tuple(map(say, [*self._cautions(), *more, self._end()]))
        )

    def how_to_read_briefly(self) -> Note:
        """Say the same in one passage, where a paper has to be short; corrections are told elsewhere in it."""
        minimums = self.words.say("report.minimums", date=self.known_on())
        return Note(kind="caution", title=self.own("how-to-read"), text=(say(" ".join([*self._cautions(), minimums])),))

    def corrections(self) -> str:
        """Say where corrections go; empty when nobody is named."""
        said = [
            self.words.say("report.corrections", name=each.values["name"], address=each.values["address"])
            for each in self.report.notes
            if each.id == "corrections"
        ]
        return " ".join(said)

    def publishing(self) -> tuple[Paragraph, ...]:
        """Say who pays, and the words that reports end with; nothing where nobody is named."""
        said = []
        for note in self.report.notes:
            if note.id == "donors":
                said.append(self.words.say("report.donors", donors=self.words.listed(note.values["donors"])))
            elif note.id == "disclaimer":
                said.append(note.values["text"])
        return tuple(Paragraph(text=say(each), role="small") for each in said)

    def _cautions(self) -> Iterator[str]:
        yield self.own("not-a-ranking")
        yield self.words.say("report.no-entry")
        told, before = self.report.note("told"), self.report.note("before")
        if told is not None:
            yield self._who_told(told)
        if before is not None:
            yield self.words.count("report.began-before", before.values["actions"])
        provisional = self.report.note("provisional-wording")
        if provisional is not None:
            mixed = "-mixed" if provisional.values["official"] else ""
            yield self.words.say(f"report.provisional-wording{mixed}")

    def _end(self) -> str:
        minimums = self.words.say("report.minimums", date=self.known_on())
        return " ".join(filter(None, (minimums, self.corrections())))

    def _who_told(self, note: Said) -> str:
        """Say who told of them: "Of 3 examples, 0 were told by the city, 1 found in the press and 2 heard at …; …"."""
        words, values = self.words, note.values
        counts = [*values["told_by"].items(), ("not-known", values["not_known"])]
        parts = [
            words.count(f"report.told.{'next' if number else 'first'}.{name}", n)
            for number, (name, n) in enumerate((name, n) for name, n in counts if n or name in _ALWAYS_TOLD)
        ]
        confirmed = words.count("report.told.confirmed", values["confirmed"])
        return words.count("report.told", values["examples"], parts=words.listed(parts), confirmed=confirmed)

    def _tells(self, model: Ref) -> bool:
        """Tell whether a practice that another follows is named with it: of a city seen here, and not told apart."""
        return self.report.learned is None and model.owner in self.cities

    def _model(self, ref: Ref) -> Inline:
        """Name a practice that another follows: its city, and its title where this report tells of it."""
        if ref not in self.report.deeds:
            return self.place(ref.owner)
        parts = {"city": self.place(ref.owner), "title": self.text(self.report.deeds[ref].action, "title")}
        return fitted(self.words, "report.titled", parts)

    def _heading(self, commitment: Commitment) -> str:
        """Give a commitment's heading, numbered where the wording is official and nothing speaks against it."""
        title = "".join(span.text for span in self.text(commitment, "title"))
        if not commitment.number or commitment.wording != Wording.OFFICIAL or self.reserved(commitment.owner):
            return title
        return self.words.say("report.numbered", number=commitment.number, title=title)
