"""The head of the update: what matters in three sentences, the key figures, how to read them. Sixth step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.model.document import Figure, Figures, Note, say
from pledgekit.reports.annual.layout_round import round_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.reports.annual.telling import UpdateTelling
    from pledgekit.reports.annual.value import Note as Said

__all__ = ["corrections", "how_to_read", "lead", "numbers"]


def lead(told: UpdateTelling) -> str:
    """Say who endorses the declaration and what is on record of it."""
    words, figures = told.words, told.report.figures
    n = figures["signatories"].value
    countries = words.count("annual.lead.countries", figures["countries"].value) if _all_placed(told) else ""
    sentences = [words.count("annual.lead.signatories", n, thing=told.things(max(n, 1)), countries=countries)]
    actions = figures["actions"].value
    if n == 1:
        sentences.append(words.count("annual.lead.actions-of-one", actions))
    elif n:
        cities = figures["cities-with-action"].value
        sentences.append(words.count("annual.lead.actions", actions, cities=cities))
    sentences.append(words.count("annual.lead.before", figures["actions/before"].value))
    return " ".join(filter(None, sentences))


def numbers(told: UpdateTelling) -> Figures:
    """Give the key figures, each with its denominator and its day."""
    return Figures(items=tuple(_numbers(told)))


def how_to_read(told: UpdateTelling) -> Note:
    """Say what has to be said before a figure is misread, each sentence only where it is true."""
    said = [told.words.say("annual.not-a-ranking"), told.words.say("annual.no-entry")]
    for name, sentence in (("told", _told), ("before", _before), ("provisional-wording", _provisional)):
        note = told.report.note(name)
        if note is not None:
            said.append(sentence(told, note))
    said.append(round_sentence(told))
    minimums = told.words.say("annual.minimums", date=told.known_on())
    said.append(" ".join(filter(None, (minimums, corrections(told)))))
    return Note(kind="caution", title=told.words.say("annual.how-to-read"), text=tuple(map(say, said)))


def corrections(told: UpdateTelling) -> str:
    """Say where corrections go; empty when nobody is named."""
    note = told.report.note("corrections")
    if note is None:
        return ""
    return told.words.say("annual.corrections", name=note.values["name"], address=note.values["address"])


def _numbers(told: UpdateTelling) -> Iterator[Figure]:
    words, figures = told.words, told.report.figures
    n = figures["signatories"].value
    undated = figures["signatories/undated"].value
    yield Figure(
        value=words.number(n),
        label=words.count("annual.figure.signatories", n, thing=told.things(n)),
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
    """Give a share with its denominator, if it was counted."""
    words = told.words
    for share in told.shares(told.report.figures, name):
        yield Figure(
            value=words.number(share.value),
            label=words.count(f"annual.figure.{name}", share.value),
            detail=words.say(f"annual.figure.{detail}", share=words.share(share), date=told.known_on()),
        )


def _all_placed(told: UpdateTelling) -> bool:
    """Tell whether every signatory lies in a country: else a number of countries would mislead."""
    signatories = told.report.signatories
    return bool(signatories) and all(told.country(each.city) for each in signatories)


# Said even of none: that no example comes from the city itself is what a reader should know.
_ALWAYS_TOLD = ("city", "press", "event")


def _told(told: UpdateTelling, note: Said) -> str:
    """Say who told of them: "Of 3 examples, 0 were told by the city, 1 found in the press and 2 heard at events; …"."""
    words, values = told.words, note.values
    counts = [*values["told_by"].items(), ("not-known", values["not_known"])]
    parts = [
        words.count(f"annual.told.{'next' if number else 'first'}.{name}", n)
        for number, (name, n) in enumerate((name, n) for name, n in counts if n or name in _ALWAYS_TOLD)
    ]
    confirmed = words.count("annual.told.confirmed", values["confirmed"])
    return words.count("annual.told", values["examples"], parts=words.listed(parts), confirmed=confirmed)


def _before(told: UpdateTelling, note: Said) -> str:
    return told.words.count("annual.before", note.values["actions"])


def _provisional(told: UpdateTelling, _: Said) -> str:
    return told.words.say("annual.provisional-wording")
