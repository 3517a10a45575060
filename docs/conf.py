"""How Sphinx builds the documentation: `make docs`, where a warning is an error."""

from __future__ import annotations

from pledgekit.version import __version__

project = "pledgekit"
author = "pledgekit contributors"
project_copyright = "2026, pledgekit contributors"
release = __version__
language = "en"

extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = "pledgekit"
html_last_updated_fmt = None  # the same sources give the same pages
