"""What a review that something still holds is bound to."""

from __future__ import annotations

import pytest

from pledgekit.errors import Refused
from pledgekit.ids import Ref
from pledgekit.model.acts import Retraction
from pledgekit.model.city import City
from pledgekit.model.deeds import Action
from pledgekit.recording.reviewing import held_against
from pledgekit.register import Register


def test_what_was_taken_back_cannot_still_hold() -> None:
    """A retracted record is refused, with the way out."""
    register = Register.of(
        [
            City(owner="oslo-no", id="oslo-no", name="Oslo", kind="city", country="NO"),
            Action(owner="oslo-no", id="a", title="A"),
            Retraction(owner="oslo-no", id="r", record=Ref("oslo-no", "a"), reason="error"),
        ]
    )
    with pytest.raises(Refused, match="oslo-no/a was retracted") as raised:
        held_against(register, [Ref("oslo-no", "a")])
    assert "leave it out" == raised.value.remedy
