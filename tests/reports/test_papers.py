"""The reports on cities, commitments and findings: what they say, what they never say, the same bytes every time."""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgekit.errors import NotFound, UsageError
from pledgekit.model.document import Bullets, Entry, Heading, Table
from pledgekit.model.kinds import CITIES, COMMITMENTS, DECLARATIONS
from pledgekit.model.levels import Audience
from pledgekit.register import Register
from pledgekit.render import FORMATS, render_fragment
from pledgekit.reports import REPORTS
from pledgekit.reports.city import CityReport
from pledgekit.view import Lens, View, look
from pledgekit.words import words
from tests.registers import lenses, registers
from tests.registers import made as record
from tests.registers import seen as looked
from tests.reports.goldens import DAY, REGISTER, SHIPPED, seen
from tests.reports.papers import FOLDER, NEW, goldens, made, paper

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pledgekit.model.record import Record

ENDINGS = (*FORMATS, "json", "fragment.md", "fragment.html")


@cache
def written() -> dict[str, bytes]:
    """The golden files, made now."""
    return goldens()


def subjects(view: View) -> Iterator[tuple[str, str]]:
    """Every new report that can be made of a view, with its subject."""
    for city in view.by_city():
        if view.city(city.only) is not None:  # no city in name alone, and none that is not named
            yield "city", city.only
            yield "spotlight", city.only
    for declaration in view.all(DECLARATIONS):
        yield "findings", declaration.owner
    for commitment in view.all(COMMITMENTS):
        yield "commitment", str(commitment.ref)


def text(view: View, name: str, subject: str, period: str = "") -> str:
    """A report as Markdown."""
    return made(name, paper(view, name, subject, period), "md").decode()


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.iterdir()))
def test_reports_look_as_they_did(name: str) -> None:
    """Every report matches its golden file; after a wanted change: python -m tests.reports.papers."""
    assert (FOLDER / name).read_bytes() == written()[name]


def test_every_golden_file_is_held() -> None:
    """No report that should be compared is missing."""
    assert sorted(written()) == sorted(path.name for path in FOLDER.iterdir())


@pytest.mark.parametrize("ending", ENDINGS)
def test_nothing_inside_leaks(ending: str) -> None:
    """No word of a non-public field or record stands in a public report, in any format."""
    view = seen(REGISTER)
    for name, subject in subjects(view):
        try:
            found = paper(view, name, subject)
        except NotFound:  # a commitment that another one took the place of
            continue
        assert b"CANARY" not in made(name, found, ending), (name, subject)


def test_the_canaries_are_alive() -> None:
    """What must not leak is really there: staff see it."""
    view = seen(REGISTER, Audience.INTERNAL)
    every = "".join(text(view, name, "arden-gb") for name in ("city", "spotlight"))
    for canary in ("network action", "internal action", "evidence", "answer", "narrative", "rationale"):
        assert f"CANARY {canary}" in every


def test_a_city_sees_its_own_network_records_and_no_other_citys() -> None:
    """With audience city, what is open to the network is told of the city itself; staff's records are not."""
    own = made("city", paper(seen(REGISTER, Audience.CITY, "arden-gb"), "city", "arden-gb"), "json")
    assert b"CANARY network action" in own
    for canary in (b"CANARY internal", b"CANARY note", b"CANARY contact", b"CANARY city note"):
        assert canary not in own


def test_a_register_of_what_the_public_sees_gives_the_same_reports() -> None:
    """What is hidden leaves no trace: without it the public reports are the same, byte for byte."""
    public = seen(REGISTER)
    again = look(Register.of(public.everything()), Lens(as_of=DAY))
    for name, subject in (("city", "arden-gb"), ("spotlight", "arden-gb"), ("findings", "oak-2023")):
        expected = made(name, paper(public, name, subject), "json")
        assert expected == made(name, paper(again, name, subject), "json")


