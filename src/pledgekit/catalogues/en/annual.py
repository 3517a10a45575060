"""English: the implementation update of one declaration."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

_SINCE: Final = {
    "endorsements.new": ("endorsement is new on record", "endorsements are new on record"),
    "endorsements.ended": ("endorsement ended", "endorsements ended"),
    "city.ended": ("local government came to an end or was merged", "local governments came to an end or were merged"),
    "officials.new": ("office-holder is newly named", "office-holders are newly named"),
    "actions.new": ("action is new on record", "actions are new on record"),
    "actions.said": ("statement is new on record: said, not done", "statements are new on record: said, not done"),
    "actions.moved": ("action has a new status", "actions have a new status"),
    "actions.confirmed": ("action was confirmed by its city", "actions were confirmed by their cities"),
    "actions.measured": ("action has new results", "actions have new results"),
    "commitments.new": ("commitment is new on record", "commitments are new on record"),
    "commitments.reworded": ("commitment is worded anew", "commitments are worded anew"),
    "rounds.new": ("round of reporting is new on record", "rounds of reporting are new on record"),
    "updates.new": ("answer by a city is new on record", "answers by cities are new on record"),
    "updates.moved": ("level that a city reports has moved", "levels that cities report have moved"),
    "assessments.new": ("assessment is new on record", "assessments are new on record"),
    "replies.new": ("reply by a city is new on record", "replies by cities are new on record"),
    "events.new": ("dialogue is new on record", "dialogues are new on record"),
    "events.moved": ("dialogue was held or cancelled", "dialogues were held or cancelled"),
    "findings.new": ("finding is new on record", "findings are new on record"),
    "steps.new": ("next step is new on record", "next steps are new on record"),
    "steps.done": ("next step is done", "next steps are done"),
    "published.new": ("total printed elsewhere is new on record", "totals printed elsewhere are new on record"),
}

MESSAGES: Final = {
    "annual.kicker": "Implementation update",
    "annual.subtitle": "What is on record, as of {date}",
    "annual.subtitle-period": "What is on record for {period}, as of {date}",
    # what has to be said
    "annual.how-to-read": "How to read this update",
    "annual.not-a-ranking": ("This update shows examples. It is not a ranking, an audit or an evaluation of any city."),
    # the round
    "annual.nobody-asked": "No city has been asked to report.",
    "annual.nobody-asked-period": "No city has been asked to report on {period}.",
    "annual.round-not-published": (
        "A round of reporting on {period} was held, with answers due by {due}. Its answers are not published."
    ),
    "annual.round-not-published-open": (
        "A round of reporting on {period} is being held, with answers due by {due}. Its answers are not published."
    ),
    "annual.round": "A round of reporting on {period} was held, with answers due by {due}.",
    "annual.round-open": "A round of reporting on {period} is being held, with answers due by {due}.",
    "annual.round-without": "Cities were asked to report.",
    "annual.answered": "Answers came from {share} of those who were asked: {names}.",
    "annual.answered-none": "Answers came from {share} of those who were asked.",
    "annual.left-out.not-reached": {
        "one": "Our request did not reach {n} more; that is our gap, not the city's.",
        "other": "Our request did not reach {n} more; that is our gap, not the cities'.",
    },
    "annual.left-out.not-due": {
        "one": "{n} more endorsed too late to be due in this round.",
        "other": "{n} more endorsed too late to be due in this round.",
    },
    "annual.not-heard-from": "Not heard from by {date}: {names}.",
    "annual.awaiting": "Answers still awaited from {names}.",
    "annual.matrix": "What cities reported for {period}, commitment by commitment",
    # the summary
    "annual.lead.signatories": {
        "none": "No {thing} is on record as endorsing the declaration.",
        "one": "{n} {thing} endorses the declaration.",
        "other": "{n} {thing}{countries} endorse the declaration.",
    },
    "annual.lead.signatories-held": {
        "one": "{n} {thing} is on record here as endorsing the declaration.",
        "other": "{n} {thing}{countries} are on record here as endorsing the declaration.",
    },
    "annual.lead.list-incomplete": (
        "The list of signatories is not held here in full: a total printed elsewhere says {printed}."
    ),
    "annual.lead.countries": {"one": " in {n} country", "other": " in {n} countries"},
    "annual.lead.actions": {
        "none": "No action of theirs is on record here{period}.",
        "one": "{n} action by {cities} of them is on record here{period}.",
        "other": "{n} actions by {cities} of them are on record here{period}.",
    },
    "annual.lead.actions-of-one": {
        "none": "It has no action on record here{period}.",
        "one": "It has {n} action on record here{period}.",
        "other": "It has {n} actions on record here{period}.",
    },
    "annual.lead.period": " for {period}",
    "annual.lead.planned": {
        "none": "",
        "one": "{n} of these is a plan.",
        "other": "{n} of these are plans.",
    },
    "annual.lead.before": {
        "none": "",
        "one": "One more came before the declaration and is told apart.",
        "other": "{n} more came before the declaration and are told apart.",
    },
    "annual.lead.before-alone": {
        "one": "One action is on record here{period}; it came before the declaration and is told apart.",
        "other": "{n} actions are on record here{period}; they came before the declaration and are told apart.",
    },
    "annual.lead.statements": {
        "none": "",
        "one": "{n} statement is told as such: it was said, not done.",
        "other": "{n} statements are told as such: they were said, not done.",
    },
    "annual.figure.signatories-held": {
        "one": "{thing} on record here as endorsing the declaration",
        "other": "{thing} on record here as endorsing the declaration",
    },
    "annual.figure.signatories": {
        "one": "{thing} endorses the declaration",
        "other": "{thing} endorse the declaration",
    },
    "annual.figure.countries": {"one": "in {n} country", "other": "in {n} countries"},
    "annual.figure.undated": {"one": "{n} without a known date", "other": "{n} without a known date"},
    "annual.figure.cities-with-action": {
        "one": "of them has an action on record",
        "other": "of them have an action on record",
    },
    "annual.figure.of-known": "{share}, as known on {date}",
    "annual.figure.actions": {"one": "action on record", "other": "actions on record"},
    "annual.figure.after": {
        "one": "{n} certainly after the declaration",
        "other": "{n} certainly after the declaration",
    },
    "annual.figure.unknown": {
        "one": "{n} whose dates do not tell",
        "other": "{n} whose dates do not tell",
    },
    "annual.figure.actions-with-evidence": {
        "one": "of these actions has a source",
        "other": "of these actions have a source",
    },
    "annual.figure.response-rate": {"one": "answered our questions", "other": "answered our questions"},
    "annual.figure.of-asked": "{share} of those asked, as known on {date}",
    # the declaration
    "annual.declaration": "The declaration",
    "annual.adopted": "Adopted",
    "annual.place": "Place",
    "annual.network": "Network",
    "annual.open-to": "Open to",
    "annual.signed-by": "Signed by",
    "annual.signed-for": "{who} for {city}",
    "annual.text-held": "Text",
    "annual.text-held.all": "every official clause is held here",
    "annual.text-held.some": "some official clauses are held here, not all",
    "annual.text-held.none": "the official clauses are not held here",
    # commitments
    "annual.commitments": "What is on record, commitment by commitment",
    "annual.commitments.intro": (
        "Examples stand in the order of the cities' names. An action that serves several commitments is told once, "
        "under the first of them; the others point to it. The figures count it once."
    ),
    "annual.commitments.chosen": ("Where examples were chosen, the other actions on record are named below them."),
    "annual.commitments.none": "No commitment of this declaration is held here.",
    "annual.clause.also": "Also filed here:",
    "annual.clause.more": "Also on record:",
    "annual.told-by-cities": "Reported by cities for {period}, in their own words",
    "annual.said": "Said, not done",
    "annual.before.intro": (
        "These actions began, or were first described, before the declaration. We do not claim that it caused them, "
        "and the actions counted above are without them."
    ),
    "annual.elsewhere": "What other cities do",
    "annual.elsewhere.intro": (
        "These cities are not on record as endorsing the declaration, or no longer endorse it. "
        "Others may learn from what they do; the key figures are without it."
    ),
    # dialogues
    "annual.dialogues": "Dialogues and their findings",
    "annual.dialogues.intro": (
        "Meetings of the network that are filed here, in the order of time. They may have had a wider subject than the "
        "declaration; one that was held before it says so."
    ),
    "annual.findings": "Findings of {year}",
    "annual.findings.undated": "Further findings",
    # signatories
    "annual.signatories": "Who endorses the declaration",
    "annual.signatories.none": "Nobody is on record as endorsing this declaration.",
    "annual.signatories.caption": "In the order of their names",
    "annual.signatories.name": "Name",
    "annual.signatories.country": "Country",
    "annual.signatories.act": "Endorsement",
    "annual.signatories.office": "Office-holder",
    "annual.undated": {
        "one": ("For {n} no date is known: it stands as endorsing from the day on which the declaration was adopted."),
        "other": (
            "For {n} no date is known: they stand as endorsing from the day on which the declaration was adopted."
        ),
    },
    "annual.former": "No longer endorsing:",
    "annual.former.ended": "ended {date}",
    "annual.former.undated": "ended, undated",
    "annual.announced": "Announced that they would endorse; not on record as having done so:",
    "annual.remarks": "Remarks:",
    # compared with an earlier edition
    "annual.since": "What is new, changed and ended since {date}",
    "annual.since.none": "Nothing that this update tells of is new, changed or ended since {date}.",
    "annual.since.intro": (
        "Compared with what was on record here on that day. New on record does not mean recent: each date says when "
        "something was. These lists are no ranking."
    ),
    "annual.corrected": "Corrected since {date}",
    "annual.corrected.intro": (
        "An edition made before the day of a correction may still say what is corrected here. Please go by this one."
    ),
    **{
        f"annual.since.{what}": {"one": f"{{n}} {one}:", "other": f"{{n}} {other}:"}
        for what, (one, other) in _SINCE.items()
    },
    "annual.since.aside": " ({text})",
    "annual.since.now": " (now: {text})",
    "annual.since.no-status": "nothing is on record of where it stands",
    "annual.since.round": "on {period}, with answers due by {due}",
    "annual.since.lane": "{city}, {heading}: {said}",
    "annual.since.level": "{level} ({period})",
    "annual.since.level-moved": "from {before} ({then}) to {level} ({period})",
    "annual.since.level-as-before": "{level} ({period}), as before ({then})",
    "annual.since.replied": "the city's reply of {date} stands beside the assessment",
    # published totals, about
    "annual.published": "Totals that others printed",
    "annual.published.intro": "Where a printed total differs from ours, we explain the difference and correct nothing.",
    "annual.published.item": "{value} {unit}, {date}; this register has {ours}.",
    "annual.published.same": "{value} {unit}, {date}; this register has the same.",
    "annual.published.unmatched": "{value} {unit}, {date}.",
    "annual.round-section": "Reporting by cities",
    "annual.about": "Who answers for this update",
}
