"""What facts rest on."""

from __future__ import annotations

import pytest

from pledgekit.checks.evidence import addresses, missing, one_source
from tests.checks.registers import OSLO, found, record

URL = "https://example.org/a"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"visibility": "public"}, ["missing-evidence"]),
        ({}, []),
        ({"visibility": "public", "sources": "@"}, []),
    ],
)
def test_a_public_action_shows_something(keys: dict[str, str], expected: list[str]) -> None:
    """Evidence or a source; what is for members may wait."""
    text = record("actions", id="a", title="A", **keys).replace('"@"', '[{ title = "T" }]')
    assert expected == found(missing, text)


@pytest.mark.parametrize(
    ("level", "sources", "expected"),
    [
        ("corroborated", 1, ["one-source evidence_level"]),
        ("externally-verified", 1, ["one-source evidence_level"]),
        ("corroborated", 2, []),
        ("corroborated", 0, []),
        ("documented", 1, []),
    ],
)
def test_corroborated_means_several(level: str, sources: int, expected: list[str]) -> None:
    """One source does not corroborate itself; none named is merely unknown."""
    given = ", ".join(['{ title = "T" }'] * sources)
    text = record(
        "assessments", id="s", commitment="hague-2022/speak-out", period="2024", completion="limited",
        evidence_level=level, assessor="A", date="2025",
    )  # fmt: skip
    assert expected == found(one_source, f"{text}sources = [{given}]\n")


@pytest.mark.parametrize(
    ("url", "right"),
    [
        (URL, True),
        ("http://example.org", True),
        ("HTTPS://www.example.org:8080/a?b#c", True),
        ("https://nordicsafecities.org/?p=3817", True),
        ("https://bücher.example/ä", True),
        ("example.org", False),
        ("https://example", False),
        ("https://example.org/a b", False),
        ("https:/example.org", False),
        ("https://user:secret@example.org/", False),
        ("javascript:alert(1)", False),
        ("ftp://example.org/a", False),
    ],
)
def test_addresses_are_addresses(url: str, *, right: bool) -> None:
    """Wherever they stand: in evidence, archives, sources of records and of parts of a city."""
    action = record("actions", id="a", title="A", sources="@").replace('"@"', f"[{{ url = '{url}' }}]")
    action += f"[[actions.evidence]]\nurl = '{url}'\n[[actions.evidence]]\nurl = '{URL}'\narchive = '{url}'\n"
    city = f"{OSLO}population = {{ value = 1, sources = [{{ url = '{url}' }}] }}\n"
    wrong = ["population.sources[0].url", "evidence[0].url", "evidence[1].archive"]
    expected = [] if right else ["bad-address sources[0].url", *(f"bad-address {each}" for each in wrong)]
    assert sorted(expected) == sorted(found(addresses, action, commitments__oslo___no__city=city))


@pytest.mark.parametrize(("email", "expected"), [("a@b.example", []), ("a.b.example", ["bad-address email"]), ("", [])])
def test_mailboxes_are_mailboxes(email: str, expected: list[str]) -> None:
    """A contact may have none."""
    assert expected == found(addresses, record("contacts", id="c", name="A. B.", email=email))
