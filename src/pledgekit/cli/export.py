"""`export`: give the register out as tables, as one JSON file, or as a register of its own."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from pledgekit.cli.console import data, talk
from pledgekit.cli.context import Session
from pledgekit.cli.kinds import kind_meant
from pledgekit.cli.outputs import publish, publish_new
from pledgekit.errors import UsageError
from pledgekit.model.levels import Audience

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pledgekit.model.record import Record
    from pledgekit.register import Register
    from pledgekit.view import View

__all__ = ["command"]

command = typer.Typer(rich_markup_mode=None, help="Give the register out to others.")

ABOUT = "ABOUT.txt"

OutFile = Annotated[Path, typer.Option("--out", metavar="FILE", help="Where to write it.")]
OutFolder = Annotated[Path, typer.Option("--out", metavar="DIR", help="A new or empty folder.")]
OutEither = Annotated[
    Path, typer.Option("--out", metavar="DIR|FILE", help="A new or empty folder; with one --kind, a file.")
]
OfKinds = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="KIND", help="This kind of record alone, or `cells`; may be repeated."),
]
OfDeclarations = Annotated[
    list[str] | None,
    typer.Option("--declaration", metavar="ID", help="What belongs to this declaration alone; may be repeated."),
]
Despite = Annotated[
    bool, typer.Option("--despite-problems", help="Make it although errors stand in the register; it will say so.")
]


class _Given(NamedTuple):
    """What is given out: records by table, cells where they are asked for, and the view that shows both."""

    records: Mapping[str, Sequence[Record]]
    cells: Sequence[Mapping[str, Any]] | None
    view: View


@command.command("csv")
def csv(
    ctx: typer.Context,
    *,
    out: OutEither,
    kind: OfKinds = None,
    declaration: OfDeclarations = None,
    despite_problems: Despite = False,
) -> None:
    """Give out tables (CSV, UTF-8), one file a kind of record; `import` reads them back."""
    from pledgekit.exports.lanes import CELLS, cell_table
    from pledgekit.exports.tables import table, to_csv
    from pledgekit.model.kinds import KINDS

    one = len(kind or ()) == 1
    if one and despite_problems:
        raise UsageError("a single table has no place to say that errors stood", remedy="leave out --kind")
    session: Session = ctx.obj
    given = _given(session, kind or (), declaration or (), despite_problems=despite_problems)
    view = given.view
    made = {
        f"{name}.csv": to_csv(table(KINDS[name], held, view.lens.audience))
        for name, held in given.records.items()
        if held or one
    }
    about = ["export.about-csv"]
    if given.cells or (one and given.cells is not None):
        made[f"{CELLS}.csv"] = to_csv(cell_table(given.cells))
        about.append("export.about-cells")
    if one:
        publish(session, out, next(iter(made.values())))
    else:
        publish_new(session, out, {**made, ABOUT: _about(session, view, about, despite_problems=despite_problems)})
    _say_given(session, given, out)


@command.command("json")
def json(
    ctx: typer.Context,
    *,
    out: OutFile,
    kind: OfKinds = None,
    declaration: OfDeclarations = None,
    despite_problems: Despite = False,
) -> None:
    """Give out one JSON file: the records of each kind with the keys of the file format, and the cells worked out."""
    from pledgekit.exports.objects import to_json

    session: Session = ctx.obj
    given = _given(session, kind or (), declaration or (), despite_problems=despite_problems)
    publish(session, out, to_json(given.view.lens, given.records, given.cells, despite_problems=despite_problems))
    _say_given(session, given, out)


@command.command("xlsx")
def xlsx(
    ctx: typer.Context,
    *,
    out: OutFile,
    kind: OfKinds = None,
    declaration: OfDeclarations = None,
    despite_problems: Despite = False,
) -> None:
    """Give out a workbook: a sheet a kind, the cells worked out, what columns mean; `import` reads the records back."""
    from pledgekit.exports.codebook import codebook
    from pledgekit.exports.lanes import CELLS, cell_entries, cell_table
    from pledgekit.exports.tables import Table, table
    from pledgekit.exports.workbooks import Page, to_xlsx
    from pledgekit.model.kinds import KINDS

    session: Session = ctx.obj
    words = session.words()
    given = _given(session, kind or (), declaration or (), despite_problems=despite_problems)
    view, audience = given.view, given.view.lens.audience
    kept = {name: held for name, held in given.records.items() if held or kind}
    sheets = [Page(name, table(KINDS[name], held, audience)) for name, held in kept.items()]
    entries = [each for name in kept for each in codebook(KINDS[name], words, audience)]
    said = ["export.about-xlsx"]
    numbers = {name: len(held) for name, held in kept.items()}
    if given.cells or (kind and given.cells is not None):
        sheets.append(Page(CELLS, cell_table(given.cells)))
        entries += cell_entries(words)
        said.append("export.about-cells")
        numbers[CELLS] = len(given.cells)
    about = _about_lines(session, view, said, despite_problems=despite_problems)
    about += [words.say("export.about-kind", kind=name, n=n) for name, n in numbers.items()]
    heads = ("kind", "key", "meaning", "type", "needed", "words", "seen-by")
    pages = [
        Page("about", Table((words.say("export.about-sheet"),), tuple((each,) for each in about)), prose=True),
        Page(
            "codebook", Table(tuple(words.say(f"export.codebook.{each}") for each in heads), tuple(entries)), prose=True
        ),
        *sheets,
    ]
    day = datetime.datetime.combine(view.lens.as_of, datetime.time())
    publish(session, out, to_xlsx(pages, title=about[0], made_on=day))
    _say_given(session, given, out)


@command.command("register")
def register(ctx: typer.Context, *, out: OutFolder, despite_problems: Despite = False) -> None:
    """Give out a register of its own: what the audience may see, to be shared in place of the working folder."""
    from pledgekit.exports.folders import register_files

    session: Session = ctx.obj
    whole, view = _seen(session, despite_problems=despite_problems)
    made = {path: text.encode() for path, text in register_files(whole, view).items()}
    about = ["export.about-register"]
    publish_new(session, out, {**made, ABOUT: _about(session, view, about, despite_problems=despite_problems)})
    _say(session, view, out, sum(1 for _ in view.everything()))


def _seen(session: Session, *, despite_problems: bool) -> tuple[Register, View]:
    """Give the register and the audience's view of it; refuses while errors stand."""
    loaded = session.load()
    if not despite_problems:
        session.refuse_errors(loaded)
    return loaded.register, session.view(loaded.register, default=Audience.PUBLIC)


