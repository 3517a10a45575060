"""Spanish: how columns of other people's lists are headed. Not messages: `importing.headings` reads from here.

Under each thing that a column may tell, its names; case, accents and punctuation do not count.
"""

from __future__ import annotations

from typing import Final

__all__ = ["HEADINGS"]

HEADINGS: Final = {
    "city": ("Ciudad", "Municipio", "Ayuntamiento", "Nombre de la ciudad", "Gobierno local"),
    "name": ("Nombre",),
    "declaration": ("Declaración",),
    "act": ("Acto",),
    "date": ("Fecha", "Fecha de firma", "Firmado el", "Fecha de adhesión", "Adhesión"),
    "official": ("Alcalde", "Alcaldesa"),
    "office": ("Cargo",),
    "title": ("Título",),
    "summary": ("Resumen", "Descripción"),
    "commitment": ("Compromiso", "Compromisos"),
    "kind": ("Tipo",),
    "start": ("Inicio", "Comienzo"),
    "end": ("Fin",),
    "partners": ("Socios",),
    "text": ("Texto",),
    "number": ("Número",),
    "place": ("Lugar",),
    "country": ("País",),
    "languages": ("Idioma", "Idiomas"),
    "population": ("Población", "Habitantes"),
    "source": ("Fuente", "Fuentes"),
    "link": ("Enlace", "Sitio web", "Página web"),
}
