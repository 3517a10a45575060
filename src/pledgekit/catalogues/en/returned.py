"""English: what `round import` says."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "returned.file": "{file}: {city}, {period}: {new} new, {changed} changed, {same} the same, {refused} refused",
    "returned.row.new-what": "  {place}: new: {what}",
    "returned.row.changed-what": "  {place}: changed: {what}",
    "returned.row.same-what": "  {place}: the same: {what}",
    "returned.row.refused": "  {place}: refused",
    "returned.row.refused-what": "  {place}: refused: {what}",
    "returned.key.changed": "      {key}: {before} → {after}",
    "returned.key.added": "      {key}: {after}",
    "returned.key.taken": "      {key}: {before} → (nothing)",
    "returned.similar": "  much like what is on record: {refs}",
    "returned.why": "{row} ({why})",
    "returned.note": "  {place}: {why}",
    "returned.more-notes": {"one": "  and 1 more that is not read", "other": "  and {n} more that are not read"},
    "returned.empty": "{file}: {city}, {period}: nothing was filled in",
    "returned.twice": "{file} and {other} are both of {city}, and they differ: none of them is written",
    "returned.twice-remedy": "read them one after the other, the older one first",
    "returned.copy": "{file} says the same as {other}; one of them is enough",
    "returned.passed-over": "{file} is no workbook that can be read (.xlsx, .ods), and is passed over",
    "returned.as-it-is": "answers are read into the register as it is now, and shown to staff",
    "returned.as-it-is-remedy": "leave out --known-on and --audience",
    "returned.unreadable": {"one": "1 file cannot be read", "other": "{n} files cannot be read"},
    "returned.preview": "this is a preview, nothing was written; to write it: --apply",
    "returned.refused": {
        "one": "1 form is not written: something of it is refused",
        "other": "{n} forms are not written: something of them is refused",
    },
    "returned.refused-remedy": "repair the cells in the workbook, or ask the city; then read it again",
    "returned.written": {"one": "1 file was written", "other": "{n} files were written"},
    "returned.nothing": "nothing was written: all of it is on record",
    "returned.nothing-written": "nothing was written",
    "returned.no-files": "no workbook (.xlsx, .ods) is in {folder}",
    "returned.told": (
        "a note tells what a city wants corrected: pledgekit list notes; what may be published: pledgekit list reviews"
    ),
}
