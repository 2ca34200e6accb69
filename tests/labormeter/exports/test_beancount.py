from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from beancount import loader
from beancount.core import convert, prices

from labormeter import report
from labormeter.exports.beancount import beancount
from labormeter.exports.journal import FIGURES, Figure
from labormeter.valuation.lens import LENSES

from .test_journal import cell, made, many, through


def total(text: str, currency: str) -> tuple[list[Any], Decimal]:
    """Return the errors of a journal, and what beancount's own prices make of its assets."""
    entries, errors, _ = loader.load_string(text)
    table = prices.build_price_map(entries)  # type: ignore[no-untyped-call]
    found = Decimal(0)
    for entry in entries:
        for posting in getattr(entry, "postings", None) or ():
            if posting.account.startswith("Assets:"):
                worth = convert.convert_amount(  # type: ignore[no-untyped-call]
                    posting.units, currency, table
                )
                found += worth.number if worth.currency == currency else 0
    return errors, found


@pytest.mark.parametrize("lens", LENSES)
@pytest.mark.parametrize("figure", FIGURES)
def test_beancount_accepts_it_and_comes_to_the_same_total(lens: str, figure: Figure) -> None:
    how = through(lens)
    errors, found = total(beancount(made(many(), how, figure)), "EUR")
    assert errors == []
    expected = report.total(report.entries(report.sheet(many()), how)).owed
    assert found * 1_000_000 == getattr(expected, figure)


def test_accounts_are_opened_on_the_day_they_are_first_used() -> None:
    some = [cell("2026-06-05"), cell("2026-06-01", activity="save")]
    text = beancount(made(some, through("worker")))
    assert "2026-06-05 open Assets:Owed:X:Like" in text
    assert "2026-06-01 open Assets:Owed:X:Save" in text


def test_an_empty_ledger_is_a_journal_as_well() -> None:
    assert total(beancount(made([], through("worker"))), "EUR") == ([], Decimal(0))
