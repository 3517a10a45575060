"""The implementation update: what it says, what it never says, and that it is the same every time."""

from __future__ import annotations

import datetime
import random
from functools import cache
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgekit.dates import PartialDate, Period
from pledgekit.errors import NotFound
from pledgekit.model.document import Entry, Heading, Table, passages
from pledgekit.model.levels import Audience, Visibility
from pledgekit.register import Register
from pledgekit.render import FORMATS, render
from pledgekit.render.json import to_json
from pledgekit.reports import REPORTS
from pledgekit.reports.annual import AnnualReport, annual, lay_out
from pledgekit.store import load
from pledgekit.view import Lens, look
from pledgekit.words import words
from tests.registers import DECLARED, lenses, registers
from tests.reports.goldens import DAY, FOLDER, REGISTER, SHIPPED, goldens, made, report, seen

if TYPE_CHECKING:
    from pledgekit.model.record import Record

ENDINGS = (*FORMATS, "json")
EDITIONS = (
    ("oak-2023", "2024"),
    ("oak-2023", ""),
    ("elm-2024", ""),
    ("elm-2024", "2025"),
    ("ash-2022", ""),
    ("void-2025", ""),
)


@cache
def written() -> dict[str, bytes]:
    """The golden reports, made now."""
    return goldens()


def text(found: AnnualReport) -> str:
    """A report as Markdown."""
    return made(found, "md").decode()


def entries(found: AnnualReport) -> list[str]:
    """The titles of everything told in full, in order."""
    blocks = lay_out(found, words()).blocks
    return ["".join(span.text for span in each.title) for each in blocks if isinstance(each, Entry)]


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.iterdir()))
def test_reports_look_as_they_did(name: str) -> None:
    """Every report matches its golden file; after a wanted change: python -m tests.reports.goldens."""
    assert (FOLDER / name).read_bytes() == written()[name]


def test_every_golden_file_is_held() -> None:
    """No report that should be compared is missing."""
    assert sorted(written()) == sorted(path.name for path in FOLDER.iterdir())


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(("declaration", "period"), EDITIONS)
def test_nothing_inside_leaks(declaration: str, period: str, ending: str) -> None:
    """No word of a non-public field or record stands in a public report, in any format."""
    assert b"CANARY" not in made(report(seen(REGISTER), declaration, period), ending)


def test_the_canaries_are_alive() -> None:
    """What must not leak is really there: staff see it."""
    found = made(report(seen(REGISTER, Audience.INTERNAL), "oak-2023", "2024"), "json").decode()
    for canary in ("network action", "internal action", "evidence", "action note", "action extra", "finding"):
        assert f"CANARY {canary}" in found


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_files_never_shows(seed: int) -> None:
    """The same records in another order give the same bytes."""
    records = list(load(REGISTER).register.everything())
    random.Random(seed).shuffle(records)  # noqa: S311  -- no secret
    view = look(Register.of(records), Lens(as_of=DAY))
    for ending in ENDINGS:
        expected = made(report(seen(REGISTER), "oak-2023", "2024"), ending)
        assert expected == made(report(view, "oak-2023", "2024"), ending)


def test_a_register_of_what_the_public_sees_gives_the_same_report() -> None:
    """What is hidden leaves no trace: without it the public report is the same, byte for byte."""
    view = look(Register.of(seen(REGISTER).everything()), Lens(as_of=DAY))
    for declaration, period in EDITIONS:
        expected = made(report(seen(REGISTER), declaration, period), "json")
        assert expected == made(report(view, declaration, period), "json")


def test_the_sentences_that_must_stand_in_a_public_report() -> None:
    """The shipped register's report says, word for word, what a public report has to say."""
    found = text(report(seen(SHIPPED), "hague-2022"))
    for sentence in (
        "This update shows examples. It is not a ranking, an audit or an evaluation of any city.",
        "No entry means that we hold no information. It does not mean that nothing was done.",
        (
            "Of 37 examples, 0 were told by the city, 0 found in the press, 32 heard at events, 1 found in a public "
            "record, 1 told by a partner and 3 told by the network; 0 were confirmed by the city."
        ),
        "3 began, or were first described, before the declaration; we do not claim that it caused them.",
        (
            "The headings are our working titles, and we placed the examples under them. "
            "The official text is not held here."
        ),
        (
            "Figures are minimums, as known on 22 November 2026. Office-holders are those named at the dates shown. "
            "Corrections: the contributors of pledgekit, by an issue in the repository of pledgekit."
        ),
        "No city has been asked to report.",
        "14 of 41 (34 %)",
        "endorsed under Jan van Zanen (2022)",
    ):
        assert sentence in found


