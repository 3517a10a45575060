"""What one city is asked."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from pledgekit import Lens, load, look
from pledgekit.dates import Period
from pledgekit.errors import NotFound, UsageError
from pledgekit.model.levels import Audience, State
from pledgekit.rounds.form import form_of, why_not_asked

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pledgekit.rounds.form import Form
    from pledgekit.view import View

ONE = """\
[declaration]
id = "one-2020"
title = "One"
adopted = 2020-01-01

[[commitments]]
id = "a"
title = "A"
wording = "paraphrase"
maps_to = [{ commitment = "two-2021/x", relation = "same" }, { commitment = "two-2021/y", relation = "related" }]

[[commitments]]
id = "b"
title = "B"
wording = "paraphrase"
maps_to = [{ commitment = "two-2021/y", relation = "broader" }]

[[commitments]]
id = "old"
title = "Old"
wording = "provisional"
superseded_by = ["one-2020/b"]

[[rounds]]
id = "round-2024"
period = "2024"
due = 2025-01-31
eligible_if_endorsed_by = 2024-06-30
"""
TWO = """\
[declaration]
id = "two-2021"
title = "Two"
adopted = 2021-01-01

[[commitments]]
id = "x"
title = "X"
wording = "paraphrase"

[[commitments]]
id = "y"
title = "Y"
wording = "paraphrase"

[[rounds]]
id = "round-2024"
period = "2024"
due = 2025-02-15
"""
CITY = """\
[city]
id = "oslo-no"
name = "Oslo"
kind = "city"
country = "NO"

[[endorsements]]
id = "e1"
declaration = "one-2020"
act = "signed"

[[endorsements]]
id = "e2"
declaration = "two-2021"
act = "signed"

[[actions]]
id = "mine"
title = "Mine"
commitments = ["one-2020/old"]

[[actions]]
id = "inside"
visibility = "internal"
title = "Inside"
commitments = ["one-2020/a"]

[[actions]]
id = "unfiled"
title = "Unfiled"

[[updates]]
id = "u2022"
commitment = "one-2020/old"
period = "2022"
completion = "limited"

[[updates]]
id = "u2023"
commitment = "two-2021/x"
period = "2023"
instead = "nothing-new"
date = 2024-01-02

[[updates]]
id = "u2025"
commitment = "one-2020/b"
period = "2025"
completion = "complete"
"""
LATE = """\
[city]
id = "late-no"
name = "Late"
kind = "city"
country = "NO"

[[endorsements]]
id = "e1"
declaration = "one-2020"
act = "signed"
date = 2024-07-01
"""
GONE = (
    LATE.replace("late", "gone").replace("2024-07-01", "2021-01-01")
    + """
