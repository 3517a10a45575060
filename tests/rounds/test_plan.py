"""What a form that came back does to a register."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pledgekit import Lens, load, look
from pledgekit.checks import Tier, check
from pledgekit.errors import Refused
from pledgekit.fingerprint import fingerprint
from pledgekit.model.kinds import ACTIONS, NOTES, REQUESTS, REVIEWS, UPDATES
from pledgekit.model.levels import Audience
from pledgekit.register import Loaded
from pledgekit.rounds.answers import read_answers
from pledgekit.rounds.plan import plan
from tests.rounds.forms import (
    NOW,
    OSLO,
    applied,
    book_of,
    edited,
    filled,
    form,
    lines,
    placed,
    planned,
    register_at,
    resheeted,
    row_of,
    scrambled,
    with_record,
)

if TYPE_CHECKING:
    from pathlib import Path

    from pledgekit.model.kinds import Kind
    from pledgekit.model.lanes import Request
    from pledgekit.rounds.planned import Plan
    from pledgekit.sheets.reading import Book, Sheet, Value

A, B, Y = "answers one-2020/a", "answers one-2020/b", "answers two-2021/y"
DAYS, PLAN = "actions oslo-no/days", "actions oslo-no/plan"
LATER = NOW + datetime.timedelta(3)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The register."""
    return placed(tmp_path)


@pytest.fixture
def book(root: Path) -> Book:
    """Oslo's workbook, empty."""
    return book_of(form(root))


def answered(book: Book, **more: Value) -> Book:
    """The first question answered on 10 February, and further cells; `__` stands for a space."""
    given: dict[str, Value] = {f"{A} answer": "limited", "answered_on": "2025-02-10"}
    return filled(book, {**given, **{key.replace("__", " "): value for key, value in more.items()}})


def outcomes(made: Plan) -> list[str]:
    """Place, outcome and what, in lines."""
    return lines((each.place, each.outcome, each.what) for each in made.items)


def why(made: Plan) -> list[str]:
    """What is to know of each row."""
    return ["; ".join(each.why) for each in made.items]


def changes(made: Plan) -> list[str]:
    """What becomes what."""
    return lines(each for item in made.items for each in item.changes)


def held(root: Path, kind: Kind[Any], audience: Audience = Audience.INTERNAL) -> list[Any]:
    """The live records of Oslo's of a kind, for an audience."""
    view = look(register_at(root), Lens(as_of=LATER.date(), audience=audience))
    return list(view.all(kind, OSLO))


def _by_declaration(request: Request) -> tuple[str, str]:
    return f"{request.declaration}", f"{request.date}"


def found(root: Path, code: str) -> list[str]:
    """What the checks find of a code."""
    loaded = Loaded(register_at(root), (), 1)
    return [each.message for each in check(loaded, today=LATER.date(), tier=Tier.CHECK) if each.code == code]


def test_an_empty_form_does_nothing(root: Path, book: Book) -> None:
    """No row, no file, no request: nothing was said."""
    made = planned(root, book)
    assert ((), ()) == (made.items, made.drafts)


def test_one_answer_stands_for_all_clauses_that_are_the_same(root: Path, book: Book) -> None:
    """An update for each, with the clause as it was asked, who answered, and the day; and that the city answered."""
    made = applied(
        root, answered(book, **{f"{A} narrative": "Much.", f"{A} obstacles": "no money", "answered_by": "Bo"})
    )
    assert [
        "Answers!B5 new one-2020/a: limited",
        "Answers!B5 new two-2021/x: limited",
    ] == outcomes(made)
    assert (OSLO, "2024", 2) == (made.city, f"{made.period}", made.count(made.items[0].outcome))
    updates = [each for each in held(root, UPDATES) if each.via]
    assert ["one-2020/a", "two-2021/x"] == [str(each.commitment) for each in updates]
    for each in updates:
        assert ("limited", "Much.", ("no-funding",)) == (each.completion, each.narrative, each.obstacles)
        assert ("2025-02-10", "workbook", "Bo") == (f"{each.date}", each.via, each.answered_by)
    assert ["one-2020 2024 2025-02-10", "two-2021 2024-01/2024-12 2025-02-10"] == sorted(
        f"{each.declaration} {each.period.label} {each.date}" for each in held(root, REQUESTS)
    )
    assert [] == found(root, "clause-changed")
    assert 1 == len(made.drafts)


def test_who_answered_is_for_staff(root: Path, book: Book) -> None:
    """It stands in no review, which members of the network may read, and in no record that is not for staff alone."""
    applied(root, answered(book, answered_by="A. Person", **{f"{A} publish": "yes"}))
    assert [OSLO] == [each.by for each in held(root, REVIEWS)]
    assert "" == "".join(each.answered_by for each in held(root, UPDATES, Audience.NETWORK))


def test_only_what_is_answered_counts_as_answered(root: Path, book: Book) -> None:
    """Of two declarations in one form the one of which nothing is said has no answer; an action without any: both."""
    applied(root, filled(book, {f"{B} answer": "limited"}))
    assert ["one-2020"] == [f"{each.declaration}" for each in held(root, REQUESTS)]


