"""Render: a report's value as JSON, straight from the value: refs, levels, numbers and texts, and no language of ours.

Lists of members are sorted; a record has the keys of the file format with `ref` and `owner` in front. The same value
gives the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pledgekit.codec.plain import plain
from pledgekit.figures import Share
from pledgekit.fingerprint import json_ready

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pledgekit.dates import Period
    from pledgekit.figures import Cell, Count
    from pledgekit.ids import Ref
    from pledgekit.model.deeds import Action
    from pledgekit.model.record import Record
    from pledgekit.reports.annual import AnnualReport
    from pledgekit.reports.annual.value import Clause, Signatory
    from pledgekit.reports.city.value import CityReport, Endorsed
    from pledgekit.reports.commitment import CommitmentReport
    from pledgekit.reports.corrections import CorrectionsReport
    from pledgekit.reports.findings import FindingsReport
    from pledgekit.reports.judging import Judgement
    from pledgekit.reports.matrix import MatrixCell
    from pledgekit.reports.spotlight import Spotlight
    from pledgekit.reports.value import Paper
    from pledgekit.view.correcting import Correction

__all__ = ["cell_item", "encode", "figure_item", "judgement_item", "period_item", "record_item", "to_json"]


def to_json(report: Paper) -> bytes:
    """Give a report as UTF-8 JSON with LF line ends and a final newline."""
    return encode(_BODIES[report.format](report))


def _annual(report: AnnualReport) -> dict[str, Any]:
    return {
        **_head(report, declaration=report.declaration.owner),
        "figures": _figures(report.figures),
        "signatories": [_signatory(report, each) for each in report.signatories],
        "commitments": [_clause(report, each) for each in report.commitments],
        "before": _actions(report, report.before),
        "events": [record_item(each) for each in report.events],
        "findings": [record_item(each) for each in report.findings],
        "elsewhere": _actions(report, report.elsewhere),
        "not_heard_from": list(report.not_heard_from),
        "matrix": [cell_item(each) for each in report.matrix],
        "assessments": [judgement_item(each) for each in report.judgements],
        "published": [record_item(each) for each in report.published],
        **_since(report),
        "notes": _notes(report),
    }


def _since(report: AnnualReport) -> dict[str, Any]:
    """Give what changed since an earlier edition; null, and not an empty list, where nobody asked."""
    if report.since is None:
        return {"since": None, "changes": None, "corrections": None}
    return {
        "since": report.since.isoformat(),
        "changes": [
            {
                "kind": each.table,
                "what": each.what,
                "ref": str(each.record.ref),
                "owner": each.record.owner,
                "earlier": str(each.earlier.ref) if each.earlier else None,
            }
            for each in report.changes
        ],
        "corrections": [correction_item(each) for each in report.corrections],
    }


def _city(report: CityReport) -> dict[str, Any]:
    return {
        **_head(report),
        "city": record_item(report.city),
        "officials": [record_item(each) for each in report.officials],
        "declarations": [_endorsed(each) for each in report.endorsed],
        "former": [record_item(each) for each in report.former],
        "announced": [record_item(each) for each in report.announced],
        "actions": _actions(report, report.actions),
        "missing": [{"what": each.what, "ref": str(each.ref)} for each in report.missing],
        "practices": [
            {
                "action": record_item(report.deeds[each.action].action),
                "commitments": [str(ref) for ref in each.commitments],
                "alike": [str(one) for one in each.alike],
            }
            for each in report.practices
        ],
        "staff": [
            {"topic": each.topic, "why": each.why, "ref": str(each.ref) if each.ref else None, **each.values}
            for each in report.staff
        ],
        "sign_off": [
            {
                "ref": str(each.record.ref),
                "mark": each.mark,
                "approved": str(each.approved) if each.approved else None,
            }
            for each in report.sign_off
        ],
        "learned": _learned(report),
        "notes": _notes(report),
    }


def _commitment(report: CommitmentReport) -> dict[str, Any]:
    return {
        **_head(report, declaration=report.declaration.owner),
        "commitment": _clause(report, report.clause),
        "before": _actions(report, report.before),
        "elsewhere": _actions(report, report.elsewhere),
        "assessments": [judgement_item(each) for each in report.judgements],
        "related": [
            {"commitment": str(each.commitment.ref), "title": each.commitment.title, "relation": each.relation}
            for each in report.related
        ],
        "findings": [record_item(each) for each in report.findings],
        "learned": _learned(report),
        "notes": _notes(report),
    }


def _spotlight(report: Spotlight) -> dict[str, Any]:
    return {
        **_head(report),
        "city": record_item(report.city),
        "officials": [record_item(each) for each in report.officials],
        "profiles": [record_item(each) for each in report.profiles],
        "declarations": [
            {"declaration": each.declaration.owner, "endorsements": [record_item(act) for act in each.acts]}
            for each in report.endorsed
        ],
        "events": [record_item(each) for each in report.events],
        "actions": _actions(report, report.actions),
        "followed": _actions(report, report.followed),
        "learned": _learned(report),
        "notes": _notes(report),
    }


def _findings(report: FindingsReport) -> dict[str, Any]:
    return {
        **_head(report, declaration=report.declaration.owner),
        "findings": [record_item(each) for each in report.synthesis],
        "findings_of_dialogues": [record_item(each) for each in report.of_dialogues],
        "builds_on": {str(ref): record_item(report.earlier[ref]) for ref in sorted(report.earlier)},
        "examples": {str(ref): record_item(report.deeds[ref].action) for ref in sorted(report.deeds)},
        "events": [record_item(each) for each in report.events],
        "notes": _notes(report),
    }


def _endorsed(endorsed: Endorsed) -> dict[str, Any]:
    return {
        "declaration": endorsed.declaration.owner,
        "endorsements": [record_item(each) for each in endorsed.acts],
        "period": period_item(endorsed.period),
        "state": endorsed.state.value,
        "due": str(endorsed.due) if endorsed.due else None,
        "commitments": [str(each.ref) for each in endorsed.commitments],
        "answers": [
            {
                "commitment": str(each.cell.commitment),
                "state": each.cell.state.value,
                "completion": each.cell.completion or None,
                "update": record_item(each.update) if each.update else None,
                "flags": list(each.cell.flags),
                **_judgement(each.cell, each.judgement),
            }
            for each in endorsed.answers
        ],
    }


def _head(report: Paper, **subject: str) -> dict[str, Any]:
    """Give what every report begins with; `subject`: what it is about, where that is a ref."""
    return {
        "format": report.format,
        "format_version": 1,
        "tool_version": report.tool_version,
        "register": report.register,
        **subject,
        "period": period_item(report.period),
        "as_of": report.as_of.isoformat(),
        "known_on": report.known_on.isoformat() if report.known_on else None,
        "audience": report.audience.value,
    }


def _learned(report: Paper) -> list[dict[str, Any]]:
    """Give who learned from whom, one step each way, by refs with their titles."""

    def named(actions: Iterable[Action]) -> list[dict[str, str]]:
        return [{"ref": str(each.ref), "city": report.name(each.owner), "title": each.title} for each in actions]

    return [
        {"action": str(each.action.ref), "from": named(each.models), "by": named(each.followers)}
        for each in report.learned or ()
    ]


def _notes(report: Paper) -> list[dict[str, Any]]:
    return [{"id": each.id, **each.values} for each in report.notes]


def encode(value: Mapping[str, Any]) -> bytes:
    """Write a JSON object, its keys in the order given."""
    import json

    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def period_item(period: Period | None) -> dict[str, str] | None:
    """Give a period as JSON has it."""
    if period is None:
        return None
    return {"from": period.first.isoformat(), "to": period.last.isoformat(), "label": period.label}


def figure_item(figure: Count | Share) -> dict[str, Any]:
    """Give a figure as JSON has it."""
    item: dict[str, Any] = {
        "value": figure.value,
        "members": _sorted(figure.members),
        "uncertain": _sorted(figure.uncertain),
    }
    if isinstance(figure, Share):
        item["of"] = figure.of
        item["universe"] = _sorted(figure.universe)
        left_out = sorted(figure.left_out, key=lambda each: (str(each.ref), each.why))
        item["left_out"] = [{"ref": str(each.ref), "why": each.why} for each in left_out]
        item["records"] = _sorted(figure.records)
    return item


def record_item(record: Record) -> dict[str, Any]:
    """Give a record as JSON has it: its ref and owner, then the keys of the file format that are set."""
    item = {key: json_ready(value) for key, value in plain(record).items()}
    return {"ref": str(record.ref), "owner": record.owner, **item}


def cell_item(found: MatrixCell) -> dict[str, Any]:
    """Give a cell of the matrix as JSON has it."""
    cell = found.cell
    return {
        "city": str(cell.city),
        "commitment": str(cell.commitment),
        "state": cell.state.value,
        "completion": cell.completion or None,
        "actions": [str(each) for each in found.actions],
        "assessment": None if cell.assessment is None else str(cell.assessment),
        "flags": list(cell.flags),
    }


def _figures(figures: Mapping[str, Count | Share]) -> dict[str, Any]:
    return {name: figure_item(each) for name, each in figures.items()}


def _sorted(members: Iterable[object]) -> list[str]:
    return sorted(map(str, members))


def _actions(report: Paper, refs: Iterable[Ref]) -> list[dict[str, Any]]:
    return [record_item(report.deeds[ref].action) for ref in refs]


def _judgement(cell: Cell, found: Judgement | None) -> dict[str, Any]:
    """Give the assessor's lane of one answer: the assessment that holds, or the word that says why none does."""
    item = judgement_item(found) if found is not None else {}
    word = cell.assessment if found is None else None  # not-settled, not-yet-rated
    return {
        "assessment": item.get("assessment"),
        "unrated": str(word) if word is not None else None,
        "settled": item.get("settled", []),
        "replies": item.get("replies", []),
    }


