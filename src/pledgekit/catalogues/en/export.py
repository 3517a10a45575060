"""English: what `export` says, and what lies beside its files."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "export.done": {"one": "1 record lies in {path}", "other": "{n} records lie in {path}"},
    "export.despite": "This was made although errors stood in the register; records may be missing.",
    "export.about": 'What the audience "{audience}" may see of a register of declarations, as of {as_of}.',
    "export.about-known-on": "As it was known on {known_on}.",
    "export.about-tool": "Made by pledgekit {version}.",
    "export.about-csv": "One table a kind of record: UTF-8, commas. The columns are the keys of the file format; a "
    "list of words is joined by semicolons, what is nested is JSON. An apostrophe in front of = + - @ keeps a "
    "spreadsheet from running a cell; it is no part of the text.",
    "export.about-register": "This folder is itself a register: pledgekit --root THIS check",
}
