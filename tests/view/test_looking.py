"""The rules of a look, one by one: known-on, revisions, retractions, as-of, and who sees what."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest

from pledgekit.ids import Ref
from pledgekit.model.kinds import ACTIONS, KINDS, ROUNDS
from tests.registers import CITY, DECLARED, made, refs, seen

if TYPE_CHECKING:
    from pledgekit.model.record import Record

DEED = f"{CITY}/deed"


def titles(*records: Record, audience: str = "public", as_of: str = "2026-01-01", known_on: str = "") -> list[str]:
    """The titles of the actions seen."""
    return [each.title for each in seen(*records, audience=audience, as_of=as_of, known_on=known_on).all(ACTIONS)]


def audiences(*records: Record, table: str, **lens: str) -> list[str]:
    """The audiences that see some record of a table."""
    return [
        each for each in ("public", "city", "network", "internal") if refs(seen(*records, audience=each, **lens), table)
    ]


def deed(revision: int = 1, /, **values: Any) -> Any:  # noqa: ANN401  an action
    """An action in one of its revisions; its title tells which."""
    return made("actions", "deed", revision=revision, **{"title": f"revision {revision}", **values})


# known-on


@pytest.mark.parametrize(
    ("recorded", "expected"),
    [
        (None, ["revision 1"]),
        ("2024-01-01", ["revision 1"]),
        ("2024-01-02", []),
    ],
)
def test_known_on_leaves_out_what_was_recorded_later(recorded: str | None, expected: list[str]) -> None:
    """A record is known from the day it was recorded; one without that day always was."""
    assert expected == titles(deed(recorded=recorded), known_on="2024-01-01")


def test_the_day_of_recording_is_that_of_utc() -> None:
    """Late on New Year's Eve in New York it is the next day."""
    late = deed(recorded=datetime.datetime.fromisoformat("2023-12-31T20:00-05:00"))
    views = [seen(late, known_on=each) for each in ("2023-12-31", "2024-01-01")]
    assert [[], [DEED]] == [refs(each, "actions") for each in views]


def test_the_highest_revision_known_is_the_live_one() -> None:
    """Not the one recorded last, and not one that was not known yet."""
    held = [deed(2, recorded="2024-06-01"), deed(1, recorded="2025-01-01"), deed(3, recorded="2026-06-01")]
    found = [titles(*held, known_on=each) for each in ("2024-01-01", "2024-12-31", "2026-05-31", "2026-06-01")]
    assert [[], ["revision 2"], ["revision 2"], ["revision 3"]] == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"title": "b", "recorded": None}, {"title": "a", "recorded": "2020-01-01"}),
        ({"title": "b", "recorded": "2020-01-01"}, {"title": "a", "recorded": "2020-01-02"}),
        ({"title": "a", "recorded": None}, {"title": "b", "recorded": None}),
        ({"title": "b", "recorded_by": "a"}, {"title": "a", "recorded_by": "b"}),
    ],
)
def test_of_one_revision_in_two_versions_one_counts(one: dict[str, Any], other: dict[str, Any]) -> None:
    """The later recorded, absent first; then the greater canonical JSON of all keys; in any order of files."""
    first, second = deed(2, **one), deed(2, **other)
    assert [[other["title"]]] * 2 == [titles(first, second), titles(second, first)]


def test_equal_copies_are_one_record() -> None:
    """The same revision twice, but for when and by whom it was recorded, is one record."""
    assert ["revision 1"] == titles(deed(recorded="2023-01-01"), deed(recorded="2024-01-01", recorded_by="B"))


def test_two_kinds_under_one_id_are_both_seen() -> None:
    """An id given twice by mistake hides nothing, whatever the revisions."""
    view = seen(deed(), made("notes", "deed", revision=2), audience="internal")
    assert ([DEED], [DEED]) == (refs(view, "actions"), refs(view, "notes"))


# retractions


def gone(record: str = DEED, name: str = "gone", /, **values: Any) -> Any:  # noqa: ANN401  a retraction
    """A retraction."""
    return made("retractions", name, record=record, **values)


