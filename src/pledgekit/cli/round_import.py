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
    from pledgekit.rounds.planned import Item, Plan
    from pledgekit.view import View
    from pledgekit.words import Words

__all__ = ["command"]

_ENDINGS = (".xlsx", ".ods")
_OTHERS = (".xls", ".xlsm", ".xlsb", ".csv", ".numbers")  # what may be an answer as well, and cannot be read
_SHORT = 60  # signs of a value that is shown
_MOST = 20  # notes on one form that are shown


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
    from pledgekit.errors import PledgekitError, UsageError
    from pledgekit.model.levels import Audience
    from pledgekit.rounds.answers import read_answers
    from pledgekit.rounds.plan import plan
    from pledgekit.sheets.gate import LIMIT_BYTES
    from pledgekit.sheets.reading import read_book
    from pledgekit.view import Lens, look

    session: Session = ctx.obj
    words = session.words()
    if session.known_on is not None or session.audience not in (None, Audience.INTERNAL):
        raise UsageError(words.say("returned.as-it-is"), remedy=words.say("returned.as-it-is-remedy"))
    names = list(dict.fromkeys(_expanded(files, words)))
    loaded = session.load()
    session.warn_of_errors(loaded)
    today = session.as_of
    view = look(loaded.register, Lens(as_of=max(today, session.now.date()), audience=Audience.INTERNAL))
    by = session.by(recorded_by)
    forms: list[_Form] = []
    bad: list[PledgekitError] = []
    with typer.progressbar(names, file=sys.stderr, hidden=not sys.stderr.isatty()) as going:
        for file in going:
            try:
                answers = read_answers(read_book(disk.read(file, LIMIT_BYTES), file=f"{file}"))
                made = plan(loaded.register, view, answers, by=by, now=session.now, today=today, release=release)
                forms.append(_Form(answers, made))
            except UsageError:  # the extra is not installed: no file can be read
                raise
            except PledgekitError as error:
                bad.append(error)
    for each in bad:
        warn(f"{each}")
    kept, twins = _apart(forms, words)
    tell = talk if apply else _show
    for form in forms:
        for line in _told(words, view, form):
            tell(line)
    for line in twins.values():
        warn(line)
    return _finished(session, words, kept, len(bad) + len(twins), apply=apply)


def _expanded(files: Sequence[Path], words: Words) -> Iterator[Path]:
    """Yield the files named, and the workbooks of folders named, by name; say what else there may be an answer."""
    from pledgekit.errors import NotFound

    for each in files:
        if not disk.is_folder(each):
            yield each
            continue
        names = [name for name in disk.files_in(each) if not name.startswith(("~$", ".")) and "/" not in name]
        held = [name for name in names if name.lower().endswith(_ENDINGS)]  # not the lock of one that is open
        for name in names:
            if name.lower().endswith(_OTHERS):
                warn(words.say("returned.passed-over", file=f"{each / name}"))
        if not held:
            raise NotFound(words.say("returned.no-files", folder=f"{each}"))
        yield from (each / name for name in held)


def _apart(forms: Sequence[_Form], words: Words) -> tuple[list[_Form], dict[str, str]]:
    """Give the forms that can be written in one go, and what to say of the others, by file.

    Of copies that say the same one is enough; of two forms of one city which one holds is not for a program to say.
    """
    kept: list[_Form] = []
    twins: dict[str, str] = {}
    by_city: dict[str, list[_Form]] = {}
    for form in forms:
        by_city.setdefault(form.plan.city, []).append(form)
    for own in by_city.values():
        first = own[0]
        differing = [each for each in own[1:] if not each.answers.same_as(first.answers)]
        for other in own[1:]:
            named = {"file": other.plan.file, "other": first.plan.file}
            if differing:
                said = words.say("returned.twice", **named, city=first.plan.city)
                twins[other.plan.file] = f"{said}; {words.say('returned.twice-remedy')}"
            else:
                talk(words.say("returned.copy", **named))
        kept += [] if differing else [first]
    return kept, twins


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
        filled = any(form.plan.items for form in forms)
        talk(words.say("returned.nothing" if filled and not code else "returned.nothing-written"))
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
    assert city is not None  # noqa: S101  of no other a plan is made
    named = {"file": form.plan.file, "city": city.name, "period": words.period(form.plan.period)}
    if form.plan.items:
        yield words.say("returned.file", **named, **{each.value: form.plan.count(each) for each in Outcome})
    else:
        yield words.say("returned.empty", **named)
    for item in form.plan.items:
        if item.outcome is not Outcome.SAME or item.why:
            yield from _row(words, item)
    for note in form.answers.notes[:_MOST]:
        yield words.say("returned.note", place=note.place, why=note.message)
    if len(form.answers.notes) > _MOST:
        yield words.count("returned.more-notes", len(form.answers.notes) - _MOST)
    similar = sorted({f"{ref}" for draft in form.plan.drafts for ref in draft.similar})
    if similar:
        yield words.say("returned.similar", refs=words.listed(similar))


def _row(words: Words, item: Item) -> Iterator[str]:
    """Say what a row does, and each key that becomes another."""
    if item.what:
        said = words.say(f"returned.row.{item.outcome.value}-what", place=item.place, what=item.what)
    else:  # a cell that cannot be read
        said = words.say("returned.row.refused", place=item.place)
    yield words.say("returned.why", row=said, why="; ".join(item.why)) if item.why else said
    for each in item.changes:
        before, after = _cut(each.before), _cut(each.after)
        if before and after:
            yield words.say("returned.key.changed", key=each.key, before=before, after=after)
        elif after:
            yield words.say("returned.key.added", key=each.key, after=after)
        else:
            yield words.say("returned.key.taken", key=each.key, before=before)


def _cut(text: str) -> str:
    """Show the beginning of a value, in one line."""
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[:_SHORT].rstrip()}…"
