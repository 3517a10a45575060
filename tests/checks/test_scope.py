"""What a check looks at: which records still speak."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from pledgekit.checks.scope import Scope
from pledgekit.ids import Ref
from pledgekit.model.levels import Audience
from pledgekit.register import Loaded, Register
from pledgekit.view.looking import Looking
from tests.checks.registers import TODAY, loaded, record
from tests.registers import registers

if TYPE_CHECKING:
    from pledgekit.model.record import Record


def gone(name: str, target: str, **keys: object) -> str:
    """A retraction of Oslo."""
    return record("retractions", id=name, record=f"oslo-no/{target}", reason="error", **keys)


@pytest.mark.parametrize(
    ("retractions", "expected"),
    [
        ([gone("r", "a")], {"a"}),
        ([gone("r", "a"), gone("s", "r")], {"r"}),
        ([gone("r", "a"), gone("s", "r"), gone("t", "s")], {"a", "s"}),
        ([gone("r", "a"), gone("s", "r"), gone("t", "s"), gone("u", "t")], {"r", "t"}),
        ([gone("r", "s"), gone("s", "r")], {"r", "s"}),
        ([gone("r", "r")], {"r"}),
        ([gone("r", "a"), gone("r", "b", revision=2)], {"b"}),
        ([gone("r", "b", revision=2), gone("r", "a")], {"b"}),
    ],
)
def test_a_chain_of_retractions_is_followed(retractions: list[str], expected: set[str]) -> None:
    """One that is taken back does not count, unless what took it back is taken back; the last revision speaks."""
    files = {f"commitments/oslo-no/{number}.toml": text for number, text in enumerate(retractions)}
    assert {Ref("oslo-no", each) for each in expected} == Scope(loaded(files), TODAY).retracted


@given(registers())
def test_checks_take_back_what_staff_no_longer_sees(records: list[Record]) -> None:
    """Checks and views never differ in what was retracted."""
    register = Register.of(records)
    seen = Looking(register, as_of=datetime.date.max, known_on=None, audience=Audience.INTERNAL, city="")
    assert seen.retracted == Scope(Loaded(register, (), 0), TODAY).retracted
