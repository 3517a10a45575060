"""What rows would do: found again by id or natural key, drafted as everything is, and nothing twice."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from pledgekit.codec.plain import plain
from pledgekit.codec.read import parse
from pledgekit.errors import UsageError
from pledgekit.exports.tables import table, to_csv
from pledgekit.importing.columns import matched
from pledgekit.importing.planning import Plan, plan
from pledgekit.importing.rows import read_csv
from pledgekit.model.kinds import KINDS, kind_of
from pledgekit.model.levels import Audience
from pledgekit.recording.outcome import Outcome
from pledgekit.register import Register
from pledgekit.view import Lens, look
from tests.importing.test_cells import tidy
from tests.registers import BASE, made, registers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pledgekit.model.record import Record

NOW = datetime.datetime(2026, 1, 1, 12, tzinfo=datetime.UTC)
STAFF = Lens(as_of=datetime.date(2026, 1, 1), audience=Audience.INTERNAL)


def planned(
    text: str,
    *held: Record,
    kind: str = "actions",
    owner: str = "",
    given: Mapping[str, str] | None = None,
    constants: Mapping[str, str] | None = None,
    **defaults: object,
) -> Plan:
    """Plan a list on the base and some records."""
    register = Register.of([*BASE, *held])
    return on(register, text.encode(), kind, owner=owner, given=given, constants=constants, defaults=defaults)


def on(
    register: Register,
    data: bytes,
    table: str,
    *,
    owner: str = "",
    given: Mapping[str, str] | None = None,
    constants: Mapping[str, str] | None = None,
    defaults: Mapping[str, object] | None = None,
) -> Plan:
    """Plan a list on a register."""
    sheet = read_csv(data, file="x")
    columns = matched(KINDS[table], sheet.header, given or {})
    return plan(
        register,
        KINDS[table],
        sheet,
        columns,
        owner=owner,
        defaults=defaults,
        constants=constants,
        by="Tester",
        now=NOW,
    )


def outcomes(made: Plan) -> list[str]:
    """What became of the rows."""
    return [each.outcome.value for each in made.lines]


def faults(made: Plan) -> list[str]:
    """What is said against the rows."""
    return [f"{each.cell} {each.message}".strip() for line in made.lines for each in line.faults]


def after(register: Register, made: Plan) -> Register:
    """The register once the plan's files are there."""
    records = list(register.everything())
    for each in made.drafts:
        home, owner, *_ = each.path.split("/")
        records += parse(each.text.encode(), file=each.path, owner=owner, home=home).records
    return Register.of(records)


HELD: tuple[Any, ...] = (
    made("city", "", "paris-fr", name="Paris", country="FR", population={"value": 3, "sources": [{"title": "x"}]}),
    made("commitments", "second", title="Work", superseded_by=["hague-2022/speak-out"]),
    made("events", "berlin", title="Dialogue; days", cities=["oslo-no", "paris-fr"], date_text=None),
    made("findings", "found", event="hague-2022/berlin", examples=["oslo-no/deed"]),
    made("steps", "step", note="=1+1"),
    made("published", "said"),
    made("officials", "mayor", "paris-fr", from_="2020-07", from_text="in summer"),
    made("contacts", "clerk", phone="+47 22", email="a@example.org"),
    made("profiles", "why", text="Two\n\nparagraphs", year=2024),
    made("actions", "deed", evidence=[{"title": "A", "date": "2024-06-15"}, {"url": "https://example.org"}]),
    made("actions", "second", "paris-fr", title="Another", inspired_by=["oslo-no/deed"], extra={"a": {"b": [1, 2.5]}}),
    made("rounds", "round"),
    made("updates", "told", completion="limited", obstacles=["no-funding"], narrative="-"),
    made("assessments", "judged", completion="limited"),
    made("replies", "replied"),
    made("requests", "asked"),
    made("notes", "rang"),
    made("selections", "chosen"),
)


def test_what_was_given_out_comes_in_again() -> None:
    """Each kind, given out for staff and read into a register without it, is there again; ids and all."""
    whole = Register.of([*BASE, *HELD])
    view = look(whole, STAFF)
    register = Register.of([each for each in BASE if kind_of(each).table == "declaration"])
    first = ["city", "commitments", "events", "actions"]  # what other kinds refer to
    for name in [*first, *(each for each in KINDS if each not in (*first, "declaration"))]:
        kind = KINDS[name]
        made = on(register, to_csv(table(kind, view.all(kind))), name)
        assert [] == faults(made)
        register = after(register, made)
    again = look(register, STAFF)
    assert [(each.ref, tidy(each)) for each in view.everything()] == [
        (each.ref, tidy(each)) for each in again.everything()
    ]


