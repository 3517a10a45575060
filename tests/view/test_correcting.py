"""What was corrected: which lines there are, and that no line leads to what is hidden."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from pledgekit.errors import UsageError
from pledgekit.model.levels import Audience
from pledgekit.register import Register
from pledgekit.view import Lens, look, namings
from pledgekit.view.unnamed import Naming
from tests.registers import BASE, CITY, DECLARED, all_revisions, group, lenses, made, registers, seen
from tests.view.test_properties import OUTSIDE, closed

if TYPE_CHECKING:
    from pledgekit.model.record import Record
    from pledgekit.view import View

DEED = made("actions", "deed", recorded="2024-01-10", evidence=[{"title": "law"}, {"title": "news"}])


def again(table: str = "actions", name: str = "deed", revision: int = 2, **values: Any) -> Record:  # noqa: ANN401  keys of the format
    """A later revision, recorded in March unless said."""
    record: Record = made(table, name, revision=revision, **{"recorded": "2024-03-01", **values})
    return record


def back(record: str = f"{CITY}/deed", name: str = "gone", **values: Any) -> Record:  # noqa: ANN401  keys of the format
    """A retraction, recorded in March unless said."""
    found: Record = made("retractions", name, record=record, **{"recorded": "2024-03-01", **values})
    return found


def lines(view: View) -> list[str]:
    """Corrections, short."""
    return [
        f"{each.day} {each.table} {each.ref} {each.reason}{f' > {each.in_favour_of}' if each.in_favour_of else ''}"
        for each in view.corrections()
    ]


def deed(reason: str, day: str = "2024-03-01") -> list[str]:
    """The one line on the deed."""
    return [f"{day} actions {CITY}/deed {reason}"]


def held_back(records: list[Record], lens: Lens) -> set[tuple[str, str, str]]:
    """What staff see and an audience does not, not even without its city's name."""
    seen_by = look(Register.of(records), lens).everything()
    register = Register.of(records)
    everything = look(register, Lens(as_of=lens.as_of, audience=Audience.INTERNAL))
    gone = {group(each) for each in everything.everything()} - {group(each) for each in seen_by}
    return gone - {
        ("actions", ref.owner, ref.id) for ref, naming in namings(register, lens).items() if naming is Naming.TOLD
    }


