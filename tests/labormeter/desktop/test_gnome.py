from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from labormeter.browser import pac
from labormeter.desktop import gnome
from labormeter.errors import KnownError

if TYPE_CHECKING:
    from pathlib import Path


def told(key: str) -> str:
    """What the desktop itself would read."""
    return subprocess.run(
        ["gsettings", "get", gnome.SCHEMA, key],
        capture_output=True,
        text=True,
        check=True,
        timeout=20,
    ).stdout.strip()


def test_real_settings_are_read_written_and_put_back(person: Path) -> None:
    assert gnome.present()
    assert gnome.writable()
    assert gnome.read(gnome.SCRIPT) is None
    url = pac.url(["x.com"], 8080)
    gnome.write(gnome.SCRIPT, gnome.quoted(url))
    assert told(gnome.SCRIPT) == f"'{url}'"
    assert gnome.ours(gnome.read(gnome.SCRIPT))
    gnome.write(gnome.SCRIPT, None)
    assert gnome.read(gnome.SCRIPT) is None
    assert told(gnome.SCRIPT) == "''"
    assert person.exists()


@pytest.mark.parametrize("text", ["", "it's", "a\\b", "http://proxy.example/x.pac?a='b'"])
@pytest.mark.usefixtures("person")
def test_any_text_comes_back_as_it_was(text: str) -> None:
    gnome.write(gnome.SCRIPT, gnome.quoted(text))
    kept = gnome.read(gnome.SCRIPT)
    gnome.write(gnome.SCRIPT, gnome.quoted("other"))
    gnome.write(gnome.SCRIPT, kept)
    assert gnome.read(gnome.SCRIPT) == kept


@pytest.mark.usefixtures("person")
def test_what_the_desktop_refuses_is_a_sentence() -> None:
    with pytest.raises(KnownError, match="does not take"):
        gnome.write(gnome.MODE, "'sideways'")


@pytest.mark.parametrize(
    "value",
    [
        None,
        "''",
        "'http://proxy.example/x.pac'",
        f"'data:{pac.TYPE};base64,%%%'",
        f"'data:{pac.TYPE};base64,ZnVuY3Rpb24='",
    ],
)
def test_anothers_script_is_not_taken_for_ours(value: str | None) -> None:
    assert not gnome.ours(value)


def test_without_the_program_there_are_no_such_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert not gnome.present()
    with pytest.raises(KnownError, match="cannot be read"):
        gnome.read(gnome.MODE)
