"""Captchas, metered against passed through, as the doctor says them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from labormeter.captchas import Comparison, Rate
from labormeter.doctor import bundle
from labormeter.doctor.captchas import judge, look, since
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.model import Visit
from labormeter.testing import NOON

if TYPE_CHECKING:
    from pathlib import Path

DAY = 86_400_000_000


def test_a_home_without_a_ledger_is_left_without_one(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    found = look(home, NOON)
    assert (found.state, found.remedy) == ("good", "")
    assert "No page" in found.sentence
    assert not home.root.exists()


def test_the_last_half_year_is_looked_at(tmp_path: Path) -> None:
    home = Home(tmp_path)
    counted = {"platform": "x", "connections": 9}
    with Log.open(home, now=NOON) as log:
        log.visits(
            [
                Visit(day="2026-05-01", state="metered", pages=50, captchas=1, **counted),  # type: ignore[arg-type]
                Visit(day="2025-05-01", state="metered", pages=7, captchas=7, **counted),  # type: ignore[arg-type]
            ]
        )
    assert "1 captchas on 50 pages" in look(home, NOON).sentence
    assert since(NOON) == "2025-12-01"


@pytest.mark.parametrize(
    ("metered", "passed", "state"),
    [(Rate(40, 400), Rate(2, 400), "warn"), (Rate(1, 400), Rate(2, 400), "good")],
)
def test_only_a_difference_that_is_hardly_chance_asks_for_something(
    metered: Rate, passed: Rate, state: str
) -> None:
    found = judge(Comparison(metered, passed))
    assert (found.state, bool(found.remedy)) == (state, state == "warn")


def test_a_report_for_others_has_none_of_the_numbers(tmp_path: Path) -> None:
    found = judge(Comparison(Rate(41, 437), Rate(23, 419)))
    told = str(bundle.compose(Home(tmp_path), [found])["findings"])
    for number in ("41", "437", "23", "419", "9.4", "5.5"):
        assert number not in told
    assert "captchas" in told
