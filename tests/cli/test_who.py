"""Who records, when nobody says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pledgekit.cli.who import user_name, who

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("PLEDGEKIT_USER", "GIT_CONFIG_GLOBAL", "HOME", "USERPROFILE", "XDG_CONFIG_HOME", "LOGNAME", "USER", "USERNAME")


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment that tells nothing."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[user]\n\tname = Ada Lovelace\n", "Ada Lovelace"),
        ("[core]\n\tname = X\n[user]\n\temail = a@b\n\tname=Ada # comment\n", "Ada"),
        ('[USER]\nNAME = "Ada # L" ; comment\n', "Ada # L"),
        ("[user] name = Ada\n", "Ada"),
        ("[user]\nname = A\n[user]\nname = B\n", "B"),
        ('[user "other"]\nname = A\n', ""),
        ('[user]\nname = \\"A\\" b\n', '"A" b'),
        ("[alias]\nname = x\n", ""),
        ("", ""),
    ],
)
def test_the_name_in_gits_settings(text: str, expected: str) -> None:
    """user.name is found as git finds it: last one, without comments and quotes."""
    assert expected == user_name(text)


def test_the_order_of_asking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """PLEDGEKIT_USER, the repository's settings, the user's own, the login: the first that holds a name."""
    register = tmp_path / "repository" / "register"
    register.mkdir(parents=True)
    home = tmp_path / "home"
    (home / ".config" / "git").mkdir(parents=True)
    assert not who(register)
    monkeypatch.setenv("USERNAME", "login")
    assert "login" == who(register)
    monkeypatch.setenv("HOME", f"{home}")
    assert "login" == who(register)
    (home / ".config" / "git" / "config").write_text("[user]\nname = xdg\n", "utf-8")
    assert "xdg" == who(register)
    (home / ".gitconfig").write_text("[user]\nname = home\n", "utf-8")
    assert "home" == who(register)
    (tmp_path / "repository" / ".git").mkdir()
    assert "home" == who(register)
    (tmp_path / "repository" / ".git" / "config").write_text("[user]\nname = repository\n", "utf-8")
    assert "repository" == who(register)
    monkeypatch.setenv("PLEDGEKIT_USER", "given")
    assert "given" == who(register)


def test_settings_named_by_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """GIT_CONFIG_GLOBAL takes the place of the user's files; XDG_CONFIG_HOME names where they lie."""
    (tmp_path / "git").mkdir()
    (tmp_path / "git" / "config").write_text("[user]\nname = xdg\n", "utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", f"{tmp_path}")
    assert "xdg" == who(tmp_path)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", f"{tmp_path / 'absent'}")
    assert not who(tmp_path)
