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
    "missing-folder": Code(
        "warning",
        "The register has no folder for cities.",
        "Connect the share or fetch the folder; if there is no city yet, make the folder (pledgekit new city).",
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
    "unportable-name": Code(
        "warning",
        "A file or folder has a name that Windows cannot hold.",
        "Rename it; with an owner's folder change its id, and the refs to it.",
    ),
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
    "unchecked-ref": Code(
        "info",
        "A ref leads to an owner of whom something cannot be read, so nobody can tell whether it is right.",
        "Mend that owner's errors first, then check again.",
    ),
    "date-and-span": Code(
        "error",
        "An action has both a `date` and a `start` or `end`.",
        "Keep `date`, or `start` and `end`, and take the other away.",
    ),
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
    "settles-other": Code(
        "error",
        "An assessment settles one of another city, clause or period.",
        "Name assessments of the same city, clause and period.",
    ),
    "settles-circle": Code(
        "error",
        "Two assessments settle each other, or one settles itself.",
        "Let the later one settle the earlier, and take the other ref away.",
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
    "official-without-text": Code(
        "error",
        "A commitment is called official, and its text is not there.",
        'Add the clause itself as `text`, or set wording = "paraphrase".',
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
        "Retract it for privacy or safety and record it anew, or erase it (pledgekit erase).",
    ),
    "hidden-endorsement": Code(
        "warning",
        "An endorsement will not show in public, so public counts are lower than yours.",
        "Release it if it may be shown.",
    ),
    "built-on-hidden": Code(
        "warning",
        "A public finding is built on a dialogue or finding that is not public.",
        "Narrow the finding, or release what it is built on.",
    ),
    # likely slips, and what is worth knowing
    "city-circle": Code("error", "A city's parent or successor leads back to the city.", "Take one of the refs away."),
    "same-name": Code(
        "warning",
        "Two cities or two declarations bear the same name.",
        "If it is one city, retract one; if not, give each its `subdivision`, or take the alias away.",
    ),
    "endorsed-twice": Code(
        "warning", "An endorsement is on record twice.", "Retract one, or record it as a further revision of the other."
    ),
    "ended-before-begun": Code(
        "warning", "An endorsement ends before it began.", "Correct the date, or record how it began."
    ),
    "never-endorsed": Code(
        "warning",
        "A city answers, or is judged by, a declaration that it never endorsed.",
        "If it endorsed, record that; if this is another city's, retract it and record it there.",
    ),
    "before-declaration": Code(
        "info",
        "An action lay before a declaration it stands under.",
        "Nothing, if it is so: reports list it apart.",
    ),
    "undated-action": Code(
        "info",
        "It is not known when an action was, only when somebody described it.",
        "Add `date` or `start` when you learn it; reports say that it is undated.",
    ),
    "outside-period": Code(
        "warning",
        "What is said of a period lies outside it.",
        "Correct the date or the period, or take the ref away.",
    ),
    "planned-past": Code(
        "info",
        "The day of a planned event has passed, and nobody has said whether it took place.",
        "Set its `state`: held, cancelled, or unknown.",
    ),
    "likely-duplicate": Code(
        "warning",
        "Something is likely on record twice.",
        "If so, retract one in favour of the other; if not, tell them apart in their titles.",
    ),
    "missing-evidence": Code(
        "info",
        "A public action has neither evidence nor a source.",
        "Add what shows it when you have it; reports count it apart.",
    ),
    "one-source": Code(
        "info",
        "What is called corroborated or verified names one source.",
        "Add the others, or lower the level of evidence.",
    ),
    "bad-address": Code(
        "warning", "An address is malformed.", "Copy it again; an address of a page begins with https:// or http://."
    ),
    "officials-overlap": Code(
        "warning", "Two people were mayor of a city on the same days.", "Correct `from`, `until` or `seen`."
    ),
    "official-not-seen": Code(
        "info",
        "Nobody has seen an office-holder in office for more than a year.",
        "Look, then record `seen` anew, or `until`.",
    ),
    "superseded-circle": Code(
        "error", "A clause takes its own place in the end.", "Take one of the refs in `superseded_by` away."
    ),
    "superseded-chain": Code(
        "warning",
        "What took a clause's place was superseded in its turn.",
        "Name the clause that is in use now.",
    ),
    "clause-changed": Code(
        "info",
        "An answer, assessment, translation or filing was made for other words of the clause than those of now.",
        "See whether it still holds, and record that (a review, still-holds), or file it anew.",
    ),
    "open-clause": Code(
        "info",
        "An action is filed under a working title that became several clauses, or none.",
        "File it under the clause it belongs to (correct, commitments), or say that it holds for all (still-holds).",
    ),
    "included-in": Code(
        "warning",
        "Who reports in the city's place is not named, or named without need.",
        'Give `included_in` with instead = "included-elsewhere", and only there.',
    ),
    "missing-selection": Code(
        "info",
        "Examples were chosen for an edition, but not for this clause.",
        "Choose some, or leave it: the report then lists all.",
    ),
    "selection-mismatch": Code(
        "warning", "A chosen example is not filed under the clause.", "Choose another, or file it there."
    ),
    "no-permission": Code(
        "warning",
        "What a city or partner told us is public, was not published before, and nobody gave leave.",
        "Ask, and record the answer (a review, may-publish); until then narrow its visibility.",
    ),
    "not-released": Code(
        "info", "A city lets it be published as it is, and it is not public yet.", "Release it, if it is to be told."
    ),
    "reply-open": Code(
        "warning",
        "An assessment was released before the city replied or its time to reply passed; it is held back till then.",
        "Give `reply_due`, wait for it, or record the reply.",
    ),
    "void-review": Code(
        "info",
        "A record has changed since it was reviewed, so the review no longer speaks for it.",
        "Look again, and record a new review.",
    ),
    "name-in-text": Code(
        "warning",
        "An action may be published without its city's name, and its text gives the name away. It is left out.",
        "Correct the text, then review it again.",
    ),
    "hidden-name": Code(
        "error",
        "The text of an action that is told without its city's name holds a name that leads there.",
        "Correct the text, then review it again; or retract the review and narrow the action.",
    ),
    "unnamed-by-hand": Code(
        "warning",
        'An owner of the kind "unnamed" holds something else than an export wrote.',
        "Record it of the city itself; a review (may-publish-unnamed) takes the name off.",
    ),
    "contact-in-public": Code(
        "warning", "A contact's name, e-mail address or telephone stands in a public text.", "Take it out of the text."
    ),
    "internal-words": Code(
        "warning", "Words that were meant for staff stand in a public text.", "Take them out, or narrow its visibility."
    ),
    # against an earlier state (check --since)
    "changed-in-place": Code(
        "error",
        "A record was changed where it stood; only git knows what it said.",
        "Put back what it said, and record the change as the next revision (pledgekit correct).",
    ),
    "record-gone": Code(
        "error",
        "A record was taken away, and no retraction tells of it.",
        "Put it back; retract it if it was not so.",
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
