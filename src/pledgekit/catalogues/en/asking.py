"""English: what staff is told when cities are asked, and when that is put on record."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "asking.nobody": "no city is due to report; nothing was written",
    "asking.made": {
        "one": "1 workbook and the draft of a mail; nothing is sent",
        "other": "{n} workbooks and drafts of mails; nothing is sent",
    },
    "asking.next": "when they are sent: pledgekit round sent --act asked --period {period} {declarations}",
    "asking.option": "--declaration {id}",
    "asking.no-address": "without an address on record: {cities}",
    "asking.in-english": "in English, since there is no catalogue of {lang}: {cities}",
    "asking.in-english-draft": (
        "in English, since nobody has reviewed the catalogue of {lang} (--allow-draft uses it): {cities}"
    ),
    "asking.drafted": "in {lang}, which nobody has reviewed yet: {cities}",
    "asking.before": "{act} on {date}, on record already: {cities}",
    "asking.list": "to be put on record as {act} on {date}: {cities}",
    "asking.sure": {
        "one": "Put this city on record?",
        "other": "Put these {n} cities on record?",
    },
}
