"""Folders that commands write into: there already, or made in one that is there; the same sentence for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit import disk
from pledgekit.errors import NotFound

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["home_of"]


def home_of(folder: Path) -> Path:
    """Give the whole path of a folder to write into; raises NotFound where it is not there and cannot be made.

    Only the last folder is made: a share that is not connected stays missing.
    """
    home = folder.absolute()
    if not disk.is_folder(home) and not disk.is_folder(home.parent):
        raise NotFound(f"there is no folder {home.parent}", remedy="make it, or name another")
    return home