def test_an_action_alone_is_an_answer(root: Path, book: Book) -> None:
    """One that is under no commitment answers all that were asked."""
    applied(root, filled(book, {"new new-1 title": "Fair"}))
    assert {"one-2020", "two-2021"} == {f"{each.declaration}" for each in held(root, REQUESTS)}


FULL: dict[str, Value] = {
    "answered_by": "A. Person",
    "answered_on": "2025-02-10",
    f"{A} answer": "substantial",
    f"{A} narrative": "Much was done.\n\nAnd more.",
    f"{A} publish": "yes",
    f"{B} answer": "limited",
    f"{B} publish": "unnamed",
    f"{Y} answer": "confidential",
    f"{Y} publish": "no",
    f"{DAYS} confirm": "right",
    f"{DAYS} publish": "no",
    f"{PLAN} confirm": "correct",
    f"{PLAN} correction": "It was two plans.",
    "new new-1 title": "Fair",
    "new new-1 clause": "one-2020/b",
    "new new-1 date": "spring 2024",
    "new new-1 evidence_url": "https://example.org/fair",
    "new new-1 publish": "yes",
    "new new-2 title": "Fair",
    "new new-2 date": "2024-10",
}


@given(st.data())
@settings(max_examples=15)
def test_where_things_stand_makes_no_difference(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Any order of sheets, rows and columns, and anything put between them: the same plan."""
    root = placed(tmp_path_factory.mktemp("any"))
    full = filled(book_of(form(root)), FULL)
    one, other = planned(root, full), planned(root, scrambled(full, data))
    assert sorted(each[1:] for each in one.items) == sorted(each[1:] for each in other.items)
    assert len(one.drafts) == len(other.drafts)


@pytest.mark.parametrize("release", [False, True])
@pytest.mark.parametrize("dated", [False, True])
def test_the_same_form_twice_changes_nothing(root: Path, book: Book, dated: bool, release: bool) -> None:
    """Read again at once or days later, from another copy, with or without a day in it."""
    full = filled(book, FULL if dated else {**FULL, "answered_on": ""})
    made = applied(root, full, release=release)
    assert made.drafts
    for moment in (NOW, LATER):
        again = planned(root, full._replace(file="copy.ods"), now=moment, release=release)
        assert {"same"} == {each.outcome for each in again.items}
        assert () == again.drafts


@pytest.mark.parametrize("day", ["2025-09", "2030", "autumn 2025", "2025-03-02"])
def test_a_planned_action_twice_changes_nothing(root: Path, book: Book, day: str) -> None:
    """What a view leaves out, being dated later, is on record all the same."""
    full = answered(book, **{"new__new-1__title": "Fair", "new__new-1__date": day})
    applied(root, full)
    for moment in (NOW, LATER):
        again = planned(root, full, now=moment)
        assert {"same"} == {each.outcome for each in again.items}
        assert () == again.drafts


def test_a_planned_action_that_was_taken_back_is_new(root: Path, book: Book) -> None:
    """What is no longer on record is not found again."""
    full = answered(book, **{"new__new-1__title": "Fair", "new__new-1__date": "2030"})
    applied(root, full)
    fair = next(each for each in register_at(root).records(ACTIONS, OSLO) if each.title == "Fair")
    retract(root, f"{fair.ref}")
    assert "New actions!B5 new Fair" in outcomes(planned(root, full))


def test_what_staff_corrected_since_stays(root: Path, book: Book) -> None:
    """A form that was read before does not undo what was put right after it; that is said."""
    full = filled(book, FULL)
    applied(root, full)
    update = next(each for each in held(root, UPDATES) if f"{each.commitment}" == "one-2020/b" and each.via)
    fair = next(each for each in held(root, ACTIONS) if each.title == "Fair" and each.commitments)
    corrected = f"""
[[updates]]
id = "{update.id}"
revision = 2
commitment = "one-2020/b"
period = "2024"
completion = "substantial"
date = 2025-02-20
via = "phone"

[[actions]]
id = "{fair.id}"
revision = 2
title = "Fair"
summary = "With words of ours."
commitments = ["one-2020/b"]
told_by = "city"
"""
    with_record(root, corrected)
    again = planned(root, full, now=LATER)
    assert {"same"} == {each.outcome for each in again.items}
    assert f"read before; the answer on record is substantial of 2025-02-20 by phone (oslo-no/{update.id})" in why(
        again
    )


def test_a_no_holds_for_what_staff_corrected_since(root: Path, book: Book) -> None:
    """A yes was not said of the words as they are; a no is, and what was published against it is hidden."""
    full = answered(book, **{f"{A} publish": "no"})
    applied(root, full)
    update = next(each for each in held(root, UPDATES) if f"{each.commitment}" == "one-2020/a" and each.via)
    text = f'[[updates]]\nid = "{update.id}"\nrevision = 2\nvisibility = "public"\ncommitment = "one-2020/a"\n'
    with_record(root, text + 'period = "2024"\ncompletion = "complete"\ndate = 2025-02-20\n')
    again = applied(root, full, now=LATER)
    assert "Answers!B5 changed one-2020/a" == outcomes(again)[0]
    assert why(again)[0].endswith("must not be published: hidden from the public at once")
    assert "complete" not in [each.completion for each in held(root, UPDATES, Audience.PUBLIC)]


def test_a_newer_form_corrects(root: Path, book: Book) -> None:
    """It becomes the next revision, and shows what becomes what."""
    applied(root, answered(book, **{f"{A} narrative": "Much."}))
    newer = answered(book, answered_on="2025-02-20", **{f"{A} answer": "complete", f"{A} narrative": ""})
    made = applied(root, newer)
    assert ["Answers!B5 changed one-2020/a", "Answers!B5 changed two-2021/x"] == outcomes(made)
    assert ["completion limited complete", "narrative Much. "] * 2 == changes(made)
    assert [2, 2] == [each.revision for each in held(root, UPDATES) if each.via]
    assert ["2025-02-10", "2025-02-20"] * 2 == [
        f"{each.date}" for each in sorted(held(root, REQUESTS), key=_by_declaration)
    ]


def test_an_older_form_after_a_newer_one(root: Path, book: Book) -> None:
    """Is refused, with what is on record; the same where it was read before the newer one came is no more than said."""
    older, newer = answered(book), answered(book, answered_on="2025-02-20", **{f"{A} answer": "complete"})
    applied(root, newer)
    made = planned(root, older)
    assert ["Answers!B5 refused one-2020/a"] == outcomes(made)
    assert why(made)[0].startswith("one-2020/a: a later answer is on record, complete of 2025-02-20 by workbook (oslo")
    assert () == made.drafts


def test_an_older_form_that_was_read_before(root: Path, book: Book) -> None:
    """It changes nothing, and says what is on record since."""
    older, newer = answered(book), answered(book, answered_on="2025-02-20", **{f"{A} answer": "complete"})
    applied(root, older)
    applied(root, newer)
    made = planned(root, older)
    assert ["same", "same"] == [each.outcome for each in made.items]
    assert all(each.startswith("read before; the answer on record is complete of 2025-02-20") for each in why(made))
    assert () == made.drafts


PHONE = """
[[updates]]
id = "rang"
commitment = "one-2020/b"
period = "2024-01/2024-12"
completion = "limited"
date = {day}
via = "phone"
"""


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2025-02-10", "in place of an answer by phone of the same day"), ("2025-01-20", "by phone of 2025-01-20")],
)
def test_an_answer_by_phone(root: Path, book: Book, day: str, expected: str) -> None:
    """A form of the same day or later takes its place, and that is said; however the period is written."""
    with_record(root, PHONE.format(day=day))
    made = applied(root, filled(book, {f"{B} answer": "complete", "answered_on": "2025-02-10"}))
    assert ["Answers!B6 changed one-2020/b"] == outcomes(made)
    assert expected in why(made)[0]


@pytest.mark.parametrize("day", ["2025-01-20", ""])
def test_a_form_without_a_day_and_another_answer(root: Path, book: Book, day: str) -> None:
    """Nobody can tell which is newer: refused, with the cell for the day."""
    with_record(root, PHONE.format(day=day or "2024").replace("date = 2024\n", ""))
    made = planned(root, filled(book, {f"{B} answer": "complete"}))
    assert ["Answers!B6 refused one-2020/b"] == outcomes(made)
    assert "the form does not say of which day it is; type the day into Read me first!C14" in why(made)[0]
    bare = resheeted(book, "start", lambda each: each._replace(rows=each.rows[:8]))
    made = planned(root, filled(bare, {f"{B} answer": "complete"}))
    assert "record it by hand: pledgekit update CITY" in why(made)[0]


def test_a_form_without_a_day_that_showed_the_answer(root: Path) -> None:
    """What was on record when the form was made is older than what stands in it."""
    with_record(root, PHONE.format(day="2024-12-20"))
    made = applied(root, filled(book_of(form(root)), {f"{B} answer": "complete"}))
    assert ["Answers!B6 changed one-2020/b"] == outcomes(made)


def test_unchanged(root: Path, book: Book) -> None:
    """It refers to a level of an earlier period; where there is none for a clause, the last answer is given again."""
    made = applied(root, answered(book, **{f"{A} answer": "unchanged"}))
    assert ["new", "new"] == [each.outcome for each in made.items]
    given = {f"{each.commitment}": each.completion or each.instead for each in held(root, UPDATES) if each.via}
    assert {"one-2020/a": "unchanged", "two-2021/x": "limited"} == given
    assert [] == found(root, "unchanged-from-nothing")


def test_unchanged_without_an_earlier_answer(root: Path, book: Book) -> None:
    """Is refused: there is nothing that it could mean."""
    made = planned(root, answered(book, **{f"{B} answer": "unchanged"}))
    assert "Answers!B6 refused one-2020/b" in outcomes(made)
    assert "no answer is on record that could be unchanged" in why(made)


def test_unchanged_of_this_very_period(root: Path) -> None:
    """A form that shows this period's answer back: it stays, and only what is written anew is added."""
    with_record(root, PHONE.format(day="2024-12-20"))
    shown = book_of(form(root))
    same = planned(root, filled(shown, {f"{B} answer": "unchanged"}))
    assert ["Answers!B6 same one-2020/b"] == outcomes(same)
    more = applied(
        root, filled(shown, {f"{B} answer": "unchanged", f"{B} narrative": "More.", f"{PLAN} confirm": "right"})
    )
    assert ["narrative  More.", "actions  oslo-no/plan", "confirmed  2025-03-01"] == changes(more)
    assert "limited" == next(each for each in held(root, UPDATES) if each.id == "rang").completion


def test_included_elsewhere(root: Path, book: Book) -> None:
    """The other signatory is found by its name."""
    cells = {f"{A} answer": "included-elsewhere", f"{A} included_in": "Bergen"}
    applied(root, answered(book, **cells))
    assert ["bergen-no"] * 2 == [f"{each.included_in}" for each in held(root, UPDATES) if each.via]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({f"{A} narrative": "Words"}, "something was written, and no answer chosen"),
        ({f"{A} obstacles": "other", f"{A} publish": "no"}, "no answer chosen"),
        ({f"{A} answer": "included-elsewhere"}, "reported by another signatory, and none is named"),
        ({f"{A} answer": "limited", f"{A} included_in": "Bergen"}, "and the answer is another"),
        ({f"{A} answer": "included-elsewhere", f"{A} included_in": "Oslo"}, "the city itself is named"),
        ({f"{A} answer": "included-elsewhere", f"{A} included_in": "Bergn"}, "ergen"),
        ({f"{DAYS} correction": "Else"}, "not said that something is to be corrected"),
        ({f"{DAYS} confirm": "right", f"{DAYS} correction": "Else"}, "not said that something is to be corrected"),
        ({f"{DAYS} confirm": "correct"}, "it is not said what"),
        ({"new new-1 summary": "Words"}, "an action has no title"),
        ({"new new-1 title": "Fair", "new new-1 date": "soon"}, "'soon'"),
        ({"new new-1 title": "Fair", "new new-1 clause": "bad"}, "'bad' is not in the list"),
        ({f"{B} answer": "limited", "answered_on": "2025-03-02"}, "2025-03-02 lies in the future"),
        ({f"{B} answer": "limited", "answered_on": "2024-02-10"}, "lies before 2025-01-02, when the form was made"),
        ({f"{B} answer": "limited", "answered_on": "when asked"}, "'when asked'"),
    ],
)
def test_what_is_refused(root: Path, book: Book, cells: dict[str, Value], expected: str) -> None:
    """It is said by its cell, and nothing of the form is written."""
    made = planned(root, filled(book, cells))
    refused = [each for each in made.items if each.outcome == "refused"]
    assert 1 == len(refused)
    assert expected in refused[0].why[0]
    assert "!" in refused[0].place
    assert () == made.drafts


