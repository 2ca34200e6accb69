from labormeter.valuation import shelf
from labormeter.valuation.places import TOWNS
from labormeter.valuation.rate import SIDES, UNITS
from labormeter_ui import language, prices


def test_every_side_and_unit_has_a_word_in_both_languages() -> None:
    for code in language.LANGUAGES:
        language.use(code)
        said = [*map(prices.side, SIDES), *map(prices.unit, UNITS)]
        assert all(said)
        assert not set(said) & {*SIDES, *UNITS}


def test_every_word_of_the_book_has_a_name() -> None:
    rates = shelf.shipped().rates.values()
    assert {rate.activity for rate in rates} <= set(prices.ACTS)
    assert {rate.market for rate in rates} <= set(prices.MARKETS)
    assert {rate.country for rate in rates} | {"IN"} <= set(prices.COUNTRIES)
    assert set(TOWNS.values()) == set(prices.TOWNS)


def test_what_a_person_wrote_is_shown_as_they_wrote_it() -> None:
    assert prices.act("my_own_act") == "my own act"
    assert prices.country("Elbonia") == "Elbonia"
    assert prices.market("own") == "own"


def test_a_fault_and_a_reason_are_said_in_the_language_of_the_window() -> None:
    language.use("en")
    assert prices.reason("No citable price.") == "No citable price."
    assert prices.fault("it lies in the future.") == "This lies in the future."
    assert prices.fault("<b>odd</b>\u202e") == "<b>odd</b>"
    language.use("fr")
    assert prices.reason("No citable price.") == "Aucun prix citable."
    assert prices.fault("it lies in the future.") != "This lies in the future."
    language.use("en")
