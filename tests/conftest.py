"""What every test gets: a fixed Hypothesis profile, and a clean environment for programs that a test starts."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

# The same examples every time and on every machine; no deadline, since how fast a machine is proves nothing.
settings.register_profile(
    "ci", derandomize=True, deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow]
)
# The long hunt, with new examples each time: `make faults`, or `pytest --hypothesis-profile=hunt`.
settings.register_profile(
    "hunt", deadline=None, max_examples=2000, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("ci")


@pytest.fixture
def bare_environment() -> dict[str, str]:
    """The environment without pledgekit's own variables and without coverage's, which import much at start-up.

    For tests about start-up: what they see loaded was loaded by the program alone.
    """
    ours = ("PLEDGEKIT_", "COVERAGE_", "PYTEST_")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)}
