"""A report compared with an earlier edition, and the list of corrections: what they say and what they never say."""

from __future__ import annotations

import datetime
import json
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgekit.dates import Period
from pledgekit.errors import NotFound, UsageError
from pledgekit.model.kinds import DECLARATIONS
from pledgekit.model.levels import Audience
from pledgekit.register import Register
from pledgekit.reports import REPORTS
from pledgekit.view import Lens, View, look
from tests.registers import BASE, CITY, DECLARED, MOMENTS, all_revisions, group, lenses, made, registers
from tests.reports.editions import ENDINGS, FOLDER, RECORDS, SINCE, goldens, paper, seen
from tests.reports.papers import made as written
from tests.view.test_correcting import held_back
from tests.view.test_properties import OUTSIDE, closed

if TYPE_CHECKING:
    from pledgekit.model.record import Record

NAMES = ("annual", "corrections")
DAYS = ("2022-01-01", "2023-01-01", "2023-06-30", "2024-01-01", "2024-01-02", "2025-02-01")


@cache
def made_now() -> dict[str, bytes]:
    """The golden files, made now."""
    return goldens()


def told(view: View, since: datetime.date | None) -> list[bytes | str]:
    """All that can be read of a view compared with a day: each report in each format, or why there is none."""
    found: list[bytes | str] = []
    for declaration in view.all(DECLARATIONS):
        for name in NAMES:
            try:
                each = REPORTS[name].make(view, declaration.id, None, since=since)
            except (NotFound, UsageError) as error:
                found.append(f"{error}")
            else:
                found += [written(name, each, ending) for ending in ENDINGS]
    return found


def read(view: View, name: str = "annual", since: datetime.date | None = SINCE) -> dict[str, Any]:
    """A report as whoever reads the JSON has it."""
    found: dict[str, Any] = json.loads(written(name, paper(view, name, since=since), "json"))
    return found


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.iterdir()))
def test_reports_look_as_they_did(name: str) -> None:
    """Every report matches its golden file; after a wanted change: python -m tests.reports.editions."""
    assert (FOLDER / name).read_bytes() == made_now()[name]


def test_every_golden_file_is_held() -> None:
    """No report that should be compared is missing."""
    assert sorted(made_now()) == sorted(path.name for path in FOLDER.iterdir())


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("since", [SINCE, datetime.date(2025, 4, 30)])
def test_nothing_that_was_wrong_or_is_hidden_is_said(ending: str, since: datetime.date) -> None:
    """No old text, no name, id or address of what is hidden stands in a public report, in any format."""
    for name in NAMES:
        assert b"CANARY" not in written(name, paper(seen(), name, since=since), ending).upper()


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_leaves_no_line_leaves_no_trace(ending: str) -> None:
    """Without what is hidden, narrowed, banned, erased or taken back for privacy or safety: the same bytes."""
    rest = tuple(each for each in RECORDS if "canary" not in f"{each.id} {getattr(each, 'record', '')}")
    assert len(RECORDS) > len(rest)
    for name in NAMES:
        assert written(name, paper(seen(), name), ending) == written(name, paper(seen(rest), name), ending)


def test_the_canaries_are_alive() -> None:
    """What must not leak is there: the earlier edition said it, and staff see it."""
    before = str(list(seen().before(SINCE).everything()))
    for canary in ("old wording", "Lion", "Bern", "words", "wrong", "twice", "moved"):
        assert f"CANARY {canary}" in before
    for canary in ("person", "danger", "narrowed", "banned", "hidden"):
        assert f"CANARY {canary}" not in before
        assert f"CANARY {canary}" in str(RECORDS)


def test_json_says_what_the_pages_say() -> None:
    """`since`, `changes` and `corrections` hold refs and words of scales; null, not empty, where nobody compared."""
    found = read(seen())
    assert "2025-01-01" == found["since"]
    moved = [each for each in found["changes"] if each["what"] == "moved" and each["kind"] == "updates"]
    assert [
        {
            "kind": "updates",
            "what": "moved",
            "ref": f"{CITY}/u-2024",
            "owner": CITY,
            "earlier": f"{CITY}/u-2023",
        }
    ] == moved
    twice = next(each for each in found["corrections"] if each["ref"] == f"{CITY}/twice")
    assert {
        "date": "2025-05-01",
        "kind": "actions",
        "ref": f"{CITY}/twice",
        "owner": CITY,
        "reason": "duplicate",
        "in_favour_of": f"{CITY}/kept",
    } == twice
    alone = read(seen(), since=None)
    assert [None] * 3 == [alone[key] for key in ("since", "changes", "corrections")]


