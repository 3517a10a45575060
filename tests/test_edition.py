"""The public edition: whoever reads it learns nothing of what is not public, whatever the register holds beside it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from pledgekit.checks import Tier, check
from pledgekit.exports.folders import register_files
from pledgekit.fingerprint import fingerprint
from pledgekit.model.kinds import ACTIONS, KINDS
from pledgekit.model.levels import Audience
from pledgekit.register import Loaded, Register
from pledgekit.reports import REPORTS
from pledgekit.view import Lens, look
from tests.edition import ENDINGS, differing, given_out, printed
from tests.exports.test_folders import public, read
from tests.registers import DAYS, DECLARED, MOMENTS, all_revisions, lenses, made, periods, registers
from tests.reports.editions import DAY, RECORDS
from tests.reports.editions import SINCE as EARLIER
from tests.view.test_correcting import held_back
from tests.view.test_properties import OUTSIDE, closed

if TYPE_CHECKING:
    from pledgekit.dates import Period
    from pledgekit.model.record import Record

SINCE = [*DAYS, *(each.isoformat()[:10] for each in MOMENTS)]


def days() -> st.SearchStrategy[datetime.date | None]:
    """Draw the day of an earlier edition, or none."""
    return st.none() | st.sampled_from([datetime.date.fromisoformat(each) for each in SINCE])


def without_what_is_not_public(
    records: list[Record], lens: Lens, period: Period | None, since: datetime.date | None
) -> None:
    """Compare a register with itself, without what is by its own word not for the audience."""
    rest = all_revisions(records, closed(records, lens.audience))
    expected = given_out(Register.of(rest), lens, period, since)
    assert {} == differing(expected, given_out(Register.of(records), lens, period, since))


def without_what_is_held_back(
    records: list[Record], lens: Lens, period: Period | None, since: datetime.date | None
) -> None:
    """Compare a register with itself, without what the audience does not see for any reason."""
    rest = all_revisions(records, held_back(records, lens))
    expected = given_out(Register.of(rest), lens, period, since)
    assert {} == differing(expected, given_out(Register.of(records), lens, period, since))


def as_a_register(records: list[Record], lens: Lens, period: Period | None) -> None:
    """Compare the public reports of a register with those of the register that was given out of it.

    But for the list of corrections: a copy holds no earlier versions and no retractions, so it knows of none.
    """
    whole = Register.of(records)
    copy = read(register_files(whole, look(whole, lens)))
    assert () == copy.problems
    expected, found = (printed(look(each, public(lens)), period, None) for each in (whole, copy.register))
    apart = differing(expected, found)
    assert {} == {name: lines for name, lines in apart.items() if not name.startswith("corrections")}


# What Hypothesis shows of a register that fails is long; that is no fault.
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

Strategies = dict[str, st.SearchStrategy[Any]]
ANY: Strategies = {"records": registers(), "lens": lenses(*OUTSIDE), "period": periods(), "since": days()}
TODAY: Strategies = {**ANY, "lens": lenses(*OUTSIDE, known=False)}
SHARED: Strategies = {
    "records": registers(),
    "lens": lenses(Audience.PUBLIC, Audience.NETWORK),
    "period": periods(),
}
# Each makes everything twice; thousands of looks stand in tests/view. To shrink a failure takes minutes: `make faults`.
FEW = settings(max_examples=12, phases=[Phase.explicit, Phase.generate])
MANY = settings(max_examples=500)


@given(**ANY)
@FEW
def test_what_is_not_public_might_as_well_not_be_there(
    records: list[Record], lens: Lens, period: Period | None, since: datetime.date | None
) -> None:
    """public(register) = public(register without its non-public records), byte for byte, in all that is given out."""
    without_what_is_not_public(records, lens, period, since)


@given(**TODAY)
@FEW
def test_what_is_held_back_might_as_well_not_be_there(
    records: list[Record], lens: Lens, period: Period | None, since: datetime.date | None
) -> None:
    """The same without all that is not shown, whatever keeps it back: a ban, a reply still due, a hidden owner."""
    without_what_is_held_back(records, lens, period, since)


@given(**SHARED)
@FEW
def test_a_copy_tells_what_the_register_tells(records: list[Record], lens: Lens, period: Period | None) -> None:
    """The public reports of a register that was given out are those of the register; it only knows no corrections."""
    as_a_register(records, lens, period)


@pytest.mark.faults
@given(**ANY)
@MANY
def test_five_hundred_registers_without_what_is_not_public(
    records: list[Record], lens: Lens, period: Period | None, since: datetime.date | None
) -> None:
    """The proof again, over as many registers as nobody can think of."""
    without_what_is_not_public(records, lens, period, since)


@pytest.mark.faults
@given(**TODAY)
@MANY
def test_five_hundred_registers_without_what_is_held_back(
    records: list[Record], lens: Lens, period: Period | None, since: datetime.date | None
) -> None:
    """The same without all that is not shown."""
    without_what_is_held_back(records, lens, period, since)


@pytest.mark.faults
@given(**SHARED)
@MANY
def test_five_hundred_copies(records: list[Record], lens: Lens, period: Period | None) -> None:
    """The same of copies."""
    as_a_register(records, lens, period)


def test_two_editions_are_compared_by_every_name_and_byte() -> None:
    """What one lacks, what differs, and another end of a line are all told."""
    one, other = {"a": b"1\n2\n", "b": b"", "c": b"x\r\n", "d": b"y"}, {"a": b"1\n3\n", "c": b"x\n", "d": b"y"}
    expected = {"a": (b"2", b"3"), "b": (b"(end)", b"(not there)"), "c": "only the ends of lines"}
    assert expected == differing(one, other)


def test_everything_is_given_out() -> None:
    """Each report in each format, each kind in each export, stands in an edition of a register that holds them."""
    found = given_out(Register.of(RECORDS), Lens(as_of=DAY), None, EARLIER)
    made_of = {(name.split()[0].split(".")[0], name.rsplit(".", 1)[-1]) for name in found}
    assert {(name, ending) for name in REPORTS for ending in ENDINGS} <= made_of
    assert {f"{name}.csv" for name in KINDS} <= found.keys()
    assert f"annual {DECLARED} {EARLIER}.json" in found
    assert [f"register/declarations/{DECLARED}/declaration.toml"] == [
        name for name in found if name.endswith("declaration.toml")
    ]


def test_a_leak_is_found() -> None:
    """The comparison can fail: of what staff sees, every part of an edition differs from the public's."""
    records = [*RECORDS, made("actions", "inside", visibility="internal", title="Inside")]
    staff = printed(look(Register.of(records), Lens(as_of=DAY, audience=Audience.INTERNAL)), None, None)
    apart = differing(printed(look(Register.of(records), Lens(as_of=DAY)), None, None), staff)
    assert set(REPORTS) == {name.split()[0].split(".")[0] for name in apart}


