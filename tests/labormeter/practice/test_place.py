"""Where the practice site is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from labormeter import lock
from labormeter.home import Home
from labormeter.practice import place

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
        ("", None),
    ],
)
def test_reads_the_port_while_it_runs_and_not_after(
    tmp_path: Path, text: str, port: int | None
) -> None:
    home = Home(tmp_path).create()
    there = place.lock_file(home)
    assert place.port(home) is None
    with lock.hold(there):
        there.write_text(text)
        assert place.port(home) == port
    there.write_text(text)  # as a process that was killed leaves it
    assert place.port(home) is None
    assert place.authority(home).parent == home.run
