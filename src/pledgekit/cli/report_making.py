"""What every `report` does: refuse while errors stand, make it, print it or write a file whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from pledgekit import disk
from pledgekit.cli.console import data, talk
from pledgekit.cli.outputs import insist_apart, publish
from pledgekit.errors import UsageError
from pledgekit.ids import Ref
from pledgekit.model.levels import Audience

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable

    from pledgekit.cli.context import Session
    from pledgekit.dates import Period
    from pledgekit.register import Register
    from pledgekit.reports.value import Paper
    from pledgekit.view import View

__all__ = ["JSON", "Wanted", "ending_of", "make", "marked", "named", "printed", "register_for"]

JSON = "json"

_INSIDE: Final = "INTERNAL"
_MARKS: Final = {
    Audience.PUBLIC: "",
    Audience.CITY: "CITY-ONLY-",
    Audience.NETWORK: "NETWORK-ONLY-",
    Audience.INTERNAL: f"{_INSIDE}-",
}


class Wanted(NamedTuple):
    """How a report is wanted: the options that all reports take."""

    period: Period | None
    format: str
    out: Path | None
    lang: str
    despite_problems: bool
    fragment: bool = False
    since: datetime.date | None = None


def make(
    session: Session,
    name: str,
    subject_of: Callable[[Register], str],
    wanted: Wanted,
    hint: Callable[[Paper], None] | None = None,
) -> None:
    """Make one report and write or print it. `hint`: what is said of it on stderr besides."""
    from pledgekit.reports import REPORTS

    ending = ending_of(wanted)
    session.words(wanted.lang)
    if wanted.out is not None:
        insist_apart(session, wanted.out)
    loaded = session.load()
    subject = subject_of(loaded.register)
    if subject:
        session.insist_known(loaded.register, Ref.parse(subject))
    _insist_past(session, wanted.since)
    if not wanted.despite_problems:
        session.refuse_errors(loaded)
    report = REPORTS[name]
    view = session.view(loaded.register, default=Audience.PUBLIC, city=subject if report.subject == "city" else "")
    paper = report.make(view, subject, wanted.period, despite_problems=wanted.despite_problems, since=wanted.since)
    made = printed(session, name, paper, ending, wanted)
    _say_held_back(session, view)
    if wanted.out is None:
        data(made.decode())
    else:
        audience = view.lens.audience
        if disk.is_folder(wanted.out):
            out = wanted.out / named("-".join(filter(None, (name, subject.replace("/", "-")))), ending, audience)
        else:
            out = marked(wanted.out, audience)
        publish(session, out, made)
        talk(session.words().say("cli.report-at", path=f"{out.absolute()}"))
        data(f"{out}\n")
    if hint is not None:
        hint(paper)


def _insist_past(session: Session, since: datetime.date | None) -> None:
    """Raise UsageError for a comparison with a day on which nobody has read anything yet, or that has no time since."""
    if since is None:
        return
    if since > session.now.astimezone().date():
        raise UsageError(f"--since {since} is in the future", remedy="name the day of an earlier edition")
    if session.known_on is not None and since >= session.known_on:
        raise UsageError(f"--since {since} is not before --known-on {session.known_on}", remedy="name an earlier day")


def printed(session: Session, name: str, paper: Paper, ending: str, wanted: Wanted) -> bytes:
    """Give a report in a format."""
    from pledgekit.render import render, render_fragment
    from pledgekit.render.json import to_json
    from pledgekit.reports import REPORTS

    if ending == JSON:
        return to_json(paper)
    document = REPORTS[name].lay_out(paper, session.words(wanted.lang))
    return render_fragment(document, ending) if wanted.fragment else render(document, ending)


def named(name: str, ending: str, audience: Audience) -> str:
    """Give a file's name that says for whom alone the report is, where it is not for all."""
    return f"{_MARKS[audience]}{name}.{ending}"


def marked(out: Path, audience: Audience) -> Path:
    """Give the path of a file that was named; what is internal says so in its name, whatever was typed.

    What is there and no file keeps its name: nothing is written there, and nothing is to be written beside it.
    """
    if audience is not Audience.INTERNAL or _INSIDE in out.name or (out.exists() and not out.is_file()):
        return out
    return out.with_name(f"{_MARKS[audience]}{out.name}")


def ending_of(wanted: Wanted) -> str:
    """Give the format asked for, or that of the file's ending; raises UsageError, naming those there are."""
    from pledgekit.render import FORMATS, FRAGMENTS

    suffix = wanted.out.suffix if wanted.out is not None and not disk.is_folder(wanted.out) else ""
    ending = wanted.format or suffix.removeprefix(".").lower() or "md"
    known = tuple(FRAGMENTS) if wanted.fragment else (*FORMATS, JSON)
    if ending not in known:
        what = "fragment in the format" if wanted.fragment else "format"
        raise UsageError(f"no {what} {ending!r}", remedy=f"give --format, one of {', '.join(known)}")
    return ending


def register_for(session: Session, wanted: Wanted) -> Register:
    """Read the register; raises Refused while errors stand, unless it was asked for all the same."""
    loaded = session.load()
    if not wanted.despite_problems:
        session.refuse_errors(loaded)
    return loaded.register


def _say_held_back(session: Session, view: View) -> None:
    held = sum(view.held_back.values())
    if held:
        talk(session.words().count("cli.held-back", held, audience=view.lens.audience.value))
