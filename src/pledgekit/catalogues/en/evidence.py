"""English: what `evidence` says."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "evidence.sources": {
        "none": "no source is on record",
        "one": "1 source is on record",
        "other": "{n} sources are on record",
    },
    "evidence.found": {"one": "1 copy is as it was taken", "other": "{n} copies are as they were taken"},
    "evidence.lost": {
        "none": "no copy is missing",
        "one": "of 1 copy no file that was looked at has the fingerprint: it is missing, or was changed",
        "other": "of {n} copies no file that was looked at has the fingerprint: they are missing, or were changed",
    },
    "evidence.uncopied": {
        "none": "of every page a copy is kept",
        "one": "1 source is a page of which no copy is kept",
        "other": "{n} sources are pages of which no copy is kept",
    },
    "evidence.old": {
        "none": "no copy is older than two years",
        "one": "1 copy is older than two years",
        "other": "{n} copies are older than two years",
    },
    "evidence.undated": {
        "none": "every source has its date",
        "one": "1 source has no date",
        "other": "{n} sources have no date",
    },
    "evidence.thin-none": {
        "none": "every action has a source",
        "one": "1 action rests on no source",
        "other": "{n} actions rest on no source",
    },
    "evidence.thin-one": {
        "none": "no action rests on one source alone",
        "one": "1 action rests on one source",
        "other": "{n} actions rest on one source",
    },
    "evidence.line": "  {ref}: {what}",
    "evidence.page": "  {url}: {refs}",
    "evidence.page-more": {"one": "  {url}: {refs}, and 1 more", "other": "  {url}: {refs}, and {n} more"},
    "evidence.line-captured": "  {ref}: {what} (taken {date})",
    "evidence.not-looked": "copies were not looked at: name their folder with --copies",
    "evidence.capture-hint": "to put a copy on record: pledgekit evidence capture URL FILE",
    "evidence.nowhere": "{url} is the address of no source on record",
    "evidence.nowhere-remedy": "record it first: pledgekit record CITY --evidence, or pledgekit correct REF",
    "evidence.changed": "{ref}: another copy of it was on record; it stays in the earlier revision",
    "evidence.voids": "{ref}: reviews of it speak of what it was before, and no longer hold: {reviews}",
    "evidence.same": "nothing was written: this copy is on record",
    "evidence.empty": "{file} is empty, so it is no copy of a page",
}
