from __future__ import annotations

import re

from labormeter.model import ACTIVITIES
from labormeter.statement.words import ACTS, CONVERSIONS, LANGUAGES, WORDS, told
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


def test_a_sentence_is_told_in_the_language_asked_for() -> None:
    assert told("Dance.", "fr") == "Dance."
    assert told("No citable price.", "fr") == "Aucun prix citable."
    assert told("No citable price.", "en") == "No citable price."