@given(registers())
def test_what_is_there_is_the_same(records: list[Record]) -> None:
    """Of any register, its own tables change nothing: each row is the same, or refused with a reason."""
    register = Register.of(records)
    view = look(register, STAFF)
    for name, kind in KINDS.items():
        made = on(register, to_csv(table(kind, view.all(kind))), name)
        assert () == made.drafts
        assert all(line.faults for line in made.lines if line.outcome is Outcome.REFUSED)


def test_reading_twice_changes_nothing() -> None:
    """Once written, the same list says nothing new: rows are found again by their natural keys."""
    text = "city,title,date,status,source url\nOslo,Days,2024,closed,https://example.org\nOslo,Other,,,\n"
    register = Register.of(BASE)
    first = on(register, text.encode(), "actions")
    assert ["new", "new"] == outcomes(first)
    assert ["same", "same"] == outcomes(on(after(register, first), text.encode(), "actions"))


def test_a_correction_keeps_what_is_not_named() -> None:
    """A cell that differs makes the next revision; an empty cell says nothing; a part changes alone."""
    deed = made("actions", "deed", summary="Kept", evidence=[{"title": "A", "url": "b"}])
    found = planned("city,title,summary,status,evidence url\nOslo,Dialogue days,,closed,c\n", deed)
    assert ["changed"] == outcomes(found)
    assert {
        "status": (None, "closed"),
        "evidence": ([{"title": "A", "url": "b"}], [{"title": "A", "url": "c"}]),
    } == dict(found.lines[0].changes)
    record = found.drafts[0].record
    assert (2, "Kept", "closed", "A", "c") == (
        record.revision, record.summary, record.status, record.evidence[0].title, record.evidence[0].url,
    )  # fmt: skip


def test_rows_of_one_list_agree_or_are_refused() -> None:
    """A record that stands in two rows is made once; where the rows differ, the later one is refused."""
    text = "city,title,status\nOslo,Days,closed\nOslo,Days,closed\nOslo,Days,pipeline\n"
    found = planned(text)
    assert ["new", "same", "refused"] == outcomes(found)
    assert f"row 2 says something else of {found.lines[0].ref}" == found.lines[2].faults[0].message
    changed = planned(
        "city,title,status\nOslo,Dialogue days,closed\nOslo,Dialogue days,pipeline\n", made("actions", "deed")
    )
    assert ["changed", "refused"] == outcomes(changed)
    twice = planned("id,name,kind,country\na-no,A,city,NO\na-no,B,city,NO\n", kind="city")
    assert ["new", "refused"] == outcomes(twice)
    twice = planned("name,kind,country,aliases\nA,city,NO,x\nA,city,NO,\nÁ,city,NO,y\n", kind="city")
    assert ["new", "same", "refused"] == outcomes(twice)


def test_a_row_may_name_what_a_later_row_makes() -> None:
    """The order of rows does not matter to refs."""
    found = planned("city,id,title,inspired_by\nOslo,one,One,oslo-no/two\nOslo,two,Two,\n")
    assert ["new", "new"] == outcomes(found)
    assert ["refused"] == outcomes(planned("city,id,title,inspired_by\nOslo,one,One,oslo-no/two\n"))


def test_what_may_be_two_records_is_refused() -> None:
    """Of several with one natural key none is chosen; an id or ref says which."""
    held = [made("actions", "one"), made("actions", "two")]
    assert ["it may be oslo-no/one, oslo-no/two"] == faults(planned("city,title\nOslo,Dialogue days\n", *held))
    assert ["changed"] == outcomes(planned("ref,title,status\noslo-no/two,Dialogue days,closed\n", *held))


def test_a_key_that_is_not_said_does_not_count() -> None:
    """An undated endorsement is found by what both say, a dated one goes before it; so nothing is entered twice."""
    head = "city,declaration,act,date\n"
    assert ["same"] == outcomes(planned(f"{head}Oslo,hague-2022,signed,\n", kind="endorsements"))
    undated = made("endorsements", "signed", date=None)
    assert ["changed"] == outcomes(
        on(Register.of([*BASE[:3], undated]), f"{head}Oslo,hague-2022,signed,2022-11-16\n".encode(), "endorsements")
    )
    both = planned(
        f"{head}Oslo,hague-2022,signed,2022-11-16\n", made("endorsements", "other", date=None), kind="endorsements"
    )
    assert ["same"] == outcomes(both)
    assert ["new"] == outcomes(
        planned(
            "city,title,summary\nOslo,,words\n".replace("title", "id").replace(",,", ",x,"), given={"summary": "title"}
        )
    )


