"""French: how columns of other people's lists are headed. Not messages: `importing.headings` reads from here.

Under each thing that a column may tell, its names; case, accents and punctuation do not count.
"""

from __future__ import annotations

from typing import Final

__all__ = ["HEADINGS"]

HEADINGS: Final = {
    "city": ("Ville", "Commune", "Municipalité", "Nom de la ville", "Collectivité"),
    "name": ("Nom",),
    "declaration": ("Déclaration",),
    "act": ("Acte",),
    "date": ("Date", "Date de signature", "Signé le", "Signée le", "Date d'adhésion", "Adhésion"),
    "official": ("Maire",),
    "office": ("Fonction",),
    "title": ("Titre", "Intitulé"),
    "summary": ("Résumé", "Description"),
    "commitment": ("Engagement", "Engagements"),
    "status": ("Statut",),
    "kind": ("Type",),
    "start": ("Début",),
    "end": ("Fin",),
    "partners": ("Partenaire", "Partenaires"),
    "text": ("Texte",),
    "number": ("Numéro",),
    "place": ("Lieu",),
    "country": ("Pays",),
    "languages": ("Langue", "Langues"),
    "population": ("Habitants",),
    "source": ("Source",),
    "link": ("Lien", "Site web", "Site internet"),
}