def test_what_is_not_true_is_not_said() -> None:
    """With official wording nobody reads of working titles; with a round nobody reads that nobody was asked."""
    found = text(report(seen(REGISTER), "oak-2023", "2024"))
    for sentence in ("working title", "No city has been asked", "not published."):
        assert sentence not in found


def test_reports_never_say_since() -> None:
    """That something came after the declaration does not mean that it came of it."""
    every = "".join(content.decode() for name, content in written().items() if name.startswith(("oak", "elm", "void")))
    assert " since " not in every.casefold()


def test_while_wording_is_provisional_the_public_sees_no_number_and_no_matrix() -> None:
    """One working title among the headings keeps numbers, matrix and assessments from the public, not from members."""
    outside, inside = (report(seen(REGISTER, each), "elm-2024") for each in (Audience.PUBLIC, Audience.NETWORK))
    titles = ["Give water", "Give air", "Give rest", "Give shade"]
    assert titles == headings(outside, 3)
    assert ["Commitment 2: Give water", "Commitment 3: Give air", *titles[2:]] == headings(inside, 3)
    assert [0, 1] == [matrices(each) for each in (outside, inside)]


def headings(found: AnnualReport, level: int) -> list[str]:
    """The headings of one level."""
    return [each.text for each in lay_out(found, words()).blocks if isinstance(each, Heading) and each.level == level]


def matrices(found: AnnualReport) -> int:
    """How many tables hold cells."""
    blocks = lay_out(found, words()).blocks
    return sum(isinstance(each, Table) and "reported" in each.caption for each in blocks)


def test_a_round_whose_answers_are_not_public_names_nobody() -> None:
    """The public reads that it is held, on what and until when; no count, no name, no rate."""
    found = report(seen(REGISTER), "elm-2024")
    assert "response-rate" not in found.figures
    assert () == found.not_heard_from
    assert "on 2025 is being held, with answers due by 31 December 2026. Its answers are not published." in text(found)


def test_members_see_who_was_asked() -> None:
    """The same round, told to those who may know."""
    found = text(report(seen(REGISTER, Audience.NETWORK), "elm-2024"))
    assert "Answers still awaited from Arden." in found
    assert "not published" not in found


def test_silence_in_a_public_round_has_a_name_and_our_gaps_are_ours() -> None:
    """Who did not answer is named; whom we did not reach, and who was not due, is not among them."""
    found = report(seen(REGISTER), "oak-2023", "2024")
    assert ("brook-de",) == found.not_heard_from
    assert "Not heard from by 22 November 2026: Brook." in text(found)
    assert "Our request did not reach 1 more; that is our gap, not the city's." in text(found)


def test_nobody_asked_about_a_period() -> None:
    """For a period without a round it is said of that period only."""
    assert "No city has been asked to report on 2023." in text(report(seen(REGISTER), "oak-2023", "2023"))


def test_requests_without_a_round_are_no_secret_to_staff() -> None:
    """Staff who asked without opening a round read that cities were asked."""
    records = [each for each in load(REGISTER).register.everything() if each.id != "round-2024"]
    view = look(Register.of(records), Lens(as_of=DAY, audience=Audience.INTERNAL))
    assert "Cities were asked to report." in text(report(view, "oak-2023", "2024"))


def test_an_action_under_several_commitments_is_told_once() -> None:
    """It is told in full under its first commitment; the figures and the told examples hold it once."""
    found = report(seen(REGISTER), "oak-2023", "2024")
    assert 1 == entries(found).count("An orchard for all")
    assert "- **Arden**: An orchard for all (told under “Commitment 2: Open the doors”)" in text(found)


