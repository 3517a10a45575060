"""English: what `explain` says; one rule in words for each figure."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "explain.title": "{figure} of {title}: {value}",
    "explain.lens": "period {period}; as of {as_of}; for audience {audience}",
    "explain.everything": "none (everything up to as-of)",
    "explain.counted": {"none": "Nothing is counted.", "one": "Counted (1):", "other": "Counted ({n}):"},
    "explain.member": "{member}",
    "explain.possibly": "{member} (possibly: dates are known only in part)",
    "explain.record": "{ref}  {file}:{line}",
    "explain.not-counted": {
        "one": "{n} more could have been counted, and nothing on record says so.",
        "other": "{n} more could have been counted, and nothing on record says so.",
    },
    "explain.not-counted-names": "Could have been counted, and nothing on record says so ({n}): {names}",
    "explain.left-out": "Left out ({n}):",
    "explain.left-out-one": "{name}: {why}",
    "explain.passed": {"one": "1 record is not in it:", "other": "{n} records are not in it:"},
    "explain.passed-one": "{record}  {why}",
    "explain.why.outside": "its dates lie outside the period",
    "explain.why.statement": "said, not done",
    "explain.why.deed": "done, not only said",
    "explain.why.before": "certainly before the declaration",
    "explain.why.elsewhere": "the city's endorsement is not in force",
    "explain.why.endorser": "the city endorses the declaration",
    "explain.why.timing": "its dates put it into another of these figures",
    "explain.why.no-evidence": "no source is given",
    "explain.why.no-endorsement": "it is not, or no longer, an endorsement in force",
    "explain.why.dated": "its date is held",
    "explain.why.other-period": "of another period",
    "explain.why.other-level": "another level, or no level; or a later word took its place",
    "explain.why.not-answered": "a step that is no answer",
    "explain.reserved": (
        "The commitments' headings are our working titles, so cities' answers and assessments are not told under them."
    ),
    # the rules
    "explain.rule.signatories": (
        "Cities whose endorsement is in force on the day: the latest of their acts is not its end. To announce is not "
        "to endorse. An endorsement without a date holds from the day on which the declaration was adopted."
    ),
    "explain.rule.signatories/undated": "Signatories for which no date of endorsing is held.",
    "explain.rule.countries": "The countries of the signatories, each once.",
    "explain.rule.cities-with-action": (
        "Of all signatories, those with at least one action that counts: one under this declaration, done and not only "
        "said, and not certainly before the declaration."
    ),
    "explain.rule.actions": (
        "What signatories did under this declaration, each once: what certainly began after it, and what has dates "
        "that do not tell. Statements, and what certainly lay before, are not in it."
    ),
    "explain.rule.actions/after": "Of the actions, those that certainly began after the declaration was adopted.",
    "explain.rule.actions/unknown": (
        "Of the actions, those whose dates do not tell whether they began before or after the declaration."
    ),
    "explain.rule.actions/before": (
        "What signatories did that certainly began, ended or was described before the declaration. It stands apart and "
        "is in no other figure."
    ),
    "explain.rule.actions-with-evidence": "Of the actions, those for which at least one source is given.",
    "explain.rule.actions-elsewhere": "What cities did under this declaration that do not endorse it. It stands apart.",
    "explain.rule.statements": "What signatories said, as against did. A statement never counts as an action.",
    "explain.rule.statements-elsewhere": "What cities said that do not endorse the declaration.",
    "explain.rule.response-rate": (
        "Of the signatories that were asked, those that answered. Whom our request did not reach, and who endorsed too "
        "late to be due, is left out."
    ),
    "explain.rule.commitment.cities-with-action": (
        "Of all signatories, those with at least one action that counts under this commitment. A city that says that "
        "the commitment does not apply to it is left out."
    ),
    "explain.rule.commitment.actions": (
        "What signatories did under this commitment, not certainly before the declaration. An action under several "
        "commitments is one in each of them, and one in the declaration's figure."
    ),
    "explain.rule.commitment.actions/before": "What signatories did under this commitment before the declaration.",
    "explain.rule.commitment.statements": "What signatories said under this commitment, as against did.",
    "explain.rule.commitment.completion": (
        "Signatories that reported the level “{level}” for the period, in their own word; or that nothing had changed "
        "since they last reported it."
    ),
    "explain.rule.commitment.assessed": "Signatories to which the assessment that holds gives the level “{level}”.",
    "explain.rule.commitment.assessed/none": (
        "Signatories of which the assessment that holds found nothing to judge by."
    ),
    "explain.rule.commitment.not-settled": "Signatories with several assessments, none of which settles the others.",
    "explain.rule.commitment.not-yet-rated": "Signatories for which no assessment of the period is shown here.",
}
