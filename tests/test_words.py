"""Words: what is said is complete, fits its number, and claims no more than is known."""

from __future__ import annotations

import datetime
from importlib import import_module
from string import Formatter

import attrs
import pytest

from pledgekit.catalogues import LANGUAGES
from pledgekit.dates import PartialDate, Period
from pledgekit.errors import UsageError
from pledgekit.figures import Share
from pledgekit.ids import Ref
from pledgekit.model.levels import Audience, State, Timing
from pledgekit.model.scales import SCALES
from pledgekit.words import Words, words

AREAS = (
    "language",
    "scales",
    "report",
    "annual",
    "city",
    "commitment",
    "spotlight",
    "findings",
    "count",
    "todo",
    "match",
    "explain",
)


def share(value: int, of: int) -> Share:
    """So many of so many."""
    cities = [Ref(f"city-{number}") for number in range(of)]
    return Share(id="x", members=frozenset(cities[:value]), universe=frozenset(cities))


def messages(lang: str, area: str) -> dict[str, str | dict[str, str]]:
    """All messages of one area."""
    found: dict[str, str | dict[str, str]] = import_module(f"pledgekit.catalogues.{lang}.{area}").MESSAGES
    return found


def texts(lang: str, area: str) -> list[str]:
    """All texts of one area, each plural form by itself."""
    found = messages(lang, area).values()
    return [text for each in found for text in ([each] if isinstance(each, str) else each.values())]


def test_a_message_takes_its_values() -> None:
    """Values are put in as they are; whole numbers are written as the language writes them."""
    made = Words("en", {"x.y": "{who} has {n}"})
    assert "{Oslo} has 1,234" == made.say("x.y", who="{Oslo}", n=1234)


@pytest.mark.parametrize(("n", "expected"), [(0, "none"), (1, "one city"), (2, "2 cities"), (1200, "1,200 cities")])
def test_a_plural_fits_its_number(n: int, expected: str) -> None:
    """A message with plural forms takes the one for the number, with a form of its own for none."""
    made = Words("en", {"x.y": {"none": "none", "one": "one {thing}", "other": "{n} {thing}"}})
    assert expected == made.count("x.y", n, thing="city" if n == 1 else "cities")


def test_none_is_counted_as_others_are_without_a_form_of_its_own() -> None:
    """Zero takes the plural unless a message says more."""
    assert "cities" == words().count("report.signatory", 0)


@pytest.mark.parametrize("message", ["annual.no-such", "nowhere.at-all"])
def test_a_missing_message_is_an_error(message: str) -> None:
    """A message that the language lacks raises, in an area that exists and in one that does not."""
    with pytest.raises(KeyError, match=message):
        words().say(message)


def test_a_missing_or_unknown_value_is_an_error() -> None:
    """A misspelt value never disappears silently."""
    with pytest.raises(KeyError, match="city"):
        words().say("report.banner.city")
    with pytest.raises(KeyError, match="ciyt"):
        words().say("report.banner.city", city="Oslo", ciyt="Oslo")


def test_say_and_count_are_not_mixed_up() -> None:
    """A message with plural forms needs its number; one without takes none."""
    with pytest.raises(KeyError, match="use count"):
        words().say("report.told")
    with pytest.raises(KeyError, match="use count"):
        words().pieces("report.told")
    with pytest.raises(KeyError, match="use say"):
        words().count("annual.said", 1)


def test_pieces_are_the_text_between_values() -> None:
    """Links and languages go where the values of a message stand."""
    assert (("", "city"), (": ", "title")) == words().pieces("report.titled")


