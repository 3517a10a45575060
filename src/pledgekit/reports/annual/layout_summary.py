"""The head of the update: what matters in three sentences, the key figures, how to read them. Sixth step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.model.document import Figure, Figures
from pledgekit.reports.clauses import shares

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.reports.annual.telling import UpdateTelling

__all__ = ["lead", "numbers"]


def lead(told: UpdateTelling) -> str:
    """Say who endorses the declaration and what is on record of it."""
    words, figures = told.words, told.report.figures
    n = figures["signatories"].value
    countries = words.count("annual.lead.countries", figures["countries"].value) if _all_placed(told) else ""
    more = told.report.note("list-incomplete")
    held = "-held" if more and n else ""
    sentences = [words.count(f"annual.lead.signatories{held}", n, thing=told.things(max(n, 1)), countries=countries)]
    if more:
        sentences.append(words.say("annual.lead.list-incomplete", printed=more.values["printed"]))
    actions = figures["actions"].value
    period = told.report.period
    when = words.say("annual.lead.period", period=words.period(period)) if period else ""
    before = figures["actions/before"].value
    if before and not actions:
        sentences.append(words.count("annual.lead.before-alone", before, period=when))
    elif n == 1:
        sentences.append(words.count("annual.lead.actions-of-one", actions, period=when))
    elif n:
        cities = figures["cities-with-action"].value
        sentences.append(words.count("annual.lead.actions", actions, cities=cities, period=when))
    sentences += [
        words.count("annual.lead.planned", len(told.report.planned)),
        words.count("annual.lead.before", before) if actions else "",
        words.count("annual.lead.statements", figures["statements"].value),
    ]
    return " ".join(filter(None, sentences))


def numbers(told: UpdateTelling) -> Figures:
    """Give the key figures, each with its denominator and its day."""
    return Figures(items=tuple(_numbers(told)))


def _numbers(told: UpdateTelling) -> Iterator[Figure]:
    words, figures = told.words, told.report.figures
    n = figures["signatories"].value
    undated = figures["signatories/undated"].value
    held = "-held" if told.report.note("list-incomplete") or not n else ""  # nobody on record is not: nobody endorses
    yield Figure(
        value=words.number(n),
        label=words.count(f"annual.figure.signatories{held}", n, thing=told.things(n)),
        detail=told.phrases(
            [
                words.count("annual.figure.countries", figures["countries"].value) if _all_placed(told) else "",
                words.count("annual.figure.undated", undated) if undated else "",
            ]
        ),
    )
    yield from _share(told, "cities-with-action", "of-known")
    actions = figures["actions"].value
    parts = [(name, figures[f"actions/{name}"].value) for name in ("after", "unknown")]
    yield Figure(
        value=words.number(actions),
        label=words.count("annual.figure.actions", actions),
        detail=told.phrases(words.count(f"annual.figure.{name}", value) for name, value in parts if value),
    )
    if actions:
        yield from _share(told, "actions-with-evidence", "of-known")
    yield from _share(told, "response-rate", "of-asked")


def _share(told: UpdateTelling, name: str, detail: str) -> Iterator[Figure]:
    """Give a share with its denominator, if it was counted; a share of nobody says nothing."""
    words = told.words
    for share in (each for each in shares(told.report.figures, name) if each.of):
        yield Figure(
            value=words.number(share.value),
            label=words.count(f"annual.figure.{name}", share.value),
            detail=words.say(f"annual.figure.{detail}", share=words.share(share), date=told.known_on()),
        )


def _all_placed(told: UpdateTelling) -> bool:
    """Tell whether every signatory lies in a country: else a number of countries would mislead."""
    signatories = told.report.signatories
    return bool(signatories) and all(told.country(each.city) for each in signatories)