def test_a_selection_gives_the_examples_and_the_rest_is_named() -> None:
    """With a selection only the chosen actions are examples; nothing on record disappears."""
    found = report(seen(REGISTER), "oak-2023", "2024")
    trees = next(each for each in found.commitments if each.commitment.id == "plant-trees")
    assert trees.chosen
    assert ["arden-gb/orchard"] == [str(each) for each in trees.examples]
    assert ["arden-gb/orchard", "arden-gb/avenue", "brook-de/grune"] == sorted(
        (str(each) for each in trees.actions), key=["arden-gb/orchard", "arden-gb/avenue", "brook-de/grune"].index
    )
    assert "An avenue (begun in May 2024, last heard of on 1 August 2024)" in text(found)


def test_cities_stand_in_the_order_of_their_names() -> None:
    """Signatories are sorted by folded name, and by nothing else."""
    found = report(seen(REGISTER), "oak-2023", "2024")
    assert ["arden-gb", "brook-de", "dale-gb", "fjord-no", "glen-ie", "unstadt-de"] == [
        each.city for each in found.signatories
    ]


def test_an_office_holder_needs_a_fresh_source() -> None:
    """Of today's officials only those named within twelve months and not known to have left are printed."""
    found = report(seen(REGISTER), "oak-2023", "2024").signatories[0]
    assert ["Ann Acorn"] == [each.name for each in found.officials]


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (datetime.date(2026, 2, 28), []),
        (datetime.date(2026, 3, 1), ["Ann Acorn"]),
        (datetime.date(2027, 3, 1), ["Ann Acorn"]),
        (datetime.date(2027, 3, 2), []),
    ],
)
def test_twelve_months_are_counted_from_as_of(as_of: datetime.date, expected: list[str]) -> None:
    """A source is fresh for a year from the first day of which it may speak, and never before it."""
    view = look(load(REGISTER).register, Lens(as_of=as_of))
    found = annual(view, "oak-2023", None).signatories[0].officials
    assert expected == [each.name for each in found if each.id == "mayor-now"]


def test_a_leap_day_has_a_year_before_it() -> None:
    """29 February counts twelve months back to 28 February."""
    view = look(load(REGISTER).register, Lens(as_of=datetime.date(2028, 2, 29)))
    assert () == annual(view, "oak-2023", None).signatories[0].officials


def test_without_a_period_everything_up_to_as_of_is_told() -> None:
    """Meetings and findings of all years are there; with a period only those that fall in it."""
    everything, edition = (report(seen(REGISTER), "oak-2023", period) for period in ("", "2024"))
    assert {"old-school"} == {each.id for each in everything.events} - {each.id for each in edition.events}
    assert {"year-before"} == {each.id for each in everything.findings} - {each.id for each in edition.findings}


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_declaration_with_nothing_in_it_can_be_told(ending: str) -> None:
    """No commitment, no city, no event: it renders, and prints no percentage."""
    found = made(report(seen(REGISTER), "void-2025"), ending)
    assert b" %" not in found.replace(b"100%", b"")


def test_a_register_without_cities_can_be_told() -> None:
    """A declaration that nobody has joined yet still has its report."""
    records = [each for each in load(REGISTER).register.everything() if each.owner.endswith(("-2023", "-2024"))]
    found = text(report(look(Register.of(records), Lens(as_of=DAY)), "oak-2023"))
    assert "No town is on record as endorsing the declaration." in found


def test_an_unknown_declaration_is_named() -> None:
    """Asking for what is not there says what comes nearest."""
    with pytest.raises(NotFound, match="oak-2032"):
        annual(seen(REGISTER), "oak-2032", None)


@pytest.mark.parametrize(
    ("audience", "city", "expected"),
    [
        (Audience.PUBLIC, "", ""),
        (Audience.CITY, "arden-gb", "For Arden only"),
        (Audience.NETWORK, "", "For the network only"),
        (Audience.INTERNAL, "", "INTERNAL"),
    ],
)
def test_the_banner_says_for_whom_it_is(audience: Audience, city: str, expected: str) -> None:
    """What is not for everybody says so on top."""
    assert expected == lay_out(report(seen(REGISTER, audience, city), "oak-2023"), words()).banner


