"""Every sentence that people read, by language and area. Layer 1, data; only `words` reads it.

A language is a folder here with the same files as `en`: `language.py` (plurals, dates, numbers) and one file an area,
named as the part of its message ids before the first dot. An area is read when its first message is asked for.

A language in which cities are asked, and no report is made, has what a form says and no more: the areas `language` and
`round`, and of `scales` and `report` those messages that a form needs. `headings.py` is no area: it is how people head
the columns of their lists, read by `importing`.
"""

from __future__ import annotations

from typing import Final

__all__ = ["FORM_LANGUAGES", "LANGUAGES"]

LANGUAGES: Final = ("en",)  # in which all can be said
FORM_LANGUAGES: Final = ("de", "en", "es", "fr", "nl")  # in which a city can be asked; see REVIEWED_BY
