"""What is told without its city's name: which actions, what is left of them, and when nothing is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pledgekit.fingerprint import fingerprint
from pledgekit.ids import Ref
from pledgekit.model.kinds import ACTIONS, CITIES
from pledgekit.model.levels import Audience
from pledgekit.register import Register
from pledgekit.view import Lens, namings
from pledgekit.view.unnamed import Names, Naming, names_of
from tests.registers import BASE, CITY, DECLARED, day, made, refs, seen

if TYPE_CHECKING:
    from pledgekit.model.record import Record

OTHERS: tuple[Record, ...] = (
    made("city", "", "bergen-no", name="Bergen"),
    made("endorsements", "signed", "bergen-no"),
    made("city", "", "molde-no", name="Molde"),
    made("endorsements", "signed", "molde-no"),
)
STAND_IN = "unnamed-no"


def deed(**values: Any) -> Any:  # noqa: ANN401  an action
    """A public action of Oslo."""
    return made("actions", "deed", **values)


def review(*records: Record, verdict: str = "may-publish-unnamed", name: str = "leave", **values: Any) -> Record:  # noqa: ANN401  keys of the format
    """A review of some records as they are."""
    looked = [{"record": str(each.ref), "content": fingerprint(each)} for each in records]
    found: Record = made("reviews", name, verdict=verdict, seen=looked, **values)
    return found


def became(*records: Record, audience: str = "public", known_on: str = "") -> list[str]:
    """What becomes of the actions under review."""
    names = {each.ref for each in records}
    register = Register.of([*(each for each in BASE if each.ref not in names), *records])
    city = CITY if audience == "city" else None
    known = day(known_on) if known_on else None
    lens = Lens(as_of=day("2026-01-01"), known_on=known, audience=Audience(audience), city=city)
    return [each.value for each in namings(register, lens).values()]


def told(action: Record, *more: Record) -> str:
    """What becomes of an action with a review that fits it."""
    (found,) = became(
        action, review(action), *more, *(each for each in OTHERS if each.ref not in {m.ref for m in more})
    )
    return found


def test_it_is_told_of_a_city_of_its_country() -> None:
    """The public sees it under an owner that stands for cities of its country; whoever sees more sees it by name."""
    records = (deed(), review(deed()), *OTHERS)
    (ref,) = refs(seen(*records), "actions")
    assert STAND_IN == Ref.parse(ref).owner
    for audience in ("city", "network", "internal"):
        assert [f"{CITY}/deed"] == refs(seen(*records, audience=audience), "actions")


def test_another_city_is_not_told_the_name() -> None:
    """What is told to one city of another is what the public is told."""
    theirs = made("actions", "deed", "bergen-no", title="Evenings")
    assert [STAND_IN] == [each.owner for each in seen(theirs, review(theirs), *OTHERS, audience="city").all(ACTIONS)]


def test_the_stand_in_says_no_more_than_the_country() -> None:
    """It has a name, a kind and a country, and nothing else."""
    city = seen(deed(), review(deed()), *OTHERS).get(CITIES, Ref(STAND_IN))
    assert city is not None
    assert made("city", "", STAND_IN, name="A city, Norway", kind="unnamed", country="NO") == city


FULL: dict[str, Any] = {
    "title": "Dialogue days",
    "summary": "Neighbours met.",
    "filed_by": "city",
    "kind": "programme",
    "status": "closed",
    "status_since": "2025",
    "start": "2024-05",
    "end": "2024-06",
    "described": "2024-07",
    "start_text": "spring",
    "lang": "en",
}
LOST: dict[str, Any] = {
    "told_by": "city",
    "confirmed": "2024-06-01",
    "responsible": "Office of dialogue",
    "partners": ["Schools"],
    "inspired_by": [f"{CITY}/other"],
    "results": [{"indicator": "people", "value": 7}],
    "evidence": [{"title": "A page", "url": "https://example.org"}],
    "sources": [{"title": "A mail"}],
    "remark": "Beside it",
    "note": "For staff",
    "extra": {"colour": "red"},
    "recorded": "2025-01-01",
    "recorded_by": "Ada",
    "confirmed_text": "in June",
    "translations": {"nl": {"title": "Dagen", "remark": "Ernaast", "seen": "sha256:0"}, "de": {"seen": "sha256:0"}},
}


def test_only_an_allow_list_survives() -> None:
    """Title, summary, commitments, who filed it, kind, status, dates and their words, translations."""
    action = deed(**FULL, **LOST)
    (left,) = seen(action, review(action), *OTHERS).all(ACTIONS)
    kept = {key: value for key, value in FULL.items() if key != "lang"}
    expected = made("actions", left.id, STAND_IN, **kept, visibility="public", translations={"nl": {"title": "Dagen"}})
    assert (expected, None, "") == (left, left.origin, left.recorded_by)


def test_its_id_tells_nothing() -> None:
    """It is made of what is left: whatever the record was called and whatever is gone, it is the same."""
    one, other = deed(**FULL), made("actions", "other-id", **FULL, **{**LOST, "translations": {}})
    found = [next(seen(each, review(each), *OTHERS).all(ACTIONS)).id for each in (one, other)]
    assert found[0] == found[1]
    assert [found[0]] == [each.id for each in seen(one, other, review(one, other), *OTHERS).all(ACTIONS)]


@pytest.mark.parametrize("lang", ["", "fr"])
def test_its_language_does_not_survive(lang: str) -> None:
    """Neither its own nor its city's: perhaps one city of the country speaks it."""
    city = made("city", languages=["fr", "no"])
    (left,) = seen(city, deed(lang=lang), review(deed(lang=lang)), *OTHERS).all(ACTIONS)
    assert "" == left.lang