@pytest.mark.parametrize("audience", ["public", "city", "network", "internal"])
def test_a_retraction_acts_for_every_audience_from_when_it_was_known(audience: str) -> None:
    """It acts on known-on only: as-of plays no part, the day before it the record is still seen."""
    held = (deed(date="2023-01-01"), gone(recorded="2024-06-01"))
    lenses = [("2026-01-01", "2024-05-31"), ("2026-01-01", "2024-06-01"), ("2023-01-01", "")]
    found = [titles(*held, audience=audience, as_of=as_of, known_on=known) for as_of, known in lenses]
    assert [["revision 1"], [], []] == found


@pytest.mark.parametrize(
    ("reason", "outside"), [("privacy", []), ("safety", []), ("duplicate", [DEED]), ("other", [DEED])]
)
def test_grave_retractions_act_on_every_known_on_outside(reason: str, outside: list[str]) -> None:
    """What endangers somebody is not shown by asking for an older state; for staff it is as it was."""
    held = (deed(), gone(reason=reason, recorded="2025-06-01"))
    views = {
        each: seen(*held, audience=each, known_on="2024-01-01") for each in ("public", "city", "network", "internal")
    }
    expected = {"public": outside, "city": outside, "network": outside, "internal": [DEED]}
    assert expected == {name: refs(view, "actions") for name, view in views.items()}


def test_all_revisions_are_retracted() -> None:
    """A retraction takes back the record, not one revision of it."""
    assert [] == titles(deed(1), gone(), deed(2, recorded="2025-12-01"))


def test_an_owner_can_be_retracted() -> None:
    """With a city all it holds is taken back."""
    view = seen(deed(), made("retractions", "gone", DECLARED, record=CITY))
    assert [DECLARED, f"{DECLARED}/speak-out"] == refs(view)


def test_a_retraction_by_another_owner_acts() -> None:
    """Where a retraction lies plays no part."""
    assert [] == titles(deed(), made("retractions", "gone", DECLARED, record=DEED))


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ([], []),
        ([gone(f"{CITY}/gone", "undone")], ["revision 1"]),
        ([gone(f"{CITY}/gone", "undone"), gone(f"{CITY}/undone", "again")], []),
        (
            [gone(f"{CITY}/gone", "undone"), gone(f"{CITY}/undone", "again"), gone(f"{CITY}/again", "back")],
            ["revision 1"],
        ),
        ([gone(f"{CITY}/gone", "gone-too"), gone(f"{CITY}/gone-too", "undone")], []),
        ([gone(f"{CITY}/other", "undone"), gone(f"{CITY}/undone", "other")], []),
        ([gone(f"{CITY}/undone", "undone")], []),
    ],
)
def test_a_retraction_taken_back_does_not_count(more: list[Record], expected: list[str]) -> None:
    """Unless what took it back was taken back in its turn."""
    assert expected == titles(deed(), gone(), *more)


def test_retractions_in_a_circle_all_count() -> None:
    """What somebody wanted gone is not shown by a mistake."""
    held = [made("retractions", "a", record=f"{CITY}/b"), made("retractions", "b", record=f"{CITY}/a")]
    assert [f"{CITY}/deed"] == refs(seen(deed(), *held, audience="internal"), "actions")
    assert [] == refs(seen(*held, audience="internal"), "retractions")


def test_the_live_revision_of_a_retraction_acts() -> None:
    """A corrected retraction takes back what its correction names."""
    held = (deed(), gone(), gone(f"{CITY}/other", "gone", revision=2, recorded="2025-01-01"))
    assert [["revision 1"], []] == [titles(*held), titles(*held, known_on="2024-01-01")]


def test_a_later_grave_retraction_opens_nothing() -> None:
    """One that took back another retraction acts outside from when it was known, as all do that open."""
    held = (
        deed(),
        gone(recorded="2024-01-01"),
        gone(f"{CITY}/gone", "undone", reason="privacy", recorded="2025-01-01"),
    )
    assert [[], ["revision 1"]] == [titles(*held, known_on="2024-06-01"), titles(*held)]


