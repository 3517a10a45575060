"""Which commands there are. A command's module is read when it runs, or when all are listed: starts stay short."""

from __future__ import annotations

from importlib import import_module
from typing import Final

import typer

__all__ = ["COMMANDS", "GLOBAL_VALUES", "application", "named"]

COMMANDS: Final[dict[str, str]] = {  # name → module; in the order of --help
    "status": "status",
    "list": "list",
    "show": "show",
    "count": "count",
    "todo": "todo",
    "match": "match",
    "explain": "explain",
    "diff": "diff",
    "check": "check",
    "record": "record",
    "endorse": "endorse",
    "leave": "leave",
    "update": "update",
    "assess": "assess",
    "reply": "reply",
    "review": "review",
    "note": "note",
    "add": "add",
    "correct": "correct",
    "release": "release",
    "retract": "retract",
    "erase": "erase",
    "report": "report",
    "round": "round",
    "import": "import_",
    "export": "export",
    "evidence": "evidence",
    "scan": "scan",
    "new": "new",
    "init": "init",
    "fmt": "fmt",
    "schema": "schema",
}

GLOBAL_VALUES: Final = ("--root", "--as-of", "--known-on", "--audience")  # global options that take a value


def named(argv: list[str]) -> str:
    """Give the command that the arguments name, or nothing when there is none or it is not known."""
    rest = iter(argv)
    for each in rest:
        if each in GLOBAL_VALUES:
            next(rest, "")
        elif not each.startswith("-"):
            return each if each in COMMANDS else ""
    return ""


def application(name: str = "", *, completion: bool = True) -> typer.Typer:
    """Make the program with one command, or with all of them when none is named, and with what completes words."""
    from pledgekit.cli.options import begin

    app = typer.Typer(
        add_completion=completion,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(begin)
    for each in [name] if name else COMMANDS:
        command = import_module(f"pledgekit.cli.{COMMANDS[each]}").command
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=each)
        else:
            app.command(each)(command)
    return app