def judgement_item(found: Judgement) -> dict[str, Any]:
    """Give an assessment that holds as JSON has it, for which cell, with what it settles and the replies to it."""
    return {
        "city": str(found.cell.city),
        "commitment": str(found.cell.commitment),
        "assessment": record_item(found.assessment),
        "settled": [record_item(each) for each in found.settled],
        "replies": [record_item(each) for each in found.replies],
    }


def _signatory(report: AnnualReport, signatory: Signatory) -> dict[str, Any]:
    city = report.cities.get(signatory.city)
    return {
        "city": signatory.city,
        "name": report.name(signatory.city),
        "listed_as": signatory.listed_as or None,
        "country": (city.country if city else "") or None,
        "kind": city.kind if city else None,
        "act": signatory.act.act,
        "date": str(signatory.act.date) if signatory.act.date else None,
    }


def _clause(report: Paper, clause: Clause) -> dict[str, Any]:
    commitment = clause.commitment
    return {
        "ref": str(commitment.ref),
        "number": commitment.number or None,
        "title": commitment.title,
        "text": commitment.text or None,
        "wording": commitment.wording,
        "figures": _figures(clause.figures),
        "examples": _actions(report, clause.examples),
        "actions": _actions(report, clause.actions),
        "statements": _actions(report, clause.statements),
        "unnamed": [record_item(each.action) for each in clause.unnamed],
    }


def correction_item(correction: Correction) -> dict[str, Any]:
    """Give a correction as JSON has it."""
    return {
        "date": correction.day.isoformat(),
        "kind": correction.table,
        "ref": str(correction.ref),
        "owner": correction.ref.owner,
        "reason": correction.reason,
        "in_favour_of": str(correction.in_favour_of) if correction.in_favour_of else None,
    }


def _corrections(report: CorrectionsReport) -> dict[str, Any]:
    subject = {"declaration": report.declaration.owner} if report.declaration else {}
    return {
        **_head(report, **subject),
        "since": report.since.isoformat() if report.since else None,
        "corrections": [correction_item(each) for each in report.corrections],
        "notes": _notes(report),
    }


_BODIES: Final[Mapping[str, Callable[[Any], dict[str, Any]]]] = {
    "pledgekit/annual-report": _annual,
    "pledgekit/city-report": _city,
    "pledgekit/commitment-report": _commitment,
    "pledgekit/corrections": _corrections,
    "pledgekit/findings-report": _findings,
    "pledgekit/spotlight": _spotlight,
}
