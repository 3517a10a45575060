"""Looking for what must not leave, in files that are about to: register + view → needles; bytes → places. Layer 9.

`needles` says which strings of the register an audience may not see, `search` finds them in folded text, `opening`
takes files apart into texts, and `scan` does all of it.
"""

from __future__ import annotations

from pledgekit.scanning.scan import Found, Scan, Unread, scan

__all__ = ["Found", "Scan", "Unread", "scan"]
