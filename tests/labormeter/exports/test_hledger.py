from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from labormeter import report
from labormeter.exports.beancount import beancount
from labormeter.exports.hledger import hledger
from labormeter.exports.journal import FIGURES, Figure
from labormeter.model import ACTIVITIES
from labormeter.valuation import shelf
from labormeter.valuation.calendar import Calendar, calendar
from labormeter.valuation.claims import claims
from labormeter.valuation.lens import LENSES, Reading
from labormeter.valuation.money import decimal
from labormeter.valuation.own import own, written

from .test_beancount import total as beancount_total
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


BOOK = shelf.shipped()
PUBLISHED = {
    "312 likes at one dollar a thousand (The Guardian, 2013)": ("like", 312, ("CF-01",)),
    "a million captchas at what Motoyama et al. (2010) report": (
        "captcha",
        1_000_000,
        ("CA-02", "CA-03"),
    ),
    "ten thousand tweets at a cent (Casilli, 2017-02-03)": ("post", 10_000, ("SEED-03",)),
    "a thousand likes at 35 to 70 cents (Casilli, 2017-02-03)": ("like", 1_000, ("SEED-02",)),
}
"""A published figure -> what was done, how often, and the raw rows whose range prices it."""
EXPECTED = {
    "312": ("0.312", "0.312"),
    "a million": ("500", "1000"),
    "ten thousand": ("100", "100"),
    "a thousand": ("350", "700"),
}
"""What the sources come to, in dollars."""


def priced(activity: str, rows: tuple[str, ...]) -> Calendar:
    """Return a calendar in which raw rows of the book price an activity, as seen."""
    found = [BOOK.rates[number] for number in rows]
    assert {rate.currency for rate in found} == {"USD"}
    low, high = min(one.low / one.each for one in found), max(one.high / one.each for one in found)
    entry = {
        "id": "raw",
        "activity": activity,
        "side": "worker",
        "low": f"{float(low):.9f}",
        "mid": f"{float(high):.9f}",
        "high": f"{float(high):.9f}",
        "currency": "USD",
        "source": "; ".join(one.source for one in found).lstrip("=+-@"),
        "observed_on": "2025",
    }
    read = own({"raw.toml": written("", entry)}, BOOK, activities=ACTIVITIES, today="2026-06-01")
    assert read.faults == ()
    book = BOOK.with_own(read.rates, read.choices, read.timings)
    return calendar(Reading(currency="USD", deflated=False), [("", book)])


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_figures_follow_from_the_raw_rows_and_every_oracle_agrees(
    name: str, tmp_path: Path
) -> None:
    activity, times, rows = PUBLISHED[name]
    how = priced(activity, rows)
    cells = [cell(activity=activity, net=times, gestures=times, platform="facebook")]
    worth = report.total(report.entries(report.sheet(cells), how)).owed
    wanted = next(ends for start, ends in EXPECTED.items() if name.startswith(start))
    for figure, amount in zip(("low", "high"), wanted, strict=True):
        assert getattr(worth, figure) == Decimal(amount) * 1_000_000
        entries = made(cells, how, figure)  # type: ignore[arg-type]
        errors, found = beancount_total(beancount(entries), "USD")
        assert (errors, found) == ([], Decimal(amount))
        if shutil.which("hledger"):
            file = tmp_path / f"{figure}.journal"
            file.write_text(hledger(entries), encoding="utf-8")
            told = balance(file, "-X", "USD", "assets", "--depth", "1", "--format", "%(total)")
            assert Decimal(told.replace(",", "").split()[0]) == Decimal(amount)


@installed
def test_what_25_000_people_demanded_in_hledger(tmp_path: Path) -> None:
    """SEED-05: 500 euros a person (Casilli, 2017-06), a claim beside every total."""
    (claim,) = [one for one in claims(BOOK, "EUR", 2026) if one.rate.id == "SEED-05"]
    file = tmp_path / "claim.journal"
    file.write_text(
        f"P 2017-06-01 PERSON {decimal(claim.central)} EUR\n\n"
        "2017-06-01 the demand\n    assets:claimed  25000 PERSON\n    income:claimed\n",
        encoding="utf-8",
    )
    told = balance(file, "-X", "EUR", "assets", "--format", "%(total)")
    assert Decimal(told.replace(",", "").split()[0]) == 12_500_000


@pytest.mark.parametrize("lens", LENSES)
def test_bean_check_itself_accepts_a_journal(lens: str, tmp_path: Path) -> None:
    file = tmp_path / "acts.beancount"
    file.write_text(beancount(made(many(), through(lens))), encoding="utf-8")
    line = [sys.executable, "-m", "beancount.scripts.check", str(file)]
    done = subprocess.run(line, check=False, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