SAME: Any = {"evidence": [{"title": "law"}, {"title": "news"}]}
OTHER = made("actions", "other", recorded="2024-01-01")


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([DEED], []),
        ([DEED, back()], deed("error")),
        ([DEED, back(reason="duplicate")], deed("duplicate")),
        ([DEED, OTHER, back(reason="duplicate", in_favour_of=f"{CITY}/other")], deed(f"duplicate > {CITY}/other")),
        ([DEED, OTHER.changed({"visibility": None}), back(in_favour_of=f"{CITY}/other")], deed("error")),
        ([DEED, back(reason="other")], deed("other")),
        ([DEED, back(reason="privacy")], []),
        ([DEED, back(reason="safety")], []),
        ([DEED, back(), back(name="also", reason="safety", recorded="2025-01-01")], []),
        ([DEED, back(), back(reason="safety", revision=2, recorded="2025-01-01")], []),
        ([DEED, back(reason="safety"), back(reason="error", revision=2, recorded="2025-01-01")], []),
        ([DEED, back(), back(name="also", reason="other", recorded="2025-01-01")], deed("error")),
        ([DEED, back(), back(f"{CITY}/gone", "kept", recorded="2025-01-01")], []),
        ([DEED, back(recorded=None)], []),
        ([DEED, back(recorded="2024-01-10")], []),
        ([DEED, back(recorded="2023-01-10")], []),
        ([DEED.changed({"recorded": None}), back()], deed("error")),
        ([DEED.changed({"recorded": None}), back(recorded="0001-01-01")], []),
        ([DEED, again(visibility="network", **SAME), back(recorded="2024-05-01")], []),
        ([made("actions", "deed", visibility="network", recorded="2024-01-10"), back()], []),
        ([DEED, back(CITY)], [f"2024-03-01 city {CITY} error"]),
        ([DEED, back(DECLARED)], [f"2024-03-01 declaration {DECLARED} error"]),
        ([DEED, again(title="Other", **SAME)], deed("corrected")),
        ([DEED, again(title="Other", recorded=None, **SAME)], []),
        ([DEED, again(title="Other", visibility="network", **SAME)], []),
        ([DEED, again(title="Other", visibility="network", **SAME), again(revision=3, recorded="2025-01-01")], []),
        ([DEED, again(visibility="public", note="hm", extra={"a": 1}, **SAME)], []),
        ([DEED, again(summary="More", start="2024", status="closed", **SAME)], []),
        ([DEED, again(evidence=[{"title": "law", "url": "https://x.org"}, {"title": "news"}, {"title": "plan"}])], []),
        ([DEED, again(evidence=[{"title": "law", "visibility": "internal"}, {"title": "news"}])], []),
        ([DEED, again(evidence=[{"title": "news"}, {"title": "law"}])], []),
        ([DEED, again(evidence=[{"title": "law"}])], deed("corrected")),
        ([DEED, again(commitments=[], **SAME)], deed("corrected")),
        ([DEED, again(commitments=[], **SAME), back(f"{DECLARED}/speak-out", recorded="2024-02-01")],
         [f"2024-02-01 commitments {DECLARED}/speak-out error"]),
        ([DEED, again(title="Other", **SAME), again(title="Third", revision=3, recorded="2024-04-01", **SAME)],
         [*deed("corrected"), *deed("corrected", "2024-04-01")]),
        ([DEED, again(title="Other", **SAME), again(title="Third", revision=3, **SAME)], deed("corrected")),
        ([DEED, again(title="Other", **SAME), back(recorded="2024-04-01")], deed("error", "2024-04-01")),
    ],
)  # fmt: skip
def test_each_line(records: list[Record], expected: list[str]) -> None:
    """Taken back as an error, a double or for another reason, and said otherwise: a line. Nothing else leaves one."""
    assert expected == lines(seen(*records))


@pytest.mark.parametrize(
    ("first", "later", "corrected"),
    [
        (made("events", "berlin", state="planned"), {"state": "held"}, False),
        (made("events", "berlin", state="held"), {"state": "cancelled"}, True),
        (made("events", "berlin", start="2023-06"), {"start": "2023-07"}, True),
        (made("events", "berlin", also_for=["nyc-2023"]), {"title": "Other"}, True),
        (made("commitments", "speak-out", text="A"), {"text": "B"}, True),
        (made("commitments", "speak-out", wording="provisional"),
         {"title": "The clause", "wording": "official", "text": "B"}, False),
        (made("commitments", "speak-out", maps_to=[{"commitment": "nyc-2023/a", "relation": "same"}]), {}, False),
        (made("commitments", "speak-out", maps_to=[{"commitment": f"{DECLARED}/b", "relation": "same"}]),
         {"maps_to": [{"commitment": f"{DECLARED}/b", "relation": "related"}]}, True),
        (made("city", "", population={"value": 1, "year": 2020}),
         {"population": {"value": 2, "year": 2024}}, False),
        (made("city"), {"name": "Christiania"}, True),
        (made("city", local_names={"no": "Oslo"}), {"local_names": {"no": "Osloo"}}, True),
        (made("city", parent="rome-it"), {}, False),
        (made("actions", "deed", results=[{"indicator": "a", "value": 1, "date": "2023"}]),
         {"results": [{"indicator": "a", "value": 2, "date": "2024"}]}, False),
        (made("actions", "deed", results=[{"indicator": "a", "value": 1, "date": "2023"}]),
         {"results": [{"indicator": "a", "value": 2, "date": "2023"}]}, True),
        (made("actions", "deed", partners=["A", "B"]), {"partners": ["B", "C"]}, True),
        (made("endorsements", "signed"), {"act": "adopted"}, True),
        (made("updates", "said", visibility="public", completion="limited"), {"completion": "complete"}, True),
        (made("officials", "mayor", visibility="public"), {"name": "B. Mayor"}, True),
        (made("officials", "mayor", visibility="public"), {"seen": "2024-11"}, False),
        (made("declaration", all_clauses=False), {"all_clauses": True}, False),
    ],
)  # fmt: skip
def test_what_a_correction_is(first: Record, later: dict[str, object], corrected: bool) -> None:
    """To say otherwise what had been said corrects it; to add what was missing, and to move on, does not."""
    beside = made("commitments", "b")
    last = first.changed({**_typed(first, later), "revision": 2, "recorded": datetime.date(2024, 3, 1)})
    found = [each for each in seen(beside, first, last).corrections() if each.ref == first.ref]
    assert corrected is bool(found)
    assert all("corrected" == each.reason for each in found)


