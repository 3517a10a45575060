"""Message ids become sentences of one language: plurals, dates, numbers, lists. Layer 1; used by lay-out, cli and desk.

Sentences stand in `catalogues/<language>/<area>.py`; the area is the part of a message id before its first dot and is
read when it is first needed. A message is a text with {names}, or one text for each plural form ("one", "other"; "none"
for 0). Values are put in as they are; whole numbers are written as the language writes them.
"""

from __future__ import annotations

import datetime
from importlib import import_module
from string import Formatter
from typing import TYPE_CHECKING, Any, Literal, Protocol

from pledgekit.catalogues import LANGUAGES
from pledgekit.dates import PartialDate
from pledgekit.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pledgekit.dates import Period

__all__ = ["Shared", "Words", "words"]

_YEAR, _MONTH = 4, 7  # lengths of "2022" and "2022-11"
_PARSE = Formatter().parse


class Shared(Protocol):
    """What can be said as a share: so many of so many."""

    @property
    def value(self) -> int:
        """How many."""
        ...

    @property
    def of(self) -> int:
        """Of how many."""
        ...

    @property
    def percent(self) -> int | None:
        """Whole percent; nothing when there is nothing to be part of, or when that is known not to be whole."""
        ...


class Words:
    """All that can be said in one language. Raises KeyError for a message that the language does not have."""

    def __init__(self, lang: str, messages: Mapping[str, str | Mapping[str, str]] | None = None) -> None:
        """Take the language of a catalogue; `messages` go before its own (a network's own wording, tests)."""
        language = import_module(f"pledgekit.catalogues.{lang}.language")
        self.lang = lang
        self.dir: Literal["ltr", "rtl"] = language.DIRECTION
        self.reviewed_by: str = language.REVIEWED_BY  # empty: a draft, which nobody has reviewed yet
        self._thousands: str = language.THOUSANDS
        self._plural = language.plural
        self._own = dict(messages or {})
        self._areas: dict[str, Mapping[str, Any]] = {"language": language.MESSAGES}

    def say(self, message_id: str, **values: str | int) -> str:
        """Give a message with its values; raises KeyError for a message or a value that is not there."""
        text = self._message(message_id)
        if not isinstance(text, str):
            raise KeyError(f"{message_id} has plural forms: use count")
        return self._filled(message_id, text, (text,), values)

    def pieces(self, message_id: str) -> tuple[tuple[str, str], ...]:
        """Give a message as (text, name of the value after it), for values that are more than text, such as links."""
        text = self._message(message_id)
        if not isinstance(text, str):
            raise KeyError(f"{message_id} has plural forms: use count")
        return tuple((literal, name or "") for literal, name, _, _ in _PARSE(text))

    def count(self, message_id: str, n: int, **values: str | int) -> str:
        """Give the form of a message that fits a number, which it may print as {n}; raises KeyError like `say`."""
        forms = self._message(message_id)
        if isinstance(forms, str):
            raise KeyError(f"{message_id} has no plural forms: use say")
        text = forms["none"] if n == 0 and "none" in forms else forms[self._plural(n)]
        return self._filled(message_id, text, ("{n}", *forms.values()), {"n": n, **values})

    def number(self, n: int) -> str:
        """Write a whole number."""
        return f"{n:,}".replace(",", self._thousands)

    def date(self, date: PartialDate | datetime.date, text: str = "") -> str:
        """Write a date as far as it is known; `text` is the record's own `date_text`, which goes first."""
        if text:
            return text
        if isinstance(date, datetime.date):
            return self._day(date)
        first, _, last = date.text.partition("/")
        if not last:
            return self._part(first)
        message = "language.either" if _adjacent(date) else "language.between"
        return self.say(message, first=self._short_part(first, last), last=self._part(last))

    def when(self, date: PartialDate | datetime.date, text: str = "") -> str:
        """Write a date as a sentence has it: "on 16 November 2022"; a record's own words for it as they are."""
        if text:
            return text
        written = self.date(date)
        if isinstance(date, PartialDate):
            if "/" in date.text and not _adjacent(date):
                return written
            if not (date.exact or _adjacent(date)):
                return self.say("language.in-month", date=written)
        return self.say("language.on-day", date=written)

    def span(self, start: PartialDate, end: PartialDate | None) -> str:
        """Write from when to when: "15–16 November 2022", "30 June 2023 to 2 July 2023"."""
        if end is None or end.text == start.text:
            return self.date(start)
        if start.exact and end.exact and (start.first.year, start.first.month) == (end.first.year, end.first.month):
            return self.say("language.days", first=start.first.day, last=end.first.day, **self._month(start.first))
        return self.say("language.from-to", first=self.date(start), last=self.date(end))

    def period(self, period: Period) -> str:
        """Write a period: "2024", "July 2024 to June 2025"."""
        first, _, last = period.label.partition("/")
        return self.say("language.from-to", first=self._part(first), last=self._part(last)) if last else first

    def listed(self, items: Iterable[str]) -> str:
        """Join words to a list: "a, b and c"; with semicolons where an item has a comma itself; nothing for none."""
        every = list(items)
        joined = "".join(every[:1])
        for message, each in zip(self.seams(every), every[1:], strict=True):
            joined = self.say(message, before=joined, after=each)
        return joined

    def seams(self, items: Sequence[str]) -> tuple[str, ...]:
        """Give the messages that join the items of a list, one fewer than these: each takes {before} and {after}."""
        commas = any("," in each and each[0].isalnum() for each in items)  # what is in quotation marks is clear anyhow
        kind = "list-semicolon" if commas else "list"
        middle = "language.list-semicolon" if kind == "list-semicolon" else "language.list-comma"
        return (*[middle] * (len(items) - 2), f"language.{kind}-and") if len(items) > 1 else ()

    def share(self, share: Shared) -> str:
        """Write "15 of 41 (37 %)". The one place that prints a percentage.

        There is none of nothing, and none of what is known not to be whole: "1 of 1 held here".
        """
        parts = {"value": share.value, "of": share.of}
        if share.percent is None:
            return self.say("language.share-held" if share.of else "language.share", **parts)
        return self.say("language.share-percent", percent=share.percent, **parts)

    def level(self, scale: str, word: str, nature: str = "") -> str:
        """Give the label of a scale's word; for some natures of a commitment it has another one."""
        own = f"scales.{scale}.{word}.{nature}"
        return self.say(own if nature and self.has(own) else f"scales.{scale}.{word}")

    def country(self, code: str, name: str) -> str:
        """Give a country's name in this language, or the name at hand where the catalogue has none."""
        own = f"country.{code}"
        return self.say(own) if self.has(own) else name

    def has(self, message_id: str) -> bool:
        """Tell whether the language has a message."""
        return message_id in self._own or message_id in self._area(message_id)

    def _message(self, message_id: str) -> str | Mapping[str, str]:
        if message_id in self._own:
            return self._own[message_id]
        found: str | Mapping[str, str] = self._area(message_id)[message_id]
        return found

    def _area(self, message_id: str) -> Mapping[str, Any]:
        area = message_id.partition(".")[0]
        if area not in self._areas:
            name = f"pledgekit.catalogues.{self.lang}.{area}"
            try:
                self._areas[area] = import_module(name).MESSAGES
            except ModuleNotFoundError as error:
                if error.name != name:
                    raise
                self._areas[area] = {}
        return self._areas[area]

    def _filled(self, message_id: str, text: str, forms: Iterable[str], values: Mapping[str, str | int]) -> str:
        unknown = values.keys() - {name for form in forms for _, name, _, _ in _PARSE(form)}
        if unknown:
            raise KeyError(f"{message_id} has no {{{min(unknown)}}}")
        return text.format_map({key: self._written(value) for key, value in values.items()})

    def _written(self, value: str | int) -> str:
        return value if isinstance(value, str) else self.number(value)

    def _month(self, day: datetime.date) -> dict[str, str]:
        return {"month": self.say(f"language.month.{day.month}"), "year": str(day.year)}

    def _day(self, day: datetime.date) -> str:
        return self.say("language.day", day=day.day, **self._month(day))

    def _part(self, text: str) -> str:
        """Write a year, a month or a day of EDTF text."""
        if len(text) == _YEAR:
            return text
        if len(text) == _MONTH:
            return self.say("language.month", **self._month(datetime.date.fromisoformat(f"{text}-01")))
        return self._day(datetime.date.fromisoformat(text))

    def _short_part(self, first: str, last: str) -> str:
        """Write the first end of an interval, without the year when the last end has the same."""
        if len(first) == _YEAR or first[:_YEAR] != last[:_YEAR]:
            return self._part(first)
        month = self.say(f"language.month.{int(first[5:7])}")
        if len(first) == _MONTH:
            return self.say("language.month-alone", month=month)
        if first[:_MONTH] == last[:_MONTH] and len(last) > _MONTH:
            return self.number(int(first[8:]))
        return self.say("language.day-of-month", day=int(first[8:]), month=month)


def _adjacent(date: PartialDate) -> bool:
    """Tell whether a date is one of two days that follow each other."""
    return (date.last - date.first).days == 1


def words(lang: str = "en") -> Words:
    """Give the words of a language; raises UsageError, naming those there are, for any other."""
    if lang not in LANGUAGES:
        raise UsageError(f"no language {lang!r}", remedy=f"languages: {', '.join(LANGUAGES)}")
    return Words(lang)
