"""What every look at any register promises."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from pledgekit.dates import day_of
from pledgekit.figures import figures, tally_all
from pledgekit.fingerprint import digest
from pledgekit.ids import Ref
from pledgekit.model.kinds import (
    ACTIONS,
    CITIES,
    CONTACTS,
    DECLARATIONS,
    FINDINGS,
    KINDS,
    RETRACTIONS,
    REVIEWS,
    ROUNDS,
    kind_of,
)
from pledgekit.model.levels import Audience, Visibility
from pledgekit.register import Register
from pledgekit.view import Lens, View, look, namings
from pledgekit.view.order import newest
from pledgekit.view.unnamed import Naming
from tests.registers import CITY, all_revisions, group, lenses, periods, registers

if TYPE_CHECKING:
    from random import Random

    from pledgekit.dates import Period
    from pledgekit.model.record import Record

SEES = {Audience.PUBLIC: 0, Audience.CITY: 0, Audience.NETWORK: 1, Audience.INTERNAL: 2}
OUTSIDE = (Audience.PUBLIC, Audience.CITY, Audience.NETWORK)


def said(view: View, period: Period | None = None) -> tuple[Any, ...]:
    """All that a view tells: its records in order, their digest, and the figures of every declaration."""
    counted = [figures(tally_all(view, each.id, period)) for each in view.all(DECLARATIONS)]
    return list(view.everything()), digest(view.everything()), counted


def unnamed_owners(view: View) -> set[str]:
    """The owners that stand for several cities of a country."""
    return {each.owner for each in view.all(CITIES) if each.kind == "unnamed"}


def closed(records: list[Record], audience: Audience) -> set[tuple[str, str, str]]:
    """The records that are not for an audience, by what is written in their live revision. An account of its own."""
    groups: dict[tuple[str, str, str], list[Record]] = {}
    for each in records:
        groups.setdefault(group(each), []).append(each)
    live = {name: record for name, held in groups.items() if (record := newest(held)) is not None}

    def openness(record: Any) -> int:  # noqa: ANN401  a record of any kind
        kind = kind_of(record)
        if kind is CONTACTS:
            return 2
        if kind is ROUNDS:
            return 0
        if record.visibility is not None:
            return int(record.visibility.rank)
        if kind.table == "replies":
            above = live.get(("assessments", record.assessment.owner, record.assessment.id))
            return 1 if above is None else openness(above)
        if kind.table == "requests":
            span = (record.period.first, record.period.last)
            rounds: list[Any] = [
                each for name, each in live.items() if name[:2] == ("rounds", record.declaration.owner)
            ]
            found = [each for each in rounds if (each.period.first, each.period.last) == span]
            return Visibility(found[0].responses).rank if found else 1
        default: Any = kind.visibility
        return int(default.rank)

    def limit(owner: str) -> int:
        return 1 if audience is Audience.CITY and owner == CITY else SEES[audience]

    return {name for name, record in live.items() if openness(record) > limit(record.owner)}


@given(registers(), lenses(*OUTSIDE), periods())
def test_what_is_not_for_an_audience_might_as_well_not_be_there(
    records: list[Record], lens: Lens, period: Period | None
) -> None:
    """public(register) = public(register without its non-public records); the same for network and for a city."""
    rest = all_revisions(records, closed(records, lens.audience))
    assert said(look(Register.of(rest), lens), period) == said(look(Register.of(records), lens), period)


@given(registers(), lenses(*OUTSIDE, known=False), periods())
def test_what_is_held_back_might_as_well_not_be_there(records: list[Record], lens: Lens, period: Period | None) -> None:
    """The same for what is held back for any reason: a ban, a reply still due, an owner or a ref that is hidden.

    But for actions told without their city's name, of which the audience sees what is left.
    """
    view = look(Register.of(records), lens)
    everything = look(Register.of(records), Lens(as_of=lens.as_of, audience=Audience.INTERNAL))
    gone = {group(each) for each in everything.everything()} - {group(each) for each in view.everything()}
    told = [ref for ref, naming in namings(Register.of(records), lens).items() if naming is Naming.TOLD]
    gone -= {("actions", each.owner, each.id) for each in told}
    assert said(look(Register.of(all_revisions(records, gone)), lens), period) == said(view, period)


@given(registers(), lenses(), periods(), st.randoms(use_true_random=False))
def test_order_never_shows(records: list[Record], lens: Lens, period: Period | None, random: Random) -> None:
    """The order of files, folders and cities changes neither a figure nor the digest of a view."""
    mixed = list(records)
    random.shuffle(mixed)
    assert said(look(Register.of(records), lens), period) == said(look(Register.of(mixed), lens), period)


@given(registers(), lenses(Audience.INTERNAL), periods())
def test_as_we_knew_it_then(records: list[Record], lens: Lens, period: Period | None) -> None:
    """For staff, today's register as known on a day is the register that stood there on that day."""
    known_on = lens.known_on or datetime.date(2024, 1, 1)
    then = [each for each in records if each.recorded is None or day_of(each.recorded) <= known_on]
    at_that_time = look(Register.of(then), Lens(as_of=lens.as_of, audience=Audience.INTERNAL))
    now = look(Register.of(records), Lens(as_of=lens.as_of, known_on=known_on, audience=Audience.INTERNAL))
    assert said(at_that_time, period) == said(now, period)


