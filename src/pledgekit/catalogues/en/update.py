"""English: what is said and asked when a city's answer, or an assessment, is put on record."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "update.not-assessed": "{declaration} says that it is not assessed, so reports will not show this",
    "update.needs-ref": "REF is missing: one of {refs}",
    "update.only-with-ref": "{options} can only be given for one commitment: name it",
    "update.none": "{city} endorses no declaration with commitments on record",
    "update.none-remedy": "name a commitment: pledgekit update {city} REF",
    "update.begin": "{city}, {declaration}, period {period}. Enter passes over a commitment; Ctrl-C keeps nothing.",
    "update.clause": "{place} of {all}: {ref}: {title}",
    "update.last": "    last answered ({period}): {answer}",
    "update.never": "    not answered so far",
    "update.answer": "answer ({words})",
    "update.one-of": "one of: {words}",
    "update.nearest": "{given} is not among them; nearest: {nearest}",
    "update.included-in": "reported by which city",
    "update.narrative": "in the city\u2019s words",
    "update.obstacles": "what stood in the way ({words})",
    "update.nothing": "no answer was given, so nothing was recorded",
    "update.interrupted": "interrupted: nothing was recorded",
}
