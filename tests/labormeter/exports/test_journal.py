from __future__ import annotations

import random
import re

import pytest

from labormeter import report
from labormeter.exports.journal import FIGURES, LONGEST, Figure, Journal, journal
from labormeter.model import Cell
from labormeter.valuation import shelf
from labormeter.valuation.calendar import Calendar, calendar
from labormeter.valuation.lens import LENSES, Reading

BOOK = shelf.shipped()
PLATFORMS = ("x", "facebook", "9gag", "a-platform-with-quite-a-long-name")
ACTIVITIES = ("like", "save", "captcha", "upload", "comment", "dislike")


def cell(day: str = "2026-06-01", **changes: object) -> Cell:
    usual = {"platform": "x", "activity": "like", "source": "wire", "gestures": 1, "net": 1}
    return Cell(day=day, **(usual | changes))  # type: ignore[arg-type]


def through(lens: str, currency: str = "EUR") -> Calendar:
    return calendar(Reading(lens=lens, currency=currency), [("", BOOK)])  # type: ignore[arg-type]


def many(seed: int = 7) -> list[Cell]:
    """Return a few hundred cells of twelve years, undos, measured time and rewards among them."""
    chance = random.Random(seed)  # noqa: S311 - the same cells each time
    found = [
        cell(
            f"{chance.randint(2015, 2026)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
            platform=chance.choice(PLATFORMS),
            activity=chance.choice(ACTIVITIES),
            net=chance.randint(-5, 4000),
            gestures=4000,
        )
        for _ in range(300)
    ]
    found += [
        cell("2026-06-02", activity="captcha", net=9, timed=4, seconds=chance.randint(1, 10**8)),
        cell("2026-06-02", activity="upload", net=9, posted=4),
        cell("2024-06-02", platform="bing", activity="reward", unit="POINT", net=1234),
        cell("2024-06-02", platform="tiktok", activity="reward", unit="POINT", net=116),
        cell("2019-06-02", platform="youtube", activity="reward", unit="USD", net=12_345_678),
    ]
    return found


def made(cells: list[Cell], how: Calendar, figure: Figure = "central") -> Journal:
    return journal(report.entries(report.sheet(cells), how), how, figure)


@pytest.mark.parametrize("lens", LENSES)
@pytest.mark.parametrize("figure", FIGURES)
def test_postings_times_prices_are_the_totals_of_the_report(lens: str, figure: Figure) -> None:
    how = through(lens)
    found = made(many(), how, figure)
    price = {one.commodity: one.amount for one in found.prices} | {found.currency: 1}
    total = sum(price.get(one.commodity, 0) * one.quantity for one in found.postings)
    expected = report.total(report.entries(report.sheet(many()), how)).owed
    assert total == getattr(expected, figure)


def test_a_commodity_has_one_price_and_a_new_price_makes_a_new_commodity() -> None:
    found = made([cell("2015-06-01"), cell("2026-06-01"), cell("2026-06-02")], through("worker"))
    assert [one.commodity for one in found.prices] == ["X-LIKE", "X-LIKE-2"]
    assert [one.commodity for one in found.postings] == ["X-LIKE", "X-LIKE-2", "X-LIKE-2"]


@pytest.mark.parametrize("lens", LENSES)
def test_names_are_those_that_beancount_allows_and_none_is_used_twice(lens: str) -> None:
    found = made(many(), through(lens))
    names = [one.commodity for one in found.prices]
    assert len(set(names)) == len(names)
    for name in {one.commodity for one in found.postings}:
        assert re.fullmatch(r"[A-Z][A-Z0-9-]*[A-Z0-9]", name)
        assert len(name) <= LONGEST


def test_what_has_no_price_is_a_commodity_without_one() -> None:
    found = made([cell(activity="save", net=3)], through("worker"))
    assert [(one.commodity, one.quantity) for one in found.postings] == [("X-SAVE-U", 3)]
    assert found.prices == ()


def test_nothing_that_is_zero_is_posted() -> None:
    assert made([cell(net=0)], through("worker")).postings == ()
