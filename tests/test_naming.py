"""From what people type to what is meant: by id, name, alias or local name; the nearest is suggested, never assumed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pledgekit.errors import NotFound, UsageError
from pledgekit.ids import Ref
from pledgekit.model.kinds import ACTIONS, CITIES, CITY, COMMITMENTS, DECLARATION, DECLARATIONS, ENDORSEMENTS
from pledgekit.naming import find_owner, find_ref, names_of
from pledgekit.register import Register
from tests.registers import made

if TYPE_CHECKING:
    from pledgekit.model.kinds import Kind

REGISTER = Register.of(
    [
        made("declaration", short_title="Hague", aliases=["Global Declaration"]),
        made("commitments", "speak-out", number="1"),
        made(
            "city", "", "the-hague-nl",
            name="The Hague", local_names={"nl": "Den Haag"}, aliases=["’s-Gravenhage"], former_ids=["hague-nl"],
        ),
        made("findings", "first", number=11),
        made("city", "", "lodz-pl", name="Łódź", country="PL"),
        made("city", "", "paris-fr", name="Paris", country="FR"),
        made("city", "", "paris-tx-us", name="Paris", country="US", aliases=["???"]),
        made("actions", "bridges", "lodz-pl", title="Building bridges"),
        made("actions", "bridges", "paris-fr", title="Bridges"),
        made("actions", "days", "paris-fr", title="Dialogue days"),
        made("endorsements", "days-signed", "paris-fr"),
        made("actions", "unnamed", "lodz-pl", title="???"),
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "home", "expected"),
    [
        ("lodz-pl", "", "lodz-pl"),
        ("Łódź", "", "lodz-pl"),
        ("lodz", CITY, "lodz-pl"),
        ("THE HAGUE", "", "the-hague-nl"),
        ("den haag", "", "the-hague-nl"),
        ("'s Gravenhage", "", "the-hague-nl"),
        ("hague-nl", "", "the-hague-nl"),
        ("Hague", "", "hague-2022"),
        ("hague-2022", DECLARATION, "hague-2022"),
        ("global declaration", DECLARATION, "hague-2022"),
        ("paris-fr", "", "paris-fr"),
    ],
)
def test_an_owner_is_found_by_any_of_its_names(text: str, home: str, expected: str) -> None:
    """Accents, case and punctuation do not count."""
    assert expected == find_owner(REGISTER, text, home)


def test_of_two_alike_both_are_named() -> None:
    """Nobody guesses which Paris is meant."""
    with pytest.raises(UsageError, match="paris-fr and of paris-tx-us"):
        find_owner(REGISTER, "paris")


@pytest.mark.parametrize(
    ("text", "home", "message", "nearest"),
    [
        ("lodzz", "", "city or declaration", ("lodz-pl",)),
        ("hague-2022", CITY, "no city", ("the-hague-nl",)),
        ("lodz-pl", DECLARATION, "no declaration", ()),
        ("xyzzy", "", "city or declaration", ()),
        ("!!!", "", "city or declaration", ()),
    ],
)
def test_an_unknown_owner(text: str, home: str, message: str, nearest: tuple[str, ...]) -> None:
    """The nearest is suggested, never assumed."""
    with pytest.raises(NotFound, match=message) as found:
        find_owner(REGISTER, text, home)
    assert nearest == found.value.nearest


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("lodz-pl/bridges", None, "lodz-pl/bridges"),
        ("lodz-pl/bridges", ACTIONS, "lodz-pl/bridges"),
        ("Łódź/bridges", None, "lodz-pl/bridges"),
        ("Łódź/Building Bridges", ACTIONS, "lodz-pl/bridges"),
        ("days", ACTIONS, "paris-fr/days"),
        ("dialogue days", ACTIONS, "paris-fr/days"),
        ("speak-out", COMMITMENTS, "hague-2022/speak-out"),
        ("1", COMMITMENTS, "hague-2022/speak-out"),
        ("Hague/1", COMMITMENTS, "hague-2022/speak-out"),
        ("Hague/11", None, "hague-2022/first"),
        ("lodz", None, "lodz-pl"),
        ("lodz", CITIES, "lodz-pl"),
        ("lodz-pl", CITIES, "lodz-pl"),
        ("Hague", DECLARATIONS, "hague-2022"),
    ],
)
def test_a_record_is_found(text: str, kind: Kind[Any] | None, expected: str) -> None:
    """By its ref, by owner's name and title, or by id, title or number alone."""
    assert Ref.parse(expected) == find_ref(REGISTER, text, kind)


def test_of_two_records_both_are_named() -> None:
    """An id may be used by many cities."""
    with pytest.raises(UsageError, match="may mean lodz-pl/bridges, paris-fr/bridges"):
        find_ref(REGISTER, "bridges", ACTIONS)


@pytest.mark.parametrize(
    ("text", "kind", "message", "nearest"),
    [
        ("lodz-pl/brigdes", ACTIONS, "no action", ("lodz-pl/bridges",)),
        ("lodz-pl/brigdes", None, "no record", ("lodz-pl/bridges",)),
        ("paris-fr/days", ENDORSEMENTS, "no endorsement", ("paris-fr/days-signed",)),
        ("paris-fr/days-signed", ACTIONS, "no action", ()),
        ("nowhere/bridges", ACTIONS, "city or declaration", ()),
        ("dialog days", ACTIONS, "no action", ("paris-fr/days",)),
        ("lodz-pl", ACTIONS, "no action", ()),
        ("lodz-pl/?", ACTIONS, "no action", ()),
        ("speakout", None, "city or declaration", ("hague-2022/speak-out",)),
        ("lodzz", None, "city or declaration", ("lodz-pl",)),
        ("lodz-p", DECLARATIONS, "no declaration", ()),
    ],
)
def test_an_unknown_record(text: str, kind: Kind[Any] | None, message: str, nearest: tuple[str, ...]) -> None:
    """The nearest of that kind is suggested; a record of another kind is not what was meant."""
    with pytest.raises(NotFound, match=message) as found:
        find_ref(REGISTER, text, kind)
    assert nearest == found.value.nearest


def test_all_names_of_an_owner() -> None:
    """Id, name, local names, aliases and former ids; of a declaration its titles."""
    expected = {"the-hague-nl", "The Hague", "Den Haag", "’s-Gravenhage", "hague-nl"}
    declared = {"hague-2022", "The Hague Declaration", "Hague", "Global Declaration"}
    assert (expected, declared) == (names_of(REGISTER, "the-hague-nl"), names_of(REGISTER, "hague-2022"))