def test_a_row_with_a_fault_is_said_once(root: Path, book: Book) -> None:
    """What follows from a cell that could not be read is not held against the row as well."""
    made = planned(root, filled(book, {f"{A} answer": "substantail", f"{A} narrative": "Words"}))
    assert ["Answers!E5 refused "] == outcomes(made)


def test_a_word_on_publishing_alone(root: Path, book: Book) -> None:
    """Chosen for all rows it says nothing of those without an answer; of an answer on record it is the city's word."""
    assert () == planned(root, filled(book, {f"{A} publish": "no", f"{B} publish": "yes"})).items
    with_record(root, PHONE.format(day="2025-01-20"))
    made = applied(root, filled(book, {f"{B} publish": "yes"}))
    assert ["Answers!B6 changed one-2020/b"] == outcomes(made)
    assert ["may be published"] == why(made)
    assert ["may-publish"] == [each.verdict for each in held(root, REVIEWS)]


def test_long_narratives_are_told(root: Path, book: Book) -> None:
    """They are kept; the page has room for 200 words, and staff hears of it now."""
    made = applied(root, answered(book, **{f"{A} narrative": "word " * 201}))
    assert ["201 words, more than 200"] * 2 == why(made)


def test_permissions_become_reviews(root: Path, book: Book) -> None:
    """One a word, for all records it speaks of, bound to what is on record then; a no to what is not public is none."""
    made = applied(root, filled(book, FULL))
    reviews = {each.verdict: [f"{seen.record}" for seen in each.seen] for each in held(root, REVIEWS)}
    assert {"may-publish": 3, "may-publish-unnamed": 1, "must-not-publish": 1} == {
        k: len(v) for k, v in reviews.items()
    }
    assert ["oslo-no/days"] == reviews["must-not-publish"]
    assert [] == found(root, "void-review")
    told = dict(zip(outcomes(made), why(made), strict=True))
    assert "may be published" == told["New actions!B5 new Fair"]
    assert "may be published without naming the city" == told["Answers!B6 new one-2020/b: limited"]
    assert "" == told["Answers!B7 new two-2021/y: confidential"]


