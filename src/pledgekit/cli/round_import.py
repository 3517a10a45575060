"""`round import`: forms that came back become records. It shows what every row would do; --apply writes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from pledgekit import disk
from pledgekit.cli.console import data, talk, visible_lines, warn
from pledgekit.cli.context import Session
from pledgekit.cli.options import By

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pledgekit.rounds.answers import Answers
    from pledgekit.rounds.plan import Item, Plan
    from pledgekit.view import View
    from pledgekit.words import Words

__all__ = ["command"]

_ENDINGS = (".xlsx", ".ods")


class _Form(NamedTuple):
    """A form that was read, and what it would do."""

    answers: Answers
    plan: Plan


def command(
    ctx: typer.Context,
    *,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help="Workbooks that came back, or folders.", show_default=False)
    ],
    apply: Annotated[bool, typer.Option("--apply", help="Write it.")] = False,
    release: Annotated[
        bool, typer.Option("--release", help="Make public at once what the city lets be published.")
    ] = False,
    recorded_by: By = None,
) -> int:
    """Read answers back: see what each row would do, then write it. Reading the same form again changes nothing."""
    from pledgekit.errors import PledgekitError
    from pledgekit.model.levels import Audience
    from pledgekit.rounds.answers import read_answers
    from pledgekit.rounds.plan import plan
    from pledgekit.sheets.gate import LIMIT_BYTES
    from pledgekit.sheets.reading import read_book

    session: Session = ctx.obj
    words = session.words()
    loaded = session.load()
    session.warn_of_errors(loaded)
    session.audience = Audience.INTERNAL
    view = session.view(loaded.register)
    by = session.by(recorded_by)
    forms: list[_Form] = []
    bad: list[PledgekitError] = []
    with typer.progressbar(list(_expanded(files, words)), file=sys.stderr, hidden=not sys.stderr.isatty()) as going:
        for file in going:
            try:
                answers = read_answers(read_book(disk.read(file, LIMIT_BYTES), file=f"{file}"))
                made = plan(loaded.register, view, answers, by=by, now=session.now, release=release)
                forms.append(_Form(answers, made))
            except PledgekitError as error:
                bad.append(error)
    for each in bad:
        warn(f"{each}")
    _refuse_twins(forms, words)
    tell = talk if apply else _show
    for form in forms:
        for line in _told(words, view, form):
            tell(line)
    return _finished(session, words, forms, len(bad), apply=apply)


def _expanded(files: Sequence[Path], words: Words) -> Iterator[Path]:
    """Yield the files named, and the workbooks of folders named, by name."""
    from pledgekit.errors import NotFound

    for each in files:
        if not disk.is_folder(each):
            yield each
            continue
        names = (name for name in disk.files_in(each) if not name.startswith(("~$", ".")))  # an open one's lock
        held = [name for name in names if name.lower().endswith(_ENDINGS)]
        if not held:
            raise NotFound(words.say("returned.no-files", folder=f"{each}"))
        yield from (each / name for name in held)


def _refuse_twins(forms: Sequence[_Form], words: Words) -> None:
    """Raise Refused when two forms are of one city and period: which of them holds is not for a program to say."""
    from pledgekit.errors import Refused

    seen: dict[tuple[str, object], str] = {}
    for form in forms:
        key = (form.plan.city, form.plan.period[1:])
        if key in seen:
            values = {"file": seen[key], "other": form.plan.file, "city": form.plan.city}
            said = words.say("returned.twice", period=words.period(form.plan.period), **values)
            raise Refused(said, remedy=words.say("returned.twice-remedy"))
        seen[key] = form.plan.file


def _finished(session: Session, words: Words, forms: Sequence[_Form], bad: int, *, apply: bool) -> int:
    """Write the forms of which nothing is refused; say what was not, and give the exit code."""
    from pledgekit.recording import keep
    from pledgekit.recording.outcome import Outcome

    refused = [form for form in forms if form.plan.count(Outcome.REFUSED)]
    if bad:
        warn(words.count("returned.unreadable", bad))
    if refused:
        warn(f"{words.count('returned.refused', len(refused))}; {words.say('returned.refused-remedy')}")
    code = int(bool(bad or refused))
    if not apply:
        talk(words.say("returned.preview"))
        return code
    drafts = [draft for form in forms for draft in form.plan.drafts]
    if not drafts:
        talk(words.say("returned.nothing"))
        return code
    added = keep(session.root, drafts)
    if added.unconfirmed:
        warn(words.say("cli.unconfirmed"))
    talk(words.count("returned.written", len(added.paths)))
    talk(words.say("returned.told"))
    data("".join(f"{path}\n" for path in added.paths))
    return code


def _show(text: str) -> None:
    data(f"{visible_lines(text)}\n")


def _told(words: Words, view: View, form: _Form) -> Iterator[str]:
    """Say what one form would do: its sum, then each row that does something, then what was passed over."""
    from pledgekit.recording.outcome import Outcome

    city = view.city(form.plan.city)
    name = form.plan.city if city is None else city.name
    named = {"file": form.plan.file, "city": name, "period": words.period(form.plan.period)}
    if not form.plan.items:
        yield words.say("returned.empty", **named)
        return
    yield words.say("returned.file", **named, **{each.value: form.plan.count(each) for each in Outcome})
    for item in form.plan.items:
        if item.outcome is not Outcome.SAME or item.why:
            yield _row(words, item)
    for note in form.answers.notes:
        yield words.say("returned.note", place=note.place, why=note.message)


def _row(words: Words, item: Item) -> str:
    from pledgekit.recording.outcome import Outcome

    if item.outcome is Outcome.REFUSED and not item.what:
        said = words.say("returned.row.refused", place=item.place)
    else:
        suffix = "-what" if item.outcome is Outcome.REFUSED else ""
        said = words.say(f"returned.row.{item.outcome.value}{suffix}", place=item.place, what=item.what)
    return words.say("returned.why", row=said, why=item.why) if item.why else said
