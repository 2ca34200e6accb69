from __future__ import annotations

from pathlib import Path

import pytest

from labormeter.doctor import disk
from labormeter.home import Home

MEGABYTE = 1_000_000


@pytest.mark.parametrize(
    ("free", "state"), [(10**12, "good"), (100 * MEGABYTE, "warn"), (MEGABYTE, "bad")]
)
def test_space_is_judged_by_what_the_ledger_needs(free: int, state: str) -> None:
    assert disk.judge(free, writable=True).state == state
    assert disk.judge(free, writable=False).state == "bad"


def test_a_home_that_is_not_there_yet_is_judged_by_the_folder_above(tmp_path: Path) -> None:
    assert disk.nearest(tmp_path / "a" / "b") == tmp_path
    assert disk.look(Home(tmp_path / "a" / "b"), 0).part == "disk"
    assert not (tmp_path / "a").exists()
