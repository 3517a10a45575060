"""`round`: the yearly round. One file a step; nothing is ever sent."""

from __future__ import annotations

import typer

from pledgekit.cli import round_ask, round_extend, round_import, round_open, round_remind, round_sent, round_status

__all__ = ["command"]

command = typer.Typer(rich_markup_mode=None, help="Ask every signatory once a year, and read the answers back.")


@command.callback()
def _round() -> None:
    """Ask every signatory once a year, and read the answers back."""


for _name, _module in (
    ("open", round_open),
    ("ask", round_ask),
    ("sent", round_sent),
    ("status", round_status),
    ("remind", round_remind),
    ("extend", round_extend),
    ("import", round_import),
):
    command.command(_name)(_module.command)
