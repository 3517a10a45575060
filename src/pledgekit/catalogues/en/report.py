"""English: what all reports share: labels, how an action, a city and a source are told."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "report.skip": "Skip to the text",
    "report.contents": "Contents",
    "report.sources": "Sources",
    "report.colophon": "How this document was made",
    "report.colon": ": ",
    "report.banner.internal": "INTERNAL",
    "report.banner.network": "For the network only",
    "report.banner.city": "For {city} only",
    "report.banner.despite-problems": (
        "Errors in the register, if there were any, did not stop this document from being made"
    ),
    "report.banner.join": "{before} · {after}",
    "report.and-then": "{before}; {after}",
    "report.signatory": {"one": "city", "other": "cities"},
    "report.so-many": "{n} {things}",
    "report.place": "{city}, {country}",
    "report.quoted": "“{text}”",
    "report.aside": "{text} ({aside})",
    "report.dates.undated": "undated",
    "report.dates.undated-described": "undated, described {when}",
    "report.dates.begun": "begun {when}",
    "report.dates.ended": "ended {when}",
    "report.dates.last-heard": "{dates}, last heard of {when}",
    "report.dates.perhaps": "perhaps outside the period",
    "report.status-since": "{status} ({date})",
    "report.confirmed": "confirmed by the city {when}",
    "report.before": "before the declaration",
    "report.said": "said, not done",
    "report.under": "under {titles}",
    "report.filed-under": "Filed under {titles}.",
    "report.responsible": "Responsible: {who}.",
    "report.partners": "With {who}.",
    "report.titled": "{city}: {title}",
    "report.inspired-by": "Inspired by {who}.",
    "report.result": "{indicator}: {value}.",
    "report.result-unit": "{value} {unit}",
    "report.result-of": "{value}, aimed at {target}",
    "report.result-baseline": "{value}, before {baseline}",
    "report.result-open": "not yet measured",
    "report.archived": "archived copy",
    "report.untitled-source": "source without a title",
    "report.made.as-of": "State of",
    "report.made.known-on": "As known on",
    "report.made.everything": "everything on record",
    "report.made.period": "Period",
    "report.made.audience": "Made for",
    "report.made.with": "Made with",
    "report.made.version": "pledgekit {version}",
    "report.made.register": "Records used",
    "report.made.note": (
        "Every figure was counted from the records, none was typed by hand. The same records give the same document."
    ),
    # what has to be said, and what several reports tell of
    "report.no-entry": "No entry means that we hold no information. It does not mean that nothing was done.",
    "report.told": {
        "one": "Of 1 example, {parts}; {confirmed}.",
        "other": "Of {n} examples, {parts}; {confirmed}.",
    },
    "report.told.first.city": {"one": "{n} was told by the city", "other": "{n} were told by the city"},
    "report.told.first.press": {"one": "{n} was found in the press", "other": "{n} were found in the press"},
    "report.told.first.event": {"one": "{n} was heard at an event", "other": "{n} were heard at events"},
    "report.told.first.public-record": {
        "one": "{n} was found in a public record",
        "other": "{n} were found in public records",
    },
    "report.told.first.partner": {"one": "{n} was told by a partner", "other": "{n} were told by partners"},
    "report.told.first.network": {"one": "{n} was told by the network", "other": "{n} were told by the network"},
    "report.told.first.not-known": {
        "one": "{n} comes without a word on who told of it",
        "other": "{n} come without a word on who told of them",
    },
    "report.told.next.city": {"one": "{n} told by the city", "other": "{n} told by the city"},
    "report.told.next.press": {"one": "{n} found in the press", "other": "{n} found in the press"},
    "report.told.next.event": {"one": "{n} heard at an event", "other": "{n} heard at events"},
    "report.told.next.public-record": {
        "one": "{n} found in a public record",
        "other": "{n} found in public records",
    },
    "report.told.next.partner": {"one": "{n} told by a partner", "other": "{n} told by partners"},
    "report.told.next.network": {"one": "{n} told by the network", "other": "{n} told by the network"},
    "report.told.next.not-known": {
        "one": "{n} without a word on who told of it",
        "other": "{n} without a word on who told of them",
    },
    "report.told.confirmed": {
        "one": "{n} was confirmed by the city",
        "other": "{n} were confirmed by the city",
    },
    "report.began-before": {
        "one": ("{n} began, or was first described, before the declaration; we do not claim that it caused it."),
        "other": ("{n} began, or were first described, before the declaration; we do not claim that it caused them."),
    },
    "report.provisional-wording": (
        "The headings are our working titles, and we placed the examples under them. "
        "The official text is not held here."
    ),
    "report.provisional-wording-mixed": (
        "The headings marked as working titles are ours, and we placed the examples under them. "
        "Some official clauses are held here, not all."
    ),
    "report.minimums": ("Figures are minimums, as known on {date}. Office-holders are those named at the dates shown."),
    "report.corrections": "Corrections: {name}, {address}.",
    "report.donors": "Supported by {donors}.",
    "report.publisher": "Published by {name}.",
    "report.assessed-by": "by {who}, {date}",
    "report.reply": "The city replies: {text}",
    "report.numbered": "Commitment {number}: {title}",
    "report.answer": "{city} ({level}): {narrative}",
    "report.event.participants": "participants: {n}",
    "report.event.hosts": "Hosted by {names}.",
    "report.event.partners": "Partners: {names}.",
    "report.event.donors": "Supported by {names}.",
    "report.event.cities": "Cities: {names}.",
    "report.event.guests": "Other cities: {names}.",
    "report.event.finding": "{label}: ",
    "report.event.finding-plain": "Finding",
    "report.event.next-step": "Next step",
    "report.step.done": "done {when}",
    "report.step.due": "due {when}",
    "report.step.overdue": "due {when}; whether it was done is not on record",
    "report.step.responsible": "responsible: {who}",
    "report.finding.number": "{number}. ",
    "report.part-of": "part of {city}",
    "report.listed-as": "listed as {name}",
    "report.act": "{act} {date}",
    "report.act-undated": "{act}, undated",
    "report.endorsed-under": "endorsed under {official}",
    "report.endorsed-under-year": "endorsed under {official} ({year})",
    "report.office": "{name}, {office} (named in {date})",
    "report.clause.source": "The declaration",
    "report.clause.cities": "{things} with an action on record: {value} of {of}.",
    "report.clause.not-applicable": {
        "one": "{n} said that the commitment does not apply to it.",
        "other": "{n} said that the commitment does not apply to them.",
    },
    "report.clause.elsewhere": "{city}: {title} (told under {heading})",
    "report.clause.short": "{city}: {title} ({dates})",
    "report.clause.before": {
        "one": "One action came before the declaration; it is told under {heading}.",
        "other": "{n} actions came before the declaration; they are told under {heading}.",
    },
    "report.clause.before-section": "Done before the declaration",
}