def test_errors_that_did_not_stop_it_are_said_in_fixed_words() -> None:
    """With the option the report says so, in JSON too, and names no number and no record."""
    fixed = "Errors in the register, if there were any, did not stop this document from being made"
    for audience, banner in ((Audience.PUBLIC, fixed), (Audience.INTERNAL, f"INTERNAL · {fixed}")):
        found = annual(seen(REGISTER, audience), "oak-2023", None, despite_problems=True)
        assert banner == REPORTS["annual"].lay_out(found, words()).banner
        assert b'"despite-problems"' in to_json(found)


def test_a_city_without_its_own_file_is_told_by_its_id() -> None:
    """Staff can look at a register in which a city's own record is missing."""
    records = [each for each in load(REGISTER).register.everything() if each.id != "fjord-no"]
    view = look(Register.of(records), Lens(as_of=DAY, audience=Audience.INTERNAL))
    found = report(view, "oak-2023", "2024")
    assert "| fjord-no " in text(found)
    assert b'"name": "fjord-no"' in made(found, "json")
    assert " countries endorse" not in text(found)


def test_with_known_on_the_figures_say_so() -> None:
    """A report as we knew it on a day prints that day beside its figures."""
    lens = Lens(as_of=DAY, known_on=datetime.date(2026, 1, 2))
    found = report(look(load(REGISTER).register, lens), "oak-2023", "2024")
    assert "Figures are minimums, as known on 2 January 2026." in text(found)
    assert "- **As known on**: 2 January 2026" in text(found)


def test_a_translation_is_told_and_other_words_keep_their_language() -> None:
    """Where there is a translation it is printed; a text without one is marked with its language."""
    page = render(lay_out(report(seen(REGISTER), "oak-2023", "2024"), words()), "html").decode()
    assert "Open doors in Brook" in page
    assert '<bdi lang="de" dir="auto">Das Rathaus steht offen.</bdi>' in page


def test_a_period_of_two_years_is_told() -> None:
    """Any period can be reported on; its selection is the one of the same days."""
    found = annual(seen(REGISTER), "oak-2023", Period.parse("2024-01/2024-12"))
    assert any(each.chosen for each in found.commitments)
    assert "January 2024 to December 2024" in text(found)


@given(records=registers(), lens=lenses(), period=st.sampled_from(["", "2023", "2024", "2024-07/2025-06"]))
def test_any_register_can_be_told(records: list[Record], lens: Lens, period: str) -> None:
    """Whatever a register holds and whoever asks, a report is made in every format, or the declaration is not there."""
    view = look(Register.of(records), lens)
    if view.declaration(DECLARED) is None:
        with pytest.raises(NotFound):
            report(view, DECLARED, period)
        return
    found = report(view, DECLARED, period)
    assert all(made(found, ending) for ending in ENDINGS)
    told = {ref for each in found.commitments for ref in (*each.examples, *each.actions, *each.statements)}
    assert told | {*found.before, *found.elsewhere} <= set(found.deeds)
    assert {each.city for each in found.signatories} == {str(each) for each in found.figures["signatories"].members}
    assert set(found.not_heard_from) <= {city for city in found.states if found.responses_seen or city == lens.city}


def test_both_lanes_are_told_apart_and_the_city_has_the_last_word() -> None:
    """A city's answer stands in its own words; an assessment names its assessor, and the city's reply follows it."""
    found = text(report(seen(REGISTER), "oak-2023", "2024"))
    assert "- **Arden** (fully practised): All doors are open." in found
    assert (
        "practised for the most part; documented; by A panel, 20 February 2025; city and assessor differ. "
        "Two doors were shut. "
        "The city replies: The two doors are open again."
    ) in found


def test_a_later_answer_takes_the_place_of_an_earlier_one() -> None:
    """Only the latest answer of a city for a period is told, whichever file it stands in."""
    held = list(load(REGISTER).register.everything())
    first = next(each for each in held if each.id == "u-doors")
    later = {"id": "u-doors-again", "narrative": "One door is shut.", "date": PartialDate.parse("2025-01-20")}
    view = look(Register.of([first.changed(later), *held]), Lens(as_of=DAY))
    doors = report(view, "oak-2023", "2024").commitments[0]
    assert ["One door is shut."] == [each.narrative for each in doors.told]


