"""German: what a city reads when it is asked: the form, the letters, and the words to choose from.

A draft: nobody has reviewed it.
"""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "round.title": "{declaration}: Fortschritte {period}",
    "round.title-many": "Fortschritte {period}: {declarations}",
    "round.sheet.start": "Bitte zuerst lesen",
    "round.sheet.answers": "Antworten",
    "round.sheet.actions": "Bereits erfasst",
    "round.sheet.new": "Neue Maßnahmen",
    "round.for": "Für: {city}",
    "round.asks": "Wer fragt: {network}",
    "round.asks-nobody": "Wer fragt: das Sekretariat, das Ihnen dieses Formular geschickt hat",
    "round.what": (
        "Was gefragt wird: wie weit Ihre Stadt mit jeder Verpflichtung gekommen ist ({declarations};"
        " {period}) und was sie getan hat. Kurze Antworten sind willkommen; nichts muss vollständig sein."
    ),
    "round.why": (
        "Warum: damit gesehen wird, was Städte tun, und Städte voneinander lernen können. Der Bericht zeigt"
        " Beispiele. Er ist keine Rangliste, keine Prüfung und keine Bewertung einer Stadt."
    ),
    "round.due": "Bis wann: {date}",
    "round.data-use": (
        "Wie Ihre Antworten verwendet werden: Wer Ihnen dieses Formular geschickt hat, bewahrt sie auf."
        " Mitglieder des Netzwerks können sie sehen. Die Öffentlichkeit sieht nur, was nach Ihren Angaben"
        " veröffentlicht werden darf; wo Sie nichts wählen, gilt das als Nein. Was im Weg stand und wer"
        " geantwortet hat, wird nie veröffentlicht."
    ),
    "round.corrections": "Fragen und Berichtigungen: {corrections}",
    "round.how": (
        "Wie es ausgefüllt wird: Bitte schreiben Sie nur in die umrandeten Felder. Wo es eine Liste gibt,"
        " wählen Sie daraus. Eine Antwort, die leer bleibt, bedeutet, dass Sie dazu nichts sagen; sie wird als"
        " nicht beantwortet berichtet."
    ),
    "round.privacy": (
        "Bitte nennen Sie keine Privatpersonen und nichts, was jemanden gefährden könnte: Lassen Sie es weg,"
        " oder sagen Sie es uns am Telefon."
    ),
    "round.answered-by": "Ausgefüllt von (Name und Amt; wird nie veröffentlicht)",
    "round.answered-on": "Am (zum Beispiel 2025-01-31)",
    "round.col.heading": "Verpflichtung",
    "round.col.wording": "Wortlaut",
    "round.col.last": "Ihre letzte Antwort",
    "round.col.answer": "Ihre Antwort jetzt",
    "round.col.included_in": "Berichtet von (nur wenn eine andere Unterzeichnerin berichtet)",
    "round.col.narrative": "In Ihren Worten (höchstens {n} Wörter)",
    "round.col.words": "Wörter",
    "round.col.obstacles": "Was im Weg stand (wird nie veröffentlicht)",
    "round.col.publish": "Dürfen wir das veröffentlichen?",
    "round.col.title": "Maßnahme",
    "round.col.action": "Maßnahme",
    "round.col.about": "Was wir darüber wissen",
    "round.col.when": "Wann",
    "round.col.clauses": "Erfasst unter",
    "round.col.confirm": "Stimmt das?",
    "round.col.correction": "Was zu berichtigen ist",
    "round.col.clause": "Verpflichtung, zu der sie gehört",
    "round.col.date": "Wann (2024, 2024-05 oder 2024-05-31)",
    "round.col.status": "Wie es steht",
    "round.col.summary": "Was getan wurde, in zwei oder drei Sätzen",
    "round.col.evidence_title": "Wo es beschrieben ist (Titel)",
    "round.col.evidence_url": "Die Adresse im Netz",
    "round.answers-note": "Bitte wählen Sie zu jeder Verpflichtung eine Antwort. {sentence}",
    "round.actions-note": "Das wissen wir über Ihre Stadt. Bitte sagen Sie uns, ob es stimmt.",
    "round.actions-none": (
        "Wir haben noch keine Maßnahme Ihrer Stadt erfasst. Bitte nennen Sie einige auf dem Blatt „{sheet}“."
    ),
    "round.new-note": "Was hat Ihre Stadt noch getan? Eine Maßnahme je Zeile; ein Beispiel genügt.",
    "round.same": "Einmal gefragt für: {clauses}",
    "round.last": "{period}: {answer}",
    "round.last-none": "keine erfasst",
    "round.words-of": "{n} von {most}",
    "round.words-over": "{n}: zu lang",
    "round.publish.yes": "ja",
    "round.publish.unnamed": "ja, ohne uns zu nennen",
    "round.publish.no": "nein",
    "round.confirm.right": "stimmt",
    "round.confirm.correct": "zu berichtigen",
    "round.confirm.not-ours": "nicht von uns, oder nie gewesen",
    "round.help.answer": "Wie weit ist Ihre Stadt? Oder wählen Sie eine der anderen Antworten, etwa „nichts Neues“.",
    "round.help.included_in": "Der Name der Unterzeichnerin, die dies für Sie berichtet.",
    "round.help.narrative": "Was getan wurde und was daraus geworden ist. Einfacher Text, höchstens {n} Wörter.",
    "round.help.obstacles": "Nur für das Netzwerk und sein Personal. Darf leer bleiben.",
    "round.help.publish": "Wo nichts gewählt ist, wird nichts veröffentlicht.",
    "round.help.confirm": "Stimmt, zu berichtigen (bitte in der nächsten Spalte sagen, was), oder nicht von Ihnen.",
    "round.help.correction": "Was falsch ist, und wie es richtig heißt.",
    "round.help.title": "Ein kurzer Name der Maßnahme.",
    "round.help.clause": "Unter welche Verpflichtung sollen wir sie stellen?",
    "round.help.date": "So genau Sie es wissen: 2024, 2024-05, 2024-05-31.",
    "round.help.status": "Geplant, in Umsetzung, abgeschlossen …",
    "round.help.summary": "Einfacher Text. Keine Privatpersonen.",
    "round.help.evidence_title": "Ein Beschluss, ein Bericht, eine Webseite, eine Zeitung.",
    "round.help.evidence_url": "Zum Beispiel https://www.example.org/page",
    "round.help.answered_by": "Damit wir nachfragen können.",
    "round.help.answered_on": "Der Tag dieser Antwort.",
    "round.choose": "Bitte wählen Sie aus der Liste.",
    "round.paper-note": (
        "Diese Fassung ist für den Umlauf in Ihrem Haus. Bitte schreiben Sie die Antworten in die"
        " Arbeitsmappe: nur diese wird gelesen."
    ),
    "round.subject": "{title} ({city})",
    "round.dear": "Guten Tag {name},",
    "round.dear-all": "sehr geehrte Damen und Herren,",
    "round.letter.what": "anbei finden Sie das Formular „{title}“ für {city}.",
    "round.letter.how": (
        "Bitte füllen Sie die Arbeitsmappe aus und schicken Sie sie als Antwort auf diese Nachricht zurück."
        " Sie kann jederzeit gespeichert und in Ihrem Haus weitergegeben werden. Wenn Sie sie nicht öffnen"
        " können, sagen Sie es uns: wir nehmen Antworten auch am Telefon entgegen."
    ),
    "round.letter.end": "Mit freundlichen Grüßen",
    "round.remind.subject": "Zur Erinnerung: {title} ({city})",
    "round.remind.asked": "Am {asked} haben wir Ihnen das Formular „{title}“ für {city} geschickt.",
    "round.remind.asked-undated": "Wir haben Ihnen das Formular „{title}“ für {city} geschickt.",
    "round.remind.waiting": "Noch ist Zeit: Wir bitten um Ihre Antworten bis zum {date} und freuen uns darauf.",
    "round.remind.overdue": (
        "Um Ihre Antworten hatten wir bis zum {date} gebeten; sie sind noch nicht bei uns angekommen. Wir"
        " würden uns weiterhin darüber freuen."
    ),
    "round.remind.partly": (
        "Vielen Dank für die Antworten von {city} auf „{title}“. Einige Verpflichtungen sind noch offen."
    ),
    "round.remind.partly-waiting": "Dafür ist noch Zeit: bis zum {date}.",
    "round.remind.partly-overdue": "Wir hatten bis zum {date} darum gebeten und würden uns weiterhin darüber freuen.",
    "round.remind.open": "Noch offen:",
    "round.remind.how": (
        "Eine kurze Antwort genügt, und „nichts Neues“ ist eine. Antworten Sie auf diese Nachricht, schicken"
        " Sie das Formular zurück, oder sagen Sie es uns am Telefon. Wenn Sie mehr Zeit brauchen, sagen Sie"
        " uns bitte, bis wann."
    ),
    "round.remind.crossed": (
        "Falls Sie inzwischen geantwortet haben, betrachten Sie diese Erinnerung bitte als erledigt."
    ),
    "round.recorded.subject": "Was wir festgehalten haben: {title} ({city})",
    "round.recorded.what": (
        "Vielen Dank für Ihre Antworten auf „{title}“. Das haben wir für {city} festgehalten; bitte sagen Sie"
        " uns, ob es stimmt."
    ),
    "round.recorded.included-in": "{answer}: {city}",
    "round.recorded.obstacles": "Was im Weg stand (wird nie veröffentlicht): {obstacles}",
    "round.recorded.open": "Noch nicht beantwortet:",
    "round.recorded.publish": (
        "Dürfen wir es veröffentlichen? Bitte sagen Sie uns zu jeder Antwort: ja; ja, ohne uns zu nennen;"
        " oder nein. Ohne Ihr Ja wird nichts davon veröffentlicht."
    ),
    "round.recorded.reply": "Wenn etwas falsch ist oder fehlt, antworten Sie bitte auf diese Nachricht.",
    "round.bullet": "– {text}",
}
