"""The options that every `report` takes, as typer reads them."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Annotated

import typer

from pledgekit.cli.options import day, period
from pledgekit.dates import Period

__all__ = ["Despite", "Format", "Lang", "Out", "PeriodOption", "SinceOption"]

PeriodOption = Annotated[
    Period | None,
    typer.Option("--period", parser=period, metavar="PERIOD", help="2024, or 2024-07/2025-06 (default: everything)."),
]
SinceOption = Annotated[
    datetime.date | None,
    typer.Option("--since", parser=day, metavar="DATE", help="Tell what changed since the edition of that day."),
]
Format = Annotated[
    str,
    typer.Option("--format", metavar="md|html|json|txt", help="The format (default: by the ending of --out, else md)."),
]
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE|DIR", help="Where to write it (default: to the terminal)."),
]
Lang = Annotated[str, typer.Option("--lang", metavar="TAG", help="The language of the report.")]
Despite = Annotated[
    bool, typer.Option("--despite-problems", help="Make it although errors stand in the register; it will say so.")
]
