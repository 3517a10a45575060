"""`import`: a list that somebody has becomes records. It shows what every row would do; --apply writes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pledgekit import disk
from pledgekit.cli.completion import declarations, kinds, owners
from pledgekit.cli.console import data, talk, visible_lines, warn
from pledgekit.cli.context import Session
from pledgekit.cli.options import By, Sources, Visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pledgekit.importing.cells import Ask
    from pledgekit.importing.clauses import Clauses
    from pledgekit.importing.columns import Column
    from pledgekit.importing.planning import Fault, Line, Plan
    from pledgekit.importing.rows import Sheet
    from pledgekit.model.kinds import Kind
    from pledgekit.register import Register
    from pledgekit.words import Words

__all__ = ["command"]

_WIDEST = 60
_DOCUMENTS = (".txt", ".md", ".docx", ".doc", ".odt", ".pdf", ".rtf")


def command(
    ctx: typer.Context,
    *,
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND", autocompletion=kinds, help="actions, endorsements, cities, …", show_default=False
        ),
    ],
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="A list as CSV, xlsx or ods; commitments also as .txt or .docx.", show_default=False
        ),
    ],
    map: Annotated[  # noqa: A002  the option's name
        list[str] | None,
        typer.Option("--map", metavar="COLUMN=KEY", help="What a column is; COLUMN= leaves it out; may be repeated."),
    ] = None,
    same: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="KEY=VALUE", help="What every row says, and no column; may be repeated."),
    ] = None,
    owner: Annotated[
        str,
        typer.Option(
            "--owner", metavar="OWNER", autocompletion=owners, help="Whose the records are, where no column says it."
        ),
    ] = "",
    declaration: Annotated[
        str,
        typer.Option(
            "--declaration",
            metavar="DECLARATION",
            autocompletion=declarations,
            help="Whose the commitments are; the same as --owner.",
        ),
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
    of_sheet: Annotated[
        str, typer.Option("--sheet", metavar="NAME", help="The sheet of a workbook, where it has several.")
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
    from pledgekit.importing.clauses import as_sheet, explained, found_clauses
    from pledgekit.importing.columns import constants, matched, split_map
    from pledgekit.importing.documents import read_document
    from pledgekit.importing.planning import plan
    from pledgekit.importing.rows import LIMIT_BYTES
    from pledgekit.recording.outcome import Outcome

    session: Session = ctx.obj
    words = session.words()
    found = kind_meant(kind)
    given = split_map(map or ())
    reading: Clauses | None = None
    if _is_document(found, file) and not given and not separator:
        reading = found_clauses(read_document(disk.read(file, LIMIT_BYTES), file=f"{file}", encoding=encoding))
        sheet = as_sheet(reading.clauses)
    else:
        sheet = _list(found, file, given, encoding=encoding, separator=separator, of_sheet=of_sheet)
    if not sheet.rows:
        what = "clauses" if reading else "rows"
        remedy = words.say(f"importing.no-{what}-remedy")
        raise Refused(words.say(f"importing.no-{what}"), file=f"{file}", remedy=remedy)
    columns = matched(found, sheet.header, given)
    said = constants(found, same or (), columns)
    loaded = session.load()
    if loaded.problems:
        session.warn_of_errors(loaded)
    name = _owner(session, loaded.register, found, owner or declaration, only=reading is not None)
    shown_by = "evidence" if found.table == "actions" else "sources"
    options = {"visibility": visibility, shown_by: sources_of(source)}
    defaults = {key: value for key, value in options.items() if value}
    by = session.by(recorded_by)
    columns = tuple(each for each in columns if each.at not in sheet.empty)
    made = plan(
        loaded.register,
        found,
        sheet,
        columns,
        owner=name,
        defaults=defaults,
        constants=said,
        by=by,
        now=session.now,
        ask=_asked(words, loaded.register),
    )
    tell = talk if apply else _show
    if reading is not None:
        made = explained(made, reading.clauses)
    told = _told(words, found, sheet, columns, made) if reading is None else _told_clauses(words, found, reading, made)
    for key, value in said.items():
        tell(words.say("importing.constant", key=key, value=value))
    for line in told:
        tell(line)
    ready = not made.unknown and not made.count(Outcome.REFUSED)
    if not apply:
        talk(words.say("importing.preview") if ready else words.say("importing.not-applied"))
        return 0 if ready else 1
    if not ready:
        raise Refused(words.say("importing.not-applied"), remedy=words.say("importing.not-applied-remedy"))
    _write(session, words, made)
    return 0


def _list(
    kind: Kind[Any], file: Path, given: Mapping[str, str], *, encoding: str, separator: str, of_sheet: str
) -> Sheet:
    """Read a list as what it is by its content: a workbook, else CSV; raises UsageError for options of the other."""
    from pledgekit.errors import UsageError
    from pledgekit.importing.contents import is_book
    from pledgekit.importing.rows import LIMIT_BYTES, read_csv

    held = disk.read(file, LIMIT_BYTES)
    if not is_book(held):
        if of_sheet:
            raise UsageError(f"--sheet is for workbooks, and {file} is none")
        return read_csv(held, file=f"{file}", encoding=encoding, separator=separator)
    if encoding or separator:
        raise UsageError(f"--encoding and --separator are for CSV, and {file} is none")
    from pledgekit.importing.books import read_list

    return read_list(held, kind, file=f"{file}", sheet=of_sheet, mapped=given)


def _asked(words: Words, register: Register) -> Ask | None:
    """Give what asks whether a close name is meant, where somebody sits at a terminal."""
    from pledgekit.cli.console import can_ask, confirm
    from pledgekit.naming import names_of

    if not can_ask():
        return None

    def ask(text: str, owner: str) -> bool:
        names = words.listed(sorted(names_of(register, owner) - {owner}))
        return confirm(words.say("importing.is-it-meant", text=text, owner=owner, names=names))

    return ask


def _is_document(kind: Kind[Any], file: Path) -> bool:
    """Tell whether a file is a text with clauses in it, by its name; what it is, its bytes say."""
    return kind.table == "commitments" and file.suffix.lower() in _DOCUMENTS


def _owner(session: Session, register: Register, kind: Kind[Any], given: str, *, only: bool) -> str:
    """Give whose the records are where no row says it; `only`: no row can, and one declaration needs no naming."""
    from pledgekit.model.kinds import BOTH
    from pledgekit.naming import find_owner

    if not given:
        return session.declaration(register, "") if only else ""
    return find_owner(register, given, "" if kind.home == BOTH else kind.home)


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
    from pledgekit.recording.outcome import Outcome

    if sheet.ending:
        what = words.say(f"importing.is-{sheet.book or 'csv'}")
        yield words.say("importing.other-ending", ending=sheet.ending, what=what)
    if sheet.book:
        yield words.say("importing.read-book", book=sheet.book, sheet=sheet.sheet, head=str(sheet.head))
    elif sheet.separator:
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
    twins = [str(line.row) for line in made.lines if line.twin]
    if twins:
        yield words.count("importing.twins", len(twins), rows=", ".join(twins))
    yield words.say("importing.summary", **{each.value: made.count(each) for each in Outcome})


def _told_clauses(words: Words, kind: Kind[Any], reading: Clauses, made: Plan) -> Iterator[str]:
    """Say which clauses were found, each with its whole text: it is to be the declaration's, word for word."""
    from pledgekit.recording.outcome import Outcome

    yield words.count("importing.clauses", len(reading.clauses))
    for left in reading.left_out:
        yield words.say("importing.left-out", row=str(left.place), text=left.text)
    for line, clause in zip(made.lines, reading.clauses, strict=True):
        yield from _row(words, kind, line)
        if line.outcome is not Outcome.SAME:
            number = clause.number or words.say("importing.nothing")
            yield words.say("importing.clause", number=number, text=" / ".join(filter(None, clause.text.splitlines())))
    yield words.say("importing.summary", **{each.value: made.count(each) for each in Outcome})


def _column(words: Words, column: Column) -> str:
    from pledgekit.importing.columns import Use
    from pledgekit.sheets.columns import letters

    values = {"letter": letters(column.at), "name": column.name}
    if column.use is Use.KEY:
        return words.say("importing.column.key", key=column.key, **values)
    if column.use is Use.UNKNOWN and not column.name:
        return words.say("importing.column.unnamed", letter=values["letter"])
    if column.use is Use.UNKNOWN and column.nearest:
        return words.say("importing.column.unknown-near", nearest=column.nearest, **values)
    return words.say(f"importing.column.{column.use.value}", **values)


def _row(words: Words, kind: Kind[Any], line: Line) -> Iterator[str]:
    from pledgekit.recording.outcome import Outcome

    what = _what(kind, line) if line.outcome is Outcome.NEW else f"{line.ref or ''}"
    key = {Outcome.NEW: "what", Outcome.REFUSED: ""}.get(line.outcome, "ref")
    if line.twin:
        yield words.say("importing.twin", row=str(line.row), twin=str(line.twin))
    else:
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
