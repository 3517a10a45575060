"""Values that go into parts of what is held."""

from __future__ import annotations

import pytest

from pledgekit.importing.nested import merged


def test_parts_are_put_into_what_is_held() -> None:
    """A part's key changes that part alone; what was held is not touched."""
    before = {"evidence": [{"title": "a", "url": "b"}], "population": {"value": 1}}
    values = {"title": "t", "evidence.0.url": "c", "evidence.1.title": "d", "population.year": 2020}
    assert {
        "title": "t",
        "evidence": [{"title": "a", "url": "c"}, {"title": "d"}],
        "population": {"value": 1, "year": 2020},
    } == merged(before, values)
    assert {"evidence": [{"title": "a", "url": "b"}], "population": {"value": 1}} == before


def test_parts_of_parts() -> None:
    """A part may have parts of its own, and be new."""
    values = {"population.sources.0.title": "a", "publisher.name": "b"}
    assert {"population": {"sources": [{"title": "a"}]}, "publisher": {"name": "b"}} == merged({}, values)


def test_no_part_is_left_out() -> None:
    """An item of a list needs the items before it."""
    with pytest.raises(ValueError, match="1"):
        merged({}, {"evidence.1.url": "a"})
