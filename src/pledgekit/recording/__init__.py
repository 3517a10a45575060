"""The only maker of records: plain values → a draft that is checked and can be shown → one new file; and erasing.

Commands, a desk, a round's answers and imports all draft here, so a record is named, dated, checked and placed one way.
"""

from pledgekit.recording.drafting import (
    Draft,
    correct,
    draft,
    draft_together,
    keep,
    owner_draft,
    retraction_of,
    revision_draft,
    visibility_of,
)

__all__ = [
    "Draft",
    "correct",
    "draft",
    "draft_together",
    "keep",
    "owner_draft",
    "retraction_of",
    "revision_draft",
    "visibility_of",
]
