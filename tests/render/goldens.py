"""What the sample documents look like in every format.

To write the files anew, from the root of the repository: python -m tests.render.goldens
"""

from __future__ import annotations

from pathlib import Path

from pledgekit.render import FORMATS, render
from tests.render.sample import HOSTILE, SAMPLE

__all__ = ["FOLDER", "goldens"]

FOLDER = Path(__file__).parent / "golden"


def goldens() -> dict[str, bytes]:
    """Each golden file's name, and what belongs into it."""
    documents = {"sample": SAMPLE, "hostile": HOSTILE}
    return {f"{name}.{ending}": render(document, ending) for name, document in documents.items() for ending in FORMATS}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, content in goldens().items():
        (FOLDER / name).write_bytes(content)
