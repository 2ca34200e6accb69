from __future__ import annotations

import re

from labormeter.model import ACTIVITIES
from labormeter.statement.words import ACTS, CONVERSIONS, FRENCH, LANGUAGES, WORDS, told
from labormeter.valuation import shelf, worth
from labormeter.valuation.claims import BENCHMARKS
from labormeter.valuation.lens import LENSES

PLACE = re.compile(r"\{(\w+)\}")


def test_both_languages_say_the_same_names_with_the_same_places() -> None:
    for table in (WORDS, ACTS, CONVERSIONS):
        english, french = (table[language] for language in LANGUAGES)
        assert english.keys() == french.keys()
        for name, text in english.items():
            assert set(PLACE.findall(text)) == set(PLACE.findall(french[name])), name


def test_every_activity_and_lens_has_a_word() -> None:
    for language in LANGUAGES:
        assert set(ACTS[language]) == set(ACTIVITIES)
        assert {lens if lens != "platform" else "platform_lens" for lens in LENSES} <= set(
            WORDS[language]
        )


def test_every_reason_and_claim_has_its_french() -> None:
    book = shelf.shipped()
    reasons = {line.reason for line in book.prices.lines.values() if not line.price}
    reasons -= {line.reason for line in book.prices.lines.values() if line.activity == "reward"}
    constants = {worth.PRETEND, worth.NO_PRESENCE, worth.NOT_POSTED, book.prices.reason}
    assert reasons | constants | set(BENCHMARKS.values()) <= set(FRENCH)


def test_what_has_no_french_is_left_as_it_is() -> None:
    assert told("Added by you.", "fr") == "Added by you."
    assert told("No citable price.", "fr") == "Aucun prix citable."
    assert told("No citable price.", "en") == "No citable price."
