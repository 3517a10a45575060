"""Headings of other people's lists: known in five languages, folded, and never two things at once."""

from __future__ import annotations

from importlib import import_module

import pytest

from pledgekit.catalogues import FORM_LANGUAGES
from pledgekit.exports.tables import columns
from pledgekit.ids import fold
from pledgekit.importing.columns import declared_type
from pledgekit.importing.headings import headings
from pledgekit.model.kinds import KINDS


@pytest.mark.parametrize(
    ("kind", "heading", "key"),
    [
        ("endorsements", "Stadt", "owner"),
        ("endorsements", "City name", "owner"),
        ("endorsements", "Gemeente", "owner"),
        ("endorsements", "Signed on", "date"),
        ("endorsements", "Beigetreten", "date"),
        ("endorsements", "Bürgermeister", "official"),
        ("actions", "Titel", "title"),
        ("actions", "Título", "title"),
        ("actions", "Verpflichtung", "commitments"),
        ("updates", "Engagement", "commitment"),
        ("actions", "Bron", "evidence"),
        ("actions", "Site web", "evidence.0.url"),
        ("events", "Enlace", "sources.0.url"),
        ("events", "Datum", "start"),
        ("events", "Déclaration", "owner"),
        ("city", "Ville", "name"),
        ("city", "Municipality", "name"),
        ("city", "Pays", "country"),
        ("city", "Einwohner", "population.value"),
    ],
)
def test_common_headings_are_known(kind: str, heading: str, key: str) -> None:
    """What a heading tells is one key of the kind."""
    assert key == headings(KINDS[kind]).get(fold(heading))


@pytest.mark.parametrize(("kind", "heading"), [("endorsements", "Land"), ("city", "Bürgermeister"), ("notes", "Stadt")])
def test_what_a_kind_does_not_hold_is_no_key_of_it(kind: str, heading: str) -> None:
    """A heading for which a kind has no key stays unknown."""
    assert fold(heading) not in headings(KINDS[kind])


@pytest.mark.parametrize("table", KINDS)
def test_every_heading_leads_to_a_key(table: str) -> None:
    """Whatever a heading leads to is a key of the kind."""
    kind = KINDS[table]
    assert [] == [
        key for key in headings(kind).values() if declared_type(kind, key) is None and key not in columns(kind)
    ]


def test_no_language_gives_a_heading_twice() -> None:
    """Within a language a heading tells one thing, and nothing that may hold what is not for all is guessed."""
    for lang in FORM_LANGUAGES:
        told = import_module(f"pledgekit.catalogues.{lang}.headings").HEADINGS
        names = [fold(each) for known in told.values() for each in known]
        assert len(set(names)) == len(names)
        assert told.keys().isdisjoint({"remark", "note", "visibility"})


def test_what_two_languages_mean_by_one_heading_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A heading that would be two keys is none."""
    monkeypatch.setattr("pledgekit.catalogues.fr.headings.HEADINGS", {"title": ("Stadt",)})
    assert "stadt" not in headings(KINDS["actions"])