def test_a_row_that_does_not_say_which_changes_nothing() -> None:
    """Without the keys that every record of its kind has, none is found; without its day, none is changed."""
    told = "owner,date,official\nOslo,2022-11-16,Somebody Else\n"
    missing = ['"declaration" is missing', '"act" is missing']
    assert missing == faults(planned(told, kind="endorsements"))
    which = {"declaration": "hague-2022", "act": "signed"}
    assert ["changed"] == outcomes(planned(told, kind="endorsements", constants=which))
    undated = "owner,official\nOslo,Somebody Else\n"
    message = "it would change oslo-no/signed, and does not say its date"
    assert [message] == faults(planned(undated, kind="endorsements", constants=which))
    assert ["same"] == outcomes(planned("owner\nOslo\n", kind="endorsements", constants=which))
    assert ["changed"] == outcomes(planned("ref,official\noslo-no/signed,Somebody Else\n", kind="endorsements"))


def test_what_all_rows_say() -> None:
    """A constant is read as a cell is, words for dates too; one that cannot be read is wrong usage."""
    made = planned("city,title\nOslo,A\n", constants={"commitments": "Speak out", "date": "spring 2023"})
    record = plain(made.drafts[0].record)
    assert (["hague-2022/speak-out"], "2023-03/2023-05", "spring 2023") == (
        record["commitments"],
        record["date"],
        record["date_text"],
    )
    with pytest.raises(UsageError, match="--set date: 45458 is how a spreadsheet counts days"):
        planned("city,title\nOslo,A\n", constants={"date": "45458"})


def test_a_known_city_is_not_made_again() -> None:
    """A name that a city on record bears too is that city, if nothing more is said of it; else an id says which."""
    hague = made("city", "", "the-hague-nl", name="The Hague", country="NL", local_names={"nl": "Den Haag"})
    head = "name,kind,country,population value\n"
    assert ["same"] == outcomes(planned(f"{head}den haag,city,NL,\n", hague, kind="city"))
    assert ["same"] == outcomes(planned("name,kind\nDen Haag,city\n", hague, kind="city"))
    message = "likely on record already: the-hague-nl"
    assert [message] == faults(planned(f"{head}Den Haag,city,NL,9\n", hague, kind="city"))
    assert ["new"] == outcomes(planned(f"{head}Den Haag,city,BE,9\n", hague, kind="city"))
    assert ["new"] == outcomes(planned("id,name,kind,country\nx-nl,Den Haag,city,NL\n", hague, kind="city"))
    gone = made("retractions", "gone", "the-hague-nl", record="the-hague-nl")
    assert ["new"] == outcomes(planned("name,kind,country\nDen Haag,city,NL\n", hague, gone, kind="city"))
    two = "name,kind,country,aliases\nNew,city,NL,\nA Town,city,NL,Haag\nHaag,city,NL,\n"
    assert ["new", "new", "same"] == outcomes(planned(two, hague, kind="city"))


def test_what_was_retracted_does_not_come_back() -> None:
    """A row about a retracted record is refused, found by id or by natural key."""
    gone = [made("actions", "deed"), made("retractions", "gone", record="oslo-no/deed")]
    message = ["oslo-no/deed was retracted"]
    assert message == faults(planned("city,title\nOslo,Dialogue days\n", *gone))
    assert message == faults(planned("city,id,title\nOslo,deed,Another\n", *gone))
    undone = made("retractions", "undone", record="oslo-no/gone")
    assert [] == faults(planned("city,id,title\nOslo,deed,Another\n", *gone, undone))


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("city,title\nOslu,A\n", "actions", ["A2 'Oslu' is no city of this register"]),
        ("title\nA\n", "actions", ["it does not say whose record it is"]),
        ("ref,title\nOslo,A\n", "actions", ["'Oslo' is not a ref"]),
        ("ref,city,title\noslo-no/a,hague-2022,A\n", "actions", ["B2 'hague-2022' is no city of this register"]),
        ("ref,id,title\noslo-no/a,b,A\n", "actions", ["it says oslo-no/a and names another"]),
        ("ref,title\nlund-se/a,A\n", "actions", ["lund-se is no city or declaration of this register"]),
        ("city,id,title\nOslo,signed,A\n", "actions", ["oslo-no/signed is on record among the endorsements"]),
        ("city,title,status,date\nOslo,A,opne,45458\n", "actions", ["D2 45458 is how a spreadsheet"]),
        ("city,title,status\nOslo,A,opne\n", "actions", ["C2 'opne' is not one of its words"]),
        ("city,summary\nOslo,A\n", "actions", ['"title" is missing']),
        ("city,title,commitments\nOslo,A,hague-2022/none\n", "actions", ["C2 hague-2022/none is not a commitment"]),
        ("city,title,source url\nOslo,A,\nOslo,B,x\n", "actions", []),
        ("city,title,evidence.1.url\nOslo,A,x\n", "actions", ["it has a part 1, and none before that"]),
        ("city,title,evidence url,evidence kind\nOslo,A,x,novel\n", "actions", ["D2 'novel' is not one of its words"]),
        ("name,kind,country\nOslo Á,city,\n", "city", ["it has no id, and none can be made of it without a country"]),
        ("name,kind,country\nHighland Park,city,US\n", "city", ["it has no id, and that of a city in the"]),
        ("name,kind,country\nМосква,city,RU\n", "city", ["it has no id, and none can be made of 'Москва'"]),
        ("country\nNO\n", "city", ['"name" is missing']),
        ("ref,id,name,kind,country\na-no,b-no,A,city,NO\n", "city", ["it names a-no and b-no"]),
        ("title,adopted\nA,2020\n", "declaration", ["it has no id"]),
        ("declaration,text\nhague-2022,\n", "findings", ['"text" is missing']),
        ("owner,text,date\nhague-2022,a,2024\nOslo,b,2024\n", "notes", []),
    ],
)  # fmt: skip
def test_refused_rows_say_where_and_why(text: str, kind: str, expected: list[str]) -> None:
    """Each fault names its cell, where there is one."""
    found = faults(planned(text, kind=kind))
    assert len(expected) == len(found)
    assert all(there.startswith(said) for said, there in zip(expected, found, strict=True))


