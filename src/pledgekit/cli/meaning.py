"""Which commitment is meant: of the declaration that was named, where one was."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pledgekit.ids import Ref
    from pledgekit.register import Register

__all__ = ["clause_meant"]


def clause_meant(register: Register, text: str, declaration: str = "") -> Ref:
    """Give the commitment that is meant by a ref, an id, title or number; raises NotFound or UsageError."""
    from pledgekit.model.kinds import COMMITMENTS
    from pledgekit.naming import find_ref

    return find_ref(register, f"{declaration}/{text}" if declaration and "/" not in text else text, COMMITMENTS)