@given(records=registers(), lens=lenses(), period=st.sampled_from(["", "2023", "2024", "2024-07/2025-06"]))
def test_any_register_can_be_told(records: list[Record], lens: Lens, period: str) -> None:
    """Whatever a register holds and whoever asks, each report is made in every format, or its subject is not there."""
    view = look(Register.of(records), lens)
    for name, subject in subjects(view):
        try:
            found = paper(view, name, subject, period)
        except NotFound:
            assert "commitment" == name
            continue
        assert all(made(name, found, ending) for ending in ENDINGS)


@pytest.mark.parametrize(
    ("name", "subject", "said"),
    [
        ("city", "ardne-gb", "ardne-gb"),
        ("spotlight", "nowhere-xx", "nowhere-xx"),
        ("commitment", "oak-2023/open-dors", "open-doors"),
        ("commitment", "not a ref", "not a ref"),
        ("commitment", "oak-2023/old-talk", "oak-2023/talk"),
        ("findings", "oak-2032", "oak-2023"),
    ],
)
def test_an_unknown_subject_is_named(name: str, subject: str, said: str) -> None:
    """Asking for what is not there says what comes nearest."""
    with pytest.raises(NotFound, match=said):
        paper(seen(REGISTER), name, subject)


@pytest.mark.parametrize("name", NEW)
def test_the_sentences_that_must_stand_in_a_public_report(name: str) -> None:
    """Each report says, word for word, what a public report has to say."""
    subject = {"city": "oslo-no", "spotlight": "oslo-no", "commitment": "hague-2022/speak-out"}.get(name, "hague-2022")
    found = text(seen(SHIPPED), name, subject)
    assert "shows examples. It is not a ranking, an audit or an evaluation of any city." in found
    assert "No entry means that we hold no information. It does not mean that nothing was done." in found
    assert "Figures are minimums, as known on 22 November 2026." in found
    if name != "findings":
        assert "were confirmed by the city" in found
        assert "The official text is not held here." in found


@pytest.mark.parametrize("name", NEW)
def test_errors_that_did_not_stop_it_are_said(name: str) -> None:
    """With the option each report says so, in JSON too."""
    subject = {"city": "arden-gb", "spotlight": "arden-gb", "commitment": "oak-2023/talk"}.get(name, "oak-2023")
    found = REPORTS[name].make(seen(REGISTER), subject, None, despite_problems=True)
    assert "Errors in the register" in REPORTS[name].lay_out(found, words()).banner
    assert b'"despite-problems"' in made(name, found, "json")


def test_a_city_with_nothing_on_record_is_invited() -> None:
    """It gets an invitation in place of an empty list of what we hold."""
    found = text(seen(SHIPPED), "city", "arnhem-nl")
    assert "An invitation" in found
    assert "What we hold on record" not in found
    assert "An invitation" not in text(seen(SHIPPED), "city", "the-hague-nl")


def test_no_heading_stands_over_nothing() -> None:
    """Whatever is not there has no section, in any city's report."""
    view = seen(REGISTER)
    for city in view.all(CITIES):
        blocks = REPORTS["city"].lay_out(paper(view, "city", city.owner), words()).blocks
        for one, other in zip(blocks, (*blocks[1:], None), strict=True):
            assert not (isinstance(one, Heading) and (other is None or isinstance(other, Heading)))
            assert not (isinstance(one, Bullets | Table) and not (one.items if isinstance(one, Bullets) else one.rows))


def test_practices_stand_in_the_order_of_names() -> None:
    """Three practices at most, of other cities, by city name."""
    found = paper(seen(SHIPPED), "city", "the-hague-nl")
    assert isinstance(found, CityReport)
    names = [found.name(each.city) for each in found.practices]
    assert sorted(names) == names
    assert 3 == len(names)
    assert "the-hague-nl" not in {each.city for each in found.practices}