# as-of

LATER: list[tuple[str, dict[str, Any], list[str]]] = [
    ("endorsements", {"date": "2024-03-02"}, []),
    ("updates", {"completion": "limited", "date": "2024-03-02"}, []),
    ("assessments", {"date": "2024-03-02", "completion": "limited"}, []),
    ("replies", {"date": "2024-03-02"}, []),
    ("requests", {"date": "2024-03-02"}, []),
    ("reviews", {"date": "2024-03-02", "seen": [{"record": DEED, "content": "sha256:0"}]}, []),
    ("notes", {"date": "2024-03-02"}, []),
    ("actions", {"date": "2024-03-02", "described": "2022"}, []),
    ("actions", {"start": "2024-03-02", "described": "2022"}, []),
    ("actions", {"described": "2024-03-02"}, []),
    ("actions", {"described": "2024-03-01"}, ["it"]),
    ("actions", {"end": "2024-03-02"}, ["it"]),
    ("actions", {}, ["it"]),
    ("actions", {"date": "2024", "described": "2025"}, ["it"]),
    ("actions", {"date": "2024-03"}, ["it"]),
    ("actions", {"date": "2024-03-02/2024-04"}, []),
    ("events", {"start": "2024-03-02"}, []),
    ("rounds", {"opens": "2024-03-02"}, []),
    ("rounds", {}, ["it"]),
    ("officials", {"from": "2024-03-02", "seen": "2020"}, []),
    ("officials", {"seen": "2024-03-02"}, []),
    ("officials", {"from": "2020", "seen": "2024-03-02"}, ["it"]),
    ("published", {"as_of": "2024-03-02"}, []),
    ("endorsements", {"date": None}, ["it"]),
    ("updates", {"completion": "limited"}, ["it"]),
    ("contacts", {"from": "2030"}, ["it"]),
    ("profiles", {"year": 2030}, ["it"]),
    ("selections", {"period": "2030"}, ["it"]),
    ("commitments", {}, ["it"]),
    ("findings", {"year": 2030}, ["it"]),
    ("retractions", {"record": f"{CITY}/none"}, ["it"]),
]


@pytest.mark.parametrize(("table", "values", "expected"), LATER)
def test_as_of_leaves_out_what_is_certainly_later(table: str, values: dict[str, Any], expected: list[str]) -> None:
    """Each kind by its own key; possibly later is in; without that key a record is moved by known-on only."""
    view = seen(made(table, "it", **values), audience="internal", as_of="2024-03-01")
    assert expected == [each.id for each in view.all(KINDS[table]) if each.id == "it"]


def test_every_kind_has_its_rule_of_as_of() -> None:
    """No kind is left out of the list above but owners and what goes with an event."""
    assert {"declaration", "city", "steps"} == set(KINDS) - {table for table, _, _ in LATER}


@pytest.mark.parametrize(("as_of", "expected"), [("2023-06-14", []), ("2023-06-15", ["findings-1", "steps-1"])])
def test_findings_and_steps_come_with_their_event(as_of: str, expected: list[str]) -> None:
    """Before the event they are left out, whatever year they are of."""
    event = f"{DECLARED}/berlin"
    view = seen(
        made("events", "berlin"),
        made("findings", event=event, year=2020),
        made("steps"),
        as_of=as_of,
        audience="internal",
    )
    assert expected == [each.id for name in ("findings", "steps") for each in view.all(KINDS[name])]


def test_a_finding_outlives_a_retracted_event() -> None:
    """Only as-of takes findings along; a retraction names what it takes back."""
    event = f"{DECLARED}/berlin"
    held = (made("events", "berlin", start="2030-01-01"), made("findings", event=event), gone(event))
    assert [f"{DECLARED}/findings-1"] == refs(seen(*held, audience="internal"), "findings")


