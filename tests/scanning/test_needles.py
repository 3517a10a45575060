"""Needles: refs, addresses and their tell-tale parts are looked for; places are told without secret names."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest

from pledgekit.register import Loaded, Register
from pledgekit.scanning import scan
from pledgekit.store import load
from pledgekit.view import Lens, look
from tests.registers import BASE, made

if TYPE_CHECKING:
    from pathlib import Path

    from pledgekit.model.record import Record

LENS = Lens(as_of=datetime.date(2026, 1, 1))


def found(text: str, *records: Record) -> set[tuple[str, str]]:
    """Whose what is found in a text, with what the base and these hold."""
    register = Register.of([*BASE, *records])
    made_of = scan(Loaded(register, (), 1), look(register, LENS), [("file", text.encode())]).found
    return {(each.ref, each.key) for each in made_of}


def source(url: str) -> list[dict[str, Any]]:
    """Evidence at an address."""
    return [{"url": url}]


CLERK = made("contacts", "clerk", name="Ada", email="a.lovelace-byron@oslo.example")
PRESS = made(
    "contacts", "press", name="Bea", email="international.office@oslo.example", note="write: mayor@oslo.example"
)
QUIET = made(
    "actions",
    "quiet",
    title="x",
    visibility="internal",
    evidence=source("https://files.example/share/kx81-minutes-Q%C3%A9-draft.pdf"),
)
OPEN = made("actions", "open", title="Office of international work")
SHARED = made("actions", "shared", title="y", evidence=source("https://www.example/share/kx81-minutes-Q%C3%A9-draft"))
ORDINARY = made(
    "actions", "plain", title="z", visibility="internal", evidence=source("https://www.example/actions/2023/cities")
)  # fmt: skip


@pytest.mark.parametrize(
    "text", ["A.Lovelace-Byron", "mail a.lovelace-byron(at)oslo", "user=a.lovelace-byron@o.example"]
)
def test_the_name_before_the_at_is_found(text: str) -> None:
    """It tells who, without the rest."""
    assert {("oslo-no/clerk", "email")} == found(text, CLERK, OPEN)


def test_common_words_before_the_at_are_no_find() -> None:
    """International Office stands anywhere; so does what is short."""
    assert set() == found("the international office, or the mayor", PRESS, OPEN)
    assert {("oslo-no/press", "email")} == found("international.office@oslo.example", PRESS, OPEN)


@pytest.mark.parametrize("text", ["/share/kx81-minutes-Q%c3%a9-draft", "see share/kx81-minutes-qé-draft.pdf?dl=1"])
def test_the_path_of_an_address_is_found(text: str) -> None:
    """With another host, or none."""
    assert {("oslo-no/quiet", "evidence.0.url")} == found(text, QUIET)


def test_a_path_that_is_public_or_ordinary_is_no_find() -> None:
    """Public at another host, or made of common words."""
    assert set() == found("share/kx81-minutes-Q%C3%A9-draft", QUIET, SHARED)
    assert set() == found("actions 2023: cities", ORDINARY, OPEN)


def test_a_hidden_record_is_found_by_its_ref() -> None:
    """Whole, even when its id alone could stand anywhere; an id that is a time could, behind a city's name."""
    update = made("actions", "actions-2024", title="x", visibility="internal")
    day = made("actions", "2024-q1", title="x", visibility="internal")
    telling = made("actions", "zebra-crossing", title="x", visibility="internal")
    assert {("oslo-no/actions-2024", "id")} == found("by oslo-no/actions-2024", update, day, telling)
    assert {("oslo-no/zebra-crossing", "id")} == found("a zebra crossing", update, day, telling)
    assert set() == found("actions 2024; Oslo (NO), 2024 Q1", update, day, telling)


def test_places_say_nothing(tmp_path: Path) -> None:
    """Names of files and keys of others are told as numbers, beside whose they are."""
    home = tmp_path / "declarations" / "d-2020"
    (home / "covert-folder").mkdir(parents=True)
    (home / "declaration.toml").write_text(
        '[declaration]\nid = "d-2020"\ntitle = "T"\nadopted = 2020-01-01\n'
        '[declaration.extra]\nplain = 1\ncovert-key = {deep-purple-key = "covert value"}\n',
        "utf-8",
    )
    (home / "covert-folder" / "covert-name.toml").write_text("# covert comment\n", "utf-8")
    (tmp_path / "declarations" / "covert-stray.toml").write_text("x = [\n", "utf-8")
    loaded = load(tmp_path)
    text = "covert key\ndeep purple key\ncovert folder\ncovert name\ncovert comment\ncovert stray\ncovert value"
    register = look(Register.of(BASE), LENS)  # a view that has none of it
    told = [(each.line, each.ref, each.key) for each in scan(loaded, register, [("f", text.encode())]).found]
    assert [
        (1, "d-2020", "extra.2"),
        (2, "d-2020", "extra.2.1"),
        (3, "d-2020", "name of file 1"),
        (4, "d-2020", "name of file 1"),
        (5, "d-2020", "line 1 of file 1"),
        (6, "declarations", "name of file 1"),
        (7, "d-2020", "extra.2.1"),
    ] == told