def test_a_translation_into_the_language_of_few_does_not_survive() -> None:
    """What is in a language of one or two of those who could be meant leads to them; of all or of none it does not."""
    cities = [made("city", "", each, languages=["no", "fr"][: 1 + (each == CITY)]) for each in (CITY, "bergen-no")]
    more = (*cities, made("city", "", "molde-no", languages=["no"]), *OTHERS[1::2])
    action = deed(translations={each: {"title": "Dialogue"} for each in ("fr", "no", "de")})
    (left,) = seen(action, review(action), *more).all(ACTIONS)
    assert ["de", "no"] == sorted(left.translations)


@pytest.mark.parametrize(
    "summary", ["Held together with Bergen and Molde.", "With Molde", "With Moldes Bydel", "Mayor Moe came", "With MLD"]
)
def test_cities_that_its_text_names_are_not_meant(summary: str) -> None:
    """Who reads that it was held with two of three knows the third: those named do not count."""
    more = (
        made("city", "", "molde-no", name="Molde", aliases=["MLD"]),
        made("city", "", "bydel-no", name="Moldes Bydel", kind="district", parent="molde-no"),
        made("officials", "mayor", "molde-no", name="Jo Moe", visibility="public"),
    )
    voss = [made("city", "", f"{each.lower()}-no", name=each) for each in ("Voss", "Hamar")]
    signed = [made("endorsements", "signed", each.id) for each in voss]
    action = deed(summary=summary)
    assert ("others", "told") == (told(action, *more), told(action, *more, *voss, *signed))


@pytest.mark.parametrize(
    "others",
    [
        OTHERS[:2],
        (*OTHERS[:3], made("endorsements", "signed", "molde-no", act="announced")),
        (*OTHERS, made("endorsements", "left", "molde-no", act="ended", date="2024-01-01")),
        (*OTHERS[:2], made("city", "", "molde-no", country="SE"), OTHERS[3]),
        (*OTHERS[:2], made("city", "", "molde-no", kind="region"), OTHERS[3]),
        (*OTHERS[:2], made("city", "", "molde-no", until="2024"), OTHERS[3]),
        (*OTHERS[:2], made("city", "", "molde-no", visibility="network"), OTHERS[3]),
        (*OTHERS[:3], made("endorsements", "signed", "molde-no", visibility="network")),
    ],
)
def test_it_is_not_told_of_fewer_than_three(others: tuple[Record, ...]) -> None:
    """Three cities of the country that the audience sees, that are there still and endorse what it is filed under."""
    assert ["few"] == became(deed(), review(deed()), *others)


