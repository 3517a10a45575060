"""English: the two lanes, what the city says and what an assessor finds."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "lanes.assessed": "What assessors found for {period}, commitment by commitment",
    "lanes.not-named": "Of who is not named in the table no assessment is shown here.",
    "lanes.none": "No assessment is shown here.",
    "lanes.intro": "These are the assessors' words, not the cities'. A city's reply stands beside them.",
    "lanes.title": "Assessments",
    "lanes.settles": "This settles {earlier}.",
    "lanes.settled": "the assessment by {who} ({date})",
    "lanes.reply": "The city replies: {text}",
    "lanes.of-city": "{city}: {about}.",
    "lanes.of-clause": "{city}, {heading}: {about}.",
    "lanes.differ": "Where city and assessor differ",
    "lanes.differs": "{city}, {heading}: the city says {reported}, the assessor {assessed}",
    "lanes.both": "Side by side, for {period}: the city's own word and the assessor's",
    "lanes.both.name": "Name",
    "lanes.both.reported": "The city says",
    "lanes.both.assessed": "The assessor finds",
}
