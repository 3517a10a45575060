"""English: what `export` says, and what lies beside its files."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "export.done": {"one": "1 record lies in {path}", "other": "{n} records lie in {path}"},
    "export.done-cells": {"one": "1 cell, worked out, lies in {path}", "other": "{n} cells, worked out, lie in {path}"},
    "export.despite": "This was made although errors stood in the register; records may be missing.",
    "export.about": 'What the audience "{audience}" may see of a register of declarations, as of {as_of}.',
    "export.about-known-on": "As it was known on {known_on}.",
    "export.about-tool": "Made by pledgekit {version}.",
    "export.about-csv": "One table a kind of record: UTF-8, commas. The columns are the keys of the file format; a "
    "list of words is joined by semicolons, what is nested is JSON. An apostrophe in front of = + - @ keeps a "
    "spreadsheet from running a cell; it is no part of the text.",
    "export.about-xlsx": "One sheet a kind of record; the sheet “codebook” says what each column means. Every cell is "
    "text: a list of words is joined by semicolons, what is nested is JSON. An apostrophe in front of = + - @ is no "
    "part of the text. A sheet of records can be read back: pledgekit import KIND FILE --sheet KIND",
    "export.about-cells": "“cells” is no kind of record: it is worked out from the others, as status shows it, a row a "
    "city and commitment, with what the city says and, apart from it, what an assessor finds. It cannot be taken in.",
    "export.about-sheet": "About this workbook",
    "export.about-kind": "{kind}: {n}",
    "export.codebook.ref": "The record's name in full: its owner, and its id after a slash.",
    "export.codebook.owner": "The id of the city or declaration whose record it is.",
    "export.codebook.date-text": "The words in which the date before it is printed.",
    "export.codebook.kind": "kind",
    "export.codebook.key": "key",
    "export.codebook.meaning": "meaning",
    "export.codebook.type": "type",
    "export.codebook.needed": "required",
    "export.codebook.words": "words and what they mean",
    "export.codebook.seen-by": "who may ever see it",
    "export.codebook.required": "required",
    "export.codebook.list": "list, each: {type}",
    "export.codebook.type-text": "text",
    "export.codebook.type-word": "one of the words",
    "export.codebook.type-truth": "true or false",
    "export.codebook.type-whole": "whole number",
    "export.codebook.type-number": "number",
    "export.codebook.type-date": "date: 2024-06-15, 2024-06, 2024 or 2024-03/2024-05",
    "export.codebook.type-period": "period: 2024 or 2024-07/2025-06",
    "export.codebook.type-ref": "ref of a record, city or declaration",
    "export.codebook.type-table": "nested, as JSON",
    "export.codebook.seen-public": "everybody",
    "export.codebook.seen-network": "the network",
    "export.codebook.seen-internal": "staff",
    "export.cells.declaration": "The declaration, by its id.",
    "export.cells.period": "The period of the cell: the newest that was asked about or reported; empty without one.",
    "export.cells.city": "The city, by its id: each that endorsed at some time.",
    "export.cells.commitment": "The commitment, each in use.",
    "export.cells.state": "In which state the cell is; silence is a state of its own and never means that nothing was "
    "done.",
    "export.cells.completion": "What the city says: how far it is. Empty unless it reported a level.",
    "export.cells.assessed": "What the assessor finds, apart from what the city says; empty where no assessment holds.",
    "export.cells.evidence_level": "On what the assessment that holds rests.",
    "export.cells.assessor": "Who made the assessment that holds.",
    "export.cells.assessment": "The assessment that holds, or why none does. Empty where the declaration is not "
    "assessed, and for the public while its headings are working titles.",
    "export.cells.flags": "What has to be known of the cell.",
    "export.cells.actions": "The actions on record for it, without statements and what was done before the "
    "declaration.",
    "export.cells.seen": "whoever sees what it is worked out from",
    "export.about-register": "This folder is itself a register: pledgekit --root THIS check",
}