def test_its_own_city_need_not_endorse() -> None:
    """Then three others must: they are who will be thought of."""
    gone = made("endorsements", "signed", act="announced")
    more = (made("city", "", "voss-no", name="Voss"), made("endorsements", "signed", "voss-no"))
    assert ("few", "told") == (told(deed(), gone), told(deed(), gone, *more))


def test_all_its_declarations_count() -> None:
    """Of two declarations those who endorse both are thought of."""
    second = (made("declaration", "", "nyc-2023"), made("commitments", "gather", "nyc-2023"))
    action = deed(commitments=[f"{DECLARED}/speak-out", "nyc-2023/gather"])
    both = [made("endorsements", "too", each, declaration="nyc-2023") for each in (CITY, "bergen-no", "molde-no")]
    assert ("few", "told") == (told(action, *second, *both[:2]), told(action, *second, *both))


def test_what_is_filed_nowhere_is_not_told() -> None:
    """Nor what is filed under a commitment that is not seen; of several only those that are remain."""
    hidden = made("commitments", "hidden", visibility="network")
    elsewhere = deed(commitments=[f"{DECLARED}/hidden"])
    both = deed(commitments=[f"{DECLARED}/hidden", f"{DECLARED}/speak-out"])
    assert ("unfiled", "unfiled") == (told(deed(commitments=[])), told(elsewhere, hidden))
    (left,) = seen(both, review(both), hidden, *OTHERS).all(ACTIONS)
    assert (Ref(DECLARED, "speak-out"),) == left.commitments


@pytest.mark.parametrize(
    "values",
    [
        {"title": "Dialogue days in Oslo"},
        {"summary": "The OSLO model"},
        {"translations": {"de": {"title": "Osloer Tage"}}},
        {"start": "2024", "start_text": "when Oslo met"},
        {"summary": "Christiania meets"},
        {"summary": "Ask the Tigerstaden"},
        {"summary": "In Grünerløkka, neighbours met"},
        {"summary": "Opened by Jane Doe"},
        {"summary": "Mayor Doe opened it"},
        {"summary": "Mayor Roe opened it"},
        {"summary": "Kristiania listed it"},
        {"summary": "More: https://example.org"},
        {"summary": "See www.example.org"},
        {"summary": "Write to a@example.org"},
        {"summary": "See oslo-no/deed"},
        {"summary": "See Q585"},
    ],
)
def test_a_text_that_gives_it_away_is_not_told(values: dict[str, Any]) -> None:
    """A name of the city, of a district or of somebody in office that the audience sees, an id, an address."""
    more = (
        made(
            "city",
            local_names={"la": "Christiania"},
            aliases=["Tigerstaden"],
            identifiers={"wikidata": "Q585"},
        ),
        made("city", "", "grunerlokka-no", name="Grünerløkka", kind="district", parent=CITY),
        made("officials", "mayor", name="Jane Doe", visibility="public"),
        made("endorsements", "signed", official="Mary Roe", listed_as="Kristiania"),
    )
    assert ("named", "told") == (told(deed(**values), *more), told(deed(summary="Neighbours met"), *more))


