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
    "report.banner.network": "For members of the network",
    "report.banner.city": "For {city}",
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
}