def test_an_area_that_is_broken_is_not_taken_for_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only an absent catalogue counts as empty; one that cannot be imported says why."""

    def broken(name: str) -> object:
        raise ModuleNotFoundError(name=f"{name}.inner")

    made = words()
    monkeypatch.setattr("pledgekit.words.import_module", broken)
    with pytest.raises(ModuleNotFoundError):
        made.say("annual.said")


def test_an_unknown_language_names_the_known_ones() -> None:
    """Asking for a language that is not there is wrong usage, and says what there is."""
    with pytest.raises(UsageError, match=r"no language 'xx'; languages: en"):
        words("xx")


@pytest.mark.parametrize(
    ("text", "date", "when"),
    [
        ("2022", "2022", "in 2022"),
        ("2022-11", "November 2022", "in November 2022"),
        ("2022-11-16", "16 November 2022", "on 16 November 2022"),
        ("2022/2024", "between 2022 and 2024", "between 2022 and 2024"),
        ("2023-03/2023-05", "between March and May 2023", "between March and May 2023"),
        ("2023-11/2024-01", "between November 2023 and January 2024", "between November 2023 and January 2024"),
        ("2023-03-01/2023-05-02", "between 1 March and 2 May 2023", "between 1 March and 2 May 2023"),
        ("2023-03-01/2023-05", "between 1 March and May 2023", "between 1 March and May 2023"),
        ("2023-03-01/2023-03-05", "between 1 and 5 March 2023", "between 1 and 5 March 2023"),
        ("2023-03-01/2023-03-02", "1 or 2 March 2023", "on 1 or 2 March 2023"),
        ("2023-02-28/2023-03-01", "28 February or 1 March 2023", "on 28 February or 1 March 2023"),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(text: str, date: str, when: str) -> None:
    """Nothing is added to a date: a month stays a month, an interval says its two ends."""
    assert (date, when) == (words().date(PartialDate.parse(text)), words().when(PartialDate.parse(text)))


def test_a_records_own_words_for_a_date_go_first() -> None:
    """`date_text` is what gets printed."""
    spring = PartialDate.parse("2023-03/2023-05")
    assert ("spring 2023", "spring 2023") == (words().date(spring, "spring 2023"), words().when(spring, "spring 2023"))


def test_a_plain_day_is_a_date() -> None:
    """A day of the calendar is written as a date known to the day."""
    day = datetime.date(2026, 11, 22)
    assert ("22 November 2026", "on 22 November 2026") == (words().date(day), words().when(day))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2022-11-15", None, "15 November 2022"),
        ("2022-11-15", "2022-11-15", "15 November 2022"),
        ("2022-11-15", "2022-11-16", "15–16 November 2022"),
        ("2023-06-30", "2023-07-02", "30 June 2023 to 2 July 2023"),
        ("2023-06", "2024", "June 2023 to 2024"),
    ],
)
def test_a_span_says_from_when_to_when(start: str, end: str | None, expected: str) -> None:
    """Days of one month are written together, all else in full."""
    assert expected == words().span(PartialDate.parse(start), PartialDate.parse(end) if end else None)


def test_a_period_is_written_in_words() -> None:
    """A year stays a year; two months are written out."""
    found = [words().period(Period.parse(text)) for text in ("2024", "2024-07/2025-06")]
    assert ["2024", "July 2024 to June 2025"] == found


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c", "d"], "a, b, c and d"),
        (["a, x", "b"], "a, x; and b"),
        (["a", "b, x", "c"], "a; b, x; and c"),
        (["“a, x”", "“b”"], "“a, x” and “b”"),
    ],
)
def test_a_list_is_joined_as_the_language_does(items: list[str], expected: str) -> None:
    """Commas and an "and"; semicolons where an item has a comma of its own that no quotation marks hold."""
    assert expected == words().listed(items)


def test_a_share_says_its_denominator() -> None:
    """A percentage stands beside its two numbers; there is none of nothing."""
    assert "15 of 41 (37 %)" == words().share(share(15, 41))
    assert "0 of 0" == words().share(share(0, 0))
    part = share(1, 1)
    assert "1 of 1 held here" == words().share(attrs.evolve(part, whole=False))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_only_a_share_prints_a_percentage(lang: str) -> None:
    """No other message of any language holds a percent sign."""
    found = [text for area in AREAS for text in texts(lang, area) if "%" in text]
    assert [messages(lang, "language")["language.share-percent"]] == found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_of_the_scales_has_a_label(lang: str) -> None:
    """Levels, states, timings and audiences can all be said."""
    made = words(lang)
    wanted = [(scale.name, word) for scale in SCALES.values() for word in scale.words]
    wanted += [("state", state) for state in State]
    wanted += [("timing", timing) for timing in Timing]
    wanted += [("audience", audience) for audience in Audience]
    assert [] == [each for each in wanted if not made.level(*each)]


def test_a_level_has_the_label_of_the_commitments_nature() -> None:
    """A way of working is practised, a thing is delivered; other scales do not care."""
    made = words()
    found = [made.level("completion", "complete", nature) for nature in ("", "ongoing", "deliverable")]
    assert ["complete", "fully practised", "delivered"] == found
    assert made.level("act", "signed") == made.level("act", "signed", "ongoing")


def test_a_country_has_its_name_in_the_language_or_the_one_at_hand() -> None:
    """A language may name countries itself."""
    made = Words("en", {"country.NL": "the Netherlands"})
    assert ["the Netherlands", "Norway"] == [made.country("NL", "Netherlands"), made.country("NO", "Norway")]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("area", AREAS)
def test_every_message_can_be_filled(lang: str, area: str) -> None:
    """Message ids begin with their area; plural forms have an "other"; every value has a name."""
    for message, text in messages(lang, area).items():
        assert message.startswith(f"{area}.")
        forms = {"other": text} if isinstance(text, str) else text
        assert "other" in forms
        for form in forms.values():
            assert all(name is None or name.isidentifier() for _, name, _, _ in Formatter().parse(form))
