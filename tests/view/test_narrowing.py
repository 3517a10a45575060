"""Evidence that was shown and later narrowed."""

from __future__ import annotations

import datetime

import pytest

from pledgekit.model.city import City
from pledgekit.model.deeds import Action, Evidence
from pledgekit.model.levels import Audience, Visibility
from pledgekit.register import Register
from pledgekit.view import Lens, look

DAY = datetime.date(2024, 1, 1)
LATER = datetime.date(2024, 6, 1)
CITY = City(owner="oslo-no", id="oslo-no", name="Oslo", kind="city", country="NO")


def action(revision: int, *evidence: Evidence) -> Action:
    """A revision of one action."""
    return Action(
        owner="oslo-no", id="a", title="A", revision=revision, recorded=LATER if revision > 1 else DAY,
        visibility=Visibility.PUBLIC, evidence=evidence,
    )  # fmt: skip


def shown(audience: Audience, *actions: Action) -> list[tuple[str, str]]:
    """What evidence an audience sees, as known before the later revision."""
    lens = Lens(as_of=LATER, known_on=DAY, audience=audience)
    return [
        (each.title, each.url) for seen in look(Register.of([CITY, *actions]), lens).everything()
        for each in getattr(seen, "evidence", ())
    ]  # fmt: skip


@pytest.mark.parametrize(("level", "network"), [(Visibility.NETWORK, True), (Visibility.INTERNAL, False)])
def test_what_a_later_revision_narrows_is_narrow_at_every_known_on(level: Visibility, network: bool) -> None:
    """The edition of an earlier day, made again today, does not show it; staff still sees it."""
    first = action(1, Evidence(title="T", url="u"), Evidence(title="other"))
    second = action(2, Evidence(title="T", url="u", sha256="ab", visibility=level), Evidence(title="other"))
    assert [("other", "")] == shown(Audience.PUBLIC, first, second)
    assert network == (("T", "u") in shown(Audience.NETWORK, first, second))
    assert [("T", "u"), ("other", "")] == shown(Audience.INTERNAL, first, second)


def test_the_narrowest_word_holds() -> None:
    """Whatever revision says it, and whatever is said after it; what is left out later was not narrowed."""
    first = action(1, Evidence(title="T", visibility=Visibility.NETWORK), Evidence(title="gone"))
    second = action(2, Evidence(title="T", visibility=Visibility.INTERNAL))
    third = action(3, Evidence(title="T", visibility=Visibility.NETWORK))
    assert [("gone", "")] == shown(Audience.NETWORK, first, second, third)
    assert [("T", ""), ("gone", "")] == shown(Audience.NETWORK, first, action(2, Evidence(title="T")))
