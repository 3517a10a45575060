"""Levels, states and word lists, as data with meaning, source and version. Layer 2.

With `levels` the only place of such words.

A scale is a closed list of words that a key may hold. Adding a word is a line here; codec, docs and completion follow.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from pledgekit.model.levels import (
    STATEMENT,
    UNNAMED,
    Act,
    Completion,
    EventState,
    EvidenceLevel,
    Instead,
    Nature,
    Reason,
    RequestAct,
    Status,
    Verdict,
    Visibility,
    Wording,
)

__all__ = ["SCALES", "Level", "Scale"]


class Level(NamedTuple):
    """One word of a scale and what it means."""

    word: str
    meaning: str


class Scale(NamedTuple):
    """A closed list of words: name, source of the method, version, and the levels in order."""

    name: str
    source: str
    version: str
    levels: tuple[Level, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The words alone, in order."""
        return tuple(level.word for level in self.levels)


_OWN = "pledgekit file format"


def _scale(name: str, levels: dict[str, str], source: str = _OWN, version: str = "1") -> Scale:
    return Scale(name, source, version, tuple(Level(word, meaning) for word, meaning in levels.items()))


_ALL = (
    _scale(
        "visibility",
        {
            Visibility.PUBLIC.value: "seen by all",
            Visibility.NETWORK.value: "members of the network and staff",
            Visibility.INTERNAL.value: "staff only",
        },
    ),
    _scale(
        "act",
        {
            Act.ANNOUNCED: "said that it would; not in force by this alone",
            Act.SIGNED: "signed in person, for all endorsers",
            Act.ENDORSED: "joined the declaration",
            Act.ADOPTED: "adopted by its council",
            Act.REAFFIRMED: "confirmed again, for instance by a new mayor",
            Act.ENDED: "no longer endorses",
        },
    ),
    _scale(
        "wording",
        {
            Wording.OFFICIAL: "the declaration's own words",
            Wording.PARAPHRASE: "what a source says it contains, retold",
            Wording.PROVISIONAL: "a working title of ours; the text is not held",
        },
    ),
    _scale(
        "nature",
        {Nature.ONGOING: "a way of working that goes on", Nature.DELIVERABLE: "a thing that can be finished"},
    ),
    _scale(
        "relation",
        {
            "same": "the same duty",
            "broader": "the other is broader",
            "narrower": "the other is narrower",
            "related": "on the same subject",
        },
        "SKOS mapping properties, W3C 2009",
    ),
    _scale(
        "event-state",
        {
            EventState.PLANNED: "announced; no report of it is held",
            EventState.HELD: "a source reports it",
            EventState.CANCELLED: "did not take place",
            EventState.UNKNOWN: "not known whether it took place",
        },
    ),
    _scale(
        "addressed-to",
        {
            "cities": "mayors and cities",
            "national-governments": "national governments",
            "network": "the network itself",
        },
        "Strong Cities event pages",
    ),
    _scale(
        "city-kind",
        {
            "city": "a city",
            "municipality": "a municipality",
            "district": "a district of a city",
            "region": "a region or combined authority",
            "country": "a national government",
            "association": "an association of local governments",
            "network": "a network of local governments",
            "organisation": "another organisation",
            UNNAMED: "one of several cities of its country, whose name is not given; never typed, only exported",
        },
    ),
    _scale("filed-by", {"city": "the city put it under this commitment", "network": "we put it there"}),
    _scale(
        "action-kind",
        {
            STATEMENT: "said, not done",
            "policy": "a policy or rule",
            "plan": "a plan or strategy",
            "body": "an office, council or post set up",
            "programme": "a programme",
            "service": "a service to residents",
            "event": "an event",
            "training": "training",
            "funding": "money for others",
            "research": "research or data",
            "exercise": "an exercise or simulation",
            "partnership": "a partnership or network",
            "other": "another deed",
        },
    ),
    _scale(
        "status",
        {
            Status.PIPELINE: "being scoped or planned",
            Status.IMPLEMENTATION: "under way",
            Status.FINALISATION: "done; accounts or evaluation outstanding",
            Status.CLOSED: "done",
            Status.CANCELLED: "given up",
            Status.SUSPENDED: "stopped for the time being",
        },
        "IATI ActivityStatus codelist",
        "2.03",
    ),
    _scale(
        "told-by",
        {
            "city": "told by the city",
            "press": "found in the press",
            "event": "heard at an event",
            "public-record": "found in a public record",
            "partner": "told by a partner",
            "network": "told by the network",
        },
    ),
    _scale(
        "evidence-kind",
        {
            "law": "a law or by-law",
            "decision": "a council or mayoral decision",
            "budget": "a budget",
            "plan": "a plan",
            "report": "a report",
            "event": "an event page or summary",
            "news": "a news item",
            "statement": "a statement",
            "photo": "a photograph",
            "data": "data",
            "other": "something else",
        },
    ),
    _scale(
        "completion",
        {
            Completion.NOT_STARTED: "nothing done yet",
            Completion.LIMITED: "begun; most of it is open",
            Completion.SUBSTANTIAL: "most of it done or in place",
            Completion.COMPLETE: "done or fully in place",
        },
        "Open Government Partnership, IRM completion levels",
        "2023",
    ),
    _scale(
        "instead",
        {
            Instead.UNCHANGED: "as last reported",
            Instead.NOTHING_NEW: "nothing new to report",
            Instead.NOT_APPLICABLE: "does not apply to this city",
            Instead.INCLUDED_ELSEWHERE: "another signatory reports it",
            Instead.NOT_AVAILABLE: "the city cannot tell",
            Instead.CONFIDENTIAL: "the city may not tell",
            Instead.DECLINED: "the city does not wish to answer",
        },
        "UNFCCC notation keys (NA, IE, NE, C), adapted",
    ),
    _scale(
        "obstacle",
        {
            "not-prioritised": "other matters came first",
            "position-changed": "the city's position changed",
            "no-majority": "no majority in council",
            "no-funding": "no money",
            "no-capacity": "no staff",
            "outside-powers": "not within the city's powers",
            "security": "security reasons",
            "external-event": "an event outside the city's control",
            "other": "something else",
        },
    ),
    _scale(
        "via", {"workbook": "in the workbook", "mail": "by mail", "phone": "by telephone", "meeting": "in a meeting"}
    ),
    _scale(
        "evidence-level",
        {
            EvidenceLevel.NONE: "nothing to judge by",
            EvidenceLevel.SELF_DECLARED: "the city's word alone",
            EvidenceLevel.DOCUMENTED: "a document supports it",
            EvidenceLevel.CORROBORATED: "a second, independent source supports it",
            EvidenceLevel.EXTERNALLY_VERIFIED: "an outside body verified it",
        },
    ),
    _scale(
        "request-act",
        {
            RequestAct.ASKED: "asked to report",
            RequestAct.REMINDED: "reminded",
            RequestAct.EXTENDED: "given more time",
            RequestAct.UNDELIVERED: "our request did not arrive",
            RequestAct.ANSWERED: "answered",
            RequestAct.DECLINED: "declined to answer",
        },
    ),
    _scale(
        "verdict",
        {
            Verdict.APPROVED: "approved as it stands",
            Verdict.STILL_HOLDS: "looked at again; still holds",
            Verdict.MAY_PUBLISH: "may be published",
            Verdict.MAY_PUBLISH_UNNAMED: "may be published without the name",
            Verdict.MUST_NOT_PUBLISH: "must not be published",
        },
    ),
    _scale(
        "reason",
        {
            Reason.ERROR: "it was not so",
            Reason.DUPLICATE: "held twice",
            Reason.PRIVACY: "personal data",
            Reason.SAFETY: "somebody's safety",
            Reason.OTHER: "another reason",
        },
    ),
)

SCALES: Final = {scale.name: scale for scale in _ALL}