def test_a_no_hides_at_once(root: Path, book: Book) -> None:
    """What was public is seen by nobody outside from then on, and the preview says so."""
    assert ["days"] == [each.id for each in held(root, ACTIONS, Audience.PUBLIC)]
    made = applied(root, filled(book, {f"{DAYS} publish": "no"}))
    assert ["must not be published: hidden from the public at once"] == why(made)
    assert ["changed"] == [each.outcome for each in made.items]
    assert [] == held(root, ACTIONS, Audience.PUBLIC)


def test_a_no_takes_back_an_earlier_yes(root: Path, book: Book) -> None:
    """Though nothing is public yet: what was once allowed must not be released on the strength of it."""
    applied(root, answered(book, **{f"{A} publish": "yes"}))
    made = applied(root, answered(book, answered_on="2025-02-20", **{f"{A} publish": "no"}))
    assert ["must not be published"] * 2 == why(made)
    assert ["may-publish", "must-not-publish"] == sorted(each.verdict for each in held(root, REVIEWS))


def test_release(root: Path, book: Book) -> None:
    """With it a yes makes public at once, a record of before too; an unnamed yes and a no do not."""
    made = applied(root, filled(book, FULL), release=True)
    public = [f"{each.commitment}" for each in held(root, UPDATES, Audience.PUBLIC) if each.via]
    assert ["one-2020/a", "two-2021/x"] == public
    assert ["Fair"] == [each.title for each in held(root, ACTIONS, Audience.PUBLIC)]
    assert [] == found(root, "no-permission")
    assert 1 == sum(
        each.path.startswith("commitments/oslo-no/20") and "[[updates]]" in each.text for each in made.drafts
    )
    more = applied(root, filled(book, {**FULL, f"{B} publish": "", f"{Y} publish": "yes"}), release=True)
    assert ["visibility  public"] == changes(more)