@given(registers(), lenses(Audience.INTERNAL))
def test_a_wider_audience_never_sees_more(records: list[Record], lens: Lens) -> None:
    """Public sees nothing that a city or network does not, and those nothing that staff does not.

    But for findings: as-of takes one along with its event only for those who may see the event. And but for what is
    told without its city's name, which those who see more see by name.
    """
    register = Register.of(records)

    def names(audience: Audience) -> set[tuple[str, str, str]]:
        city = CITY if audience is Audience.CITY else None
        view = look(register, Lens(as_of=lens.as_of, known_on=lens.known_on, audience=audience, city=city))
        unnamed = unnamed_owners(view)
        return {
            group(each) for each in view.everything() if kind_of(each) is not FINDINGS and each.owner not in unnamed
        }

    public, city, network, internal = map(names, Audience)
    assert (True, True, True) == (public <= city, city <= network, network <= internal)


@given(registers(), lenses(*OUTSIDE))
def test_no_ref_leads_to_what_is_not_seen(records: list[Record], lens: Lens) -> None:
    """Outside staff every ref of a view leads to a record of that view, and no key for staff has a value."""
    view = look(Register.of(records), lens)
    held = {each.ref for each in view.everything()}
    named = set()
    for each in view.everything():
        for key in ("event", "commitment", "declaration", "assessment", "included_in", "parent", "record"):
            named |= {ref} if (ref := getattr(each, key, None)) is not None else set()
        for key in (
            "commitments",
            "actions",
            "inspired_by",
            "settles",
            "superseded_by",
            "examples",
            "builds_on",
            "cities",
        ):
            named |= set(getattr(each, key, ()))
    for review in view.all(REVIEWS):
        named |= {each.record for each in review.seen}
    own = [each for each in view.everything() if lens.audience is not Audience.NETWORK and each.owner != lens.city]
    kept = [each for each in view.everything() if each.note] + [each for each in own if each.extra]
    assert (set(), [], []) == (named - held, kept, [*view.all(CONTACTS), *view.all(RETRACTIONS)])


@given(registers(), lenses())
def test_cities_share_out_a_view(records: list[Record], lens: Lens) -> None:
    """The views of the cities hold every record of a city once, and each all records of declarations.

    What is told without its city's name is in none of them.
    """
    view = look(Register.of(records), lens)
    owners = {each.owner for each in view.all(DECLARATIONS)}
    unnamed = unnamed_owners(view)
    expected = sorted(group(each) for each in view.everything() if each.owner not in unnamed)
    shared = [each for each in expected if each[1] in owners]
    apart = [[group(each) for each in city.everything()] for city in view.by_city()]
    together = sorted(each for held in apart for each in held if each[1] not in owners)
    assert (expected, [shared] * len(apart)) == (
        sorted([*together, *shared]),
        [sorted(each for each in held if each[1] in owners) for held in apart],
    )


@given(registers(), lenses())
def test_every_record_is_found_by_its_ref(records: list[Record], lens: Lens) -> None:
    """`get` gives what `all` yields, and `all` of one owner what that owner holds."""
    view = look(Register.of(records), lens)
    for kind in KINDS.values():
        every = list(view.all(kind))
        assert every == [view.get(kind, each.ref) for each in every]
        assert every == [each for owner in sorted({each.owner for each in every}) for each in view.all(kind, owner)]


@given(registers(), lenses(*OUTSIDE), periods())
def test_what_is_told_without_a_name_is_in_no_figure(records: list[Record], lens: Lens, period: Period | None) -> None:
    """No member of any figure is, or belongs to, an owner that stands for several cities."""
    view = look(Register.of(records), lens)
    unnamed = unnamed_owners(view)
    counted = [each for one in view.all(DECLARATIONS) for each in figures(tally_all(view, one.id, period)).values()]
    members = {member.owner for figure in counted for member in figure.members if isinstance(member, Ref)}
    assert set() == members & unnamed


@given(registers(), lenses(*OUTSIDE))
def test_what_is_told_without_a_name_is_filed_and_bare(records: list[Record], lens: Lens) -> None:
    """It is a public action of which nothing but the allow-list is left, under a commitment that is seen."""
    view = look(Register.of(records), lens)
    held = {each.ref for each in view.everything()}
    for owner in unnamed_owners(view):
        for each in view.all(ACTIONS, owner):
            gone = (each.evidence, each.sources, each.inspired_by, each.confirmed, each.recorded, each.origin)
            assert ((), (), (), None, None, None) == gone
            assert (True, True) == (bool(each.commitments), set(each.commitments) <= held)
