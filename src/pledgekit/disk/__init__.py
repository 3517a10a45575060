"""Read and write, lowest step: every call of the system on the register, so that tests can fail each of them.

All calls go through the attribute `os` of these modules, which tests replace.
"""

from pledgekit.disk.adding import AlreadyThere, Created, create
from pledgekit.disk.reading import TEMPORARY, Found, files_in, folders_in, is_folder, leads_into, read, walk
from pledgekit.disk.replacing import publish, publish_all, replace, take_away
from pledgekit.disk.words import NOTHING, UNCHANGED, UNKNOWN, UNSURE, plain
from pledgekit.disk.writing import salt

__all__ = [
    "NOTHING",
    "TEMPORARY",
    "UNCHANGED",
    "UNKNOWN",
    "UNSURE",
    "AlreadyThere",
    "Created",
    "Found",
    "create",
    "files_in",
    "folders_in",
    "is_folder",
    "leads_into",
    "plain",
    "publish",
    "publish_all",
    "read",
    "replace",
    "salt",
    "take_away",
    "walk",
]
