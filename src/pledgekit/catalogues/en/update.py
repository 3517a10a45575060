"""English: what is said and asked when a city's answer, or an assessment, is put on record."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "update.not-assessed": "{declaration} says that it is not assessed, so reports will not show this",
    "update.never-endorsed": "{city} has no endorsement of {declaration} on record, so no report will show this",
    "update.unless-none": "not with --evidence-level none",
    "update.who-reports": "with included-elsewhere: the city that reports it",
    "update.only-elsewhere": "--included-in goes with --instead included-elsewhere, and with nothing else",
    "update.needs-ref": "REF is missing: one of {refs}",
    "update.only-with-ref": "{options} can only be given for one commitment: name it",
    "update.none": "{city} endorses no declaration with commitments on record",
    "update.none-remedy": "name a commitment: pledgekit update {city} REF",
    "update.begin": "{city}, {declaration}, period {period}. Enter passes over. At each question: back, skip or stop.",
    "update.clause": "{place} of {all}: {ref}: {title}",
    "update.last": "    last answered ({period}): {answer}",
    "update.never": "    not answered so far",
    "update.so-far": "    answered now: {answer}; Enter keeps it, skip takes it away",
    "update.first": "this is the first commitment",
    "update.answer": "answer ({words})",
    "update.one-of": "one of: {words}",
    "update.nearest": "{given} is not among them; nearest: {nearest}",
    "update.included-in": "reported by which city",
    "update.needed": "this is needed; back changes the answer, skip passes over the commitment",
    "update.narrative": "in the city\u2019s words",
    "update.obstacles": "what stood in the way ({words})",
    "update.unfinished": "{ref} is left out: which city reports it was not said",
    "update.summary": "  {ref}: {answer}",
    "update.keep": {"one": "record this answer? (yes, no, back)", "other": "record these {n} answers? (yes, no, back)"},
    "update.dropped": "nothing was recorded",
    "update.nothing": "no answer was given, so nothing was recorded",
}
