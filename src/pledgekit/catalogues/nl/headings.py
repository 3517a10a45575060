"""Dutch: how columns of other people's lists are headed. Not messages: `importing.headings` reads from here.

Under each thing that a column may tell, its names; case, accents and punctuation do not count.
"""

from __future__ import annotations

from typing import Final

__all__ = ["HEADINGS"]

HEADINGS: Final = {
    "city": ("Stad", "Gemeente", "Plaats", "Naam van de stad", "Gemeentenaam"),
    "name": ("Naam",),
    "declaration": ("Verklaring",),
    "act": ("Handeling",),
    "date": ("Datum", "Getekend op", "Ondertekend op", "Datum van ondertekening", "Toegetreden", "Toetreding"),
    "official": ("Burgemeester",),
    "office": ("Ambt", "Functie"),
    "title": ("Titel",),
    "summary": ("Samenvatting", "Omschrijving", "Beschrijving"),
    "commitment": ("Toezegging", "Toezeggingen", "Verbintenis", "Verbintenissen"),
    "status": ("Stand",),
    "kind": ("Soort", "Type"),
    "start": ("Begin",),
    "end": ("Einde",),
    "partners": ("Partner",),
    "text": ("Tekst",),
    "number": ("Nummer",),
    "place": ("Locatie",),
    "country": ("Land",),
    "languages": ("Taal", "Talen"),
    "population": ("Inwoners", "Inwonertal"),
    "source": ("Bron", "Bronnen"),
    "link": ("Link", "Website", "Webpagina"),
}
