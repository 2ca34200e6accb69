from __future__ import annotations

from labormeter.valuation import shelf
from labormeter.valuation.lens import Reading
from labormeter.valuation.places import TOWNS, places

BOOK = shelf.shipped()
NOMINAL = Reading(currency="USD", deflated=False)


def test_a_like_in_dhaka_and_in_sao_paulo() -> None:
    found = {place.rate.id: place for place in places(BOOK, NOMINAL, "like", 2026)}
    assert (found["CF-01"].town, found["CF-01"].central) == ("Dhaka", 1_000)
    assert found["CF-15"].town == "São Paulo"


def test_the_north_and_the_south_by_the_hour() -> None:
    found = places(BOOK, NOMINAL, "hour_of_work", 2026)
    towns = [place.town for place in found if place.town]
    assert towns.index("Antananarivo") < towns.index("Manila") < towns.index("Paris")
    assert [place.central for place in found] == sorted(place.central for place in found)


def test_rows_without_a_country_and_unchecked_rows_are_left_out() -> None:
    found = places(BOOK, NOMINAL, "captcha_text", 2026)
    assert {place.rate.id for place in found} == {"CA-05"}


def test_every_town_stands_for_a_country_of_the_book() -> None:
    countries = {rate.country for rate in BOOK.rates.values()}
    assert set(TOWNS) <= countries | {"IN"}
