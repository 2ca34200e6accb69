"""Where the practice site is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from labormeter.home import Home
from labormeter_addon import practice

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "port"),
    [
        ('{"port": 4443}', 4443),
        ('{"port": 0}', None),
        ('{"port": 70000}', None),
        ('{"port": "4443"}', None),
        ("[]", None),
        ("{", None),
        (None, None),
    ],
)
def test_reads_the_port_while_it_runs(tmp_path: Path, text: str | None, port: int | None) -> None:
    home = Home(tmp_path).create()
    if text is not None:
        (home.run / "practice.json").write_text(text)
    assert practice.port(home) == port
    assert practice.authority(home).parent == home.run