def test_ids_of_cities() -> None:
    """A city's id is made of its name and country, in the United States with its state."""
    text = "name,kind,country,subdivision\nBærum,municipality,NO,\nHighland Park,city,US,US-IL\nEurocities,network,,\n"
    found = planned(text, kind="city")
    assert ["baerum-no", "highland-park-il-us", "eurocities"] == [str(each.ref) for each in found.lines]
    assert ["same"] == outcomes(planned("name,country\nOslo,NO\n", kind="city"))


def test_defaults_are_for_new_records() -> None:
    """What holds for the whole list is put into new records that do not say it, and changes none."""
    text = "title,visibility\nNew,\nOpen,network\nDialogue days,\n"
    found = planned(text, made("actions", "deed"), owner="oslo-no", visibility="internal")
    assert ["new", "new", "same"] == outcomes(found)
    assert ["internal", "network"] == [plain(each.record)["visibility"] for each in found.drafts]


def test_a_default_spelt_out_is_the_same() -> None:
    """A cell that says what goes without saying changes nothing."""
    text = "id,all_clauses\nhague-2022,false\n"
    assert ["same"] == outcomes(planned(text, kind="declaration"))


def test_dates_in_words_keep_their_words() -> None:
    """A date in words becomes an interval with the words beside it; words in a column of their own go first."""
    head = "city,title,date,date text,evidence title,evidence date,evidence captured\n"
    found = planned(f"{head}Oslo,A,spring 2023,,T,mid-2024,spring 2024\nOslo,B,Q2 2024,in spring,,,\n")
    first, second = (plain(each.record) for each in found.drafts)
    assert ("2023-03/2023-05", "spring 2023") == (first["date"], first["date_text"])
    shown = {"title": "T", "date": "2024-05/2024-08", "date_text": "mid-2024", "captured": "2024-03/2024-05"}
    assert [shown] == first["evidence"]
    assert ("2024-04/2024-06", "in spring") == (second["date"], second["date_text"])
    assert ["date", "evidence.0.date", "evidence.0.captured"] == list(found.lines[0].spoken)


def test_words_that_are_held_are_the_same() -> None:
    """The same words again change nothing; a day in place of words takes the words away."""
    deed = made("actions", "deed", date="2023-03/2023-05", date_text="spring 2023")
    assert ["same"] == outcomes(planned("city,title,date\nOslo,Dialogue days,spring 2023\n", deed))
    found = planned("city,title,date\nOslo,Dialogue days,2023-04-02\n", deed)
    assert datetime.date(2023, 4, 2) == plain(found.drafts[0].record)["date"]
    assert "date_text" not in plain(found.drafts[0].record)


def test_unknown_columns_stand_in_the_way() -> None:
    """A plan names the columns that nobody explained."""
    found = planned("city,title,colour\nOslo,A,red\n")
    assert ["colour"] == [each.name for each in found.unknown]


def test_ids_shown_for_staff_are_internal() -> None:
    """A new record goes the way of every record: drafted, named and placed by recording."""
    found = planned("owner,text,date\nOslo,rang,2024-12-01\n", kind="notes")
    assert found.drafts[0].path.startswith("commitments/oslo-no/internal/")
