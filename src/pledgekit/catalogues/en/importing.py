"""English: what `import` says."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "importing.read": "read as {encoding}, separator: {separator}",
    "importing.read-one-column": "read as {encoding}, one column",
    "importing.read-book": "read as {book}, sheet: {sheet}, names of columns in row {head}",
    "importing.other-ending": "its name ends in {ending}, but it is {what}, and read as that",
    "importing.is-csv": "CSV text",
    "importing.is-xlsx": "a workbook (xlsx)",
    "importing.is-ods": "a workbook (ods)",
    "importing.is-it-meant": "“{text}” is no city or declaration here; is it {owner} ({names})?",
    "importing.twin": "row {row}: says the same as row {twin}",
    "importing.twins": {"one": "twice in this list: row {rows}", "other": "twice in this list: rows {rows}"},
    "importing.no-rows": "it has a header and no rows, so there is nothing to take in",
    "importing.no-rows-remedy": "fill in a row below the header",
    "importing.no-clauses": "no clause was found in it",
    "importing.no-clauses-remedy": 'begin each clause with its number, as in "1. We will …", or with its title',
    "importing.clauses": {"one": "1 clause was found", "other": "{n} clauses were found"},
    "importing.left-out": "line {row}: left out, before any clause: {text}",
    "importing.clause": "    number {number}: {text}",
    "importing.column.plain": "under their own names: {names}",
    "importing.column.key": "{letter}  {name} → {key}",
    "importing.constant": "every row: {key} = {value}",
    "importing.column.ours": "{letter}  {name}: not taken, the program sets it",
    "importing.column.aside": "{letter}  {name}: left out, as you said",
    "importing.column.unknown": "{letter}  {name}: no key of this kind; say what it is: --map '{name}=KEY', or leave "
    "it out: --map '{name}='",
    "importing.column.unknown-near": "{letter}  {name}: no key of this kind (nearest: {nearest}); say what it is: "
    "--map '{name}=KEY', or leave it out: --map '{name}='",
    "importing.column.unnamed": "{letter}  (no name): name it in the first row, or empty the whole column",
    "importing.spoken": "    {key}: {text}, taken as some time within {date}",
    "importing.row.new": "row {row}: new: {what}",
    "importing.row.same": "row {row}: same: {ref}",
    "importing.row.changed": "row {row}: changed: {ref}",
    "importing.row.refused": "row {row}: refused",
    "importing.change": "    {key}: {old} → {new}",
    "importing.nothing": "(nothing)",
    "importing.similar": "    likely on record already: {refs}",
    "importing.fault": "    {message}",
    "importing.fault-remedy": "{fault} {remedy}",
    "importing.fault-cell": "    {cell} ({column}): {message}",
    "importing.summary": "{new} new, {same} the same, {changed} changed, {refused} refused",
    "importing.preview": "this is a preview, nothing was written; to write it: --apply",
    "importing.written": {"one": "1 record was written", "other": "{n} records were written"},
    "importing.nothing-to-do": "nothing was written: all of it is on record",
    "importing.not-applied": "nothing was written, since rows are refused or columns not known",
    "importing.not-applied-remedy": "repair the list, or say with --map what its columns are",
}
