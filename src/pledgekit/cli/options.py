"""Options that several commands share, and the parsers of their values. A parser raises `typer.BadParameter`."""

import datetime
from typing import Annotated

import typer

from pledgekit.cli.completion import cities, declarations, scale
from pledgekit.cli.context import Session
from pledgekit.dates import Period, is_full_day
from pledgekit.datewords import Spoken, read_date
from pledgekit.errors import UsageError
from pledgekit.model.levels import Audience, Visibility

__all__ = [
    "By",
    "CityName",
    "CompletionLevel",
    "DeclarationName",
    "DeclarationOption",
    "DryRun",
    "Json",
    "Note",
    "PeriodOf",
    "Remark",
    "Sources",
    "Visible",
    "When",
    "begin",
    "country_code",
    "country_meant",
    "day",
    "period",
    "when",
    "word",
]


def day(text: str) -> datetime.date:
    """Read a full date: 2024-06-30."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        if is_full_day(text):
            raise typer.BadParameter(f"{text} is not in the calendar: there is no such day") from None
        raise typer.BadParameter(f"{text!r} is not a day; write it as 2024-06-30") from None


def when(text: str) -> Spoken:
    """Read a date as far as it is known, in figures or in words: 2023-06-15, 2023-06, spring 2023."""
    try:
        return read_date(text)
    except UsageError as error:
        raise typer.BadParameter(f"{error}") from None


def country_code(text: str) -> str:
    """Read a country's code, in capitals or not; of a name the code is suggested."""
    from pledgekit.model.countries import COUNTRIES, country_named

    if text.upper() in COUNTRIES:
        return text.upper()
    found = country_named(text, near=True)
    hint = f"did you mean {found} ({COUNTRIES[found]})?" if found else "give the two letters of ISO 3166-1, such as NL"
    raise typer.BadParameter(f"{text!r} is not a country code; {hint}")


def country_meant(text: str) -> str:
    """Read a country's code or its name."""
    from pledgekit.model.countries import country_named

    return country_named(text) or country_code(text)


def period(text: str) -> Period:
    """Read a period: 2024, or 2024-07/2025-06."""
    try:
        return Period.parse(text)
    except ValueError as error:
        raise typer.BadParameter(f"{error}") from None


def _audience(text: str) -> Audience:
    return Audience(_one_of(text, [each.value for each in Audience]))


def _visibility(text: str) -> str:
    return _one_of(text, [each.value for each in Visibility])


def _one_of(text: str, known: list[str] | tuple[str, ...]) -> str:
    """Let a known word through; else name the nearest and all of them."""
    if text in known:
        return text
    from pledgekit.ids import nearest

    close = nearest(text, known)
    hint = f" (nearest: {close})" if close else ""
    raise typer.BadParameter(f"{text!r} is not one of {', '.join(known)}{hint}")


class word:  # noqa: N801  used like a function: a parser of one scale's words
    """A parser of the words of one scale; the scales are read when a value is given."""

    def __init__(self, scale: str) -> None:
        """Take the scale's name."""
        self.scale = scale
        self.__name__ = "word"  # what --help calls the value

    def __call__(self, text: str) -> str:
        """Let a word of the scale through."""
        from pledgekit.model.scales import SCALES

        return _one_of(text, SCALES[self.scale].words)


CityName = Annotated[
    str,
    typer.Argument(
        metavar="CITY", help="Its id, name, alias or local name.", show_default=False, autocompletion=cities
    ),
]
DeclarationName = Annotated[
    str,
    typer.Argument(
        metavar="DECLARATION", help="Its id, title or alias.", show_default=False, autocompletion=declarations
    ),
]
DeclarationOption = Annotated[
    str,
    typer.Option(
        "--declaration",
        metavar="ID",
        autocompletion=declarations,
        help="Which declaration; may be left out when there is one.",
    ),
]
CompletionLevel = Annotated[
    str | None,
    typer.Option(
        "--completion",
        parser=word("completion"),
        metavar="LEVEL",
        autocompletion=scale("completion"),
        help="How far: limited, complete, …",
    ),
]
Visible = Annotated[
    str | None,
    typer.Option(
        "--visibility",
        parser=_visibility,
        metavar="LEVEL",
        help="Who may see it: public, network, internal.",
        autocompletion=scale("visibility"),
    ),
]
By = Annotated[
    str | None,
    typer.Option("--recorded-by", metavar="WHO", help="Who records (default: PLEDGEKIT_USER, git's user, login)."),
]
Remark = Annotated[str | None, typer.Option("--remark", metavar="TEXT", help="Printed beside the record.")]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="For staff only.")]
Sources = Annotated[
    list[str] | None, typer.Option("--source", metavar="URL|WORDS", help="Where it comes from; may be repeated.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would be recorded; write nothing.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
When = Annotated[
    object | None,
    typer.Option(
        "--date", parser=when, metavar="DATE", help='When: 2023-06-15, 2023-06, 2023, 2023-03/2023-05 or "spring 2023".'
    ),
]
PeriodOf = Annotated[
    Period | None,
    typer.Option(
        "--period",
        parser=period,
        metavar="PERIOD",
        help="2024, or 2024-07/2025-06 (default: that of the newest round).",
    ),
]


def begin(
    ctx: typer.Context,
    *,
    root: Annotated[
        str,
        typer.Option(
            "--root",
            metavar="DIR",
            envvar="PLEDGEKIT_ROOT",
            help="The register (default: the nearest folder upwards with declarations/).",
            show_default=False,
        ),
    ] = "",
    as_of: Annotated[
        datetime.date | None,
        typer.Option("--as-of", parser=day, metavar="DATE", help="The day the answer is for (default: today)."),
    ] = None,
    known_on: Annotated[
        datetime.date | None,
        typer.Option(
            "--known-on", parser=day, metavar="DATE", help="As we knew it on that day (default: all we know)."
        ),
    ] = None,
    audience: Annotated[
        Audience | None,
        typer.Option(
            "--audience",
            parser=_audience,
            metavar="public|city|network|internal",
            help="For whom (default: internal on screen, public for reports).",
        ),
    ] = None,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Track mayoral declarations: what cities pledged, what they did, and what can honestly be said of it."""
    if version:
        from pledgekit.version import __version__

        print(f"pledgekit {__version__}")
        raise typer.Exit
    ctx.obj = Session(root=root, as_of=as_of, known_on=known_on, audience=audience)