def _typed(first: Record, later: dict[str, object]) -> dict[str, object]:
    """The values of some keys as a record has them; what stays, stays."""
    table = group(first)[0]
    whole = made(table, first.id, **later)
    return {key.removesuffix("_"): getattr(whole, key) for key in later}


def test_a_reply_goes_with_what_it_replies_to() -> None:
    """While the assessment is shown no more, nothing tells of a reply to it; taken back together, both are told."""
    judged = made(
        "assessments", "judged", visibility="public", recorded="2024-01-01", completion="limited", date="2024"
    )
    reply = made("replies", "said", assessment=f"{CITY}/judged", recorded="2024-01-02", date="2024-01-02")
    gone = back(f"{CITY}/said", "r1")
    lane = [made("declaration", assessed=True), made("commitments", "speak-out", wording="official", text="A")]
    held = [*lane, judged, reply, gone]
    assert [] == lines(seen(*held))
    both = seen(*held, back(f"{CITY}/judged", "r2", recorded="2024-02-01"))
    assert [f"2024-02-01 assessments {CITY}/judged error"] == lines(both)
    still = seen(*lane, judged.changed({"reply_due": judged.date}), reply, gone)
    assert [f"2024-03-01 replies {CITY}/said error"] == lines(still)
    assert {frozenset({DECLARED})} == {each.declarations for each in (*both.corrections(), *still.corrections())}


def test_what_is_named_no_more_is_told_where_it_stands() -> None:
    """Where a record no longer names what was itself taken back, only that was corrected."""
    first = made("commitments", "speak-out", maps_to=[{"commitment": f"{DECLARED}/b", "relation": "same"}])
    later = made("commitments", "speak-out", revision=2, recorded="2024-03-01")
    other = made("commitments", "b")
    assert [f"2024-03-01 commitments {DECLARED}/speak-out corrected"] == lines(seen(first, later, other))
    gone = back(f"{DECLARED}/b", recorded="2024-05-01")
    assert [f"2024-05-01 commitments {DECLARED}/b error"] == lines(seen(first, later, other, gone))


def test_it_knows_which_declarations_it_speaks_of() -> None:
    """What is told in the report of one declaration: its own records, those that name it, and its cities'."""
    other = [made("declaration", "", "nyc-2023"), made("commitments", "c", "nyc-2023")]
    held = [
        *other,
        made("actions", "deed", commitments=["nyc-2023/c", f"{DECLARED}/speak-out"]),
        made("endorsements", "also", declaration="nyc-2023"),
        made("events", "berlin", also_for=["nyc-2023"]),
        made("profiles", "why", visibility="public"),
        *[
            back(f"{owner}/{name}" if name else owner, f"r{number}")
            for number, (owner, name) in enumerate(
                [(CITY, "deed"), (CITY, "also"), (DECLARED, "berlin"), (CITY, "why"), ("nyc-2023", "c")]
            )
        ],
    ]
    found = {str(each.ref): sorted(each.declarations) for each in seen(*held).corrections()}
    assert {
        f"{CITY}/deed": [DECLARED, "nyc-2023"],
        f"{CITY}/also": ["nyc-2023"],
        f"{CITY}/why": [DECLARED],
        f"{DECLARED}/berlin": [DECLARED, "nyc-2023"],
        "nyc-2023/c": ["nyc-2023"],
    } == found
    gone = seen(*other, made("endorsements", "also", declaration="nyc-2023"), back(CITY))
    assert [[DECLARED, "nyc-2023"]] == [sorted(each.declarations) for each in gone.corrections()]


