"""Track declarations: what cities pledged, what they did about it, and what can honestly be said of it.

The names below are the library; everything else may change. They are read when first asked for, so that a start stays short.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit.version import __version__

if TYPE_CHECKING:
    from pledgekit.errors import PledgekitError
    from pledgekit.register import Loaded, Register
    from pledgekit.store import add, load
    from pledgekit.view import Lens, View, look

__all__ = ["Lens", "Loaded", "PledgekitError", "Register", "View", "__version__", "add", "load", "look"]

_HOMES = {
    "Lens": "view",
    "Loaded": "register",
    "PledgekitError": "errors",
    "Register": "register",
    "View": "view",
    "add": "store",
    "load": "store",
    "look": "view",
}


def __getattr__(name: str) -> object:
    """Read the module that holds a name when the name is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