def test_what_was_public_and_is_written_anew(root: Path, book: Book) -> None:
    """Without a yes for the new words it is public no longer: the earlier yes was for other words."""
    applied(root, answered(book, **{f"{A} publish": "yes"}), release=True)
    newer = answered(book, answered_on="2025-02-20", **{f"{A} narrative": "New words."})
    made = applied(root, newer)
    assert ["no longer public: it is not said that this may be published"] * 2 == why(made)
    assert "visibility public network" in changes(made)
    assert [] == [each for each in held(root, UPDATES, Audience.PUBLIC) if each.via]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2025-02-20", "was allowed before, and nothing is chosen now: it is hidden until it is said again"),
        ("2025-02-10", ""),
        ("", ""),
    ],
)
def test_what_was_public_and_is_allowed_no_longer(root: Path, book: Book, day: str, expected: str) -> None:
    """A cell emptied in a later form is a no, though nothing else changed; of the same day, or of none, it is not."""
    applied(root, answered(book, **{f"{A} publish": "yes"}), release=True)
    newer = answered(book, answered_on=day)
    made = applied(root, newer)
    assert [expected] * 2 == why(made)
    assert ([] if expected else [2]) == ([2] if [e for e in held(root, UPDATES, Audience.PUBLIC) if e.via] else [])
    assert {"same"} == {each.outcome for each in planned(root, newer, now=LATER).items}


def test_a_yes_after_a_ban(root: Path, book: Book) -> None:
    """A permission lifts no ban; how to lift it is said."""
    applied(root, filled(book, {f"{DAYS} publish": "no"}))
    ban = held(root, REVIEWS)[0]
    made = applied(root, filled(book, {f"{DAYS} publish": "yes"}))
    assert [f"may be published; a review forbids to publish it: to lift that, pledgekit retract {ban.ref}"] == why(made)
    assert [] == held(root, ACTIONS, Audience.PUBLIC)


def test_confirmed_actions(root: Path, book: Book) -> None:
    """What is right becomes confirmed on that day; the answers to the clauses it stands under rest on it."""
    cells: dict[str, Value] = {f"{PLAN} confirm": "right", f"{B} answer": "limited", f"{Y} answer": "limited"}
    applied(root, answered(book, **cells))
    plan = next(each for each in held(root, ACTIONS) if each.id == "plan")
    assert ("2025-02-10", 2) == (f"{plan.confirmed}", plan.revision)
    rests = {f"{each.commitment}": [f"{ref}" for ref in each.actions] for each in held(root, UPDATES) if each.via}
    mine = ["oslo-no/plan"]
    assert {"one-2020/a": [], "two-2021/x": [], "one-2020/b": mine, "two-2021/y": mine} == rests


def test_a_confirmation_that_voids_a_permission(root: Path, book: Book) -> None:
    """It changes the record of which the permission speaks, and that is said; a new word on it binds anew."""
    applied(root, filled(book, {f"{PLAN} publish": "yes"}))
    made = planned(root, filled(book, {f"{PLAN} confirm": "right"}))
    assert ["what lets it be published speaks of it as it was: pledgekit todo tells"] == why(made)
    both = applied(root, filled(book, {f"{PLAN} confirm": "right", f"{PLAN} publish": "yes"}))
    assert ["may be published"] == why(both)


def test_confirmed_later_already(root: Path, book: Book) -> None:
    """A day that is on record and not earlier stays."""
    with_record(
        root,
        (root / "commitments/oslo-no/city.toml")
        .read_text("utf-8")
        .split("\n\n")[4]
        .replace('id = "plan"', 'id = "plan"\nrevision = 2\nconfirmed = 2025-02-20'),
    )
    made = planned(root, filled(book, {f"{PLAN} confirm": "right", "answered_on": "2025-02-10"}))
    assert ["On record!B6 same oslo-no/plan"] == outcomes(made)


