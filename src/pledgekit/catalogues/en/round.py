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
    "round.paper-note": (
        "This copy is for going round in your house. Please write the answers into the workbook: only that is read."
    ),
    "round.subject": "{title} ({city})",
    "round.dear": "Dear {name},",
    "round.dear-all": "Dear colleagues,",
    "round.letter.what": "Attached you find the form \u201c{title}\u201d for {city}.",
    "round.letter.how": (
        "Please fill in the workbook and send it back by replying to this mail. It can be saved at any time and passed"
        " on within your house. If you cannot open it, tell us: we also take answers by phone."
    ),
    "round.letter.end": "With kind regards",
    "round.remind.subject": "A reminder: {title} ({city})",
    "round.remind.asked": "On {asked} we sent you the form \u201c{title}\u201d for {city}.",
    "round.remind.asked-undated": "We sent you the form \u201c{title}\u201d for {city}.",
    "round.remind.waiting": "There is still time: your answers are asked for by {date}. We look forward to them.",
    "round.remind.overdue": (
        "Your answers were asked for by {date}, and we have not received them yet. We should still be glad to have"
        " them."
    ),
    "round.remind.partly": (
        "Thank you for the answers of {city} to \u201c{title}\u201d. Some commitments are still open."
    ),
    "round.remind.partly-waiting": "There is still time for them: until {date}.",
    "round.remind.partly-overdue": "They were asked for by {date}; we should still be glad to have them.",
    "round.remind.open": "Still open:",
    "round.remind.how": (
        "A short answer is enough, and \u201cnothing new\u201d is one. Reply to this mail, send the form back, or tell"
        " us by phone. If you need more time, tell us until when."
    ),
    "round.remind.crossed": "If you have answered in the meantime, please take no notice of this reminder.",
    "round.recorded.subject": "What we recorded: {title} ({city})",
    "round.recorded.what": (
        "Thank you for your answers to \u201c{title}\u201d. This is what we recorded for {city}; please tell us whether"
        " it is right."
    ),
    "round.recorded.included-in": "{answer}: {city}",
    "round.recorded.obstacles": "What stood in the way (never published): {obstacles}",
    "round.recorded.open": "Not answered yet:",
    "round.recorded.publish": (
        "May we publish it? Please tell us for each answer: yes; yes, without naming us; or no. Without your yes"
        " nothing of it is published."
    ),
    "round.recorded.reply": "If anything is wrong or missing, please reply to this mail.",
    "round.bullet": "\u2013 {text}",
}
