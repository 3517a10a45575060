"""English: what staff is told about where a round stands, and what reminding and extending say."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "following.title": "{title} ({declaration}), round {period}: answers due {due}; as of {as_of}",
    "following.asked": "Asked: {n} of {of} that endorse it",
    "following.reached": "Reached: {n}",
    "following.rate": "Answered, of those asked and reached: {share}",
    "following.count.overdue": "No answer, overdue: {n}",
    "following.count.partly": "Answered in part: {n}",
    "following.count.awaiting": "No answer, not yet due: {n}",
    "following.count.undelivered": "Our request did not arrive: {n}",
    "following.count.unrecorded": "Answered, and none of it on record: {n}",
    "following.count.not-asked": "Not asked: {n}",
    "following.count.declined": "Declined: {n}",
    "following.count.answered": "Answered in full: {n}",
    "following.count.not-due": "Not due, endorsed too late: {n}",
    "following.nobody": "No city endorses it.",
    "following.left-out": "Outside the response rate: {cities}",
    "following.unlisted": "Answers on record, but not that the city answered (round sent --act answered): {cities}",
    "following.least": {
        "one": "Fewest answers ({share}): {clauses}",
        "other": "Fewest answers ({share} each): {clauses}",
    },
    "following.all-answered": "Nothing waits for anybody.",
    "following.city": "{name}: {what}",
    "following.part": "{before}; {after}",
    "following.due.ago": {"one": "due {date}, a day ago", "other": "due {date}, {n} days ago"},
    "following.due.in": {"none": "due today", "one": "due {date}, tomorrow", "other": "due {date}, in {n} days"},
    "following.extended": "{due} (extended)",
    "following.partly": "{given} of {of} commitments answered; open: {clauses}",
    "following.asked-on": "asked {date}",
    "following.not-asked": "never asked",
    "following.reminded": {"one": "reminded {date}", "other": "reminded {n} times, last {date}"},
    "following.answered-on": "answered {date}",
    "following.focal": "focal point: {who}",
    "following.focal-none": "no focal point on record",
    "following.focal-gone": "no focal point: {name} is gone since {date}",
    "following.remind.half": "time to remind: half of the time has passed",
    "following.remind.week": "time to remind: the last week",
    "following.remind.overdue": "time to remind: the day has passed",
    "following.staff": "the round's state is for staff",
    "following.staff-remedy": "leave out --audience; for others there is: pledgekit status",
    "following.drafts": {
        "none": "nobody is to be reminded; nothing was written",
        "one": "a draft for 1 city, and the list; nothing is sent",
        "other": "drafts for {n} cities, and the list; nothing is sent",
    },
    "following.no-address": "without an address on record: {cities}",
    "following.passed-over": "not reminded, for another reason than time ({why}): {cities}",
    "following.in-english": "in English, since there is no catalogue of {lang}: {cities}",
    "following.in-english-draft": (
        "in English, since nobody has reviewed the catalogue of {lang} (--allow-draft uses it): {cities}"
    ),
    "following.next": (
        "when they are sent: pledgekit round sent {cities} --act reminded {declarations} --period {period}"
    ),
    "following.summary": "a draft for the city to confirm is at {path}; nothing is sent",
    "following.summary-ask": "Write a draft of a mail for the city to confirm this? File (Enter: none)",
    "following.summary-nothing": "no answer was kept, so there is nothing to confirm; no draft was written",
}
