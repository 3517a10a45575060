"""What `init` writes: a fictitious example to replace, settings for git and for editors, an example for a server."""

from __future__ import annotations

from typing import Final

__all__ = ["CITY_FILE", "DECLARATION_FILE", "SETTINGS"]

CITY_FILE: Final = (
    "commitments/exampletown-nl/city.toml",
    """\
# A fictitious example, to show what a file looks like. Delete this folder once real cities are recorded.
[city]
id = "exampletown-nl"
name = "Exampletown"
kind = "city"
country = "NL"
remark = "Fictitious: there is no such city."
recorded = {today}

[[endorsements]]
id = "example-2025-endorsed"
declaration = "example-2025"
act = "endorsed"
date = 2025-01-02
official = "A. N. Example"
remark = "Fictitious."
recorded = {today}

[[actions]]
id = "example-action"
visibility = "public"
title = "An example of an action"
summary = "What was done, in a sentence or two."
commitments = ["example-2025/example-commitment"]
kind = "programme"
start = "2025-03"
told_by = "city"
remark = "Fictitious."
recorded = {today}
[[actions.evidence]]
kind = "news"
title = "An example of a source"
url = "https://example.org/news"
""",
)

DECLARATION_FILE: Final = (
    "declarations/example-2025/declaration.toml",
    """\
# A fictitious example, to show what a file looks like. Delete this folder once a real declaration is recorded.
[declaration]
id = "example-2025"
title = "Example Declaration"
adopted = 2025-01-01
languages = ["en"]
remark = "Fictitious: there is no such declaration."
recorded = {today}

[[commitments]]
id = "example-commitment"
title = "An example of a commitment"
wording = "provisional"
remark = "Fictitious."
recorded = {today}
""",
)

SETTINGS: Final = {
    ".gitattributes": """\
* text=auto eol=lf
*.toml text eol=lf
""",
    ".gitignore": """\
# temporary files of pledgekit
.pledgekit-*
# reports are made anew from the register
/build/
""",
    # Editors find out here which schema is meant: Even Better TOML and all that use taplo; then Tombi.
    ".taplo.toml": """\
[[rule]]
include = ["declarations/**/*.toml", "commitments/**/*.toml"]

[rule.schema]
path = "pledgekit.schema.json"
enabled = true
""",
    "tombi.toml": """\
toml-version = "v1.0.0"

# pledgekit fmt does it
[lsp.formatting]
enabled = false

[[schemas]]
path = "pledgekit.schema.json"
include = ["declarations/**/*.toml", "commitments/**/*.toml"]
""",
    "ci-example.yml": """\
# An example for GitHub: copy it to .github/workflows/check.yml, and every change is checked.
name: check
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.x"
      - run: pip install pledgekit
      - run: pledgekit --root . check --format github
      - run: pledgekit --root . fmt --check
""",
}
