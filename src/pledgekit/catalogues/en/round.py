"""English: what a city reads when it is asked: the form, the letter, and the words to choose from."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "round.title": "{declaration}: progress in {period}",
    "round.title-many": "Progress in {period} on {declarations}",
    "round.sheet.start": "Read me first",
    "round.sheet.answers": "Answers",
    "round.sheet.actions": "On record",
    "round.sheet.new": "New actions",
    "round.for": "For: {city}",
    "round.asks": "Who asks: {network}",
    "round.asks-nobody": "Who asks: the secretariat that sent you this form",
    "round.what": (
        "What is asked: how far your city has come with each commitment of {declarations} in {period}, and what it has"
        " done. Short answers are welcome; nothing has to be complete."
    ),
    "round.why": (
        "Why: so that what cities do is seen, and cities can learn from each other. The report shows examples. It is"
        " not a ranking, an audit or an evaluation of any city."
    ),
    "round.due": "By when: {date}",
    "round.data-use": (
        "How your answers are used: whoever sent you this form keeps them on record. Members of the network may see"
        " them. The public sees only what you say may be published; where you choose nothing, that is a no. What stood"
        " in the way and who answered are never published."
    ),
    "round.corrections": "Questions and corrections: {corrections}",
    "round.how": (
        "How to fill it in: write only in the framed cells. Choose from the lists where there is one. An answer that"
        " stays empty means that you say nothing about it, and is reported as not answered."
    ),
    "round.privacy": (
        "Please name no private persons, and nothing that could endanger anybody: leave it out, or tell us by phone."
    ),
    "round.answered-by": "Filled in by (name and office; never published)",
    "round.answered-on": "On (for example 2025-01-31)",
    "round.col.heading": "Commitment",
    "round.col.wording": "Its words",
    "round.col.last": "Your last answer",
    "round.col.answer": "Your answer now",
    "round.col.included_in": "Reported by (only if another signatory reports it)",
    "round.col.narrative": "In your words (at most {n} words)",
    "round.col.words": "Words",
    "round.col.obstacles": "What stood in the way (never published)",
    "round.col.publish": "May we publish this?",
    "round.col.title": "Action",
    "round.col.action": "Action",
    "round.col.about": "What we hold of it",
    "round.col.when": "When",
    "round.col.clauses": "On record under",
    "round.col.confirm": "Is this right?",
    "round.col.correction": "What should be corrected",
    "round.col.clause": "Commitment it belongs to",
    "round.col.date": "When (2024, 2024-05 or 2024-05-31)",
    "round.col.status": "How it stands",
    "round.col.summary": "What was done, in two or three sentences",
    "round.col.evidence_title": "Where it is described (title)",
    "round.col.evidence_url": "Its address on the web",
    "round.answers-note": "Choose one answer for each commitment. {sentence}",
    "round.actions-note": "This is what we hold about your city. Please say whether it is right.",
    "round.actions-none": "We hold no action of your city yet. Please name some on the sheet \u201c{sheet}\u201d.",
    "round.new-note": "What else has your city done? One action a row; an example is enough.",
    "round.same": "Asked once for: {clauses}",
    "round.last": "{period}: {answer}",
    "round.last-none": "none on record",
    "round.when.unknown": "date not known",
    "round.when.start": "begun: {date}",
    "round.when.end": "ended: {date}",
    "round.when.described": "date not known; described: {date}",
    "round.words-of": "{n} of {most}",
    "round.words-over": "{n}: too long",
    "round.publish.yes": "yes",
    "round.publish.unnamed": "yes, without naming us",
    "round.publish.no": "no",
    "round.confirm.right": "right",
    "round.confirm.correct": "to be corrected",
    "round.confirm.not-ours": "not ours, or it never was",
    "round.help.answer": (
        "How far has your city come? Or choose one of the other answers, such as \u201cnothing new\u201d."
    ),
    "round.help.included_in": "The name of the signatory that reports this for you.",
    "round.help.narrative": "What was done and what came of it. Plain text, at most {n} words.",
    "round.help.obstacles": "Only for the network and its staff. May be left empty.",
    "round.help.publish": "Where nothing is chosen, nothing is published.",
    "round.help.confirm": "Right, to be corrected (say what in the next column), or not yours.",
    "round.help.correction": "What is wrong, and how it should be.",
    "round.help.title": "A short name of the action.",
    "round.help.clause": "Under which commitment should we put it?",
    "round.help.date": "As exactly as you know: 2024, 2024-05, 2024-05-31, or words such as spring 2024.",
    "round.help.status": "Planned, under way, done \u2026",
    "round.help.summary": "Plain text. No private persons.",
    "round.help.evidence_title": "A decision, a report, a web page, a newspaper.",
    "round.help.evidence_url": "For example https://www.example.org/page",
    "round.help.answered_by": "So that we can ask back.",
    "round.help.answered_on": "The day of this answer.",
    "round.choose": "Please choose from the list.",
}