def test_a_hidden_event_moves_nothing() -> None:
    """Of an event that an audience may not see, a finding must not tell that it is still to come."""
    event = made("events", "berlin", start="2030-01-01", visibility="network")
    finding = made("findings", event=f"{DECLARED}/berlin")
    found = {each: refs(seen(event, finding, audience=each), "findings") for each in ("public", "network", "internal")}
    assert {"public": [f"{DECLARED}/findings-1"], "network": [], "internal": []} == found


def test_revisions_are_picked_before_the_day() -> None:
    """A record whose live revision moved it to a later day is not seen by its earlier one."""
    assert [] == titles(deed(1, date="2023-01-01"), deed(2, date="2025-01-01"), as_of="2024-01-01")


# audience

JUDGED = made("assessments", "judged", completion="limited", visibility="public", reply_due="2025-03-20")
ASSESSED = {"completion": "limited", "reply_due": "2025-03-20"}
ALL, OURS, STAFF = ["public", "city", "network", "internal"], ["city", "network", "internal"], ["internal"]
MEMBERS = ["network", "internal"]  # what a declaration holds for members is no city's own


@pytest.mark.parametrize(
    ("table", "values", "expected"),
    [
        ("declaration", {}, ALL),
        ("commitments", {}, ALL),
        ("rounds", {}, ALL),
        ("events", {}, ALL),
        ("findings", {}, ALL),
        ("steps", {}, MEMBERS),
        ("selections", {}, ALL),
        ("published", {}, ALL),
        ("city", {}, ALL),
        ("officials", {}, OURS),
        ("contacts", {}, STAFF),
        ("profiles", {}, OURS),
        ("endorsements", {}, ALL),
        ("actions", {"visibility": None}, OURS),
        ("updates", {"completion": "limited"}, OURS),
        ("assessments", ASSESSED, OURS),
        ("replies", {}, ALL),
        ("requests", {}, OURS),
        ("reviews", {"seen": [{"record": DEED, "content": "sha256:0"}]}, OURS),
        ("notes", {}, STAFF),
        ("retractions", {"record": f"{CITY}/signed"}, STAFF),
    ],
)
def test_each_kind_is_seen_by_default(table: str, values: dict[str, Any], expected: list[str]) -> None:
    """`public` is seen by all, `network` by members and staff and the city itself, `internal` by staff."""
    held = [deed(), JUDGED, made("events", "berlin")]
    record = made(table, "it", **values)
    context = [each for each in held if type(each) is not type(record)]
    assert expected == audiences(*context, record, table=table)


@pytest.mark.parametrize(("colour", "expected"), [("public", ALL), ("network", OURS), ("internal", STAFF)])
def test_a_record_is_seen_by_what_it_says(colour: str, expected: list[str]) -> None:
    """Its own word goes before the default of its kind."""
    assert expected == audiences(deed(visibility=colour), table="actions")


@pytest.mark.parametrize(
    ("table", "values", "expected"),
    [
        ("contacts", {}, STAFF),
        ("retractions", {"record": f"{CITY}/none"}, STAFF),
        ("reviews", {"seen": [{"record": DEED, "content": "sha256:0"}]}, OURS),
    ],
)
def test_some_kinds_are_never_opened(table: str, values: dict[str, Any], expected: list[str]) -> None:
    """Contacts and the words of retractions are for staff, those of reviews for the network, whatever is written."""
    assert expected == audiences(deed(), made(table, "it", visibility="public", **values), table=table)


def test_a_round_is_never_narrowed() -> None:
    """That a round was held is public."""
    assert ALL == audiences(made("rounds", visibility="internal"), table="rounds")


def test_a_city_sees_its_own_network_records_only() -> None:
    """Audience `city` is public plus what is the network's of that one city."""
    held = [
        made("city", "", "paris-fr"),
        made("actions", "theirs", "paris-fr", visibility="network"),
        made("actions", "open", "paris-fr"),
        deed(visibility="network"),
        made("actions", "secret", visibility="internal"),
    ]
    assert [DEED, "paris-fr/open"] == refs(seen(*held, audience="city"), "actions")


