from __future__ import annotations

from fractions import Fraction

from labormeter.valuation import shelf
from labormeter.valuation.calendar import Price
from labormeter.valuation.lens import LENSES, Absent, Reading
from labormeter.valuation.spread import spread

BOOK = shelf.shipped()


def test_a_like_through_every_lens_as_ratios_to_the_wage() -> None:
    reading = Reading(currency="USD", deflated=False)
    found = {one.lens: one for one in spread([("", BOOK)], reading, "facebook", "like", "2026-W23")}
    assert tuple(found) == LENSES
    assert found["worker"].times == 1
    assert found["buyer"].times == BOOK.rates["CF-12"].mid / BOOK.rates["CF-01"].mid == 9
    assert isinstance(found["time"].price, Price)


def test_a_day_of_presence_is_no_act_and_so_has_no_ratio() -> None:
    found = {
        one.lens: one for one in spread([("", BOOK)], Reading(), "facebook", "like", "2026-W23")
    }
    assert (found["platform"].times, found["platform"].each) == (None, "day")


def test_what_has_no_price_has_no_ratio() -> None:
    found = {one.lens: one for one in spread([("", BOOK)], Reading(), "x", "dislike", "2026-W23")}
    assert isinstance(found["buyer"].price, Absent)
    assert found["buyer"].times is None
    assert found["worker"].times == Fraction(1)
