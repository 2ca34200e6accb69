"""A desktop of the test's own: a session bus, a settings store and a person's folder."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Settings are really read and written, in a dconf database below the person's folder."""
    if not (shutil.which("gsettings") and shutil.which("dbus-daemon")):
        pytest.skip("gsettings or dbus-daemon is not here")
    folder = tmp_path / "person"
    (folder / "run").mkdir(parents=True, mode=0o700)
    for name in [name for name in os.environ if name.startswith(("XDG_", "DBUS_"))]:
        monkeypatch.delenv(name)
    for name in ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder / "run"))
    monkeypatch.setenv("GSETTINGS_BACKEND", "dconf")
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert bus.stdout is not None
    address = bus.stdout.readline().strip()
    assert address, "the bus did not start"
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    try:
        yield folder
    finally:
        bus.terminate()
        bus.wait(10)
        bus.stdout.close()
