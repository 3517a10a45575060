"""Separators: found out where the rows allow one, asked where they allow two, taken where somebody says."""

from __future__ import annotations

import pytest

from pledgekit.errors import Refused, UsageError
from pledgekit.importing.separators import SEPARATORS, meant, separator_of, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("City,Title\nOslo,A\n", "comma"),
        ("City|Title|Date\nOslo|A, b|2024\n", "pipe"),
        ("City;Title, short\nOslo;A\n", "semicolon"),
        ("City;Title, short, own\nOslo;A\nOslo;B, c\n", "semicolon"),
        ("\n\nCity;Title\nOslo;A; b\n", "semicolon"),
        ("City\tTitle\n\n", "tab"),
        ("a,b,c;d\n", "comma"),
        ('a;b\n"c;d\n', "semicolon"),
        ("City\nOslo, Norway\n", ""),
        ("", ""),
    ],
)
def test_separators_are_found(text: str, expected: str) -> None:
    """By the header and the rows: what gives all rows the same width goes before what gives more columns."""
    assert expected == separator_of(text, "list.csv")[1]


def test_two_that_fit_are_asked() -> None:
    """Where two part the list equally well nothing is chosen."""
    with pytest.raises(Refused, match=r"list.csv: its columns may be parted by comma or semicolon; say which"):
        separator_of("a,b;c\n1,2;3\n", "list.csv")


def test_what_is_asked_for_is_taken_or_refused() -> None:
    """A separator that does not occur is refused in one line, with the one that would fit; one column needs none."""
    assert (";", "semicolon") == separator_of("a,b;c\n", "list.csv", ";")
    assert ("\t", "tab") == separator_of("City\nOslo, Norway\n", "list.csv", "\t")
    with pytest.raises(Refused, match=r"list.csv: its first row has no comma; it seems to want --separator pipe"):
        separator_of("City|Title\nOslo|A\n", "list.csv", ",")


def test_names_and_signs_are_known() -> None:
    """A separator is named by word or sign, in any case; others are refused with the names."""
    assert list(SEPARATORS.values()) == [meant(each) for each in SEPARATORS] == [meant(each) for each in ",;\t|"]
    assert ("\t", ",") == (meant("\\t"), meant("COMMA"))
    with pytest.raises(UsageError, match="no separator 'colon'; one of: comma, semicolon, tab, pipe"):
        meant("colon")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sep=;\r\na;b", (";", "a;b")),
        ("SEP=|\ra|b", ("|", "a|b")),
        ("sep=", ("", "")),
        ("sep=x\na", ("", "a")),
        ("a\nsep=;", ("", "a\nsep=;")),
    ],
)
def test_a_first_line_may_tell(text: str, expected: tuple[str, str]) -> None:
    """What spreadsheets put first is taken off, and taken for an answer where it is one."""
    assert expected == told(text)


def test_a_long_list_is_not_read_through() -> None:
    """The first thousand rows decide."""
    assert "semicolon" == separator_of("a;b,c\n" + "1;2\n" * 2_000, "list.csv")[1]
