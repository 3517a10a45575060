"""What was declared, by whom and where; totals that others printed; who answers for the update. Sixth step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.model.document import Bullets, Fact, Facts, Heading, Paragraph, say
from pledgekit.model.levels import Act, Wording
from pledgekit.reports.telling import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.model.document import Block, Inline
    from pledgekit.model.edition import Published
    from pledgekit.reports.annual.telling import UpdateTelling

__all__ = ["about", "declared", "published"]


def declared(told: UpdateTelling) -> tuple[Block, ...]:
    """Tell what was declared, by whom, when and where, and to whom it is open."""
    words, declaration = told.words, told.report.declaration
    facts = {
        "adopted": told.date(declaration, "adopted"),
        "place": declaration.place,
        "network": declaration.network,
        "signed-by": words.listed(_signers(told)),
        "open-to": declaration.open_to,
        "text-held": words.say(f"annual.text-held.{_held(told)}"),
    }
    return (
        Heading(level=2, text=words.say("annual.declaration"), anchor="declaration"),
        Facts(
            items=tuple(
                Fact(label=words.say(f"annual.{name}"), value=say(value)) for name, value in facts.items() if value
            )
        ),
        *(Paragraph(text=each) for each in told.passages(declaration, "remark")),
        *_sources(told),
    )


def published(told: UpdateTelling) -> tuple[Block, ...]:
    """Lay totals that others printed beside ours, and explain what differs."""
    if not told.report.published:
        return ()
    return (
        Heading(level=2, text=told.words.say("annual.published"), anchor="published"),
        told.sentence("published.intro"),
        Bullets(items=tuple(_printed(told, each) for each in told.report.published)),
    )


def about(told: UpdateTelling) -> tuple[Block, ...]:
    """Say who publishes, where corrections go, who pays; and the words that public reports end with."""
    words, publisher = told.words, told.report.declaration.publisher
    if publisher is None:
        return ()
    donors, disclaimer = told.report.note("donors"), told.report.note("disclaimer")
    said = [
        words.say("report.publisher", name=publisher.name),
        told.corrections(),
        words.say("report.donors", donors=words.listed(donors.values["donors"])) if donors else "",
    ]
    return (
        Heading(level=2, text=words.say("annual.about"), anchor="about"),
        Paragraph(text=say(" ".join(filter(None, said)))),
        *([Paragraph(text=say(disclaimer.values["text"]))] if disclaimer else []),
    )


def _signers(told: UpdateTelling) -> Iterator[str]:
    """Give who signed in person, with the city each stood for."""
    for signatory in told.report.signatories:
        for act in signatory.acts:
            if act.act == Act.SIGNED:
                city = told.name(signatory.city)
                yield told.words.say("annual.signed-for", who=act.official, city=city) if act.official else city


def _held(told: UpdateTelling) -> str:
    """Tell how much of the official text is held."""
    if told.report.declaration.all_clauses:
        return "all"
    official = any(
        each.commitment.wording == Wording.OFFICIAL and each.commitment.text for each in told.report.commitments
    )
    return "some" if official else "none"


def _sources(told: UpdateTelling) -> Iterator[Block]:
    sources = told.report.declaration.sources
    if sources:
        yield Paragraph(
            text=say(told.words.say("report.sources") + told.words.say("report.colon").rstrip(), strong=True)
        )
        yield Bullets(items=tuple(map(told.source, sources)))


def _printed(told: UpdateTelling, total: Published) -> Inline:
    """Set one printed total beside ours."""
    words = told.words
    ours = _ours(told, total.figure)
    values: dict[str, str | int] = {"value": total.value, "unit": total.unit, "date": told.date(total, "as_of")}
    if ours is None:
        said = words.say("annual.published.unmatched", **values)
    elif ours == total.value:
        said = words.say("annual.published.same", **values)
    else:
        said = words.say("annual.published.item", ours=ours, **values)
    sources = joined(words, map(told.source, total.sources))
    why = told.text(total, "why")
    return say(said) + (say(" ") + why if why else ()) + (say(" (") + sources + say(")") if sources else ())


def _ours(told: UpdateTelling, figure: str) -> int | None:
    """Give our own number for a figure, of the declaration or of one commitment."""
    if figure in told.report.figures:
        return told.report.figures[figure].value
    for each in told.report.commitments:
        name = figure.removeprefix(f"{each.commitment.ref}/")
        if name != figure and name in each.figures:
            return each.figures[name].value
    return None
