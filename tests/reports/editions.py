"""Two editions of one register with every kind of change and correction between them, and what is said of it.

To write the files anew, from the root of the repository: python -m tests.reports.editions
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs

from pledgekit.model.levels import Audience
from pledgekit.register import Register
from pledgekit.render import FORMATS
from pledgekit.reports import REPORTS
from pledgekit.view import Lens, View, look
from tests.registers import CITY, DECLARED, made
from tests.reports.papers import made as written

if TYPE_CHECKING:
    from pledgekit.model.record import Record
    from pledgekit.reports.value import Paper

__all__ = ["DAY", "FOLDER", "RECORDS", "SINCE", "goldens", "paper", "seen"]

ENDINGS: Final = (*FORMATS, "json")
FOLDER: Final = Path(__file__).parent / "golden_editions"
SINCE: Final = datetime.date(2025, 1, 1)
DAY: Final = datetime.date(2025, 12, 31)
_OLD, _NEW = "2024-05-01", "2025-05-01"


def _old(table: str, name: str = "", owner: str = "", /, **values: Any) -> Record:  # noqa: ANN401  keys of the format
    record: Record = made(table, name, owner, **{"recorded": _OLD, **values})
    return record


def _new(table: str, name: str = "", owner: str = "", /, **values: Any) -> Record:  # noqa: ANN401  keys of the format
    record: Record = made(table, name, owner, **{"recorded": _NEW, **values})
    return record


_CLAUSE: Final = {"title": "Speak out", "wording": "official", "number": "1", "text": "CANARY old wording"}
_SAID: Final = {"visibility": "public", "commitment": f"{DECLARED}/speak-out"}
_JUDGED: Final = {**_SAID, "completion": "limited", "reply_due": "2025-06-01"}

RECORDS: Final[tuple[Record, ...]] = (
    _old("declaration", short_title="The Hague", assessed=True),
    _old("commitments", "speak-out", **_CLAUSE),
    _new("commitments", "speak-out", revision=2, **{**_CLAUSE, "text": "Mayors speak out."}),
    _new("commitments", "listen", title="Listen", wording="official", number="2", text="Mayors listen."),
    _old("city"),
    _old("city", "", "paris-fr", name="Paris", country="FR"),
    _old("city", "", "rome-it", name="Rome", country="IT"),
    _old("city", "", "lyon-fr", name="CANARY Lion", country="FR"),
    _new("city", "", "lyon-fr", name="Lyon", country="FR", revision=2),
    _old("city", "", "bern-ch", name="CANARY Bern", country="CH"),
    _old("endorsements", "signed"),
    _old("endorsements", "signed", "paris-fr", act="endorsed", official="A. Maire"),
    _new("endorsements", "left", "paris-fr", act="ended", date="2025-04-02", reason="a new council decided so"),
    _new("endorsements", "signed", "rome-it", act="endorsed", date="2025-03-01"),
    _new("endorsements", "signed", "lyon-fr", act="endorsed", date=None),
    _old("endorsements", "signed", "bern-ch", act="endorsed"),
    _new("retractions", "never", "bern-ch", record="bern-ch", reason="error"),
    _new("officials", "mayor", visibility="public", seen="2025-04", name="B. Mayor"),
    # actions
    _old("actions", "kept", title="Kept", start="2023", status="implementation"),
    _new("actions", "kept", title="Kept", start="2023", status="finalisation", revision=2),
    _old("actions", "confirmed", title="Asked about", start="2023"),
    _new("actions", "confirmed", title="Asked about", start="2023", confirmed="2025-04-30", revision=2),
    _old("actions", "counted", title="Counted", start="2023"),
    _new("actions", "counted", title="Counted", start="2023", revision=2,
         results=[{"indicator": "people", "value": 9}]),
    _old("actions", "worded", title="CANARY words", start="2023"),
    _new("actions", "worded", title="Better words", start="2023", revision=2),
    _old("actions", "added", title="Added to", start="2023"),
    _new("actions", "added", title="Added to", start="2023", summary="More is known.", revision=2),
    _new("actions", "fresh", title="Fresh", start="2025-02"),
    _new("actions", "fresh", "rome-it", title="A Roman one"),
    _new("actions", "promise", title="A promise", kind="statement", date="2025-02-02"),
    _old("actions", "wrong", title="CANARY wrong"),
    _new("retractions", "wrong-back", record=f"{CITY}/wrong", reason="error", text="CANARY why"),
    _old("actions", "twice", title="CANARY twice"),
    _new("retractions", "twice-back", record=f"{CITY}/twice", reason="duplicate", in_favour_of=f"{CITY}/kept"),
    _old("actions", "moved-away", title="CANARY moved"),
    _new("retractions", "moved-back", record=f"{CITY}/moved-away", reason="other",
         in_favour_of=f"{CITY}/canary-hidden"),
    _old("actions", "canary-hidden", title="CANARY hidden", visibility="network"),
    _old("actions", "canary-person", title="CANARY person"),
    _new("retractions", "canary-person-back", record=f"{CITY}/canary-person", reason="privacy"),
    _old("actions", "canary-danger", title="CANARY danger"),
    _new("retractions", "canary-danger-back", record=f"{CITY}/canary-danger", reason="safety"),
    _old("actions", "canary-narrowed", title="CANARY narrowed"),
    _new("actions", "canary-narrowed", title="CANARY narrowed", visibility="network", revision=2),
    _old("actions", "canary-banned", title="CANARY banned"),
    _new("reviews", "canary-ban", verdict="must-not-publish",
         seen=[{"record": f"{CITY}/canary-banned", "content": "x"}]),
    _new("retractions", "canary-erased-back", record=f"{CITY}/canary-erased", reason="privacy"),
    _old("actions", "sourced", title="Sourced", start="2023", evidence=[{"title": "a list"}, {"title": "CANARY mail"}]),
    _new("actions", "sourced", title="Sourced", start="2023", revision=2,
         evidence=[{"title": "a list"}, {"title": "CANARY mail", "visibility": "network"}]),
    # the lanes
    _old("rounds", "round-2024", period="2024", opens="2024-11-15", due="2025-01-31", responses="public"),
    _old("rounds", "round-2023", period="2023", due="2024-01-31", responses="public"),
    _old("updates", "u-2023", period="2023", completion="limited", date="2024-01-20", **_SAID),
    _new("updates", "u-2024", period="2024", completion="substantial", date="2025-01-20", **_SAID),
    _new("updates", "u-2024", "rome-it", period="2024", completion="limited", date="2025-01-21", **_SAID),
    _old("updates", "u-2023", "paris-fr", period="2023", completion="complete", date="2024-01-20", **_SAID),
    _new("updates", "u-2024", "paris-fr", period="2024", completion="complete", date="2025-01-20", **_SAID),
    _new("updates", "u-lyon", "lyon-fr", period="2024", instead="nothing-new", date="2025-01-20", **_SAID),
    _new("assessments", "judged", period="2024", **_JUDGED),
    _new("replies", "said", assessment=f"{CITY}/judged", date="2025-03-01"),
    _old("assessments", "waiting", "rome-it", period="2024", **{**_JUDGED, "reply_due": "2026-06-01"},
         rationale="CANARY waiting"),
    # dialogues
    _old("events", "berlin", title="Berlin", start="2024-12-10", state="planned"),
    _new("events", "berlin", title="Berlin", start="2024-12-10", state="held", revision=2),
    _new("events", "oslo", title="Oslo", start="2025-03-03", state="held"),
    _new("findings", "first", event=f"{DECLARED}/oslo", text="Mayors matter."),
    _old("steps", "meet", event=f"{DECLARED}/berlin", text="Meet again.", visibility="public"),
    _new("steps", "meet", event=f"{DECLARED}/berlin", text="Meet again.", visibility="public", done="2025-03-03",
         revision=2),
    _new("steps", "write", event=f"{DECLARED}/oslo", text="Write it down.", visibility="public"),
    _new("published", "said-40", as_of="2025-02", unit="cities"),
)  # fmt: skip


def seen(
    records: tuple[Record, ...] = RECORDS, audience: Audience = Audience.PUBLIC, known_on: datetime.date | None = None
) -> View:
    """The later edition, as an audience sees it."""
    return look(Register.of(records), Lens(as_of=DAY, known_on=known_on, audience=audience))


def paper(view: View, name: str = "annual", subject: str = DECLARED, since: datetime.date | None = SINCE) -> Paper:
    """A report that says nothing of the version of the day."""
    return attrs.evolve(REPORTS[name].make(view, subject, None, since=since), tool_version="0.0.0")


def goldens() -> dict[str, bytes]:
    """Each golden file's name, and what belongs into it."""
    public, network = seen(), seen(audience=Audience.NETWORK)
    wanted = (
        ("annual", "annual", paper(public), ENDINGS),
        ("annual-network", "annual", paper(network), ("md",)),
        ("annual-nothing", "annual", paper(public, since=datetime.date(2025, 5, 1)), ("md",)),
        ("corrections", "corrections", paper(public, "corrections"), ENDINGS),
        ("corrections-all", "corrections", paper(public, "corrections", "", None), ("md",)),
        ("corrections-network", "corrections", paper(network, "corrections", "", None), ("md",)),
        ("corrections-none", "corrections", paper(public, "corrections", since=DAY), ("md", "json")),
    )
    return {
        f"{name}.{ending}": written(kind, each, ending) for name, kind, each, endings in wanted for ending in endings
    }


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, content in goldens().items():
        (FOLDER / name).write_bytes(content)
