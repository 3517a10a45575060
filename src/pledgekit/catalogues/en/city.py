"""English: the report to a city."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "city.kicker.mayor": "For the mayor and the council",
    "city.kicker.other": "For the leadership",
    "city.subtitle": "What you endorsed, what we hold on record, and what we would like to hear. As of {date}",
    "city.subtitle.not-endorsed": "What we hold on record, and what we would like to hear. As of {date}",
    "city.lead": (
        "{city} endorses {declarations}. Below stands what we hold on record of you, and what we would like to hear."
    ),
    "city.lead.silent": (
        "{city} endorses {declarations}. We hold nothing yet on what you do for it, and would be glad to hear."
    ),
    "city.lead.not-endorsed": "{city} is not on record as endorsing a declaration held here.",
    "city.how-to-read": "How to read this paper",
    "city.not-a-ranking": "This paper shows examples. It is not a ranking, an audit or an evaluation of any city.",
    "city.invitation": "An invitation",
    "city.invitation.why": ("That we hold nothing says nothing about what you do: nobody has told us of it yet."),
    "city.invitation.how": (
        "A few lines are enough for a beginning: what you do, from when on, with whom, and where one can read more. "
        "We put it on record with its source."
    ),
    "city.endorsed": "What you endorsed",
    "city.remarked": "{acts}. {remark}",
    "city.declarations": "Declarations",
    "city.announced": "{act}; not on record as endorsed",
    "city.office": "In office",
    "city.may-endorse": "Declarations, and to whom they are open",
    "city.open-to": "open to {who}",
    "city.held": "What we hold on record",
    "city.held.more": "Also on record:",
    "city.held.others": {"one": "and 1 more; we send you the list", "other": "and {n} more; we send you the list"},
    "city.short": "{title} ({about})",
    "city.answers": "What you answered for {period}: {declaration}",
    "city.answer": "{heading}: {level}.",
    "city.answers.more": "To be brief, only the level of these is told here; what you wrote is on record:",
    "city.assessed": "The assessor: {about}.",
    "city.reply": "You replied: {text}",
    "city.missing": "What we miss",
    "city.missing.commitments": (
        "Under these headings of {declaration} we hold nothing of yours. There may well be something; "
        "we have not heard of it."
    ),
    "city.missing.details": "These details would help us to tell of you correctly:",
    "city.missing.endorsement-date": "the day on which you endorsed {declaration}",
    "city.missing.office-holder.mayor": (
        "who holds the mayor's office today; we have no source of the last twelve months"
    ),
    "city.missing.office-holder.other": "who leads you today; we have no source of the last twelve months",
    "city.missing.others": {"one": "1 more", "other": "{n} more"},
    "city.missing.dates": "when {titles} began, or took place",
    "city.missing.evidence": "a page or a document that shows {titles}",
    "city.practices.mayor": "What cities like yours do",
    "city.practices.other": "What others do",
    "city.practices.intro": "Under headings where we hold nothing of yours, in the order of names:",
    "city.why": "Filed under {titles}. {who} {alike}.",
    "city.alike.size": "is of like size",
    "city.alike.region": "lies in your region",
    "city.alike.country": "lies in your country",
    "city.alike.language": "shares a language with you",
    "city.alike.declaration": "endorses what you endorse",
    "city.ask": "What we ask of you",
    "city.ask.right": "Tell us whether what stands here is right. What you confirm, we mark as confirmed by you.",
    "city.ask.one-thing": "Choose one of the headings above and tell us one thing that you do there.",
    "city.ask.details": "Send us the missing details; half a sentence each is enough.",
    "city.ask.meet": "Say which of those named above you would like to talk to.",
    "city.ask.announced": "You announced that you would endorse {declaration}; tell us whether you have done so.",
    "city.ask.endorse": "Say whether you would like to endorse a declaration.",
    "city.ask.awaiting": "Our questions for {period} on {declaration} are open; please answer by {due}.",
    "city.ask.no-answer": (
        "Our questions for {period} on {declaration} were due by {due}. Your answer is still welcome."
    ),
    "city.staff": "For staff",
    "city.staff.intro": "What should be looked after; pledgekit todo has the commands.",
    "city.staff.mayors.changed": "New in office: {after}. {declaration} was endorsed under {before}. Reaffirm?",
    "city.staff.mayors.left": "{name} left the office ({office}), and nobody later is on record.",
    "city.staff.mayors.not-seen": "{name} has not been seen in office ({office}) since {since}.",
    "city.staff.mayors.never-seen": "When {name} was seen in office ({office}) is not on record.",
    "city.staff.contacts.none": "No focal point is on record.",
    "city.staff.contacts.gone": "No focal point is on record any more: {name} is gone.",
    "city.call": "Whom to call: {name}, {address}.",
}
