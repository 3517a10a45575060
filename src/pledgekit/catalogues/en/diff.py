"""English: what `diff` says of changes, and `check --since` of an earlier state."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

_KINDS: Final = {
    "declaration": "Declarations",
    "commitments": "Commitments",
    "rounds": "Rounds",
    "events": "Events",
    "findings": "Findings",
    "steps": "Next steps",
    "selections": "Chosen examples",
    "published": "Totals that others printed",
    "city": "Cities",
    "officials": "Office-holders",
    "contacts": "Contacts",
    "profiles": "Portraits",
    "endorsements": "Endorsements",
    "actions": "Actions",
    "updates": "Updates",
    "assessments": "Assessments",
    "replies": "Replies",
    "requests": "Requests",
    "reviews": "Reviews",
    "notes": "Notes",
}

MESSAGES: Final = {
    "diff.lost": {
        "one": "1 file at {at} has errors; what it held is not compared",
        "other": "{n} files at {at} have errors; what they held is not compared",
    },
    "diff.title": "What changed",
    "diff.subtitle": "from {before} to {after}",
    "diff.now": "the folder as it is",
    "diff.known-on": "what was known on {date}",
    "diff.lead": {"none": "Nothing changed.", "one": "1 record changed.", "other": "{n} records changed."},
    "diff.head": "{kind} ({n})",
    **{f"diff.kind.{table}": name for table, name in _KINDS.items()},
    "diff.line": "{owner}: {said}",
    "diff.how": "{what}: {how}",
    "diff.new": "new: {what}",
    "diff.changed": "changed: {what}",
    "diff.ended": "ended: {what}",
    "diff.retracted": "retracted: {what}",
    "diff.gone": "no longer there: {what}",
    "diff.update-new": "{clause}: new: {answer} ({period})",
    "diff.update-since": "{clause}: {before} ({then}) → {after} ({period})",
    "diff.update-moved": "{clause}: {before} → {after} ({period})",
    "diff.update-changed": "{clause}: still {answer} ({period})",
    "diff.update-retracted": "{clause}: retracted: {answer} ({period})",
    "diff.update-gone": "{clause}: no longer there: {answer} ({period})",
    "diff.act": "{named}, {act}",
    "diff.dated": "{act} {when}",
    "diff.assessed": "{clause}: {level}, by {assessor} ({period})",
    "diff.clause": "{id} “{title}”",
    "diff.owner": "its own record",
    "diff.titled": "“{title}”",
    "diff.value": "{key} {before} → {after}",
    "diff.came": "{key}, not there before: {value}",
    "diff.went": "{key}, no longer there (it was: {value})",
    "diff.text": "{key} {text}",
    "diff.table": "{key} changed",
    "diff.entries": "{key} {before} → {after} entries",
    "diff.order": "{key} in another order",
    "diff.removed": "[-{text}-]",
    "diff.added": "{{+{text}+}}",
    "diff.yes": "yes",
    "diff.no": "no",
}
