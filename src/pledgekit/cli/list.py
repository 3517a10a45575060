"""`list`: the records of one kind, narrowed by filters; as a table, JSON or CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from pledgekit.cli.completion import cities, commitments, declarations, kinds, scale
from pledgekit.cli.console import data, visible_lines
from pledgekit.cli.context import Session
from pledgekit.cli.kinds import kind_meant
from pledgekit.cli.options import Json, country_meant, period, word
from pledgekit.dates import Period
from pledgekit.errors import UsageError
from pledgekit.model.levels import Audience

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pledgekit.model.kinds import Kind
    from pledgekit.model.record import Record
    from pledgekit.reports.listing import Places

__all__ = ["command"]

_COLUMNS = ("title", "name", "declaration", "commitment", "act", "period", "completion", "instead", "text", "figure")
_WIDEST = 60

Words = list[str] | None


def command(
    ctx: typer.Context,
    *,
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND", autocompletion=kinds, help="actions, endorsements, cities, …", show_default=False
        ),
    ],
    declaration: Annotated[
        Words, typer.Option("--declaration", metavar="ID", autocompletion=declarations, help="Of this declaration.")
    ] = None,
    commitment: Annotated[
        Words, typer.Option("--commitment", metavar="REF", autocompletion=commitments, help="Under this commitment.")
    ] = None,
    city: Annotated[Words, typer.Option("--city", metavar="CITY", autocompletion=cities, help="Of this city.")] = None,
    country: Annotated[
        Words, typer.Option("--country", parser=country_meant, metavar="CODE", help="Of cities in this country.")
    ] = None,
    kind_word: Annotated[Words, typer.Option("--kind", metavar="WORD", help="Whose kind is this word.")] = None,
    status: Annotated[
        Words,
        typer.Option(
            "--status",
            parser=word("status"),
            autocompletion=scale("status"),
            metavar="WORD",
            help="Actions that stand there.",
        ),
    ] = None,
    period: Annotated[
        list[Period] | None,
        typer.Option("--period", parser=period, metavar="PERIOD", help="Certainly or possibly within it."),
    ] = None,
    visibility: Annotated[
        Words,
        typer.Option(
            "--visibility",
            parser=word("visibility"),
            autocompletion=scale("visibility"),
            metavar="LEVEL",
            help="As open as this.",
        ),
    ] = None,
    search: Annotated[
        Words, typer.Option("--search", metavar="WORD", help="With this word; accents do not count.")
    ] = None,
    json: Json = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV (UTF-8).")] = False,
) -> None:
    """List the records of a kind. A filter given twice means either; different filters mean both."""
    from pledgekit.model.kinds import CITY, COMMITMENTS
    from pledgekit.naming import find_owner, find_ref
    from pledgekit.reports.listing import Filters, Places, listed

    if json and csv:
        raise UsageError("--json and --csv exclude each other")
    found = kind_meant(kind)
    session: Session = ctx.obj
    loaded = session.load()
    register = loaded.register
    filters = Filters(
        declarations=[session.declaration(register, each) for each in declaration or ()],
        commitments=[find_ref(register, each, COMMITMENTS) for each in commitment or ()],
        cities=[find_owner(register, each, CITY) for each in city or ()],
        countries=country or (),
        kinds=_kind_words(found, kind_word or ()),
        statuses=status or (),
        periods=period or (),
        visibilities=visibility or (),
        search=search or (),
    )
    view = session.view(register)
    session.warn_of_errors(loaded)
    records = listed(register, view, found, filters)
    places = Places(register.root, named=view.lens.audience is Audience.INTERNAL)
    if json:
        data(_json(found, records, places))
    elif csv:
        data(_csv(found, records, places))
    else:
        data(visible_lines(_table(session, found, records)))


def _kind_words(kind: Kind[Any], words: Sequence[str]) -> Sequence[str]:
    """Let words of the kind's own scale through; raises BadParameter for another."""
    from pledgekit.model.record import about_of, fields_of

    scale = next((about_of(each).scale for each in fields_of(kind.cls) if each.name == "kind"), "")
    return [word(scale)(each) for each in words] if scale else words


def _items(records: Sequence[Record], places: Places) -> list[dict[str, Any]]:
    """Give each record as JSON has it, with the file and line where it stands."""
    from pledgekit.render.json import record_item

    items = []
    for each in records:
        file, line = places.place(each)
        items.append({**record_item(each), "file": file, "line": line})
    return items


def _json(kind: Kind[Any], records: Sequence[Record], places: Places) -> str:
    from pledgekit.render.json import encode

    items = _items(records, places)
    made = {"format": "pledgekit/list", "format_version": 1, "kind": kind.table, "items": items}
    return encode(made).decode()


def _csv(kind: Kind[Any], records: Sequence[Record], places: Places) -> str:
    import csv
    import io

    from pledgekit.exports.cells import cell
    from pledgekit.model.record import fields_of, key_of

    items = _items(records, places)
    keys = [key_of(each.name) for each in fields_of(kind.cls) if each.name != "date_texts"]
    texts = sorted({key for item in items for key in item if key.endswith("_text") and key not in keys})
    header = ["ref", "owner", *keys, *texts, "file", "line"]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([cell(item.get(key)) for key in header] for item in items)
    return out.getvalue()


def _table(session: Session, kind: Kind[Any], records: Sequence[Record]) -> str:
    """Align what names a record: its ref, when it was so, and its foremost words."""
    from pledgekit.codec.plain import plain
    from pledgekit.model.record import key_of
    from pledgekit.render.safe import visible
    from pledgekit.render.width import pad, width

    words = session.words()
    rows = []
    for each in records:
        values = plain(each)
        when = next((f"{values[key_of(key)]}" for key in kind.when if key_of(key) in values), "")
        said = " · ".join(f"{values[key]}" for key in _COLUMNS if key in values)
        said = visible(said)
        rows.append((str(each.ref), when, said if len(said) <= _WIDEST else f"{said[: _WIDEST - 1]}…"))
    widths = [max((width(row[column]) for row in rows), default=0) for column in (0, 1)]
    lines = ["  ".join([pad(row[0], widths[0]), pad(row[1], widths[1]), row[2]]).rstrip() for row in rows]
    total = words.count("cli.list-count", len(rows), one=kind.singular, many=kind.plural)
    return "".join(f"{line}\n" for line in [*lines, total])