[[endorsements]]
id = "e2"
declaration = "one-2020"
act = "ended"
date = 2023-05-01
"""
)
YEAR = Period.parse("2024")
NOW = datetime.datetime(2025, 3, 1, 9, tzinfo=datetime.UTC)
EXTENDED = """
[[requests]]
id = "r1"
declaration = "one-2020"
period = "2024-01/2024-12"
act = "extended"
date = 2025-02-01
due = 2025-03-31
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A register with two declarations that share a clause, and three cities."""
    for folder, text in {
        "declarations/one-2020": ONE,
        "declarations/two-2021": TWO,
        "commitments/oslo-no": CITY,
        "commitments/late-no": LATE,
        "commitments/gone-no": GONE,
    }.items():
        (tmp_path / folder).mkdir(parents=True)
        name = "declaration.toml" if folder.startswith("decl") else "city.toml"
        (tmp_path / folder / name).write_text(text, encoding="utf-8")
    return tmp_path


def seen(root: Path, city: str) -> View:
    """What a city sees."""
    loaded = load(root)
    assert not [each for each in loaded.problems if each.severity == "error"]
    return look(loaded.register, Lens(as_of=NOW.date(), audience=Audience.CITY, city=city))


def asked(root: Path, declarations: Sequence[str] = ("one-2020", "two-2021"), city: str = "oslo-no") -> Form:
    """The form of a city for 2024."""
    return form_of(seen(root, city), city, declarations, YEAR, lang="en", issued=NOW)


def test_the_same_is_asked_once(root: Path) -> None:
    """Clauses mapped as the same make one question; related and broader ones stay apart, superseded ones are gone."""
    found = [[str(clause.ref) for clause in each.commitments] for each in asked(root).questions]
    assert [["one-2020/a", "two-2021/x"], ["one-2020/b"], ["two-2021/y"]] == found


def test_the_declaration_named_first_names_the_question(root: Path) -> None:
    """The mapping is read either way round."""
    found = [str(each.ref) for each in asked(root, ["two-2021", "one-2020"]).questions]
    assert ["two-2021/x", "two-2021/y", "one-2020/b"] == found


def test_the_last_answer_is_shown_back(root: Path) -> None:
    """It is the newest to any clause of the question or to what that took the place of, and none of a later period."""
    found = [each.last and each.last.id for each in asked(root).questions]
    assert ["u2023", "u2022", None] == found


def test_what_is_on_record_is_shown_to_be_confirmed(root: Path) -> None:
    """Actions filed under what is asked, under old titles too; never internal ones, nor those filed nowhere."""
    assert ["mine"] == [each.id for each in asked(root).actions]


def test_the_day_is_the_first_of_those_asked_for(root: Path) -> None:
    """Of two rounds the earlier day counts; an extension moves its own round."""
    assert "2025-01-31" == asked(root).due.text
    path = root / "commitments/oslo-no/extension.toml"
    path.write_text(EXTENDED, encoding="utf-8")
    assert "2025-02-15" == asked(root).due.text
    assert "2025-03-31" == asked(root, ["one-2020"]).due.text


@pytest.mark.parametrize(("city", "expected"), [("late-no", State.NOT_DUE), ("gone-no", State.NOT_ENDORSED)])
def test_who_need_not_answer_is_not_asked(root: Path, city: str, expected: State) -> None:
    """Who endorsed after the day of eligibility, or ended its endorsement, gets no form, and the reason is told."""
    assert expected == why_not_asked(seen(root, city), city, "one-2020", YEAR)
    with pytest.raises(UsageError, match=rf"{city} is not asked about 2024 \(one-2020: {expected}"):
        asked(root, city=city)


def test_only_what_a_city_endorsed_is_asked(root: Path) -> None:
    """Of several declarations named, those that the city did not endorse are left out."""
    path = root / "commitments/oslo-no/city.toml"
    path.write_text(CITY.replace('declaration = "two-2021"', 'declaration = "one-2020"'), encoding="utf-8")
    form = asked(root)
    assert ["one-2020"] == [each.id for each in form.declarations]
    assert ["one-2020/a", "one-2020/b"] == [str(each.ref) for each in form.questions]


def test_what_is_not_there_is_said(root: Path) -> None:
    """An unknown city, and a declaration without a round for the period, with the command that opens one."""
    with pytest.raises(NotFound, match="nowhere is not a city"):
        form_of(seen(root, "oslo-no"), "nowhere", ["one-2020"], YEAR, lang="en", issued=NOW)
    with pytest.raises(NotFound, match="has no round for 2023") as raised:
        form_of(seen(root, "oslo-no"), "oslo-no", ["one-2020"], Period.parse("2023"), lang="en", issued=NOW)
    assert "pledgekit round open --declaration one-2020 --period 2023 --due DATE" in raised.value.remedy


def test_the_key_tells_forms_apart(root: Path) -> None:
    """It stays while the same is asked and shown, and changes with the words of a clause or with an action."""
    first = asked(root)
    assert first.key == asked(root)._replace(lang="de").key
    assert (
        first.key
        == form_of(
            seen(root, "oslo-no"),
            "oslo-no",
            ["one-2020", "two-2021"],
            YEAR,
            lang="en",
            issued=NOW + datetime.timedelta(1),
        ).key
    )
    assert first.key != asked(root, ["one-2020"]).key
    path = root / "commitments/oslo-no/city.toml"
    path.write_text(CITY.replace('"Mine"', '"Mine, corrected"'), encoding="utf-8")
    assert first.key != asked(root).key
