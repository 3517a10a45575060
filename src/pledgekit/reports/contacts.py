"""Whom to write to in a city: the persons on record on the day of a view, and those who are gone. Fifth step.

Contacts are internal: a view of any other audience holds none, and nothing can be said from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pledgekit.dates import Certainty
from pledgekit.ids import fold
from pledgekit.model.kinds import CONTACTS

if TYPE_CHECKING:
    from pledgekit.model.people import Contact
    from pledgekit.view import View

__all__ = ["Contacts", "contacts_of"]

_FOCAL = "focal"  # in the role of the one to write to, where several are on record


class Contacts(NamedTuple):
    """A city's contacts: those of the day, the one to write to first, and those whose time has passed."""

    current: tuple[Contact, ...]
    gone: tuple[Contact, ...]

    @property
    def focal_point(self) -> Contact | None:
        """The person to write to; nothing where there is none, or none any more."""
        return self.current[0] if self.current else None


def contacts_of(view: View, city: str) -> Contacts:
    """Give the contacts of a city: who is called focal point first, then who has an address, then the newest.

    `view` is one of audience internal: nobody else may see contacts.
    """
    day = view.lens.as_of
    held = sorted(view.all(CONTACTS, city), key=_nearness)
    gone = [each for each in held if each.until is not None and each.until.earlier_than(day) is Certainty.CERTAINLY]
    begun = [each for each in held if each.from_ is None or each.from_.later_than(day) is not Certainty.CERTAINLY]
    return Contacts(tuple(each for each in begun if each not in gone), tuple(gone))


def _nearness(contact: Contact) -> tuple[bool, bool, int, str]:
    since = contact.from_.first.toordinal() if contact.from_ is not None else 0
    return _FOCAL not in fold(contact.role), not contact.email, -since, contact.id
