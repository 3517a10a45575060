"""`report`: what is made to be sent. One file a report; they refuse while errors stand."""

from __future__ import annotations

import typer

from pledgekit.cli import (
    report_annual,
    report_city,
    report_commitment,
    report_corrections,
    report_findings,
    report_spotlight,
)

__all__ = ["command"]

command = typer.Typer(rich_markup_mode=None, help="Make a report.")


@command.callback()
def _reports() -> None:
    """Make a report."""


for _name, _module in (
    ("annual", report_annual),
    ("city", report_city),
    ("commitment", report_commitment),
    ("spotlight", report_spotlight),
    ("findings", report_findings),
    ("corrections", report_corrections),
):
    command.command(_name)(_module.command)