def test_with_a_hidden_owner_all_of_it_is_hidden() -> None:
    """Of a city that an audience may not see, its public records would tell."""
    hidden = made("city", visibility="network")
    assert ["city", "network", "internal"] == audiences(hidden, deed(), table="actions")


@pytest.mark.parametrize(("responses", "expected"), [("public", ALL), ("network", OURS), ("internal", STAFF)])
def test_requests_are_as_open_as_their_round(responses: str, expected: list[str]) -> None:
    """Who was asked and answered is for whom the round says."""
    assert expected == audiences(made("rounds", responses=responses), made("requests"), table="requests")


def test_a_round_is_known_by_its_days() -> None:
    """A year and its twelve months are the same period, however a request writes it."""
    held = (made("rounds", responses="public"), made("requests", period="2024-01/2024-12"))
    assert ALL == audiences(*held, table="requests")


def test_a_request_without_a_round_is_for_the_network() -> None:
    """There is nothing that would open it."""
    assert OURS == audiences(made("rounds", period="2023", responses="public"), made("requests"), table="requests")


def test_a_request_before_its_round_opens_is_for_the_network() -> None:
    """On a day on which the round is not there yet, nothing of it is: a copy of that day would not hold the round."""
    held = (made("rounds", responses="public", opens="2026-02"), made("requests"))
    assert OURS == audiences(*held, table="requests")


def test_a_request_may_be_narrower_than_its_round() -> None:
    """Its own word goes before."""
    held = (made("rounds", responses="public"), made("requests", visibility="internal"))
    assert STAFF == audiences(*held, table="requests")


def test_responses_that_were_narrowed_are_on_every_known_on() -> None:
    """Asking for an older state does not open the answers of a round; for staff the round is as it was."""
    held = (
        made("rounds", responses="public"),
        made("rounds", responses="network", revision=2, recorded="2025-06-01"),
        made("requests"),
    )
    views = [seen(*held, known_on="2025-01-01", audience=each) for each in ("public", "internal")]
    assert [([], ["network"]), ([f"{CITY}/requests-1"], ["public"])] == [
        (refs(view, "requests"), [each.responses for each in view.all(ROUNDS)]) for view in views
    ]


@pytest.mark.parametrize(("colour", "expected"), [(None, OURS), ("public", ALL), ("internal", STAFF)])
def test_a_reply_is_as_open_as_its_assessment(colour: str | None, expected: list[str]) -> None:
    """The city's answer is heard by whoever hears the assessor."""
    held = (made("assessments", "judged", completion="limited", visibility=colour), made("replies"))
    assert expected == audiences(*held, table="replies")


def test_a_reply_to_what_is_not_there_is_for_staff() -> None:
    """Without its assessment a reply means nothing outside."""
    assert STAFF == audiences(made("replies", assessment=f"{CITY}/none"), table="replies")


# the right of reply


@pytest.mark.parametrize(("as_of", "expected"), [("2025-03-20", OURS), ("2025-03-21", ALL)])
def test_an_assessment_is_not_public_before_the_time_to_reply_is_over(as_of: str, expected: list[str]) -> None:
    """The day itself belongs to the city; the day after it is public."""
    assert expected == audiences(JUDGED, table="assessments", as_of=as_of)


def test_the_time_to_reply_ends_with_its_last_possible_day() -> None:
    """Of a month, its last day."""
    found = [audiences(JUDGED.changed({"reply_due": None}), table="assessments")]
    march = made("assessments", "judged", completion="limited", visibility="public", reply_due="2025-03")
    found += [audiences(march, table="assessments", as_of=each) for each in ("2025-03-31", "2025-04-01")]
    assert [OURS, OURS, ALL] == found


