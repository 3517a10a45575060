"""What needs somebody: each topic with its reasons, and nothing that nobody can act on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pledgekit.model.levels import Audience
from pledgekit.model.problem import problem
from pledgekit.register import Register
from pledgekit.reports.todo import Todo, todo
from pledgekit.view import Lens, look
from tests.registers import BASE, day, made

if TYPE_CHECKING:
    from pledgekit.model.problem import Problem
    from pledgekit.model.record import Record

ROUND = made("rounds", "round-2024", opens="2024-11-01")
WHOM = made("contacts", "whom")
ASKED = made("requests", "asked")
JUDGED = made("assessments", "judged")


def found(*records: Record, as_of: str = "2025-06-01", problems: tuple[Problem, ...] = ()) -> Todo:
    """What needs somebody in the base and these records."""
    names = {each.ref for each in records}
    register = Register.of([*(each for each in BASE if each.ref not in names), *records])
    return todo(register, look(register, Lens(as_of=day(as_of), audience=Audience.INTERNAL)), problems)


def told(*records: Record, as_of: str = "2025-06-01") -> list[str]:
    """Topic, reason, owner and day of each task."""
    return [
        " ".join(filter(None, (each.topic, each.why, each.owner, str(each.due or ""))))
        for each in found(*records, as_of=as_of).tasks
    ]


@pytest.mark.parametrize(
    ("records", "as_of", "expected"),
    [
        ((), "2025-06-01", []),
        ((ROUND, WHOM), "2025-01-01", ["answers not-asked oslo-no 2025-01-31"]),
        ((ROUND,), "2025-06-01", []),
        ((ROUND, WHOM, ASKED), "2024-12-01", ["answers awaiting oslo-no 2025-01-31"]),
        ((ROUND, WHOM, ASKED), "2025-06-01", ["answers no-answer oslo-no 2025-01-31", "reminders due hague-2022"]),
        (
            (ROUND, WHOM, ASKED, made("requests", "more", act="extended", date="2025-01-10", due="2025-07-01")),
            "2025-02-01",
            ["answers awaiting oslo-no 2025-07-01"],
        ),
        (
            (ROUND, WHOM, ASKED, made("requests", "old", act="extended", period="2023", due="2025-07-01")),
            "2025-06-01",
            ["answers no-answer oslo-no 2025-01-31", "reminders due hague-2022"],
        ),
        (
            (ROUND, WHOM, made("requests", "back", act="undelivered")),
            "2025-06-01",
            ["answers not-reached oslo-no 2025-01-31"],
        ),
        (
            (ROUND, ASKED, made("requests", "in", act="answered", date="2025-01-20")),
            "2025-06-01",
            ["answers unrecorded oslo-no 2025-01-31"],
        ),
        ((made("updates", "u", completion="limited", date="2025-01-20"),), "2025-06-01", []),
    ],
)
def test_answers(records: tuple[Record, ...], as_of: str, expected: list[str]) -> None:
    """Who was asked and is silent, whom no request reached, and, while a round is open, whom nobody asked."""
    assert expected == told(*records, as_of=as_of)


def test_an_answer_without_a_round_has_no_day() -> None:
    """Where nobody set a day, none is made up."""
    assert ["answers awaiting oslo-no"] == told(ASKED, made("updates", "u", "rome-it", date="2025-01-20"), CITY_ROME)


CITY_ROME = made("city", "", "rome-it", name="Rome", country="IT")


SECOND = made("commitments", "listen", title="Listen")
ONE = made("updates", "u", completion="limited", date="2025-01-20")
LEFT = "answers partly oslo-no 2025-01-31"


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ((ASKED, ONE, WHOM), [LEFT, "reminders due hague-2022"]),
        ((ONE, WHOM), []),
        ((ASKED, ONE, WHOM, made("requests", "r", act="reminded", date="2025-02-03")), [LEFT]),
        ((ASKED, ONE, WHOM, made("requests", "no", act="declined", date="2025-02-03")), []),
    ],
)
def test_what_is_answered_in_part(records: tuple[Record, ...], expected: list[str]) -> None:
    """Some clauses are open, of a city that was asked and did not decline the others."""
    assert expected == told(ROUND, SECOND, *records)


def test_one_reminder_names_all() -> None:
    """By name; whom no request reached is not reminded."""
    back = made("requests", "back", "bonn-de", act="undelivered")
    cities = [
        each
        for name, title in (("rome-it", "Rome"), ("aarhus-dk", "Århus"), ("bonn-de", "Bonn"))
        for each in (made("city", "", name, name=title), made("endorsements", "signed", name))
    ]
    asked = [made("requests", "asked", name) for name in ("rome-it", "aarhus-dk", "nowhere-se")]
    (task,) = (
        each
        for each in found(ROUND, back, *cities, *asked, made("endorsements", "signed", "nowhere-se")).tasks
        if each.topic == "reminders"
    )
    assert {"period": "2024", "cities": "Århus, nowhere-se, Rome"} == task.values
    assert "round remind --declaration hague-2022 --period 2024 --out reminders" == " ".join(task.command)


@pytest.mark.parametrize(
    ("contacts", "expected"),
    [
        ((), ["none"]),
        ((WHOM,), []),
        ((made("contacts", "a", name="A", until="2024"), made("contacts", "b", name="B", until="2025-01")), ["gone B"]),
        ((made("contacts", "a", until="2024"), WHOM), []),
    ],
)
def test_focal_points(contacts: tuple[Record, ...], expected: list[str]) -> None:
    """A city that a round waits for has somebody to write to; once, in however many rounds."""
    other = (made("declaration", "", "nyc-2023"), made("rounds", "r", "nyc-2023"))
    also = (made("endorsements", "also", declaration="nyc-2023"), made("requests", "x", declaration="nyc-2023"))
    shown = [each for each in found(ROUND, ASKED, *other, *also, *contacts).tasks if each.topic == "contacts"]
    assert expected == [" ".join([each.why, *each.values.values()]) for each in shown]


DEED = made("actions", "deed", recorded="2024-01-01")


@pytest.mark.parametrize(
    ("text", "records", "expected"),
    [
        ("oslo-no/deed: to be corrected: it was in May", (), ["to be corrected: it was in May"]),
        ("oslo-no/deed: not ours", (made("actions", "deed", revision=2, recorded="2025-02-01"),), []),
        ("oslo-no/deed: not ours", (made("retractions", "r", record="oslo-no/deed"),), []),
        ("oslo-no/other: not ours", (), []),
        ("rome-it/deed: not ours", (), []),
        ("oslo-no/deed", (), []),
        ("rang: answers next week", (), []),
    ],
)
def test_corrections_asked_by_cities(text: str, records: tuple[Record, ...], expected: list[str]) -> None:
    """A note that begins with one of the city's actions waits until that was corrected or retracted."""
    note = made("notes", "n", text=text, date="2025-01-20", recorded="2025-01-20")
    shown = [each for each in found(DEED, note, *records).tasks if each.topic == "corrections"]
    assert expected == [each.values["text"] for each in shown]


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ((made("actions", "a", visibility="network", told_by="city"),), ["permissions ask oslo-no"]),
        ((made("actions", "a", visibility="network", told_by="press"),), []),
        ((made("actions", "a", visibility="public", told_by="city"),), []),
        (
            (
                made("actions", "a", visibility="network", told_by="partner"),
                made("reviews", "r", verdict="must-not-publish", seen=[{"record": "oslo-no/a", "content": "sha256:0"}]),
            ),
            [],
        ),
        (
            (
                made("actions", "a", visibility="network", told_by="partner"),
                made("reviews", "r", verdict="approved", seen=[{"record": "oslo-no/a", "content": "sha256:0"}]),
            ),
            ["permissions ask oslo-no"],
        ),
    ],
)
def test_permissions(records: tuple[Record, ...], expected: list[str]) -> None:
    """What was told to us alone and is not public waits until somebody decided about publishing it."""
    assert expected == told(*records)


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ((JUDGED,), ["replies no-day oslo-no"]),
        ((made("assessments", "judged", reply_due="2025-06-01"),), ["replies awaited oslo-no 2025-06-01"]),
        ((made("assessments", "judged", reply_due="2025-05-31"),), []),
        ((JUDGED, made("replies", "said")), []),
    ],
)
def test_replies(records: tuple[Record, ...], expected: list[str]) -> None:
    """An assessment waits for its reply until the day has passed, and for a day when it has none."""
    assert expected == told(*records)


