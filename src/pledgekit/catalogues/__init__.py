"""Every sentence that people read, by language and area. Layer 1, data; only `words` reads it.

A language is a folder here with the same files as `en`: `language.py` (plurals, dates, numbers) and one file an area,
named as the part of its message ids before the first dot. An area is read when its first message is asked for.
"""

from __future__ import annotations

from typing import Final

__all__ = ["LANGUAGES"]

LANGUAGES: Final = ("en",)
