"""Track declarations: what cities pledged, what they did about it, and what can honestly be said of it.

The names below are the library; all else may change. They are read when first asked for, so that a start stays short.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.version import __version__

if TYPE_CHECKING:
    from pledgekit.checks import Tier, check
    from pledgekit.dates import Period
    from pledgekit.errors import PledgekitError
    from pledgekit.figures import tally, tally_all
    from pledgekit.ids import Ref
    from pledgekit.model.levels import Audience
    from pledgekit.recording import correct, draft, keep
    from pledgekit.register import Loaded, Register
    from pledgekit.render.json import to_json
    from pledgekit.reports.annual import annual, lay_out
    from pledgekit.store import load
    from pledgekit.view import Lens, View, look

__all__ = [
    "Audience",
    "Lens",
    "Loaded",
    "Period",
    "PledgekitError",
    "Ref",
    "Register",
    "Tier",
    "View",
    "__version__",
    "annual",
    "check",
    "correct",
    "draft",
    "keep",
    "lay_out",
    "load",
    "look",
    "tally",
    "tally_all",
    "to_json",
]

_HOMES = {
    "Audience": "model.levels",
    "Lens": "view",
    "Loaded": "register",
    "Period": "dates",
    "PledgekitError": "errors",
    "Ref": "ids",
    "Register": "register",
    "Tier": "checks",
    "View": "view",
    "annual": "reports.annual",
    "check": "checks",
    "correct": "recording",
    "draft": "recording",
    "keep": "recording",
    "lay_out": "reports.annual",
    "load": "store",
    "look": "view",
    "tally": "figures",
    "tally_all": "figures",
    "to_json": "render.json",
}


def __getattr__(name: str) -> object:
    """Read the module that holds a name when the name is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
