from __future__ import annotations

import csv
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.model import ACTIVITIES
from labormeter.valuation import shelf
from labormeter.valuation.book import book_faults
from labormeter.valuation.calendar import amount
from labormeter.valuation.lens import Reading
from labormeter.valuation.rate import SIDES, UNITS, Known, faults

if TYPE_CHECKING:
    from fractions import Fraction

BOOK = shelf.shipped()
GOLDEN = Path(__file__).parents[2] / "golden" / "rates" / "central.csv"


def golden() -> list[dict[str, str]]:
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["side"] != "platform"]


def eight(value: Fraction) -> Decimal:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal("1e-8"), rounding=ROUND_HALF_EVEN)


@pytest.mark.parametrize("row", golden(), ids=lambda row: f"{row['side']}-{row['activity']}")
@pytest.mark.parametrize(("deflated", "column"), [(False, "{}_usd"), (True, "{}_usd_2025")])
def test_the_default_is_the_reviewed_central_table(
    row: dict[str, str],
    deflated: bool,  # noqa: FBT001 - a parameter of the test
    column: str,
) -> None:
    side: Literal["worker", "buyer"] = "worker" if row["side"] == "worker" else "buyer"
    choice = BOOK.chosen(side, row["activity"], "x", "2026-06-01")
    assert choice is not None
    reading = Reading(lens=side, currency="USD", deflated=deflated)
    for name, reference in zip(("lower", "central", "upper"), choice.references, strict=True):
        assert reference.text == row[f"{name}_row"]
        assert eight(amount(BOOK, reading, reference, 2026)) == Decimal(row[column.format(name)])


def test_every_shipped_row_is_sound() -> None:
    words = {rate.activity for rate in BOOK.rates.values()}
    known = Known(activities=words, currencies=BOOK.currencies.known, today=BOOK.reviewed)
    for rate in BOOK.rates.values():
        row = {
            "id": rate.id,
            "activity": rate.activity,
            "low": f"{float(rate.low):f}",
            "mid": f"{float(rate.mid):f}",
            "high": f"{float(rate.high):f}",
            "side": rate.side,
            "unit": rate.unit,
            "currency": rate.currency,
            "observed_on": rate.observed_on,
            "source": rate.source,
        }
        assert faults(row, known) == [], rate.id
        assert rate.locator
        assert rate.side in SIDES
        assert rate.unit in UNITS


def test_the_book_keeps_its_own_rules() -> None:
    assert book_faults(BOOK) == []
    assert len(BOOK.rates) == 246
    assert sum(not rate.checked for rate in BOOK.rates.values()) == 21


def test_background_rows_are_not_linked_to() -> None:
    background = [rate for rate in BOOK.rates.values() if rate.background]
    assert len(background) == 31
    assert all("not citable" in rate.locator for rate in background)


def test_there_is_no_citable_buyer_price_for_a_dislike_or_a_rating() -> None:
    assert BOOK.chosen("buyer", "dislike", "x", "2026-06-01") is None
    assert BOOK.chosen("buyer", "rating", "x", "2026-06-01") is None


def test_the_map_has_a_line_with_a_reason_for_every_activity() -> None:
    for activity in ACTIVITIES:
        line = BOOK.prices.line("any", activity)
        assert line is not None
        assert len(line.reason) > 20
        if line.price:
            assert any(choice.activity == line.price for choice in BOOK.choices)


def test_every_activity_but_a_reward_has_a_time() -> None:
    assert set(BOOK.timings) == set(ACTIVITIES) - {"reward"}


def test_an_unknown_version_is_refused() -> None:
    with pytest.raises(KnownError, match="no book of rates 1999-01"):
        shelf.shipped("1999-01")


def test_the_oldest_book_holds_from_ever() -> None:
    assert shelf.usual()[0] == ("", shelf.versions()[0])
    assert shelf.versions()[-1] == shelf.LATEST
    assert date.fromisoformat(BOOK.reviewed) > date(2026, 1, 1)


def test_the_persons_faults_stop_the_book_and_name_every_line(tmp_path: Path) -> None:
    home = Home(tmp_path)
    (tmp_path / "rates").mkdir()
    (tmp_path / "rates" / "mine.csv").write_text("id,activity,mid\nA,like,1\nB,like,x\n")
    with pytest.raises(KnownError) as caught:
        shelf.book_of(home, today="2026-11-24")
    assert "mine.csv:2: source" in caught.value.message
    assert "mine.csv:3: mid" in caught.value.message


def test_a_home_without_rates_reads_the_shipped_book(tmp_path: Path) -> None:
    assert shelf.book_of(Home(tmp_path), today="2026-11-24") is BOOK
