"""Scales and levels: closed lists of words, each with a meaning; the words that code asks about are on them."""

from __future__ import annotations

import pytest

from pledgekit.model import levels
from pledgekit.model.levels import Audience, State, Timing, Visibility, deed_kind, has_country
from pledgekit.model.scales import SCALES

WORDS = {
    "Act": "act",
    "Wording": "wording",
    "Nature": "nature",
    "Status": "status",
    "Completion": "completion",
    "Instead": "instead",
    "EvidenceLevel": "evidence-level",
    "RequestAct": "request-act",
    "Verdict": "verdict",
    "Reason": "reason",
    "EventState": "event-state",
}


@pytest.mark.parametrize("name", SCALES)
def test_a_scale_says_what_its_words_mean(name: str) -> None:
    """Each word stands once, with a meaning; the method's source and version are named."""
    scale = SCALES[name]
    assert name == scale.name
    assert len(scale.words) == len(set(scale.words)) > 1
    assert all(level.meaning for level in scale.levels)
    assert scale.source
    assert scale.version


@pytest.mark.parametrize(("group", "scale"), WORDS.items())
def test_the_words_of_code_are_those_of_the_scale(group: str, scale: str) -> None:
    """No word is asked about that a file cannot hold, and none is forgotten."""
    held = vars(getattr(levels, group))
    assert list(SCALES[scale].words) == [word for key, word in held.items() if key.isupper()]


def test_visibility_is_ordered_by_openness() -> None:
    """Public is the most open, internal the least."""
    assert [0, 1, 2] == [each.rank for each in (Visibility.PUBLIC, Visibility.NETWORK, Visibility.INTERNAL)]
    assert tuple(Visibility) == SCALES["visibility"].words
    assert {"public", "city", "network", "internal"} == set(Audience)


def test_states_and_timings_are_words() -> None:
    """They are printed in JSON as they are."""
    assert (15, 3) == (len(State), len(Timing))
    assert all(word == word.lower() for word in (*State, *Timing))


def test_a_statement_is_no_deed() -> None:
    """What was said is told from what was done."""
    assert [False, True, True] == [deed_kind(kind) for kind in ("statement", "programme", "")]


def test_networks_lie_in_no_one_country() -> None:
    """Associations, networks and organisations need none; all others do."""
    kinds = SCALES["city-kind"].words
    assert ["association", "network", "organisation"] == [kind for kind in kinds if not has_country(kind)]