def changed(**keys: dict[str, object]) -> Register:
    """The register with some keys of some records, named by their ids with underscores, set anew."""
    named = {name.replace("_", "-"): values for name, values in keys.items()}
    records = load(REGISTER).register.everything()
    return Register.of([each.changed(named[each.id]) if each.id in named else each for each in records])


def stamped(register: Register) -> Register:
    """The same records, each of which says since when it is known."""
    first = datetime.date(2026, 10, 1)
    return Register.of([each if each.recorded else each.changed({"recorded": first}) for each in register.everything()])


def test_as_known_on_is_the_day_of_the_last_record_that_is_seen() -> None:
    """Without known-on no report claims to know more than was recorded; as-of is said apart."""
    late = datetime.date(2026, 10, 5)
    register = changed(orchard={"recorded": late})
    found = text(report(look(stamped(register), Lens(as_of=DAY)), "oak-2023"))
    assert "Figures are minimums, as known on 5 October 2026." in found
    assert "as of 22 November 2026" in found
    found = text(report(look(register, Lens(as_of=DAY)), "oak-2023"))  # most records do not say since when
    assert "Figures are minimums, as known on 22 November 2026." in found


def test_what_is_hidden_does_not_tell_when_it_was_recorded() -> None:
    """A later record that the public may not see does not move the day as known on."""
    hidden = {"recorded": datetime.date(2026, 10, 5), "visibility": Visibility.INTERNAL}
    found = text(report(look(stamped(changed(orchard=hidden)), Lens(as_of=DAY)), "oak-2023"))
    assert "as known on 1 October 2026" in found
    assert "5 October 2026" not in found


def test_no_percentage_of_a_list_that_is_not_whole() -> None:
    """Where a printed total tells of more signatories than are held, the report says so and prints no share of them."""
    found = text(report(seen(SHIPPED), "nyc-2023"))
    assert "1 local leader is on record here as endorsing the declaration. The list of signatories is not held" in found
    assert "a total printed elsewhere says 113." in found
    assert "1 of 1 held here, as known on" in found


def test_a_plan_is_said_to_be_one() -> None:
    """The number of actions says how many of them have not begun."""
    found = report(look(changed(orchard={"status": "pipeline"}), Lens(as_of=DAY)), "oak-2023")
    assert ["arden-gb/orchard"] == [str(each) for each in found.planned]
    assert "1 of these is a plan." in text(found)


def test_a_meeting_before_the_declaration_is_marked() -> None:
    """A meeting that was certainly over before the declaration was adopted says so; another does not."""
    found = text(report(seen(SHIPPED), "hague-2022"))
    assert "October 2021 · *before the declaration*" in found
    assert 1 == found.split("## Dialogues and their findings\n")[1].count("*before the declaration*")


def test_official_clauses_beside_working_titles_do_not_contradict_each_other() -> None:
    """Where some official text is held, only the marked headings are called ours."""
    found = text(report(seen(REGISTER), "elm-2024"))
    assert "The headings marked as working titles are ours" in found
    assert "some official clauses are held here, not all" in found
    assert "The official text is not held here." not in found


def test_the_examples_are_those_that_the_reader_sees() -> None:
    """The sentence on who told of the examples speaks of everything told in full, statements and other cities too."""
    found = report(seen(SHIPPED), "hague-2022")
    events = {"".join(span.text for span in passages(each.title)[0]) for each in found.events}
    told = found.note("told")
    assert told is not None
    assert told.values["examples"] == len([each for each in entries(found) if each not in events])


def test_findings_of_a_year_are_a_numbered_list() -> None:
    """They are numbered as they were printed; where numbers are missing between them, each carries its own."""
    found = report(seen(SHIPPED), "hague-2022")
    assert "\n10. **For mayors and cities**: Cities should monitor" in text(found)
    rest = attrs.evolve(found, findings=tuple(each for each in found.findings if each.number != 9))
    assert "\n- **10. For mayors and cities**: Cities should monitor" in text(rest)
