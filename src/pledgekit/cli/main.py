"""The program: arguments in, exit code out. Everything that is raised becomes one line on stderr, never a traceback.

Exit codes: 0 fine, 1 problems found or not done, 2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

import sys
from typing import NoReturn

__all__ = ["main", "run"]

_INTERRUPTED = 130


def run() -> NoReturn:
    """Run the command of this process's arguments and end the process."""
    import gc

    from pledgekit.cli.later import install

    gc.disable()  # a command ends before garbage matters
    install()
    code = main(sys.argv[1:])
    gc.freeze()  # the last collection, at the end of the process, would cost a tenth of it
    sys.exit(code)


def main(argv: list[str]) -> int:
    """Run one command and give its exit code. With PLEDGEKIT_DEBUG=1 in the environment a fault is raised."""
    if sys.stdout is None:
        return _complain("standard output is closed: there is nowhere to write to", 1)
    from pledgekit.errors import PledgekitError

    try:
        code = _version() if argv == ["--version"] else _command(argv)
        sys.stdout.flush()
    except PledgekitError as error:
        return _complain(f"{error}", error.exit_code)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:  # the reader has seen enough
        _close()
        return 1
    except OSError as error:
        from pledgekit.disk import plain

        _close()
        words, remedy = plain(error)
        return _complain("; ".join(filter(None, (f"the output cannot be written: {words}", remedy))), 1)
    except Exception as error:
        import os

        if os.environ.get("PLEDGEKIT_DEBUG") == "1":
            raise
        return _complain(f"a fault of pledgekit, please report: {type(error).__name__}: {error}", 1)
    return code


def _version() -> int:
    """Say the version, before typer is read."""
    from pledgekit.version import __version__

    print(f"pledgekit {__version__}")
    return 0


def _command(argv: list[str]) -> int:
    """Run typer; its own errors are usage errors, said in one line like ours."""
    import os

    import typer

    from pledgekit.cli.commands import application, named
    from pledgekit.cli.completion import typed
    from pledgekit.cli.utf8 import insist_text

    _speak_utf8()
    insist_text(*argv)
    for variable in (each for each in os.environ if each.startswith("PLEDGEKIT_")):
        insist_text(os.environ[variable], of=variable)
    words = typed(os.environ)
    name = named(argv if words is None else words)
    app = application(name, completion=not name or words is not None)
    try:
        done = app(argv or ["--help"], prog_name="pledgekit", standalone_mode=False)
    except typer.Abort:
        return _INTERRUPTED
    except typer.TyperException as error:
        context = getattr(error, "ctx", None)
        where = f" (see: {context.command_path} --help)" if context is not None else ""
        return _complain(f"{' '.join(error.format_message().split())}{where}", error.exit_code)
    return done if isinstance(done, int) else 0


def _speak_utf8() -> None:
    """Print UTF-8 whatever the system's habit; half a file name is printed as an escape."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _complain(message: str, code: int) -> int:
    """Say what went wrong on stderr, in one line."""
    from pledgekit.cli.console import complain

    complain(message)
    return code


def _close() -> None:
    """Give up an output that nobody reads or that takes no more: Python would complain about it at the end."""
    sys.stdout = None
