"""Telephone numbers and e-mail addresses: found in any spelling, and nothing else is taken for them."""

from __future__ import annotations

import datetime
from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgekit.register import Loaded, Register
from pledgekit.scanning import scan
from pledgekit.view import Lens, look
from tests.registers import BASE, made

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pledgekit.model.record import Record


def told(records: Sequence[Record], text: str | bytes) -> list[tuple[int, str]]:
    """What is found in a text: lines and keys."""
    register = Register.of([*BASE, *records])
    view = look(register, Lens(as_of=datetime.date(2026, 1, 1)))
    data = text if isinstance(text, bytes) else text.encode()
    return [(each.line, each.key) for each in scan(Loaded(register, (), 1), view, [("file", data)]).found]


def clerk(**values: str) -> Record:
    """A contact."""
    record: Record = made("contacts", "clerk", name="Ada", **values)
    return record


DUTCH = (
    "+31 70 353 30 00",
    "+31703533000",
    "0031 70 3533000",
    "070 353 30 00",
    "(070) 353-3000",
    "070/353.30.00",
    "+31 (0)70 353 30 00",
    "+31-70-3533000",
    "tel:+31703533000",
    "31703533000",
    "+31 70 353‑30‑00",
    "+31 70 353 3000",
)


@pytest.mark.parametrize(("kept", "written"), list(product(DUTCH, DUTCH)))
def test_a_number_is_found_however_it_is_written(kept: str, written: str) -> None:
    """With or without the country's code, with any marks between, on either side."""
    assert [(2, "phone")] == told([clerk(phone=kept)], f"Ada\ncall {written}, or write\n")


@pytest.mark.parametrize(
    ("kept", "written"),
    [
        ("+47 22 86 16 00", "22861600"),
        ("22 86 16 00", "0047 2286 1600"),
        ("+49 89 233-00", "089/23300"),
        ("555-0132", "555 0132"),
        ("+1 (212) 555-0132", "212.555.0132"),
    ],
)
def test_short_numbers(kept: str, written: str) -> None:
    """Numbers of seven or eight digits are found, too."""
    assert [(1, "phone")] == told([clerk(phone=kept)], f"call {written}")


def test_a_number_over_lines_and_tags() -> None:
    """What is written in pieces is found as a whole."""
    assert [(1, "phone")] == told([clerk(phone=DUTCH[0])], "call +31 70\n353 30 00")
    assert [(1, "phone")] == told([clerk(phone=DUTCH[0])], "<b>070</b>&nbsp;353 30 00")


@pytest.mark.parametrize("written", [each for each in DUTCH if each[0] in "+0("])
def test_numbers_within_texts(written: str) -> None:
    """A number in a note is looked for alone."""
    hidden = made("notes", "n", text=f"Rang; call back at {written} before noon")
    assert [(1, "text")] == told([hidden], "Mr X, 070 353 30 00")


def test_what_is_called_a_number() -> None:
    """After a word such as "tel.", a number needs no sign in front."""
    assert [(1, "text")] == told(
        [made("notes", "n", text="her mobile: 612 345 678, after six")], "06 12345678 612345678"
    )


ORDINARY = (
    "sha256:" + "70353300031" * 6,
    "on 2024-11-15, between 2024-11-15 and 2025-01-31",
    "from 15.11.2024 to 31-01-2025; 01.02.2024",
    "8353300017 353 30 007 353 3000 1",
    "id 2024-06-a3533000 x70353300 3533000y",
    "12 000 000 inhabitants, EUR 3,533,001, 2023 2024 2025 2026",
    "+31 70 353 30 01 and 070 353 31 00",
)


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_numbers_are_none(text: str) -> None:
    """Days, amounts, fingerprints, ids and the numbers of others are not taken for a hidden one."""
    hidden = made(
        "notes",
        "n",
        text="Rang 2024-11-15, again on 15.11.2024 and 01.02.2024: of 12 000 000, they gave 2023 2024 2025 2026 or so",
    )
    assert [] == told([clerk(phone=DUTCH[0]), hidden], text)


@given(st.integers(10**6, 10**13))
def test_other_numbers_are_none(number: int) -> None:
    """No number is found that does not end as the hidden one does."""
    same = number == 3533000 or f"{number}".endswith("03533000")
    assert ([(1, "phone")] if same else []) == told([clerk(phone=DUTCH[0])], f"{number}")


def test_public_numbers_are_none() -> None:
    """A number that everybody sees is no find, however it is written there and in the contact."""
    public = made("actions", "a", summary="Call 070-353 30 00 or write to Town.Hall@city.example.")
    hidden = clerk(phone=DUTCH[0], email="town.hall@city.example")
    assert [] == told([public, hidden], "+31703533000 TOWN.HALL@CITY.EXAMPLE town.hall (at) city (dot) example")


@pytest.mark.parametrize(
    "written",
    [
        "ada@byron.example",
        "ADA@Byron.Example",
        "mailto:ada%40byron.example",
        "ada (at) byron.example",
        "ada [at] byron [dot] example",
        "<ada AT byron DOT example>",
        "ada&#64;byron.example",
        "Ada@\u200bbyron.example",
    ],
)
def test_an_address_is_found_however_it_is_written(written: str) -> None:
    """In any case, and with words for its marks; also when it stood within a text."""
    assert [(1, "email")] == told([clerk(email="Ada@byron.example")], f"write to {written}.")
    assert [(1, "text")] == told([made("notes", "n", text="wrote to Ada@byron.example again")], f"to {written}.")
