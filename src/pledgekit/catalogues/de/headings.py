"""German: how columns of other people's lists are headed. Not messages: `importing.headings` reads from here.

Under each thing that a column may tell, its names; case, accents and punctuation do not count.
"""

from __future__ import annotations

from typing import Final

__all__ = ["HEADINGS"]

HEADINGS: Final = {
    "city": ("Stadt", "Gemeinde", "Kommune", "Ort", "Stadtname", "Name der Stadt"),
    "name": ("Bezeichnung",),
    "declaration": ("Erklärung", "Deklaration"),
    "act": ("Art der Unterzeichnung", "Akt"),
    "date": ("Datum", "Tag", "Unterzeichnet am", "Unterzeichnungsdatum", "Beigetreten", "Beitritt", "Beitrittsdatum"),
    "official": ("Bürgermeister", "Bürgermeisterin", "Oberbürgermeister", "Oberbürgermeisterin"),
    "office": ("Amt", "Funktion"),
    "title": ("Titel", "Überschrift"),
    "summary": ("Zusammenfassung", "Beschreibung", "Kurzbeschreibung"),
    "commitment": ("Verpflichtung", "Verpflichtungen"),
    "status": ("Stand",),
    "kind": ("Art", "Typ"),
    "start": ("Beginn", "Anfang"),
    "end": ("Ende",),
    "partners": ("Partner", "Partnerinnen"),
    "text": ("Wortlaut",),
    "number": ("Nummer", "Nr"),
    "place": ("Veranstaltungsort",),
    "country": ("Land", "Staat"),
    "languages": ("Sprache", "Sprachen"),
    "population": ("Einwohner", "Einwohnerzahl", "Bevölkerung"),
    "source": ("Quelle", "Quellen"),
    "link": ("Link", "Verweis", "Webseite", "Internetseite"),
}