def signed(**more: object) -> Record:
    """The base's endorsement, with an office-holder."""
    record: Record = made("endorsements", "signed", official="A. Mayor", **more)
    return record


NEW = made("officials", "new", name="B. Mayor", seen="2024")


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ((NEW,), []),
        ((signed(), NEW), ["mayors changed oslo-no"]),
        ((signed(), made("officials", "same", name="a mayor", seen="2024")), []),
        ((signed(), made("officials", "older", name="Z. Mayor", seen="2020")), []),
        ((signed(date=None), made("officials", "older", name="Z. Mayor", seen="2020")), []),
        ((signed(date=None), NEW), ["mayors changed oslo-no"]),
        ((signed(), NEW.changed({"office": "Head of Office"}), made("officials", "old", seen="2022")), []),
        ((signed(office="Governing Mayor"), NEW), []),
        ((signed(), NEW, made("endorsements", "again", act="reaffirmed", date="2025-01-01", official="B. Mayor")), []),
        ((signed(), NEW, made("endorsements", "out", act="ended", date="2025-01-01")), []),
        (
            (signed(), made("officials", "new", name="B. Mayor", from_="2023", seen=None, until="2024")),
            ["mayors left oslo-no"],
        ),
        ((signed(), made("officials", "new", name="B. Mayor", seen="2024", until="2026")), ["mayors changed oslo-no"]),
        ((signed(), made("officials", "old", seen="2022", until="2023"), NEW), ["mayors changed oslo-no"]),
        (
            (signed(), made("officials", "new", name="B. Mayor", seen="2024", until="2025")),
            ["mayors changed oslo-no"],
        ),
    ],
)
def test_mayors(records: tuple[Record, ...], expected: list[str]) -> None:
    """Who is in office now and did not endorse gets a letter; an office left to nobody is looked after."""
    assert expected == told(*records)


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ({"due": "2024-09"}, ["steps overdue hague-2022 2024-09"]),
        ({"due": "2025-06"}, []),
        ({"due": "2024-09", "done": "2024-10"}, []),
        ({}, []),
    ],
)
def test_steps(step: dict[str, str], expected: list[str]) -> None:
    """A next step is overdue when its day has certainly passed and nobody said that it was done."""
    assert expected == told(made("events", "berlin"), made("steps", "s", **step))


