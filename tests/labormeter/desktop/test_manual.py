from __future__ import annotations

from pathlib import Path

import pytest

from labormeter.desktop import manual

PEM, PAC = Path("/h/ca/c.pem"), Path("/h/run/labormeter.pac")


@pytest.mark.parametrize(
    ("system", "desktop", "word"),
    [
        ("win32", "", "labormeter browse"),
        ("darwin", "", "security add-trusted-cert"),
        ("linux", "KDE", "certutil -d sql:$HOME/.pki/nssdb -A"),
        ("linux", "sway", "labormeter browse"),
    ],
)
def test_each_system_has_its_steps_and_names_the_certificate(
    system: str, desktop: str, word: str
) -> None:
    told = " ".join(manual.steps(system, desktop, PEM, PAC))
    assert word in told
    assert str(PEM) in told


@pytest.mark.parametrize("system", ["win32", "darwin", "linux"])
def test_each_tells_the_way_back(system: str) -> None:
    assert "To undo" in manual.steps(system, "", PEM, PAC)[-1]


def test_windows_is_not_told_to_trust_what_it_cannot_use() -> None:
    assert "addstore" not in " ".join(manual.steps("win32", "", PEM, PAC))


@pytest.mark.parametrize("system", ["win32", "darwin", "linux"])
def test_an_address_has_no_space_in_it(system: str) -> None:
    script = Path("/h/Library/Application Support/labormeter/run/labormeter.pac")
    told = " ".join(manual.steps(system, "KDE", PEM, script))
    assert "file:///h/Library/Application%20Support/labormeter/run/labormeter.pac" in told
