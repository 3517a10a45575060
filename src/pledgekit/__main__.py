"""`python -m pledgekit` is the same as `pledgekit`."""

from pledgekit.cli.main import run

if __name__ == "__main__":  # pragma: no branch -- nobody imports it
    run()
