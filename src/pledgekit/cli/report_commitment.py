"""`report commitment`: one commitment, examples, who does what; as a page, or as a part of another website."""

from __future__ import annotations

from typing import Annotated

import typer

from pledgekit.cli.completion import commitments
from pledgekit.cli.context import Session
from pledgekit.cli.report_making import Wanted, make
from pledgekit.cli.report_options import Despite, Format, Lang, Out, PeriodOption

__all__ = ["command"]


def command(
    ctx: typer.Context,
    ref: Annotated[
        str,
        typer.Argument(
            metavar="REF", autocompletion=commitments, help="declaration/id, or its id or title.", show_default=False
        ),
    ],
    *,
    fragment: Annotated[
        bool, typer.Option("--fragment", help="A part for another website: no head, no styles (html or md).")
    ] = False,
    period: PeriodOption = None,
    format: Format = "",
    out: Out = None,
    lang: Lang = "en",
    despite_problems: Despite = False,
) -> None:
    """Tell of one commitment: examples, and who does what."""
    from pledgekit.model.kinds import COMMITMENTS
    from pledgekit.naming import find_ref

    session: Session = ctx.obj
    wanted = Wanted(period, format, out, lang, despite_problems, fragment)
    make(session, "commitment", lambda register: str(find_ref(register, ref, COMMITMENTS)), wanted)