def test_the_same_declarations_the_city_endorsed_and_no_others() -> None:
    """All declarations in force are told, in the order of their adoption."""
    found = json.loads(made("city", paper(seen(REGISTER), "city", "arden-gb"), "json"))
    assert ["oak-2023", "elm-2024"] == [each["declaration"] for each in found["declarations"]]
    assert ("pledgekit/city-report", 1) == (found["format"], found["format_version"])


def test_open_questions_are_told_with_their_day() -> None:
    """A round that is open, or was, stands among what we ask, with the day by which answers were asked."""
    inside = seen(REGISTER, Audience.NETWORK)
    assert "please answer by 31 January 2027" in text(inside, "city", "dale-gb")
    assert "were due by 31 January 2025. Your answer is still welcome." in text(inside, "city", "brook-de")


def test_a_fragment_is_a_part_of_a_page() -> None:
    """No html, head, body, style or script; headings begin at the second level; ids are its own."""
    found = made("commitment", paper(seen(REGISTER), "commitment", "oak-2023/open-doors"), "fragment.html").decode()
    assert not re.search(r"<(?:!doctype|html|head|body|style|script|h1)\b", found, re.IGNORECASE)
    assert found.startswith("<section")
    assert "style=" not in found
    levels = [int(level) for level in re.findall(r"<h(\d)", found)]
    assert 2 == levels[0]
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    ids = re.findall(r' id="([^"]*)"', found)
    assert all(each.startswith("pledgekit-") for each in ids)
    assert len(set(ids)) == len(ids)


def test_a_fragment_has_two_formats() -> None:
    """Anything else is refused by name."""
    document = REPORTS["commitment"].lay_out(paper(seen(REGISTER), "commitment", "oak-2023/talk"), words())
    with pytest.raises(UsageError, match="txt"):
        render_fragment(document, "txt")


@pytest.mark.parametrize("ending", ["md", "txt", "html"])
def test_internal_is_said_on_top_and_at_the_end(ending: str) -> None:
    """In text INTERNAL begins and ends the paper; on printed pages it stands on each."""
    found = made("city", paper(seen(REGISTER, Audience.INTERNAL), "city", "fjord-no"), ending).decode()
    if ending == "html":
        assert '@top-center { content: "INTERNAL"' in found
    else:
        lines = [line.strip("*> ") for line in found.splitlines() if line.strip("*> ")]
        assert ("INTERNAL", "INTERNAL") == (lines[0], lines[-1])


def test_what_is_printed_on_each_page_cannot_end_its_string() -> None:
    """A city's name is written in escapes, so that nothing in it steers the style sheet."""
    view = looked(record("city", name='"} </style><b>'), audience="city")
    found = made("city", paper(view, "city", "oslo-no"), "html").decode()
    assert 1 == found.count("</style>")
    assert "\\22 \\7d \\20 \\3c " in found


def test_a_portrait_answers_questions() -> None:
    """Profiles are told question by question, the newest first; population with its year; who followed the example."""
    view = looked(
        record(
            "city",
            population={"value": 709000, "year": 2023},
            local_names={"nn": "Oslo", "se": "Oslove"},
            parent="paris-fr",
            remark="A remark.",
        ),
        record("city", "", "paris-fr", name="Paris", country="FR"),
        record("profiles", "old", visibility="public", question="Why?", text="Because.", year=2021),
        record("profiles", "new", visibility="public", question="What now?", text="More.\n\nMuch.", year=2024),
        record("profiles", "none", visibility="public", question="When?", text="Some time.", sources=[{"title": "A"}]),
        record("events", "berlin", cities=["oslo-no"], state="held"),
        record("actions", "deed", title="A deed", date="2024-03-01"),
        record("actions", "copy", "paris-fr", title="A copy", inspired_by=["oslo-no/deed"], date="2024-04-01"),
    )
    found = text(view, "spotlight", "oslo-no", "2023")
    assert "709,000 (2023)" in found
    assert found.index("What now?") < found.index("Why?") < found.index("When?")
    assert "What others did after its example" in found
    assert "A copy" in found
    assert "Oslove" in found
    assert "**Part of**: Paris" in found