@pytest.mark.parametrize(
    ("replies", "expected"),
    [
        ([made("replies")], ALL),
        ([made("replies", visibility="public")], ALL),
        ([made("replies", visibility="network")], OURS),
        ([made("replies"), made("replies", revision=2, visibility="network", recorded="2025-12-01")], OURS),
        ([made("replies", date="2025-03-11")], OURS),
        ([made("city", "", "paris-fr"), made("replies", "", "paris-fr")], OURS),
        ([made("replies"), gone(f"{CITY}/replies-1")], OURS),
    ],
)
def test_a_public_reply_of_the_city_ends_its_time(replies: list[Record], expected: list[str]) -> None:
    """Only a reply that is seen in public itself, and by the city itself."""
    undated = JUDGED.changed({"reply_due": None})
    assert expected == audiences(undated, *replies, table="assessments", as_of="2025-03-10")


def test_a_banned_reply_opens_nothing() -> None:
    """A reply that must not be published does not make its assessment public."""
    ban = made("reviews", verdict="must-not-publish", seen=[{"record": f"{CITY}/replies-1", "content": "sha256:0"}])
    assert OURS == audiences(JUDGED.changed({"reply_due": None}), made("replies"), ban, table="assessments")


# narrowing


@pytest.mark.parametrize("known_on", ["2024-01-01", "2025-01-01", "2026-01-01"])
def test_what_was_narrowed_is_narrow_on_every_known_on(known_on: str) -> None:
    """Asking for an older state does not show what was closed since; for staff it is as it was."""
    held = (
        deed(1),
        deed(2, visibility="network", recorded="2025-01-01"),
        deed(3, recorded="2025-06-01", visibility="internal"),
    )
    assert STAFF == audiences(*held, table="actions", known_on=known_on)


def test_what_was_opened_is_open_from_then_on() -> None:
    """Opening acts by known-on, as all corrections do."""
    held = (deed(1, visibility="network"), deed(2, recorded="2025-01-01"))
    assert [OURS, ALL] == [audiences(*held, table="actions", known_on=each) for each in ("2024-12-31", "2025-01-01")]


def test_a_second_version_of_a_revision_narrows_too() -> None:
    """Of two versions of one revision, the one that counts closes the other."""
    held = (deed(2, recorded="2024-01-01"), deed(2, recorded="2025-01-01", visibility="internal"))
    assert STAFF == audiences(*held, table="actions", known_on="2024-06-01")


# reviews


def review(verdict: str, **values: Any) -> Any:  # noqa: ANN401  a review
    """A review of the deed."""
    return made(
        "reviews",
        values.pop("name", "ban"),
        **{"verdict": verdict, "seen": [{"record": DEED, "content": "sha256:0"}], **values},
    )


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        ("must-not-publish", OURS),
        ("may-publish-unnamed", OURS),
        ("may-publish", ALL),
        ("approved", ALL),
        ("still-holds", ALL),
    ],
)
def test_a_ban_hides(verdict: str, expected: list[str]) -> None:
    """`must-not-publish` hides, and so does `may-publish-unnamed` of what cannot be told without its name."""
    assert expected == audiences(deed(), review(verdict), table="actions")


@pytest.mark.parametrize("verdict", ["may-publish", "approved"])
def test_a_review_never_opens(verdict: str) -> None:
    """Permission shows neither what is narrow nor what is banned, however late it comes."""
    narrow = audiences(deed(visibility="network"), review(verdict), table="actions")
    banned = [review("must-not-publish"), review(verdict, name="yes", date="2025-12-01")]
    assert (OURS, OURS) == (narrow, audiences(deed(), *banned, table="actions"))


def test_a_ban_acts_whatever_the_day() -> None:
    """Neither an earlier as-of nor an earlier known-on shows what must not be published."""
    held = (deed(date="2023-01-01"), review("must-not-publish", recorded="2025-01-21"))
    lenses = [("2024-01-01", ""), ("2024-01-01", "2024-01-01"), ("2026-01-01", "2024-01-01")]
    assert [OURS] * 3 == [audiences(*held, table="actions", as_of=a, known_on=k) for a, k in lenses]


