"""The version, in its one place.

The build back end reads this file, and so does `pledgekit --version`: asking importlib.metadata would cost more than
all the rest of that answer.
"""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