def _given(session: Session, kinds: Sequence[str], declarations: Sequence[str], *, despite_problems: bool) -> _Given:
    """Give the view's records by table, and its cells: of all kinds or some, of all declarations or some."""
    from pledgekit.exports.lanes import cell_rows, is_cells
    from pledgekit.model.kinds import DECLARATIONS, KINDS
    from pledgekit.reports.listing import Filters, listed

    wanted: list[Any] = [kind_meant(each) for each in kinds if not is_cells(each)]
    whole, view = _seen(session, despite_problems=despite_problems)
    filters = Filters(declarations=[session.declaration(whole, each) for each in declarations])
    records = {each.table: listed(whole, view, each, filters) for each in (wanted if kinds else KINDS.values())}
    if kinds and not any(map(is_cells, kinds)):
        return _Given(records, None, view)
    named = (each.id for each in view.all(DECLARATIONS))
    of = [each for each in named if not declarations or each in filters.declarations]
    return _Given(records, tuple(cell_rows(view, of)), view)


def _about(session: Session, view: View, more: Sequence[str], *, despite_problems: bool) -> bytes:
    """Say beside the files what they are."""
    lines = _about_lines(session, view, more, despite_problems=despite_problems)
    return "".join(f"{each}\n" for each in lines).encode()


def _about_lines(session: Session, view: View, more: Sequence[str], *, despite_problems: bool) -> list[str]:
    """Say what was exported, for whom, as of when."""
    from pledgekit.version import __version__

    words, lens = session.words(), view.lens
    lines = [words.say("export.about", audience=lens.audience.value, as_of=words.date(lens.as_of))]
    if lens.known_on is not None:
        lines.append(words.say("export.about-known-on", known_on=words.date(lens.known_on)))
    if despite_problems:
        lines.append(words.say("export.despite"))
    lines += [words.say(each) for each in more]
    lines.append(words.say("export.about-tool", version=__version__))
    return lines


def _say_given(session: Session, given: _Given, out: Path) -> None:
    """Say how many records were given out, or, where cells alone were asked for, how many of those."""
    if given.records:
        _say(session, given.view, out, sum(map(len, given.records.values())))
    else:
        _say(session, given.view, out, len(given.cells or ()), done="export.done-cells")


def _say(session: Session, view: View, out: Path, number: int, *, done: str = "export.done") -> None:
    words = session.words()
    held = sum(view.held_back.values())
    if held:
        talk(words.count("cli.held-back", held, audience=view.lens.audience.value))
    talk(words.count(done, number, path=f"{out.absolute()}"))
    data(f"{out}\n")
