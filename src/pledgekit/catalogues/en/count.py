"""English: the sentence that `count` gives, and what stands below it."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "count.sentence": {
        "none": (
            "No {things} endorsing {declaration}{where} has an action on record here{narrowed}, as known on {date}: "
            "{share}."
        ),
        "one": (
            "At least {share} {things} endorsing {declaration}{where} has an action on record{narrowed}, "
            "as known on {date}: {names}."
        ),
        "other": (
            "At least {share} {things} endorsing {declaration}{where} have an action on record{narrowed}, "
            "as known on {date}: {names}."
        ),
    },
    "count.city": {
        "none": "{name} endorses {declaration} and has no action on record here{narrowed}, as known on {date}.",
        "one": "{name} endorses {declaration} and has an action on record{narrowed}, as known on {date}.",
        "other": "{name} endorses {declaration} and has an action on record{narrowed}, as known on {date}.",
    },
    "count.single": {
        "none": (
            "The one {thing} endorsing {declaration}{where} has no action on record here{narrowed}, as known on {date}."
        ),
        "one": (
            "The one {thing} endorsing {declaration}{where} has an action on record{narrowed}, "
            "as known on {date}: {name}."
        ),
        "other": (
            "The one {thing} endorsing {declaration}{where} has an action on record{narrowed}, "
            "as known on {date}: {name}."
        ),
    },
    "count.nobody": "No {thing}{where} is on record as endorsing {declaration}, as known on {date}.",
    "count.known-here": "{things} known here as",
    "count.where": " in {countries}",
    "count.among": " (of these asked about: {cities})",
    "count.narrowed": " ({conditions})",
    "count.or": "{before} or {after}",
    "count.labelled": "{label}, on record as “{word}”",
    "count.kind": "kind: {words}",
    "count.status": "status: {words}",
    "count.commitment": "under {titles}",
    "count.period": "in {period}",
    "count.search": "with the words {words}",
    "count.not-known": {
        "none": "",
        "one": "For {n} of them no such action is held.",
        "other": "For {n} of them no such action is held.",
    },
    "count.uncertain": {
        "one": "{n} of those counted is counted as possibly so: the dates are known only in part.",
        "other": "{n} of those counted are counted as possibly so: the dates are known only in part.",
    },
    "count.left-out.not-endorsed": {
        "one": "{n} more no longer endorses it and is left out.",
        "other": "{n} more no longer endorse it and are left out.",
    },
    "count.left-out.not-applicable": {
        "one": "{n} more said that the commitment does not apply to it, and is left out.",
        "other": "{n} more said that the commitment does not apply to them, and are left out.",
    },
    "count.before": {
        "one": "{n} such action from before the declaration is not counted.",
        "other": "{n} such actions from before the declaration are not counted.",
    },
    "count.action": "{place}: {title} ({dates})",
    "count.no-source": "no source is given",
}
