"""The level and state words that code asks about, each spelt once. Layer 2; `scales` holds what every word means."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

__all__ = [
    "Act",
    "Audience",
    "Completion",
    "EvidenceLevel",
    "EventState",
    "Instead",
    "Nature",
    "Reason",
    "RequestAct",
    "STATEMENT",
    "State",
    "Status",
    "Timing",
    "UNNAMED",
    "Verdict",
    "Visibility",
    "WITHOUT_COUNTRY",
    "Wording",
    "deed_kind",
    "has_country",
    "is_city",
    "is_unnamed",
    "needs_permission",
]


class Visibility(StrEnum):
    """Who may see a record: everybody, members and staff, or staff."""

    PUBLIC = "public"
    NETWORK = "network"
    INTERNAL = "internal"

    @property
    def rank(self) -> int:
        """Order by openness: 0 is the most open."""
        return _RANK[self]


class Audience(StrEnum):
    """For whom a view is made; `CITY` is public plus that city's own network records."""

    PUBLIC = "public"
    CITY = "city"
    NETWORK = "network"
    INTERNAL = "internal"


_RANK = {Visibility.PUBLIC: 0, Visibility.NETWORK: 1, Visibility.INTERNAL: 2}


class Act:
    """What a signatory did to a declaration."""

    ANNOUNCED: Final = "announced"
    SIGNED: Final = "signed"
    ENDORSED: Final = "endorsed"
    ADOPTED: Final = "adopted"
    REAFFIRMED: Final = "reaffirmed"
    ENDED: Final = "ended"


class Wording:
    """Whose words a commitment's are."""

    OFFICIAL: Final = "official"
    PARAPHRASE: Final = "paraphrase"
    PROVISIONAL: Final = "provisional"


class Nature:
    """Whether a commitment is a way of working or a thing to deliver."""

    ONGOING: Final = "ongoing"
    DELIVERABLE: Final = "deliverable"


class Status:
    """Where an action stands (IATI activity status)."""

    PIPELINE: Final = "pipeline"
    IMPLEMENTATION: Final = "implementation"
    FINALISATION: Final = "finalisation"
    CLOSED: Final = "closed"
    CANCELLED: Final = "cancelled"
    SUSPENDED: Final = "suspended"


class Completion:
    """How far a city says, or an assessor finds, that a commitment was carried out."""

    NOT_STARTED: Final = "not-started"
    LIMITED: Final = "limited"
    SUBSTANTIAL: Final = "substantial"
    COMPLETE: Final = "complete"


class Instead:
    """What a city may answer in place of a level."""

    UNCHANGED: Final = "unchanged"
    NOTHING_NEW: Final = "nothing-new"
    NOT_APPLICABLE: Final = "not-applicable"
    INCLUDED_ELSEWHERE: Final = "included-elsewhere"
    NOT_AVAILABLE: Final = "not-available"
    CONFIDENTIAL: Final = "confidential"
    DECLINED: Final = "declined"


class EvidenceLevel:
    """On what an assessment rests."""

    NONE: Final = "none"
    SELF_DECLARED: Final = "self-declared"
    DOCUMENTED: Final = "documented"
    CORROBORATED: Final = "corroborated"
    EXTERNALLY_VERIFIED: Final = "externally-verified"


class RequestAct:
    """One step of a round with one city."""

    ASKED: Final = "asked"
    REMINDED: Final = "reminded"
    EXTENDED: Final = "extended"
    UNDELIVERED: Final = "undelivered"
    ANSWERED: Final = "answered"
    DECLINED: Final = "declined"


class Verdict:
    """What a review says."""

    APPROVED: Final = "approved"
    STILL_HOLDS: Final = "still-holds"
    MAY_PUBLISH: Final = "may-publish"
    MAY_PUBLISH_UNNAMED: Final = "may-publish-unnamed"
    MUST_NOT_PUBLISH: Final = "must-not-publish"


class Reason:
    """Why a record is retracted."""

    ERROR: Final = "error"
    DUPLICATE: Final = "duplicate"
    PRIVACY: Final = "privacy"
    SAFETY: Final = "safety"
    OTHER: Final = "other"


class EventState:
    """Whether an event took place."""

    PLANNED: Final = "planned"
    HELD: Final = "held"
    CANCELLED: Final = "cancelled"
    UNKNOWN: Final = "unknown"


class State(StrEnum):
    """What a cell (commitment x city x period) is, in the order of the rule. Never empty, never zero for silence."""

    NOT_ENDORSED = "not-endorsed"
    NOT_APPLICABLE = "not-applicable"
    REPORTED = "reported"
    NOTHING_NEW = "nothing-new"
    INCLUDED_ELSEWHERE = "included-elsewhere"
    NOT_AVAILABLE = "not-available"
    CONFIDENTIAL = "confidential"
    DECLINED = "declined"
    ANSWERED_UNPUBLISHED = "answered-unpublished"
    NOT_DUE = "not-due"
    NOT_PUBLISHED = "not-published"
    NOT_REACHED = "not-reached"
    NO_ANSWER = "no-answer"
    AWAITING = "awaiting"
    NOT_ASKED = "not-asked"


class Timing(StrEnum):
    """When an action lay, against the day its declaration was adopted."""

    BEFORE = "before"
    AFTER = "after"
    UNKNOWN = "unknown"


STATEMENT: Final = "statement"
WITHOUT_COUNTRY: Final = frozenset({"association", "network", "organisation"})


def deed_kind(kind: str) -> bool:
    """Tell whether an action of this kind was done, not only said."""
    return kind != STATEMENT


def has_country(kind: str) -> bool:
    """Tell whether an owner of this kind lies in one country."""
    return kind not in WITHOUT_COUNTRY


UNNAMED: Final = "unnamed"
_CITIES: Final = frozenset({"city", "municipality"})


def is_city(kind: str) -> bool:
    """Tell whether an owner of this kind may be called a city."""
    return kind in _CITIES


def is_unnamed(kind: str) -> bool:
    """Tell whether an owner stands for several cities of a country, because the name of one is not given."""
    return kind == UNNAMED


_ASKED_FIRST: Final = frozenset({"city", "partner"})


def needs_permission(told_by: str) -> bool:
    """Tell whether what was told by these is published by their leave alone: it was said to us, not to the public."""
    return told_by in _ASKED_FIRST
