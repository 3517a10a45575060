"""Dutch: what a city reads when it is asked: the form, the letters, and the words to choose from.

A draft: nobody has reviewed it.
"""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "round.title": "{declaration}: voortgang {period}",
    "round.title-many": "Voortgang {period}: {declarations}",
    "round.sheet.start": "Eerst lezen",
    "round.sheet.answers": "Antwoorden",
    "round.sheet.actions": "Al vastgelegd",
    "round.sheet.new": "Nieuwe acties",
    "round.for": "Voor: {city}",
    "round.asks": "Wie vraagt dit: {network}",
    "round.asks-nobody": "Wie vraagt dit: het secretariaat dat u dit formulier heeft gestuurd",
    "round.what": (
        "Wat er wordt gevraagd: hoe ver uw stad is met elke toezegging ({declarations}; {period}) en wat zij"
        " heeft gedaan. Korte antwoorden zijn welkom; niets hoeft volledig te zijn."
    ),
    "round.why": (
        "Waarom: zodat gezien wordt wat steden doen, en steden van elkaar kunnen leren. Het verslag toont"
        " voorbeelden. Het is geen ranglijst, geen controle en geen beoordeling van een stad."
    ),
    "round.due": "Uiterlijk: {date}",
    "round.data-use": (
        "Hoe uw antwoorden worden gebruikt: wie u dit formulier heeft gestuurd, bewaart ze. Leden van het"
        " netwerk kunnen ze zien. Het publiek ziet alleen wat volgens u openbaar mag worden; waar u niets"
        " kiest, geldt dat als nee. Wat in de weg stond en wie heeft geantwoord, wordt nooit openbaar gemaakt."
    ),
    "round.corrections": "Vragen en correcties: {corrections}",
    "round.how": (
        "Hoe u het invult: schrijf alleen in de omlijnde cellen. Kies uit de lijst waar er een is. Een"
        " antwoord dat leeg blijft, betekent dat u er niets over zegt; het wordt gemeld als niet beantwoord."
    ),
    "round.privacy": (
        "Noem alstublieft geen privépersonen, en niets wat iemand in gevaar kan brengen: laat het weg, of"
        " vertel het ons telefonisch."
    ),
    "round.answered-by": "Ingevuld door (naam en functie; wordt nooit openbaar gemaakt)",
    "round.answered-on": "Op (bijvoorbeeld 2025-01-31)",
    "round.col.heading": "Toezegging",
    "round.col.wording": "Tekst van de toezegging",
    "round.col.last": "Uw vorige antwoord",
    "round.col.answer": "Uw antwoord nu",
    "round.col.included_in": "Gemeld door (alleen als een andere ondertekenaar het meldt)",
    "round.col.narrative": "In uw eigen woorden (hoogstens {n} woorden)",
    "round.col.words": "Woorden",
    "round.col.obstacles": "Wat in de weg stond (wordt nooit openbaar gemaakt)",
    "round.col.publish": "Mogen wij dit openbaar maken?",
    "round.col.title": "Actie",
    "round.col.action": "Actie",
    "round.col.about": "Wat wij ervan weten",
    "round.col.when": "Wanneer",
    "round.col.clauses": "Vastgelegd onder",
    "round.col.confirm": "Klopt dit?",
    "round.col.correction": "Wat er moet worden verbeterd",
    "round.col.clause": "Toezegging waar zij bij hoort",
    "round.col.date": "Wanneer (2024, 2024-05 of 2024-05-31)",
    "round.col.status": "Hoe het ervoor staat",
    "round.col.summary": "Wat er is gedaan, in twee of drie zinnen",
    "round.col.evidence_title": "Waar het is beschreven (titel)",
    "round.col.evidence_url": "Het adres op internet",
    "round.answers-note": "Kies voor elke toezegging één antwoord. {sentence}",
    "round.actions-note": "Dit weten wij over uw stad. Laat ons alstublieft weten of het klopt.",
    "round.actions-none": (
        "Wij hebben nog geen actie van uw stad vastgelegd. Noem er alstublieft enkele op het blad “{sheet}”."
    ),
    "round.new-note": "Wat heeft uw stad nog meer gedaan? Eén actie per regel; een voorbeeld is genoeg.",
    "round.same": "Eén keer gevraagd voor: {clauses}",
    "round.last": "{period}: {answer}",
    "round.last-none": "niets vastgelegd",
    "round.words-of": "{n} van {most}",
    "round.words-over": "{n}: te lang",
    "round.publish.yes": "ja",
    "round.publish.unnamed": "ja, zonder ons te noemen",
    "round.publish.no": "nee",
    "round.confirm.right": "klopt",
    "round.confirm.correct": "moet worden verbeterd",
    "round.confirm.not-ours": "niet van ons, of nooit geweest",
    "round.help.answer": "Hoe ver is uw stad? Of kies een van de andere antwoorden, zoals “niets nieuws”.",
    "round.help.included_in": "De naam van de ondertekenaar die dit voor u meldt.",
    "round.help.narrative": "Wat er is gedaan en wat het heeft opgeleverd. Gewone tekst, hoogstens {n} woorden.",
    "round.help.obstacles": "Alleen voor het netwerk en zijn medewerkers. Mag leeg blijven.",
    "round.help.publish": "Waar niets is gekozen, wordt niets openbaar gemaakt.",
    "round.help.confirm": "Klopt, moet worden verbeterd (zeg wat in de volgende kolom), of niet van u.",
    "round.help.correction": "Wat er fout is, en hoe het moet zijn.",
    "round.help.title": "Een korte naam van de actie.",
    "round.help.clause": "Onder welke toezegging moeten wij haar plaatsen?",
    "round.help.date": "Zo precies als u weet: 2024, 2024-05, 2024-05-31.",
    "round.help.status": "Gepland, in uitvoering, afgerond …",
    "round.help.summary": "Gewone tekst. Geen privépersonen.",
    "round.help.evidence_title": "Een besluit, een verslag, een webpagina, een krant.",
    "round.help.evidence_url": "Bijvoorbeeld https://www.example.org/page",
    "round.help.answered_by": "Zodat wij kunnen navragen.",
    "round.help.answered_on": "De dag van dit antwoord.",
    "round.choose": "Kies alstublieft uit de lijst.",
    "round.paper-note": (
        "Deze versie is om in uw huis rond te gaan. Schrijf de antwoorden alstublieft in de werkmap: alleen"
        " die wordt gelezen."
    ),
    "round.subject": "{title} ({city})",
    "round.dear": "Geachte {name},",
    "round.dear-all": "Geachte heer, mevrouw,",
    "round.letter.what": "Bijgaand vindt u het formulier “{title}” voor {city}.",
    "round.letter.how": (
        "Vul de werkmap alstublieft in en stuur haar terug door op dit bericht te antwoorden. Zij kan op elk"
        " moment worden opgeslagen en in uw huis worden doorgegeven. Kunt u haar niet openen, laat het ons dan"
        " weten: wij noteren antwoorden ook telefonisch."
    ),
    "round.letter.end": "Met vriendelijke groet",
    "round.remind.subject": "Ter herinnering: {title} ({city})",
    "round.remind.asked": "Op {asked} hebben wij u het formulier “{title}” voor {city} gestuurd.",
    "round.remind.asked-undated": "Wij hebben u het formulier “{title}” voor {city} gestuurd.",
    "round.remind.waiting": "Er is nog tijd: wij vragen uw antwoorden uiterlijk {date}. Wij zien ernaar uit.",
    "round.remind.overdue": (
        "Uw antwoorden werden gevraagd uiterlijk {date}, en wij hebben ze nog niet ontvangen. Wij zouden ze"
        " nog steeds graag krijgen."
    ),
    "round.remind.partly": "Dank voor de antwoorden van {city} op “{title}”. Enkele toezeggingen staan nog open.",
    "round.remind.partly-waiting": "Daar is nog tijd voor: tot en met {date}.",
    "round.remind.partly-overdue": "Ze werden gevraagd uiterlijk {date}; wij zouden ze nog steeds graag krijgen.",
    "round.remind.open": "Nog open:",
    "round.remind.how": (
        "Een kort antwoord is genoeg, en “niets nieuws” is er een. Antwoord op dit bericht, stuur het"
        " formulier terug, of vertel het ons telefonisch. Hebt u meer tijd nodig, laat ons dan weten tot"
        " wanneer."
    ),
    "round.remind.crossed": "Hebt u intussen geantwoord, dan kunt u deze herinnering als niet verzonden beschouwen.",
    "round.recorded.subject": "Wat wij hebben vastgelegd: {title} ({city})",
    "round.recorded.what": (
        "Dank voor uw antwoorden op “{title}”. Dit hebben wij vastgelegd voor {city}; laat ons alstublieft"
        " weten of het klopt."
    ),
    "round.recorded.included-in": "{answer}: {city}",
    "round.recorded.obstacles": "Wat in de weg stond (wordt nooit openbaar gemaakt): {obstacles}",
    "round.recorded.open": "Nog niet beantwoord:",
    "round.recorded.publish": (
        "Mogen wij het openbaar maken? Zeg ons alstublieft bij elk antwoord: ja; ja, zonder ons te noemen; of"
        " nee. Zonder uw ja wordt er niets van openbaar gemaakt."
    ),
    "round.recorded.reply": "Als er iets niet klopt of ontbreekt, antwoord dan alstublieft op dit bericht.",
    "round.bullet": "– {text}",
}