def test_a_ban_is_lifted_by_taking_it_back() -> None:
    """By a retraction, from when it was known, or by a correction of the review."""
    lifted = gone(f"{CITY}/ban", recorded="2025-06-01")
    held = (deed(), review("must-not-publish"), lifted)
    assert [OURS, ALL] == [audiences(*held, table="actions", known_on=each) for each in ("2025-05-31", "2025-06-01")]
    corrected = review("approved", revision=2, recorded="2025-06-01")
    held = (deed(), review("must-not-publish"), corrected)
    assert [OURS, ALL] == [audiences(*held, table="actions", known_on=each) for each in ("2025-05-31", "2025-06-01")]


def test_a_ban_on_an_owner_hides_all_of_it() -> None:
    """It hides the city, and with it what it holds."""
    ban = review("must-not-publish", seen=[{"record": CITY, "content": "sha256:0"}])
    assert (OURS, OURS) == (audiences(deed(), ban, table="actions"), audiences(ban, table="city"))


def test_what_was_held_back_is_counted() -> None:
    """Staff are told how many records of each table an audience does not see."""
    view = seen(deed(visibility="network"), made("actions", "other"), made("notes"), made("contacts"))
    assert {"actions": 1, "notes": 1, "contacts": 1} == dict(view.held_back)
    assert {} == dict(seen(deed(visibility="network"), made("notes"), audience="internal").held_back)


def test_a_view_is_in_order() -> None:
    """By owner and id, whatever the order of files."""
    names = ["b", "a", "c"]
    held = [made("actions", name, owner) for owner in ("paris-fr", CITY) for name in names]
    view = seen(made("city", "", "paris-fr"), *held)
    assert [Ref(owner, name) for owner in (CITY, "paris-fr") for name in sorted(names)] == [
        r.ref for r in view.all(ACTIONS)
    ]


# the assessor's lane


@pytest.mark.parametrize(
    ("declarations", "expected"),
    [
        ([made("declaration", assessed=False)], STAFF),
        ([made("declaration"), made("declaration", revision=2, assessed=False)], STAFF),
        ([made("declaration", assessed=False), made("declaration", revision=2, assessed=True)], ALL),
    ],
)
@pytest.mark.parametrize("table", ["assessments", "replies"])
def test_without_a_lane_readers_see_nothing_of_it(table: str, declarations: list[Record], expected: list[str]) -> None:
    """Neither what an assessor found nor the reply to it, whatever their own words; staff sees what is there."""
    held = (JUDGED, made("replies", visibility="public"), *declarations)
    assert expected == audiences(*held, table=table)


def test_a_lane_that_was_closed_is_closed_on_every_day() -> None:
    """As known before, readers are not shown it either: neither assessments nor that there was to be any."""
    held = (
        made("declaration", recorded="2025-01-01"),
        made("declaration", revision=2, recorded="2025-06-01", assessed=False),
        JUDGED,
    )
    for audience, expected in (("public", (0, False)), ("network", (0, False)), ("internal", (1, True))):
        view = seen(*held, known_on="2025-02-01", audience=audience)
        declaration = view.declaration(DECLARED)
        assert declaration is not None
        assert expected == (len(refs(view, "assessments")), declaration.assessed)


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        ([made("commitments", "speak-out", wording="provisional")], OURS),
        ([made("commitments", "other", wording="provisional")], OURS),
        ([made("commitments", "other", wording="provisional", visibility="network")], ALL),
        ([made("commitments", "other", wording="provisional", superseded_by=[f"{DECLARED}/speak-out"])], ALL),
        ([made("commitments", "other", wording="provisional", superseded_by=[f"{DECLARED}/none"])], OURS),
        ([made("commitments", "c1", "nyc-2023", wording="provisional"), made("declaration", "", "nyc-2023")], ALL),
    ],
)
def test_the_public_sees_no_assessment_by_a_working_title(clauses: list[Record], expected: list[str]) -> None:
    """While a clause in use of the declaration is in our words, as far as the public sees it."""
    assert expected == audiences(JUDGED, *clauses, table="assessments")
