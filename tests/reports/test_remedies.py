"""What to type for a task: what mends a problem, else what shows it. `tests/cli/test_remedies.py` runs them all."""

from __future__ import annotations

import pytest

from pledgekit.model.levels import Audience
from pledgekit.model.problem import problem
from pledgekit.model.record import Origin
from pledgekit.register import Register
from pledgekit.reports.remedies import Remedies
from pledgekit.reports.tasks import Task
from pledgekit.view import Lens, look
from tests.registers import BASE, day, made

FILE = "commitments/oslo-no/x.toml"


def command(code: str, path: str, *errors: str, as_of: str = "2025-06-01") -> str:
    """What is to be typed for a problem of an action that begins in 2025, where errors were found in it as well."""
    action = made("actions", "a", start="2025-05")
    placed = action.changed({"origin": Origin(FILE, "actions", 0)})
    register = Register.of([*BASE, placed])
    view = look(register, Lens(as_of=day(as_of), audience=Audience.INTERNAL))
    problems = [problem(each, "so it is", file=FILE, path="actions[0].start") for each in errors]
    found = problem(code, "so it is", file=FILE, path=path)
    return " ".join(Remedies(register, view, problems).command(Task("problems", "found", "oslo-no", problem=found)))


@pytest.mark.parametrize(
    ("code", "path", "errors", "expected"),
    [
        ("likely-duplicate", "actions[0].title", (), "retract oslo-no/a --reason duplicate"),
        ("likely-duplicate", "actions[0].title", ("dates-order",), "show oslo-no/a"),
        ("date-and-span", "actions[0].start", ("date-and-span",), "correct oslo-no/a date="),
        ("dates-order", "actions[0].start", ("dates-order",), "show oslo-no/a"),
        ("dates-order", "actions[1].start", (), "check --only dates-order"),
        ("syntax", "", (), "check --only syntax"),
    ],
)
def test_a_problem_is_mended_shown_or_listed(code: str, path: str, errors: tuple[str, ...], expected: str) -> None:
    """In this order: an error is mended before anything else is said of the record."""
    assert expected == command(code, path, *errors)


def test_what_is_not_seen_yet_is_listed() -> None:
    """A record of a later day cannot be shown on this one."""
    assert "check --only dates-order" == command("dates-order", "actions[0].start", as_of="2025-01-01")
