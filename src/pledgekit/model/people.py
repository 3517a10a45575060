"""People: who held an office, whom to call; and the portrait. Layer 2."""

import attrs
from attrs import field

from pledgekit.dates import PartialDate
from pledgekit.model.levels import Visibility
from pledgekit.model.record import Record, about

__all__ = ["Contact", "Official", "Profile"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Official(Record):
    """Who held an office, from a day or seen at a day."""

    name: str = field(metadata=about("the name"))
    office: str = field(metadata=about("the office, in English"))
    from_: PartialDate | None = field(default=None, metadata=about("in office from"))
    until: PartialDate | None = field(default=None, metadata=about("in office until"))
    seen: PartialDate | None = field(default=None, metadata=about("named in office by a source of that date"))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Contact(Record):
    """Whom to call. Never leaves the secretariat."""

    name: str = field(metadata=about("the name", ceiling=Visibility.INTERNAL))
    role: str = field(default="", metadata=about("what they do", ceiling=Visibility.INTERNAL))
    email: str = field(default="", metadata=about("e-mail address", ceiling=Visibility.INTERNAL))
    phone: str = field(default="", metadata=about("telephone", ceiling=Visibility.INTERNAL))
    from_: PartialDate | None = field(default=None, metadata=about("since when", ceiling=Visibility.INTERNAL))
    until: PartialDate | None = field(default=None, metadata=about("until when", ceiling=Visibility.INTERNAL))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Profile(Record):
    """One question of the city's portrait and its answer."""

    question: str = field(metadata=about("the question"))
    text: str = field(metadata=about("the answer"))
    year: int | None = field(default=None, metadata=about("the year it speaks of"))
