"""Where commands write what they give out: never among the records, into folders that are there or can be made.

Every output of a command passes here, so that no `--out` can take the place of a record, or be read as one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pledgekit import disk
from pledgekit.errors import NotFound, Refused
from pledgekit.model.kinds import CITY, DECLARATION

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pledgekit.cli.context import Session

__all__ = ["home_of", "insist_apart", "publish", "publish_all", "publish_new"]


def insist_apart(session: Session, out: Path) -> None:
    """Raise Refused for a path that leads among the records of the register at hand, whichever way."""
    if disk.leads_into(session.root, (DECLARATION, CITY), out):
        raise Refused(
            f"{out} lies among the records of the register: nothing else is written there",
            remedy=f"name a place outside of {DECLARATION}/ and {CITY}/",
        )


def home_of(session: Session, folder: Path) -> Path:
    """Give the whole path of a folder to write into; raises NotFound where it is not there and cannot be made.

    Only the last folder is made: a share that is not connected stays missing. Raises Refused like `insist_apart`.
    """
    insist_apart(session, folder)
    home = folder.absolute()
    if not disk.is_folder(home) and not disk.is_folder(home.parent):
        raise NotFound(f"there is no folder {home.parent}", remedy="make it, or name another")
    return home


def publish(session: Session, out: Path, content: bytes) -> None:
    """Write one file, whole or not at all, over one of that name; raises Refused like `insist_apart`, DiskError."""
    insist_apart(session, out)
    disk.publish(out, content)


def publish_all(session: Session, folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, over those of their names; raises Refused like `insist_apart`, DiskError."""
    insist_apart(session, folder)
    disk.publish_all(folder, files)


def publish_new(session: Session, out: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder that is new or empty; raises Refused for any other, and like `home_of`."""
    home = home_of(session, out)
    if next(disk.walk(home.parent, [home.name]), None) is not None:
        raise Refused(f"{out} holds something already", remedy="name a new or empty folder")
    for path, content in files.items():
        disk.create(home.parent, f"{home.name}/{path}", content)
