"""`status`: where a declaration stands: the matrix, who is open, the figures."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from pledgekit.cli.console import data, talk, visible_lines
from pledgekit.cli.context import Session
from pledgekit.cli.options import DeclarationOption, Json, period
from pledgekit.dates import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.reports.status import Status
    from pledgekit.words import Words

__all__ = ["command"]

_PRINTED = (
    "signatories",
    "countries",
    "cities-with-action",
    "actions",
    "actions-with-evidence",
    "actions/before",
    "actions-elsewhere",
    "statements",
    "response-rate",
)
_MARK = "*"  # beside a state: actions are on record


def command(
    ctx: typer.Context,
    *,
    declaration: DeclarationOption = "",
    period: Annotated[
        Period | None,
        typer.Option(
            "--period", parser=period, metavar="PERIOD", help="2024, or 2024-07/2025-06 (default: the newest)."
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Show where a declaration stands: who endorsed, what is on record, who has not answered."""
    from pledgekit.reports.status import status

    session: Session = ctx.obj
    loaded = session.load()
    name = session.declaration(loaded.register, declaration)
    view = session.view(loaded.register)
    session.warn_of_errors(loaded)
    found = status(view, name, period)
    held = sum(view.held_back.values())
    if held:
        talk(session.words().count("cli.held-back", held, audience=found.audience.value))
    if json:
        data(_json(found))
    else:
        data(visible_lines("".join(f"{line}\n" for line in _lines(found, session.words()))))


def _json(found: "Status") -> str:
    from pledgekit.render.json import cell_item, encode, figure_item, judgement_item

    made: dict[str, Any] = {
        "format": "pledgekit/status",
        "format_version": 1,
        "declaration": found.declaration,
        "period": found.period.label if found.period else None,
        "as_of": found.as_of.isoformat(),
        "known_on": found.known_on.isoformat() if found.known_on else None,
        "audience": found.audience.value,
        "cells": [cell_item(each) for each in found.cells],
        "cities": [{"city": str(each.city), "state": each.state.value} for each in found.cities],
        "figures": {name: figure_item(each) for name, each in found.figures.items()},
    }
    if found.assessed:
        made["assessments"] = [judgement_item(each) for each in found.judgements]
    return encode(made).decode()


def _lines(found: "Status", words: "Words") -> "Iterator[str]":
    """Put the status into lines: figures, the matrix with its legend, who is open."""
    label = found.period.label if found.period else words.say("cli.status-no-period")
    yield words.say("cli.status-title", title=found.title, declaration=found.declaration)
    yield words.say("cli.status-lens", period=label, as_of=found.as_of.isoformat(), audience=found.audience.value)
    yield ""
    yield from _figures(found, words)
    yield ""
    if not found.cities:
        yield words.say("cli.status-nobody")
        return
    if found.printable:
        yield from _matrix(found, words)
    else:
        yield words.say("cli.status-provisional")
    yield ""
    yield from _open(found, words)


def _figures(found: "Status", words: "Words") -> "Iterator[str]":
    from pledgekit.figures import Share

    for name in _PRINTED:
        figure = found.figures.get(name)
        if figure is not None:
            value = words.share(figure) if isinstance(figure, Share) else words.number(figure.value)
            yield f"{words.say(f'cli.figure.{name}')}: {value}"


def _matrix(found: "Status", words: "Words") -> "Iterator[str]":
    """Write what cities say, a state as a short code, told below; under it what assessors find, apart from it."""
    from pledgekit.cli.status_lanes import CHANGED, grid, lane

    columns = {each.ref: str(number) for number, each in enumerate(found.commitments, 1)}
    for each in found.commitments:
        yield f"{columns[each.ref]:>2}  {each.ref}  {each.title}"
    yield ""
    codes: dict[str, str] = {}  # by word; asked once each, since cells are many
    cells: dict[tuple[object, object], str] = {}
    marks: dict[str, str] = {}
    for held in found.cells:
        word = held.cell.completion or held.cell.state.value
        if word not in codes:
            codes[word] = words.say(f"cli.code.{word}")
        own = (_MARK if held.actions else "") + (CHANGED if "reported" in held.cell.changed else "")
        marks.update(dict.fromkeys(own, ""))
        cells[held.cell.city, held.cell.commitment] = codes[word] + own
    yield from grid(found, columns, cells)
    yield ""
    for word, code in codes.items():
        yield f"{code}  {words.say(f'cli.state.{word}')}"
    if _MARK in marks:
        yield words.say("cli.status-mark", mark=_MARK)
    if CHANGED in marks:
        yield f"{CHANGED}  {words.level('flag', 'clause-changed')}"
    if found.assessed:
        yield ""
        yield from lane(found, columns, words)


def _open(found: "Status", words: "Words") -> "Iterator[str]":
    """Say from whom an answer is missing, by state."""
    if not found.open:
        yield words.say("cli.status-none-open")
        return
    for state in dict.fromkeys(each.state for each in found.open):
        names = sorted(each.name for each in found.open if each.state is state)
        yield words.count("cli.status-open", len(names), state=words.say(f"cli.state.{state}"), names=", ".join(names))