def test_what_checks_found_stands_under_its_topic() -> None:
    """Errors and warnings are problems, unless a topic waits for them; mere information is left out."""
    codes = ["void-review", "no-permission", "syntax", "no-recorded", "published-differs"]
    problems = tuple(problem(each, "so it is", file="commitments/oslo-no/x.toml", line=2) for each in codes)
    shown = found(problems=(*problems, problem("stray-file", "it lies there", file="x.toml"))).tasks
    assert [
        ("permissions", "oslo-no", "no-permission"),
        ("suspect", "oslo-no", "void-review"),
        ("problems", "", "stray-file"),
        ("problems", "oslo-no", "no-recorded"),
        ("problems", "oslo-no", "syntax"),
    ] == sorted(
        ((each.topic, each.owner, each.problem.code) for each in shown if each.problem),
        key=lambda each: (["permissions", "suspect", "problems"].index(each[0]), *each[1:]),
    )


def test_tasks_stand_by_topic_day_and_name_with_the_last_note() -> None:
    """What is due first stands first; of the notes on an owner the last one, and none of who has no task."""
    records = (
        CITY_ROME,
        ROUND,
        made("endorsements", "signed", "rome-it"),
        ASKED,
        made("requests", "asked", "rome-it"),
        made("requests", "more", "oslo-no", act="extended", date="2025-01-10", due="2025-07-01"),
        JUDGED,
        made("notes", "n1", text="rang"),
        made("notes", "n2", text="answers next week", date="2025-01-02"),
        made("declaration", "", "nyc-2023"),
        made("notes", "n3", "nyc-2023", text="a fine declaration"),
    )
    shown = found(*records)
    assert ["answers rome-it", "answers oslo-no", "reminders hague-2022", "replies oslo-no"] == [
        f"{each.topic} {each.owner}" for each in shown.tasks if each.topic != "contacts"
    ]
    assert {"oslo-no": "answers next week"} == {owner: note.text for owner, note in shown.notes.items()}


def test_a_focal_point_is_missed_where_contacts_are_kept() -> None:
    """Of who endorses something; a register without any contact keeps them elsewhere, and asks for none."""
    other = (made("city", "", "rome-it", name="Rome", country="IT"), made("contacts", "c", "rome-it"))
    assert [] == told()
    assert ["contacts none oslo-no"] == told(*other)
    assert ["contacts gone oslo-no"] == told(*other, made("contacts", "gone", until="2024"))
    assert [] == told(*other, WHOM)
    assert [] == told(*other, made("endorsements", "out", act="ended", date="2025-01-01"))