def test_what_is_to_be_corrected_is_left_to_staff(root: Path, book: Book) -> None:
    """A note, once, for staff alone, with the city's word on publishing; a no acts at once all the same."""
    cells: dict[str, Value] = {
        f"{DAYS} confirm": "not-ours",
        f"{DAYS} publish": "no",
        f"{PLAN} confirm": "correct",
        f"{PLAN} correction": "It was two.",
        f"{PLAN} publish": "yes",
    }
    made = applied(root, filled(book, cells))
    assert ["oslo-no/days: not ours", "oslo-no/plan: to be corrected: It was two. (publish: yes)"] == sorted(
        each.text for each in held(root, NOTES)
    )
    assert [] == held(root, NOTES, Audience.NETWORK)
    assert [] == held(root, ACTIONS, Audience.PUBLIC)
    assert "On record!B5 new oslo-no/days: not ours" in outcomes(made)
    assert 1 == sum("[[notes]]" in each.text for each in made.drafts)
    with_record(root, f'[[retractions]]\nid = "done"\nrecord = "{held(root, NOTES)[0].ref}"\nreason = "other"\n')
    assert () == planned(root, filled(book, cells)).drafts


NEWER = """
[[actions]]
id = "plan"
revision = 2
title = "A plan"
summary = "Now with a summary."
commitments = ["one-2020/b", "two-2021/y"]
date = "2024"
told_by = "city"
"""


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"confirm": "right"}, "right (said of what was shown on 2025-01-02; it has changed since)"),
        ({"publish": "yes"}, "(said of what was shown on 2025-01-02; it has changed since) (publish: yes)"),
        ({"publish": "no"}, "(said of what was shown on 2025-01-02; it has changed since)"),
    ],
)
def test_an_action_that_changed_since_it_was_shown(
    root: Path, book: Book, cells: dict[str, Value], expected: str
) -> None:
    """The city has not seen it as it is: nothing is confirmed or allowed, and a note tells staff what was said."""
    with_record(root, NEWER)
    made = applied(root, filled(book, {f"{PLAN} {key}": value for key, value in cells.items()}))
    assert "it has changed since it was shown; a note for staff" == why(made)[0]
    assert [expected] == [
        each.text.removeprefix("oslo-no/plan: ").removeprefix("oslo-no/plan ") for each in held(root, NOTES)
    ]
    assert [] == held(root, REVIEWS)


def test_an_action_of_which_the_city_saw_a_part(root: Path) -> None:
    """What is hidden from the city is no reason to say that the action changed."""
    path = root / "commitments/oslo-no/city.toml"
    text = path.read_text("utf-8")
    page = '[[actions.evidence]]\ntitle = "A page"\n'
    hidden = page + 'visibility = "internal"\n'
    text = text.replace(page, hidden).replace("recorded = 2024-07-01\n", f"recorded = 2024-07-01\n{hidden}")
    path.write_text(text, "utf-8")
    asked = filled(
        book_of(form(root)), {f"{DAYS} confirm": "right", f"{PLAN} confirm": "right", f"{A} answer": "limited"}
    )
    made = applied(root, asked)
    assert "On record!B5 changed oslo-no/days" in outcomes(made)
    assert [] == held(root, NOTES)
    assert () == planned(root, asked, now=LATER).drafts
    with_record(
        root,
        '[[actions]]\nid = "days"\nrevision = 3\nrecorded = 2025-02-20\ntitle = "Else"\ncommitments = ["one-2020/a"]\n',
    )
    assert "it has changed since it was shown; a note for staff" in why(planned(root, asked))
    narrowed = (
        '[[actions]]\nid = "days"\nrevision = 4\nrecorded = 2025-02-21\ntitle = "Else"\nvisibility = "internal"\n'
    )
    with_record(root, narrowed, "internal-days")
    assert "it has changed since it was shown; a note for staff" in why(planned(root, asked))


def retract(root: Path, ref: str, owner: str = OSLO) -> None:
    """Take a record back."""
    with_record(root, f'[[retractions]]\nid = "gone"\nrecord = "{ref}"\nreason = "error"\n', "gone", owner)


def test_what_was_taken_back_meanwhile(root: Path, book: Book) -> None:
    """An action or a clause: refused by its row, but for a city that says so as well."""
    retract(root, "oslo-no/plan")
    right = planned(root, filled(book, {f"{PLAN} confirm": "right", f"{B} answer": "limited"}))
    assert ["Answers!B6 new one-2020/b: limited", "On record!B6 refused oslo-no/plan"] == outcomes(right)
    assert ["", "oslo-no/plan is no longer on record"] == why(right)
    made = planned(root, filled(book, {f"{PLAN} confirm": "not-ours"}))
    assert ["On record!B6 same oslo-no/plan"] == outcomes(made)


def test_a_clause_that_was_taken_back(root: Path, book: Book) -> None:
    """The row that answers it is refused."""
    with_record(root, '[[retractions]]\nid = "g"\nrecord = "one-2020/b"\nreason = "error"\n', "gone", OSLO)
    made = planned(root, filled(book, {f"{B} answer": "limited"}))
    assert ["one-2020/b is no longer on record"] == why(made)


def test_a_clause_that_changed_since_it_was_asked(root: Path, book: Book) -> None:
    """The answer keeps the fingerprint of what was asked; the preview says so, and the check flags it."""
    text = '[[commitments]]\nid = "a"\nrevision = 2\ntitle = "Speak out"\nwording = "official"\nnumber = "1"\n'
    with_record(root, text + 'text = "We must speak out."\n', owner="one-2020")
    made = applied(root, answered(book))
    assert ["the clause has changed since it was asked about", ""] == why(made)
    assert 1 == len(found(root, "clause-changed"))


