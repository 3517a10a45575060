"""`count`: a sentence to paste, of so many signatories with such an action on record; below it list and sources."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Annotated

import typer

from pledgekit.cli.completion import cities, commitments, declarations, scale
from pledgekit.cli.console import data, talk, visible_lines
from pledgekit.cli.context import Session
from pledgekit.cli.meaning import clause_meant
from pledgekit.cli.options import Json, country_meant, period, word
from pledgekit.dates import Period
from pledgekit.model.levels import Audience

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pledgekit.ids import Ref
    from pledgekit.reports.count import Counted
    from pledgekit.reports.listing import Filters
    from pledgekit.reports.telling import Telling
    from pledgekit.words import Words

__all__ = ["command"]

Many = list[str] | None


def command(
    ctx: typer.Context,
    *,
    declaration: Annotated[
        str,
        typer.Option(
            "--declaration",
            metavar="ID",
            help="Of its signatories; may be left out when there is one.",
            autocompletion=declarations,
        ),
    ] = "",
    commitment: Annotated[
        Many, typer.Option("--commitment", metavar="REF", help="Under this commitment.", autocompletion=commitments)
    ] = None,
    period: Annotated[
        Period | None,
        typer.Option("--period", parser=period, metavar="PERIOD", help="Within it (default: up to --as-of)."),
    ] = None,
    kind: Annotated[
        Many,
        typer.Option(
            "--kind",
            parser=word("action-kind"),
            metavar="WORD",
            help="Actions of this kind.",
            autocompletion=scale("action-kind"),
        ),
    ] = None,
    status: Annotated[
        Many,
        typer.Option(
            "--status",
            parser=word("status"),
            metavar="WORD",
            help="Actions that stand there.",
            autocompletion=scale("status"),
        ),
    ] = None,
    city: Annotated[
        Many, typer.Option("--city", metavar="CITY", help="Of this signatory.", autocompletion=cities)
    ] = None,
    country: Annotated[
        Many,
        typer.Option("--country", parser=country_meant, metavar="CODE", help="Of the signatories in this country."),
    ] = None,
    search: Annotated[
        Many, typer.Option("--search", metavar="WORD", help="With this word; accents do not count.")
    ] = None,
    json: Json = False,
) -> None:
    """Say how many signatories have such an action on record: a sentence to paste, then list and sources."""
    from pledgekit.model.kinds import CITY
    from pledgekit.naming import find_owner
    from pledgekit.reports.count import count
    from pledgekit.reports.listing import Filters

    session: Session = ctx.obj
    loaded = session.load()
    register = loaded.register
    name = session.declaration(register, declaration) if declaration or not commitment else ""
    refs = [clause_meant(register, each, name) for each in commitment or ()]
    for each in refs:
        session.insist_known(register, each)
    name = name or session.declaration(register, _one_owner(refs))
    filters = Filters(
        commitments=refs,
        cities=[find_owner(register, each, CITY) for each in city or ()],
        countries=country or (),
        kinds=kind or (),
        statuses=status or (),
        search=search or (),
    )
    view = session.view(register, default=Audience.PUBLIC)
    session.warn_of_errors(loaded)
    found = count(register, view, name, period, filters)
    held = sum(view.held_back.values())
    if held:
        talk(session.words().count("cli.held-back", held, audience=found.audience.value))
    if json:
        data(_json(found))
    else:
        data(visible_lines("".join(f"{line}\n" for line in _lines(found, session.words()))))


def _one_owner(refs: list[Ref]) -> str:
    """Give the declaration of the commitments, where it is one."""
    owners = {each.owner for each in refs}
    return owners.pop() if len(owners) == 1 else ""


def _json(found: Counted) -> str:
    from pledgekit.render.json import encode, figure_item, period_item, record_item

    filters = found.filters
    return encode(
        {
            "format": "pledgekit/count",
            "format_version": 1,
            "declaration": found.declaration.id,
            "period": period_item(found.period),
            "as_of": found.as_of.isoformat(),
            "known_on": found.known_on.isoformat() if found.known_on else None,
            "audience": found.audience.value,
            "filters": {
                "commitment": [str(each.ref) for each in found.commitments],
                "kind": list(filters.kinds),
                "status": list(filters.statuses),
                "city": list(filters.cities),
                "country": list(filters.countries),
                "search": list(filters.search),
            },
            "figure": {"id": found.share.id, **figure_item(found.share)},
            "not_known": found.not_known,
            "before": [str(each) for each in found.before],
            "actions": [record_item(each) for each in found.actions],
        }
    ).decode()


def _lines(found: Counted, words: Words) -> Iterator[str]:
    """Put the count into lines: the sentence, what limits it, and the actions with their sources."""
    from pledgekit.render.text import in_line
    from pledgekit.reports.telling import Telling

    telling = Telling(words, found.cities, found.declaration.signatory_words)
    yield _sentence(found, telling)
    limits = " ".join(_limits(found, words))
    if limits:
        yield ""
        yield limits
    if found.actions:
        yield ""
    for action in found.actions:
        title, place = in_line(telling.text(action, "title")), in_line(telling.place(action.owner))
        yield words.say("count.action", place=place, title=title, dates=telling.dates(action))
        for each in action.evidence:
            yield f"  {in_line(telling.source(each))}"
        if not action.evidence:
            yield f"  {words.say('count.no-source')}"


def _sentence(found: Counted, telling: Telling) -> str:
    """Give the sentence to paste: at least so many of so many, under which conditions, as known when, and who."""
    from pledgekit.ids import fold

    words, share = telling.words, found.share
    date = words.date(found.known_day)
    declaration = found.declaration.short_title or found.declaration.title
    where = _where(found.filters, telling)
    if not share.of:
        return words.say("count.nobody", thing=telling.things(1), where=where, declaration=declaration, date=date)
    conditions = "; ".join(_conditions(found, telling))
    narrowed = words.say("count.narrowed", conditions=conditions) if conditions else ""
    if share.of == 1:  # of one there is no share
        return _of_one(found, telling, narrowed=narrowed, where=where)
    things = telling.things(share.of if share.value else 1)
    # Of a list that is known not to be whole the sentence says so itself.
    bare = words.say("language.share", value=share.value, of=share.of)
    names = sorted((telling.name(str(each)) for each in share.members), key=fold)
    values = {"names": words.listed(names)} if names else {}
    return words.count(
        "count.sentence",
        share.value,
        share=words.share(share) if share.whole else bare,
        things=things if share.whole else words.say("count.known-here", things=things),
        declaration=declaration,
        where=where,
        narrowed=narrowed,
        date=date,
        **values,
    )


def _of_one(found: Counted, telling: Telling, *, narrowed: str, where: str) -> str:
    """Give the sentence of one signatory: by its name where it was asked about, or has such an action."""
    words, share = telling.words, found.share
    (city,) = share.universe
    name, thing = telling.name(str(city)), telling.things(1)
    declaration = found.declaration.short_title or found.declaration.title
    values = {"declaration": declaration, "narrowed": narrowed, "date": words.date(found.known_day)}
    if len(found.filters.cities) == 1:
        return words.count("count.city", share.value, name=name, **values)
    things = thing if share.whole else words.say("count.known-here", things=thing)
    named = {"name": name} if share.value else {}
    return words.count("count.single", share.value, thing=things, where=where, **named, **values)


def _where(filters: Filters, telling: Telling) -> str:
    """Say of which countries and cities, where not of all."""
    words, said = telling.words, ""
    if filters.countries:
        said = words.say("count.where", countries=words.listed(map(telling.in_country, filters.countries)))
    if filters.cities:
        said += words.say("count.among", cities=telling.names(filters.cities))
    return said


def _conditions(found: Counted, telling: Telling) -> Iterator[str]:
    """Say what an action had to be to count."""
    words, filters = telling.words, found.filters
    if filters.kinds:
        yield words.say("count.kind", words=_either(words, (_labelled(words, "action-kind", e) for e in filters.kinds)))
    if filters.statuses:
        yield words.say("count.status", words=_either(words, (_labelled(words, "status", e) for e in filters.statuses)))
    if found.commitments:
        titles = _either(words, (telling.quoted(each.title) for each in found.commitments))
        yield words.say("count.commitment", titles=titles)
    if found.period:
        yield words.say("count.period", period=words.period(found.period))
    if filters.search:
        yield words.say("count.search", words=_either(words, map(telling.quoted, filters.search)))


def _labelled(words: Words, scale: str, word: str) -> str:
    """Give a word's label, and the word itself where it is another one."""
    label = words.level(scale, word)
    return label if label == word else words.say("count.labelled", label=label, word=word)


def _either(words: Words, items: Iterable[str]) -> str:
    """Join what was given as alternatives: "a or b"."""
    return reduce(lambda before, after: words.say("count.or", before=before, after=after), items)


def _limits(found: Counted, words: Words) -> Iterator[str]:
    """Say what is not known and what was left out."""
    if found.not_known:
        if found.share.of > 1:
            yield words.count("count.not-known", found.not_known)
        yield words.say("report.no-entry")
    if found.share.uncertain:
        yield words.count("count.uncertain", len(found.share.uncertain))
    whys = [each.why for each in found.share.left_out]
    for why in dict.fromkeys(whys):
        yield words.count(f"count.left-out.{why}", whys.count(why))
    if found.before:
        yield words.count("count.before", len(found.before))
    if found.provisional and found.audience is Audience.PUBLIC:
        yield words.say("report.provisional-wording")
