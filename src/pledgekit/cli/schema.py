"""`schema`: the file format as a JSON Schema, for editors."""

from __future__ import annotations

from typing import Final

from pledgekit.cli.console import data

__all__ = ["SCHEMA_FILE", "command", "schema_text"]

SCHEMA_FILE: Final = "pledgekit.schema.json"  # where `init` puts it, and where editors are told to look


def command() -> None:
    """Print the JSON Schema of the register's files (`init` puts it where editors find it)."""
    data(schema_text())


def schema_text() -> str:
    """Give the schema as the text of a file."""
    import json

    from pledgekit.schema import schema

    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