def test_a_clause_of_which_the_city_saw_a_part(root: Path) -> None:
    """What is hidden from the city of a clause is no reason to say that the clause changed."""
    path = root / "declarations/two-2021/declaration.toml"
    path.write_text(path.read_text("utf-8").replace("adopted", 'visibility = "network"\nadopted'), "utf-8")
    made = applied(root, answered(book_of(form(root, declarations=["one-2020"]))))
    assert [""] == why(made)
    assert [] == found(root, "clause-changed")


def test_new_actions(root: Path, book: Book) -> None:
    """They are told by the city, filed by it, of the network until more is allowed; words for dates are kept."""
    applied(root, filled(book, {**FULL, "new new-1 status": "done", "new new-1 evidence_title": "A page"}))
    first, second = sorted(
        (each for each in held(root, ACTIONS) if each.title == "Fair"), key=lambda each: f"{each.date}"
    )
    assert ("city", "city", "closed") == (first.told_by, first.filed_by, first.status)
    assert ("2024-03/2024-05", "spring 2024") == (f"{first.date}", first.date_texts["date"])
    assert [("A page", "https://example.org/fair")] == [(each.title, each.url) for each in first.evidence]
    assert ("", ()) == (second.filed_by, second.commitments)
    assert [] == [each for each in held(root, ACTIONS, Audience.PUBLIC) if each.title == "Fair"]


def test_an_action_that_is_corrected_in_a_second_copy(root: Path, book: Book) -> None:
    """What came by the first copy is found again by its title."""
    applied(root, filled(book, {"new new-1 title": "Fair", "new new-1 date": "2023"}))
    made = applied(root, filled(book, {"new new-1 title": "Fair", "new new-1 date": "2024"}))
    assert ["New actions!B5 changed Fair"] == outcomes(made)
    assert ["date 2023 2024"] == changes(made)


def test_an_action_called_like_an_earlier_one(root: Path, book: Book) -> None:
    """What was on record when the form was made is another one; that it is there is said."""
    made = applied(root, filled(book, {"new new-1 title": "A  PLAN", "new new-1 date": "2025-01"}))
    assert ["New actions!B5 new A PLAN"] == outcomes(made)
    assert ["one of this title is on record: oslo-no/plan"] == why(made)


def test_actions_of_one_title_that_cannot_be_told_apart(root: Path, book: Book) -> None:
    """Two came by the first copy, and a second copy has another: nobody can know which it is."""
    fairs = {"new new-1 title": "Fair", "new new-1 date": "2023", "new new-2 title": "Fair", "new new-2 date": "2022"}
    applied(root, filled(book, fairs))
    made = planned(root, filled(book, {"new new-1 title": "Fair", "new new-1 date": "2024"}))
    assert "several actions of this title are on record: oslo-no/" in why(made)[0]
    one = applied(root, filled(book, {**fairs, "new new-1 date": "2024"}))
    assert ["date 2023 2024"] == changes(one)


def test_what_a_check_forbids_is_said_by_its_row(root: Path, book: Book) -> None:
    """What only the whole record shows is held against its row: here staff gave the action a span meanwhile."""
    applied(root, filled(book, {"new new-1 title": "Fair", "new new-1 date": "2023"}))
    fair = next(each for each in held(root, ACTIONS) if each.title == "Fair")
    span = f'[[actions]]\nid = "{fair.id}"\nrevision = 2\nrecorded = 2025-03-01\ntitle = "Fair"\ntold_by = "city"\n'
    with_record(root, span + 'start = "2023-05"\n')
    cells: dict[str, Value] = {"new new-1 title": "Fair", "new new-1 date": "2024", f"{B} answer": "limited"}
    made = planned(root, filled(book, cells))
    assert ["New actions!B5 Fair"] == [f"{each.place} {each.what}" for each in made.items if each.outcome == "refused"]
    assert () == made.drafts


