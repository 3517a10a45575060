"""Opening a round."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pledgekit.dates import Period
from pledgekit.datewords import read_date
from pledgekit.errors import Refused
from pledgekit.rounds.opening import open_round
from tests.rounds.forms import NOW, placed, register_at, with_record

if TYPE_CHECKING:
    from pathlib import Path

    from pledgekit.model.edition import Round
    from pledgekit.recording import Draft


def opened(root: Path, period: str, due: str, opens: str = "") -> Draft[Round]:
    """The draft of a round of the first declaration."""
    return open_round(
        register_at(root),
        "one-2020",
        Period.parse(period),
        due=read_date(due),
        opens=read_date(opens) if opens else None,
        values={"eligible_if_endorsed_by": read_date("2024-06-30"), "responses": "public"},
        by="T",
        now=NOW,
    )


def test_a_round_is_drafted_with_its_days(tmp_path: Path) -> None:
    """Period, opening, due day, eligibility and who may see the answers."""
    made = opened(placed(tmp_path), "2025-01/2025-12", "2026-02-28", "2026-01-10").record
    assert ("2025-01/2025-12", "2026-02-28", "2026-01-10") == (made.period.label, f"{made.due}", f"{made.opens}")
    assert ("2024-06-30", "public") == (f"{made.eligible_if_endorsed_by}", made.responses)


@pytest.mark.parametrize(
    ("period", "due", "opens", "expected"),
    [
        ("2024", "2025-03-01", "", "2024 overlaps 2024, the period of one-2020/round-2024"),
        ("2024-07/2025-06", "2025-09-01", "", "2024-07/2025-06 overlaps 2024, the period of one-2020/round-2024"),
        ("2023-07/2024-06", "2025-09-01", "", "2023-07/2024-06 overlaps 2024"),
        ("2025", "2026-01-31", "2026-02-01", "--due 2026-01-31 lies before --opens 2026-02-01"),
        ("2025", "2024-12-31", "", "--due 2024-12-31 lies before the period asked about, 2025"),
    ],
)
def test_what_cannot_be_a_round_is_refused(tmp_path: Path, period: str, due: str, opens: str, expected: str) -> None:
    """Overlapping rounds whichever is earlier, a due day before opening or before the period."""
    with pytest.raises(Refused, match=expected):
        opened(placed(tmp_path), period, due, opens)


def test_a_round_that_was_retracted_is_in_nobodys_way(tmp_path: Path) -> None:
    """Its period is free again."""
    retraction = '[[retractions]]\nid = "x"\nrecord = "one-2020/round-2024"\nreason = "error"\n'
    with_record(placed(tmp_path), retraction, "gone", "one-2020")
    assert "2024" == opened(tmp_path, "2024", "2025-03-01").record.period.label
