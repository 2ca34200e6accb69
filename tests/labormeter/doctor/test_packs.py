from __future__ import annotations

from datetime import date
from pathlib import Path

from labormeter.doctor import packs
from labormeter.home import Home
from labormeter.testing import NOON

TODAY = date(2026, 11, 24)


def test_the_shipped_ones_are_in_order(tmp_path: Path) -> None:
    assert packs.look(Home(tmp_path), NOON).state in {"good", "warn"}


def test_a_pack_of_the_persons_own_that_cannot_be_read_is_bad(tmp_path: Path) -> None:
    home = Home(tmp_path).create()
    (home.packs / "CANARYPACK.toml").write_text("no toml")
    found = packs.look(home, NOON)
    assert found.state == "bad"
    assert "CANARY" not in found.sentence


def test_old_ones_are_told() -> None:
    assert packs.judge([TODAY, date(2026, 1, 1)], 0, 0, TODAY).state == "warn"
    assert packs.judge([TODAY], 0, 0, TODAY).state == "good"
    assert packs.judge([], 0, 0, TODAY).state == "bad"
