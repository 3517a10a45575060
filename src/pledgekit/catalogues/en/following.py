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
    "following.no-focal": "Without a focal point (add contact CITY): {cities}",
    "following.unlisted": "Answers on record, but not that the city answered (round sent --act answered): {cities}",
    "following.least": {
        "one": "Fewest answers, {share}: {clauses}",
        "other": "Fewest answers, {share} each: {clauses}",
    },
    "following.city": "{name}: {what}",
    "following.due.ago": {"one": "due {date}, a day ago", "other": "due {date}, {n} days ago"},
    "following.due.in": {"none": "due today", "one": "due {date}, tomorrow", "other": "due {date}, in {n} days"},
    "following.extended": "{due} (extended)",
    "following.partly": "{given} of {of} commitments answered; open: {clauses}",
    "following.asked-on": "asked {date}",
    "following.not-asked": "never asked",
    "following.reminded": {"one": "reminded {date}", "other": "reminded {n} times, last {date}"},
    "following.answered-on": "answered {date}",
    "following.focal": "focal point: {who}",
    "following.focal-gone": "no focal point: {name} is gone since {date}",
    "following.remind.half": "time to remind, half of the time has passed",
    "following.remind.week": "time to remind, the last week has begun",
    "following.remind.overdue": "time to remind",
    "following.staff": "the round's state is for staff",
    "following.staff-remedy": "leave out --audience; for others there is: pledgekit status",
    "following.drafts": {
        "none": "nobody is to be reminded; nothing was written",
        "one": "a draft for 1 city, and the list; nothing is sent",
        "other": "drafts for {n} cities, and the list; nothing is sent",
    },
    "following.passed.undelivered": "not reminded, since our request did not arrive: {cities}",
    "following.passed.unrecorded": "not reminded, since they answered, and none of it is on record: {cities}",
    "following.passed.not-asked": "not reminded, since they were not asked yet: {cities}",
    "following.older": "drafts of another day lie there too, and may be of cities that answered since: {files}",
    "following.next": ("when they are sent: pledgekit round sent --act reminded --period {period} {declarations}"),
    "following.summary": "a draft for the city to confirm is at {path}; nothing is sent",
    "following.summary-ask": "for a mail in which the city confirms this, a file that ends with .eml (Enter: none)",
}
