"""Problems: what is wrong with a register, as data. THE table of codes. Layer 2.

A problem is listed, never raised. Severity, meaning and remedy belong to the code, once; a check adds where and what.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

__all__ = ["CODES", "Code", "Problem", "Severity", "problem"]

Severity = Literal["error", "warning", "info"]


class Code(NamedTuple):
    """One kind of problem: its severity, what it means, and how to repair it."""

    severity: Severity
    meaning: str
    remedy: str


class Problem(NamedTuple):
    """One thing that is wrong, where, and how to repair it. `line` is 1-based; 0 when the whole file is meant."""

    file: str
    line: int
    code: str
    severity: Severity
    path: str
    message: str
    remedy: str


CODES: Final[dict[str, Code]] = {
    # reading the folder
    "unreadable": Code("error", "A file or folder cannot be read.", "Check that it exists and that you may read it."),
    "outside-link": Code(
        "error", "A link leads out of the register.", "Put the file itself there; links out are not followed."
    ),
    "unknown-file": Code(
        "error",
        "A file that nobody understands lies in the register.",
        "Move it elsewhere, or give it the ending .toml if it holds records.",
    ),
    "leftover": Code(
        "info",
        "A temporary file of a write that did not end was left behind.",
        "It holds nothing that counts; delete it when nobody is recording.",
    ),
    # the bytes of a file
    "empty-file": Code(
        "error", "A file is empty.", "Restore it from a backup, or delete it if it never held a record."
    ),
    "nul-bytes": Code(
        "error", "A file holds NUL bytes, as after a crash or a failed sync.", "Restore it from a backup."
    ),
    "not-utf-8": Code("error", "A file is not UTF-8 text.", "Save it as UTF-8 in your editor."),
    "too-large": Code("error", "A file is larger than 5 MB.", "Split it: a file may hold any number of records."),
    "too-deep": Code("error", "Tables or keys are nested too deeply.", "Write the values as plain keys."),
    "conflict-markers": Code(
        "error", "A merge left both versions in the file.", "Keep the lines you want and delete the marker lines."
    ),
    "syntax": Code("error", "The file is not valid TOML.", "Repair the line; the file's other records wait for it."),
    # the shape of a record
    "unknown-table": Code("error", "A table is not a kind of record.", "Use one of the kinds' names."),
    "wrong-home": Code(
        "error",
        "A kind of record lies with the wrong kind of owner.",
        "Move it: cities' records lie under commitments/, declarations' under declarations/.",
    ),
    "unknown-key": Code("error", "A key is not known here.", "Correct the spelling, or put it under `extra`."),
    "missing-key": Code("error", "A required key is missing.", "Add it."),
    "wrong-type": Code("error", "A value is of the wrong type.", "Write the value as the message says."),
    "unknown-word": Code("error", "A word is not on its list.", "Use one of the words listed."),
    "bad-id": Code(
        "error", "An id is not made of lower-case words and hyphens.", "Use letters a-z, digits and single hyphens."
    ),
    "bad-ref": Code("error", "A ref is not `owner` or `owner/id`.", "Write it as in hague-2022/speak-out."),
    "bad-date": Code(
        "error", "A date or period cannot be read.", 'Write 2023-06-15, "2023", "2023-06" or "2023-03/2023-05".'
    ),
    "quoted-date": Code("error", "A full date stands in quotes.", "Take the quotes away."),
    # owners
    "missing-owner": Code(
        "error",
        "A folder holds records but no [declaration] or [city].",
        "Add declaration.toml or city.toml to the folder (pledgekit new).",
    ),
    "folder-mismatch": Code(
        "error", "The folder's name is not the owner's id.", "Rename the folder, or correct the id."
    ),
    "stray-file": Code(
        "error", "A file with records lies in no owner's folder.", "Move it into the folder of a city or declaration."
    ),
    "two-owners": Code("error", "Two owners have the same id.", "Rename one; declarations and cities share their ids."),
    # between records
    "duplicate-id": Code("error", "Two records of an owner have the same id.", "Give one of them another id."),
    "two-revisions": Code(
        "error",
        "The same revision of a record exists in two versions.",
        "Keep one, or record a further revision that says what holds.",
    ),
    "unknown-commitment": Code("error", "A ref names a commitment that does not exist.", "Correct the ref."),
    "unknown-ref": Code("error", "A ref names something that does not exist.", "Correct the ref."),
    "wrong-target": Code("error", "A ref names a record of another kind.", "Name a record of the kind that is meant."),
    "retracted-ref": Code(
        "warning", "A ref names a record that was retracted.", "Name what stands in its place, or take the ref away."
    ),
    "absent-record": Code(
        "info",
        "A retraction or review speaks of a record that is not held here.",
        "Correct the ref, unless the record was erased or this copy has no internal/ folders.",
    ),
    "dates-order": Code("error", "Something ends before it begins.", "Correct one of the two dates."),
    "future-date": Code(
        "warning",
        "What is on record as done lies in the future, and does not count until then.",
        "Correct the date, or wait.",
    ),
    "completion-or-instead": Code(
        "error",
        "An update needs exactly one of `completion` and `instead`.",
        "Give a level, or another answer, not both.",
    ),
    "level-and-evidence": Code(
        "error",
        "An assessment has a level exactly when there is something to judge by.",
        'Take `completion` away with evidence_level "none"; give it otherwise.',
    ),
    "long-narrative": Code("warning", "A narrative is longer than 200 words.", "Shorten it; reports print it whole."),
    "two-answers": Code(
        "warning",
        "A city answers the same commitment twice for the same period.",
        "Retract one, or record one as a further revision of the other.",
    ),
    "unchanged-from-nothing": Code(
        "warning",
        "An update says that nothing changed, but no earlier level is held.",
        "Give the level, or record the earlier update.",
    ),
    "missing-country": Code("error", "A city has no country.", "Add its ISO 3166-1 code."),
    "unknown-country": Code(
        "error", "A country code is not in ISO 3166-1.", "Use the two capital letters of the country."
    ),
    "unknown-figure": Code("error", "A published total names no figure of ours.", "Use one of the figures' ids."),
    "undated-official": Code("error", "An office-holder has neither `from` nor `seen`.", "Add one of the two."),
    "empty-source": Code("error", "A source or evidence has neither title nor address.", "Give one of the two."),
    "number-without-text": Code(
        "error",
        "A commitment has a number or a text that is not official.",
        'Take it away, or set wording = "official" with the clause itself.',
    ),
    "missing-round": Code("error", "A request speaks of a round that does not exist.", "Open the round first."),
    "rounds-overlap": Code("error", "Two rounds of a declaration overlap.", "Change one of the periods."),
    "narrow-round": Code(
        "error",
        "A round is narrower than public.",
        "Take `visibility` away; `responses` says who may see who answered.",
    ),
    "internal-outside": Code(
        "error",
        "Internal content lies outside the owner's internal/ folder.",
        "Move the file into internal/, so that folder rights and git can keep it in.",
    ),
    "retraction-inside": Code(
        "error",
        "A retraction lies in internal/, and so does not reach every copy.",
        "Move it out of internal/.",
    ),
    "narrowed-in-open": Code(
        "error",
        "A record was narrowed to internal while an earlier revision lies outside internal/.",
        "Retract it and record it anew.",
    ),
    "hidden-endorsement": Code(
        "warning",
        "An endorsement will not show in public, so public counts are lower than yours.",
        "Release it if it may be shown.",
    ),
    "published-differs": Code(
        "info", "A total that others published differs from ours.", "Say why in `why`; the report prints both."
    ),
    "no-recorded": Code(
        "warning",
        "A record does not say since when we know it.",
        "Add `recorded`, so that `--known-on` can tell.",
    ),
}


def problem(code: str, message: str, *, file: str, line: int = 0, path: str = "", remedy: str = "") -> Problem:
    """Make a problem of a code; the remedy is the code's own unless a better one is known."""
    known = CODES[code]
    return Problem(file, line, code, known.severity, path, message, remedy or known.remedy)
