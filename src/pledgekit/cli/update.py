"""`update`: what a city says of one commitment, or, walking through them at a terminal, of all that it endorsed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pledgekit.cli.answering import other_city, period_of, warn_unless_endorsed
from pledgekit.cli.completion import cities, commitments, refs, scale
from pledgekit.cli.console import Want, can_ask, obtain, talk
from pledgekit.cli.context import Session
from pledgekit.cli.keeping import finish, sources_of
from pledgekit.cli.options import (
    By,
    CityName,
    CompletionLevel,
    DryRun,
    Note,
    PeriodOf,
    Remark,
    Sources,
    Visible,
    When,
    word,
)

if TYPE_CHECKING:
    from pledgekit.model.kinds import Kind

__all__ = ["command"]


def command(
    ctx: typer.Context,
    *,
    city: CityName,
    ref: Annotated[
        str,
        typer.Argument(
            metavar="[REF]", autocompletion=commitments, help="The commitment; none: ask for each.", show_default=False
        ),
    ] = "",
    period: PeriodOf = None,
    completion: CompletionLevel = None,
    instead: Annotated[
        str | None,
        typer.Option(
            "--instead",
            parser=word("instead"),
            metavar="WORD",
            autocompletion=scale("instead"),
            help="Another answer: nothing-new, …",
        ),
    ] = None,
    included_in: Annotated[
        str,
        typer.Option(
            "--included-in", metavar="CITY", autocompletion=cities, help="Who reports it, with included-elsewhere."
        ),
    ] = "",
    narrative: Annotated[str, typer.Option("--narrative", metavar="TEXT", help="At most 200 words.")] = "",
    obstacle: Annotated[
        list[str] | None,
        typer.Option(
            "--obstacle",
            parser=word("obstacle"),
            metavar="WORD",
            autocompletion=scale("obstacle"),
            help="What stood in the way; may be repeated.",
        ),
    ] = None,
    action: Annotated[
        list[str] | None,
        typer.Option(
            "--action", metavar="REF", autocompletion=refs, help="An action that it rests on; may be repeated."
        ),
    ] = None,
    date: When = None,
    via: Annotated[
        str | None,
        typer.Option(
            "--via",
            parser=word("via"),
            metavar="WORD",
            autocompletion=scale("via"),
            help="How: workbook, mail, phone, meeting.",
        ),
    ] = None,
    answered_by: Annotated[str, typer.Option("--answered-by", metavar="WHO", help="Who answered; internal.")] = "",
    visibility: Visible = None,
    recorded_by: By = None,
    remark: Remark = None,
    note: Note = None,
    source: Sources = None,
    summary: Annotated[
        Path | None,
        typer.Option(
            "--summary", metavar="FILE.eml", help="Also draft a mail for the city to confirm what was recorded."
        ),
    ] = None,
    lang: Annotated[
        str, typer.Option("--lang", metavar="TAG", help="The language of that mail (default: the city's first).")
    ] = "",
    allow_draft: Annotated[
        bool, typer.Option("--allow-draft", help="Use a language for it that nobody has reviewed yet.")
    ] = False,
    dry_run: DryRun = False,
) -> None:
    """Record a city's answer for a period (default: that of the newest round); without REF, ask for each commitment."""
    from pledgekit.dates import Period
    from pledgekit.errors import UsageError
    from pledgekit.model.kinds import ACTIONS, CITY, COMMITMENTS, UPDATES
    from pledgekit.model.levels import Instead
    from pledgekit.model.scales import SCALES
    from pledgekit.naming import find_owner, find_ref
    from pledgekit.recording import draft_together
    from pledgekit.recording.answering import answered_request, seen_clause

    session: Session = ctx.obj
    words = session.words()
    if included_in and instead != Instead.INCLUDED_ELSEWHERE:
        raise UsageError(words.say("update.only-elsewhere"))
    asks_where = not completion and not included_in and instead in (None, Instead.INCLUDED_ELSEWHERE)
    if summary is not None or lang:
        from pledgekit.cli.update_summary import insist_writable

        insist_writable(session, summary, lang)
    loaded = (
        session.load() if not ref or asks_where or summary else session.load_for(*filter(None, [city, included_in]))
    )
    register = loaded.register
    owner = find_owner(register, city, CITY)
    shared: dict[str, object] = {
        "date": date or session.as_of,
        "via": via,
        "answered_by": answered_by,
        "visibility": visibility,
        "remark": remark,
        "note": note,
        "sources": sources_of(source),
    }
    parts: list[tuple[Kind[Any], dict[str, object]]]
    if ref:
        target = find_ref(register, ref, COMMITMENTS)
        levels, others = SCALES["completion"].words, SCALES["instead"].words
        label, answer, where = obtain(
            period_of(register, target.owner, period),
            Want("--completion or --instead", completion or instead, words=(*levels, *others)),
            Want(
                "--included-in",
                included_in,
                read=lambda text: other_city(register, text, owner),
                needed=lambda before: before[1] == Instead.INCLUDED_ELSEWHERE,
                unless=words.say("update.who-reports"),
            ),
        )
        values = {
            "commitment": str(target),
            "period": label,
            "completion": answer if answer in levels else "",
            "instead": instead if answer in levels else answer,
            "included_in": other_city(register, where, owner) if where else "",
            "narrative": narrative,
            "obstacles": obstacle,
            "actions": [str(find_ref(register, _own(each, owner), ACTIONS)) for each in action or ()],
            "clause_seen": seen_clause(register, target),
        }
        beside = answered_request(register, owner, target.owner, Period.parse(label), shared["date"])
        parts = [(UPDATES, {**values, **shared}), *beside]
        warn_unless_endorsed(session, register, owner, target.owner)
    else:
        if any([completion, instead, narrative, obstacle, action]):
            names = "--completion, --instead, --included-in, --narrative, --obstacle, --action"
            raise UsageError(words.say("update.only-with-ref", options=names))
        from pledgekit.cli.update_walk import walk

        parts = walk(session, register, owner, period, shared)
        if not parts:
            talk(words.say("update.nothing"))
            return
    made = draft_together(register, owner, parts, by=session.by(recorded_by), now=session.now)
    finish(session, loaded, made, dry_run=dry_run)
    if dry_run or (summary is None and (ref or not can_ask())):
        return
    from pledgekit.cli.update_summary import summarise

    summarise(session, register, made, summary, lang=lang, allow_draft=allow_draft)


def _own(text: str, owner: str) -> str:
    """Give a ref of a record of the city when its id alone was given."""
    return text if "/" in text else f"{owner}/{text}"