def test_the_list_is_that_of_the_report() -> None:
    """Both are told by one mechanism: the section of a report is the list of its declaration."""
    found = read(seen(), "corrections")
    assert ("pledgekit/corrections", DECLARED, "2025-01-01") == tuple(
        found[key] for key in ("format", "declaration", "since")
    )
    assert read(seen())["corrections"] == found["corrections"]
    whole = json.loads(written("corrections", paper(seen(), "corrections", "", None), "json"))
    assert ("declaration" in whole, whole["since"]) == (False, None)


def test_another_declarations_corrections_stand_elsewhere() -> None:
    """A report lists what speaks of its own declaration; the list of all has the rest."""
    other = made("declaration", "", "nyc-2023", recorded="2024-01-01")
    clause = made("commitments", "c", "nyc-2023", recorded="2024-01-01")
    back = made("retractions", "back", "nyc-2023", record="nyc-2023/c", recorded="2025-06-01")
    view = seen((*RECORDS, other, clause, back))
    expected = [("nyc-2023/c", False), ("nyc-2023/c", True)]
    held = [str(each.ref) for each in view.corrections()]
    own = [each["ref"] for each in read(view)["corrections"]]
    assert expected == [("nyc-2023/c", "nyc-2023/c" in each) for each in (own, held)]


def test_nothing_new_is_said() -> None:
    """Where nothing changed the report says so, and names the day."""
    page = written("annual", paper(seen(), since=datetime.date(2025, 10, 1)), "txt").decode()
    assert "Nothing that this update tells of is new, changed or ended since 1 October 2025." in " ".join(page.split())


def test_of_a_period_only_its_own_signatories_are_news() -> None:
    """A report on a year judges who endorses at its end; who came later is news of a later one."""
    found = REPORTS["annual"].make(seen(), DECLARED, Period.parse("2024"), since=SINCE)
    news = json.loads(written("annual", found, "json"))["changes"]
    assert ["lyon-fr/signed"] == [each["ref"] for each in news if each["kind"] == "endorsements"]


def test_while_headings_are_ours_no_level_is_told() -> None:
    """Provisional wording keeps levels and assessments out of what the public reads here, too."""
    provisional = tuple(
        each.changed({"wording": "provisional", "number": "", "text": ""}) if group(each)[0] == "commitments" else each
        for each in RECORDS
    )
    page = written("annual", paper(seen(provisional)), "md").decode()
    assert "3 answers by cities are new on record" not in page
    assert "1 assessment is new on record" not in page
    inside = written("annual", paper(seen(provisional, Audience.NETWORK)), "md").decode()
    assert "3 answers by cities are new on record" in inside


def test_a_round_whose_answers_are_not_public_tells_of_none() -> None:
    """What the matrix does not show is no news either."""
    closed_round = tuple(
        each.changed({"responses": "network"}) if group(each)[0] == "rounds" else each for each in RECORDS
    )
    kinds = {each["kind"] for each in read(seen(closed_round))["changes"]}
    assert set() == kinds & {"updates", "assessments", "replies"}


def test_the_earlier_answer_is_told_while_it_stands() -> None:
    """A level moved from one that is on record, not from one that was taken back; a revision is a correction."""
    back = made("retractions", "u-back", record=f"{CITY}/u-2023", recorded="2025-05-02")
    (news,) = [each for each in read(seen((*RECORDS, back)))["changes"] if each["ref"] == f"{CITY}/u-2024"]
    assert ("new", None) == (news["what"], news["earlier"])
    again = next(each for each in RECORDS if each.ref.id == "u-2023" and each.owner == "paris-fr")
    revised = again.changed(
        {"revision": 2, "completion": "limited", "recorded": datetime.date(2025, 5, 3), "period": again.period}  # type: ignore[attr-defined]  # an update
    )
    found = read(seen((*RECORDS, revised)))
    assert "paris-fr/u-2023" in [each["ref"] for each in found["corrections"]]
    assert "paris-fr/u-2023" not in [each["ref"] for each in found["changes"]]