def test_only_what_was_known_is_told() -> None:
    """As known on a day before, there was no correction yet."""
    assert [] == lines(seen(DEED, back(), known_on="2024-02-29"))
    assert deed("error") == lines(seen(DEED, back(), known_on="2024-03-01"))
    assert [] == lines(seen(DEED, again(title="Other"), known_on="2024-02-29"))


def test_staff_read_the_same_list() -> None:
    """Nothing taken back for privacy or safety is listed for anybody; what is not public, for those who saw it."""
    inside = made("actions", "inside", visibility="network", recorded="2024-01-10")
    held = [DEED, inside, back(reason="privacy"), back(f"{CITY}/inside", "second")]
    expected = [f"2024-03-01 actions {CITY}/inside error"]
    found = [lines(seen(*held, audience=each)) for each in ("public", "network", "internal")]
    assert [[], expected, expected] == found


def test_a_city_alone_gives_what_the_whole_does() -> None:
    """Whoever is asked, the list is that of the whole view."""
    view = seen(DEED, back())
    assert [deed("error")] * 2 == [lines(view), *map(lines, view.by_city())]


def test_an_earlier_edition_lies_before() -> None:
    """The view of an earlier day is as known then and of then; a day that is not earlier is refused."""
    view = seen(DEED, known_on="2025-01-01")
    before = view.before(datetime.date(2024, 1, 9))
    assert (datetime.date(2024, 1, 9), datetime.date(2024, 1, 9)) == (before.lens.as_of, before.lens.known_on)
    with pytest.raises(UsageError, match="2025-01-01 is not before 2025-01-01"):
        view.before(datetime.date(2025, 1, 1))


@given(registers(), lenses(*OUTSIDE))
def test_what_is_not_for_an_audience_leaves_no_line(records: list[Record], lens: Lens) -> None:
    """The list of a register is the list of the register without what is not for the audience."""
    rest = all_revisions(records, closed(records, lens.audience))
    expected = look(Register.of(rest), lens).corrections()
    assert expected == look(Register.of(records), lens).corrections()


@given(registers(), lenses(*OUTSIDE, known=False))
def test_what_is_held_back_leaves_no_line(records: list[Record], lens: Lens) -> None:
    """The same for what is held back for any reason: a ban, a reply still due, an owner or a ref that is hidden."""
    view = look(Register.of(records), lens)
    rest = all_revisions(records, held_back(records, lens))
    assert look(Register.of(rest), lens).corrections() == view.corrections()


@given(registers(), lenses(*OUTSIDE))
def test_every_line_is_of_something_once_seen(records: list[Record], lens: Lens) -> None:
    """Whoever reads a line could have read the record on the day before."""
    view = look(Register.of(records), lens)
    for each in view.corrections():
        before = view.before(each.day - datetime.timedelta(days=1))
        assert each.ref in {record.ref for record in before.everything()}
        held = {record.ref for record in view.everything()}
        assert ("corrected" == each.reason) is (each.ref in held)
        assert each.in_favour_of is None or each.in_favour_of in held


def test_the_base_is_as_it_was() -> None:
    """A register without a correction has an empty list."""
    assert () == look(Register.of(BASE), Lens(as_of=datetime.date(2026, 1, 1))).corrections()
