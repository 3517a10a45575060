"""Write what the reading commands print anew, from the root of the repository: python -m tests.cli.goldens."""

from __future__ import annotations

import contextlib
import io
import tempfile
from pathlib import Path

from pledgekit.cli.main import main
from tests.cli.small import make
from tests.cli.test_reading import GOLDEN, PAGES

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        root = make(Path(folder))
        for name, arguments in PAGES.items():
            with contextlib.chdir(root), contextlib.redirect_stdout(io.StringIO()) as printed:
                main(["--root", f"{root}", "--as-of", "2025-06-01", *arguments])
            (GOLDEN / f"{name}.txt").write_text(printed.getvalue(), "utf-8")