def test_a_later_answer_for_one_period_has_moved() -> None:
    """A second answer to the same question is news; the first stands beside it."""
    second = made(
        "updates", "u-more", visibility="public", commitment=f"{DECLARED}/speak-out", period="2024",
        completion="complete", date="2025-06-01", recorded="2025-06-01",
    )  # fmt: skip
    (news,) = [
        each for each in read(seen((*RECORDS, second)), since=datetime.date(2025, 5, 2))["changes"]
        if each["kind"] == "updates"
    ]  # fmt: skip
    assert ("moved", f"{CITY}/u-2024") == (news["what"], news["earlier"])


def test_rare_changes_have_words_too() -> None:
    """A city that came to an end, a cancelled dialogue, a status that was taken off, a round, a new total."""
    first = [
        *BASE,
        made("city", "", "rome-it", name="Rome"),
        made("endorsements", "signed", "rome-it"),
        made("events", "berlin", start="2024-12-10", state="planned"),
        made("actions", "deed", status="implementation", start="2023"),
        made("commitments", "b", recorded="2024-01-01"),
    ]
    later = {"revision": 2, "recorded": datetime.date(2025, 5, 1)}
    records = (
        *first,
        made("city", "", "rome-it", name="Rome", until="2025-04-01", **later),
        made("events", "berlin", start="2024-12-10", state="cancelled", **later),
        made("actions", "deed", start="2023", **later),
        made("rounds", "round-2025", period="2025", due="2026-01-31", recorded="2025-05-01", responses="public"),
    )
    page = written("annual", paper(seen(records)), "md").decode()
    for said in (
        "1 local government came to an end or was merged:\n\n- Rome, Norway\n",
        "1 dialogue was held or cancelled:\n\n- Dialogue (10 December 2024; cancelled",
        "**Oslo**: Dialogue days (now: nothing is on record of where it stands)",
        "1 round of reporting is new on record:\n\n- on 2025, with answers due by 31 January 2026",
    ):
        assert said in page


@pytest.mark.parametrize(
    ("records", "since", "said", "remedy"),
    [
        (RECORDS, "2024-04-30", "nothing had been recorded by 2024-04-30", "a day from 2024-05-01 on"),
        (BASE, "2024-04-30", "no record here says since when", "leave --since out"),
        (
            (made("city", recorded="2023-01-01"), made("declaration", recorded="2024-05-01")),
            "2023-06-01",
            "hague-2022 was not on record by 2023-06-01",
            "a later day",
        ),
    ],
)
def test_there_has_to_be_an_edition_of_that_day(
    records: tuple[Record, ...], since: str, said: str, remedy: str
) -> None:
    """Where nothing was on record by then, it is said so, and from which day on there is something."""
    with pytest.raises(NotFound, match=said) as caught:
        paper(seen(records), since=datetime.date.fromisoformat(since))
    assert remedy in caught.value.remedy


def test_an_unknown_declaration_has_no_list() -> None:
    """A name that is not there is no empty list."""
    with pytest.raises(NotFound, match="nowhere"):
        paper(seen(), "corrections", "nowhere")


@given(registers(), lenses(*OUTSIDE), st.sampled_from(DAYS))
def test_what_is_not_for_an_audience_might_as_well_not_be_there(records: list[Record], lens: Lens, day: str) -> None:
    """A comparison of a register is that of the register without what is not for the audience, byte for byte."""
    since = datetime.date.fromisoformat(day)
    rest = all_revisions(records, closed(records, lens.audience))
    assert told(look(Register.of(rest), lens), since) == told(look(Register.of(records), lens), since)


@given(registers(), lenses(*OUTSIDE, known=False), st.sampled_from(DAYS))
def test_what_is_held_back_might_as_well_not_be_there(records: list[Record], lens: Lens, day: str) -> None:
    """The same for what is held back for any reason: a ban, a reply still due, an owner or a ref that is hidden."""
    since = datetime.date.fromisoformat(day)
    view = look(Register.of(records), lens)
    rest = look(Register.of(all_revisions(records, held_back(records, lens))), lens)
    assert told(rest, since) == told(view, since)


@given(registers(), lenses(*Audience), st.sampled_from([day.isoformat()[:10] for day in MOMENTS]))
def test_any_register_can_be_compared(records: list[Record], lens: Lens, day: str) -> None:
    """Whatever a register holds and whoever asks, the reports are made in every format, or it is said why not."""
    assert told(look(Register.of(records), lens), datetime.date.fromisoformat(day)) is not None
