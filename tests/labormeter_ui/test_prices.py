from labormeter.valuation.rate import SIDES, UNITS
from labormeter_ui import language, prices


def test_every_side_and_unit_has_a_word_in_both_languages() -> None:
    for code in language.LANGUAGES:
        language.use(code)
        said = [*map(prices.side, SIDES), *map(prices.unit, UNITS)]
        assert all(said)
        assert not set(said) & {*SIDES, *UNITS}
