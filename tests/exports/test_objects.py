"""The JSON file: what it is of, and the records by kind."""

from __future__ import annotations

import datetime
import json

from pledgekit.exports.objects import to_json
from pledgekit.fingerprint import digest
from pledgekit.version import __version__
from pledgekit.view import Lens
from tests.registers import BASE, made

DAY = datetime.date(2025, 1, 1)


def test_it_says_what_it_is() -> None:
    """Format, version, digest, days and audience stand before the records."""
    deed = made("actions", "deed")
    found = json.loads(to_json(Lens(as_of=DAY, known_on=DAY), {"actions": [deed], "city": []}))
    expected: dict[str, object] = {"id": "deed", "ref": "oslo-no/deed", "owner": "oslo-no", "visibility": "public"}
    expected |= {"title": "Dialogue days", "commitments": ["hague-2022/speak-out"]}
    assert {"actions": [expected], "city": []} == found.pop("records")
    assert {
        "format": "pledgekit/export",
        "format_version": 1,
        "tool_version": __version__,
        "register": digest([deed]),
        "as_of": "2025-01-01",
        "known_on": "2025-01-01",
        "audience": "public",
        "notes": [],
    } == found


def test_it_says_when_errors_stood() -> None:
    """Made although errors stood, it says so; by the id of the note, for any number of errors."""
    found = json.loads(to_json(Lens(as_of=DAY), {"city": BASE[2:3]}, despite_problems=True))
    assert ([{"id": "despite-problems"}], None) == (found["notes"], found["known_on"])


def test_cells_stand_beside_the_records() -> None:
    """They are no records: they have a key of their own, which is there when they were asked for, and not else."""
    lens = Lens(as_of=DAY)
    row = {"city": "oslo-no", "assessed": None}
    assert ([row], []) == tuple(json.loads(to_json(lens, {}, each))["cells"] for each in ([row], []))
    assert "cells" not in json.loads(to_json(lens, {}))
