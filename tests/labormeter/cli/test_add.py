from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from labormeter.cli.main import cli
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger import query

if TYPE_CHECKING:
    from pathlib import Path

    from labormeter.model import Cell


def run(home: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--home", str(home), "add", *words], catch_exceptions=False)


def cells(home: Path) -> list[Cell]:
    with query.open(Home(home)) as ledger:
        return ledger.cells()


def test_acts_added_by_hand_are_marked_so(tmp_path: Path) -> None:
    result = run(tmp_path, "like", "--platform", "facebook", "--count", "3", "--on", "2026-05-01")
    assert result.exit_code == 0
    (cell,) = cells(tmp_path)
    assert (cell.source, cell.day, cell.acts, cell.net) == ("manual", "2026-05-01", 3, 3)


def test_adding_twice_is_twice(tmp_path: Path) -> None:
    for _ in range(2):
        run(tmp_path, "comment", "--platform", "x")
    assert cells(tmp_path)[0].acts == 2


@pytest.mark.parametrize(
    ("amount", "unit", "quantity", "kept"),
    [("2.50", "eur", 2_500_000, "EUR"), ("500", "point", 500, "POINT")],
)
def test_a_reward_is_money_in_millionths_or_whole_points(
    tmp_path: Path, amount: str, unit: str, quantity: int, kept: str
) -> None:
    run(tmp_path, "reward", "--platform", "bing", "--received", amount, "--in", unit)
    (cell,) = cells(tmp_path)
    assert (cell.net, cell.unit) == (quantity, kept)


@pytest.mark.parametrize(
    "words",
    [
        ["dance", "--platform", "x"],
        ["like"],
        ["like", "--platform", "https://x.com/someone"],
        ["like", "--platform", "x", "--count", "0"],
        ["like", "--platform", "x", "--on", "yesterday"],
        ["like", "--platform", "x", "--received", "5", "--in", "EUR"],
        ["reward", "--platform", "bing"],
        ["reward", "--platform", "bing", "--received", "5", "--in", "XAU"],
        ["reward", "--platform", "bing", "--received", "-5", "--in", "EUR"],
        ["reward", "--platform", "bing", "--received", "1.5", "--in", "POINT"],
        ["reward", "--platform", "bing", "--received", "0", "--in", "EUR"],
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_added(tmp_path: Path, words: list[str]) -> None:
    assert run(tmp_path, *words).exit_code == 2
    assert cells(tmp_path) == []


def test_a_day_to_come_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="future"):
        run(tmp_path, "like", "--platform", "x", "--on", "2999-01-01")
