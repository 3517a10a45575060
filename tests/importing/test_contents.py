"""What a file is by its content: text is let through, anything else is named."""

from __future__ import annotations

import io
import zipfile

import pytest

from pledgekit.errors import Refused
from pledgekit.importing.contents import insist_on_text, is_book, other_ending


def zipped(name: str, content: bytes = b"") -> bytes:
    """Make an archive with one file."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (zipped("xl/workbook.xml"), "a workbook, a document or an archive"),
        (b"\xd0\xcf\x11\xe0abc", "a workbook, a document or an archive"),
        (b"%PDF-1.7", "a PDF"),
        (b"\xef\xbb\xbf\n<html><table>", "a web page or XML"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, words: str) -> None:
    """It is said what the file is, and what to do; where its name says something else, that too."""
    for file, more in (("list.csv", ", though its name does not say so"), ("list.xlsx", "")):
        with pytest.raises(Refused) as refused:
            insist_on_text(data, file)
        assert f"it is {words}, not CSV{more}" == refused.value.message
        assert "open it in a spreadsheet and save it as CSV UTF-8" == refused.value.remedy


def test_what_may_be_a_workbook_is_known_by_its_content() -> None:
    """Archives and old Office files are no text; everything else is not looked at here."""
    assert [True, True, False, False] == [
        is_book(zipped("a")), is_book(b"\xd0\xcf\x11\xe0abc"), is_book(b"%PDF-1.7"), is_book(b"City,Title")
    ]  # fmt: skip


@pytest.mark.parametrize("data", [b"", b"City,Title", b"<5 cities;a", "PK".encode("utf-16")])
def test_text_is_let_through(data: bytes) -> None:
    """What may be rows of text is nobody's business here."""
    insist_on_text(data, "list.xlsx")


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("list.csv", ""),
        ("LIST.CSV", ""),
        ("list.txt", ""),
        ("list", ""),
        ("a.xlsx/list", ""),
        ("list.XLSX", ".XLSX"),
        ("a\\list.ods", ".ods"),
    ],
)
def test_endings_of_names(file: str, expected: str) -> None:
    """Only an ending that promises something else than text is told."""
    assert expected == other_ending(file)
