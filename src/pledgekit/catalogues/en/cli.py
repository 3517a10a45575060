"""English: what the commands say."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    # what stands in the way
    "cli.errors-stand": {
        "one": "1 error stands in the register; what follows may lack records; see: pledgekit check",
        "other": "{n} errors stand in the register; what follows may lack records; see: pledgekit check",
    },
    "cli.refused": {
        "one": "1 error stands in the register, so no report was made",
        "other": "{n} errors stand in the register, so no report was made",
    },
    "cli.refused-remedy": "mend them (pledgekit check lists all), or give --despite-problems",
    # recording
    "cli.similar": "likely on record already: {refs}",
    "cli.dry-run": "nothing was written; it would have been {path}",
    "cli.unconfirmed": "recorded, not yet confirmed on disk: a power cut could still undo it",
    "cli.not-in-public": "this endorsement will not appear in public, nor in public counts",
    "cli.never-true": "Was {ref} never true?",
    "cli.leave-instead": "nothing was written; it was true and ended: pledgekit leave {city} DECLARATION",
    "cli.leave-perhaps": "if it was true and ended, this is the wrong command: pledgekit leave {city} DECLARATION",
    # list, show
    "cli.list-count": {"none": "no {many}", "one": "{n} {one}", "other": "{n} {many}"},
    "cli.show-revision": "revision {revision}, {file}:{line}",
    "cli.not-seen": "{ref} is on record, but not seen on this day by this audience",
    "cli.not-seen-remedy": "it may be retracted, later than --as-of or --known-on, or narrower than --audience",
    # status
    "cli.status-title": "{title} ({declaration})",
    "cli.status-lens": "period {period}; as of {as_of}; for audience {audience}",
    "cli.status-no-period": "none: nobody was asked, nobody reported",
    "cli.status-nobody": "No endorsement is on record.",
    "cli.status-provisional": "The headings are working titles, so no matrix is printed for this audience.",
    "cli.status-mark": "{mark}  actions are on record",
    "cli.status-none-open": "No answer is outstanding.",
    "cli.status-open": {"one": "{state} (1): {names}", "other": "{state} ({n}): {names}"},
    "cli.held-back": {
        "one": "1 record was held back for the audience {audience}",
        "other": "{n} records were held back for the audience {audience}",
    },
    "cli.figure.signatories": "Signatories",
    "cli.figure.countries": "Countries",
    "cli.figure.cities-with-action": "Signatories with an action on record",
    "cli.figure.actions": "Actions",
    "cli.figure.actions-with-evidence": "Actions with evidence",
    "cli.figure.actions/before": "Actions from before the declaration, not counted",
    "cli.figure.actions-elsewhere": "Actions of cities that do not endorse, not counted",
    "cli.figure.statements": "Statements",
    "cli.figure.response-rate": "Answered of those asked",
    "cli.code.not-endorsed": "ne",
    "cli.code.not-applicable": "ap",
    "cli.code.reported": "re",
    "cli.code.nothing-new": "nn",
    "cli.code.included-elsewhere": "ie",
    "cli.code.not-available": "nv",
    "cli.code.confidential": "cf",
    "cli.code.declined": "de",
    "cli.code.answered-unpublished": "au",
    "cli.code.not-due": "nd",
    "cli.code.not-published": "np",
    "cli.code.not-reached": "nr",
    "cli.code.no-answer": "no",
    "cli.code.awaiting": "aw",
    "cli.code.not-asked": "na",
    "cli.code.not-started": "L0",
    "cli.code.limited": "L1",
    "cli.code.substantial": "L2",
    "cli.code.complete": "L3",
    "cli.state.not-endorsed": "does not endorse",
    "cli.state.not-applicable": "says it does not apply",
    "cli.state.reported": "reported",
    "cli.state.nothing-new": "nothing new to report",
    "cli.state.included-elsewhere": "another signatory reports it",
    "cli.state.not-available": "the city cannot tell",
    "cli.state.confidential": "the city may not tell",
    "cli.state.declined": "declined to answer",
    "cli.state.answered-unpublished": "answered; not shown to this audience",
    "cli.state.not-due": "not due to report",
    "cli.state.not-published": "not published",
    "cli.state.not-reached": "our request did not arrive",
    "cli.state.no-answer": "asked, no answer",
    "cli.state.awaiting": "asked, answer not yet due",
    "cli.state.not-asked": "not asked",
    "cli.state.not-started": "reported: not started",
    "cli.state.limited": "reported: limited",
    "cli.state.substantial": "reported: substantial",
    "cli.state.complete": "reported: complete",
    # report
    "cli.report-at": "the report lies in {path}",
    "cli.spread": "no selection of examples: all actions are listed; {countries}",
    # init
    "cli.init-done": "a new register, with a fictitious example to replace; see: pledgekit --root {path} check",
    "cli.init-kept": "left as they were: {names}",
}
