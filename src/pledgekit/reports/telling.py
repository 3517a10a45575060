"""How every report tells of a city, an action and a source: what lay-outs share. Sixth step, report → document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.model.countries import COUNTRIES
from pledgekit.model.document import Entry, passages, say
from pledgekit.model.levels import STATEMENT, Timing, is_unnamed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pledgekit.dates import PartialDate
    from pledgekit.model.city import City
    from pledgekit.model.deeds import Action, Evidence, Result
    from pledgekit.model.document import Inline
    from pledgekit.model.record import Record, Source
    from pledgekit.words import Words

__all__ = ["Telling", "fitted", "joined"]


class Telling:
    """The words of a language and the cities of a report."""

    def __init__(self, words: Words, cities: Mapping[str, City], thing: tuple[str, ...] = ()) -> None:
        """Take the cities by id; `thing`: what signatories are called, one and many, where the declaration says."""
        self.words = words
        self.cities = cities
        self._thing = thing

    def things(self, n: int) -> str:
        """Give the declaration's word for so many signatories: "local government", "local governments"."""
        one, many = (*self._thing, "", "")[:2]
        if not one or not many:
            return self.words.count("report.signatory", n)
        return one if n == 1 else many

    def lang(self, record: Record) -> str:
        """Give the language of a record's texts, where it is not the document's."""
        city = self.cities.get(record.owner)
        lang = record.lang or (city.languages[0] if city and city.languages else "")
        return "" if lang == self.words.lang else lang

    def text(self, record: Record, key: str) -> Inline:
        """Give a text of a record: its translation where there is one, else its own words in their language."""
        translated = record.translations.get(self.words.lang, {}).get(key, "")
        return say(translated) if translated else say(getattr(record, key), lang=self.lang(record))

    def passages(self, record: Record, key: str) -> tuple[Inline, ...]:
        """Give a longer text of a record, split at its blank lines."""
        translated = record.translations.get(self.words.lang, {}).get(key, "")
        return passages(translated) if translated else passages(getattr(record, key), lang=self.lang(record))

    def date(self, record: Record, key: str) -> str:
        """Write a date of a record, by its own words for it where it has some; empty when there is none."""
        date: PartialDate | None = getattr(record, key)
        return "" if date is None else self.words.date(date, record.date_texts.get(key, ""))

    def when(self, record: Record, key: str) -> str:
        """Write a date of a record as a sentence has it; empty when there is none."""
        date: PartialDate | None = getattr(record, key)
        return "" if date is None else self.words.when(date, record.date_texts.get(key, ""))

    def name(self, city: str) -> str:
        """Give a city's name, or its id where nothing more is held; "a city in Norway" where its name is not given."""
        if city not in self.cities:
            return city
        if not is_unnamed(self.cities[city].kind):
            return self.cities[city].name
        return self.unnamed(self.cities[city].country)

    def unnamed(self, code: str) -> str:
        """Name a city by its country alone: "A city in the Netherlands"."""
        return self.words.say("report.unnamed.city", country=self.in_country(code))

    def in_country(self, code: str) -> str:
        """Name a country as it stands within a sentence: "the Netherlands"."""
        message = f"report.in-country.{code}"
        name = self.words.country(code, COUNTRIES.get(code, code))
        return self.words.say(message) if self.words.has(message) else name

    def country(self, city: str) -> str:
        """Give the name of a city's country; empty where it lies in none."""
        code = self.cities[city].country if city in self.cities else ""
        return self.words.country(code, COUNTRIES.get(code, code)) if code else ""

    def place(self, city: str) -> Inline:
        """Give a city with its country: "Oslo, Norway"."""
        name, country = self.name(city), self.country(city)
        if city in self.cities and is_unnamed(self.cities[city].kind):
            return say(name)
        return say(self.words.say("report.place", city=name, country=country) if country else name, name=True)

    def names(self, cities: Iterable[str]) -> str:
        """List cities by name, in the order given."""
        return self.words.listed(map(self.name, cities))

    def source(self, source: Source | Evidence) -> Inline:
        """Give a source: its title, linked where it has an address, and its date."""
        title = source.title or source.url or self.words.say("report.untitled-source")
        text = say(title, href=source.url, lang="" if source.lang == self.words.lang else source.lang)
        if source.date is not None:
            text += say(f", {self.words.date(source.date, source.date_text)}")
        archive = getattr(source, "archive", "")
        if archive:
            text += say(", ") + say(self.words.say("report.archived"), href=archive)
        return text

    def dates(self, action: Action, last_heard: PartialDate | None = None) -> str:
        """Write when an action was: its dates, or that it is undated and when it was described."""
        say_it = self.words.say
        if action.date is not None:
            return self.date(action, "date")
        if action.start is not None and action.end is not None:
            if action.date_texts:
                return say_it("language.from-to", first=self.date(action, "start"), last=self.date(action, "end"))
            return self.words.span(action.start, action.end)
        if action.start is not None:
            begun = say_it("report.dates.begun", when=self.when(action, "start"))
            if last_heard is None or last_heard.text == action.start.text:
                return begun
            return say_it("report.dates.last-heard", dates=begun, when=self.words.when(last_heard))
        if action.end is not None:
            return say_it("report.dates.ended", when=self.when(action, "end"))
        if action.described is not None:
            return say_it("report.dates.undated-described", when=self.when(action, "described"))
        return say_it("report.dates.undated")

    def entry(
        self,
        action: Action,
        *,
        timing: Timing = Timing.UNKNOWN,
        last_heard: PartialDate | None = None,
        certain: bool = True,
        under: str = "",
        inspired_by: Iterable[Inline] = (),
    ) -> Entry:
        """Tell of an action in full. `under`: the commitments it is filed under, where that is not said above it."""
        words = self.words
        meta = [
            self.dates(action, last_heard),
            words.level("action-kind", action.kind) if action.kind not in ("", STATEMENT) else "",
            self._status(action),
            words.level("told-by", action.told_by) if action.told_by else "",
            words.say("report.confirmed", when=self.when(action, "confirmed")) if action.confirmed else "",
            words.level("filed-by", action.filed_by) if action.filed_by else "",
        ]
        flags = [
            words.say("report.before") if timing is Timing.BEFORE else "",
            words.say("report.said") if action.kind == STATEMENT else "",
            "" if certain else words.say("report.dates.perhaps"),
        ]
        more = [
            words.say("report.responsible", who=action.responsible) if action.responsible else "",
            words.say("report.partners", who=words.listed(action.partners)) if action.partners else "",
            *map(self._result, action.results),
            words.say("report.filed-under", titles=under) if under else "",
        ]
        inspired = joined(words, inspired_by)
        return Entry(
            title=self.text(action, "title"),
            who=self.place(action.owner),
            meta=tuple(say(each) for each in meta if each),
            flags=tuple(filter(None, flags)),
            summary=(
                *self.passages(action, "summary"),
                *(say(each) for each in more if each),
                *((fitted(words, "report.inspired-by", {"who": inspired}),) if inspired else ()),
            ),
            remark=self.text(action, "remark"),
            sources=tuple(self.source(each) for each in action.evidence),
        )

    def quoted(self, text: str) -> str:
        """Put a title of ours into quotation marks."""
        return self.words.say("report.quoted", text=text)

    def phrases(self, parts: Iterable[str]) -> str:
        """Join what is not empty, as parts of one sentence."""
        said = ""
        for each in parts:
            said = self.words.say("report.and-then", before=said, after=each) if said and each else said or each
        return said

    def _status(self, action: Action) -> str:
        if not action.status:
            return ""
        label = self.words.level("status", action.status)
        if action.status_since is None:
            return label
        return self.words.say("report.status-since", status=label, date=self.date(action, "status_since"))

    def _result(self, result: Result) -> str:
        """Tell one measured result: what, how much, aimed at, before, when."""
        words = self.words

        def amount(value: float) -> str:
            number = words.number(int(value)) if float(value).is_integer() else str(value)
            return words.say("report.result-unit", value=number, unit=result.unit) if result.unit else number

        said = words.say("report.result-open") if result.value is None else amount(result.value)
        if result.target is not None:
            said = words.say("report.result-of", value=said, target=amount(result.target))
        if result.baseline is not None:
            said = words.say("report.result-baseline", value=said, baseline=amount(result.baseline))
        if result.date is not None:
            said = words.say("report.aside", text=said, aside=words.date(result.date, result.date_text))
        return words.say("report.result", indicator=result.indicator, value=said)


def joined(words: Words, parts: Iterable[Inline]) -> Inline:
    """Join inline texts to a list as the language does, each keeping its own language and links."""
    every = list(parts)
    result = every[0] if every else ()
    seams = words.seams(["".join(span.text for span in each) for each in every])
    for message, each in zip(seams, every[1:], strict=True):
        result = fitted(words, message, {"before": result, "after": each})
    return result


def fitted(words: Words, message_id: str, parts: Mapping[str, Inline]) -> Inline:
    """Put inline texts into a message; raises KeyError when one of them is missing."""
    result: Inline = ()
    for text, name in words.pieces(message_id):
        result += say(text) + (parts[name] if name else ())
    return result