def test_a_name_hides_as_a_word_alone() -> None:
    """Whole names count where a word begins, short ones as whole words, long words of a name as they are written."""
    names = Names(frozenset({"ulm", "bern", "東京"}), frozenset({"Highland"}))
    texts = ("culmination", "ulmer", "in Ulm.", "Berner", "hibernate", "Highland games", "highland", "大東京都")
    assert ["", "", "ulm", "bern", "", "Highland", "", "東京"] == [names.found_in(each) for each in texts]
    city = made("city", "", "highland-park-il-us", name="Highland Park", aliases=["The Park"])
    found = names_of(city, (), (), ("Madonna", "Ann Lee", "Bo Li"))
    whole = {"highland park", "the park", "highland park il us", "madonna", "ann lee", "bo li"}
    assert (whole, {"Highland", "Lee"}) == (set(found.whole), set(found.words))


def test_what_changed_since_is_not_told() -> None:
    """The leave was for what was read. Until somebody has read it again, nothing of it is shown."""
    second = deed(revision=2, title="Days in the square", recorded="2025-06-01")
    again = review(second, name="again", recorded="2025-07-01")
    assert ("changed", "changed") == (
        told(deed(), second),
        *became(deed(), second, review(deed()), *OTHERS, known_on="2025-01-01"),
    )
    both = (deed(), second, review(deed()), again, *OTHERS)
    assert ["told"] == became(*both)
    assert ["Days in the square"] == [each.title for each in seen(*both).all(ACTIONS)]


@pytest.mark.parametrize("values", [{"visibility": "network"}, {"visibility": None}])
def test_a_review_never_opens(values: dict[str, Any]) -> None:
    """What is not public is not told without its name either; nor what was made narrower later."""
    later = deed(revision=2, visibility="network", recorded="2025-06-01")
    narrowed = became(deed(), later, review(deed()), *OTHERS, known_on="2025-01-01")
    assert ("narrow", ["narrow"]) == (told(deed(**values)), narrowed)


def test_a_ban_is_stronger() -> None:
    """What must not be published is not told without its name."""
    assert "narrow" == told(deed(), review(deed(), verdict="must-not-publish", name="ban"))


def test_leave_is_taken_back_with_its_review() -> None:
    """Then the record is public again, by name."""
    gone = made("retractions", "gone", record=f"{CITY}/leave")
    assert [f"{CITY}/deed"] == refs(seen(deed(), review(deed()), gone, *OTHERS), "actions")


@pytest.mark.parametrize(
    "city",
    [
        made("city", kind="region"),
        made("city", kind="network", country=None),
        made("city", country=""),
        made("city", visibility="network"),
    ],
)
def test_only_of_cities(city: Record) -> None:
    """Of a region, a network or an owner that is not seen "a city in Norway" would be untrue or too much."""
    assert "place" == told(deed(), city)


@pytest.mark.parametrize("other", [made("city", "", STAND_IN, name="Real"), made("declaration", "", STAND_IN)])
def test_an_owner_of_that_id_is_in_the_way(other: Record) -> None:
    """No other owner gets what is told of a stand-in."""
    assert "place" == told(deed(), other)


def test_other_kinds_are_hidden() -> None:
    """Only an action can be told without a name."""
    profile = made("profiles", "portrait", visibility="public")
    view = seen(profile, review(profile), *OTHERS)
    assert ([], {"profiles": 1}) == (
        refs(view, "profiles"),
        {k: n for k, n in view.held_back.items() if k != "reviews"},
    )


def test_what_is_told_is_not_held_back() -> None:
    """Staff are told how many records stay out altogether."""
    hidden = made("actions", "hidden", visibility="network")
    found = [seen(deed(), *more, review(deed()), *OTHERS).held_back.get("actions", 0) for more in ((), (hidden,))]
    assert [0, 1] == found


def test_it_belongs_to_no_city() -> None:
    """The views of single cities, over which figures fold, do not hold it."""
    view = seen(deed(), review(deed()), *OTHERS)
    assert ["bergen-no", "molde-no", CITY] == [each.only for each in view.by_city()]
    assert [Naming.TOLD] == [*map(Naming, became(deed(), review(deed()), *OTHERS))]
