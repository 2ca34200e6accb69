from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from labormeter.errors import KnownError
from labormeter.pool import prices
from labormeter.valuation import shelf
from labormeter.valuation.calendar import Calendar
from labormeter.valuation.lens import Reading


def test_prices_are_those_of_the_calendar_on_the_first_day_of_a_month(lab: Any) -> None:
    book = shelf.shipped()
    found = prices.table(lab.field.study, book, Reading()).to_pylist()
    calendar = Calendar(Reading(), (("", book),))
    for row in found:
        week = shelf.iso_week(f"{row['period']}-01")
        price = calendar.price(row["platform"], row["activity"], week)
        assert (row["low"], row["central"], row["high"]) == (price.low, price.central, price.high)  # type: ignore[union-attr]


def test_what_has_no_price_has_no_row(lab: Any) -> None:
    asked = replace(lab.field.study.asked, activities=("like", "vote"))
    study = replace(lab.field.study, asked=asked)
    found = prices.table(study, shelf.shipped(), Reading()).to_pylist()
    assert {row["activity"] for row in found} == {"like"}


def test_another_book_and_a_lens_by_the_day_are_refused(lab: Any) -> None:
    study = replace(lab.field.study, book="1999")
    with pytest.raises(KnownError, match="values by the book 1999"):
        prices.table(study, shelf.shipped(), Reading())
    with pytest.raises(KnownError, match="no days"):
        prices.table(lab.field.study, shelf.shipped(), Reading(lens="platform"))
