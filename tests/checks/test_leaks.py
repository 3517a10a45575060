"""What public texts give away."""

from __future__ import annotations

import pytest

from pledgekit.checks.leaks import contacts, internal_words
from tests.checks.registers import OSLO, found, found_in_part, record, said

CONTACT = record("contacts", id="c", name="Ann Berg", email="Ann@oslo.example", phone="+47 22 33 44 55")


def action(summary: str, visibility: str = "public", **keys: object) -> str:
    """Write an action."""
    return record("actions", id="a", visibility=visibility, title="A", summary=summary, **keys)


@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        ("Write to ann@OSLO.example.", ["contact-in-public summary"]),
        ("Call 0047-22334455 now.", ["contact-in-public summary"]),
        ("Call (22) 33 44 55.", ["contact-in-public summary"]),
        ("Ask Ann  BERG.", ["contact-in-public summary"]),
        ("Johann Bergmann came; 22 334 people on 2023-06-15.", []),
    ],
)
def test_a_contact_is_found(summary: str, expected: list[str]) -> None:
    """By address, number or name, however they are written."""
    assert expected == found(contacts, CONTACT, action(summary))


def test_what_is_not_public_may_name_a_contact() -> None:
    """Nor is another city's text meant, nor a field that is never public."""
    assert [] == found(contacts, CONTACT, action("Ask Ann Berg.", "network"))
    assert [] == found(contacts, CONTACT, action("A", note="Ask Ann Berg.", recorded_by="Ann Berg"))
    bergen = OSLO.replace("oslo-no", "bergen-no").replace("Oslo", "Ann Berg")
    assert [] == found(contacts, CONTACT, commitments__bergen___no__city=bergen)


def test_who_holds_an_office_is_named_in_public() -> None:
    """A contact that is the mayor, or has one name only, is not looked for by name; short numbers neither."""
    mayor = record("officials", id="o", name="Ann Berg", office="Mayor", seen="2025")
    assert [] == found(contacts, CONTACT, mayor, action("Ann Berg spoke."))
    assert [] == found(contacts, record("contacts", id="c", name="Ann", phone="112"), action("Ann called 112 112 112."))


def test_parts_and_lists_are_read() -> None:
    """Evidence, partners, results and names in other languages are public text too."""
    text = action("A", partners=["Ann Berg"]) + '[[actions.evidence]]\ntitle = "By Ann Berg"\n'
    city = OSLO + 'local_names = { no = "Ann Berg" }\n'
    expected = ["local_names.no", "partners[0]", "evidence[0].title"]
    assert sorted(f"contact-in-public {each}" for each in expected) == sorted(
        found(contacts, CONTACT, text, commitments__oslo___no__city=city)
    )


def test_the_words_are_not_repeated() -> None:
    """The finding may be read by more people than the record."""
    told = said(contacts, CONTACT, action("Write to ann@oslo.example."))
    assert ['the "email" of oslo-no/c stands in a public text'] == told


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([action("Do not publish: the council is split.")], 1),
        ([action("Published in confidence-building style.")], 0),
        ([action("We hear the mayor may resign soon.", note="The mayor may resign soon")], 1),
        (
            [
                action("The mayor may resign soon."),
                record("notes", id="n", text="the mayor MAY resign, soon", date="2025"),
            ],
            1,
        ),
        ([action("Short note", note="note")], 0),
        ([action("The mayor may resign soon.", "network", note="The mayor may resign soon")], 0),
    ],
)
def test_words_for_staff_are_found(texts: list[str], expected: int) -> None:
    """Phrases that say so, and what stands in notes; a few words shared by chance do not count."""
    assert expected == len(found(internal_words, *texts))


def test_a_part_of_a_register_has_no_public_texts() -> None:
    """What the public sees cannot be told from it."""
    assert [] == found_in_part(internal_words, action("Do not publish."))