def test_a_copy_with_every_correction_is_a_register() -> None:
    """With corrections, endorsements that ended, both lanes and an action without its city's name it is in order.

    Nothing is wrong with it that is not wrong with the register, and its public reports are the same.
    """
    deed = made("actions", "deed", "bergen-no", title="Evenings", recorded="2024-05-01")
    review = made(
        "reviews",
        "unnamed",
        "bergen-no",
        verdict="may-publish-unnamed",
        date="2025-01-01",
        seen=[{"record": "bergen-no/deed", "content": fingerprint(deed)}],
    )
    cities = [
        made("city", "", each, name=each[:-3].title(), recorded="2024-05-01") for each in ("bergen-no", "moss-no")
    ]
    acts = [made("endorsements", "signed", each.owner, recorded="2024-05-01") for each in cities]
    whole = Register.of([*RECORDS, *cities, *acts, deed, review])
    lens = Lens(as_of=DAY)
    copy = read(register_files(whole, look(whole, lens)))
    owners = {each.owner for each in copy.register.records(ACTIONS)}
    assert ("unnamed-no" in owners, "bergen-no" in owners) == (True, False)
    wrong = problems(copy)
    assert set() == {each for each in wrong if each[0] == "error"} | (wrong - problems(Loaded(whole, (), 0)))
    apart = differing(printed(look(whole, lens), None, None), printed(look(copy.register, lens), None, None))
    assert set() == {name for name in apart if not name.startswith("corrections")}


def problems(loaded: Loaded) -> set[tuple[str, str]]:
    """What a check says of a register: how bad, and what."""
    return {(each.severity, each.code) for each in check(loaded, today=DAY, tier=Tier.CHECK)}
