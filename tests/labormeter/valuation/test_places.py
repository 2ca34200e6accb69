from __future__ import annotations

from labormeter.valuation import shelf
from labormeter.valuation.lens import Reading
from labormeter.valuation.places import NORTH, SOUTH, TOWNS, places, region, words

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


def test_every_place_that_has_a_rate_lies_north_or_south_or_says_neither() -> None:
    for word in words(BOOK):
        for place in places(BOOK, NOMINAL, word, 2026):
            assert place.region == region(place.country)
            assert place.region or place.country == "75 countries"
    assert not SOUTH & NORTH
    assert {region("BD"), region("MG"), region("PH"), region("BR")} == {"south"}
    assert region("FR") == "north"


def test_acts_with_the_most_places_come_first_and_each_has_some() -> None:
    found = words(BOOK)
    assert found[:2] == ("hour_of_work", "like")
    numbers = [len({one.country for one in places(BOOK, NOMINAL, word, 2026)}) for word in found]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[-1] >= 1


def test_a_minimum_wage_is_shown_as_the_law_says_it_and_is_a_floor() -> None:
    found = {one.rate.id: one for one in places(BOOK, Reading(), "hour_of_work", 2026)}
    smic = found["MW-02"]
    assert smic.floor
    assert smic.central == round(BOOK.rates["MW-02"].mid * 1_000_000)
    assert not found["RP-03"].floor