def test_a_portrait_without_anything_invites() -> None:
    """A city of which nothing is held is invited; a population without a year is a number; nobody is in office."""
    view = looked(record("city", population={"value": 5}))
    found = text(view, "spotlight", "oslo-no")
    assert "We hold no portrait of Oslo yet." in found
    assert "**Inhabitants**: 5\n" in found
    assert "**In office**: The office-holder of today is not on record here.\n" in found
    once = looked(record("officials", "old", visibility="public", name="A. Before", office="Mayor", seen="2019"))
    assert "The office-holder of today is not on record here." in text(once, "spotlight", "oslo-no")
    assert "Dialogues" not in text(looked(record("events", "e", cities=["oslo-no"])), "spotlight", "oslo-no", "2020")


def test_findings_say_on_what_they_build_and_what_shows_them() -> None:
    """A finding names earlier findings, with their year where they have one, and its examples; unnumbered ones too."""
    view = looked(
        record("findings", "first", year=2022, number=1, text="Talk.", addressed_to="cities"),
        record("findings", "bare", text="Sing."),
        record("findings", "second", year=2023, text="Talk more.", builds_on=["hague-2022/first", "hague-2022/bare"]),
        record("findings", "third", year=2023, number=2, text="Do.", examples=["oslo-no/deed", "oslo-no/none"]),
        record("events", "berlin", title="Berlin", state="held"),
        record("findings", "of-berlin", event="hague-2022/berlin", text="Mayors matter.", examples=["oslo-no/deed"]),
        record("actions", "deed", title="A deed", date="2024-03-01", commitments=[]),
    )
    found = text(view, "findings", "hague-2022")
    assert "Builds on a finding of 2022: Talk." in found
    assert "Builds on: Sing." in found
    assert "### Finding 1: For mayors and cities" in found
    assert "Further findings" in found
    assert 2 == found.count("**Oslo**: A deed")
    assert "What single dialogues found" in found


def test_a_commitment_names_what_is_like_it_and_what_cites_it() -> None:
    """Like commitments of other declarations are named when they are seen, and findings that cite its examples."""
    view = looked(
        record("declaration", "", "nyc-2023", title="New York Declaration", adopted="2023-09-21"),
        record("commitments", "alike", "nyc-2023", title="Speak up"),
        record(
            "commitments",
            "speak-out",
            maps_to=[
                {"commitment": "nyc-2023/alike", "relation": "same"},
                {"commitment": "nyc-2023/gone", "relation": "broader"},
            ],
        ),
        record("actions", "deed", title="A deed", date="2024-03-01"),
        record("findings", "shown", year=2024, text="It works.", examples=["oslo-no/deed"]),
    )
    found = text(view, "commitment", "hague-2022/speak-out")
    assert "- Speak up (New York Declaration; the same)" in found
    assert "broader" not in found
    assert "**Finding**: It works." in found


def test_a_city_that_endorses_nothing_may_join() -> None:
    """It is told what is open to it, and asked whether it would like to endorse."""
    view = looked(record("declaration", open_to="cities of Europe"), record("city", "", "rome-it", name="Rome"))
    found = text(view, "city", "rome-it")
    assert "The Hague Declaration (open to cities of Europe)" in found
    assert "Say whether you would like to endorse a declaration." in found


def test_a_commitments_examples_are_all_that_it_tells_in_full() -> None:
    """Actions, statements and what others do are counted where the report says who told of them."""
    found = paper(seen(SHIPPED), "commitment", "hague-2022/speak-out")
    document = REPORTS["commitment"].lay_out(found, words())
    entries = sum(isinstance(each, Entry) for each in document.blocks)
    assert f"Of {entries} examples," in made("commitment", found, "md").decode()
