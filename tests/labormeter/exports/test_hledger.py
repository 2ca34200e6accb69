from __future__ import annotations

import os
import re
import shutil
import subprocess
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from labormeter import report
from labormeter.exports.hledger import hledger
from labormeter.exports.journal import FIGURES, Figure
from labormeter.valuation.lens import LENSES
from labormeter.valuation.money import decimal

from .test_journal import cell, made, many, through

if TYPE_CHECKING:
    from pathlib import Path

installed = pytest.mark.skipif(
    shutil.which("hledger") is None and not os.environ.get("CI"),
    reason="hledger is not installed; `make system` does it, and CI must have it",
)


def balance(path: Path, *words: str) -> str:
    program = shutil.which("hledger") or "hledger"
    line = [program, "-f", str(path), "balance", *words]
    return subprocess.run(line, check=True, capture_output=True, text=True, timeout=60).stdout


@installed
@pytest.mark.parametrize("lens", LENSES)
@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("currency", ["EUR", "USD"])
def test_hledger_comes_to_the_same_total_to_the_millionth(
    tmp_path: Path, lens: str, figure: Figure, currency: str
) -> None:
    how = through(lens, currency)
    file = tmp_path / "acts.journal"
    file.write_text(hledger(made(many(), how, figure)), encoding="utf-8")
    told = balance(file, "-X", currency, "assets", "--depth", "1", "--format", "%(total)")
    (found,) = set(re.findall(rf"(-?[\d.]+) {currency}", told.replace(",", "")))
    total = report.total(report.entries(report.sheet(many()), how)).owed
    assert Decimal(found) * 1_000_000 == getattr(total, figure)


@installed
def test_hledger_shows_the_units_and_keeps_those_without_a_price(tmp_path: Path) -> None:
    file = tmp_path / "acts.journal"
    some = [cell(net=312), cell(activity="save", net=3)]
    file.write_text(hledger(made(some, through("worker"))), encoding="utf-8")
    assert '312 "X-LIKE"' in balance(file)
    assert '3 "X-SAVE-U"' in balance(file, "-X", "EUR", "assets")


def test_a_journal_names_its_lens_its_book_and_the_rates_of_each_price() -> None:
    how = through("worker")
    text = hledger(made([cell(net=312)], how))
    price = how.price("x", "like", "2026-W23")
    assert "lens worker, central rates, deflated" in text
    amount = decimal(price.central)  # type: ignore[union-attr]
    assert f'P 2026-06-01 "X-LIKE" {amount} EUR  ; CF-15 CF-01 MT-02' in text


def test_every_transaction_balances_by_itself() -> None:
    text = hledger(made(many(), through("time")))
    amounts = re.findall(r'^ {4}\S+ {2}(-?[\d.]+) ("?[A-Z0-9-]+"?)$', text, re.MULTILINE)
    assert len(amounts) > 500
    for (one, name), (other, same) in zip(amounts[::2], amounts[1::2], strict=True):
        assert name == same
        assert one.lstrip("-") == other.lstrip("-")
        assert one.startswith("-") != other.startswith("-")
