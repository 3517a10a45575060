"""`explain`: from a printed figure to its rule, its members, and each record with file and line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from pledgekit.cli.completion import commitments, figures
from pledgekit.cli.console import data, talk, visible_lines
from pledgekit.cli.context import Session
from pledgekit.cli.options import DeclarationOption, Json, period
from pledgekit.dates import Period
from pledgekit.model.levels import Audience

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.register import Register
    from pledgekit.reports.explain import Explanation, Member
    from pledgekit.reports.listing import Places
    from pledgekit.reports.telling import Telling
    from pledgekit.words import Words

__all__ = ["command"]


def command(
    ctx: typer.Context,
    *,
    figure: Annotated[
        str,
        typer.Argument(
            metavar="FIGURE",
            autocompletion=figures,
            help="Its id: signatories, actions, hague-2022/speak-out/actions, …",
            show_default=False,
        ),
    ],
    declaration: DeclarationOption = "",
    period: Annotated[
        Period | None,
        typer.Option("--period", parser=period, metavar="PERIOD", help="Of this period, as in the report."),
    ] = None,
    commitment: Annotated[
        str, typer.Option("--commitment", metavar="REF", help="The figure of this one.", autocompletion=commitments)
    ] = "",
    json: Json = False,
) -> None:
    """Explain a figure: its rule, what was counted and what was left out, and where each record stands."""
    from pledgekit.cli.meaning import clause_meant
    from pledgekit.reports.explain import explain
    from pledgekit.reports.listing import Places

    session: Session = ctx.obj
    loaded = session.load()
    register = loaded.register
    named = declaration or _declaration_in(register, figure)
    name = session.declaration(register, named) if named else ""
    clause = clause_meant(register, commitment, name) if commitment else None
    if clause is not None:
        session.insist_known(register, clause)
    name = name or session.declaration(register, clause.owner if clause else "")
    view = session.view(register, default=Audience.PUBLIC)
    session.warn_of_errors(loaded)
    found = explain(view, name, figure, period=period, commitment=clause)
    held = sum(view.held_back.values())
    if held:
        talk(session.words().count("cli.held-back", held, audience=found.audience.value))
    places = Places(register.root)
    if json:
        data(_json(found, places))
    else:
        data(visible_lines("".join(f"{line}\n" for line in _lines(found, places, session.words()))))


def _declaration_in(register: Register, figure: str) -> str:
    """Give the declaration that a commitment's figure begins with, or nothing."""
    from pledgekit.model.kinds import DECLARATION

    owner, *parts = figure.split("/")
    return owner if len(parts) > 1 or owner in register.owners(DECLARATION) else ""


def _json(found: Explanation, places: Places) -> str:
    from pledgekit.render.json import encode, figure_item, period_item

    members = []
    for each in found.members:
        records = []
        for record in each.records:
            file, line = places.place(record)
            records.append({"ref": str(record.ref), "file": file, "line": line})
        members.append({"member": str(each.member), "certain": each.certain, "records": records})
    passed = []
    for one in found.passed:
        file, line = places.place(one.record)
        passed.append({"ref": str(one.record.ref), "why": one.why, "file": file, "line": line})
    return encode(
        {
            "format": "pledgekit/explanation",
            "format_version": 1,
            "declaration": found.declaration.id,
            "commitment": str(found.commitment.ref) if found.commitment else None,
            "period": period_item(found.period),
            "as_of": found.as_of.isoformat(),
            "known_on": found.known_on.isoformat() if found.known_on else None,
            "audience": found.audience.value,
            "rule": found.rule,
            "figure": {"id": found.figure.id, **figure_item(found.figure)},
            "members": members,
            "passed_over": passed,
        }
    ).decode()


def _lines(found: Explanation, places: Places, words: Words) -> Iterator[str]:
    """Put the explanation into lines: figure, rule, members with their records, who is left out."""
    from pledgekit.figures import Share
    from pledgekit.reports.telling import Telling

    telling = Telling(words, found.cities)
    title = found.declaration.short_title or found.declaration.title
    figure = found.figure
    yield words.say(
        "explain.title",
        figure=figure.id,
        title=telling.quoted(found.commitment.title) if found.commitment else title,
        value=words.share(figure) if isinstance(figure, Share) else words.number(figure.value),
    )
    yield words.say(
        "explain.lens",
        period=words.period(found.period) if found.period else words.say("explain.everything"),
        as_of=found.as_of.isoformat(),
        audience=found.audience.value,
    )
    yield ""
    nature = found.commitment.nature if found.commitment else ""
    level = {"level": words.level("completion", found.level, nature)} if found.level else {}
    yield words.say(f"explain.rule.{found.rule}", **level)
    yield ""
    if found.reserved:
        yield words.say("explain.reserved")
        return
    yield words.count("explain.counted", len(found.members))
    for each in found.members:
        name = _member(each, telling)
        yield f"  {words.say('explain.member' if each.certain else 'explain.possibly', member=name)}"
        for record in each.records:
            file, line = places.place(record)
            yield f"    {words.say('explain.record', ref=str(record.ref), file=file, line=str(line))}"
    yield from _others(found, telling)
    if found.passed:
        yield ""
        yield words.count("explain.passed", len(found.passed))
        for one in found.passed:
            file, line = places.place(one.record)
            where = words.say("explain.record", ref=str(one.record.ref), file=file, line=str(line))
            yield f"  {words.say('explain.passed-one', record=where, why=words.say(f'explain.why.{one.why}'))}"


def _member(each: Member, telling: Telling) -> str:
    """Name what was counted: a country, a city, or an action with its city."""
    from pledgekit.model.countries import COUNTRIES
    from pledgekit.render.text import in_line

    if isinstance(each.member, str):
        return telling.words.country(each.member, COUNTRIES.get(each.member, each.member))
    city = telling.name(each.member.owner)
    titles = [in_line(telling.text(record, "title")) for record in each.records if record.ref == each.member]
    return telling.words.say("report.titled", city=city, title=titles[0]) if titles else city


def _others(found: Explanation, telling: Telling) -> Iterator[str]:
    """Say who else could have been counted, by name to members of the network alone, and who is left out and why."""
    from pledgekit.figures import Share

    words, others = telling.words, found.not_counted
    if others:
        yield ""
        if found.audience not in (Audience.NETWORK, Audience.INTERNAL):
            yield words.count("explain.not-counted", len(others))
        else:
            yield words.say("explain.not-counted-names", n=len(others), names=telling.names(others))
    if isinstance(found.figure, Share) and found.figure.left_out:
        yield ""
        yield words.say("explain.left-out", n=len(found.figure.left_out))
        for each in sorted(found.figure.left_out, key=lambda left: (telling.name(left.ref.owner), left.why)):
            why = words.level("state", each.why)
            yield f"  {words.say('explain.left-out-one', name=telling.name(each.ref.owner), why=why)}"