def test_what_no_row_is_to_blame_for(root: Path, book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is held against the file."""

    def fail(*_: object, **__: object) -> None:
        raise Refused("not all at once")

    monkeypatch.setattr("pledgekit.rounds.plan.drafted", fail)
    made = planned(root, answered(book))
    assert "oslo-no-2024.xlsx refused " == outcomes(made)[-1]
    assert "not all at once" == why(made)[-1]


def changed_facts(book: Book, **facts: str) -> Book:
    """The same with other hidden facts."""
    for key, value in facts.items():
        name = key.replace("__", " ").replace("_AT_", "/")

        def put(each: Sheet, name: str = name, value: str = value) -> Sheet:
            return edited(each, {(row_of(each, name), 1): value})

        book = resheeted(book, "form", put)
    return book


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"city": "rome-it"}, "it is the form of rome-it, no city of this register"),
        ({"city": ""}, "its hidden facts contradict each other"),
        ({"period": "2023"}, "it speaks of 2023, and the round one-2020/round-2024 of 2024"),
        ({"period": "never"}, "its hidden facts are damaged; take the form as it was sent"),
        ({"issued": "today"}, "its hidden facts are damaged"),
        ({"rounds": "one-2020/r two-2021/r"}, "it answers the round one-2020/r, which this register does not hold"),
        ({"rounds": "one-2020/round-2024"}, "its hidden facts contradict each other"),
        ({"rounds": "", "declarations": ""}, "its hidden facts contradict each other"),
        ({"question one-2020/b": "one-2020/c"}, "its hidden facts contradict each other"),
        ({"question one-2020/b": "No Ref"}, "its hidden facts are damaged"),
    ],
)
def test_forms_of_elsewhere(root: Path, book: Book, facts: dict[str, str], expected: str) -> None:
    """Other cities', rounds', periods' forms, and damaged ones, are refused in one line with the file."""
    other = filled(changed_facts(book, **facts), {f"{A} answer": "limited"})
    if facts.get("city"):
        other = resheeted(
            other, "form", lambda each: each._replace(rows=tuple(r for r in each.rows if "action" not in str(r[0])))
        )
    with pytest.raises(Refused) as raised:
        planned(root, other)
    assert f"{raised.value}".startswith(f"oslo-no-2024.xlsx: {expected}")


@pytest.mark.parametrize("signed", ["", "2025-01-15"])
def test_a_city_that_is_not_asked(root: Path, book: Book, signed: str) -> None:
    """Its name in a form of another does not make it one that answers: it endorses not, or too late."""
    text = '[city]\nid = "rome-it"\nname = "Rome"\nkind = "city"\ncountry = "IT"\n'
    for number in (1, 2) if signed else ():
        name = ("one-2020", "two-2021")[number - 1]
        text += f'[[endorsements]]\nid = "e{number}"\ndeclaration = "{name}"\nact = "signed"\ndate = {signed}\n'
    (root / "commitments/rome-it").mkdir()
    with_record(root, text, "city", "rome-it")
    other = resheeted(
        changed_facts(book, city="rome-it"),
        "form",
        lambda each: each._replace(rows=tuple(row for row in each.rows if "action" not in str(row[0]))),
    )
    with pytest.raises(Refused) as raised:
        planned(root, filled(other, {f"{A} answer": "limited"}))
    assert f"{raised.value}".startswith("oslo-no-2024.xlsx: it is the form of rome-it, which is not asked (one-2020: ")


def test_forms_of_another_register(root: Path, book: Book) -> None:
    """One with the same names of city and round is told by clauses that this one never held."""

    def rename(each: Sheet) -> Sheet:
        renamed = {"question one-2020/b": "question one-2020/z", "clause one-2020/b": "clause one-2020/z"}
        rows = (
            (renamed.get(str(row[0]), row[0]), "one-2020/z" if row[1] == "one-2020/b" else row[1]) for row in each.rows
        )
        return each._replace(rows=tuple(rows))

    with pytest.raises(Refused, match="it asks about one-2020/z, which this register does not hold; read it in the"):
        planned(root, resheeted(book, "form", rename))


def test_rows_of_elsewhere(root: Path, book: Book) -> None:
    """A row with the key of another city's action, or of no question, is refused by its place."""
    moved = resheeted(book, "actions", lambda each: edited(each, {(4, 0): "bergen-no/walk", (5, 0): "Not a ref"}))
    moved = resheeted(moved, "answers", lambda each: edited(each, {(4, 0): "one-2020/round-2024"}))
    cells = {"actions bergen-no/walk confirm": "right", "answers one-2020/round-2024 answer": "limited"}
    made = planned(root, filled(moved, cells))
    assert ["this row is of no question that was asked", "this row is of no action that was shown"] == why(made)
    foreign = resheeted(book, "lists", lambda each: edited(each, {(1, 11): "two-2021/x"}))
    made = planned(root, filled(foreign, {"new new-1 title": "Fair", "new new-1 clause": "1. speak out"}))
    assert ["it is under no commitment that was asked about"] == why(made)


def test_a_city_that_is_gone(root: Path, book: Book) -> None:
    """A city that was taken back meanwhile has no form to read."""
    retract(root, OSLO)
    with pytest.raises(Refused, match="it is the form of oslo-no, no city of this register"):
        planned(root, answered(book))


def test_a_record_that_stands_in_two_versions(root: Path, book: Book) -> None:
    """What cannot be corrected before something else is mended is said by its row."""
    one = '[[actions]]\nid = "plan"\nrevision = 2\ntitle = "{0}"\ncommitments = ["one-2020/b"]\ntold_by = "{1}"\n'
    with_record(root, one.format("A plan", "city"), "twin")
    with_record(root, one.format("A plan", "press"), "twin-2")
    register = load(root).register
    view = look(register, Lens(as_of=NOW.date(), audience=Audience.INTERNAL))
    seen = next(each for each in view.all(ACTIONS, OSLO) if each.id == "plan")
    asked = changed_facts(book, **{"action oslo-no/plan": fingerprint(seen)})
    answers = read_answers(filled(asked, {f"{PLAN} confirm": "right"}))
    made = plan(register, view, answers, by="staff", now=NOW, today=NOW.date(), release=False)
    assert ["On record!B6 changed oslo-no/plan", "On record!B6 refused oslo-no/plan"] == outcomes(made)
    assert "exists in two versions" in why(made)[1]
