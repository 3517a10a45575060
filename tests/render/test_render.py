"""Promises of `render` that hold in every format."""

from __future__ import annotations

import subprocess
import sys

import pytest
from attrs import evolve
from hypothesis import given

from pledgekit.errors import UsageError
from pledgekit.model.document import Document
from pledgekit.render import FORMATS, render
from tests.render.goldens import FOLDER, goldens
from tests.render.sample import LABELS, SAMPLE, document_of, hostile_texts


def test_goldens() -> None:
    """Each format prints the sample documents as the files in `golden` hold them; someone has looked at those."""
    held = {path.name: path.read_bytes() for path in FOLDER.iterdir()}
    assert held == goldens()


def test_unknown_format() -> None:
    """A format that does not exist is a usage error that names those that do."""
    with pytest.raises(UsageError, match=r"no format 'doc'; formats: md, html, txt"):
        render(SAMPLE, "doc")


@pytest.mark.parametrize("format", FORMATS)
@given(text=hostile_texts())
def test_bytes(format: str, text: str) -> None:
    """Output is UTF-8 with LF and a final newline, holds nothing that steers a terminal, and is the same each time."""
    document = document_of(text, text)
    printed = render(document, format)
    words = printed.decode()
    steering = [one for one in words if (one < " " and one != "\n") or "\x7f" <= one <= "\x9f" or one in BIDI]
    assert (steering, words[-1], words[-2:] == "\n\n") == ([], "\n", False)
    assert render(evolve(document), format) == printed


BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029\ufeff"


@pytest.mark.parametrize("format", FORMATS)
def test_least_document(format: str) -> None:
    """A title is enough."""
    assert b"Title" in render(Document(title="Title", lang="en", labels=LABELS, blocks=()), format)


@pytest.mark.parametrize("format", FORMATS)
def test_numbers_of_charts_are_words(format: str) -> None:
    """Every number of a chart stands in the text too, so nobody needs to see the bars."""
    printed = render(SAMPLE, format).decode()
    assert [word for word in ("28", "none on record", "41 endorsing cities") if word not in printed] == []


@pytest.mark.parametrize(("format", "loaded"), [("html", True), ("md", False), ("txt", False)])
def test_jinja2_is_for_html_alone(format: str, loaded: bool, bare_environment: dict[str, str]) -> None:
    """Only the page needs jinja2; nothing else waits for it."""
    program = (
        "import sys; from pledgekit.render import render; from tests.render.sample import SAMPLE;"
        f"render(SAMPLE, {format!r}); print('jinja2' in sys.modules)"
    )
    environment = bare_environment | {"PYTHONPATH": ":".join(filter(None, sys.path))}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == f"{loaded}\n"
