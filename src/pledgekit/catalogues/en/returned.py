"""English: what `round import` says."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "returned.file": "{file}: {city}, {period}: {new} new, {changed} changed, {same} the same, {refused} refused",
    "returned.row.new": "  {place}: new: {what}",
    "returned.row.changed": "  {place}: changed: {what}",
    "returned.row.same": "  {place}: the same: {what}",
    "returned.row.refused": "  {place}: refused",
    "returned.row.refused-what": "  {place}: refused: {what}",
    "returned.why": "{row} ({why})",
    "returned.note": "  {place}: {why}",
    "returned.empty": "{file}: {city}, {period}: nothing was filled in",
    "returned.twice": "{file} and {other} are both of {city} for {period}",
    "returned.twice-remedy": "read them one after the other, the older one first",
    "returned.unreadable": {"one": "1 file cannot be read", "other": "{n} files cannot be read"},
    "returned.preview": "this is a preview, nothing was written; to write it: --apply",
    "returned.refused": {
        "one": "1 form is not written: something of it is refused",
        "other": "{n} forms are not written: something of them is refused",
    },
    "returned.refused-remedy": "repair the cells in the workbook, or ask the city; then read it again",
    "returned.written": {"one": "1 file was written", "other": "{n} files were written"},
    "returned.nothing": "nothing was written: all of it is on record",
    "returned.no-files": "no workbook (.xlsx, .ods) is in {folder}",
    "returned.told": (
        "a note tells what a city wants corrected: pledgekit list notes; what may be published: pledgekit list reviews"
    ),
}
