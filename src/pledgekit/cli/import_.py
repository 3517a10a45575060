"""`import`: a list that somebody has becomes records. It shows what every row would do; --apply writes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pledgekit import disk
from pledgekit.cli.console import data, talk, visible_lines, warn
from pledgekit.cli.context import Session
from pledgekit.cli.options import By, Sources, Visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pledgekit.importing.columns import Column
    from pledgekit.importing.planning import Fault, Line, Plan
    from pledgekit.importing.rows import Sheet
    from pledgekit.model.kinds import Kind
    from pledgekit.words import Words

__all__ = ["command"]

_WIDEST = 60


def command(
    ctx: typer.Context,
    *,
    kind: Annotated[str, typer.Argument(metavar="KIND", help="actions, endorsements, cities, …", show_default=False)],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A list as CSV.", show_default=False)],
    map: Annotated[  # noqa: A002  the option's name
        list[str] | None,
        typer.Option("--map", metavar="COLUMN=KEY", help="What a column is; COLUMN= leaves it out; may be repeated."),
    ] = None,
    owner: Annotated[
        str, typer.Option("--owner", metavar="OWNER", help="Whose the records are, where no column says it.")
    ] = "",
    encoding: Annotated[
        str, typer.Option("--encoding", metavar="NAME", help="The file's encoding, where it is not UTF-8: cp1252, …")
    ] = "",
    separator: Annotated[
        str,
        typer.Option(
            "--separator",
            metavar="NAME",
            help="What parts the columns, where it is not found out: comma, semicolon, tab, pipe.",
        ),
    ] = "",
    apply: Annotated[bool, typer.Option("--apply", help="Write it.")] = False,
    visibility: Visible = None,
    recorded_by: By = None,
    source: Sources = None,
) -> int:
    """Take in a list: see what each row would do, then write it. Reading the same list again changes nothing."""
    from pledgekit.cli.keeping import sources_of
    from pledgekit.cli.kinds import kind_meant
    from pledgekit.errors import Refused
    from pledgekit.importing.columns import matched, split_map
    from pledgekit.importing.planning import Outcome, plan
    from pledgekit.importing.rows import LIMIT_BYTES, read_csv
    from pledgekit.model.kinds import BOTH
    from pledgekit.naming import find_owner

    session: Session = ctx.obj
    words = session.words()
    found = kind_meant(kind)
    given = split_map(map or ())
    sheet = read_csv(disk.read(file, LIMIT_BYTES), file=f"{file}", encoding=encoding, separator=separator)
    if not sheet.rows:
        said = words.say("importing.no-rows")
        raise Refused(said, file=f"{file}", remedy=words.say("importing.no-rows-remedy"))
    columns = matched(found, sheet.header, given)
    loaded = session.load()
    if loaded.problems:
        session.warn_of_errors(loaded)
    name = find_owner(loaded.register, owner, "" if found.home == BOTH else found.home) if owner else ""
    shown_by = "evidence" if found.table == "actions" else "sources"
    options = {"visibility": visibility, shown_by: sources_of(source)}
    defaults = {key: value for key, value in options.items() if value}
    by = session.by(recorded_by)
    made = plan(loaded.register, found, sheet, columns, owner=name, defaults=defaults, by=by, now=session.now)
    tell = talk if apply else _show
    for line in _told(words, found, sheet, columns, made):
        tell(line)
    ready = not made.unknown and not made.count(Outcome.REFUSED)
    if not apply:
        talk(words.say("importing.preview") if ready else words.say("importing.not-applied"))
        return 0 if ready else 1
    if not ready:
        raise Refused(words.say("importing.not-applied"), remedy=words.say("importing.not-applied-remedy"))
    _write(session, words, made)
    return 0


def _show(text: str) -> None:
    data(f"{visible_lines(text)}\n")


def _write(session: Session, words: Words, made: Plan) -> None:
    from pledgekit.recording import keep

    if not made.drafts:
        talk(words.say("importing.nothing-to-do"))
        return
    added = keep(session.root, made.drafts)
    if added.unconfirmed:
        warn(words.say("cli.unconfirmed"))
    talk(words.count("importing.written", len(added.paths)))
    data("".join(f"{path}\n" for path in added.paths))


def _told(words: Words, kind: Kind[Any], sheet: Sheet, columns: Sequence[Column], made: Plan) -> Iterator[str]:
    """Say how the file was read, what its columns are, and what each row would do."""
    from pledgekit.importing.columns import Use
    from pledgekit.importing.planning import Outcome

    if sheet.ending:
        yield words.say("importing.other-ending", ending=sheet.ending)
    if sheet.separator:
        yield words.say("importing.read", encoding=sheet.encoding, separator=sheet.separator)
    else:
        yield words.say("importing.read-one-column", encoding=sheet.encoding)
    plain = [each.name for each in columns if each.name == each.key and each.use is Use.KEY]
    if plain:
        yield words.say("importing.column.plain", names=words.listed(plain))
    for each in columns:
        if each.name not in plain:
            yield _column(words, each)
    for line in made.lines:
        yield from _row(words, kind, line)
    yield words.say("importing.summary", **{each.value: made.count(each) for each in Outcome})


def _column(words: Words, column: Column) -> str:
    from pledgekit.importing.columns import Use, letters

    values = {"letter": letters(column.at), "name": column.name}
    if column.use is Use.KEY:
        return words.say("importing.column.key", key=column.key, **values)
    if column.use is Use.UNKNOWN and not column.name:
        return words.say("importing.column.unnamed", letter=values["letter"])
    if column.use is Use.UNKNOWN and column.nearest:
        return words.say("importing.column.unknown-near", nearest=column.nearest, **values)
    return words.say(f"importing.column.{column.use.value}", **values)


def _row(words: Words, kind: Kind[Any], line: Line) -> Iterator[str]:
    from pledgekit.importing.planning import Outcome

    what = _what(kind, line) if line.outcome is Outcome.NEW else f"{line.ref or ''}"
    key = {Outcome.NEW: "what", Outcome.REFUSED: ""}.get(line.outcome, "ref")
    yield words.say(f"importing.row.{line.outcome.value}", row=str(line.row), **({key: what} if key else {}))
    for name, each in line.spoken.items():
        yield words.say("importing.spoken", key=name, text=each.text, date=f"{each.date}")
    for name, (old, new) in line.changes.items():
        yield words.say("importing.change", key=name, old=_short(words, old), new=_short(words, new))
    if line.draft is not None and line.outcome is Outcome.NEW and line.draft.similar:
        yield words.say("importing.similar", refs=words.listed(map(str, line.draft.similar)))
    for fault in line.faults:
        yield _fault(words, fault)


def _what(kind: Kind[Any], line: Line) -> str:
    """Name what is new by its owner and its foremost words: its id will be another when it is written."""
    if line.draft is None or kind.single:
        return f"{line.ref}"
    record = line.draft.record
    said = next((f"{getattr(record, key)}" for key in kind.key if getattr(record, key)), "")
    return f"{record.owner}: {said}"


def _short(words: Words, value: object) -> str:
    from pledgekit.exports.cells import cell

    text = " ".join(cell(value).split()) or words.say("importing.nothing")
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"


def _fault(words: Words, fault: Fault) -> str:
    """Say what is wrong and what helps, one sentence after the other."""
    values = {"message": _sentence(fault.message)}
    if fault.cell:
        values |= {"cell": fault.cell, "column": fault.column}
    said = words.say(f"importing.fault{'-cell' if fault.cell else ''}", **values)
    if not fault.remedy:
        return said
    remedy = _sentence(fault.remedy)
    return words.say("importing.fault-remedy", fault=said, remedy=f"{remedy[:1].upper()}{remedy[1:]}")


def _sentence(text: str) -> str:
    """End a sentence; a command to type ends without a full stop, or it would be typed too."""
    return text if text.endswith((".", "?", "!")) or "pledgekit" in text.split() else f"{text}."
